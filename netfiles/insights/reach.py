"""What leads into a company, or to a person: whom I know there, the best paths, and who may know somebody."""

from collections.abc import Iterable
from typing import NamedTuple

from netfiles.insights.ground import Look
from netfiles.insights.paths import BEST, Path, best_paths
from netfiles.insights.possible import Possible, possible_for, possible_inside
from netfiles.insights.rolls import is_contact, is_open

MOST_HOPS = 3
"""So many hops a path has at most."""


class Step(NamedTuple):
    """One step away: `connector`, whom I know, is linked to `inside`, who works there (keys)."""

    connector: str
    inside: str


class Reach(NamedTuple):
    """Into a company: people by key, strongest tie first. `possible` are given where there are too few paths."""

    now: tuple[str, ...]
    before: tuple[str, ...]
    one_step: tuple[Step, ...]
    paths: tuple[Path, ...]
    possible: tuple[Possible, ...]


class Approach(NamedTuple):
    """To a person."""

    paths: tuple[Path, ...]
    possible: tuple[Possible, ...]


def reach(look: Look, key: str) -> Reach:
    """What leads into a company."""
    company = look.company(key)
    now = _by_tie(look, company.now)
    before = _by_tie(look, (one for one, _ in company.before if one not in company.now))
    steps = _steps(look, company.now)
    paths = best_paths(look, company.now, MOST_HOPS)
    taken = (step.connector for step in steps)
    possible = possible_inside(look, key, company.now, taken) if len(paths) < BEST else ()
    return Reach(now, before, steps, paths, possible)


def approach(look: Look, key: str) -> Approach:
    """What leads to a person I have not been in contact with."""
    if not is_open(look.person(key)):
        return Approach((), ())
    paths = best_paths(look, (key,), MOST_HOPS)
    taken = (edge.to for edge in look.edges(key))
    return Approach(paths, possible_for(look, key, taken) if len(paths) < BEST else ())


def _by_tie(look: Look, keys: Iterable[str]) -> tuple[str, ...]:
    people = (key for key in dict.fromkeys(keys) if is_open(look.person(key)))
    return tuple(sorted(people, key=lambda key: (-look.person(key).tie.strength, key)))


def _steps(look: Look, there: tuple[str, ...]) -> tuple[Step, ...]:
    """Contacts not from there who are linked to somebody there, each with the one they are linked to best."""
    barred = frozenset(there)
    best: dict[str, tuple[float, str]] = {}
    for inside in there:
        for edge in look.edges(inside) if is_open(look.person(inside)) else ():
            if edge.to not in barred and is_contact(look.person(edge.to), look.today):
                best[edge.to] = min(best.get(edge.to, (0.0, "")), (-edge.strength, inside))
    steps = (Step(connector, inside) for connector, (_, inside) in best.items())
    return tuple(sorted(steps, key=lambda step: (-look.person(step.connector).tie.strength, step.connector)))
