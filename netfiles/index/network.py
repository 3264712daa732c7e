"""The network: everyone by key with their entries, every company with its people, every link resolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple

from netfiles.index.names import Names
from netfiles.index.relation import Relation, regroup
from netfiles.index.resolve import NOTHING, Linked, names_asked
from netfiles.model import Company, Goal, Interaction, Lead, Person, Record, Years
from netfiles.model.collection import Collection
from netfiles.problems import Problem


@dataclass(frozen=True, eq=False)
class Entry:
    """An interaction with its links resolved.

    People are named by key, entries and leads by path, companies by key; links that found nothing are left out,
    save people not yet on file, who have keys of their own. So are introductions that count for nothing.
    """

    record: Interaction
    people: tuple[str, ...] = ()
    introduced: tuple[str, ...] = ()
    thanks_for: tuple[str, ...] = ()
    outcome_for: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    order: tuple[date, time, str] = field(init=False)
    """Sorts entries by day, time (untimed ones first) and path."""

    def __post_init__(self) -> None:
        when = self.record.date
        object.__setattr__(self, "order", (when.day, when.at or time.min, self.record.origin.path))

    @property
    def day(self) -> date:
        return self.order[0]

    @property
    def path(self) -> str:
        return self.order[2]

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

    @cached_property
    def written_with(self) -> tuple[str, ...]:
        """The keys of everyone else that the owner's messages to them went to as well."""
        sent = (e for e in self.entries if len(e.people) > 1 and e.record.written and e.record.way == "out")
        return tuple(dict.fromkeys(key for e in sent for key in e.people if key != self.key))

    @cached_property
    def gifts(self) -> tuple[str, ...]:
        """The paths of the entries in which they gave something."""
        return tuple(e.path for e in self.entries if e.record.got)

    @cached_property
    def introducing(self) -> tuple[Entry, ...]:
        """The entries in which they gave the owner names."""
        return tuple([e for e in self.entries if e.introduced])

    def until(self, today: date) -> tuple[Entry, ...]:
        """The entries up to `today`: contact that was made."""
        return _until(self.entries, today)

    def last_contact(self, today: date) -> date | None:
        """The day of the newest entry up to `today`."""
        return next((e.day for e in reversed(self.entries) if e.day <= today), None)

    def met_by(self, today: date) -> bool:
        """Whether there was contact, or `met_on` of their file is past."""
        met = self.record.met_on if self.record else None
        return bool(met and met <= today) or bool(self.entries and self.entries[0].day <= today)

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

    def until(self, today: date) -> tuple[Entry, ...]:
        """The entries up to `today`."""
        return _until(self.entries, today)

    @property
    def is_target(self) -> bool:
        return self.record is not None and self.record.is_target


NOT_ON_FILE = "name:"
"""What the key of somebody without a file begins with; all others are paths."""

Claim = tuple[int, str, int, str]
"""Where somebody or something without a file is named: the kind's rank, the path, a number, and the name as written."""


def _until(entries: tuple[Entry, ...], today: date) -> tuple[Entry, ...]:
    """Those of some entries in their order that are not planned."""
    if not entries or entries[-1].day <= today:
        return entries
    return tuple(e for e in entries if e.day <= today)


class Naming(NamedTuple):
    """An entry that names somebody as introduced, whether that counts or not: its day, its path, who was there."""

    order: tuple[date, time, str]
    people: tuple[str, ...]

    @property
    def day(self) -> date:
        return self.order[0]

    @property
    def path(self) -> str:
        return self.order[2]


class Led(NamedTuple):
    """Who led the owner to somebody (both by key), on what day if known, and where that is written."""

    person: str
    giver: str
    day: date | None
    path: str
    field: Literal["introduced_by", "introduced"]


@dataclass(frozen=True, slots=True)
class Relations:
    """Everything by what it belongs to; the sources are paths where nothing else is said.

    People: `entries` with them (those with nobody under the empty key), `given_in` where their name was given,
    `named_in` the same with what counts for nothing, `known_by`, `introduced` by them. Companies: `now` and `before`
    the people, `about` the entries, `leads`.
    `thanked` are the entries that thank for an entry, `outcomes` those that tell what came of one, `naming` those
    that are about a lead, `mentioned_in` the files whose body links to something,
    `months` the entries of a month (`2026-11`), `uids` the records of a uid.
    """

    entries: Relation[Entry] = field(default_factory=dict)
    given_in: Relation[Entry] = field(default_factory=dict)
    named_in: Relation[Naming] = field(default_factory=dict)
    known_by: Relation[str] = field(default_factory=dict)
    introduced: Relation[str] = field(default_factory=dict)
    now: Relation[str] = field(default_factory=dict)
    before: Relation[tuple[str, Years | None]] = field(default_factory=dict)
    about: Relation[Entry] = field(default_factory=dict)
    leads: Relation[Lead] = field(default_factory=dict)
    thanked: Relation[Entry] = field(default_factory=dict)
    outcomes: Relation[Entry] = field(default_factory=dict)
    naming: Relation[Entry] = field(default_factory=dict)
    mentioned_in: Relation[str] = field(default_factory=dict)
    months: Relation[Entry] = field(default_factory=dict)
    uids: Relation[Record] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Network:
    """All of it.

    `fields` and `bodies` give what the links of each record mean, by its path; those without links are left out.
    `wrong` are the problems of these links. `claims` has the people and companies without a file by their keys. `led`
    is who led to whom as it is written, by the person; `circles` are those of it that cannot be, each ending with the
    introduction that counts for nothing: nothing else here has it.
    """

    collection: Collection = field(default_factory=Collection)
    records: Mapping[str, Record] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    people: Mapping[str, Someone] = field(default_factory=dict)
    companies: Mapping[str, Employer] = field(default_factory=dict)
    entry_by_path: Mapping[str, Entry] = field(default_factory=dict)
    relations: Relations = field(default_factory=Relations)
    fields: Mapping[str, Linked] = field(default_factory=dict)
    bodies: Mapping[str, Linked] = field(default_factory=dict)
    wrong: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    claims: Relation[Claim] = field(default_factory=dict)
    led: Mapping[str, Led] = field(default_factory=dict)
    circles: tuple[tuple[Led, ...], ...] = ()
    known_asking: Relation[str] | None = None

    @cached_property
    def asking(self) -> Relation[str]:
        """The paths of the records whose links could mean something of a (folded) name."""
        if self.known_asking is not None:
            return self.known_asking
        return regroup({}, (), ((name, r.path) for r in self.records.values() for name in names_asked(r)))[0]

    @cached_property
    def vain(self) -> frozenset[tuple[str, str]]:
        """Introductions that count for nothing: the path of the record that says so, and the person."""
        return frozenset((circle[-1].path, circle[-1].person) for circle in self.circles)

    @cached_property
    def months(self) -> Relation[Entry]:
        """The entries of each month (`2026-11`), both in order."""
        return dict(sorted(self.relations.months.items()))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in order."""
        return tuple(chain.from_iterable(self.months.values()))

    @property
    def of_nobody(self) -> tuple[Entry, ...]:
        """The entries without people, in order."""
        return self.relations.entries.get("", ())

    @cached_property
    def on_file(self) -> tuple[Someone, ...]:
        """The people with a file, by path."""
        return tuple(someone for someone in self.people.values() if someone.record)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with links and uids."""
        found = {*chain.from_iterable(self.wrong.values()), *uids_twice(self.relations.uids)}
        return tuple(sorted(found, key=lambda p: (p.place, p.code, p.message)))

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        """What was wrong with files, then with links, by file."""
        return tuple(sorted((*self.collection.problems, *self.problems), key=lambda p: (p.place, p.code)))

    def company_of(self, lead: Lead) -> str | None:
        """The key of the company of a lead."""
        return self.fields.get(lead.path, NOTHING).one("company")

    def companies_of(self, goal: Goal) -> frozenset[str]:
        """The keys of the companies a goal is about."""
        return frozenset(self.fields.get(goal.path, NOTHING).all("companies"))


def uids_twice(uids: Relation[Record]) -> Iterator[Problem]:
    """A problem for each record that bears the uid of another."""
    for uid, same in uids.items():
        for record in same if len(same) > 1 else ():
            others = ", ".join(sorted(r.path for r in same if r is not record))
            yield Problem(
                "NF404",
                record.origin.place("uid"),
                f"The uid `{uid}` is also that of {others}",
                "Give each file its own uid, or remove the field; if both are one person, keep one file.",
            )
