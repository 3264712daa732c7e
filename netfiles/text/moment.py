"""Dates and times in the formats of Obsidian's templates, those of Moment: `D MMM YYYY`, `dddd [at] HH:mm`."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta


class UnknownFormat(ValueError):
    """A part of a format that is not understood; its text."""


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")

_TOKEN = re.compile(
    r"\[([^\[\]]*)\]|(LTS|LT|L{1,4}|Mo|M{1,4}|DDDo|Do|D{1,4}|d{2,4}|do|d|E|e|Wo|WW?|wo|ww?|Qo|Q|YYYY|YY|Y|GGGG|GG|gggg|gg"
    r"|HH?|hh?|kk?|mm?|ss?|S{1,3}|A|a|[xX]|ZZ?|zz?|l{1,4}|N{1,5}|y{1,4})"
)


def formatted(moment: datetime, pattern: str) -> str:
    """A moment in a format; letters that mean nothing, and what stands in brackets, stay. Raises UnknownFormat."""

    def put(match: re.Match[str]) -> str:
        return match[1] if match[1] is not None else _of(moment, match[2])

    return _TOKEN.sub(put, pattern)


def _of(moment: datetime, token: str) -> str:
    if token in _LONG:
        return formatted(moment, _LONG[token])
    if token not in _TOKENS and token.endswith("o") and token[:-1] in _TOKENS:
        return ordinal(int(_TOKENS[token[:-1]](moment)))
    if token not in _TOKENS:
        raise UnknownFormat(token)
    return _TOKENS[token](moment)


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _week(day: date) -> tuple[int, int]:
    """Year and week as people count them whose week begins on a Sunday: the first one holds 1 January."""
    saturday = day + timedelta(days=6 - day.isoweekday() % 7)
    return saturday.year, (saturday.timetuple().tm_yday - 1) // 7 + 1


_LONG = {
    "L": "MM/DD/YYYY",
    "LL": "MMMM D, YYYY",
    "LLL": "MMMM D, YYYY h:mm A",
    "LLLL": "dddd, MMMM D, YYYY h:mm A",
    "LT": "h:mm A",
    "LTS": "h:mm:ss A",
}
_TOKENS: Mapping[str, Callable[[datetime], str]] = {
    "YYYY": lambda t: f"{t.year:04d}",
    "YY": lambda t: f"{t.year % 100:02d}",
    "Y": lambda t: str(t.year),
    "GGGG": lambda t: f"{t.isocalendar().year:04d}",
    "GG": lambda t: f"{t.isocalendar().year % 100:02d}",
    "gggg": lambda t: f"{_week(t.date())[0]:04d}",
    "gg": lambda t: f"{_week(t.date())[0] % 100:02d}",
    "Q": lambda t: str((t.month + 2) // 3),
    "MMMM": lambda t: MONTHS[t.month - 1],
    "MMM": lambda t: MONTHS[t.month - 1][:3],
    "MM": lambda t: f"{t.month:02d}",
    "M": lambda t: str(t.month),
    "DDDD": lambda t: f"{t.timetuple().tm_yday:03d}",
    "DDD": lambda t: str(t.timetuple().tm_yday),
    "DD": lambda t: f"{t.day:02d}",
    "D": lambda t: str(t.day),
    "dddd": lambda t: _DAYS[t.isoweekday() % 7],
    "ddd": lambda t: _DAYS[t.isoweekday() % 7][:3],
    "dd": lambda t: _DAYS[t.isoweekday() % 7][:2],
    "d": lambda t: str(t.isoweekday() % 7),
    "e": lambda t: str(t.isoweekday() % 7),
    "E": lambda t: str(t.isoweekday()),
    "WW": lambda t: f"{t.isocalendar().week:02d}",
    "W": lambda t: str(t.isocalendar().week),
    "ww": lambda t: f"{_week(t.date())[1]:02d}",
    "w": lambda t: str(_week(t.date())[1]),
    "HH": lambda t: f"{t.hour:02d}",
    "H": lambda t: str(t.hour),
    "hh": lambda t: f"{t.hour % 12 or 12:02d}",
    "h": lambda t: str(t.hour % 12 or 12),
    "kk": lambda t: f"{t.hour or 24:02d}",
    "k": lambda t: str(t.hour or 24),
    "mm": lambda t: f"{t.minute:02d}",
    "m": lambda t: str(t.minute),
    "ss": lambda t: f"{t.second:02d}",
    "s": lambda t: str(t.second),
    "SSS": lambda t: f"{t.microsecond // 1000:03d}",
    "SS": lambda t: f"{t.microsecond // 10_000:02d}",
    "S": lambda t: str(t.microsecond // 100_000),
    "A": lambda t: "AM" if t.hour < 12 else "PM",
    "a": lambda t: "am" if t.hour < 12 else "pm",
}
