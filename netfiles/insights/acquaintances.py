"""Who knows whom, as files and entries show it: pairs of people, each with what proves it best."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import chain, combinations
from typing import Literal, NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.insights.edges import meets
from netfiles.insights.generations import Tree
from netfiles.model import Record
from netfiles.model.options import Numbers
from netfiles.problems import Place

Proof = Literal["introduced", "knows", "met"]
PROOFS: tuple[Proof, ...] = ("introduced", "knows", "met")
"""One led me to the other; the file of one says they know the other; they were in a small round: best first."""


class Acquaintance(NamedTuple):
    """That two people know each other: their keys in order, and the record that shows it."""

    one: str
    other: str
    proof: Proof
    day: date | None
    record: Record
    field: str

    @property
    def place(self) -> Place:
        return self.record.origin.place(self.field)


Pairs = Mapping[tuple[str, str], Acquaintance]


class Acquainted(NamedTuple):
    """Everybody who knows each other, by pair, in no order; beside what that follows from."""

    made_of: tuple[object, ...]
    pairs: Pairs


def acquaintances(network: Network, tree: Tree, today: date, before: Acquainted | None) -> Acquainted:
    """Everybody who knows each other; of rounds the newest proves it. `before` holds where it is made of the same."""
    met = tuple(_met(network, today))
    made_of = (tree.by_person, network.relations.known_by, met)
    if before and before.made_of == made_of:
        return before
    found: dict[tuple[str, str], Acquaintance] = {}
    for one in chain(_introduced(tree), _said(network), *met):
        found.setdefault(one[:2], one)
    return Acquainted(made_of, found)


def _pair(key: str, other: str) -> tuple[str, str]:
    return (key, other) if key < other else (other, key)


def _introduced(tree: Tree) -> Iterator[Acquaintance]:
    for one in tree.by_person.values():
        yield Acquaintance(*_pair(one.person, one.giver), "introduced", one.day, one.record, one.field)


def _said(network: Network) -> Iterator[Acquaintance]:
    records = network.records
    known_by = network.relations.known_by
    for known in sorted(known_by):
        for sayer in sorted(known_by[known]):
            if sayer != known:
                yield Acquaintance(*_pair(sayer, known), "knows", None, records[sayer], "knows")


def _met(network: Network, today: date) -> Iterator[tuple[Acquaintance, ...]]:
    """Who met whom in small rounds, month by month, the newest first."""
    numbers = network.collection.options.numbers
    for month in reversed(tuple(network.months.values())):
        met = _in_rounds(month, numbers)
        if met and month[-1].day > today:
            met = tuple(one for one in met if one.day and one.day <= today)
        if met:
            yield met


@lru_cache(maxsize=512)
def _in_rounds(entries: tuple[Entry, ...], numbers: Numbers) -> tuple[Acquaintance, ...]:
    """Who met whom in the small rounds of a month, the newest first."""
    return tuple(
        Acquaintance(*pair, "met", entry.day, entry.record, "with")
        for entry in reversed(entries)
        if len(entry.people) > 1 and meets(entry, date.max, numbers)
        for pair in combinations(sorted(entry.people), 2)
    )
