"""The calendar of activity: a row a month, a cell a day, more entries a larger and darker mark."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from netfiles.index.network import Entry
from netfiles.insights.days import spoken
from netfiles.views.addresses import FULL_MONTH
from netfiles.views.words import MONTHS, minutes, plural

STEP = 10


@dataclass(frozen=True, slots=True)
class Month:
    """One row: every day as a dot, those with entries as marks that lead to them.

    `busy` are the days with entries, `minutes` those logged in all of them.
    """

    key: str
    name: str
    days: int
    count: int
    busy: int
    minutes: int
    marks: Markup


@dataclass(frozen=True, slots=True)
class Year:
    """One block of the calendar."""

    year: int
    months: tuple[Month, ...]
    count: int


def years(months: Mapping[str, tuple[Entry, ...]], today: date) -> Iterator[Year]:
    """The years with entries, newest first, each from its newest month with entries to its oldest."""
    for year, keys in groupby(sorted(months, reverse=True), key=lambda key: key[:4]):
        rows = tuple(month_row(key, months[key], _planned(months[key], today)) for key in keys)
        yield Year(int(year), rows, sum(row.count for row in rows))


def _planned(entries: tuple[Entry, ...], today: date) -> date | None:
    """The first day of a month that is only planned, if any."""
    return next((entry.day for entry in entries if entry.day > today), None) if entries[-1].day > today else None


@lru_cache(maxsize=256)
def month_row(key: str, entries: tuple[Entry, ...], planned: date | None = None) -> Month:
    """One month of the calendar, whose pages lie beside the calendar's; from `planned` on nothing is done yet."""
    year, number = int(key[:4]), int(key[5:])
    days = groupby(entries, key=lambda entry: entry.record.date.day)
    marks = [_mark(_way(key, day, len(entries)), day, list(of_day), planned) for day, of_day in days]
    minutes = sum(entry.record.minutes or 0 for entry in entries)
    in_all = monthrange(year, number)[1]
    return Month(key, MONTHS[number - 1], in_all, len(entries), len(marks), minutes, Markup("").join(marks))


def _way(month: str, day: date, count: int) -> str:
    return f"{day}/" if count > FULL_MONTH else f"{month}/#day_{day.day}"


def _mark(href: str, day: date, entries: list[Entry], planned: date | None) -> Markup:
    """The mark of one day, of the sizes 1 to 4; hollow where it is only planned."""
    is_planned = planned is not None and day >= planned
    spent = sum(entry.record.minutes or 0 for entry in entries)
    label = f"{spoken(day)}: {plural(len(entries), 'entry', 'entries')}" + (f", {minutes(spent)}" if spent else "")
    label += ", planned" if is_planned else ""
    sign = " nf-ahead" if is_planned else ""
    size = min(4, max(len(entries), 1 + spent // 60))
    x, y, width = (day.day - 1) * STEP + 4.25 - size, 4.25 - size, 2 * size + 1.5
    return Markup(  # noqa: S704  # digits and names of days
        f'<a href="{href}" aria-label="{label}"><title>{label}</title>'
        f'<rect class="nf-d{size}{sign}" x="{x}" y="{y}" width="{width}" height="{width}"/></a>'
    )
