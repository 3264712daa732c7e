"""Where everybody stands on a day: made anew only for those whom a change touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netfiles.index.network import Network, Someone
from netfiles.insights.doubts import doubts
from netfiles.insights.follow_ups.reason import Case, Situation, around
from netfiles.insights.queue import Open, open_with, search
from netfiles.insights.ties import Tie, tie
from netfiles.model.options import Options
from netfiles.problems import Problem


@dataclass(frozen=True)
class Standing:
    """The tie with somebody and what is open; `someone`, `around` and `useful` are what that was made of."""

    someone: Someone
    around: tuple[object, ...]
    useful: bool
    tie: Tie
    open: Open
    doubts: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Standings:
    """Everybody's standing by key, on a day and by the options of a moment."""

    today: date
    options: Options
    by_key: Mapping[str, Standing]


def standings(network: Network, today: date, before: Standings | None) -> Standings:
    """Everybody's standing; those of `before` hold for whom nothing is different."""
    situation, wanted, options = Situation(network, today), search(network), network.collection.options
    known: Mapping[str, Standing] = {}
    if before and before.today == today and before.options == options:
        known = before.by_key
    by_key: dict[str, Standing] = {}
    for key, someone in network.people.items():
        old, near, useful = known.get(key), around(network, someone), wanted.is_served_by(someone)
        if old and old.someone is someone and old.useful == useful and _same(old.around, near):
            by_key[key] = old
        else:
            by_key[key] = _standing(Case(situation, someone), near, useful)
    return Standings(today, options, by_key)


def _same(old: tuple[object, ...], new: tuple[object, ...]) -> bool:
    return old is new or (len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True)))


def _standing(case: Case, near: tuple[object, ...], useful: bool) -> Standing:
    someone = case.someone
    strength = tie(someone, case.today, case.numbers.tie_half_life_days)
    opened = open_with(case, strength, useful)
    found = tuple(doubts(someone.record, case.today)) if someone.record else ()
    return Standing(someone, near, useful, strength, opened, found)
