"""Where everybody stands on a day: made anew only for those whom a change touched."""

from collections.abc import Mapping
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
    """Everybody's standing by key, on a day, by the options of a moment and for what is looked for."""

    today: date
    options: Options
    search: Search
    network: Network
    by_key: Mapping[str, Standing]


def standings(network: Network, today: date, before: Standings | None) -> Standings:
    """Everybody's standing; those of `before` hold for whom nothing is different."""
    situation, wanted, options = Situation(network, today), search(network), network.collection.options
    known: Mapping[str, Standing] = {}
    if before and (before.today, before.options, before.search) == (today, options, wanted):
        known = _holding(before, network)
    by_key: dict[str, Standing] = {}
    for key, someone in network.people.items():
        by_key[key] = known.get(key) or _standing(
            Case(situation, someone), around(network, someone), wanted.is_served_by(someone)
        )
    return Standings(today, options, wanted, network, by_key)


def _holding(before: Standings, network: Network) -> Mapping[str, Standing]:
    """The standings of all who, and whose surroundings, are the same objects as before."""
    was, now = before.network.people, network.people
    if before.network.relations.thanked is not network.relations.thanked or tuple(was) != tuple(now):
        known = ((key, old) for key, old in before.by_key.items() if old.someone is now.get(key))
        return {key: old for key, old in known if all(map(is_, old.around, around(network, old.someone)))}
    replaced = set(map(id, compress(was.values(), map(is_not, was.values(), now.values()))))
    if not replaced:
        return before.by_key
    return {
        key: old
        for key, old in before.by_key.items()
        if id(old.someone) not in replaced and (not old.around or replaced.isdisjoint(map(id, old.around)))
    }


def _standing(case: Case, near: tuple[object, ...], useful: bool) -> Standing:
    someone = case.someone
    strength = tie(someone, case.today, case.numbers.tie_half_life_days)
    opened = open_with(case, strength, useful)
    found = tuple(doubts(someone.record, case.today)) if someone.record else ()
    return Standing(someone, near, strength, opened, found)
