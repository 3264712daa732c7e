"""Events as iCalendar (RFC 5545), for a calendar to open or to subscribe to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from netfiles.exchange.calendars.calendar_events import Event
from netfiles.model import PartialDate

PRODUCT = "-//netfiles//netfiles//EN"
_MOST_OCTETS = 75


def calendar(events: Iterable[Event], name: str, today: date) -> Iterator[str]:
    """The pieces of the calendar. Its stamps are those of the day, so that it is the same until something is not."""
    yield _lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    )
    seen: Counter[tuple[str, ...]] = Counter()
    for event in events:
        seen[event.key] += 1
        yield _lines(*_event(event, today, seen[event.key]))
    yield _lines("END:VCALENDAR")


def _event(event: Event, today: date, number: int) -> Iterator[str]:
    """The lines of an event; of several with one key the second and third tell by their `number`."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, _sound('|'.join(('netfiles', *event.key, str(number)))))}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
        if event.day < date.max:
            yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    else:
        yield f"DTSTART:{_day(event.day)}T{event.at:%H%M%S}"
        yield f"DURATION:PT{event.minutes}M"
    if event.birthday:
        yield f"RRULE:{_yearly(event.birthday)}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.about:
        yield f"DESCRIPTION:{_text(event.about)}"
    yield "CLASS:PRIVATE"
    yield f"TRANSP:{'OPAQUE' if event.at else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _yearly(born: PartialDate) -> str:
    """Every year; a 29 February falls on the 28th in common years."""
    if (born.month, born.day) == (2, 29):
        return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    return "FREQ=YEARLY"


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def _text(text: str) -> str:
    """A text as a value of the format, without control characters."""
    return _CONTROL.sub(" ", "\n".join(text.splitlines())).translate(_ESCAPED)


def _sound(text: str) -> str:
    """A text without half signs, which UTF-8 does not have."""
    return text.encode("utf-8", "backslashreplace").decode()


def _lines(*lines: str) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, never within a sign."""
    line = _sound(line)
    if len(line.encode()) <= _MOST_OCTETS:
        return line
    pieces, piece, octets = [], "", 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _MOST_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += sign
        octets += size
    return "\r\n".join((*pieces, piece))
