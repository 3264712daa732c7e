"""The fixed JSON shapes of results, documented in docs/commands.md."""

from dataclasses import replace
from datetime import date
from typing import Any

from netfiles.index.network import Someone
from netfiles.insights.derive import Insights
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.queue import Item
from netfiles.model import Link, PastCompany, Private, When
from netfiles.problems import SEVERITIES, Problem
from netfiles.records.read import known_fields

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


def item_shape(item: Item, today: date) -> Json:
    who: Json = {"person": item.name, "file": item.file}
    if item.key is None:
        who["title"] = item.title
    return who | {"reasons": [reason_shape(reason, today) for reason in item.reasons]}


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


def found_shape(insights: Insights, someone: Someone) -> Json:
    last = someone.last_contact(insights.today)
    return {
        "name": someone.name,
        "file": someone.file,
        "company": insights.network.companies[someone.company].name if someone.company else None,
        "last_contact": last.isoformat() if last else None,
        "tie": insights.ties[someone.key].word,
    }


def person_shape(insights: Insights, someone: Someone) -> Json:
    """Every field of the format under its own name (absent ones null or empty), then what is derived."""
    fields = {"name": someone.name, "file": someone.file}
    for name in known_fields("person"):
        if name != "name":
            fields[name] = _value(getattr(someone.record, name)) if someone.record else None
    next_contact = insights.next_contact(someone)
    return (
        found_shape(insights, someone)
        | fields
        | {
            "last_contact": found_shape(insights, someone)["last_contact"],
            "next_contact": next_contact.isoformat() if next_contact else None,
            "tie": insights.ties[someone.key].word,
            "notes": someone.record.origin.body.strip() if someone.record else "",
            "timeline": [
                {
                    "date": e.day.isoformat(),
                    "channel": e.record.channel,
                    "direction": e.record.way,
                    "file": e.path,
                    "line": e.record.origin.lines.get("date", 1),
                }
                for e in reversed(someone.entries)
            ],
            "reasons": [reason_shape(r, insights.today) for r in insights.reasons(someone.key)],
        }
    )


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
        return str(replace(value, company=replace(value.company, linked=False)))
    if isinstance(value, Private):
        return list(value.fields) or value.whole
    return str(value)


def counts(problems: tuple[Problem, ...]) -> dict[str, int]:
    """How many problems of each severity."""
    return {severity: sum(p.severity == severity for p in problems) for severity in SEVERITIES}


def in_words(number: dict[str, int]) -> str:
    """`1 error, 2 warnings, 0 hints`."""
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in number.items())
