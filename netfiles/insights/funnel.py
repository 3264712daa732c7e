"""How far leads go: how many came to each step, how long they stay there, and the same for some of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from netfiles.index.network import Network
from netfiles.insights.leads import STEP_OF, STEPS, Course, heard_on, heard_too_late
from netfiles.model import Lead
from netfiles.records.lead_dates import impossible

_HEARD, _APPLIED, _INTERVIEW, _OFFER, _ACCEPTED = range(len(STEPS))


@dataclass(frozen=True, slots=True)
class Step:
    """The leads that came to a step or beyond, those that are there now, and the days that others stayed there."""

    name: str
    came: tuple[Course, ...]
    now: tuple[Course, ...]
    stays: tuple[int, ...]

    @property
    def days(self) -> float | None:
        """The median of the stays that are over."""
        return median(self.stays) if self.stays else None


def funnel(network: Network, courses: Iterable[Course], today: date) -> tuple[Step, ...]:
    """Every step with its leads."""
    found = tuple(courses)
    stays: list[list[int]] = [[] for _ in STEPS]
    for course in found:
        for step, days in stays_of(network, course.lead, today):
            stays[step].append(days)
    return tuple(
        Step(
            name,
            tuple(course for course in found if course.far >= step),
            tuple(course for course in found if course.open and STEP_OF.get(course.stage, _HEARD) == step),
            tuple(sorted(stays[step])),
        )
        for step, name in enumerate(STEPS)
    )


def stays_of(network: Network, lead: Lead, today: date) -> list[tuple[int, int]]:
    """For each step a lead has left its days there: from one known date to the next.

    Days that contradict each other say nothing; an interview before the application says nothing of either.
    """
    days = {field: tuple(_days(network, lead, field)) for _, field in _DATED}
    wrong = impossible(days)
    right = ((step, [day for day in days[field] if (field, day) not in wrong]) for step, field in _DATED)
    known = [(step, min(of)) for step, of in right if of and min(of) <= today]
    spans = [(step, (left - came).days) for (step, came), (_, left) in pairwise(known)]
    return [(step, span) for step, span in spans if span >= 0]


_DATED = (
    (_HEARD, "heard_on"),
    (_APPLIED, "applied_on"),
    (_INTERVIEW, "interviews"),
    (_OFFER, "offer_on"),
    (_ACCEPTED, "closed_on"),
)


def _days(network: Network, lead: Lead, field: str) -> Iterator[date]:
    if field == "interviews":
        yield from lead.interviews
    elif field != "heard_on":
        yield from filter(None, (getattr(lead, field),))
    elif (day := heard_on(network, lead)) and not heard_too_late(network, lead):
        yield day


@dataclass(frozen=True, slots=True)
class Yield:
    """What became of some leads: how many there are, and how many of them came to each later step."""

    leads: tuple[Course, ...]
    applied: int
    interviews: int
    offers: int

    @property
    def rate(self) -> float:
        """Interviews for each lead."""
        return self.interviews / len(self.leads) if self.leads else 0.0


def yield_of(courses: Iterable[Course]) -> Yield:
    """What became of these."""
    leads = tuple(courses)
    far = [course.far for course in leads]
    return Yield(leads, *(sum(step >= least for step in far) for least in (_APPLIED, _INTERVIEW, _OFFER)))
