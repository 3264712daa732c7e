"""How far leads go: how many came to each step, how long they stay there, and the same for some of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from netfiles.index.network import Network
from netfiles.insights.leads import STEP_OF, STEPS, Course, heard_on
from netfiles.model import Lead

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
    """For each step a lead has left its days there: from one known date to the next. Dates out of order say nothing."""
    days = (
        (_HEARD, heard_on(network, lead)),
        (_APPLIED, lead.applied_on),
        (_INTERVIEW, min(lead.interviews, default=None)),
        (_OFFER, lead.offer_on),
        (_ACCEPTED, lead.closed_on),
    )
    known = [(step, day) for step, day in days if day and day <= today]
    spans = [(step, (left - came).days) for (step, came), (_, left) in pairwise(known)]
    return [(step, span) for step, span in spans if span >= 0]


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
