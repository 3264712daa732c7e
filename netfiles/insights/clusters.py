"""Who knows whom by groups: companies, tags or places, whichever holds most of it."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from itertools import product
from operator import is_
from typing import Literal, NamedTuple

from netfiles.index.network import Network, Someone

By = Literal["company", "tag", "place"]
MOST = 24
"""So many groups are kept, those with the most acquaintances."""


class Group(NamedTuple):
    """Some people: its key, how many are acquainted with somebody, and how many pairs of them know each other."""

    key: str
    people: int
    within: int


class Clusters(NamedTuple):
    """The groups with most acquaintances in the order of their keys, and how many there are between two of them.

    `shown` of `whole` acquaintances are within or between these groups.
    """

    by: By
    groups: tuple[Group, ...]
    between: Mapping[tuple[str, str], int]
    shown: int
    whole: int


class Clustered(NamedTuple):
    """Clusters beside what they follow from."""

    made_of: tuple[object, ...]
    clusters: Clusters


def clustered(network: Network, pairs: Collection[tuple[str, str]], before: Clustered | None) -> Clustered:
    """The clusters of all acquaintances; those of `before` hold where they are made of the same objects."""
    made_of = (pairs, network.collection.people, network.relations.now)
    if before and all(map(is_, before.made_of, made_of)):
        return before
    return Clustered(made_of, clusters(network, pairs))


def clusters(network: Network, pairs: Collection[tuple[str, str]]) -> Clusters:
    """The first way to group people whose groups have half of the ends of acquaintances, else that with most."""
    ones, others = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ends = Counter(ones)
    ends.update(others)
    best: tuple[int, By, Mapping[str, str], list[str]] | None = None
    for by, group_of in _GROUPINGS.items():
        groups = {key: group_of(network.people[key]) for key in ends}
        covered, kept = _largest(groups, ends)
        if best is None or covered > best[0]:
            best = covered, by, groups, kept
        if best[0] >= len(ones):
            break
    assert best is not None  # noqa: S101  # there are ways to group people
    _, by, group, kept = best
    return _grouped(by, group, kept, Counter(zip(map(group.get, ones), map(group.get, others), strict=True)))


def _largest(groups: Mapping[str, str], ends: Mapping[str, int]) -> tuple[int, list[str]]:
    """The groups with most ends of acquaintances in the order of their keys, and how many ends these have."""
    counted: Counter[str] = Counter()
    for key, count in ends.items():
        counted[groups[key]] += count
    counted.pop("", None)
    kept = sorted(counted, key=lambda group: (-counted[group], group))[:MOST]
    return sum(counted[group] for group in kept), sorted(kept)


def _company(someone: Someone) -> str:
    return someone.company or ""


def _tag(someone: Someone) -> str:
    return someone.record.tags[0].lower() if someone.record and someone.record.tags else ""


def _place(someone: Someone) -> str:
    return (someone.record.location or "") if someone.record else ""


_GROUPINGS: Mapping[By, Callable[[Someone], str]] = {"company": _company, "tag": _tag, "place": _place}


def _grouped(
    by: By, groups: Mapping[str, str], kept: list[str], counted: Mapping[tuple[str | None, str | None], int]
) -> Clusters:
    """The clusters of some groups; `counted` are the acquaintances between any two, either way round."""
    inside: Counter[tuple[str, str]] = Counter()
    for one, other in product(kept, kept):
        if count := counted.get((one, other), 0):
            inside[(one, other) if one < other else (other, one)] += count
    sizes = Counter(groups.values())
    return Clusters(
        by,
        tuple(Group(key, sizes[key], inside[key, key]) for key in kept),
        {pair: inside[pair] for pair in sorted(inside) if inside[pair] and pair[0] != pair[1]},
        sum(inside.values()),
        sum(counted.values()),
    )
