"""What Python-Markdown makes of a page."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the table of contents: title as HTML, anchor, level, the headings below it."""

    title: str
    id: str
    level: int
    children: tuple["Heading", ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page's content and title as HTML, and its table of contents."""

    content: str
    title: str
    toc: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents in which at most one heading, the first, has others below it, and those have none."""

    first: Heading | None
    rest: tuple[Heading, ...]


def contents(toc: Sequence[Heading]) -> Contents | None:
    """The table of contents where it is of that simple kind."""
    first = toc[0] if len(toc) == 1 else None
    rest = first.children if first else tuple(toc)
    if any(heading.children for heading in rest) or len({heading.level for heading in rest}) > 1:
        return None
    return Contents(first, rest)
