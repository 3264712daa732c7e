"""Days to come as people type them: `2026-12-07`, `7 dec`, `monday`, `2w`."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from netfiles.errors import BadWhen
from netfiles.insights.days import next_month
from netfiles.model.fields import Unfit, parse_day, parse_duration

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3


def day_to_come(text: str, today: date) -> date:
    """The day that a text means, the next one of that name after today. Raises BadWhen."""
    words = " ".join(text.lower().replace(",", " ").split())
    day = next((found for way in _WAYS if (found := way(words, today))), None)
    if day is None:
        raise BadWhen(text)
    if day <= today:
        raise BadWhen(text, f"means {day}, which is not after today")
    return day


def _named(words: str, today: date) -> date | None:
    if words == "next month":
        return next_month(today)
    if words == "next week":
        return today + timedelta(days=7 - today.weekday())
    return today + timedelta(days=1) if words in ("tomorrow", "tmr") else None


def _full(words: str, _: date) -> date | None:
    try:
        return parse_day(words)
    except Unfit:
        return None


def _length(words: str, today: date) -> date | None:
    try:
        length = parse_duration(re.sub(r"^(in|for) ", "", words))
    except Unfit:
        return None
    return None if length.never else length.after(today)


def _weekday(words: str, today: date) -> date | None:
    number = _number(re.sub(r"^(next|on|until) ", "", words), DAYS)
    if number is None:
        return None
    return today + timedelta(days=(number - 1 - today.weekday()) % 7 or 7)


def _in_month(words: str, today: date) -> date | None:
    """`7 dec`, `dec 7`, `7th of December 2027`; without a year the next that is after today."""
    found = _DAY_FIRST.fullmatch(words) or _MONTH_FIRST.fullmatch(words)
    month = _number(found["month"], MONTHS) if found else None
    if found is None or month is None:
        return None
    years = (int(found["year"]),) if found["year"] else range(today.year, today.year + 5)  # a leap day may be far
    days = (_exact(year, month, int(found["day"])) for year in years)
    return next((day for day in days if day and (day > today or found["year"])), None)


_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of )?(?P<month>[a-z]+)\.?(?: (?P<year>\d{4}))?")
_MONTH_FIRST = re.compile(r"(?P<month>[a-z]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?")


def _exact(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names a word is, or begins with at least three letters; from 1."""
    fits = [n for n, name in enumerate(names, 1) if len(word) >= _SHORTEST and name.startswith(word)]
    return fits[0] if len(fits) == 1 else None


_WAYS: tuple[Callable[[str, date], date | None], ...] = (_named, _full, _length, _weekday, _in_month)
