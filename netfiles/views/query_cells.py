"""The cells of a saved query's table: what a field of the language shows of somebody."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from netfiles.index.network import Someone
from netfiles.index.resolve import NOTHING
from netfiles.insights.in_short import About
from netfiles.insights.particulars import introducers
from netfiles.model import Person
from netfiles.model.career import Company
from netfiles.views.context import Here
from netfiles.views.person import birthday
from netfiles.views.reach import Way, emails, phones
from netfiles.views.words import breakable, dated

MOST = 5
"""So many names or texts stand in one cell; of more the number is said."""


class Shown(NamedTuple):
    """One person, as the cells look at them."""

    here: Here
    someone: Someone
    about: About

    @property
    def record(self) -> Person | None:
        return self.someone.record

    @property
    def company(self) -> Company | None:
        key = self.someone.company
        return self.here.context.network.companies[key].record if key else None


class Column(NamedTuple):
    """The heading of a column, how the browser sorts it, and what makes its cells."""

    heading: str
    cell: Callable[[Shown], Markup]
    sort: str = ""


def _some(parts: Iterable[str | Markup], between: str = ", ") -> Markup:
    """A few things, and how many more."""
    found = [escape(part) for part in parts]
    rest = [Markup("and %s more") % (len(found) - MOST)] if len(found) > MOST else []
    return escape(between).join(found[:MOST] + rest)


def _of_file(field: str) -> Callable[[Shown], Markup]:
    return lambda shown: escape(getattr(shown.record, field) or "") if shown.record else Markup("")


def _list_of_file(field: str, between: str = ", ") -> Callable[[Shown], Markup]:
    return lambda shown: _some(getattr(shown.record, field), between) if shown.record else Markup("")


def _day(field: str) -> Callable[[Shown], Markup]:
    return lambda shown: Markup("").join(_when(date.fromisoformat(text)) for text in shown.about.values(field))


def _when(day: date) -> Markup:
    return Markup('<time datetime="%s">%s</time>') % (day, dated(day))


def _count(field: str) -> Callable[[Shown], Markup]:
    return lambda shown: escape(len(shown.about.values(field)) or "")


def _name(shown: Shown) -> Markup:
    return Markup('<span class="nf-name">%s%s</span>') % (
        shown.here.face(shown.someone),
        shown.here.person(shown.someone.key),
    )


def _employer(shown: Shown) -> Markup:
    return shown.here.company(shown.someone.company) if shown.someone.company else Markup("")


def _target(shown: Shown) -> Markup:
    company = shown.company
    return escape(company.target or "") if company and company.is_target else Markup("")


def _people(keys: Callable[[Someone], Iterable[str]]) -> Callable[[Shown], Markup]:
    return lambda shown: _some(shown.here.person(key) for key in keys(shown.someone))


def _introducers(shown: Shown) -> Markup:
    return _some(map(shown.here.person, introducers(shown.someone, shown.here.context.today)))


def _ways(ways: Callable[[tuple[str, ...]], Iterator[Way]], field: str) -> Callable[[Shown], Markup]:
    return lambda shown: _some(map(_way, ways(getattr(shown.record, field)))) if shown.record else Markup("")


def _way(way: Way) -> Markup:
    shown = breakable(way.shown) if "@" in way.shown else escape(way.shown)
    return Markup('<a href="%s">%s</a>') % (way.href, shown) if way.href else shown


def _told(shown: Shown) -> Markup:
    """What they were told, each once, the news by its title."""
    context = shown.here.context
    fields, found = context.network.fields, list[str]()
    for entry in shown.someone.until(context.today):
        if entry.record.told:
            found += [context.records[path].called for path in fields.get(entry.path, NOTHING).all("told")]
            found += [link.text for link in entry.record.told if not link.linked]
    before = fields.get(shown.someone.key, NOTHING).all("told_before")
    return _some(dict.fromkeys((*found, *(context.records[path].called for path in before))), "; ")


CELLS: Mapping[str, Column] = {
    "name": Column("Name", _name),
    "title": Column("Title", _of_file("title")),
    "company": Column("Company", _employer),
    "past": Column("Before", lambda s: _some(s.here.company(key) for key, _ in s.someone.past)),
    "industry": Column("Industry", lambda s: escape((s.company and s.company.industry) or "")),
    "place": Column("Place", _of_file("location")),
    "relation": Column("Relation", _of_file("relation")),
    "tag": Column("Tags", _list_of_file("tags")),
    "help": Column("Can help with", _list_of_file("can_help", "; ")),
    "source": Column("Source", _of_file("source")),
    "knows": Column("Knows", _people(lambda someone: someone.knows)),
    "by": Column("Introduced by", _introducers),
    "told": Column("Told", _told),
    "email": Column("E-mail", _ways(emails, "emails")),
    "phone": Column("Phone", _ways(phones, "phones")),
    "tie": Column("Tie", lambda shown: escape(shown.about.tie), "strong warm cool cold new"),
    "target": Column("Target", _target, "A yes B C"),
    "status": Column("Status", _of_file("status")),
    "last": Column("Last contact", _day("last"), "time"),
    "first": Column("First contact", _day("first"), "time"),
    "met": Column("Met", _day("met"), "time"),
    "as_of": Column("As of", _day("as_of"), "time"),
    "next": Column("Next contact", _day("next"), "time"),
    "birthday": Column(
        "Birthday", lambda s: escape(birthday(s.record.birthday) if s.record and s.record.birthday else "")
    ),
    "entries": Column("Entries", _count("entries"), "number"),
    "asked": Column("Asked", _count("asked"), "number"),
    "got": Column("Got", _count("got"), "number"),
    "gave": Column("Gave", _count("gave"), "number"),
}
