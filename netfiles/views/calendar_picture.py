"""The calendar of activity: a row a month, a cell a day, more entries a larger and darker mark."""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netfiles.index.network import Entry
from netfiles.insights.days import spoken
from netfiles.views.words import MONTHS, plural

STEP = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """One day with entries: its mark (sizes 1 to 4) and where it leads."""

    x: int
    size: int
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Month:
    """One row: every day as a dot, those with entries as marks."""

    key: str
    name: str
    days: int
    count: int
    minutes: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """One block of the calendar."""

    year: int
    months: tuple[Month, ...]
    count: int


def years(months: Mapping[str, Sequence[Entry]]) -> Iterator[Year]:
    """The years with entries, newest first, each from its newest month with entries to its oldest."""
    by_year: dict[int, list[Month]] = {}
    for key in sorted(months, reverse=True):
        by_year.setdefault(int(key[:4]), []).append(_month(key, months[key]))
    for year, rows in by_year.items():
        yield Year(year, tuple(rows), sum(row.count for row in rows))


def _month(key: str, entries: Sequence[Entry]) -> Month:
    year, number = int(key[:4]), int(key[5:])
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.day, []).append(entry)
    return Month(
        key,
        MONTHS[number - 1],
        monthrange(year, number)[1],
        len(entries),
        sum(entry.record.minutes or 0 for entry in entries),
        tuple(_cell(day, of_day) for day, of_day in sorted(days.items())),
    )


def _cell(day: date, entries: list[Entry]) -> Cell:
    spent = sum(entry.record.minutes or 0 for entry in entries)
    label = f"{spoken(day)}: {plural(len(entries), 'entry', 'entries')}" + (f", {spent} min" if spent else "")
    size = min(4, max(len(entries), 1 + spent // 60))
    return Cell((day.day - 1) * STEP, size, entries[0].path, label)
