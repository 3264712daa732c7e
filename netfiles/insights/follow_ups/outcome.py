"""Outcome: what somebody gave came to an end, and they have not been told; several ends are one reason."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netfiles.index.network import Entry, Someone
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Case, Reason
from netfiles.insights.follow_ups.thank import Said
from netfiles.insights.leads import stage_of
from netfiles.insights.time_share import purpose
from netfiles.problems import Place


class End(NamedTuple):
    """How something that somebody gave ended: the day, in words, and what proves it.

    `gifts` are the entries in which they gave it; none where only the file of a lead or of a person says so. `told`
    is when they heard of the end.
    """

    day: date
    what: str
    place: Place
    gifts: tuple[Entry, ...]
    told: Said | None


def outcomes(case: Case) -> Iterator[Reason]:
    """One reason a person, due some days after the oldest end that has not left the queue."""
    wait, stays = timedelta(case.numbers.outcome_days), timedelta(case.numbers.leaves_after_days)
    since = _thanked_for_once_landed(case)
    untold = [e for e in ends(case) if e.told is None and since < e.day and case.today < e.day + wait + stays]
    if untold:
        first = untold[0]
        text = f"Tell {case.someone.name} what came of it: {'; '.join(end.what for end in untold)}."
        yield Reason("outcome", case.someone.key, first.day + wait, text, first.place)


def _thanked_for_once_landed(case: Case) -> date:
    """The day up to which thanks for the landing speak for all outcomes of somebody who had a part in it."""
    landing = case.situation.landing
    return landing.since if landing and landing.credit(case.someone.key) else date.min


def ends(case: Case) -> tuple[End, ...]:
    """Everything somebody gave that has ended by today, oldest end first, told or not."""
    someone = case.someone
    if not (someone.introducing or someone.introduced or someone.key in case.situation.ended):
        return ()
    found = (*_of_leads(case), *_of_introductions(case))
    return tuple(sorted(found, key=lambda end: (end.day, end.place, end.what)))


_ENDS = {
    "accepted": "you accepted {lead}",
    "rejected": "{lead} was a no",
    "withdrawn": "you withdrew from {lead}",
    "closed": "{lead} came to an end",
}


def _of_leads(case: Case) -> Iterator[End]:
    for lead, day, gifts in case.situation.ended.get(case.someone.key, ()):
        if day > case.today:
            continue
        when = f" ({short(day, case.today)})" if lead.closed_on else ""
        what = _ENDS[stage_of(lead)].format(lead=lead.called) + when
        place = lead.origin.place("closed_on" if lead.closed_on else "stage")
        yield End(day, what, place, gifts, _told(case, day, None, gifts))


def _of_introductions(case: Case) -> Iterator[End]:
    """The people they introduced whom the owner has met since."""
    people, named = case.situation.network.people, dict[str, list[Entry]]()
    for entry in case.someone.introducing:
        for key in entry.introduced:
            if entry.day <= case.today and key not in entry.people:
                named.setdefault(key, []).append(entry)
    for key in dict.fromkeys((*named, *case.someone.introduced)):
        gifts = tuple(named.get(key, ()))
        if key != case.someone.key and (met := _met(people[key], gifts[0] if gifts else None, case.today)):
            day, meeting, place = met
            what = f"you met {people[key].name} ({short(day, case.today)})"
            yield End(day, what, place, gifts, _told(case, day, meeting, gifts))


def _met(someone: Someone, gift: Entry | None, today: date) -> tuple[date, Entry | None, Place] | None:
    """The first meeting with somebody: `met_on`, else the first talk. None where it was before their name was given."""
    record = someone.record
    if record and record.met_on:
        if record.met_on > today or (gift and record.met_on < gift.day):
            return None
        return record.met_on, None, record.origin.place("met_on")
    talk = next((e for e in someone.entries if not e.record.written), None)
    if talk is None or talk.day > today or (gift and not talk.follows(gift)):
        return None
    return talk.day, talk, talk.record.origin.place("date")


def _told(case: Case, day: date, meeting: Entry | None, gifts: Iterable[Entry]) -> Said | None:
    """When somebody first heard of an end: the entries that say so, or a talk, an update or thanks since."""
    told = [e for gift in gifts for e in _outcomes_of(case, gift)]
    since = (e for e in case.until if e.day >= day and (not meeting or e is meeting or e.follows(meeting)))
    told += [e for e in since if _tells(e)][:1]
    first = min(told, key=lambda e: e.order, default=None)
    return Said(first.day, first.path) if first else None


def _outcomes_of(case: Case, gift: Entry) -> Iterator[Entry]:
    for told in case.situation.network.relations.outcomes.get(gift.path, ()):
        if told.day <= case.today and told.follows(gift) and (case.someone.key in told.people or not told.people):
            yield told


def _tells(entry: Entry) -> bool:
    record = entry.record
    if not record.written:
        return True
    return record.from_me and (purpose(record) in ("update", "thanks") or bool(entry.outcome_for))
