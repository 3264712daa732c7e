"""From bytes to rows: encodings, delimiters, quotes, ends of lines, limits."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.errors import CannotRead
from netfiles.exchange.tables.table_header import known_columns
from netfiles.exchange.tables.table_remarks import Remarks
from netfiles.exchange.tables.tables import MAX_CELL, read_rows
from tests.exchange.tables import quiet, read, said


def rows(content: bytes) -> list[tuple[int, list[str]]]:
    found = read_rows(io.BytesIO(content), "people.csv", Remarks(), quiet, known_columns)
    return [(row.line, list(row.cells)) for row in found]


def refused(content: bytes) -> str:
    with pytest.raises(CannotRead) as caught:
        read(content)
    return str(caught.value)


HEADER = "Name,Notes\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Name,Notes\nAda,x\n", [(1, ["Name", "Notes"]), (2, ["Ada", "x"])]),
        (b"Name,Notes\r\nAda,x", [(1, ["Name", "Notes"]), (2, ["Ada", "x"])]),
        (b"Name,Notes\rAda,x\r", [(1, ["Name", "Notes"]), (2, ["Ada", "x"])]),
        (b"\xef\xbb\xbfName,Notes\nAda,x\n", [(1, ["Name", "Notes"]), (2, ["Ada", "x"])]),
        ("Name,Notes\nZoë,x\n".encode("utf-16"), [(1, ["Name", "Notes"]), (2, ["Zoë", "x"])]),
        ("\ufeffName,Notes\nZoë,x\n".encode("utf-16-be"), [(1, ["Name", "Notes"]), (2, ["Zoë", "x"])]),
        (b"Name;Notes\nAda;a,b\n", [(1, ["Name", "Notes"]), (2, ["Ada", "a,b"])]),
        (b"Name\tNotes\nAda\ta,b;c\n", [(1, ["Name", "Notes"]), (2, ["Ada", "a,b;c"])]),
        (b"Name|Notes\nAda|x\n", [(1, ["Name", "Notes"]), (2, ["Ada", "x"])]),
        (b"sep=;\nName;Notes\nAda;x\n", [(1, []), (2, ["Name", "Notes"]), (3, ["Ada", "x"])]),
        (b'Name,Notes\nAda,"a\r\nb, ""c"""\nBo,x\n',
         [(1, ["Name", "Notes"]), (2, ["Ada", 'a\nb, "c"']), (4, ["Bo", "x"])]),
        (b'"Name", "Notes"\n"Ada", "a, b"\n', [(1, ["Name", "Notes"]), (2, ["Ada", "a, b"])]),
        (b'Name,Notes\n6\' 2",x\n', [(1, ["Name", "Notes"]), (2, ["6' 2\"", "x"])]),
        (b"Name,Notes\n\n,\nAda\n", [(1, ["Name", "Notes"]), (2, []), (3, ["", ""]), (4, ["Ada"])]),
        (b"Name\nAda, Countess\n", [(1, ["Name"]), (2, ["Ada, Countess"])]),
        (b"", []),
    ],
)  # fmt: skip
def test_a_table_is_read_whatever_it_is_written_with(content: bytes, expected: list[Any]) -> None:
    assert rows(content) == expected


def test_windows_1252_is_guessed_and_said() -> None:
    incoming = read("Name,Notes\nZoë,a\nÆsa,b\n".encode("cp1252"))
    assert [person.name for person in incoming.people] == ["Zoë", "Æsa"]
    assert said(incoming)[0] == (2, "not UTF-8: read as Windows-1252, for instance `Zoë`")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("Name\nZoë\n".encode() + "Zoë\n".encode("cp1252"), "line 3: this line is not UTF-8, unlike line 2"),
        ("Name\nZoë\n".encode("cp1252") + "Zoë\n".encode(), "line 3: this line is UTF-8, unlike line 2"),
        (b"Name\nAda\n\x81\x8d\n", "line 3: it is neither UTF-8 nor Windows-1252"),
        (b"\xef\xbb\xbfName\nAda\n\xeb\n", "line 3: it says that it is UTF-8, and is not"),
        (b"\xff\xfeN\0a\0m", "line 1: it says that it is UTF-16, and is not"),
        (b"Name\nAda\0\n", "line 2: it is not text: there is a NUL in it"),
        (b'Name,Notes\nAda,"x\nBo,y\n', "line 2: a quote is opened on this line and never closed"),
        (b'Name,Notes\n"a\nb","x\nBo,y\n', "line 3: a quote is opened on this line and never closed"),
        (b'Name,Notes\nAda,"', "line 2: a quote is opened on this line and never closed"),
        (b"", "people.csv: it is empty: no row names its columns"),
        (b"\n\n", "people.csv: it is empty: no row names its columns"),
        (b"foo,bar\n1,2\n", "line 1: no column is the name of a person; the columns are `foo`, `bar`"),
    ],
)
def test_what_cannot_be_relied_on_is_refused_with_its_line(content: bytes, why: str) -> None:
    assert why in refused(content)


def test_a_cell_of_200_kb_is_a_cell_and_one_of_more_than_a_mebibyte_is_not() -> None:
    assert len(read(f"{HEADER}Ada,{'x' * 200_000}\n").people[0].notes) == 200_000
    assert "a cell of the row is longer than 1 MiB; a quote may not be closed" in refused(
        f"{HEADER}Ada,{'x' * (MAX_CELL + 1)}\n".encode()
    )


class Endless(io.RawIOBase):
    """A file of one line that never ends; it counts how much of it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.asked += len(buffer)
        buffer[:] = b"x" * len(buffer)
        return len(buffer)


def test_of_a_line_without_end_no_more_than_a_few_mebibytes_are_read() -> None:
    file = Endless()
    with pytest.raises(CannotRead, match="line 1: the line is longer than 4 MiB"):
        list(read_rows(file, "people.csv", Remarks(), lambda *_: None, known_columns))  # type: ignore[arg-type]
    assert file.asked < 6 * 2**20


def test_rows_too_short_or_too_long_are_read_and_said() -> None:
    incoming = read("Name,Email,Notes\nAda\nBo,b@x.example,n,more\nCy,c@x.example,,,\n,,\n\n")
    assert [(person.name, person.kept) for person in incoming.people] == [
        ("Ada", ()), ("Bo", (("Column 4", "more"),)), ("Cy", ()),
    ]  # fmt: skip
    assert said(incoming) == [
        (2, "the row has 1 of 3 cells; the others count as empty"),
        (3, "the row has 4 cells, 1 more than there are columns; they are kept"),
        (1, "2 blank rows are passed over"),
    ]


def test_remarks_by_the_thousand_are_counted() -> None:
    incoming = read("Name,Email\n" + ",x@y.example\n" * 1_000)
    assert len(incoming.left) == 22
    assert incoming.left[1].message == "a row without a name, with `x@y.example`"
    assert (incoming.left[21].message, incoming.left[21].rows) == ("980 more rows without a name, from here on", 980)


CELLS = st.text(st.characters(codec="cp1252", exclude_characters="\0\r\n"), max_size=12)
LINES = st.text(st.characters(codec="cp1252", exclude_characters="\0\r"), max_size=12)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])


TABLES = st.lists(st.tuples(CELLS, LINES, CELLS), max_size=8)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
QUOTES = st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
DIALECTS = st.tuples(st.sampled_from(",;\t|"), ENDS, QUOTES, ENCODINGS)
Table = list[tuple[str, ...]]
Dialect = tuple[str, str, Any, str]


@settings(deadline=None, max_examples=150)
@given(TABLES, DIALECTS)
def test_any_table_reads_back_to_the_same_cells(table: Table, dialect: Dialect) -> None:
    reads_back(table, dialect)


@pytest.mark.soak
@settings(deadline=None, max_examples=10_000)
@given(TABLES, DIALECTS)
def test_any_table_reads_back_for_long(table: Table, dialect: Dialect) -> None:
    reads_back(table, dialect)


def reads_back(table: Table, dialect: Dialect) -> None:
    delimiter, end, quoting, encoding = dialect
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if end == "\r" else quoting  # else the writer leaves a line break bare
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting)
    header = ("Name", "Notes", "Email")
    writer.writerows([header, *table])
    content = text.getvalue().encode(encoding)
    if encoding == "cp1252" and any(map(_looks_like_utf8, content.splitlines())):
        return  # bytes that are valid in both encodings cannot be told
    found = rows(content)
    assert [cells for _, cells in found] == [list(header), *map(list, table)]


def _looks_like_utf8(line: bytes) -> bool:
    try:
        return not line.isascii() and bool(line.decode())
    except UnicodeDecodeError:
        return False


HEADERS = b"""Name,Email
From,To,Sent At,Direction
Conversation ID,From,To,Date,Content
First Name;Last Name;URL
""".splitlines(keepends=True)
SIGNS = [*b'" , ; \t | \0 \xff\xfe \xef\xbb\xbf \xc3 Ada 2026-02-30 [[x]] a@x.example'.split(b" "), b"\n", b"\r"]
BYTES = st.lists(st.one_of(st.binary(max_size=20), st.sampled_from(SIGNS), st.sampled_from(HEADERS)), max_size=30)
BEGIN = st.sampled_from([b"", b"Name,Email,Birthday,Tags\n", b"First Name\tURL\n", HEADERS[2]])


@settings(deadline=None, max_examples=300)
@given(BEGIN, BYTES.map(b"".join))
def test_no_bytes_give_anything_but_an_account_of_all_rows_or_a_refusal(before: bytes, content: bytes) -> None:
    accounts_or_refuses(before + content)


@pytest.mark.soak
@settings(deadline=None, max_examples=20_000)
@given(BEGIN, BYTES.map(b"".join))
def test_no_bytes_give_anything_else_for_long(before: bytes, content: bytes) -> None:
    accounts_or_refuses(before + content)


def accounts_or_refuses(content: bytes) -> None:
    try:
        incoming = read(content, bodies=True)
    except CannotRead:
        return
    for text in _texts(incoming):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", text)


def _texts(incoming: Any) -> Iterator[str]:
    for person in incoming.people:
        yield person.name
        yield from (text for texts in person.values.values() for text in texts)
    for talk in incoming.talks:
        yield from (part for party in talk.with_ for part in party)
        yield from (text for texts in talk.values.values() for text in texts)
