"""Who is told nothing and never drawn: kept from one state to the next, and looked at again only where it changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from operator import is_not

from netfiles.index.network import Network, Someone
from netfiles.index.resolve import NOTHING


@dataclass(frozen=True)
class Apart:
    """Some of the `people` of a day on file, by key.

    `closed`; `imported`, with whom there is no entry yet; `free`: active, not snoozed, and knowing no news already.
    `knew` are the paths of the news that somebody knew before, where there are any.
    """

    today: date = date.min
    people: Mapping[str, Someone] = field(default_factory=dict)
    closed: frozenset[str] = frozenset()
    imported: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    knew: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def apart(network: Network, today: date, before: Apart) -> Apart:
    """Who is what on a day; whoever is the same object as `before` is not looked at."""
    people, old = network.people, before if before.today == today else Apart()
    moved = set(_moved(old.people, people))
    sets = [set(of - moved) for of in (old.closed, old.imported, old.free)]
    closed, imported, free = sets
    knew = {key: paths for key, paths in old.knew.items() if key not in moved}
    for key in moved & people.keys():
        someone = people[key]
        if someone.record is None:
            continue
        if someone.record.status == "closed":
            closed.add(key)
        if someone.record.source is not None and someone.last_contact(today) is None:
            imported.add(key)
        if someone.record.told_before:
            knew[key] = network.fields.get(key, NOTHING).all("told_before")
        elif someone.record.status == "active" and not _snoozed(someone, today):
            free.add(key)
    return Apart(today, people, frozenset(closed), frozenset(imported), frozenset(free), knew)


def _snoozed(someone: Someone, today: date) -> bool:
    until = someone.record.snooze_until if someone.record else None
    return until is not None and until > today


def _moved(old: Mapping[str, Someone], now: Mapping[str, Someone]) -> Iterable[str]:
    """The keys of all who came, went, or are another object."""
    if tuple(old) == tuple(now):
        return compress(now, map(is_not, old.values(), now.values()))
    return [key for key in old.keys() | now.keys() if old.get(key) is not now.get(key)]
