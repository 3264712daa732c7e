"""What the lines of an event say as values; the one home of the library icalendar."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any, NamedTuple

from icalendar.parser import Contentline
from icalendar.parser.property import unescape_backslash
from icalendar.prop import vDDDTypes, vRecur
from icalendar.timezone import tzp

from netfiles.exchange.calendars.recurring import FREQUENCIES, Rule

_WEEKDAYS = {name: number for number, name in enumerate("MO TU WE TH FR SA SU".split())}
_PLAIN = re.compile(r"([A-Za-z0-9-]+):")
_LAST_YEAR = 2999
_SHORT = 500
_MOST_A_DAY = 4

# The library says no types of these, or wrong ones.
_LINE: Any = Contentline
_VALUE: Callable[[str], object] = vDDDTypes.from_ical
_ZONE: Callable[[str], tzinfo | None] = tzp.timezone


class Property(NamedTuple):
    """A line taken apart: names of parameters in capitals, what stands between quotes without them."""

    name: str
    params: Mapping[str, str]
    value: str
    raw: str
    """The value with its backslashes."""


class Moment(NamedTuple):
    """A day and time as written, and the zone that says it, None where it is written without or unknown."""

    wall: datetime
    zone: tzinfo | None = None
    whole_day: bool = False
    tzid: str = ""

    def at(self, zone: tzinfo | None) -> datetime:
        """What clocks of another zone show; what clocks here show where either zone is not known."""
        if zone is None or self.zone is None or self.whole_day or zone == self.zone:
            return self.wall
        try:
            return self.wall.replace(tzinfo=self.zone).astimezone(zone).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return self.wall


class Unreadable(ValueError):
    """Why a line is not understood."""


def property_of(line: str) -> Property:
    """The name, parameters and value of an unfolded line. Raises Unreadable."""
    content = line.replace("\r", " ").replace("\n", " ")
    if plain := _PLAIN.match(content):  # most lines are; the library goes through each letter
        return Property(plain[1].upper(), {}, unescape_backslash(content[plain.end() :]), content[plain.end() :])
    return _taken_apart(content) if len(content) < _SHORT else _taken_apart.__wrapped__(content)


@lru_cache(4_000)  # the same few people meet again and again
def _taken_apart(content: str) -> Property:
    try:
        name, params, raw = _LINE(content).raw_parts()
    except (ValueError, IndexError, TypeError):
        raise Unreadable(f"`{content[:60]}` is no property") from None
    said = {str(key).upper(): ", ".join(each) if isinstance(each, list) else str(each) for key, each in params.items()}
    return Property(name.upper(), said, unescape_backslash(raw), raw)


def moment(said: Property) -> Moment:
    """A day or time. Raises Unreadable, also for what no calendar has: year 0, 29 February 2026."""
    text = said.raw.strip()
    try:
        value = _VALUE(text)
    except (ValueError, TypeError, OverflowError):
        value = None
    return _moment(value, text, said.params.get("TZID", ""))


def moments(said: Property) -> tuple[Moment, ...]:
    """Several days or times, of which periods count by their begin. Raises Unreadable."""
    each = [text.strip().partition("/")[0] for text in said.raw.split(",") if text.strip()]
    return tuple(moment(said._replace(raw=text)) for text in each)


def _moment(value: object, text: str, tzid: str) -> Moment:
    if isinstance(value, datetime) and value.year <= _LAST_YEAR:
        if value.tzinfo is not None:
            return Moment(value.replace(tzinfo=None), value.tzinfo, tzid="UTC")
        return Moment(value, zone_of(tzid), tzid=tzid)
    if isinstance(value, date) and value.year <= _LAST_YEAR:
        return Moment(datetime(value.year, value.month, value.day), whole_day=True)  # noqa: DTZ001  # a day has no zone
    raise Unreadable(f"`{text[:40]}` is no day or time")


@lru_cache(1_000)
def zone_of(tzid: str) -> tzinfo | None:
    """The zone of an IANA or Windows name, also behind a prefix such as `/mozilla.org/20070129_1/`."""
    steps = tzid.strip().strip('"/').split("/")
    for start in range(min(len(steps), 6)):
        try:
            zone = _ZONE("/".join(steps[start:])) if steps[start] else None
        except (OSError, ValueError, KeyError):  # a name that is a folder of the zones' files, or no name at all
            zone = None
        if zone is not None:
            return zone
    return None


def duration(said: Property) -> timedelta:
    """A length of time. Raises Unreadable."""
    try:
        value = _VALUE(said.raw.strip())
    except (ValueError, TypeError, OverflowError):
        value = None
    if not isinstance(value, timedelta):
        raise Unreadable(f"`{said.raw[:40]}` is no length of time")
    return value


def rule(said: Property, start: Moment) -> Rule:
    """How something recurs that is first at `start`. Raises Unreadable."""
    try:
        parts = vRecur.from_ical(said.raw.strip().upper())
        return _rule({str(key).upper(): list(values) for key, values in parts.items()}, start)
    except Unreadable:
        raise
    except (ValueError, TypeError, KeyError, OverflowError):
        raise Unreadable(f"`{said.raw[:60]}` is no rule of recurrence") from None


def _rule(parts: Mapping[str, list[object]], start: Moment) -> Rule:
    freq = str(_only(parts, "FREQ", ""))
    if freq not in FREQUENCIES:
        raise Unreadable(f"it recurs `{freq.lower()[:20]}`, which is no appointment" if freq else "it has no FREQ")
    until = _only(parts, "UNTIL", None)
    ends = None if until is None else _moment(until, str(until), "").at(start.zone)
    if ends is not None and not isinstance(until, datetime):
        ends = ends.replace(hour=23, minute=59, second=59)
    hours, minutes = _numbers(parts, "BYHOUR", range(24)), _numbers(parts, "BYMINUTE", range(60))
    if len(hours or {0}) * len(minutes or {0}) > _MOST_A_DAY:
        raise Unreadable(f"it recurs more than {_MOST_A_DAY} times a day")
    return Rule(
        freq,
        interval=_number(parts, "INTERVAL", range(1, 10_000)) or 1,
        times=_number(parts, "COUNT", range(1, 1_000_000)),
        until=ends,
        months=_numbers(parts, "BYMONTH", range(1, 13)),
        weeks=_numbers(parts, "BYWEEKNO", _both_ways(53)),
        year_days=_numbers(parts, "BYYEARDAY", _both_ways(366)),
        month_days=_numbers(parts, "BYMONTHDAY", _both_ways(31)),
        weekdays=frozenset(_weekday(day) for name in ("BYDAY", "BYWEEKDAY") for day in parts.get(name, ())),
        positions=_numbers(parts, "BYSETPOS", _both_ways(366)),
        hours=hours,
        minutes=minutes,
        week_begins=_WEEKDAYS[str(_only(parts, "WKST", "MO"))[-2:]],
    )


def _both_ways(most: int) -> frozenset[int]:
    return frozenset(range(-most, most + 1)) - {0}


def _only(parts: Mapping[str, list[object]], name: str, default: object) -> object:
    return parts[name][0] if parts.get(name) else default


def _numbers(parts: Mapping[str, list[object]], name: str, allowed: "range | frozenset[int]") -> frozenset[int]:
    numbers = frozenset(int(str(each)) for each in parts.get(name, ()))
    wrong = [each for each in numbers if each not in allowed]
    if wrong:
        raise Unreadable(f"{name} cannot be {wrong[0]}")
    return numbers


def _number(parts: Mapping[str, list[object]], name: str, allowed: range) -> int | None:
    numbers = _numbers(parts, name, allowed)
    return min(numbers) if numbers else None


def _weekday(said: object) -> tuple[int, int]:
    text = str(said).strip()
    return int(text[:-2] or 0), _WEEKDAYS[text[-2:]]
