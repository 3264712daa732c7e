"""What follows from a name that was given: who led to somebody, whether they were met since, and how soon."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from netfiles.index.network import Entry, Network, Someone
from netfiles.model import Record
from netfiles.problems import Place


class Introduction(NamedTuple):
    """Somebody the owner was led to: by whom (both are keys), on what day if known, and the record that says so."""

    person: str
    giver: str
    day: date | None
    record: Record
    field: Literal["introduced_by", "introduced"]

    @property
    def place(self) -> Place:
        return self.record.origin.place(self.field)


class Name(NamedTuple):
    """A name that was given and led to no meeting or contact; `givers` are keys, the record is what says so."""

    person: str
    givers: tuple[str, ...]
    day: date | None
    record: Record
    field: Literal["introduced_by", "introduced"]

    @property
    def place(self) -> Place:
        return self.record.origin.place(self.field)


class Named(NamedTuple):
    """Somebody whose name was given, or who was introduced.

    `new_on` is the first day the name was given, unless they were known before; `to_talk` the days from it to the
    first talk.
    """

    introduction: Introduction | None
    waiting: Name | None
    new_on: date | None
    to_talk: int | None


AllNamed = Mapping[str, tuple[Someone, Named]]
"""Everybody whose name was given by key, beside what that follows from."""


def named(network: Network, today: date, before: AllNamed) -> AllNamed:
    """Everybody whose name was given; what is known from `before`, of the same day, holds for who is the same."""
    people, found = network.people, dict[str, tuple[Someone, Named]]()
    for key in _keys(network):
        someone, known = people[key], before.get(key)
        found[key] = known if known and known[0] is someone else (someone, _named(someone, today))
    return found


def _keys(network: Network) -> Iterator[str]:
    given = network.relations.given_in
    yield from given
    introduced = (key for keys in network.relations.introduced.values() for key in keys)
    yield from dict.fromkeys(key for key in introduced if key not in given)


def _named(someone: Someone, today: date) -> Named:
    given = tuple(entry for entry in someone.given_in if entry.day <= today)
    own = _by_own_file(someone, given)
    first = given[0].day if given and not _known_before(someone, given[0].day) else None
    return Named(
        own or (_by_entry(someone, given) if first else None),
        _waiting(someone, given, own, today),
        first,
        _to_talk(someone, first, today) if first else None,
    )


def _by_own_file(someone: Someone, given: tuple[Entry, ...]) -> Introduction | None:
    """What `introduced_by` says; the day is that of the giver's entry that names them, else `met_on`."""
    record, giver = someone.record, someone.introduced_by
    if record is None or giver is None:
        return None
    day = next((entry.day for entry in given if giver in entry.people), record.met_on)
    return Introduction(someone.key, giver, day, record, "introduced_by")


def _by_entry(someone: Someone, given: tuple[Entry, ...]) -> Introduction | None:
    """The first in an entry that names them; of two entries, the first by date."""
    for entry in given:
        if giver := next((key for key in entry.people if key != someone.key), None):
            return Introduction(someone.key, giver, entry.day, entry.record, "introduced")
    return None


def _known_before(someone: Someone, day: date) -> bool:
    """Whether the owner met somebody, or was in contact with them, before a day."""
    met = someone.record.met_on if someone.record else None
    return bool(met and met < day) or bool(someone.entries and someone.entries[0].day < day)


def _waiting(someone: Someone, given: tuple[Entry, ...], own: Introduction | None, today: date) -> Name | None:
    """The first time the name was given with no contact since; closed people and whom we met wait for nothing."""
    record, last = someone.record, someone.last_contact(today)
    if record and (record.status == "closed" or (record.met_on and record.met_on <= today)):
        return None
    if entry := next((entry for entry in given if last is None or entry.day > last), None):
        givers = tuple(giver for giver in entry.people if giver != someone.key)
        return Name(someone.key, givers, entry.day, entry.record, "introduced")
    if own is None or given or last:
        return None
    return Name(someone.key, (own.giver,), own.day, own.record, own.field)


def _to_talk(someone: Someone, given: date, today: date) -> int | None:
    entries = someone.entries
    since = entries[bisect_left(entries, given, key=lambda entry: entry.day) :]
    talk = next((entry.day for entry in since if is_talk(entry)), None)
    return (talk - given).days if talk and talk <= today else None


def is_talk(entry: Entry) -> bool:
    """A talk with people rather than a message or work alone."""
    return bool(entry.people) and not entry.record.written and entry.record.activity is None
