"""Long lists: what a page shows of one at first, and the parts by first letter that hold all of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from netfiles.text.letters import unaccented

SHORT = 300
"""A list up to this long stands on its page as a whole."""

FIRST = 100
PART = 500


class Named(Protocol):
    """What a list may hold."""

    @property
    def name(self) -> str: ...

    @property
    def key(self) -> str: ...


T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """Some of a list: the things whose names begin with one letter, or a stretch of them where they are many."""

    key: str
    letter: str
    number: int
    of: int
    things: tuple[T, ...]

    @property
    def name(self) -> str:
        """`A`, `other letters`, `A, page 2 of 3`."""
        return f"{self.letter}, page {self.number} of {self.of}" if self.of > 1 else self.letter


OTHER = "other"


def initial(name: str) -> str:
    """The letter a name is listed under: `a` to `z`, or `other`."""
    first = _folded(name)[:1]
    return first if "a" <= first <= "z" else OTHER


def by_name(things: Iterable[T]) -> tuple[T, ...]:
    """Things in the order of their names, accents and case aside."""
    return tuple(sorted(things, key=lambda thing: (_folded(thing.name), thing.name, thing.key)))


@lru_cache(maxsize=100_000)
def _folded(name: str) -> str:
    """The same names are asked for again and again, from one save to the next."""
    return unaccented(name)


def parts(things: Sequence[T]) -> dict[str, Part[T]]:
    """The parts of a long list that is in order, by key: by letter, other letters last. A short list has none."""
    groups: dict[str, list[T]] = {}
    for thing in things if len(things) > SHORT else ():
        groups.setdefault(initial(thing.name), []).append(thing)
    letters = sorted(groups, key=lambda each: (each == OTHER, each))
    return {part.key: part for letter in letters for part in _of(letter, groups[letter])}


def _of(letter: str, things: list[T]) -> Iterable[Part[T]]:
    starts = range(0, len(things), PART)
    shown = "other letters" if letter == OTHER else letter.upper()
    for number, start in enumerate(starts, 1):
        key = letter if number == 1 else f"{letter}-{number}"
        yield Part(key, shown, number, len(starts), tuple(things[start : start + PART]))


@dataclass(frozen=True, slots=True)
class Letter:
    """A link of the bar of letters."""

    href: str
    name: str
    here: bool


def letters(found: Mapping[str, Part[T]], way: str, shown: Part[T] | None = None) -> list[Letter]:
    """The bar of letters, seen from a page whose way to the parts is `way`."""
    current = shown.letter if shown else None
    first = (part for part in found.values() if part.number == 1)
    return [Letter(f"{way}{part.key}/", part.letter, part.letter == current) for part in first]


def turns(found: Mapping[str, Part[T]], shown: Part[T], way: str) -> tuple[Letter | None, Letter | None]:
    """The parts before and after one of them."""
    keys = list(found)
    at = keys.index(shown.key)
    around = (keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None)
    before, after = (Letter(f"{way}{key}/", found[key].name, False) if key else None for key in around)
    return before, after
