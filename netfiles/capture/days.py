"""Which day words mean: of an entry looking back from today, of a promise looking ahead."""

import calendar
import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from netfiles.capture.numbers import NUMBERS
from netfiles.errors import BadDay
from netfiles.model.fields import Unfit, parse_duration

WEEKDAYS = {
    name[:n]: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
    for n in (3, 4, 5, len(name))
}
_YEAR_IN_MONTHS = "january february march april may june july august september october november december".split()
_MONTHS = {name[:n]: number for number, name in enumerate(_YEAR_IN_MONTHS, 1) for n in (3, 4, len(name))}
_FULL = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:t(\d{1,2}):(\d{2})(?::\d{2})?)?")
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
YEAR = re.compile(r"[12]\d{3}")
_TWO_WAYS = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}")
_UNITS = {
    "day": 1,
    "days": 1,
    "d": 1,
    "week": 7,
    "weeks": 7,
    "w": 7,
    "month": 0,
    "months": 0,
    "m": 0,
    "year": -1,
    "years": -1,
}
_HOURS = frozenset(("minute", "minutes", "min", "mins", "hour", "hours", "h"))
_NO_DAY = frozenset(("week", "weekend", "month", "year", "winter", "spring", "summer", "autumn", "fall"))


class Day(NamedTuple):
    """A day, how many words said it, and the time of day where it stood in the same word."""

    day: date
    length: int
    at: time | None = None
    assumed_year: bool = False


class Unclear(NamedTuple):
    """Words that speak of a time and name no day."""

    length: int
    message: str
    advice: str


class NoDay(ValueError):
    """Words that look like a day that does not exist."""


def back(words: Sequence[str], today: date) -> Day | Unclear | None:
    """The day that words begin with, as one tells of what has been: `monday` is the last one."""
    if words and words[0] in ("on", "this") and (found := back(words[1:], today)):
        early = words[0] == "on" or (isinstance(found, Day) and found.length == 1 and words[1] in WEEKDAYS)
        return found._replace(length=found.length + 1) if early else None
    return (
        _full(words) or _named(words, today) or _ago(words, today) or _on_calendar(words, today, -1) or _unclear(words)
    )


def ahead(words: Sequence[str], today: date) -> Day | None:
    """The day that words begin with, as one speaks of what is to come: `fri` is the next one."""
    if words and words[0] in ("by", "on", "until", "till", "before", "in", "this", "the"):
        found = ahead(words[1:], today)
        return found._replace(length=found.length + 1) if found else None
    return _full(words) or _coming(words, today) or _on_calendar(words, today, 1)


def _full(words: Sequence[str]) -> Day | None:
    match = _FULL.fullmatch(words[0]) if words else None
    if match is None:
        return None
    day = _day(int(match[1]), int(match[2]), int(match[3]), words[0])
    try:
        return Day(day, 1, time(int(match[4]), int(match[5])) if match[4] else None)
    except ValueError:
        raise NoDay(words[0]) from None


def _day(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NoDay(said) from None


_NAMED = {
    ("today",): 0, ("tonight",): 0, ("this", "morning"): 0, ("this", "afternoon"): 0, ("this", "evening"): 0,
    ("just", "now"): 0, ("yesterday",): -1, ("last", "night"): -1, ("yesterday", "morning"): -1,
    ("yesterday", "afternoon"): -1, ("yesterday", "evening"): -1, ("day", "before", "yesterday"): -2,
    ("the", "day", "before", "yesterday"): -2, ("tomorrow",): 1, ("day", "after", "tomorrow"): 2,
    ("the", "day", "after", "tomorrow"): 2,
}  # fmt: skip


def _named(words: Sequence[str], today: date) -> Day | None:
    for count in range(min(4, len(words)), 0, -1):
        if (days := _NAMED.get(tuple(words[:count]))) is not None:
            return Day(_moved(today, days), count)
    if not words:
        return None
    if words[0] in WEEKDAYS and words[1:2] != ["down"]:
        return Day(_moved(today, -((today.weekday() - WEEKDAYS[words[0]] - 1) % 7 + 1)), 1)
    if words[0] == "last" and words[1:2] and words[1] in WEEKDAYS:
        return Day(_moved(today, -((today.weekday() - WEEKDAYS[words[1]] - 1) % 7 + 1)), 2)
    return _next(words, today)


def _next(words: Sequence[str], today: date) -> Day | None:
    if words[0] == "next" and words[1:2] and words[1] in WEEKDAYS:
        return Day(_following(today, WEEKDAYS[words[1]]), 2)
    return None


def _following(today: date, weekday: int) -> date:
    return _moved(today, (weekday - today.weekday() - 1) % 7 + 1)


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _ago(words: Sequence[str], today: date) -> Day | None:
    """`3 days ago`, `2w ago`, `in 3 days`."""
    if words and words[0] == "in" and (span := _span(words[1:])):
        number, unit, count = span
        return Day(_shifted(today, number, unit), count + 1) if unit not in _HOURS else None
    span = _span(words)
    if span and words[span[2] : span[2] + 1] == ["ago"]:
        number, unit, count = span
        return Day(today if unit in _HOURS else _shifted(today, -number, unit), count + 1)
    return None


def _span(words: Sequence[str]) -> tuple[int, str, int] | None:
    """A number and its unit: (3, `days`, 2 words)."""
    if short := re.fullmatch(r"(\d{1,3})([dwmyh])", words[0] if words else ""):
        return int(short[1]), short[2], 1
    number = NUMBERS.get(words[0]) if words else None
    if number is None or not words[1:] or words[1] not in (*_UNITS, *_HOURS):
        return None
    return number, words[1], 2


def _shifted(day: date, number: int, unit: str) -> date:
    step = _UNITS[unit]
    if step > 0:
        return _moved(day, number * step)
    months = day.year * 12 + day.month - 1 + number * (12 if step < 0 else 1)
    year, month = divmod(min(max(months, 12), 12 * 9999 + 11), 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _on_calendar(words: Sequence[str], today: date, way: int) -> Day | None:
    """`12 nov`, `nov 12`, `12th of November 2026`; without a year the nearest back (-1) or ahead (1)."""
    rest = [word for word in words[:5] if word != "of"]
    dropped = 1 if words[1:2] == ["of"] else 0
    if len(rest) < 2:
        return None
    first, second = rest[:2]
    number, month = (first, second) if second in _MONTHS else (second, first)
    match = _NUMBER.fullmatch(number)
    if match is None or month not in _MONTHS:
        return None
    comma = 1 if rest[2:3] == [","] else 0
    said = f"{first} {second}"
    if rest[2 + comma : 3 + comma] and YEAR.fullmatch(rest[2 + comma]):
        day = _day(int(rest[2 + comma]), _MONTHS[month], int(match[1]), f"{said} {rest[2 + comma]}")
        return Day(day, 3 + comma + dropped)
    return Day(_nearest(_MONTHS[month], int(match[1]), today, way, said), 2 + dropped, assumed_year=True)


def _nearest(month: int, day: int, today: date, way: int, said: str) -> date:
    for year in range(today.year, today.year + 9 * way, way):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found - today).days * way >= 0:
            return found
    raise NoDay(said)


def _coming(words: Sequence[str], today: date) -> Day | None:
    if not words:
        return None
    if words[0] in WEEKDAYS:
        return Day(_following(today, WEEKDAYS[words[0]]), 1)
    if words[:2] == ["next", "week"]:
        return Day(_following(today, 0), 2)
    if words[:2] == ["next", "month"]:
        return Day((today.replace(day=1) + timedelta(days=32)).replace(day=1), 2)
    if words[0] == "weekend":
        return Day(_following(today, 5), 1)
    for count in range(min(4, len(words)), 0, -1):
        if (days := _NAMED.get(tuple(words[:count]), -1)) >= 0:
            return Day(_moved(today, days), count)
    return _next(words, today) or _length(words, today)


def _length(words: Sequence[str], today: date) -> Day | None:
    """`2w`, `2 weeks`."""
    span = _span(words)
    if span is None or span[1] in _HOURS:
        return None
    try:
        return Day(parse_duration(f"{span[0]}{span[1][0]}").after(today), span[2])
    except Unfit:
        return None


def _unclear(words: Sequence[str]) -> Unclear | None:
    if words and _TWO_WAYS.fullmatch(words[0]):
        return Unclear(1, f"`{words[0]}` can be read as two days", "Write the month as a word, or 2026-11-12.")
    if words[:3] == ["the", "other", "day"] or (words[:1] in (["recently"], ["lately"])):
        count = 3 if words[0] == "the" else 1
    elif words[:1] in (["last"], ["this"], ["next"]) and words[1:2] and words[1] in _NO_DAY:
        count = 2
    else:
        return None
    return Unclear(count, f"`{' '.join(words[:count])}` is no day", "Write one, like monday, 12 nov or 2026-11-12.")


def day_in(text: str, today: date) -> date | None:
    """The day that a whole text names, looking back; None where it names none."""
    words = text.lower().replace(",", " , ").split()
    try:
        found = back(words, today)
    except NoDay:
        return None
    return found.day if isinstance(found, Day) and found.length == len(words) else None


def day_said(text: str, today: date) -> date:
    """The same; raises BadDay."""
    day = day_in(text, today)
    if day is None:
        raise BadDay(text, "is not a day. Write it as 2026-11-23, 23 nov, monday or yesterday")
    return day


def day_of(text: str | None, today: date) -> date:
    """The day on which something was: today where nothing is said. Raises BadDay."""
    day = day_said(text, today) if text is not None else today
    if day > today:
        raise BadDay(text or "", "has not come yet")
    return day
