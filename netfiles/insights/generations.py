"""Who led to whom as a tree, and the generations that follow from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from netfiles.insights.named import Introduction


@dataclass(frozen=True, slots=True)
class Tree:
    """The introductions by the person introduced, and by giver in order of day; `number` is the generation of each.

    Givers whom nobody introduced are of generation 0. There are no circles: the network leaves out what closes one.
    """

    by_person: Mapping[str, Introduction]
    by_giver: Mapping[str, tuple[Introduction, ...]]
    number: Mapping[str, int]


def tree(introductions: Iterable[Introduction], before: Tree | None = None) -> Tree:
    """The tree of introductions, one for each person. `before` may hold still."""
    kept = dict(sorted((one.person, one) for one in introductions))
    if before and before.by_person == kept:
        return before
    given: dict[str, list[Introduction]] = {}
    for one in kept.values():
        given.setdefault(one.giver, []).append(one)
    by_giver = {giver: tuple(sorted(given[giver], key=_order)) for giver in sorted(given)}
    return Tree(kept, by_giver, _numbers(kept))


def _order(one: Introduction) -> tuple[date, str]:
    """By day; those without one come last."""
    return one.day or date.max, one.person


def _numbers(kept: Mapping[str, Introduction]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for start in kept:
        way: list[str] = []
        key = start
        while key in kept and key not in numbers:
            way.append(key)
            key = kept[key].giver
        number = numbers.setdefault(key, 0)
        for step, each in enumerate(reversed(way), 1):
            numbers[each] = number + step
    return numbers
