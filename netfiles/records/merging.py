"""Two versions of a file that both come from a third, brought together field by field and item by item.

What both changed in different ways is not decided here: it stays different, for the lines to be merged by git, which
marks it.
"""

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from netfiles.model import Kind
from netfiles.records.read import known_fields
from netfiles.text.edit import Unsafe, edited, values_of
from netfiles.text.edits import Add, Edit, Remove, Set
from netfiles.text.frontmatter import Refused
from netfiles.text.layout import Layout, layout

_EMPTY = "---\n---\n"


@dataclass(frozen=True, slots=True)
class Sides:
    """Three versions of a text that differ only in what is left to be merged by lines."""

    base: bytes
    ours: bytes
    theirs: bytes


def evened(path: str, sides: Sides, kind: Kind) -> Sides:
    """The versions with all fields alike but those that both sides changed in different ways.

    Where a version is no record, or a field cannot be changed safely, they come back as they are.
    """
    try:
        texts = [content.removeprefix(codecs.BOM_UTF8).decode() for content in (sides.base, sides.ours, sides.theirs)]
        texts[0] = texts[0] or _EMPTY
        layouts = [layout(path, text, kind) for text in texts]
        edits = _edits(layouts, kind)
        base, ours, theirs = (edited(path, text, mine, kind).encode() for text, mine in zip(texts, edits, strict=True))
    except (Refused, Unsafe, UnicodeDecodeError):
        return sides
    bom = codecs.BOM_UTF8 if sides.ours.startswith(codecs.BOM_UTF8) else b""
    return Sides(bom + base, bom + ours, bom + theirs)


Values = list[Any] | None


def _edits(layouts: Sequence[Layout], kind: Kind) -> list[list[Edit]]:
    """For base, ours and theirs the edits that make them alike."""
    values = [values_of(of) for of in layouts]
    lists = {name for name, is_list in known_fields(kind).items() if is_list}
    lists |= {name for of in layouts for name, span in of.fields.items() if span.form in ("flow", "block")}
    # In the order of theirs, so that the base becomes like theirs and the lines of ours stay where they are.
    names = dict.fromkeys(name for version in reversed(values) for name in version)
    edits: list[list[Edit]] = [[], [], []]
    for name in names:
        base, ours, theirs = three = [version.get(name) for version in values]
        if base == ours == theirs or not all(map(_flat, three)):
            continue
        goal = _merged(base, ours, theirs, name in lists)
        if goal is not _CONFLICT:
            for mine, now, of in zip(edits, three, layouts, strict=True):
                mine.extend(_towards(name, now, goal, _form(name, of, *layouts[::-1])))
    return edits


def _form(name: str, *layouts: Layout) -> str:
    """How a field is written in the first of the versions that has it."""
    return next((of.fields[name].form for of in layouts if name in of.fields), "scalar")


def _flat(value: Values) -> bool:
    return value is None or all(isinstance(item, str) for item in value)


_CONFLICT: list[Any] = ["a conflict"]


def _merged(base: Values, ours: Values, theirs: Values, is_list: bool) -> Values:
    """The value that both sides lead to; `_CONFLICT` where they contradict each other."""
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if not is_list:
        return _CONFLICT
    was, mine, yours = (_items(one) for one in (base, ours, theirs))
    kept = [item for item in mine if item in yours or item not in was]
    return [*kept, *(item for item in yours if item not in was and item not in mine)] or None


def _items(value: Values) -> list[str]:
    return [item for item in value or () if item]


def _towards(name: str, now: Values, goal: Values, form: str) -> Iterator[Edit]:
    """What makes one value into another: of a list of lines, only the lines of the items that differ."""
    if now == goal:
        return
    if goal is None:
        yield Remove(name)
    elif form == "block" and now:
        yield from (Remove(name, item) for item in _items(now) if item not in goal)
        yield Add(name, tuple(goal))
    else:
        yield Set(name, goal[0] if len(goal) == 1 and form != "flow" else tuple(goal))
