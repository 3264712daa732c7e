"""Where everybody stands on a day: made anew only for those whom a change touched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import compress
from operator import is_, is_not

from netfiles.index.network import Network, Someone
from netfiles.insights.doubts import doubts
from netfiles.insights.follow_ups.reason import Case, Situation, around
from netfiles.insights.queue import Open, Search, open_with, search
from netfiles.insights.ties import Tie, tie
from netfiles.model.options import Options
from netfiles.problems import Problem


@dataclass(frozen=True)
class Standing:
    """The tie with somebody and what is open; `someone` and what is `around` them are what that was made of.

    How much there is around somebody, and whether they are of use, follows from `someone` alone.
    """

    someone: Someone
    around: tuple[object, ...]
    tie: Tie
    open: Open
    doubts: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """Everybody's standing by key, on a day, by the options of a moment and for what is looked for.

    `near` is what is around whom, where there is anything.
    """

    today: date
    options: Options
    search: Search
    network: Network
    by_key: Mapping[str, Standing]
    near: Mapping[str, tuple[object, ...]]


def standings(network: Network, today: date, before: Standings | None) -> Standings:
    """Everybody's standing; those of `before` hold for whom nothing is different."""
    situation, wanted, options = Situation(network, today), search(network), network.collection.options
    people, by_key, near = network.people, dict[str, Standing](), dict[str, tuple[object, ...]]()
    moved: Iterable[str] = people
    if before and (before.today, before.options, before.search) == (today, options, wanted):
        by_key, near, moved = dict(before.by_key), dict(before.near), _moved(before, network)
    for key in moved:
        near[key] = around(network, people[key])
        by_key[key] = _standing(Case(situation, people[key]), near[key], wanted.is_served_by(people[key]))
        if not near[key]:
            del near[key]
    if tuple(by_key) != tuple(people):  # somebody came or went
        by_key = {key: by_key[key] for key in people}
        near = {key: near[key] for key in people if key in near}
    return Standings(today, options, wanted, network, by_key, near)


def _moved(before: Standings, network: Network) -> Iterable[str]:
    """The keys of all who, or whose surroundings, are no longer the same objects as before."""
    was, now = before.network.people, network.people
    if before.network.relations.thanked is not network.relations.thanked or tuple(was) != tuple(now):
        known = before.by_key
        new = [key for key, someone in now.items() if key not in known or known[key].someone is not someone]
        near = ((key, old) for key, old in before.near.items() if key in now)
        return dict.fromkeys((*new, *(key for key, old in near if not _same(old, around(network, now[key])))))
    new = list(compress(now, map(is_not, was.values(), now.values())))
    gone = {id(was[key]) for key in new}
    return dict.fromkeys((*new, *(key for key, old in before.near.items() if not gone.isdisjoint(map(id, old)))))


def _same(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    return len(old) == len(new) and all(map(is_, old, new))


def _standing(case: Case, near: tuple[object, ...], useful: bool) -> Standing:
    someone = case.someone
    strength = tie(someone, case.today, case.numbers.tie_half_life_days)
    opened = open_with(case, strength, useful)
    found = tuple(doubts(someone.record, case.today)) if someone.record else ()
    return Standing(someone, near, strength, opened, found)
