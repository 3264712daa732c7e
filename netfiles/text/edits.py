"""Changes of one file as values: what should be other, and nothing of how."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Set:
    """Give a field a value: one text, or several as a list."""

    field: str
    value: str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Add:
    """Add items to a field, or make the field; those that are there already are left alone."""

    field: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an item out of a field, or the whole field (`item` None); nothing happens where it is not there."""

    field: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Replace:
    """Write something else in the place of an item that reads `old`, wherever it stands in the field."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a field another name."""

    field: str
    to: str


@dataclass(frozen=True, slots=True)
class Append:
    """Add lines to the end of the body, or to the end of the part below a heading (`## Log`), if there is one."""

    lines: str
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick the open task on a line of the file."""

    line: int


@dataclass(frozen=True, slots=True)
class Relink:
    """Let the links of a line of the body that lead to `old` lead to `new`; their labels stay."""

    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """Let what a field says of `old` be said of `new`, in brackets or without: labels, headings and years stay.

    `new` None: such items go out of the field.
    """

    field: str
    old: str
    new: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Put the value on a line of the front matter into quotes, where YAML reads it wrongly without, or not at all."""

    line: int


@dataclass(frozen=True, slots=True)
class Wrap:
    """Make a wikilink of words on a line of the body: `old` as it stands there, from its `column` on (from 0)."""

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Take out a line (counted from 1) that reads just so, with its end; of a record, a line of the body."""

    line: int
    text: str


Edit = Set | Add | Remove | Replace | Rename | Append | Tick | Relink | Redirect | Quote | Wrap | Cut

Edits = Sequence[Edit]
