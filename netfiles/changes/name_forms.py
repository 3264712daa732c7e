"""How alike two names are, and by which keys names that may be one person's are found beside each other."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from netfiles.changes.nicknames import first_names
from netfiles.insights.directory import bare
from netfiles.insights.whom import PARTICLES

_TITLES = frozenset("dr prof mr mrs ms mx sir jr sr ii iii phd md mba ing".split())
_LONG = 8
"""So many letters a name has at least for one that is wrong to be a slip."""


class Likeness(NamedTuple):
    """How much speaks for one person behind two names, and why in words."""

    points: int
    why: str


@lru_cache(100_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that count: without accents, case, particles and titles."""
    found = tuple(word for word in re.split(r"[^\w]+|_", bare(name)) if word)
    return tuple(word for word in found if word not in PARTICLES and word not in _TITLES) or found


def keys(name: str) -> Iterator[str]:
    """The keys of a name: of two names that are alike, at least one is the same."""
    of = words(name)
    if not of:
        return
    yield f"same {' '.join(sorted(of))}"
    if len(of) > 1:
        yield from [f"ends {first} {of[-1]}" for first in first_names(of[0])]
        yield f"{'short' if len(of[0]) == 1 else 'long'} {of[0][0]} {of[-1]}"
    letters = _letters(of)
    if len(letters) >= _LONG:
        yield f"near {letters}"
        yield from {f"near {letters[:n]}{letters[n + 1 :]}" for n in range(len(letters))}


def likeness(first: str, second: str) -> Likeness | None:
    """How alike two names are; None where they are not."""
    one, two = words(first), words(second)
    if not one or not two:
        return None
    if one == two:
        if len(one) == 1:
            return Likeness(20, f"the same name, of one word: {second}")
        return Likeness(40, "the same name" if first == second else f"the same name, written {first} and {second}")
    if sorted(one) == sorted(two):
        return Likeness(35, f"the same words in another order: {first} and {second}")
    if len(one) > 1 and len(two) > 1:
        return _by_parts(first, second, one, two)
    return None


def _by_parts(first: str, second: str, one: tuple[str, ...], two: tuple[str, ...]) -> Likeness | None:
    if one[-1] == two[-1] and _middles_agree(one[1:-1], two[1:-1]):
        if one[0] == two[0]:
            return Likeness(30, f"the same first and last name: {first} and {second}")
        if first_names(one[0]) & first_names(two[0]):
            return Likeness(25, f"{one[0].title()} is short for {two[0].title()}, or the other way round")
        if (len(one[0]) == 1 or len(two[0]) == 1) and one[0][0] == two[0][0]:
            return Likeness(20, f"an initial stands for the first name: {first} and {second}")
    letters = _letters(one), _letters(two)
    if min(map(len, letters)) >= _LONG and one_apart(*letters):
        return Likeness(25, f"one letter apart: {first} and {second}")
    return None


def _letters(of: tuple[str, ...]) -> str:
    """A name in one word, without initials: that they differ is no slip."""
    return "".join(word for word in of if len(word) > 1)


def _middles_agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the names in the middle do not contradict each other: one has none, or they begin alike."""
    shorter = zip(one, two, strict=False)
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in shorter)


def one_apart(one: str, two: str) -> bool:
    """Whether one letter more, less, other, or two changed places, make one text of the other."""
    if abs(len(one) - len(two)) > 1 or one == two:
        return False
    n = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) == len(two):
        swapped = one[n + 1 : n + 2] + one[n : n + 1] == two[n : n + 2] and one[n + 2 :] == two[n + 2 :]
        return one[n + 1 :] == two[n + 1 :] or swapped
    return one[n + 1 :] == two[n:] if len(one) > len(two) else one[n:] == two[n + 1 :]
