"""The inbox: which of its lines are notes, and what takes them out of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from netfiles.text.edits import Cut

INBOX = "inbox.md"

_MARK = re.compile(r"\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_HEADING = re.compile(r"#{1,6}(?:\s|\Z)")


class Item(NamedTuple):
    """One note of the inbox: the number of its first line, its lines as they stand there, and what it says.

    `indent` is how many characters stand before it: the mark of a list.
    """

    line: int
    lines: tuple[str, ...]
    text: str
    indent: int = 0


def without_mark(line: str) -> tuple[str, int]:
    """A line without the mark of a list, and how many characters that took."""
    match = _MARK.match(line)
    indent = match.end() if match else 0
    return line[indent:].rstrip(), indent


def items(text: str) -> Iterator[Item]:
    """The notes of an inbox, its lines ended by `\\n`. An indented line goes on with the one above it."""
    lines = text.split("\n")
    at = _after_front_matter(lines)
    while at < len(lines):
        line = lines[at]
        said, indent = without_mark(line)
        if not said or _HEADING.match(line):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and _goes_on(lines[end]):
            end += 1
        more = [one.strip() for one in lines[at + 1 : end]]
        yield Item(at + 1, tuple(lines[at:end]), " ".join([said, *more]), indent)
        at = end


def _goes_on(line: str) -> bool:
    return line[:1] in (" ", "\t") and bool(line.strip()) and not re.match(r"\s*[-*+]\s", line)


def _after_front_matter(lines: Sequence[str]) -> int:
    if not lines or lines[0].rstrip() != "---":
        return 0
    closing = [n for n, line in enumerate(lines) if n and line.rstrip() == "---"]
    return closing[0] + 1 if closing else 0


def cuts(taken: Iterable[Item]) -> tuple[Cut, ...]:
    """What takes notes out of the inbox: from the last line upward, so that the numbers hold."""
    lines = [(item.line + n, line) for item in taken for n, line in enumerate(item.lines)]
    return tuple(Cut(number, line) for number, line in sorted(lines, reverse=True))
