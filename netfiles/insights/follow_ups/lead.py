"""Lead: an open lead whose next step has come, or that has not moved for two weeks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from netfiles.index.network import Network
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Case, Reason, Situation
from netfiles.insights.leads import Sign, signs, stage_of
from netfiles.model import Lead

ALLOWANCE = 14
QUIET_STAGES = ("asked", "applied", "interviewing")


def leads_of_somebody(_: Case) -> Iterator[Reason]:
    """None: a lead concerns nobody, it has a title."""
    yield from ()


def leads(situation: Situation) -> Iterator[Reason]:
    """One reason for each open lead with a next step, or that is quiet."""
    for lead in situation.network.collection.leads:
        if lead.open and (found := _reason(situation, lead)):
            yield found


def _reason(situation: Situation, lead: Lead) -> Reason | None:
    """The reason of a lead: the next step where it has come, else the quiet; due since the first of both."""
    step = lead.next_on if lead.next_done is None else None
    last = newest(situation.network, lead) if _may_press(situation, lead) else None
    quiet = last.day + timedelta(days=situation.numbers.lead_quiet_days) if last else None
    days = sorted(day for day in (step, quiet) if day)
    if not days:
        return None
    texts = [_planned(lead)] if step and (step <= situation.today or step == days[0]) else []
    if last and quiet and (quiet <= situation.today or quiet == days[0]):
        texts.append(f"Nothing has moved since {short(last.day, situation.today)} ({last.what}).")
    field = "next_on" if step and texts[0] == _planned(lead) else "stage"
    return _of(lead, days[0], " ".join(texts), field)


def _of(lead: Lead, due: date, text: str, field: str) -> Reason:
    return Reason(
        "lead",
        None,
        due,
        text,
        lead.origin.place(field),
        allowance=ALLOWANCE,
        title=lead.called,
        closes="next_done: {today}",
        what=lead.next if lead.next and not lead.next_done else "the next step",
    )


def _planned(lead: Lead) -> str:
    return f"You planned: {(lead.next or 'the next step').rstrip('. ')}."


def newest(network: Network, lead: Lead) -> Sign | None:
    """What moved a lead last or will: a planned interview or entry counts as well."""
    return max(signs(network, lead), default=None)


def _may_press(situation: Situation, lead: Lead) -> bool:
    """Whether quiet counts: at the stages where others are to act, and while the owner is searching."""
    profile = situation.network.collection.profile
    searching = profile is None or profile.status == "searching"
    return searching and stage_of(lead) in QUIET_STAGES


def withdrawals(situation: Situation) -> Iterator[Reason]:
    """Once landed, each open lead is to be withdrawn."""
    network, landing = situation.network, situation.landing
    due = landing.day if landing and landing.day else situation.today
    for lead in network.collection.leads:
        if lead.open:
            company = network.company_of(lead)
            whom = f" Tell {network.companies[company].name}, and" if company else " Withdraw, and"
            text = f"You have landed and this lead is still open.{whom} write the day as closed_on too."
            yield replace(_of(lead, due, text, "stage"), closes="stage: withdrawn")
