"""A timeline of entries: newest first, by year, the newest told in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from netfiles.index.network import Entry
from netfiles.insights.days import short
from netfiles.views.context import Here
from netfiles.views.entries import beside, facts, how_long, icon, kind, names, title, why

FULL = 20


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


def timeline(here: Here, entries: Iterable[Entry], today: date, of: str = "") -> list[tuple[int, list[Line]]]:
    """The entries by year, newest first. `of` is the key of whose timeline it is, who is not named again."""
    newest = sorted(entries, key=lambda entry: entry.order, reverse=True)
    lines = ((entry.day.year, _line(here, entry, today, of, n < FULL)) for n, entry in enumerate(newest))
    return [(year, [line for _, line in group]) for year, group in groupby(lines, key=lambda pair: pair[0])]


def _line(here: Here, entry: Entry, today: date, of: str, full: bool) -> Line:
    record = entry.record
    named = _named(here, entry, of)
    return Line(
        href=here.entry(entry),
        iso=entry.day.isoformat(),
        day=short(entry.day),
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
