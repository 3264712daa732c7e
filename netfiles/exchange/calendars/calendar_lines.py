"""The parts that a calendar file is made of, each with its unfolded lines, one after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Progress
from netfiles.exchange.reading import pieces

_MOST_BYTES = 200_000_000
_LONGEST_LINE = 131_072  # what is beyond it is dropped: an attachment that stands in the file, as a rule
_MOST_LINES = 2_000  # of an event that count
_DEEPEST = 100
_ADVICE = "Export the calendar again, or name another file."
_COUNTED = frozenset(("VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY"))

WANTED = frozenset(
    "DTSTART DTEND DURATION SUMMARY ATTENDEE ORGANIZER LOCATION DESCRIPTION URL UID SEQUENCE RECURRENCE-ID RRULE RDATE "
    "EXDATE EXRULE STATUS CLASS CATEGORIES COMMENT CONTACT ATTACH CONFERENCE X-GOOGLE-CONFERENCE "
    "X-MICROSOFT-SKYPETEAMSMEETINGURL".split()
)
"""Properties of an event that are read; all others are technical, or of one program alone."""

_NAME = re.compile(r"\s*([A-Za-z0-9-]+)\s*[:;]")
_EDGE = re.compile(r"\s*(BEGIN|END)\s*:\s*([^\s:;]+)\s*", re.IGNORECASE)


class Line(NamedTuple):
    """An unfolded line, and where it begins."""

    number: int
    text: str


@dataclass(slots=True)
class Heading:
    """What a calendar says of all its events, as far as it was read."""

    method: str = ""
    zone: str = ""
    zones: set[str] = field(default_factory=set)
    odd_bytes: int = 0
    """The first line that is not UTF-8, 0 if all are."""


class Part(NamedTuple):
    """An event with its lines, or anything else that is only counted; `wrong`: why it cannot be read."""

    name: str
    line: int
    lines: tuple[Line, ...] = ()
    method: str = ""
    zone: str = ""
    wrong: str = ""


def unfolded(file: BinaryIO, name: str, heading: Heading, progress: Progress) -> Iterator[Line]:
    """The lines of the file, put together again before they are decoded: a fold may split a character."""
    held, number, seen = bytearray(), 0, 0
    for piece in pieces(file, progress):
        seen += len(piece.content)
        if seen > _MOST_BYTES:
            raise CannotRead(name, f"it is larger than {_MOST_BYTES // 1_000_000} MB", "Export a shorter time.")
        content = piece.content.rstrip(b"\r\n") if piece.ends else piece.content
        if piece.begins and not content.strip():
            continue
        if piece.begins and content[:1] in (b" ", b"\t") and number:
            content = content[1:]
        elif piece.begins:
            if held:
                yield _decoded(number, bytes(held), heading)
            held, number = bytearray(), piece.line
        held += content[: max(0, _LONGEST_LINE - len(held))]
    if held:
        yield _decoded(number, bytes(held), heading)


def _decoded(number: int, content: bytes, heading: Heading) -> Line:
    """UTF-8, as the standard has it; else the letters of Windows, of which Latin-1 is a part."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        cut = len(content) >= _LONGEST_LINE
        heading.odd_bytes = heading.odd_bytes or (0 if cut else number)
        text = content.decode("utf-8", "replace") if cut else content.decode("cp1252", "replace")
    return Line(number, text)


@dataclass(slots=True)
class _Open:
    """A part whose end was not read yet."""

    name: str
    line: int
    lines: list[Line] = field(default_factory=list)
    skipped: int = 0


def parts(file: BinaryIO, name: str, heading: Heading, progress: Progress) -> Iterator[Part]:
    """The events of a file, and what else it counts, each when it ends. Raises CannotRead at its end if it is cut."""
    stack: list[_Open] = []
    anything = False
    last = Line(1, "")
    for last in unfolded(file, name, heading, progress):
        edge = _EDGE.fullmatch(last.text) if last.text[:6].lstrip()[:3].upper() in ("BEG", "END") else None
        if edge is None:
            _property(stack, last, heading)
        elif edge[1].upper() == "BEGIN":
            anything = True
            yield from _begun(stack, edge[2].upper(), last.number, name)
        else:
            yield from _ended(stack, edge[2].upper(), heading)
    if not anything:
        raise CannotRead(name, "it holds no calendar", "Name a file that a calendar exported (.ics).", last.number)
    if stack:
        open_part = stack[-1]
        why = f"it is cut off: {open_part.name} of line {open_part.line} has no END:{open_part.name}"
        raise CannotRead(name, why, _ADVICE, last.number)


def _begun(stack: list[_Open], part: str, line: int, name: str) -> Iterator[Part]:
    """An event cannot stand in another: the outer one has lost its end."""
    if part in ("VEVENT", "VCALENDAR"):
        while any(each.name == "VEVENT" for each in stack):
            yield from _lost(stack.pop())
    if part == "VCALENDAR":
        stack.clear()
    if len(stack) >= _DEEPEST:
        raise CannotRead(name, f"its parts are nested more than {_DEEPEST} deep", _ADVICE, line)
    stack.append(_Open(part, line))


def _lost(part: _Open) -> Iterator[Part]:
    if part.name == "VEVENT":
        yield Part(part.name, part.line, wrong="has no END:VEVENT")


def _ended(stack: list[_Open], name: str, heading: Heading) -> Iterator[Part]:
    """An end closes all that is open in its part; one that nothing began is passed over."""
    if all(each.name != name for each in stack):
        return
    while (part := stack.pop()).name != name:
        yield from _lost(part)
    if name == "VEVENT":
        wrong = f"has more than {_MOST_LINES} lines" if part.skipped else ""
        yield Part(name, part.line, tuple(part.lines), heading.method, heading.zone, wrong)
    elif name in _COUNTED:
        yield Part(name, part.line)
    elif name == "VCALENDAR":
        heading.method = heading.zone = ""


def _property(stack: list[_Open], line: Line, heading: Heading) -> None:
    """Keeps what is read of an event, and what its calendar says of all."""
    named = _NAME.match(line.text)
    if not stack or (named is None and stack[-1].name != "VEVENT"):
        return
    name, part = named[1].upper() if named else "", stack[-1]
    if part.name == "VEVENT":
        if name and name not in WANTED:
            return
        if len(part.lines) < _MOST_LINES:
            part.lines.append(line)
        else:
            part.skipped += 1
        return
    value = line.text.partition(":")[2].strip()
    if part.name == "VTIMEZONE" and name == "TZID":
        heading.zones.add(value)
    elif part.name == "VCALENDAR" and name == "METHOD":
        heading.method = value.upper()
    elif part.name == "VCALENDAR" and name == "X-WR-TIMEZONE":
        heading.zone = value
