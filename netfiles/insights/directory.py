"""Everything that has a name, in short: what the commands that write resolve names by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.names import Names, all_folded, folded
from netfiles.model import Company, Kind, Lead, Link, Person, Record
from netfiles.model.fields import email_address
from netfiles.text.letters import flat

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.insights.in_short import About


class Listed(NamedTuple):
    """One name: of a file, or of somebody not on file. `company` is where a person works, or whose a lead is.

    `with_them` are the paths of the entries with a person, one a line, the oldest first, as far as they are known.
    """

    kind: Kind
    key: str
    name: str
    file: str | None
    aliases: tuple[str, ...] = ()
    company: str | None = None
    last_contact: date | None = None
    tie: str = "new"
    closed: bool = False
    with_them: str = ""
    plain: str = ""
    """All it can be called, as texts are compared, one name a line."""
    reached: tuple[str, ...] = ()
    """The e-mail addresses and the digits of the phone numbers of a person or company."""

    @property
    def stem(self) -> str:
        """What a link to it is written as."""
        return self.file.rsplit("/", 1)[-1].removesuffix(".md") if self.file else self.name

    @property
    def entries(self) -> list[str]:
        """The paths of the entries with a person. They are kept as one text: 50,000 are read in half the time."""
        return self.with_them.split("\n") if self.with_them else []


@dataclass(frozen=True)
class Directory:
    """All that has a name, by key."""

    listed: Mapping[str, Listed] = field(default_factory=dict)

    def of(self, *kinds: Kind) -> list[Listed]:
        """All of some kinds."""
        return [one for one in self.listed.values() if one.kind in kinds]

    def names(self) -> Names:
        """What a link of each kind means, by the rules of links."""
        levels: dict[Kind, tuple[dict[str, tuple[str, ...]], ...]] = {}
        filed = [one for one in self.listed.values() if one.file is not None]
        texts = [(one.stem, one.name, *one.aliases) for one in filed]
        folds = iter(all_folded(list(chain.from_iterable(texts))))
        for one in filed:
            stems, names, aliases = levels.setdefault(one.kind, ({}, {}, {}))
            key, stem, name = one.key, next(folds), next(folds)
            stems[stem] = (*stems[stem], key) if stem in stems else (key,)
            names[name] = (*names[name], key) if name in names else (key,)
            for alias in dict.fromkeys(islice(folds, len(one.aliases))):
                aliases[alias] = (*aliases[alias], key) if alias in aliases else (key,)
        return Names({kind: (a, b, c) for kind, (a, b, c) in levels.items()})


NAMED: tuple[Kind, ...] = ("person", "company", "lead", "news", "goal")
"""The kinds of records that commands name."""


def directory(insights: "Insights") -> Directory:
    """The directory of everything that is known."""
    network = insights.network
    people = {key: person(about, network.people[key].record) for key, about in insights.people.items()}
    others = (r for r in network.records.values() if r.kind in NAMED and r.kind != "person")
    unfiled = (one for one in network.companies.values() if not one.record)
    companies = {one.key: _searchable(Listed("company", one.key, one.name, None)) for one in unfiled}
    return Directory(people | companies | {record.path: listed(record) for record in others})


def person(about: "About", record: Person | None = None) -> Listed:
    """Somebody in short as the directory has them; how they are reached stands in their record."""
    return _searchable(
        Listed(
            kind="person",
            key=about.key,
            name=about.name,
            file=about.file,
            aliases=about.aliases,
            company=about.company,
            last_contact=about.last_contact,
            tie=about.tie,
            closed="closed" in about.values("status"),
            with_them="\n".join(about.entries),
            reached=_reached(record) if record else (),
        )
    )


def _searchable(one: Listed) -> Listed:
    return one._replace(plain="\n".join(dict.fromkeys(map(bare, (one.name, one.stem, *one.aliases)))))


def bare(name: str) -> str:
    """A name as names are looked for: without accents, case and apostrophes."""
    return flat(name).replace("'", "").replace("’", "")


def listed(record: Record, before: Listed | None = None) -> Listed:
    """A record in short; what only the whole network tells is taken from what was known before."""
    company = record.company.text if isinstance(record, Person | Lead) and record.company else None
    made = Listed(
        kind=record.kind,
        key=record.path,
        name=record.called,
        file=record.path,
        aliases=record.aliases if isinstance(record, Person | Company) else (),
        company=company,
        last_contact=before.last_contact if before else None,
        tie=before.tie if before else "new",
        closed=isinstance(record, Person) and record.status == "closed",
        with_them=before.with_them if before else "",
        reached=_reached(record) if isinstance(record, Person | Company) else (),
    )
    return _searchable(made)


def _reached(record: Person | Company) -> tuple[str, ...]:
    return tuple(filter(None, (*map(address, record.emails), *map(digits, record.phones))))


def address(email: str) -> str:
    """An e-mail address as addresses are compared."""
    return email_address(email).casefold()


def digits(phone: str) -> str:
    """A phone number as numbers are compared: its digits."""
    return re.sub(r"\D", "", phone)


def renewed(before: Directory, records: Iterable[Record], gone: Iterable[str]) -> Directory:
    """The directory with some records as they are now, and without those that are gone."""
    lost, now = set(gone), {}
    for record in records:
        unfiled = [key for key in _unfiled(record) if key in before.listed]
        lost.update(unfiled)  # who was only named until now has a file
        now[record.path] = listed(
            record, next((before.listed[key] for key in (record.path, *unfiled) if key in before.listed), None)
        )
    kept = {key: one for key, one in before.listed.items() if key not in lost}
    return Directory(kept | now)


def _unfiled(record: Record) -> list[str]:
    """The keys under which somebody or a company is listed that has no file."""
    if not isinstance(record, Person | Company):
        return []
    names = dict.fromkeys((record.origin.stem, record.called, *record.aliases))
    return [f"{'name' if isinstance(record, Person) else 'company'}:{folded(name)}" for name in names]


def find(names: Names, text: str, kinds: tuple[Kind, ...]) -> str | None:
    """The key that a text means as a link would; None for nothing or several."""
    found = names.find(Link(text), kinds)
    return found if isinstance(found, str) else None
