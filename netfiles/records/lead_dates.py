"""The dates and the stage of a lead, where they contradict each other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from netfiles.model import Lead
from netfiles.problems import Problem

_STAGE_DATES = {
    "heard": "heard_on",
    "applied": "applied_on",
    "interviewing": "interviews",
    "offer": "offer_on",
    "accepted": "closed_on",
    "rejected": "closed_on",
    "withdrawn": "closed_on",
}
_ORDERS = (
    ("heard_on", "applied_on"),
    ("heard_on", "interviews"),
    ("heard_on", "offer_on"),
    ("heard_on", "closed_on"),
    ("applied_on", "offer_on"),
    ("applied_on", "closed_on"),
    ("interviews", "closed_on"),
    ("offer_on", "closed_on"),
)
"""Which day cannot come after which. An interview may come before the application, and after an offer."""


def lead_doubts(lead: Lead) -> Iterator[Problem]:
    """Warnings about one lead."""
    yield from _stage(lead)
    found = {then: one for first, then in reversed(_ORDERS) if (one := _contradiction(lead, first, then))}
    yield from found.values()


def impossible(days: Mapping[str, Iterable[date]]) -> frozenset[tuple[str, date]]:
    """Of the days by their fields those that contradict another: which of the two is wrong nobody can tell."""
    found = set[tuple[str, date]]()
    for first, then in _ORDERS:
        for day in days.get(first, ()):
            for other in days.get(then, ()):
                if other < day:
                    found |= {(first, day), (then, other)}
    return frozenset(found)


def _stage(lead: Lead) -> Iterator[Problem]:
    dated = _STAGE_DATES.get(lead.stage or "")
    if dated and not getattr(lead, dated):
        yield Problem(
            "NF314",
            lead.origin.place("stage"),
            f"The stage is `{lead.stage}`, but `{dated}` is not written",
            f"Add `{dated}: 2026-11-20` with the day it happened.",
        )
    if lead.stage and lead.open and lead.closed_on:
        yield Problem(
            "NF322",
            lead.origin.place("closed_on"),
            f"`closed_on` says that the lead ended, `stage: {lead.stage}` that it goes on; it is taken to go on",
            "Write accepted, rejected or withdrawn as the stage, or remove `closed_on`.",
        )


def _contradiction(lead: Lead, first: str, then: str) -> Problem | None:
    """The problem of a day that comes before one that it can only follow."""
    days, later = list(_days(lead, first)), list(_days(lead, then))
    if not days or not later:
        return None
    day, (item, other) = max(day for _, day in days), min(later, key=lambda pair: pair[1])
    if other >= day:
        return None
    return Problem(
        "NF321",
        lead.origin.place(then, item),
        f"`{then}` is {other}, before `{first}`, which is {day}",
        f"Correct one of the two, or leave out the one you are not sure of; `{first}` is on line "
        f"{lead.origin.place(first).line}.",
    )


def _days(lead: Lead, field: str) -> Iterator[tuple[int | None, date]]:
    """The days of a field, with their places in its list where it is one."""
    if field == "interviews":
        yield from enumerate(lead.interviews)
    elif day := getattr(lead, field):
        yield None, day
