"""What is doubtful about leads on a day: days still to come, stages that lag behind, a landing without its lead."""

from collections.abc import Iterator
from datetime import date

from netfiles.index.network import Network
from netfiles.insights.landing import landing
from netfiles.insights.leads import STEP_OF, Dated, dates, heard_too_late
from netfiles.model import Lead
from netfiles.problems import Problem

_EARLIEST = 1950


def lead_doubts(network: Network, today: date) -> Iterator[Problem]:
    """Warnings about leads, and a hint to an owner who has landed."""
    for lead in network.collection.leads:
        yield from _unlikely(lead, today)
        yield from _behind(lead, today)
        if entry := heard_too_late(network, lead):
            said = f"`heard_on` is {lead.heard_on}, after {entry.day}, the day of the entry in `heard_via`"
            advice = "Correct one of the two, or remove `heard_on`: then the day of the entry counts."
            yield Problem("NF321", lead.origin.place("heard_on"), said, advice)
    profile, found = network.collection.profile, landing(network, today)
    if profile and found and (found.lead is None or found.day is None):
        folder = network.collection.options.folders.leads
        yield Problem(
            "NF323",
            profile.origin.place("status"),
            "The profile says that you have landed, but no lead is accepted: whose help led to it is not known"
            if found.lead is None
            else f"You have landed, but the day is not known: {found.lead.path} has no `closed_on`",
            f"Write `stage: accepted` and `closed_on` into the file of the lead in {folder}/.",
        )


def _unlikely(lead: Lead, today: date) -> Iterator[Problem]:
    """Days that cannot be: long before the owner was looking for work, or still to come where none can be planned."""
    for dated in dates(lead):
        if dated.day.year < _EARLIEST or (dated.day > today and dated.field != "interviews"):
            yield _problem(lead, dated.field, dated.item, dated.day)
    if lead.posted_on and lead.posted_on > today:
        yield _problem(lead, "posted_on", None, lead.posted_on)


def _behind(lead: Lead, today: date) -> Iterator[Problem]:
    """A stage at which the lead was before one of its dates."""
    if lead.stage is None or not lead.open:
        return
    later = (one for one in dates(lead) if one.day <= today and STEP_OF.get(one.stage, 0) > STEP_OF.get(lead.stage, 0))
    found = [one for one in later if not _before_the_application(lead, one)]
    if found:
        one = max(found, key=lambda one: (STEP_OF[one.stage], one.day))
        said = f"`{one.field}` says that it came to `{one.stage}` on {one.day}, `stage` that it is at `{lead.stage}`"
        advice = f"Write `stage: {one.stage}`, or remove the day; until then it is taken to be where `stage` says."
        yield Problem("NF322", lead.origin.place(one.field, one.item), said, advice)


def _before_the_application(lead: Lead, one: Dated) -> bool:
    """Whether this is a talk after which the owner applied: that is in order."""
    return one.field == "interviews" and lead.applied_on is not None and one.day < lead.applied_on


def _problem(lead: Lead, field: str, item: int | None, day: date) -> Problem:
    if day.year < _EARLIEST:
        said, advice = f"`{field}`: the year {day.year} is before {_EARLIEST}", "Check the year."
    else:
        said = f"`{field}`: {day} is in the future"
        advice = "Check the date; what is planned goes into `next` and `next_on`."
    return Problem("NF307", lead.origin.place(field, item), said, advice)
