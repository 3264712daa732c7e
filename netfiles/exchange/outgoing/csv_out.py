"""Records as a table for spreadsheets: safe against formulas, and it reads back."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

BOM = "\ufeff"
_FORMULA = re.compile(r"'* *[=+\-@\t\r\n＝＋－＠]")
_AT_ONCE = 500


def guarded(text: str) -> str:
    """A cell that no spreadsheet computes: what could begin a formula stands behind an apostrophe."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` made a cell of."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text, 1) else text


def joined(texts: Sequence[str]) -> str:
    """The texts of a list in one cell, `; ` between them; a semicolon within one stands behind a backslash."""
    return "; ".join([_SEMICOLON.sub(_marked, text) for text in texts])


def parted(cell: str) -> tuple[str, ...]:
    """The texts that `joined` made a cell of."""
    if not cell:
        return ()
    texts, start, text = [], 0, ""
    for match in _SEMICOLON.finditer(cell):
        text += cell[start : match.start()] + match[1][: len(match[1]) // 2]
        start = match.end()
        if match[2] and len(match[1]) % 2:
            text += ";"
            continue
        texts.append(text)
        text, start = "", start + cell.startswith(" ", start)
        if not match[2]:
            break
    return tuple(texts)


_SEMICOLON = re.compile(r"(?<!\\)(\\*+)(;|\Z)")


def _marked(match: re.Match[str]) -> str:
    backslashes = match[1] * 2
    return rf"{backslashes}\;" if match[2] else backslashes


def table(head: Sequence[str], rows: Iterable[Sequence[str]], raw: bool = False, excel: bool = False) -> Iterator[str]:
    """The lines of a table, some at a time, as RFC 4180 has them. `excel`: with the mark that Excel knows UTF-8 by."""
    waiting = iter(rows)
    some: list[Sequence[str]] = [head]
    begin = BOM if excel else ""
    while some:
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(some if raw else ([*map(guarded, row)] for row in some))
        yield begin + text.getvalue()
        begin, some = "", list(islice(waiting, _AT_ONCE))
