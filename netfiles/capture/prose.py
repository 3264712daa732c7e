"""The text of a line without what stands in fields."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from netfiles.capture.tokens import ESCAPED


class Omit(NamedTuple):
    """A stretch of the line that is left out of its text."""

    start: int
    end: int


_SPACES = re.compile(r"[^\S\n]+")
_LEFT_OVER = re.compile(r"(?:\s*[;,])+\s*(?=[;,.]|\Z)")
_BEFORE = re.compile(r"\s+(?=[,;.])")


def prose(line: str, start: int, end: int, cuts: Sequence[Omit] = ()) -> str:
    """What remains of a stretch of the line; its words are as they were written."""
    parts: list[str] = []
    at = start
    for cut in sorted(cuts):
        if cut.end > at and cut.start < end:
            parts.append(line[at : max(at, cut.start)])
            at = cut.end
    parts.append(line[at:end] if at < end else "")
    text = ESCAPED.sub("", "".join(parts))
    if len(parts) > 1:
        text = _LEFT_OVER.sub("", _BEFORE.sub("", _SPACES.sub(" ", text)))
        text = text.strip().lstrip(";,. ")
    return _SPACES.sub(" ", text).strip()
