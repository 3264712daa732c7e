"""Where everybody stands on a day: made anew only for those whom a change touched."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import compress
from operator import is_not

from netfiles.index.network import Network, Someone
from netfiles.insights.doubts import doubts
from netfiles.insights.ended import Ended
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

    `near` is what is around whom, where there is anything; `ended` the leads that ended, by who helped with them.
    """

    today: date
    options: Options
    search: Search
    network: Network
    by_key: Mapping[str, Standing]
    near: Mapping[str, tuple[object, ...]]
    ended: Mapping[str, tuple[Ended, ...]]


def standings(network: Network, today: date, before: Standings | None) -> Standings:
    """Everybody's standing; those of `before` hold for whom nothing is different."""
    situation, options = Situation(network, today), network.collection.options
    wanted = search(network, situation.landing)
    people, by_key, near = network.people, dict[str, Standing](), dict[str, tuple[object, ...]]()
    moved: Iterable[str] = people
    if before and (before.today, before.options, before.search) == (today, options, wanted):
        by_key, near, moved = dict(before.by_key), dict(before.near), _moved(before, network, situation.ended)
    for key in moved:
        near[key] = around(network, people[key])
        by_key[key] = _standing(Case(situation, people[key]), near[key], wanted.is_served_by(people[key]))
        if not near[key]:
            del near[key]
    if tuple(by_key) != tuple(people):  # somebody came or went
        by_key = {key: by_key[key] for key in people}
        near = {key: near[key] for key in people if key in near}
    return Standings(today, options, wanted, network, by_key, near, situation.ended)


def _moved(before: Standings, network: Network, ended: Mapping[str, tuple[Ended, ...]]) -> Iterable[str]:
    """The keys of all for whom something that their standing follows from is no longer the same."""
    was, now = before.network.people, network.people
    if tuple(was) == tuple(now):
        new = list(compress(now, map(is_not, was.values(), now.values())))
        gone = {id(was[key]) for key in new}
    else:
        new = [key for key, someone in now.items() if was.get(key) is not someone]
        gone = {id(someone) for key, someone in was.items() if now.get(key) is not someone}
    near = (key for key, old in before.near.items() if not gone.isdisjoint(map(id, old)))
    helped = (key for key in before.ended.keys() | ended.keys() if before.ended.get(key) != ended.get(key))
    return dict.fromkeys(key for key in (*new, *near, *helped, *_told(before.network, network)) if key in now)


def _told(was: Network, now: Network) -> Iterator[str]:
    """The keys of all whose gifts other entries thank for, or tell the end of."""
    for old, new in (
        (was.relations.thanked, now.relations.thanked),
        (was.relations.outcomes, now.relations.outcomes),
    ):
        for path in old.keys() | new.keys() if old is not new else ():
            if old.get(path) is not new.get(path):
                for entry in (was.entry_by_path.get(path), now.entry_by_path.get(path)):
                    yield from entry.people if entry else ()


def _standing(case: Case, near: tuple[object, ...], useful: bool) -> Standing:
    someone = case.someone
    strength = tie(someone, case.today, case.numbers.tie_half_life_days)
    opened = open_with(case, strength, useful)
    found = tuple(doubts(someone.record, case.today)) if someone.record else ()
    return Standing(someone, near, strength, opened, found)
