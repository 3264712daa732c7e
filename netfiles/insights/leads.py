"""Job leads on a day: the stage each is at, since when, and what moved it last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.insights.credit import heard_via
from netfiles.model import Lead, Origin
from netfiles.model.fields import OPEN_STAGES
from netfiles.problems import Place

STAGES = (*OPEN_STAGES, "accepted", "rejected", "withdrawn", "closed")
"""The stages in order; `closed` is that of a lead that bears the day it ended and no stage."""

STEPS = ("heard", "applied", "interviewing", "offer", "accepted")
"""The steps of a lead that goes well. One that was asked about without an application has come to the first."""

STEP_OF = {stage: number for number, stage in enumerate(STEPS)}

_DATED = (
    ("heard", "heard_on"),
    ("applied", "applied_on"),
    ("interviewing", "interviews"),
    ("offer", "offer_on"),
    ("closed", "closed_on"),
)


class Dated(NamedTuple):
    """A day that the file of a lead gives, the stage it belongs to, and the field with its place in a list."""

    day: date
    stage: str
    field: str
    item: int | None = None


class Sign(NamedTuple):
    """Something that moved a lead: the day, what it was in words, and the field of a file that says so."""

    day: date
    what: str
    origin: Origin
    field: str
    item: int | None = None

    @property
    def place(self) -> Place:
        return self.origin.place(self.field, self.item)


@dataclass(frozen=True, slots=True)
class Course:
    """How a lead stands on a day.

    `since` is the day it came to its stage and `moved` what moved it last, up to that day; None where no file says.
    `coming` is the next interview, `company` a key, `far` the number of the furthest of the `STEPS` it has come to.
    """

    lead: Lead
    stage: str
    since: date | None
    moved: Sign | None
    coming: date | None
    company: str | None
    far: int

    @property
    def open(self) -> bool:
        return self.lead.open

    def days(self, today: date) -> int | None:
        """How many days it has been at its stage."""
        return (today - self.since).days if self.since else None


def courses(network: Network, today: date) -> tuple[Course, ...]:
    """All leads, by path."""
    return tuple(course(network, lead, today) for lead in network.collection.leads)


def course(network: Network, lead: Lead, today: date) -> Course:
    """How one lead stands."""
    coming = min((day for day in lead.interviews if day > today), default=None) if lead.open else None
    moved = max((sign for sign in signs(network, lead) if sign.day <= today), default=None)
    return Course(
        lead, stage_of(lead), since(network, lead, today), moved, coming, network.company_of(lead), reached(lead, today)
    )


def dates(lead: Lead) -> Iterator[Dated]:
    """The days that the file gives for stages, in the order of the stages."""
    for stage, field in _DATED:
        if field == "interviews":
            for number, day in sorted(enumerate(lead.interviews), key=lambda pair: pair[1]):
                yield Dated(day, stage, field, number)
        elif day := getattr(lead, field):
            yield Dated(day, stage, field)


def stage_of(lead: Lead) -> str:
    """The stage as written; where it is not, the one its newest date belongs to."""
    if lead.stage:
        return lead.stage
    newest = max(((dated.day, STAGES.index(dated.stage)) for dated in dates(lead)), default=None)
    return STAGES[newest[1]] if newest else "heard"


def heard_on(network: Network, lead: Lead) -> date | None:
    """The day it was heard of: `heard_on`, else that of the entry in which it was."""
    if lead.heard_on:
        return lead.heard_on
    entry = heard_via(network, lead)
    return entry.day if entry else None


def heard_too_late(network: Network, lead: Lead) -> Entry | None:
    """The entry in which it was heard of, where `heard_on` is later than that."""
    entry = heard_via(network, lead)
    return entry if entry and lead.heard_on and entry.day < lead.heard_on else None


def ended_on(lead: Lead) -> date | None:
    """The day a closed lead ended: `closed_on`, else the newest of its dates; None while it is open."""
    if lead.open:
        return None
    return lead.closed_on or max((dated.day for dated in dates(lead)), default=None)


def naming(network: Network, lead: Lead) -> tuple[Entry, ...]:
    """The entries that are about a lead, or whose text links to it, planned ones too."""
    found = network.relations.naming.get(lead.path, ())
    linked = network.relations.mentioned_in.get(lead.path, ())
    if not linked:
        return found
    others = (network.entry_by_path[path] for path in linked if path in network.entry_by_path)
    return tuple(sorted({*found, *others}, key=lambda entry: entry.order))


def signs(network: Network, lead: Lead) -> Iterator[Sign]:
    """All that has moved a lead or will: its dates, what was done about it, the entries that name it."""
    for dated in dates(lead):
        yield Sign(dated.day, _WORDS[dated.stage], lead.origin, dated.field, dated.item)
    if lead.next_done:
        yield Sign(lead.next_done, "next step done", lead.origin, "next_done")
    via, entries = heard_via(network, lead), naming(network, lead)
    if via and via not in entries:
        yield Sign(via.day, "heard of", via.record.origin, "date")
    for entry in entries:
        record = entry.record
        yield Sign(entry.day, record.activity or record.channel, record.origin, "leads")


_WORDS = {
    "heard": "heard of",
    "applied": "applied",
    "interviewing": "interview",
    "offer": "offer",
    "closed": "closed",
}


def since(network: Network, lead: Lead, today: date) -> date | None:
    """The day a lead came to the stage it is at.

    For `asked`, which has no field, the first entry that asks for something about it; else the day it was heard of.
    """
    found = {
        "heard": lambda: heard_on(network, lead),
        "asked": lambda: _asked_on(network, lead, today) or heard_on(network, lead),
        "applied": lambda: lead.applied_on,
        "interviewing": lambda: min(lead.interviews, default=None),
        "offer": lambda: lead.offer_on,
    }.get(stage_of(lead), lambda: lead.closed_on)()
    return found if found and found <= today else None


def _asked_on(network: Network, lead: Lead, today: date) -> date | None:
    asks = (e.day for e in naming(network, lead) if (e.record.asked or e.record.ask) and e.day <= today)
    return next(asks, None)


def reached(lead: Lead, today: date) -> int:
    """The furthest step a lead has come to, by its stage and by its dates up to today."""
    far = STEP_OF.get(lead.stage or "", 0)
    dated = ((1, lead.applied_on), (2, min(lead.interviews, default=None)), (3, lead.offer_on))
    return max([far, *(step for step, day in dated if day and day <= today)])
