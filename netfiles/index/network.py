"""The network: everyone by key with their entries, every company with its people, every link resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

from netfiles.index.names import Names
from netfiles.model import Company, Interaction, Lead, News, Person, Years
from netfiles.model.collection import Collection
from netfiles.problems import Problem


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An interaction with its links resolved.

    People are named by key, entries and leads by path, companies by key; links that found nothing are left out,
    save people not yet on file, who have keys of their own.
    """

    record: Interaction
    people: tuple[str, ...] = ()
    introduced: tuple[str, ...] = ()
    thanks_for: tuple[str, ...] = ()
    outcome_for: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        return self.record.date.day

    @property
    def path(self) -> str:
        return self.record.origin.path

    @property
    def order(self) -> tuple[date, time, str]:
        """Sorts entries by day, time (untimed ones first) and path."""
        return (self.record.date.day, self.record.date.at or time.min, self.record.origin.path)

    def follows(self, other: "Entry") -> bool:
        """Whether this came after `other`; on one day, unless both bear times that say no."""
        if self is other or self.day != other.day:
            return self.day > other.day
        mine, theirs = self.record.date.at, other.record.date.at
        return mine is None or theirs is None or mine >= theirs


@dataclass(frozen=True, eq=False)
class Someone:
    """A person of the network: on file, or only a name in the owner's entries.

    `key` is the file's path, or `name:` and the folded name for somebody not yet on file. `entries` are all with
    them in order, planned ones too; `given_in` those in which their name was given to the owner.
    """

    key: str
    name: str
    record: Person | None
    entries: tuple[Entry, ...] = ()
    given_in: tuple[Entry, ...] = ()
    mentioned_in: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    introduced_by: str | None = None
    introduced: tuple[str, ...] = ()
    company: str | None = None
    past: tuple[tuple[str, Years | None], ...] = ()

    @property
    def file(self) -> str | None:
        return self.record.path if self.record else None

    def until(self, today: date) -> tuple[Entry, ...]:
        """The entries up to `today`: contact that was made."""
        return tuple(e for e in self.entries if e.day <= today)

    def last_contact(self, today: date) -> date | None:
        """The day of the newest entry up to `today`."""
        return next((e.day for e in reversed(self.entries) if e.day <= today), None)

    def planned(self, today: date) -> Entry | None:
        """The next entry after `today`."""
        return next((e for e in self.entries if e.day > today), None)


@dataclass(frozen=True, eq=False)
class Employer:
    """A company of the network, with a file or only named; people by key."""

    key: str
    name: str
    record: Company | None
    now: tuple[str, ...] = ()
    before: tuple[tuple[str, Years | None], ...] = ()
    entries: tuple[Entry, ...] = ()
    leads: tuple[Lead, ...] = ()

    @property
    def is_target(self) -> bool:
        return self.record is not None and self.record.is_target


@dataclass(frozen=True, eq=False)
class Network:
    """All of it. `lead_companies` and `goal_companies` give the keys of companies by the path of a lead or goal."""

    collection: Collection
    names: Names
    people: Mapping[str, Someone]
    companies: Mapping[str, Employer]
    entries: tuple[Entry, ...]
    lead_companies: Mapping[str, str]
    news_supersedes: Mapping[str, News]
    goal_companies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    company_names: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def entry_by_path(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self.entries}

    @cached_property
    def on_file(self) -> tuple[Someone, ...]:
        """The people with a file, by path."""
        return tuple(someone for someone in self.people.values() if someone.record)

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        """What was wrong with files, then with links, by file."""
        return tuple(sorted((*self.collection.problems, *self.problems), key=lambda p: (p.place, p.code)))
