"""Everything as JSON: what each file says, and apart from it what follows from all of them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from netfiles.exchange.outgoing.field_texts import field_texts, numbers
from netfiles.exchange.outgoing.own_fields import Own
from netfiles.index.resolve import NOTHING
from netfiles.insights.leads import stage_of
from netfiles.model import Company, Goal, Interaction, Kind, Lead, Person, Record

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

Json = dict[str, Any]
SCHEMA = 1
"""Goes up when something is renamed or removed; what is added does not count."""

LISTS: Mapping[str, Kind] = {
    "people": "person",
    "interactions": "interaction",
    "companies": "company",
    "leads": "lead",
    "goals": "goal",
    "news": "news",
    "queries": "query",
    "profile": "profile",
}
"""What the lists are called, and the kind of their records."""


def as_json(insights: "Insights", version: str, own: Own) -> Iterator[str]:
    """Everything, as pieces of one JSON value: a record a line."""
    about = {"schema": SCHEMA, "version": version, "today": insights.today.isoformat()}
    yield f'{{\n"netfiles": {_text(about)}'
    of_kind = {records[0].kind: records for records in insights.network.collection.kinds() if records}
    for name, kind in LISTS.items():
        shapes = (record_shape(insights, record, own.get(record.path, {})) for record in of_kind.get(kind, ()))
        yield from _listed(name, shapes)
    yield from _listed("not_on_file", _not_on_file(insights))
    yield "\n}\n"


def day_text(day: date | None) -> str | None:
    """A day as text, where there is one."""
    return day.isoformat() if day else None


def _listed(name: str, shapes: Iterable[Json]) -> Iterator[str]:
    yield f',\n"{name}": ['
    between = "\n"
    for shape in shapes:
        yield between + _text(shape)
        between = ",\n"
    yield "\n]"


_text = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def record_shape(insights: "Insights", record: Record, own: Mapping[str, str | tuple[str, ...]]) -> Json:
    """One record: its file, its fields by name, what the file says beside them, and what follows."""
    derive = DERIVED.get(type(record))
    return {
        "file": record.path,
        "called": record.called,
        "fields": _fields(record),
        "own_fields": dict(own),
        "body": record.origin.body,
        "derived": derive(insights, record) if derive else {},
    }


def _fields(record: Record) -> Json:
    """Numbers as numbers, all else as the texts they read back from; null where the file says nothing."""
    fields: Json = {name: text if text != "" else None for name, text in field_texts(record).items()}
    for name in numbers(record.kind):
        fields[name] = getattr(record, name)
    fields["private"] = list(record.private.fields) or record.private.whole
    return fields


def _person(insights: "Insights", person: Person) -> Json:
    network, about = insights.network, insights.people[person.path]
    someone = network.people[person.path]
    return {
        "last_contact": day_text(about.last_contact),
        "next_contact": day_text(about.next_contact),
        "tie": about.tie,
        "company": _company(insights, someone.company),
        "introduced_by": _people(insights, [someone.introduced_by] if someone.introduced_by else []),
        "interactions": list(about.entries),
        "follow_ups": [
            {
                "rule": reason.rule,
                "due": reason.due.isoformat(),
                "days_overdue": reason.days_overdue(insights.today),
                "text": reason.text,
                "file": reason.place.file,
                "line": reason.place.line,
            }
            for reason in about.reasons
        ],
    }


def _interaction(insights: "Insights", interaction: Interaction) -> Json:
    entry = insights.network.entry_by_path[interaction.path]
    linked = insights.network.fields.get(interaction.path, NOTHING)
    return {
        "way": interaction.way,
        "people": _people(insights, entry.people),
        "introduced": _people(insights, entry.introduced),
        "companies": [_company(insights, key) for key in entry.companies],
        "leads": list(entry.leads),
        "thanks_for": list(entry.thanks_for),
        "outcome_for": list(entry.outcome_for),
        "told": list(linked.all("told")),
    }


def _of_company(insights: "Insights", company: Company) -> Json:
    employer = insights.network.companies[company.path]
    return {
        "people": _people(insights, employer.now),
        "former_people": _people(insights, [key for key, _ in employer.before]),
        "interactions": [entry.path for entry in employer.entries],
        "leads": [lead.path for lead in employer.leads],
    }


def _lead(insights: "Insights", lead: Lead) -> Json:
    linked = insights.network.fields.get(lead.path, NOTHING)
    return {
        "stage": stage_of(lead),
        "open": lead.open,
        "company": _company(insights, insights.network.company_of(lead)),
        "heard_from": _people(insights, linked.all("heard_from")),
        "referred_by": _people(insights, linked.all("referred_by")),
        "heard_via": linked.one("heard_via"),
    }


def _goal(insights: "Insights", goal: Goal) -> Json:
    progress = next((one for one in insights.goals if one.goal is goal), None)
    return {"progress": progress.sentence if progress else None, "done": progress.done if progress else None}


DERIVED: Mapping[type[Record], Callable[[Any, Any], Json]] = {
    Person: _person,
    Interaction: _interaction,
    Company: _of_company,
    Lead: _lead,
    Goal: _goal,
}


def _not_on_file(insights: "Insights") -> Iterator[Json]:
    """Everybody whom files only name."""
    for about in insights.people.values():
        if about.file is None:
            yield {
                "name": about.name,
                "last_contact": day_text(about.last_contact),
                "tie": about.tie,
                "interactions": list(about.entries),
            }


def _people(insights: "Insights", keys: Sequence[str]) -> list[Json]:
    people = insights.network.people
    return [{"name": people[key].name, "file": people[key].file} for key in keys]


def _company(insights: "Insights", key: str | None) -> Json | None:
    if key is None:
        return None
    employer = insights.network.companies[key]
    return {"name": employer.name, "file": employer.record.path if employer.record else None}
