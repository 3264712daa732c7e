"""Who led to whom as a tree: the generations that follow from it, and the circles it cannot hold."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from netfiles.index.network import Network
from netfiles.insights.named import Introduction
from netfiles.problems import Problem


@dataclass(frozen=True, slots=True)
class Tree:
    """The introductions by the person introduced, and by giver in order of day; `number` is the generation of each.

    Givers whom nobody introduced are of generation 0. `circles` are the introductions left out because they would
    close a circle, each after those it closes. All of it follows from `made_of`.
    """

    made_of: Mapping[str, Introduction]
    by_person: Mapping[str, Introduction]
    by_giver: Mapping[str, tuple[Introduction, ...]]
    number: Mapping[str, int]
    circles: tuple[tuple[Introduction, ...], ...]


def tree(introductions: Iterable[Introduction], before: Tree | None = None) -> Tree:
    """The tree of introductions, one for each person; a circle is broken at its newest. `before` may hold still."""
    found = {one.person: one for one in introductions}
    if before and before.made_of == found:
        return before
    circles = tuple(_circles(found))
    left_out = {circle[-1].person for circle in circles}
    kept = {key: one for key, one in sorted(found.items()) if key not in left_out}
    given: dict[str, list[Introduction]] = {}
    for one in kept.values():
        given.setdefault(one.giver, []).append(one)
    by_giver = {giver: tuple(sorted(given[giver], key=_order)) for giver in sorted(given)}
    return Tree(found, kept, by_giver, _numbers(kept), circles)


def _order(one: Introduction) -> tuple[date, str]:
    """By day; those without one come last."""
    return one.day or date.max, one.person


def _circles(found: Mapping[str, Introduction]) -> Iterator[tuple[Introduction, ...]]:
    """Every circle, from the introduction after its newest to that one; undated ones are newest."""
    seen: set[str] = set()
    for start in sorted(found):
        way: dict[str, None] = {}
        key = start
        while key in found and key not in seen:
            seen.add(key)
            way[key] = None
            key = found[key].giver
        if key in way:
            keys = list(way)
            circle = [found[each] for each in keys[keys.index(key) :]]
            newest = circle.index(max(circle, key=_order))
            yield (*circle[newest + 1 :], *circle[: newest + 1])


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


_MOST_NAMED = 5


def circle_problems(network: Network, circles: Iterable[tuple[Introduction, ...]]) -> Iterator[Problem]:
    """A problem for each introduction that is left out."""
    for circle in circles:
        names = [network.people[one.person].name[:80] for one in reversed(circle)]
        shown = [*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else []), names[0]]
        said = " led to ".join(shown) if len(names) > 1 else f"{names[0]} is said to have led to themselves"
        yield Problem(
            "NF405",
            circle[-1].place,
            f"A circle of introductions, of which this one counts for nothing: {said}",
            f"Correct or remove `{circle[-1].field}` in one of these files.",
        )
