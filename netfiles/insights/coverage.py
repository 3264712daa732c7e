"""For every target company: whom I know there, knew there, can reach in one step, and the best next move."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from netfiles.index.network import Employer, Network, Someone
from netfiles.insights.days import short
from netfiles.insights.ties import Tie


@dataclass(frozen=True, slots=True)
class Step:
    """One step away: `connector`, whom I know, is linked to `inside`, who works there (keys)."""

    connector: str
    inside: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """One target company; people by key, strongest tie first. `move` is the next move in words, about `person`."""

    company: Employer
    now: tuple[str, ...]
    before: tuple[str, ...]
    one_step: tuple[Step, ...]
    move: str
    person: str | None


def coverage(network: Network, today: date, ties: Mapping[str, Tie]) -> tuple[Coverage, ...]:
    """All target companies, A first, then by name."""
    targets = (c for c in network.companies.values() if c.is_target)
    ordered = sorted(targets, key=lambda c: (_rank(c), c.name.casefold(), c.key))
    return tuple(_covered(network, company, today, ties) for company in ordered)


def _rank(company: Employer) -> str:
    return {"A": "1", "yes": "2", "B": "3", "C": "4"}.get(
        (company.record.target if company.record else None) or "", "5"
    )


def _covered(network: Network, company: Employer, today: date, ties: Mapping[str, Tie]) -> Coverage:
    now = _by_tie((key for key in company.now if _reachable(network, key)), ties)
    before = _by_tie((key for key, _ in company.before if key not in now and _reachable(network, key)), ties)
    steps = _steps(network, company, today, ties)
    move, person = _move(network, company, now, before, steps, today)
    return Coverage(company, now, before, steps, move, person)


def _by_tie(keys: Iterable[str], ties: Mapping[str, Tie]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(keys), key=lambda key: (-ties[key].strength, key)))


def _reachable(network: Network, key: str) -> bool:
    record = network.people[key].record
    return record is None or record.status != "closed"


def _steps(network: Network, company: Employer, today: date, ties: Mapping[str, Tie]) -> tuple[Step, ...]:
    """People I have been in contact with, not from there, who are linked to somebody there: one step each."""
    there = set(company.now)
    steps: dict[str, Step] = {}
    for inside in company.now:
        for connector in sorted(linked(network.people[inside], today)):
            someone = network.people[connector]
            if connector in there or connector in steps or not _reachable(network, connector):
                continue
            if someone.last_contact(today) is not None:
                steps[connector] = Step(connector, inside)
    return tuple(sorted(steps.values(), key=lambda step: (-ties[step.connector].strength, step.connector)))


def linked(someone: Someone, today: date) -> set[str]:
    """Keys of everyone who is known to know someone: said to, introduced, or met together in a small round."""
    together = {key for e in someone.until(today) if len(e.people) <= _SMALL_ROUND for key in e.people}
    by = {someone.introduced_by} if someone.introduced_by else set()
    return ({*someone.knows, *someone.known_by, *someone.introduced} | together | by) - {someone.key}


_SMALL_ROUND = 6


def _move(
    network: Network,
    company: Employer,
    now: tuple[str, ...],
    before: tuple[str, ...],
    steps: tuple[Step, ...],
    today: date,
) -> tuple[str, str | None]:
    people = network.people
    inside = next((key for key in now if people[key].last_contact(today)), None)
    if inside and (day := people[inside].last_contact(today)):
        return f"Talk with {people[inside].name}, who works there (last contact {short(day)}).", inside
    if steps:
        step = steps[0]
        return f"Ask {people[step.connector].name} to introduce you to {people[step.inside].name}.", step.connector
    past = next((key for key in before if people[key].last_contact(today)), None)
    if past:
        return f"Ask {people[past].name}, who worked there, whom to talk to.", past
    if now or before:
        key = (now or before)[0]
        return f"Write to {people[key].name}: you have not been in contact yet.", key
    return f"Nobody yet: ask for a name at {company.name} in your next talks.", None
