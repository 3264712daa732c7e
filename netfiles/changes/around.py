"""Somebody with the entries that concern them, as a small network: by it the rules of the queue say what is open."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from netfiles.index.build import build_network
from netfiles.index.names import Ambiguous, Names
from netfiles.index.network import Entry, Someone
from netfiles.insights.directory import Directory, Listed
from netfiles.insights.follow_ups.reason import Case, Situation
from netfiles.model import Interaction, Person
from netfiles.model.collection import Collection
from netfiles.model.options import Options
from netfiles.model.record import Origin, Record


def case(
    options: Options,
    today: date,
    one: Listed,
    record: Record | None,
    entries: Sequence[Interaction],
    others: Iterable[Listed],
) -> Case:
    """What the rules look at for one person; `others` are those whom the entries name too."""
    known = {other.file: _in_short(other) for other in others if other.file}
    if isinstance(record, Person):
        known[record.path] = record
    collection = Collection(
        people=tuple(known[path] for path in sorted(known)),
        interactions=tuple(sorted(entries, key=lambda entry: entry.path)),
        options=options,
    )
    network = build_network(collection)
    return Case(Situation(network, today), network.people.get(one.key) or Someone(one.key, one.name, None))


def without_end(case_: Case) -> Case:
    """The same where nothing leaves the queue because of its age."""
    situation = case_.situation
    network = situation.network
    numbers = replace(case_.numbers, answer_window_days=_LONG, leaves_after_days=_LONG)
    options = replace(network.collection.options, numbers=numbers)
    collection = replace(network.collection, options=options)
    return Case(Situation(replace(network, collection=collection), situation.today), case_.someone)


_LONG = 100_000
"""Days: more than anybody has."""


def _in_short(one: Listed) -> Person:
    values: dict[str, Any] = {"origin": Origin(one.file or ""), "name": one.name, "aliases": one.aliases}
    return Person(**values)


def named_in(names: Directory, meaning: Names, entries: Iterable[Interaction]) -> list[Listed]:
    """Everybody on file whom entries name, or might."""
    keys: dict[str, None] = {}
    for entry in entries:
        for link in (*entry.with_, *entry.introduced):
            found = meaning.find(link, ("person",))
            keys |= dict.fromkeys(found.paths if isinstance(found, Ambiguous) else [found] if found else [])
    return [names.listed[key] for key in keys]


def concerning(case_: Case) -> list[Entry]:
    """The entries whose loops concern somebody: those that name them first; the others where there are none."""
    return [*case_.named_first] or list(case_.someone.entries)
