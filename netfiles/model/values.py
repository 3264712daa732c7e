"""The small values that fields hold: dates, durations, minutes, links."""

import calendar
import copyreg
from datetime import date, time, timedelta
from typing import Literal, NamedTuple


class When(NamedTuple):
    """A day, with a time of day where the owner wrote one (as written, never shifted)."""

    day: date
    at: time | None = None


class PartialDate(NamedTuple):
    """A birthday as far as it is known: `1985`, `04-12` or `1985-04-12`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def in_year(self, year: int) -> date | None:
        """The day it falls on in `year`; 29 February falls on the 28th in common years."""
        if self.month is None or self.day is None:
            return None
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))

    def __str__(self) -> str:
        if self.month is None or self.day is None:
            return str(self.year)
        head = f"{self.year:04d}-" if self.year is not None else ""
        return f"{head}{self.month:02d}-{self.day:02d}"


Unit = Literal["d", "w", "m", "y"]
_APPROXIMATE_DAYS: dict[Unit, float] = {"d": 1, "w": 7, "m": 30.4375, "y": 365.25}


class Duration(NamedTuple):
    """A stretch of calendar time; a `number` of 0 is *never*."""

    number: int
    unit: Unit

    @property
    def never(self) -> bool:
        return self.number == 0

    @property
    def days(self) -> float:
        """About how many days (for comparing and for ratios, not for due days)."""
        return self.number * _APPROXIMATE_DAYS[self.unit]

    def after(self, day: date) -> date:
        """The day this long after `day`: months and years by the calendar, the day of the month clipped."""
        if self.unit in ("d", "w"):
            step = self.number * (7 if self.unit == "w" else 1)
            return day + timedelta(days=min(step, (date.max - day).days))
        months = day.year * 12 + day.month - 1 + self.number * (12 if self.unit == "y" else 1)
        year, month = divmod(months, 12)
        if year > date.max.year:
            return date.max
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

    def __str__(self) -> str:
        return "never" if self.never else f"{self.number}{self.unit}"


class Years(NamedTuple):
    """The years somebody spent at a company, as far as written: `2018-2022`, `2018-`, `-2022`."""

    first: int | None
    last: int | None


class Link(NamedTuple):
    """A wikilink, or plain text where a field takes either (`linked` tells which was written)."""

    target: str
    label: str | None = None
    heading: str | None = None
    linked: bool = True

    @property
    def text(self) -> str:
        """What a reader sees: the label, else the last part of the target."""
        if self.label:
            return self.label
        return self.target.rsplit("/", 1)[-1].removesuffix(".md") or f"#{self.heading or ''}"

    def __str__(self) -> str:
        if not self.linked:
            return self.target
        heading = f"#{self.heading}" if self.heading else ""
        label = f"|{self.label}" if self.label else ""
        return f"[[{self.target}{heading}{label}]]"


class PastCompany(NamedTuple):
    """A former employer with the years, where written: `Globex (2018-2022)`."""

    company: Link
    years: Years | None = None

    def __str__(self) -> str:
        if self.years is None:
            return str(self.company)
        first, last = self.years
        return f"{self.company} ({'' if first is None else first}-{'' if last is None else last})"


class Task(NamedTuple):
    """A task of a body: `- [ ] send notes 📅 2026-12-04` (the Obsidian Tasks convention)."""

    text: str
    done: bool
    due: date | None
    line: int


class BodyLink(NamedTuple):
    """A link of a body with its line in the file; of Markdown links to files, those that are not `linked`."""

    link: Link
    line: int
    embed: bool = False


def fast_to_load(kind: type[tuple[object, ...]]) -> None:
    """Let the values of a kind be unpickled without Python's code for its `__new__`: there are many."""
    copyreg.pickle(kind, lambda value: (tuple.__new__, (kind, tuple(value))))


for _kind in (BodyLink, Link, PastCompany, Task, When):
    fast_to_load(_kind)
