"""A query that is not understood, quoted with a mark below the place."""

import unicodedata

from netfiles.problems import printable
from netfiles.query.terms import Wrong

_BEFORE, _AFTER = 40, 30


def quoted(text: str, wrong: Wrong, indent: str = "    ") -> str:
    """The text, of a long one the part around the place, and on the next line a `^` below it."""
    at = wrong.column - 1
    start, end = max(0, at - _BEFORE), at + _AFTER
    before = f"{'…' if start else ''}{_shown(text[start:at])}"
    after = f"{_shown(text[at:end])}{'…' if end < len(text) else ''}"
    return f"{indent}{before}{after}\n{indent}{' ' * _width(before)}^"


def _shown(text: str) -> str:
    return printable("".join(" " if sign.isspace() else sign for sign in text))


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
