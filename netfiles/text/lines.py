"""Edits of a plain file, such as the inbox: lines come to its end or go, all others stay byte for byte."""

import re
from collections.abc import Sequence

from netfiles.text.edits import Append, Cut, Edit


class Unfit(Exception):
    """An edit that a plain file cannot take; says why."""


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    """The lines of a text, each with its end."""
    return _LINE.findall(text)


def with_lines(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, one after the other. Raises Unfit."""
    for edit in edits:
        if isinstance(edit, Append):
            text = _appended(text, edit)
        elif isinstance(edit, Cut):
            text = _without(text, edit)
        else:
            raise Unfit("it is no record")
    return text


def _appended(text: str, edit: Append) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else end
    return text + gap + (edit.lines.strip("\n") + "\n").replace("\n", end)


def _without(text: str, edit: Cut) -> str:
    lines = lines_of(text)
    if not 0 < edit.line <= len(lines) or lines[edit.line - 1].rstrip("\r\n") != edit.text:
        raise Unfit(f"line {edit.line} does not read `{edit.text}` any more")
    return "".join(lines[: edit.line - 1] + lines[edit.line :])
