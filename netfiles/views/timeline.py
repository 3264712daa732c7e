"""A timeline of entries: newest first, by year, the newest told in full, the oldest left to the journal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from netfiles.index.network import Entry
from netfiles.views.context import Here
from netfiles.views.entries import beside, facts, how_long, icon, kind, names, title, why
from netfiles.views.words import MONTHS, of_year

FULL = 20
FULL_TEXT = 60_000
"""So many entries at most, and so many letters of what was said, are told in full."""

MOST = 150
"""So many entries at most stand on the page; the others are counted by month, each of which leads to the journal."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a timeline; only a full one tells what was said and what came of it."""

    href: str
    iso: str
    day: str
    icon: str
    kind: str
    detail: str
    others: Markup
    facts: tuple[tuple[str, Markup], ...]
    body: Markup
    planned: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a long timeline: so many entries, from where the newest of them stands in the journal."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries by year, newest first: the newest by line, `older` ones by month."""

    years: tuple[tuple[int, tuple[Line, ...]], ...]
    older: tuple[tuple[int, tuple[Month, ...]], ...]
    older_count: int

    def __bool__(self) -> bool:
        return bool(self.years)


def timeline(here: Here, entries: Iterable[Entry], today: date, of: str = "") -> Timeline:
    """The entries by year, newest first. `of` is the key of whose timeline it is, who is not named again."""
    newest = sorted(entries, key=lambda entry: entry.order, reverse=True)
    full = _full(newest)
    lines = ((entry.day.year, _line(here, entry, today, of, entry.path in full)) for entry in newest[:MOST])
    months = ((entry.day.year, entry) for entry in newest[MOST:])
    return Timeline(
        tuple((year, tuple(line for _, line in group)) for year, group in groupby(lines, key=itemgetter(0))),
        tuple((year, tuple(_months(here, group))) for year, group in groupby(months, key=itemgetter(0))),
        max(0, len(newest) - MOST),
    )


def _full(newest: Sequence[Entry]) -> frozenset[str]:
    """The paths of the entries that are told in full."""
    left, full = FULL_TEXT, set[str]()
    for entry in newest[:FULL]:
        length = len(entry.record.origin.body)
        if length <= left:
            left -= length
            full.add(entry.path)
    return frozenset(full)


def _months(here: Here, of_year: Iterable[tuple[int, Entry]]) -> Iterator[Month]:
    for month, group in groupby((entry for _, entry in of_year), key=lambda entry: entry.day.month):
        first, *others = group
        yield Month(MONTHS[month - 1][:3], here.entry(first), 1 + len(others))


def _line(here: Here, entry: Entry, today: date, of: str, full: bool) -> Line:
    record = entry.record
    named = _named(here, entry, of)
    return Line(
        href=here.entry(entry),
        iso=entry.day.isoformat(),
        day=of_year(entry.day),
        icon=icon(record),
        kind=kind(record),
        detail=", ".join(filter(None, (how_long(record), why(record)))),
        others=_others(here, entry, of),
        facts=tuple(facts(here, entry)) if full else (),
        body=here.body(record) if full else named,
        planned=entry.day > today,
    )


def _others(here: Here, entry: Entry, of: str) -> Markup:
    others = [key for key in entry.people if key != of]
    return Markup("%s %s") % (beside(entry.record, bool(of)), names(here, others)) if others else Markup("")


def _named(here: Here, entry: Entry, of: str) -> Markup:
    """The title of an entry that is told in one line only."""
    name = here.context.network.people[of].name if of in here.context.network.people else ""
    text = title(entry.record)
    return Markup("") if not text or (name and text.endswith(name)) else Markup("<p>%s</p>") % text
