"""The ledger of asks: what is open, how asks end by kind, what ended, and who was never asked."""

from dataclasses import dataclass

from markupsafe import Markup

from netfiles.insights.asks import Ask, AskLedger, Rate
from netfiles.views.context import Here
from netfiles.views.entries import names
from netfiles.views.ledger_cells import MOST_ROWS, edit, entry_day, gifts
from netfiles.views.page import Section
from netfiles.views.rows import position
from netfiles.views.templating import fill
from netfiles.views.words import in_words, number, plural


@dataclass(frozen=True, slots=True)
class AskRow:
    """One ask as the page shows it; `vague` are pairs of why it is and how to say it better."""

    when: Markup
    who: Markup
    kind: str
    sentence: str
    vague: tuple[tuple[str, str], ...]
    ended: str
    days: str
    came: Markup
    edit: Markup


@dataclass(frozen=True, slots=True)
class RateRow:
    """How the asks of one sort ended; `share` is empty where there are too few to say."""

    label: str
    rate: Rate
    share: str
    first: bool = False


@dataclass(frozen=True, slots=True)
class Unasked:
    """Somebody who was never asked for anything specific."""

    name: Markup
    position: Markup
    tie: str


def asks_section(here: Here) -> Section:
    """The first part of the page."""
    ledger = here.context.insights.asks
    html = fill(
        "ledger_asks.html",
        total=ledger.total,
        open=[_row(here, ask) for ask in ledger.open[:MOST_ROWS]],
        more_open=max(0, len(ledger.open) - MOST_ROWS),
        ended=[_row(here, ask) for ask in ledger.ended],
        more_ended=ledger.total.decided - len(ledger.ended),
        rates=_rates(ledger),
        least=here.context.collection.options.numbers.ranked_from,
        never=[_unasked(here, key) for key in ledger.never],
        never_count=ledger.never_count,
        never_said=_never_said(ledger, closed=len(here.context.network.on_file) - ledger.people),
    )
    return Section(html, "Asks", "asks")


def _row(here: Here, ask: Ask) -> AskRow:
    record, days = ask.entry.record, ask.days(here.context.today)
    return AskRow(
        when=entry_day(here, ask.entry),
        who=names(here, ask.entry.people),
        kind=ask.kind,
        sentence=record.ask or "",
        vague=tuple((found.why, found.better) for found in ask.vague),
        ended=ask.status,
        days="since today" if days == 0 else plural(days, "day"),
        came=_came(here, ask),
        edit=edit(here, ask.place),
    )


def _came(here: Here, ask: Ask) -> Markup:
    """What they gave, and when it was not with the answer."""
    if ask.came is None:
        return Markup("")
    got = gifts(ask.came.record.got)
    return got if ask.came is ask.entry else Markup("%s, %s") % (got, entry_day(here, ask.came))


def _rates(ledger: AskLedger) -> list[RateRow]:
    kinds = [RateRow(rate.label or "not said", rate, _share(rate)) for rate in ledger.by_kind]
    care = [RateRow(rate.label, rate, _share(rate), n == 0) for n, rate in enumerate(ledger.by_care)]
    return kinds + care


def _share(rate: Rate) -> str:
    return "" if rate.share is None else f"{rate.share} %"


def _never_said(ledger: AskLedger, closed: int) -> str:
    """How many were never asked, of all on file; where some are closed, of those who are not."""
    spelt = in_words(ledger.people, ledger.never_count)
    not_closed = f" who {'is' if ledger.people == 1 else 'are'} not closed" if closed else ""
    people = f"{plural(ledger.people, 'person', 'people', spelt)} on file{not_closed}"
    if ledger.people == ledger.never_count:
        whom = f"the {people}" if ledger.people == 1 else f"any of the {people}"
        return f"You never asked {whom} for anything specific."
    return f"Of the {people}, you never asked {number(ledger.never_count, spelt)} for anything specific."


def _unasked(here: Here, key: str) -> Unasked:
    someone = here.context.network.people[key]
    return Unasked(here.person(key), position(here, someone), here.context.insights.tie(key).word)
