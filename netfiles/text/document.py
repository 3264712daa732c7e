"""What a file is split into: fields with their lines, and a body."""

from typing import NamedTuple

from netfiles.problems import Problem


class Scalar(NamedTuple):
    """A value as written. `empty` means nothing, `~` or `null` without quotes."""

    text: str
    line: int
    column: int
    empty: bool = False


class Nested(NamedTuple):
    """A map, or a list in a list: kept, not read."""

    line: int
    column: int


Item = Scalar | Nested


class Field(NamedTuple):
    """One field: its items (one, for a scalar), and where they stand."""

    key: str
    line: int
    column: int
    items: tuple[Item, ...]
    is_list: bool = False
    bare_link: bool = False


class Document(NamedTuple):
    """A file that could be split. `body_line` is the line on which the body begins."""

    fields: dict[str, Field]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
