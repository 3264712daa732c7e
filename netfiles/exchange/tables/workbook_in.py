"""Reads a workbook (.xlsx): the first of its sheets that is a table of people."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import BinaryIO, NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming, Left, Progress, Wishes
from netfiles.exchange.tables.column_map import Column
from netfiles.exchange.tables.table_header import Table, find_table
from netfiles.exchange.tables.table_in import columns_of, from_table
from netfiles.exchange.tables.table_remarks import Remarks, shown
from netfiles.exchange.tables.tables import MAX_ROWS, Row
from netfiles.exchange.tables.workbook_parts import Sheet, attributes, dated_styles, shared_texts
from netfiles.exchange.tables.zip_bounds import Budget, open_zip

MAX_READ = 256 * 2**20
_OLD = b"\xd0\xcf\x11\xe0"
_SAVE_ANEW = "Save it as .xlsx or as CSV in the program that it comes from."
_EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001  # a sheet knows no time zone


def read_workbook(file: BinaryIO, name: str, wishes: Wishes, progress: Progress) -> Incoming:
    """All that the first table of people in a workbook says."""
    progress(0, 1)
    with _opened(file, name) as book:
        sheet, table, others = _first(book, wishes)
        remarks = Remarks()
        if others:
            said = f"read is the sheet `{shown(sheet)}`; not read: {', '.join(f'`{shown(one)}`' for one in others)}"
            remarks.add("sheets", Left(1, said, "Save the one you mean as a workbook of its own."))
        incoming = from_table(table, name, wishes, remarks)
    progress(1, 1)
    return incoming


def read_workbook_columns(file: BinaryIO, name: str, wishes: Wishes) -> tuple[Column, ...]:
    """The columns of the first table of people in a workbook with the fields they are taken for."""
    with _opened(file, name) as book:
        _, table, _ = _first(book, wishes)
        return columns_of(table, name, wishes.columns)


class _Book(NamedTuple):
    """A workbook: its zip, what may yet come out of it, and the sheets by name in their order."""

    archive: zipfile.ZipFile
    budget: Budget
    name: str
    sheets: Mapping[str, str]
    epoch: datetime

    def __enter__(self) -> "_Book":
        return self

    def __exit__(self, *_: object) -> None:
        self.archive.close()

    def part(self, path: str) -> BinaryIO | None:
        """A part of the workbook; None where there is none of that name."""
        try:
            return self.budget.open(self.archive, self.archive.getinfo(path))
        except KeyError:
            return None


def _opened(file: BinaryIO, name: str) -> _Book:
    begins = file.read(4)
    file.seek(0)
    if begins == _OLD:
        raise CannotRead(name, "it is an old workbook (.xls), or one with a password", _SAVE_ANEW)
    bare = _Book(open_zip(file, name), Budget(name, MAX_READ), name, {}, _EPOCHS[False])
    contents, links = bare.part("xl/workbook.xml"), bare.part("xl/_rels/workbook.xml.rels")
    if contents is None or links is None:
        raise CannotRead(name, "it is no workbook of the kind .xlsx", _SAVE_ANEW)
    paths = {
        given.get("Id", ""): _path(given.get("Target", "")) for _, given in attributes(links, name, ["Relationship"])
    }
    said = attributes(contents, name, ["sheet", "workbookPr"])
    sheets = {given.get("name", ""): paths.get(given.get("id", ""), "") for tag, given in said if tag == "sheet"}
    since_1904 = any(given.get("date1904") in ("1", "true") for tag, given in said if tag == "workbookPr")
    return bare._replace(sheets=sheets, epoch=_EPOCHS[since_1904])


def _path(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _first(book: _Book, wishes: Wishes) -> tuple[str, Table, list[str]]:
    """The first sheet with a table of people, and the names of the others that hold something."""
    strings, styles = book.part("xl/sharedStrings.xml"), book.part("xl/styles.xml")
    texts = shared_texts(strings, book.name) if strings else []
    dated = dated_styles(styles, book.name) if styles else frozenset()
    found: list[tuple[str, Table]] = []
    others, faults = [], []
    for sheet, path in book.sheets.items():
        part = book.part(path)
        if part is None:
            continue
        rows = _bounded(Sheet(book.name, texts, dated, book.epoch).rows(part), book)
        if found:
            others += [sheet] if _holds_something(rows) else []
            continue
        try:
            table = find_table(rows, book.name, wishes.columns)
            columns_of(table, book.name, wishes.columns)
        except CannotRead as fault:
            faults.append(fault)
            others.append(sheet)
        else:
            found.append((sheet, _padded(table)))
    if not found:
        raise next(iter(faults), CannotRead(book.name, "it has no sheet", _SAVE_ANEW))
    return *found[0], others


def _holds_something(rows: Iterator[Row]) -> bool:
    try:
        return next(rows, None) is not None
    except CannotRead:
        return True


def _padded(table: Table) -> Table:
    """The table with all rows as long as its header: the last cells of a row are not written where they are empty."""
    width = len(table.header.cells)

    def padded(row: Row) -> Row:
        return row._replace(cells=[*row.cells, *[""] * (width - len(row.cells))])

    return table._replace(sample=tuple(map(padded, table.sample)), rows=map(padded, table.rows))


def _bounded(rows: Iterator[Row], book: _Book) -> Iterator[Row]:
    """The rows, as long as there are not too many, and not too much in them: many cells may share one long text."""
    for count, row in enumerate(rows):
        if count >= MAX_ROWS:
            raise CannotRead(book.name, f"it has more than {MAX_ROWS} rows", "Split it.", row.line)
        book.budget.spend(sum(map(len, row.cells)))
        yield row
