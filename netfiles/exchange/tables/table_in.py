"""Reads a CSV or TSV file of any program: people, or the messages and invitations of LinkedIn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

from netfiles.exchange.incoming import Incoming, IncomingPerson, Left, Progress, Wishes
from netfiles.exchange.tables.column_map import Column, doubled, map_columns
from netfiles.exchange.tables.linkedin_invitations import read_invitations
from netfiles.exchange.tables.linkedin_messages import read_messages
from netfiles.exchange.tables.table_dates import Order, order_of
from netfiles.exchange.tables.table_header import Table, find_table, known_columns
from netfiles.exchange.tables.table_people import Making, person_of
from netfiles.exchange.tables.table_remarks import Remarks, shown
from netfiles.exchange.tables.table_sources import NETFILES, TABLE
from netfiles.exchange.tables.tables import MAX_CELLS, Row, read_rows


def read_table(file: BinaryIO, name: str, wishes: Wishes, progress: Progress) -> Incoming:
    """All that a CSV or TSV file says."""
    remarks = Remarks()
    table = find_table(read_rows(file, name, remarks, progress, known_columns), name, wishes.columns)
    return from_table(table, name, wishes, remarks)


def read_columns(file: BinaryIO, name: str, wishes: Wishes) -> tuple[Column, ...]:
    """The columns of a CSV or TSV file of people with the fields they are taken for; none of one of messages."""
    rows = read_rows(file, name, Remarks(), lambda *_: None, known_columns)
    return columns_of(find_table(rows, name, wishes.columns), name, wishes.columns)


def columns_of(table: Table, name: str, said: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a table of people with the fields they are taken for; none of one of messages."""
    if table.source.kind != "people":
        return ()
    return map_columns(name, table.header, table.sample, table.source, said)


def from_table(table: Table, name: str, wishes: Wishes, remarks: Remarks) -> Incoming:
    """All that a table says, whatever it was read from."""
    columns = columns_of(table, name, wishes.columns)
    for twice in doubled(table.header.cells):
        said = f"more than one column is called `{twice}`; each is read"
        remarks.add("columns with the name of another", Left(table.header.line, said, "See which one you mean."))
    if columns and table.source is TABLE:
        remarks.add("guesses", _guessed(columns, table.header.line))
    rows = _Counted(table, remarks)
    if table.source.kind == "messages":
        talks = read_messages(table.header, rows, name, wishes, remarks)
        return Incoming("linkedin", (), talks, tuple(rows.left()), rows.count)
    if table.source.kind == "invitations":
        talks = read_invitations(table.header, rows, wishes, remarks)
        return Incoming("linkedin", (), talks, tuple(rows.left()), rows.count)
    ours = table.source is NETFILES
    making = Making(columns, {} if ours else _orders(columns, table.sample), remarks, ours)
    people = tuple(_people(rows, making))
    return Incoming(table.source.word, people, (), tuple(rows.left()), rows.count)


def _guessed(columns: Sequence[Column], line: int) -> Left:
    taken = ", ".join(f"`{shown(one.name)}` {one.field}" for one in columns)
    return Left(line, f"the columns are taken for: {taken}", "Say what a column is: --column 'COLUMN=FIELD'.")


def _people(rows: Iterable[Row], making: Making) -> Iterator[IncomingPerson]:
    for row in rows:
        if person := person_of(row, making):
            yield person


def _orders(columns: Sequence[Column], sample: Sequence[Row]) -> dict[str, Order]:
    return {
        one.name: order_of(row.cells[one.place] for row in sample if len(row.cells) > one.place)
        for one in columns
        if one.field in ("birthday", "as_of", "met_on", "next_on", "next_done", "snooze_until")
    }


class _Counted:
    """The rows of a table that say something, counted; what is odd about them is remarked on."""

    def __init__(self, table: Table, remarks: Remarks) -> None:
        self.count, self._blank = 0, 0
        self._rows = chain(table.sample, table.rows)
        self._width, self._remarks = len(table.header.cells), remarks

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            if row.blank:
                self._blank += 1
                continue
            self.count += 1
            if len(row.cells) > MAX_CELLS:
                left = Left(row.line, f"a row of more than {MAX_CELLS} cells", "See whether it is meant as one.", 1)
                self._remarks.add("rows of too many cells", left)
                continue
            if len(row.cells) != self._width:
                self._ragged(row)
            yield row

    def _ragged(self, row: Row) -> None:
        cells, width = len(row.cells), self._width
        if cells < width:
            said = f"the row has {cells} of {width} cells; the others count as empty"
        elif any(map(str.strip, row.cells[width:])):
            said = f"the row has {cells} cells, {cells - width} more than there are columns; they are kept"
        else:
            return
        self._remarks.add("rows of too few or too many cells", Left(row.line, said, "See whether it is read right."))

    def left(self) -> Iterator[Left]:
        """The remarks, after the last row."""
        yield from self._remarks
        if self._blank:
            said = f"{self._blank} blank {'row is' if self._blank == 1 else 'rows are'} passed over"
            yield Left(1, said)
