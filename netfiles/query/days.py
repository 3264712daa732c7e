"""Whether a day fits what a query says of it, seen from today."""

from collections.abc import Callable
from datetime import date

from netfiles.model.values import Duration, PartialDate
from netfiles.query.fields import Takes
from netfiles.query.terms import Nearby, Sign, Stretch, Value

Fits = Callable[[str], bool]
"""Tells whether a day fits that is written as `2026-11-20`, a birthday as `11-20`."""


def day_test(takes: Takes, sign: Sign, value: Value, today: date) -> Fits:
    """The test of one value of a field that holds days."""
    if isinstance(value, Duration):
        within = _ahead(sign, value, today) if takes != "past" else _ago(sign, value, today)
    else:
        stretch = value if isinstance(value, Stretch) else _near(value, today)
        within = _against(sign, stretch)
        if takes == "yearly":
            return lambda born: within(_in_year(born, stretch.first.year))
    if takes == "yearly":
        return lambda born: within(_coming(born, today))
    return within


def _against(sign: Sign, stretch: Stretch) -> Fits:
    """Against a day, a month or a year: before its first day, up to its last, in it."""
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    tests: dict[Sign, Fits] = {
        ":": lambda day: first <= day <= last,
        "<": lambda day: day < first,
        "<=": lambda day: day <= last,
        ">": lambda day: day > last,
        ">=": lambda day: day >= first,
    }
    return tests[sign]


def _near(value: Value, today: date) -> Stretch:
    day = _moved(today, value.days if isinstance(value, Nearby) else 0)
    return Stretch(day, day)


def _ago(sign: Sign, lasting: Duration, today: date) -> Fits:
    """Longer or shorter ago than that; a day to come is neither."""
    now = today.isoformat()
    start = _start(lasting, today if sign in (">", "<=") else _moved(today, 1)).isoformat()
    if sign in (">", ">="):
        return lambda day: day < start
    return lambda day: start <= day <= now


def _ahead(sign: Sign, lasting: Duration, today: date) -> Fits:
    """Sooner or later than that; a day gone by is sooner."""
    end = lasting.after(today)
    return _against(sign, Stretch(end, end))


def _start(lasting: Duration, day: date) -> date:
    """The first day that is no longer before `day` than that."""
    if lasting.unit in ("d", "w"):
        return _moved(day, -lasting.number * (7 if lasting.unit == "w" else 1))
    months = day.year * 12 + day.month - 1 - lasting.number * (12 if lasting.unit == "y" else 1)
    if months < 12:
        return date.min
    year, month = divmod(months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:  # that month is shorter
        return date(year, month + 2, 1)


def _moved(day: date, days: int) -> date:
    """A day so many days later, within what a calendar can hold."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _in_year(born: str, year: int) -> str:
    kept = PartialDate(None, int(born[:2]), int(born[3:])).in_year(year)
    return kept.isoformat() if kept else ""


def _coming(born: str, today: date) -> str:
    """The next birthday."""
    this = _in_year(born, today.year)
    return this if this >= today.isoformat() else _in_year(born, min(today.year + 1, date.max.year))
