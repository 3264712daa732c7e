"""Seeded choices that come out the same on every Python, for all of them rest on Random.random()."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

AT_LEAST_ONE = 20  # from this many on, even the rarest trait shows up once


def dice(seed: int, *what: object) -> Random:
    """A stream of chance for one thing alone, so that no other choice can shift it."""
    return Random(":".join(map(str, (seed, *what))))  # noqa: S311  # made-up people need no secrets


def below(rng: Random, count: int) -> int:
    """One of 0 … count-1."""
    return int(rng.random() * count)


def between(rng: Random, span: tuple[int, int]) -> int:
    """One of low … high, both included."""
    low, high = span
    return low + below(rng, high - low + 1)


def happens(rng: Random, part: float) -> bool:
    """True in this part of the cases."""
    return rng.random() < part


def pick(rng: Random, options: Sequence[T]) -> T:
    """One of the options."""
    return options[below(rng, len(options))]


def some(rng: Random, options: Sequence[T], count: int) -> tuple[T, ...]:
    """This many different options (fewer if there are fewer), in the order of chance."""
    places: list[int] = []
    while len(places) < min(count, len(options)):
        place = below(rng, len(options))
        if place not in places:
            places.append(place)
    return tuple(options[place] for place in places)


def shuffled(rng: Random, options: Iterable[T]) -> list[T]:
    """All the options in the order of chance."""
    return [option for _, _, option in sorted((rng.random(), n, o) for n, o in enumerate(options))]


def share(rng: Random, among: Sequence[int], part: float) -> frozenset[int]:
    """This part of the numbers, at least one of them unless they are very few."""
    floor = 1 if len(among) >= AT_LEAST_ONE else 0
    count = max(floor, round(len(among) * part))
    return frozenset(shuffled(rng, among)[:count])


def deck(rng: Random, weights: Sequence[tuple[T, int]]) -> list[T]:
    """Each option as often as it weighs; on top one of each, so that even a short deal holds variety."""
    top = [option for option, _ in weights]
    rest = [option for option, weight in weights for _ in range(weight - 1)]
    return shuffled(rng, top) + shuffled(rng, rest)
