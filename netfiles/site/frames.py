"""A page of the theme with holes, and how they are filled with what is a page's own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

Step = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for a part of the page: which part, of which item of its list if any, what the template makes of it."""

    part: str
    item: int | None = None
    through: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same pieces for each item of the page's table of contents."""

    item: tuple[str | Hole, ...]
    between: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Something the template asked about a part: whether `needle` stands in it."""

    hole: Hole
    needle: str
    holds: bool


Piece = str | Hole | Repeat
Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the theme with holes.

    `links` are the addresses of the page, cut where its name stands. `taken` are names for which the theme's own
    links would read differently.
    """

    pieces: tuple[Piece, ...]
    conditions: tuple[Condition, ...] = ()
    links: tuple[tuple[str, tuple[str, ...]], ...] = ()
    taken: frozenset[str] = frozenset()


def _anchor_only(text: str) -> str:
    """What MkDocs makes of the address of an anchor: nothing else; empty where it is no such address."""
    return text if text.startswith("#") and "\\" not in text else ""


STEPS: Mapping[str, Callable[..., str]] = {
    "after": lambda text, before: before + text,
    "before": lambda text, after: text + after,
    "e": escape,
    "escape": escape,
    "lower": lambda text: text.lower(),
    "replace": lambda text, old, new, count=-1: str(text).replace(old, new, count),
    "safe": Markup,
    "string": lambda text: text,
    "striptags": lambda text: Markup(text).striptags(),  # noqa: S704  # as the template does
    "trim": lambda text: text.strip(),
    "upper": lambda text: text.upper(),
    "url": _anchor_only,
}
"""What a template may do with a part, by the name of its filter: the same here as in Jinja."""


def fill(frame: Frame, parts: Parts, items: Sequence[Parts] = ()) -> str | None:
    """The page with these parts; None where the frame is not one for them."""
    if any((one.needle in through(one.hole, parts)) != one.holds for one in frame.conditions):
        return None
    filled: list[str] = []
    for piece in frame.pieces:
        if isinstance(piece, str):
            filled.append(piece)
        elif isinstance(piece, Hole):
            filled.append(through(piece, parts if piece.item is None else items[0]))
        else:
            filled.append(_repeated(piece, items))
        if not filled[-1]:
            return None
    return "".join(filled)


def _repeated(repeat: Repeat, items: Sequence[Parts]) -> str:
    """The pieces of all items; empty where a part of one is."""
    runs = [[piece if isinstance(piece, str) else through(piece, parts) for piece in repeat.item] for parts in items]
    return repeat.between.join(map("".join, runs)) if all(map(all, runs)) else ""


def through(hole: Hole, parts: Parts) -> str:
    """A part after what the template does with it; templates ask whether it is empty, so that is never printed."""
    text = parts[hole.part]
    for name, arguments in hole.through:
        text = STEPS[name](text, *arguments)
    return text
