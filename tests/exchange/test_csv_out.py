"""Tables for spreadsheets: nothing in them is computed, and they read back as the same values."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.outgoing.csv_out import BOM, guarded, joined, parted, table, unguarded
from netfiles.exchange.outgoing.field_texts import field_texts
from netfiles.exchange.outgoing.records_out import columns, rows
from netfiles.insights.derive import Insights
from netfiles.model import KINDS, Record
from netfiles.records.read import known_fields
from netfiles.records.validate import validator
from tests.insights.random_vaults import Files, vaults

from .made import insights_of
from .tables import read

SIGNS = st.text(alphabet="'=+-@\t\r\n ＝＋－＠;\\,\"ab", max_size=8)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+43 1 234567", "'+43 1 234567"),
        ("-5", "'-5"),
        ("@handle", "'@handle"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'quoted'", "'quoted'"),
        ("a=1", "a=1"),
        ("12-03", "12-03"),
        ("", ""),
    ],
)
def test_what_could_begin_a_formula_stands_behind_an_apostrophe_that_comes_off_again(text: str, cell: str) -> None:
    assert guarded(text) == cell
    assert unguarded(cell) == text


@settings(max_examples=300)
@given(SIGNS)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@settings(max_examples=300)
@given(st.lists(SIGNS.filter(bool), max_size=4))
def test_the_texts_of_a_list_come_back_from_their_cell(texts: list[str]) -> None:
    assert parted(joined(texts)) == tuple(texts)


@pytest.mark.parametrize(
    ("texts", "cell"),
    [
        (("tea", "cake"), "tea; cake"),
        (("tea; hot", "cake"), r"tea\; hot; cake"),
        (("C:\\x", "y\\"), r"C:\x; y\\"),
        ((), ""),
    ],
)
def test_a_list_is_one_cell_with_semicolons(texts: tuple[str, ...], cell: str) -> None:
    assert joined(texts) == cell
    assert parted(cell) == texts


def test_a_cell_written_by_hand_may_leave_out_the_space() -> None:
    assert parted("tea;cake") == ("tea", "cake")


def test_a_long_run_of_backslashes_takes_no_time() -> None:
    text = "\\" * 200_000 + "x"
    assert parted(joined((text, text))) == (text, text)


def test_rows_end_as_rfc_4180_has_them_and_excel_gets_its_mark() -> None:
    lines = "".join(table(("a", "b"), [("1\n2", 'x"y'), ("=3", "")], excel=True))
    assert lines == f'{BOM}a,b\r\n"1\n2","x""y"\r\n\'=3,\r\n'
    assert "".join(table(("a",), [("=3",)], raw=True)) == "a\r\n=3\r\n"


def printed(insights: Insights, records: tuple[Record, ...]) -> list[dict[str, str]]:
    """The rows of some records by the names of their columns, as a reader takes them."""
    text = "".join(table(columns(records[0].kind), rows(records, insights.people)))
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in found]


def read_back(record: Record, row: dict[str, str]) -> Record:
    """The record that the values of a row make."""
    lists = known_fields(record.kind)
    values = {
        name: parted(row[name]) if lists[name] else row[name] for name in lists if name != "private" and row[name]
    }
    for name in values.keys() & {"with"}:
        values[f"{name}_"] = values.pop(name)
    return KINDS[record.kind](
        origin=record.origin, private=record.private, **validator(record.kind).validate_python(values)
    )


def test_a_row_of_somebody_holds_every_field_and_what_follows() -> None:
    insights = insights_of()
    row = next(row for row in printed(insights, insights.network.collection.people) if row["name"] == "Ada Paz")
    assert {name: row[name] for name in ("aliases", "title", "company", "past_companies", "birthday", "knows")} == {
        "aliases": "Adi; =cmd()",
        "title": 'Head; of "things", mostly',
        "company": "Acme",
        "past_companies": "Globex (2018-2022); [[Foo (2010)]]",
        "birthday": "02-29",
        "knows": "Bo; Ghost; [[Bo|Bobby]]",
    }
    assert (row["last_contact"], row["next_contact"], row["tie"]) == ("2026-11-13", "2026-11-30", "new")
    assert row["file"] == "contacts/Ada Paz.md"
    assert row["notes"].startswith("Her notes on [[Bo]].\n")


def all_read_back(insights: Insights) -> None:
    for records in insights.network.collection.kinds():
        for record, row in zip(records, printed(insights, records) if records else (), strict=True):
            again = read_back(record, row)
            wanted = dict(field_texts(record, brackets=False))
            if record.kind != "interaction":
                wanted[record.title_field] = record.called
            assert field_texts(again, brackets=False) == wanted
            assert row["notes"] == record.origin.body


def test_every_value_of_a_vault_reads_back(insights_of_example: Insights) -> None:
    all_read_back(insights_of())
    all_read_back(insights_of_example)


@settings(max_examples=12)
@given(vaults())
def test_every_value_of_a_random_vault_reads_back(files: Files) -> None:
    all_read_back(insights_of(files))


@pytest.mark.soak
@settings(max_examples=2_000)
@given(vaults())
def test_every_value_of_very_many_random_vaults_reads_back(files: Files) -> None:
    all_read_back(insights_of(files))


def test_the_reader_of_tables_takes_out_of_it_what_was_put_in(insights_of_example: Insights) -> None:
    for insights in (insights_of(), insights_of_example):
        people = insights.network.collection.people
        taken = read("".join(table(columns("person"), rows(people, insights.people))))
        assert (taken.source, taken.left) == ("netfiles", ())
        for person, one in zip(people, taken.people, strict=True):
            fields = {name: value for name, value in field_texts(person, brackets=False).items() if value}
            apart = {"name": one.name, "uid": one.uid, **dict(one.kept)}
            lists = {name: (value,) if isinstance(value, str) else value for name, value in fields.items()}
            assert {name: value for name, value in lists.items() if name not in apart} == one.values
            assert apart["name"] == person.called
            assert one.uid == (person.uid or "")
            assert one.notes.strip() == person.origin.body.strip()
