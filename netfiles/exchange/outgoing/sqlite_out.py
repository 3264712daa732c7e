"""Everything as an SQLite database: a table for each kind, one for each list, the links between them as ids."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Any

from netfiles.exchange.outgoing.field_texts import Written, field_text, field_texts, numbers
from netfiles.exchange.outgoing.json_out import SCHEMA, day_text
from netfiles.exchange.outgoing.own_fields import Own
from netfiles.exchange.outgoing.sqlite_schema import (
    DERIVED,
    TABLE,
    aims,
    list_table,
    lists,
    scalars,
    schema,
)
from netfiles.index.resolve import NOTHING, Aim
from netfiles.insights.in_short import About
from netfiles.insights.leads import stage_of
from netfiles.model import KINDS, Goal, Interaction, Kind, Lead, Link, Person, Record

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

Ids = Mapping[str, int]
"""The id of every record, and of everybody and every company that is only named, by key."""

Row = Sequence[str | int | float | None]
MARK = b"nfil"
"""Says in the head of the file what made it."""


def database(insights: "Insights", version: str, own: Own) -> bytes:
    """The whole database file. The same for the same files on the same day, of one version of SQLite."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA application_id = {int.from_bytes(MARK)}")
        base.execute(f"PRAGMA user_version = {SCHEMA}")
        base.execute("BEGIN")
        for statement in schema():
            base.execute(statement)
        ids = _ids(insights)
        for table, width, rows in _tables(insights, ids, version, own):
            base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", map(_sound, rows))  # noqa: S608  # our own names
        base.execute("COMMIT")
        return base.serialize()


def _sound(row: Row) -> Row:
    """A row without half signs, which SQLite does not take."""
    return [cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell for cell in row]


def _ids(insights: "Insights") -> Ids:
    """Numbers from 1 for each kind, those with a file first, by path."""
    network = insights.network
    ids: dict[str, int] = {}
    for records in network.collection.kinds():
        ids |= {record.path: number for number, record in enumerate(records, 1)}
    for everyone in (network.people, network.companies):
        filed = sum(one.record is not None for one in everyone.values())
        named = sorted(key for key, one in everyone.items() if one.record is None)
        ids |= {key: number for number, key in enumerate(named, filed + 1)}
    return ids


def _tables(insights: "Insights", ids: Ids, version: str, own: Own) -> Iterator[tuple[str, int, Iterable[Row]]]:
    """Each table, how many columns it has, and its rows."""
    network = insights.network
    yield "about", 2, [("schema", str(SCHEMA)), ("version", version), ("today", insights.today.isoformat())]
    for kind, records in _by_kind(insights):
        width = 4 + len(scalars(kind)) + len(_leading(kind)) + len(DERIVED.get(kind, {}))
        yield TABLE[kind], width, (_record(insights, ids, record) for record in records)
        if kind == "person":
            yield "people", width, _named(insights, ids, width)
        if kind == "company":
            yield "companies", width, _named_companies(insights, ids, width)
        for name in lists(kind):
            aim = aims(kind).get(name)
            wide = 3 + (aim is not None) + 2 * (name == "past_companies")
            yield list_table(kind, name), wide, _items(insights, ids, records, name, aim)
    records = network.collection.records()
    yield "follow_ups", 8, _follow_ups(insights, ids)
    yield "links", 4, (row for record in records for row in _links(insights, record))
    yield "tasks", 5, (row for record in records for row in _tasks(record))
    yield "own_fields", 4, _own_fields(own)


def _by_kind(insights: "Insights") -> Iterator[tuple[Kind, Sequence[Record]]]:
    found = {records[0].kind: records for records in insights.network.collection.kinds() if records}
    for kind in KINDS:
        yield kind, found.get(kind, ())


@cache
def _leading(kind: Kind) -> tuple[Aim, ...]:
    """The columns that lead to another record."""
    names = scalars(kind)
    return tuple(aim for aim in aims(kind).values() if aim.field in names)


def _record(insights: "Insights", ids: Ids, record: Record) -> Row:
    linked = insights.network.fields.get(record.path, NOTHING)
    derive = _DERIVE.get(type(record))
    return [
        ids[record.path],
        record.path,
        record.called,
        *_cells(record, field_texts(record)),
        *(ids.get(linked.one(aim.field) or "") for aim in _leading(record.kind)),
        *(derive(insights, record) if derive else ()),
        record.origin.body,
    ]


def _cells(record: Record, texts: Mapping[str, Written]) -> Iterator[str | int | None]:
    """The fields that are columns."""
    whole = numbers(record.kind)
    for name in scalars(record.kind):
        text = texts[name]
        yield getattr(record, name) if name in whole else (text if isinstance(text, str) else "; ".join(text)) or None


def _named(insights: "Insights", ids: Ids, width: int) -> Iterator[Row]:
    """The people whom files only name."""
    for about in insights.people.values():
        if about.file is None:
            yield (ids[about.key], None, about.name, *[None] * (width - 7), *_contact(about), "")


def _named_companies(insights: "Insights", ids: Ids, width: int) -> Iterator[Row]:
    for key, employer in insights.network.companies.items():
        if employer.record is None:
            yield (ids[key], None, employer.name, *[None] * (width - 4), "")


def _items(insights: "Insights", ids: Ids, records: Iterable[Record], name: str, aim: Aim | None) -> Iterator[Row]:
    """The rows of a list, of all records of a kind."""
    attribute = aim.attribute if aim and aim.attribute else name
    for record in records:
        values = record.__dict__.get(attribute)
        if not values:
            continue
        keys = iter(insights.network.fields.get(record.path, NOTHING).keys.get(name, ()))
        texts = field_text(record, name)
        for number, (value, text) in enumerate(zip(values, texts, strict=True), 1):
            row: list[str | int | None] = [ids[record.path], number, text]
            if aim:
                is_link = not (isinstance(value, Link) and name == "told" and not value.linked)
                row.append(ids.get(next(keys, None) or "") if is_link else None)
            if name == "past_companies":
                row += value.years or (None, None)
            yield row


def _follow_ups(insights: "Insights", ids: Ids) -> Iterator[Row]:
    for item in insights.queue.items:
        for reason in item.reasons:
            person = ids[item.key] if item.key else None
            late = reason.days_overdue(insights.today)
            place = reason.place
            yield (person, item.title, reason.rule, reason.due.isoformat(), late, reason.text, place.file, place.line)


def _links(insights: "Insights", record: Record) -> Iterator[Row]:
    """The links of a body; `to_file` is the file they lead to."""
    keys = insights.network.bodies.get(record.path, NOTHING).keys.get("body", ())
    for link, key in zip(record.origin.links, keys or (None,) * len(record.origin.links), strict=True):
        yield record.path, link.line, link.link.target, key if key in insights.network.records else None


def _tasks(record: Record) -> Iterator[Row]:
    for task in record.origin.tasks:
        yield record.path, task.line, task.text, int(task.done), day_text(task.due)


def _own_fields(own: Own) -> Iterator[Row]:
    for file, fields in own.items():
        for name, texts in fields.items():
            for number, text in enumerate((texts,) if isinstance(texts, str) else texts, 1):
                yield file, name, number, text


def _contact(about: About) -> Row:
    return day_text(about.last_contact), day_text(about.next_contact), about.tie


def _person(insights: "Insights", person: Person) -> Row:
    return _contact(insights.people[person.path])


def _goal(insights: "Insights", goal: Goal) -> Row:
    progress = next(one for one in insights.goals if one.goal is goal)
    return progress.sentence or None, progress.done if progress.spans else None


def _interaction(_: "Insights", interaction: Interaction) -> Row:
    return interaction.day.isoformat(), interaction.way


def _lead(_: "Insights", lead: Lead) -> Row:
    return stage_of(lead), int(lead.open)


_DERIVE: Mapping[type[Record], Callable[[Any, Any], Row]] = {
    Person: _person,
    Interaction: _interaction,
    Lead: _lead,
    Goal: _goal,
}
