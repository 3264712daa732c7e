"""The tables of the export as SQLite, made of the fields of the format."""

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache

from netfiles.exchange.outgoing.field_texts import numbers
from netfiles.exchange.outgoing.json_out import LISTS
from netfiles.index.resolve import AIMS, Aim
from netfiles.model import KINDS, Kind
from netfiles.records.read import known_fields

TABLE: Mapping[Kind, str] = {kind: name for name, kind in LISTS.items()}
"""The table of each kind."""

_STRICT = " STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""  # older ones do not know the word

DERIVED: Mapping[Kind, Mapping[str, str]] = {
    "person": {"last_contact": "TEXT", "next_contact": "TEXT", "tie": "TEXT NOT NULL"},
    "interaction": {"day": "TEXT NOT NULL", "way": "TEXT NOT NULL"},
    "lead": {"current_stage": "TEXT NOT NULL", "is_open": "INTEGER NOT NULL"},
    "goal": {"progress": "TEXT", "done": "REAL"},
}
"""The columns that are in no file."""

_OTHERS: Mapping[str, str] = {
    "about": "name TEXT PRIMARY KEY, value TEXT NOT NULL",
    "follow_ups": """person_id INTEGER REFERENCES people(id), title TEXT, rule TEXT NOT NULL, due TEXT NOT NULL,
        days_overdue INTEGER NOT NULL, text TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL""",
    "links": "file TEXT NOT NULL, line INTEGER NOT NULL, target TEXT NOT NULL, to_file TEXT",
    "tasks": "file TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL, done INTEGER NOT NULL, due TEXT",
    "own_fields": "file TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL",
}
"""The other tables, and their columns."""


def schema() -> Iterator[str]:
    """The statements that make the tables, and last the view of all tags."""
    for kind in KINDS:
        yield f"CREATE TABLE {TABLE[kind]} ({', '.join(_columns(kind))}){_STRICT}"
    for kind in KINDS:
        for name in lists(kind):
            yield f"CREATE TABLE {list_table(kind, name)} ({', '.join(_list_columns(kind, name))}){_STRICT}"
    yield from (f"CREATE TABLE {table} ({columns}){_STRICT}" for table, columns in _OTHERS.items())
    tagged = (kind for kind in KINDS if "tags" in lists(kind))
    yield f"CREATE VIEW tags AS {' UNION ALL '.join(map(_tags, tagged))}"


@cache
def lists(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that have a table of their own."""
    return tuple(name for name, is_list in known_fields(kind).items() if is_list and name != "private")


@cache
def scalars(kind: Kind) -> tuple[str, ...]:
    """The fields that are columns."""
    return tuple(name for name, is_list in known_fields(kind).items() if not is_list or name == "private")


@cache
def aims(kind: Kind) -> Mapping[str, Aim]:
    """The fields that lead to other records."""
    return {aim.field: aim for aim in AIMS.get(kind, ())}


def list_table(kind: Kind, name: str) -> str:
    """The table of a field that is a list: `person_emails`, `interaction_people`."""
    return f"{kind}_{'people' if name == 'with' else name}"


def column_of(kind: Kind, aim: Aim) -> str:
    """The column of a list that leads to another record."""
    return f"other_{aim.to}_id" if aim.to == kind else f"{aim.to}_id"


def _columns(kind: Kind) -> Iterator[str]:
    yield "id INTEGER PRIMARY KEY"
    yield "file TEXT UNIQUE"
    yield "called TEXT NOT NULL"
    yield from (f'"{name}" {"INTEGER" if name in numbers(kind) else "TEXT"}' for name in scalars(kind))
    for aim in aims(kind).values():
        if aim.field in scalars(kind):
            yield f"{aim.field}_id INTEGER REFERENCES {TABLE[aim.to]}(id)"
    yield from (f"{name} {type_}" for name, type_ in DERIVED.get(kind, {}).items())
    yield "body TEXT NOT NULL"


def _list_columns(kind: Kind, name: str) -> Iterator[str]:
    yield f"{kind}_id INTEGER NOT NULL REFERENCES {TABLE[kind]}(id)"
    yield "position INTEGER NOT NULL"
    yield "value TEXT NOT NULL"
    if aim := aims(kind).get(name):
        yield f"{column_of(kind, aim)} INTEGER REFERENCES {TABLE[aim.to]}(id)"
    if name == "past_companies":
        yield "first_year INTEGER"
        yield "last_year INTEGER"
    yield f"PRIMARY KEY ({kind}_id, position)"


def _tags(kind: Kind) -> str:
    table = TABLE[kind]
    joined = f"{list_table(kind, 'tags')} JOIN {table} ON {table}.id = {kind}_id"
    return f"SELECT '{kind}' AS kind, {table}.file AS file, value AS tag FROM {joined}"  # noqa: S608  # our own names
