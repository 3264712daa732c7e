"""The fixed JSON shapes of results, documented in docs/commands.md."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.in_short import About
from netfiles.insights.queue import Item
from netfiles.model import Interaction, Link, PastCompany, Person, Private, When
from netfiles.problems import Problem

Json = dict[str, Any]


def reason_shape(reason: Reason, today: date) -> Json:
    return {
        "rule": reason.rule,
        "due": reason.due.isoformat(),
        "days_overdue": reason.days_overdue(today),
        "text": reason.text,
        "file": reason.place.file,
        "line": reason.place.line,
    }


def reasons_shape(reasons: Sequence[Reason], name: str | None, today: date) -> list[Json]:
    """All reasons of one item, each with the command that closes it."""
    from netfiles.changes.command import command

    return [{**reason_shape(one, today), "command": command(one, reasons, name or "") or None} for one in reasons]


def item_shape(item: Item, today: date) -> Json:
    who: Json = {"person": item.name, "file": item.file}
    if item.key is None:
        who["title"] = item.title
    return who | {"reasons": reasons_shape(item.reasons, item.name, today)}


def problem_shape(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "advice": problem.advice,
    }


def found_shape(about: About) -> Json:
    return {
        "name": about.name,
        "file": about.file,
        "company": about.company,
        "last_contact": _value(about.last_contact),
        "tie": about.tie,
    }


def person_shape(about: About, record: Person | None, entries: Sequence[Interaction], today: date) -> Json:
    """Every field of the format under its own name (absent ones null or empty), then what is derived."""
    from netfiles.records.read import known_fields  # heavy, and the other shapes need none of it

    names = [name for name in known_fields("person") if name != "name"]
    fields = {name: _value(getattr(record, name)) if record else None for name in names}
    return found_shape(about) | {
        **fields,
        "last_contact": _value(about.last_contact),
        "next_contact": _value(about.next_contact),
        "tie": about.tie,
        "notes": record.origin.body.strip() if record else "",
        "timeline": [
            {
                "date": entry.day.isoformat(),
                "channel": entry.channel,
                "direction": entry.way,
                "file": entry.path,
                "line": entry.origin.lines.get("date", 1),
            }
            for entry in reversed(entries)
        ],
        "reasons": reasons_shape(about.reasons, about.name, today),
    }


def _value(value: Any) -> Any:
    """A field as JSON: dates ISO, links as the name they lead to, lists as lists."""
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value
    if isinstance(value, When):
        return value.day.isoformat() if value.at is None else f"{value.day}T{value.at:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if type(value) is tuple:
        return [_value(item) for item in value]
    if isinstance(value, Link):
        return value.target
    if isinstance(value, PastCompany):
        return str(value._replace(company=value.company._replace(linked=False)))
    if isinstance(value, Private):
        return list(value.fields) or value.whole
    return str(value)
