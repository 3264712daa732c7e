"""The journal: a calendar of all that was written down, and a page a month with the entries themselves."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from netfiles.index.network import Entry
from netfiles.text.markdown import first_words
from netfiles.views.calendar_picture import STEP, years
from netfiles.views.context import Context, Here
from netfiles.views.entries import beside, facts, how_long, icon, kind, more_facts, names, title, why
from netfiles.views.loops import entry_for
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import DAYS, MONTHS

IN_FULL = 300
"""From so many entries in a month on, bodies are shown by their first words."""


def journal_page(context: Context) -> Page:
    """The calendar, and every month with its count."""
    page = Page("journal/index", "Journal", (), ("navigation", "toc"), searchable=False)
    here = Here(context, page.root)
    html = fill(
        "journal.html",
        years=list(years(context.network.months)),
        step=STEP,
        count=len(context.network.entries),
        here=here,
        entries=context.addresses.entries,
        first=entry_for(here, "Jane Doe", None, "coffee"),
    )
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as its month tells it."""

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


def month_page(context: Context, key: str) -> Page:
    """The entries of a month, by day."""
    entries, (before, after) = context.network.months[key], context.around(key)
    page = Page(f"journal/{key}", month_name(key), (), ("navigation", "toc"))
    here = Here(context, page.root)
    full = len(entries) <= IN_FULL
    around = fill(
        "month_head.html",
        before=(here.to(f"journal/{before}/"), month_name(before)) if before else None,
        after=(here.to(f"journal/{after}/"), month_name(after)) if after else None,
        journal=here.to("journal/"),
        count=len(entries),
        minutes=sum(entry.record.minutes or 0 for entry in entries),
    )
    sections = [Section(around)]
    for day, of_day in groupby(entries, key=lambda entry: entry.day):
        heading = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
        html = fill("month_day.html", entries=[_told(here, entry, full) for entry in of_day])
        sections.append(Section(html, heading, f"day_{day.day}"))
    return Page(page.address, page.title, tuple(sections), page.hide)


def month_name(key: str) -> str:
    """`November 2026` for `2026-11`."""
    return f"{MONTHS[int(key[5:]) - 1]} {int(key[:4])}"


def _people(here: Here, entry: Entry) -> Markup:
    return Markup("{} {}").format(beside(entry.record), names(here, entry.people)) if entry.people else Markup("")


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
