"""The ground that paths run over: what was found out about it, kept with everything that was looked at for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import is_
from typing import Any, TypeVar

from netfiles.index.network import Employer
from netfiles.insights.edges import Edge, companies_with_years, edges
from netfiles.insights.rolls import Roll, roll
from netfiles.insights.standing import Standing, Standings

T = TypeVar("T")
Finding = tuple[str, str]
"""What was found out: its kind, and of whom or of which company."""


@dataclass(frozen=True)
class Ground:
    """The rolls of companies, the edges of people, and what else was found out on one day.

    `found` holds today; what is `earlier`, of a state before, holds where everything looked at for it is the same
    object still.
    """

    standings: Standings
    earlier: Mapping[Finding, "Held"] = field(default_factory=dict)
    found: dict[Finding, "Held"] = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        return self.standings.today

    @cached_property
    def people(self) -> Mapping[str, Standing]:
        """Where everybody stands, by key."""
        return self.standings.by_key

    @cached_property
    def companies(self) -> Mapping[str, Employer]:
        return self.standings.network.companies

    def held(self, kind: str, key: str, make: Callable[["Look"], T]) -> T:
        """What was found out before, where it holds, else what `make` finds out; it looks only through its argument."""
        known = self.found.get((kind, key))
        if known is None:
            before = self.earlier.get((kind, key))
            known = before if before and before.holds(self) else _held(self, before, make)
            self.found[kind, key] = known
        return known.value  # type: ignore[no-any-return]  # what is held under a kind is of its type

    def roll(self, key: str) -> Roll:
        """Who is or was at a company."""
        return self.held("roll", key, lambda look: _roll(look, key))

    def edges(self, key: str) -> tuple[Edge, ...]:
        """Everyone whom somebody is shown to know."""
        return self.held("edges", key, lambda look: _edges(look, key))

    def __reduce__(self) -> tuple[type["Ground"], tuple[object, ...]]:
        """Edges are many, and soon found again: they are not kept for the next process."""
        kept = {what: held for what, held in {**self.earlier, **self.found}.items() if what[0] != "edges"}
        return Ground, (self.standings, kept)


@dataclass(frozen=True, slots=True)
class Held:
    """Something found out, with what was looked at for it, by key."""

    people: Mapping[str, Standing]
    companies: Mapping[str, Employer]
    rolls: Mapping[str, Roll]
    value: Any

    def holds(self, ground: Ground) -> bool:
        """Whether everything looked at is the same still."""
        return (
            all(map(is_, self.companies.values(), map(ground.companies.get, self.companies)))
            and all(map(is_, self.people.values(), map(ground.people.get, self.people)))
            and all(key in ground.companies and ground.roll(key) is known for key, known in self.rolls.items())
        )


class Look:
    """A look around: what is asked for is remembered."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.today, self.numbers = ground.today, ground.standings.options.numbers
        self.people: dict[str, Standing] = {}
        self.companies: dict[str, Employer] = {}
        self.rolls: dict[str, Roll] = {}

    def person(self, key: str) -> Standing:
        """Where somebody stands."""
        return self.people.setdefault(key, self._ground.people[key])

    def company(self, key: str) -> Employer:
        return self.companies.setdefault(key, self._ground.companies[key])

    def roll(self, key: str) -> Roll:
        """Who is or was at a company."""
        self.company(key)
        return self.rolls.setdefault(key, self._ground.roll(key))

    def edges(self, key: str) -> tuple[Edge, ...]:
        """Everyone whom somebody is shown to know."""
        someone = self.person(key).someone
        for company in companies_with_years(someone, self.today) if someone.past else ():
            self.roll(company)
        return self._ground.edges(key)


def _held(ground: Ground, before: Held | None, make: Callable[[Look], T]) -> Held:
    """What `make` finds out; equal to what was known, it stays that object."""
    look = Look(ground)
    value = make(look)
    return Held(look.people, look.companies, look.rolls, before.value if before and before.value == value else value)


def _roll(look: Look, key: str) -> Roll:
    employer = look.company(key)
    people = {one: look.person(one) for one in (*employer.now, *(one for one, _ in employer.before))}
    return roll(employer, people, look.today)


def _edges(look: Look, key: str) -> tuple[Edge, ...]:
    someone = look.person(key).someone
    rolls = {company: look.roll(company) for company in companies_with_years(someone, look.today)}
    return edges(someone, rolls, look.today, look.numbers)


def ground(standings: Standings, before: Ground | None) -> Ground:
    """The ground of a day; of another day, or by other options, nothing of `before` holds."""
    if before is None or (before.today, before.standings.options) != (standings.today, standings.options):
        return Ground(standings)
    return Ground(standings, {**before.earlier, **before.found})
