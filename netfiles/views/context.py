"""What every page may look at, and how it points at the rest of the site."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup, escape

from netfiles.index.network import Employer, Entry, Network, Someone
from netfiles.insights.coverage import Coverage
from netfiles.insights.days import spoken
from netfiles.insights.derive import Insights
from netfiles.model import Record
from netfiles.model.collection import Collection
from netfiles.problems import Place
from netfiles.views.addresses import Addresses, addresses
from netfiles.views.bodies import Bodies
from netfiles.views.editor import editor_link
from netfiles.views.face import face
from netfiles.views.listing import Part, by_name, parts


@dataclass(frozen=True)
class Context:
    """The facts of the day with their places in the site."""

    insights: Insights
    addresses: Addresses
    bodies: Bodies
    rendered: dict[tuple[str, str], Markup] = field(default_factory=dict)

    @property
    def network(self) -> Network:
        return self.insights.network

    @property
    def collection(self) -> Collection:
        return self.insights.network.collection

    @property
    def today(self) -> date:
        return self.insights.today

    @cached_property
    def covered(self) -> Mapping[str, Coverage]:
        """How the target companies are covered, by key."""
        return {found.company.key: found for found in self.insights.coverage}

    def covering(self, company: Employer) -> Coverage | None:
        """How a company is covered: a target, or one where I am in contact with nobody who is there now."""
        if found := self.covered.get(company.key):
            return found
        people = self.network.people
        if any(people[key].last_contact(self.today) for key in company.now):
            return None
        return self.insights.covered(company)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The pages that tell entries, by key in order: `2026-11` for a month, `2026-11-05` for a day of a busy one."""
        return tuple(key for month, of in self.addresses.months.items() for key in of.days or (month,))

    def is_busy(self, key: str) -> bool:
        """Whether a page of the journal only leads to its days."""
        return key in self.addresses.months and bool(self.addresses.months[key].days)

    def entries_at(self, key: str) -> tuple[Entry, ...]:
        """The entries of a page of the journal; none where there is no such page."""
        month = self.addresses.months.get(key[:7])
        if month is None:
            return ()
        return month.entries if key == key[:7] else month.days.get(key, ())

    def around(self, key: str) -> tuple[str | None, str | None]:
        """The pages of the journal before and after one: of a busy month the months, else the pages that tell."""
        keys = tuple(self.network.months) if self.is_busy(key) else self.told
        at = bisect_left(keys, key)
        return keys[at - 1] if at else None, keys[at + 1] if at + 1 < len(keys) else None

    @cached_property
    def people_by_name(self) -> tuple[Someone, ...]:
        """Everyone on file in the order of their names."""
        return by_name(self.network.on_file)

    @cached_property
    def companies_by_name(self) -> tuple[Employer, ...]:
        return by_name(self.network.companies.values())

    @cached_property
    def people_parts(self) -> Mapping[str, Part[Someone]]:
        """Everyone on file by first letter, where they are too many for one page."""
        return parts(self.people_by_name)

    @cached_property
    def company_parts(self) -> Mapping[str, Part[Employer]]:
        return parts(self.companies_by_name)

    @property
    def records(self) -> Mapping[str, Record]:
        """Every record by its path."""
        return self.network.records

    @cached_property
    def has_problem_guide(self) -> bool:
        return any(path == "problems.md" for path, _ in self.collection.docs)


def context(insights: Insights, before: Context | None = None) -> Context:
    """The context of a day; `before` is that of an earlier state."""
    places = addresses(insights.network, before.addresses if before else None)
    return Context(insights, places, Bodies(insights.network, places))


@dataclass(frozen=True)
class Here:
    """Links as seen from one page, whose way to the site's root is `root`."""

    context: Context
    root: str

    def to(self, address: str) -> str:
        """The way to an address below the site's root."""
        return f"{self.root}{address}" or "./"

    def href(self, key: str) -> str | None:
        """The way to a record by its key or path; None where it has no place."""
        address = self.context.addresses.of(key)
        return None if address is None else self.to(address)

    def link(self, key: str, text: str) -> Markup:
        """Text that leads to a record, or the text alone."""
        href = self.href(key)
        return anchor(href, text) if href else escape(text)

    def person(self, key: str) -> Markup:
        """A person by name; a name not on file is marked."""
        someone = self.context.network.people[key]
        if someone.record is None:
            return Markup('<span class="nf-un" title="not yet on file">%s</span>') % someone.name
        return self.link(key, someone.name)

    def company(self, key: str) -> Markup:
        return self.link(key, self.context.network.companies[key].name)

    def record(self, key: str) -> Markup | None:
        """Any record by its title, None where nothing of it can be shown."""
        if key in self.context.network.people:
            return self.person(key)
        if key in self.context.network.companies:
            return self.company(key)
        record = self.context.records.get(key)
        return self.link(key, record.called) if record else None

    def face(self, someone: Someone) -> Markup:
        return face(someone, self.context.bodies, self.root)

    def body(self, record: Record) -> Markup:
        """The body as safe HTML."""
        rendered, key = self.context.rendered, (record.path, self.root)
        if key not in rendered:
            html = self.context.bodies.html(record, self.root)
            rendered[key] = Markup(html)  # noqa: S704  # the sanitiser had the last word
        return rendered[key]

    def entry(self, entry: Entry) -> str:
        return self.to(self.context.addresses.entries[entry.path])

    def edit(self, place: Place) -> str | None:
        """The address that opens a place in the owner's editor."""
        return editor_link(self.context.collection, place)

    def file(self, place: Place) -> Markup:
        """A file by its path, opened in the editor by a click where there is one."""
        href = self.edit(place)
        if href is None:
            return Markup('<span class="nf-path">%s</span>') % place.file
        return Markup('<a class="nf-path" href="%s">%s</a>') % (href, place.file)

    def attachment(self, name: str) -> str | None:
        """The way to a file of attachments/, where it may be shown."""
        address = self.context.bodies.attachment(name)
        return self.to(quote(address, errors="replace")) if address else None


def anchor(href: str, text: str) -> Markup:
    """A link; the work of `Markup.format`, which is slow where there are a hundred thousand."""
    return Markup(f'<a href="{escape(href)}">{escape(text)}</a>')  # noqa: S704  # both are escaped


def day(when: date) -> Markup:
    """A day as people say it; the browser adds how long ago it is."""
    return Markup(f'<time datetime="{when.isoformat()}">{spoken(when)}</time>')  # noqa: S704  # digits and names of days
