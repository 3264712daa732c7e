"""Where a table begins: the row that names its columns, wherever it stands, and whose table it is."""

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.tables.column_words import field_of, normal
from netfiles.exchange.tables.table_sources import TABLE, Source, source_of
from netfiles.exchange.tables.tables import MAX_CELLS, Row

_LOOKED_AT = 60
_SAMPLE, _SAMPLE_SIZE = 500, 4 * 2**20


class Table(NamedTuple):
    """A table: whose it is, its names of columns, its first rows, and those that follow."""

    source: Source
    header: Row
    sample: Sequence[Row]
    rows: Iterator[Row]


def find_table(rows: Iterator[Row], name: str, said: Collection[str] = ()) -> Table:
    """The table in the rows of a file; what stands before its names of columns is passed over.

    `said` are the columns that the owner speaks of. Raises CannotRead where there are no names of columns.
    """
    head = list(islice(rows, _LOOKED_AT))
    place, source = _header(head, {normal(column) for column in said})
    if place is None:
        raise CannotRead(name, "it is empty: no row names its columns", "See whether it is the file you mean.")
    header = head[place]
    if len(header.cells) > MAX_CELLS:
        raise CannotRead(name, f"it has more than {MAX_CELLS} columns", "See whether it is a table.", header.line)
    return Table(source, header, (*head[place + 1 :], *_some(rows)), rows)


def _some(rows: Iterator[Row]) -> Iterator[Row]:
    """The next rows, as many as may be held at once."""
    size = 0
    for row in islice(rows, _SAMPLE):
        yield row
        size += sum(map(len, row.cells))
        if size > _SAMPLE_SIZE:
            return


def known_columns(cells: Sequence[str]) -> int:
    """How many cells are names of columns that are known."""
    if source_of(cells):
        return MAX_CELLS + len(cells)
    return sum(bool(cell.strip() and field_of(cell)) for cell in cells if len(cell) < 100)


def _header(head: Sequence[Row], said: AbstractSet[str]) -> tuple[int | None, Source]:
    for place, row in enumerate(head):
        if len(row.cells) <= MAX_CELLS and (source := source_of(row.cells)):
            return place, source
    full = [place for place, row in enumerate(head) if not row.blank]
    named = [place for place in full if said and said & {normal(cell) for cell in head[place].cells}]
    known = max(full, key=lambda place: known_columns(head[place].cells[:MAX_CELLS]), default=None)
    return next(iter(named), known), TABLE
