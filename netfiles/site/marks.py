"""Marks that stand for a page's parts while a template is rendered, and notice what it does with them."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from netfiles.site.frames import STEPS, Condition, Hole

SIGN = "\ue000"
"""Opens each mark; what is left of one that was taken apart is known by it."""

_MARK = re.compile(f"{SIGN}&<'\" (\\d+)zZ  ;{SIGN}")


class Notes:
    """What one rendering did with its marks."""

    def __init__(self) -> None:
        self.why: str | None = None
        self.conditions: list[Condition] = []
        self._holes: list[Hole] = []

    def mark(self, hole: Hole, sample: str) -> "Mark":
        """A mark for a part; `sample` is what a real page has there.

        Its text has signs that whatever rewrites text would change: a mark found whole was only printed.
        """
        self._holes.append(hole)
        return Mark.standing(f"{SIGN}&<'\" {len(self._holes) - 1}zZ  ;{SIGN}", self, hole, sample)

    def against(self, what: str) -> None:
        """Remember the first thing that forbids to cut."""
        self.why = self.why or what

    def cut(self, text: str) -> list[str | Hole]:
        """Text, hole, text, hole … text."""
        pieces: list[str | Hole] = list(_MARK.split(text))
        pieces[1::2] = [self._holes[int(str(number))] for number in pieces[1::2]]
        if any(isinstance(piece, str) and SIGN in piece for piece in pieces):
            self.against("it rewrites a part of the page")
        return pieces


class Mark(str):
    """A text that stands for a part of the page, or holds one (then it has no hole of its own)."""

    notes: Notes
    hole: Hole | None
    sample: str

    @classmethod
    def standing(cls, text: str, notes: Notes, hole: Hole | None = None, sample: str = "") -> "Mark":
        mark = cls(text)
        mark.notes, mark.hole, mark.sample = notes, hole, sample
        return mark

    def then(self, name: str, arguments: tuple[Any, ...]) -> "Mark":
        """The mark of this part after one of the known steps."""
        if self.hole is None:
            self.notes.against(f"it uses `{name}` on a text that holds a part of the page")
            return self
        hole = Hole(self.hole.part, self.hole.item, (*self.hole.through, (name, arguments)))
        return self.notes.mark(hole, STEPS[name](self.sample, *arguments))

    def __str__(self) -> str:
        return str.__str__(self)

    def __bool__(self) -> bool:
        return True

    def __format__(self, spec: str) -> str:
        return format(self._taken_apart("format") if spec else str(self), spec)

    def __contains__(self, needle: str) -> bool:  # type: ignore[override]  # as str has it
        if self.hole is None or self.hole.item is not None or type(needle) is not str:
            self.notes.against(f"it looks into {self._called}")
            return False
        holds = needle in self.sample
        self.notes.conditions.append(Condition(self.hole, needle, holds))
        return holds

    def __add__(self, other: str) -> str:
        return self.then("before", (other,)) if type(other) is str else self._taken_apart("+")

    def __radd__(self, other: str) -> str:
        return self.then("after", (other,)) if type(other) is str else self._taken_apart("+")

    @property
    def _called(self) -> str:
        return f"page.{self.hole.part}" if self.hole else "a text that holds a part of the page"

    def _taken_apart(self, how: str) -> str:
        self.notes.against(f"it uses `{how}` on {self._called}")
        return str(self)


_FREE = {
    *("__new__", "__init__", "__class__", "__getattribute__", "__setattr__", "__delattr__", "__dir__", "__doc__"),
    *("__init_subclass__", "__subclasshook__", "__getnewargs__", "__reduce__", "__reduce_ex__", "__sizeof__"),
    *vars(Mark),
}


def _watched(name: str) -> Callable[..., Any]:
    plain = getattr(str, name)

    def method(self: Mark, *arguments: Any, **named: Any) -> Any:
        self._taken_apart(name)
        return plain(self, *arguments, **named)

    return method


for _name in set(dir(str)) - _FREE:
    setattr(Mark, _name, _watched(_name))


def joined(parts: Iterable[str], notes: Notes) -> str:
    """The parts as one text, which is a mark itself where it holds one."""
    text = "".join(parts)
    return Mark.standing(text, notes) if SIGN in text else text


def holds_mark(value: object, left: int = 3) -> bool:
    """Whether a mark stands in a value, or in a list or mapping of them."""
    if isinstance(value, str):
        return SIGN in str(value)
    if isinstance(value, dict):
        return left > 0 and any(holds_mark(one, left - 1) for pair in value.items() for one in pair)
    if isinstance(value, list | tuple | set | frozenset):
        return left > 0 and any(holds_mark(one, left - 1) for one in value)
    return hasattr(value, "__html__") and SIGN in str(value)
