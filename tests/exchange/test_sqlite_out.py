"""Everything as SQLite: every field has its place, links are ids, and questions have answers."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from hypothesis import given, settings

from netfiles.exchange.outgoing.own_fields import own_fields
from netfiles.exchange.outgoing.sqlite_out import MARK, database
from netfiles.exchange.outgoing.sqlite_schema import TABLE, list_table, lists, scalars
from netfiles.insights.derive import Insights
from netfiles.model import KINDS
from netfiles.records.read import known_fields
from tests.conftest import REPOSITORY
from tests.insights.random_vaults import Files, vaults

from .made import FILES, insights_of


@contextmanager
def opened(insights: Insights, files: Files | None = None) -> Iterator[sqlite3.Connection]:
    """The database, opened by another program."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(database(insights, "1.0", own_fields(files or {}, insights.network.records)))
        yield base


QUESTIONS: dict[str, list[tuple[object, ...]]] = {
    "SELECT value FROM person_emails JOIN people ON id = person_id WHERE called = 'Ada Paz' ORDER BY position": [
        ("ada@acme.example",),
        ("Ada <ada.paz@home.example>",),
    ],
    "SELECT p.called, c.called, c.target FROM people p JOIN companies c ON c.id = p.company_id ORDER BY 1": [
        ("Ada Paz", "Acme", "A"),
        ("Dee", "Umbrella", None),
    ],
    "SELECT value, first_year, last_year, called FROM person_past_companies JOIN companies ON id = company_id": [
        ("Globex (2018-2022)", 2018, 2022, "Globex"),
        ("[[Foo (2010)]]", None, None, "Foo (2010)"),
    ],
    """SELECT p.called, p.file FROM interactions i JOIN interaction_people ON interaction_id = i.id
    JOIN people p ON p.id = person_id WHERE i.day = '2026-11-10' ORDER BY position""": [
        ("Ada Paz", "contacts/Ada Paz.md"),
        ("New Name", None),
    ],
    "SELECT value, news_id IS NULL FROM interaction_told ORDER BY position": [
        ("[[Laid off]]", 0),
        ("saved a million", 1),
    ],
    "SELECT value, other_person_id IS NOT NULL FROM person_knows ORDER BY position": [
        ("[[Bo]]", 1),
        ("[[Ghost]]", 1),
        ("[[Bo|Bobby]]", 1),
    ],
    """SELECT l.called, c.called, h.called, current_stage, is_open FROM leads l
    JOIN companies c ON c.id = l.company_id JOIN people h ON h.id = heard_from_id""": [
        ("Planner", "Acme", "Ada Paz", "applied", 1)
    ],
    "SELECT kind, tag FROM tags ORDER BY 1, 2": [("company", "near"), ("person", "alumni"), ("person", "close")],
    "SELECT target, to_file FROM links": [("Bo", "contacts/Bo.md")],
    "SELECT text, done, due FROM tasks": [("write to her", 0, "2026-12-30")],
    "SELECT value FROM own_fields WHERE name = 'likes' ORDER BY position": [("tea",), ("cake",)],
    "SELECT networking_share, value FROM profile JOIN profile_strengths ON profile_id = id ORDER BY position": [
        (40, "maps"),
        (40, "tables"),
    ],
    "SELECT measure, target, done FROM goals ORDER BY target": [(None, None, None), ("interactions", 3, 0.0)],
    "SELECT count(*), count(person_id) FROM follow_ups WHERE rule IN ('hello', 'introduction')": [(2, 2)],
    "SELECT private, count(*) FROM people WHERE private IS NOT NULL GROUP BY 1 ORDER BY 1": [
        ("phones; company", 1),
        ("yes", 1),
    ],
    "SELECT value FROM about WHERE name = 'today'": [("2026-11-23",)],
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_its_answer(question: str) -> None:
    with opened(insights_of(), FILES) as base:
        assert base.execute(question).fetchall() == QUESTIONS[question]


def test_the_questions_of_the_guide_have_answers(insights_of_example: Insights) -> None:
    text = (REPOSITORY / "docs/export.md").read_text("utf-8")
    questions = [block.partition("```")[0] for block in text.split("```sql\n")[1:]]
    assert len(questions) >= 4
    with opened(insights_of_example) as base:
        for question in questions:
            assert base.execute(question).fetchall(), question


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_a_column_or_a_table(kind: str) -> None:
    assert sorted((*scalars(kind), *lists(kind))) == sorted(known_fields(kind))
    with opened(insights_of()) as base:
        columns = {row[1] for row in base.execute(f"PRAGMA table_info({TABLE[kind]})")}
        tables = {row[0] for row in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert set(scalars(kind)) <= columns
    assert {list_table(kind, name) for name in lists(kind)} <= tables


def sound(insights: Insights) -> None:
    made = database(insights, "1.0", {})
    assert made == database(insights, "1.0", {})
    assert made.startswith(b"SQLite format 3\0")
    assert made[68:72] == MARK
    with opened(insights) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for records in filter(None, insights.network.collection.kinds()):
            count = base.execute(f"SELECT count(*) FROM {TABLE[records[0].kind]} WHERE file IS NOT NULL").fetchone()
            assert count == (len(records),)
        assert base.execute("SELECT count(*) FROM people").fetchone() == (len(insights.network.people),)
        assert base.execute("SELECT count(*) FROM companies").fetchone() == (len(insights.network.companies),)


def test_the_example_is_whole_and_its_links_lead_somewhere(insights_of_example: Insights) -> None:
    sound(insights_of_example)


@settings(max_examples=10)
@given(vaults())
def test_any_vault_is_whole_and_bytes_are_stable(files: Files) -> None:
    sound(insights_of(files))


@pytest.mark.soak
@settings(max_examples=1_000)
@given(vaults())
def test_very_many_vaults_are_whole(files: Files) -> None:
    sound(insights_of(files))
