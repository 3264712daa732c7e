"""For every target company: whom I know there, the paths into it, its rating, and the best next move."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from netfiles.index.network import Employer
from netfiles.insights.circle import Circle, Guess
from netfiles.insights.days import short
from netfiles.insights.ground import Ground
from netfiles.insights.paths import Path
from netfiles.insights.possible import Possible
from netfiles.insights.rating import Rating, rating
from netfiles.insights.reach import Reach, Step, reach
from netfiles.insights.rolls import is_contact
from netfiles.insights.standing import Standing


@dataclass(frozen=True, slots=True)
class Coverage:
    """One company; people by key, strongest tie first. `move` is the next move in words, about `person`.

    `possible` and `could_know` are given where there are too few paths, or none. `rank` is the place of a target
    among all, the best one being 1; 0 for a company that is none.
    """

    company: Employer
    now: tuple[str, ...]
    before: tuple[str, ...]
    one_step: tuple[Step, ...]
    paths: tuple[Path, ...]
    possible: tuple[Possible, ...]
    could_know: tuple[Guess, ...]
    rating: Rating
    move: str
    person: str | None
    rank: int = 0


def coverage(ground: Ground, circle: Circle) -> tuple[Coverage, ...]:
    """All target companies, the best rated first."""
    targets = (covered(ground, circle, company) for company in ground.companies.values() if company.is_target)
    ordered = sorted(targets, key=lambda one: (one.rating.order, one.company.name.casefold(), one.company.key))
    return tuple(replace(one, rank=n) for n, one in enumerate(ordered, 1))


def covered(ground: Ground, circle: Circle, company: Employer) -> Coverage:
    """How a company is covered."""
    found = ground.held("reach", company.key, lambda look: reach(look, company.key))
    contact = any(is_contact(ground.people[key], ground.today) for key in found.now)
    guesses = circle.could_know(company) if not found.paths else ()
    move, person = _move(_Case(ground.people, ground.today, company, found, guesses))
    rated = rating(company, "yes" if contact else "one step" if found.one_step else "no")
    return Coverage(company, *found, guesses, rated, move, person)


@dataclass(frozen=True, slots=True)
class _Case:
    """What the next move at a company follows from."""

    people: Mapping[str, Standing]
    today: date
    company: Employer
    reach: Reach
    guesses: tuple[Guess, ...]

    def name(self, key: str) -> str:
        return self.people[key].someone.name

    def day(self, when: date) -> str:
        return short(when, self.today)


Move = tuple[str, str | None]


def _move(case: _Case) -> Move:
    """The first move there is, and whom it is about."""
    for find in (_talk, _introduction, _named, _former, _shared, _guessed, _cold):
        if found := find(case):
            return found
    return f"Nobody yet: ask for a name at {case.company.name} in your next talks.", None


def _talk(case: _Case) -> Move | None:
    for key in case.reach.now:
        if day := case.people[key].someone.last_contact(case.today):
            return f"Talk with {case.name(key)}, who works there (last contact {case.day(day)}).", key
    return None


def _introduction(case: _Case) -> Move | None:
    """The best path whose first person was not asked for something lately, else the best one."""
    paths = case.reach.paths
    if not paths:
        return None
    path = next((path for path in paths if not path.hops[0].asked), paths[0])
    first, second, *rest = path.people
    known = f", who knows {case.name(rest[0])} there" if rest else ""
    asked = path.hops[0].asked
    again = f" You asked them for something on {case.day(asked.day)}, so wait a little." if asked else ""
    return f"Ask {case.name(first)} to introduce you to {case.name(second)}{known}.{again}", first


def _named(case: _Case) -> Move | None:
    for one in case.reach.possible:
        if one.entry and one.to:
            day = case.day(one.entry.day)
            return f"Find out about {case.name(one.to)}: {case.name(one.person)} gave you the name on {day}.", one.to
    return None


def _former(case: _Case) -> Move | None:
    for key in case.reach.before:
        if case.people[key].someone.last_contact(case.today):
            return f"Ask {case.name(key)}, who worked there, whom to talk to.", key
    return None


def _shared(case: _Case) -> Move | None:
    for one in case.reach.possible:
        if one.to and not one.entry:
            return f"Ask {case.name(one.person)} whether they know {case.name(one.to)}, who works there.", one.person
    return None


def _guessed(case: _Case) -> Move | None:
    for guess in case.guesses:
        return f"Ask {case.name(guess.person)} for a name there: {case.name(guess.person)} {guess.why}.", guess.person
    return None


def _cold(case: _Case) -> Move | None:
    for key in (*case.reach.now, *case.reach.before):
        return f"Write to {case.name(key)}: you have not been in contact yet.", key
    return None
