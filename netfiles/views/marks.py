"""What a page is made of, as a short mark: a page whose mark is known from an earlier build need not be made again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from netfiles.index.network import Employer, Entry, Someone
from netfiles.index.resolve import NOTHING
from netfiles.insights.coverage import Coverage
from netfiles.insights.paths import BEST
from netfiles.views.addresses import Addresses, have_moved
from netfiles.views.brief_part import all_briefs_made_of, brief_made_of
from netfiles.views.context import Context
from netfiles.views.employers import facts_of
from netfiles.views.listing import Part
from netfiles.views.paths import MOST_STEPS, has_way, spelt


def mark_of(parts: Iterable[object]) -> str:
    """A mark of some texts, in their order."""
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


Known = dict[str, tuple[tuple[object, ...], str]]
Earlier = tuple[str, Addresses, Known]


@dataclass(frozen=True)
class Marks:
    """The marks of one day's pages. `shared` is what all pages are made of: options, attachments, odd addresses.

    A record counts by its checksum and its address; whatever else a page names counts by the name it is shown by, and
    by its address where that does not follow from the name.
    """

    context: Context
    earlier: Earlier | None = None
    of_entries: dict[str, str] = field(default_factory=dict)

    @cached_property
    def shared(self) -> str:
        collection = self.context.collection
        pictures = sorted(collection.attachments.items())
        return mark_of((collection.options, collection.root, pictures, *_odd(self.context.addresses)))

    @cached_property
    def known(self) -> Known:
        """The marks worked out so far, each beside what it is of; at first those of an earlier day that hold.

        None of them does once something has moved: whoever links to an entry is the same when that is of another month.
        """
        earlier = self.earlier
        object.__setattr__(self, "earlier", None)  # it would be carried along for nothing
        if earlier is None or earlier[0] != self.shared or have_moved(earlier[1], self.context.addresses):
            return {}
        return dict(earlier[2])

    def person(self, someone: Someone) -> str:
        """The mark of the page of somebody on file."""
        standing = self.context.insights.standings.by_key[someone.key]
        brief = (self._briefs, *brief_made_of(self.context, someone))
        made_of = (standing, len(someone.until(self.context.today)), self._basis_of_path(someone), brief)
        return self._known(someone.key, made_of, lambda: mark_of((self._person(someone), *brief)))

    @cached_property
    def _briefs(self) -> str:
        return mark_of(all_briefs_made_of(self.context))

    def company(self, employer: Employer) -> str:
        """The mark of a company's page."""
        coverage = self.context.covering(employer)
        standings, today = self.context.insights.standings.by_key, self.context.today
        insiders = [standings[key] for key in (*employer.now, *(key for key, _ in employer.before))]
        last = (one.someone.last_contact(today) for one in insiders)
        made_of = (employer, len(employer.until(today)), *insiders, *last, *self._reach(coverage))
        return self._known(employer.key, made_of, lambda: self._company(employer, coverage))

    def month(self, key: str) -> str:
        """The mark of the page of a month or a day."""
        entries, around = self.context.entries_at(key), self.context.around(key)
        today = self.context.today
        ahead = sum(entry.day > today for entry in entries) if key[:7] >= today.isoformat()[:7] else 0
        return self._known(key, (entries, ahead, around), lambda: self._month(entries, ahead, around))

    def people(self, part: Part[Someone]) -> str:
        """The mark of a part of the table of people."""
        return self._rows(part.name, part.things, tuple(self.context.people_parts))

    def companies(self, part: Part[Employer]) -> str:
        """The mark of a part of the table of companies."""
        rows = (facts_of(self.context, employer) for employer in part.things)
        return mark_of((self.shared, part.name, *self.context.company_parts, *rows))

    def people_list(self) -> str:
        """The mark of the list of everyone, those not yet on file with where they are named."""
        people, places = self.context.network.people.values(), self.context.addresses.entries
        named = ((s.name, *(places[e.path] for e in _where(s))) for s in people if s.record is None)
        parts = self.context.people_parts.values()
        rows = map(self.people, parts) if parts else (self._rows("", self.context.people_by_name, ()),)
        return mark_of((self.shared, *rows, *named))

    def companies_list(self) -> str:
        """The mark of the list of all companies."""
        companies = self.context.companies_by_name
        return mark_of((self.shared, *(facts_of(self.context, c) for c in companies), *self._checksums(companies)))

    def notes_on(self, things: Iterable[Someone | Employer]) -> str:
        """The mark of notes on people or companies."""
        found = tuple(things)
        return mark_of(
            (self.shared, *(one.key for one in found), *(one.name for one in found), *self._checksums(found))
        )

    def notes_of(self, key: str, entries: tuple[Entry, ...]) -> str:
        """The mark of the notes of some entries."""
        return self._known(f"notes {key}", (entries,), lambda: mark_of((self.shared, *map(self.entry, entries))))

    def _checksums(self, things: Iterable[Someone | Employer]) -> Iterator[str]:
        for one in things:
            yield one.record.origin.checksum if one.record else ""
            if isinstance(one, Employer):
                yield from (lead.origin.checksum for lead in one.leads)

    def _known(self, key: str, made_of: tuple[object, ...], make: Callable[[], str]) -> str:
        """The mark of something, known already where it is made of the same objects and equal words."""
        known = self.known.get(key)
        if known and known[0] == made_of:
            return known[1]
        self.known[key] = (made_of, make())
        return self.known[key][1]

    def _basis_of_path(self, someone: Someone) -> object:
        """Whatever the path to somebody follows from, None where their page has none."""
        if not has_way(self.context, someone):
            return None
        self.context.insights.approach(someone.key)
        return self.context.insights.ground.found["approach", someone.key]

    def _path(self, someone: Someone) -> tuple[object, ...]:
        if not has_way(self.context, someone):
            return ()
        approach = self.context.insights.approach(someone.key)
        return ("path", *spelt(self.context, approach.paths, approach.possible))

    def _reach(self, coverage: Coverage | None) -> tuple[object, ...]:
        if coverage is None:
            return ()
        people = self.context.network.people
        steps = (people[key].name for step in coverage.one_step[: MOST_STEPS + BEST] for key in step)
        said = (coverage.move, coverage.person, coverage.could_know, coverage.rating, coverage.rank)
        guessed = (people[guess.person].name for guess in coverage.could_know)
        paths = spelt(self.context, coverage.paths, coverage.possible)
        return (*said, coverage.one_step, *steps, *guessed, len(self.context.covered), *paths)

    def _person(self, someone: Someone) -> str:
        insights = self.context.insights
        named = (*someone.known_by, *someone.introduced)
        return mark_of(
            (
                self.shared,
                *self._record(someone.key),
                *self._named(named),
                someone.introduced_by,
                *self._titles(someone.mentioned_in),
                *map(self.entry, someone.entries),
                "given in",
                *map(self.entry, someone.given_in),
                len(someone.until(self.context.today)),
                insights.standings.by_key[someone.key].tie.word,
                *insights.reasons(someone.key),
                *self._path(someone),
            )
        )

    def _company(self, employer: Employer, coverage: Coverage | None) -> str:
        leads = (part for lead in employer.leads for part in self._record(lead.path))
        return mark_of(
            (
                self.shared,
                employer.key,
                employer.name,
                *(self._record(employer.key) if employer.record else ()),
                *(part for key in employer.now for part in self._insider(key)),
                "before",
                *(part for key, years in employer.before for part in (*self._insider(key), years)),
                *leads,
                *map(self.entry, employer.entries),
                len(employer.until(self.context.today)),
                *self._reach(coverage),
            )
        )

    def _month(self, entries: tuple[Entry, ...], ahead: int, around: tuple[str | None, ...]) -> str:
        return mark_of((self.shared, *map(self.entry, entries), ahead, *around))

    def entry(self, entry: Entry) -> str:
        """The mark of an entry wherever it is told."""
        if entry.path not in self.of_entries:
            self.of_entries[entry.path] = mark_of((*self._record(entry.path), *entry.introduced))
        return self.of_entries[entry.path]

    def _record(self, path: str) -> Iterator[object]:
        """A record by its text, and what its links mean and are called."""
        network = self.context.network
        yield path
        yield self.context.addresses.of(path)
        yield network.records[path].origin.checksum
        for name, keys in network.fields.get(path, NOTHING).keys.items():
            yield name
            yield from self._named(keys)
        for key in network.bodies.get(path, NOTHING).keys.get("body", ()):
            yield key
            yield self.context.addresses.of(key) if key else None

    def _named(self, keys: Iterable[str | None]) -> Iterator[object]:
        people, companies, records = self.context.network.people, self.context.network.companies, self.context.records
        for key in keys:
            yield key
            if key:
                one = people.get(key) or companies.get(key)
                yield one.name if one else (records[key].called, self.context.addresses.of(key))

    def _titles(self, keys: Iterable[str]) -> Iterator[object]:
        for key in keys:
            yield key
            yield self.context.records[key].called
            yield self.context.addresses.of(key)

    def _rows(self, name: str, people: tuple[Someone, ...], parts: tuple[str, ...]) -> str:
        """The mark of some rows of the table of people."""
        standings, companies = self.context.insights.standings.by_key, self.context.network.companies
        employers = [companies[someone.company] for someone in people if someone.company]
        made_of = (self.context.today, parts, *(standings[someone.key] for someone in people), *employers)
        rows = (word for someone in people for word in self._row(someone))
        return self._known(f"rows {name}", made_of, lambda: mark_of((self.shared, name, *parts, *rows)))

    def _row(self, someone: Someone) -> Iterator[object]:
        yield from self._insider(someone.key)
        yield self.context.network.companies[someone.company].name if someone.company else ""

    def _insider(self, key: str) -> Iterator[object]:
        someone = self.context.network.people[key]
        yield key
        yield someone.name
        yield someone.record.origin.checksum if someone.record else ""
        yield someone.last_contact(self.context.today)
        yield self.context.insights.standings.by_key[key].tie.word


def _where(someone: Someone) -> tuple[Entry, ...]:
    """The entries in which the name of somebody not yet on file stands."""
    return someone.given_in or someone.entries


@dataclass(frozen=True, slots=True)
class Made:
    """How a file that is no page is made, and how its mark is found."""

    make: Callable[[], bytes]
    mark: Callable[[Marks], str]


def marks(context: Context, before: Marks | None = None) -> Marks:
    """The marks of a day; those of `before` hold wherever they are of the same. Nothing is worked out yet."""
    if before is None or "known" not in vars(before):
        return Marks(context, before.earlier if before else None)
    return Marks(context, (before.shared, before.context.addresses, before.known))


def _odd(places: Addresses) -> Iterator[object]:
    """The addresses that do not follow from what they are of alone: of several that would be alike, of busy months."""
    yield from (month for month, found in places.months.items() if found.days)
    for mapping in (places.people, places.companies, *(month.places for month in places.months.values())):
        yield from (pair for pair in mapping.items() if pair[1].rstrip("/")[-10:-8] == "-x")
    yield from (pair for pair in places.others.items() if pair[1].endswith("/") or pair[1][-10:-8] == "-x")
