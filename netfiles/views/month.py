"""The pages of the journal: a month with its entries, or a busy month with its days, and each of these with its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from markupsafe import Markup

from netfiles.index.network import Entry
from netfiles.text.markdown import first_words
from netfiles.views.addresses import FULL_MONTH
from netfiles.views.context import Context, Here
from netfiles.views.entries import beside, facts, how_long, icon, kind, more_facts, names, title, why
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import DAYS, MONTHS

FIRST_OF_DAY = 5


def month_page(context: Context, key: str) -> Page:
    """The entries of a month or a day, by day; of a busy month the first of each day."""
    page = Page(f"journal/{key}", month_title(key), (), ("navigation", "toc"), searchable=not context.is_busy(key))
    here, entries = Here(context, page.root), context.entries_at(key)
    days = ((day, list(of_day)) for day, of_day in groupby(entries, key=lambda entry: entry.day))
    tell = _first if context.is_busy(key) else partial(_all, full=len(entries) <= FULL_MONTH)
    sections = [_head(context, key, entries)]
    for day, of_day in days:
        html = tell(here, day, of_day)
        sections.append(Section(html, _day_name(day), f"day_{day.day}") if key == key[:7] else Section(html))
    return Page(page.address, page.title, tuple(sections), page.hide, page.searchable)


def month_title(key: str) -> str:
    """`November 2026` for `2026-11`, `Thursday 5 November 2026` for `2026-11-05`."""
    if len(key) > len("2026-11"):
        return f"{_day_name(date.fromisoformat(key))} {int(key[:4])}"
    return f"{MONTHS[int(key[5:7]) - 1]} {int(key[:4])}"


def _day_name(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _head(context: Context, key: str, entries: Sequence[Entry]) -> Section:
    before, after = ((f"../{each}/", month_title(each)) if each else None for each in context.around(key))
    html = fill(
        "month_head.html",
        before=before,
        after=after,
        month=None if key == key[:7] else (f"../{key[:7]}/", month_title(key[:7])),
        count=len(entries),
        minutes=sum(entry.record.minutes or 0 for entry in entries),
    )
    return Section(html)


def _all(here: Here, _: date, entries: list[Entry], full: bool) -> Markup:
    return fill("month_day.html", entries=[_told(here, entry, full) for entry in entries])


def _first(here: Here, day: date, entries: list[Entry]) -> Markup:
    first = [(here.entry(entry), title(entry.record) or kind(entry.record)) for entry in entries[:FIRST_OF_DAY]]
    return fill("month_of_days.html", href=f"../{day}/", first=first, count=len(entries))


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as its page tells it."""

    anchor: str
    icon: str
    kind: str
    title: str
    people: Markup
    detail: str
    facts: tuple[tuple[str, Markup], ...]
    body: Markup | str
    edit: str | None
    planned: bool
    private: bool


def _told(here: Here, entry: Entry, full: bool) -> Told:
    record = entry.record
    return Told(
        anchor=here.context.addresses.entries[entry.path].partition("#")[2],
        icon=icon(record),
        kind=kind(record),
        title=title(record),
        people=_people(here, entry),
        detail=", ".join(filter(None, (how_long(record), why(record)))),
        facts=(*facts(here, entry), *more_facts(here, entry)),
        body=here.body(record) if full else first_words(record.origin.body),
        edit=here.edit(record.origin.place()),
        planned=entry.day > here.context.today,
        private=record.private.whole,
    )


def _people(here: Here, entry: Entry) -> Markup:
    return Markup("%s %s") % (beside(entry.record), names(here, entry.people)) if entry.people else Markup("")
