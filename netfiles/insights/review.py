"""The review of a week: what happened, what moved, who cooled, what comes, and three next moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.insights.cooling import Cooled
from netfiles.insights.days import monday
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.goals import Progress
from netfiles.insights.next_moves import Move, next_moves
from netfiles.insights.time_share import Week, within
from netfiles.model import Lead
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights


class Moved(NamedTuple):
    """A lead that came to something on a day of the week: `heard of`, `applied`, `interview`, `offer`, `closed`."""

    lead: Lead
    word: str
    on: date
    place: Place


class New(NamedTuple):
    """Somebody (a key) first met or first in contact with in the week, and what says so."""

    person: str
    on: date
    place: Place


@dataclass(frozen=True, slots=True)
class Review:
    """One week up to a day of it; entries in order, people by key.

    `asks`, `got` and `gave` are the entries that hold these; `names` those that gave names. `ahead` are the entries
    planned from tomorrow to the Sunday of next week, `due` what the queue will ask for in these days.
    """

    monday: date
    today: date
    talks: tuple[Entry, ...]
    messages: tuple[Entry, ...]
    work: tuple[Entry, ...]
    week: Week
    new: tuple[New, ...]
    asks: tuple[Entry, ...]
    got: tuple[Entry, ...]
    gave: tuple[Entry, ...]
    names: tuple[Entry, ...]
    moved: tuple[Moved, ...]
    goals: tuple[Progress, ...]
    cooled: tuple[Cooled, ...]
    ahead: tuple[Entry, ...]
    due: tuple[Reason, ...]
    moves: tuple[Move, ...]

    @property
    def until(self) -> date:
        """The Sunday of next week."""
        return self.monday + timedelta(days=13)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of the week."""
        return tuple(sorted((*self.talks, *self.messages, *self.work), key=lambda entry: entry.order))


def review(insights: "Insights") -> Review:
    """The review of the week that today is in."""
    network, today = insights.network, insights.today
    first = monday(today)
    entries = within(network.entries, first, today)
    with_people = tuple(entry for entry in entries if entry.people)
    until = first + timedelta(days=13)
    fallen = insights.cooling.people
    return Review(
        monday=first,
        today=today,
        talks=tuple(entry for entry in with_people if not entry.record.written),
        messages=tuple(entry for entry in with_people if entry.record.written),
        work=tuple(entry for entry in entries if not entry.people),
        week=insights.share.this_week,
        new=tuple(_new(network, with_people, first, today)),
        asks=tuple(entry for entry in entries if entry.record.asked or entry.record.ask),
        got=tuple(entry for entry in entries if entry.record.got),
        gave=tuple(entry for entry in entries if entry.record.gave),
        names=tuple(entry for entry in entries if entry.introduced),
        moved=moved(network, first, today),
        goals=tuple(one for one in insights.goals if one.goal.status == "active" and one.spans),
        cooled=fallen,
        ahead=within(network.entries, today + timedelta(days=1), until),
        due=tuple(reason for reason in insights.queue.upcoming if reason.due <= until),
        moves=next_moves(insights, fallen),
    )


def _new(network: Network, entries: tuple[Entry, ...], first: date, today: date) -> Iterator[New]:
    """Everyone whose first entry or first meeting is of this week, by day and name."""
    met = {
        s.key: s.record for s in network.on_file if s.record and s.record.met_on and first <= s.record.met_on <= today
    }
    found = []
    for key in {*met, *(key for entry in entries for key in entry.people)}:
        someone, record = network.people[key], network.people[key].record
        days = [(entry.day, entry.record.origin.place("date")) for entry in someone.entries[:1]]
        if record and record.met_on:
            days.append((record.met_on, record.origin.place("met_on")))
        on, place = min(days)
        if on >= first:
            found.append((on, someone.name.casefold(), New(key, on, place)))
    yield from (one for *_, one in sorted(found))


def moved(network: Network, first: date, last: date) -> tuple[Moved, ...]:
    """What leads came to from the day `first` to `last`, in the order of the days."""
    found = (move for lead in network.collection.leads for move in _moves(lead) if first <= move.on <= last)
    return tuple(sorted(found, key=lambda move: (move.on, move.lead.path, move.place)))


_STEPS = (
    ("heard of", "heard_on"),
    ("posted", "posted_on"),
    ("applied", "applied_on"),
    ("offer", "offer_on"),
    ("closed", "closed_on"),
)


def _moves(lead: Lead) -> Iterator[Moved]:
    for word, field in _STEPS:
        if on := getattr(lead, field):
            said = lead.stage or word if field == "closed_on" and not lead.open else word
            yield Moved(lead, said, on, lead.origin.place(field))
    for number, on in enumerate(lead.interviews):
        item = number if len(lead.interviews) > 1 else None
        yield Moved(lead, "interview", on, lead.origin.place("interviews", item))
