"""Give and get: to whom to give first, and how it stands with everybody."""

from dataclasses import dataclass

from markupsafe import Markup

from netfiles.index.network import Someone
from netfiles.insights.give_and_get import GiveAndGet, Side, Turn, give_and_get
from netfiles.views.context import Here
from netfiles.views.ledger_cells import MOST_ROWS, counted, edit, entry_day
from netfiles.views.page import Section
from netfiles.views.templating import fill
from netfiles.views.words import listed


@dataclass(frozen=True, slots=True)
class Given:
    """What one of us gave, in the words of the format, how often, and when last."""

    words: str
    times: int
    last: Markup


@dataclass(frozen=True, slots=True)
class GiveRow:
    """How it stands with somebody. `could_use` is what they could use; where that is empty `file` is what to add to."""

    who: Markup
    got: Given
    gave: Given
    balance: str
    first: bool
    could_use: Markup
    file: Markup


def giving_section(here: Here) -> Section:
    """The third part of the page."""
    ledger = here.context.insights.give_and_get
    html = fill(
        "ledger_giving.html",
        count=ledger.people,
        first=[_turn(here, turn) for turn in ledger.give_first[:MOST_ROWS]],
        first_count=len(ledger.give_first),
        more_first=max(0, len(ledger.give_first) - MOST_ROWS),
        least=here.context.collection.options.numbers.give_first_from,
        rows=[_row(here, here.context.network.people[key], passed) for key, passed in ledger.newest],
        more=ledger.people - len(ledger.newest),
    )
    return Section(html, "Give and get", "give-and-get")


def passed_between(here: Here, someone: Someone) -> GiveRow | None:
    """What passed between me and somebody, for `give_and_get.html`; None where nothing did."""
    passed = give_and_get(someone, here.context.today)
    return _row(here, someone, passed) if passed.last else None


def _turn(here: Here, turn: Turn) -> GiveRow:
    return _row(here, here.context.network.people[turn.key], turn.passed)


def _row(here: Here, someone: Someone, passed: GiveAndGet) -> GiveRow:
    record = someone.record
    return GiveRow(
        who=here.person(someone.key),
        got=_given(here, passed.got),
        gave=_given(here, passed.gave),
        balance=passed.balance,
        first=passed.only_taken(here.context.collection.options.numbers.give_first_from),
        could_use=listed(record.i_can_help) if record else Markup(""),
        file=edit(here, record.origin.place("i_can_help")) if record else Markup(""),
    )


def _given(here: Here, side: Side) -> Given:
    last = entry_day(here, side.newest) if side.newest else Markup("")
    return Given(counted(side.words), side.times, last)
