"""From the bytes of a CSV or TSV file to its rows, each with the line that it begins on.

Any of the usual delimiters, quotes and ends of lines. What could be read in two ways is refused: a quote that is never
closed swallows all rows after it. The library is the standard csv module; what it passes over in silence is caught
around it.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Progress
from netfiles.exchange.tables.table_remarks import Remarks
from netfiles.exchange.tables.table_text import Lines

MAX_CELL = 2**20
MAX_CELLS = 1_000
MAX_ROWS = 500_000
DELIMITERS = ",;\t|"
_NONE = "\x1f"  # cuts nothing: the lines of a list of names are its cells
_HEAD_LINES, _HEAD_SIZE = 200, 2**18
_END = "\0"  # no text has it: a row that is more than this sign has swallowed the end of the file
_SEP = re.compile(r'"?sep=([,;\t|])"?')

csv.field_size_limit(MAX_CELL)  # the one limit of the module, for all its readers; else 128 KiB


class Row(NamedTuple):
    """The cells of a row, as written."""

    line: int
    cells: Sequence[str]

    @property
    def blank(self) -> bool:
        return not any(map(str.strip, self.cells))


Likely = Callable[[Sequence[str]], int]
"""How much a row looks like the names of columns: how many of them are known."""


def read_rows(file: BinaryIO, name: str, remarks: Remarks, progress: Progress, likely: Likely) -> Iterator[Row]:
    """All rows of a file, blank ones too; raises CannotRead at the first that cannot be told apart from the next."""
    lines = Lines(file, name, remarks, progress)
    waiting = iter(lines)
    head = _head(waiting)
    said = _SEP.fullmatch(head[0]) if head else None
    delimiter = said[1] if said else _delimiter(head, likely)
    if said:
        head[0] = ""
    return _rows(chain(head, waiting), lines, _dialect(head, delimiter))


def _head(lines: Iterator[str]) -> list[str]:
    head, size = [], 0
    for line in islice(lines, _HEAD_LINES):
        head.append(line)
        size += len(line)
        if size > _HEAD_SIZE:
            break
    return head


def _dialect(head: list[str], delimiter: str) -> Callable[[Iterable[str]], Iterator[list[str]]]:
    """A reader for the file; blanks before a quote count as nothing if the first lines have them everywhere."""
    sample = "".join(head)
    spaced = f'{delimiter} "' in sample and f'{delimiter}"' not in sample

    def reader(lines: Iterable[str]) -> Iterator[list[str]]:
        return csv.reader(lines, delimiter=delimiter, skipinitialspace=spaced)

    return reader


def _rows(texts: Iterator[str], lines: Lines, reader: Callable[[Iterable[str]], Iterator[list[str]]]) -> Iterator[Row]:
    number = 0

    def fed() -> Iterator[str]:
        nonlocal number
        for text in texts:
            number += 1
            yield f"{text}\n"
        number += 1
        yield _END

    rows, count = reader(fed()), 0
    while True:
        line = number + 1
        try:
            cells = next(rows)
        except csv.Error:
            why = f"a cell of the row is longer than {MAX_CELL // 2**20} MiB; a quote may not be closed"
            raise CannotRead(lines.name, why, "Close the quote, or shorten the cell.", line) from None
        if number > lines.number:
            return _at_the_end(cells, lines)
        count += 1
        if count > MAX_ROWS:
            raise CannotRead(lines.name, f"it has more than {MAX_ROWS} rows", "Split it into several files.", line)
        yield Row(line, cells)


def _at_the_end(cells: list[str], lines: Lines) -> None:
    if cells != [_END]:
        opened = max(1, lines.number + 1 - cells[-1].count("\n"))
        why = "a quote is opened on this line and never closed"
        raise CannotRead(lines.name, why, 'Close it, or write "" for a quote within quotes.', opened)


def _delimiter(head: list[str], likely: Likely) -> str:
    """The delimiter whose cells are names of columns, else the one that cuts most rows into equally many cells.

    The last of what tells how one fits is how many columns there are.
    """
    fits = {delimiter: _fits(head, delimiter, likely) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: fits[delimiter])
    return best if fits[best][-1] > 1 else _NONE


def _fits(head: list[str], delimiter: str, likely: Likely) -> tuple[int, float, int]:
    reader = csv.reader((f"{line}\n" for line in head), delimiter=delimiter)
    rows: list[list[str]] = []
    with suppress(csv.Error):  # said when the file is read with the delimiter that is chosen
        rows.extend(islice(reader, 60))
    widths = [len(row) for row in rows if row]
    usual = max(widths, key=widths.count, default=1)
    even = widths.count(usual) / len(widths) if usual > 1 else 0
    header = max((row for row in rows if len(row) <= MAX_CELLS), key=likely, default=[])
    return likely(header), even, len(header) if likely(header) else usual
