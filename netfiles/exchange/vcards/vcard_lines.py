"""The cards of a file as unfolded lines: bytes from any program, read in pieces and within limits.

Lines are unfolded before they are decoded, since programs fold within a letter.
"""

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from netfiles.exchange.incoming import Progress

PIECE = 1 << 18
LARGEST_CARD = 1 << 20
"""Bytes of a card without its pictures and the like."""
LARGEST_MEDIA = 4 << 20
"""Bytes of all pictures and the like of a card, as they are written: base64 adds a third."""

_MEDIA = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE)[;:]", re.IGNORECASE)
_MARK = re.compile(rb"\s*(BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*(BEGIN\s*:\s*VCARD\s*)?", re.IGNORECASE)
_OLD = re.compile(rb"VERSION\s*:\s*2", re.IGNORECASE)
_BASE64_ONLY = re.compile(rb"[A-Za-z0-9+/]{8,}={0,2}\s*")
_PROPERTY = re.compile(
    rb"(?:ADR|AGENT|BDAY|CATEGORIES|EMAIL|FN|GEO|IMPP|LABEL|LOGO|N|NICKNAME|NOTE|ORG|PHOTO|REV|ROLE|SOUND|TEL|TITLE|TZ|UID"
    rb"|URL|X-[A-Z-]+)(?:;[\w=,-]+)*:"
)
"""A property that follows upon a soft break by mistake."""
_BOM = b"\xef\xbb\xbf"
_LONGEST_MARK = 40


class Line(NamedTuple):
    """A line as it was before it was folded; `cut`: it went on beyond the limit."""

    number: int
    raw: bytes
    cut: bool = False


class Card(NamedTuple):
    """The lines between BEGIN and END, and those of cards within it (of agents).

    `cut_at` is the line from which on it was too large, or none.
    """

    line: int
    lines: tuple[Line, ...]
    agents: tuple[Line, ...]
    closed: bool
    cut_at: int | None


class Stray(NamedTuple):
    """A line that belongs to no card."""

    number: int


def cards(stream: BinaryIO, progress: Progress) -> Iterator[Card | Stray]:
    """Every card of a file, in its order, and the lines between them."""
    open_card: _Open | None = None
    for number, line in enumerate(_lines(_as_utf8(stream, progress)), 1):
        mark = _mark(line)
        if open_card is not None and not open_card.indented and line[:1] in (b" ", b"\t"):
            mark = None  # the line before goes on with these letters
        if mark is None and open_card is not None:
            open_card.add(number, line)
        elif mark is None:
            if line.strip():
                yield Stray(number)
        elif mark == b"BEGIN":
            if open_card is not None and open_card.awaits_agent:
                open_card.begin_agent()
                continue
            if open_card is not None:
                yield open_card.card(closed=False)
            open_card = _Open(number, indented=line[:1] in (b" ", b"\t"))
        elif open_card is not None and open_card.depth:
            open_card.end_agent()
        elif open_card is not None:
            yield open_card.card(closed=True)
            open_card = None
        else:
            yield Stray(number)
    if open_card is not None:
        yield open_card.card(closed=False)


def _mark(line: bytes) -> bytes | None:
    """`BEGIN` or `END` where a line is the first or last of a card."""
    if len(line) > _LONGEST_MARK or line[:1] not in b"BbEe\xef \t":
        return None
    found = _MARK.fullmatch(line.removeprefix(_BOM))
    return found[1].upper() if found else None


@dataclass
class _Open:
    """A card of which not all lines are read yet."""

    line: int
    indented: bool = False
    lines: list[Line] = field(default_factory=list)
    agents: list[Line] = field(default_factory=list)
    depth: int = 0
    awaits_agent: bool = False
    old: bool = False
    size: int = 0
    media: int = 0
    cut_at: int | None = None
    number: int = 0
    parts: list[bytes] = field(default_factory=list)
    is_media: bool = False
    quoted: bool = False
    base64: bool = False
    cut: bool = False

    def add(self, number: int, line: bytes) -> None:
        """One more line of the file: a new one of the card, or more of the one before."""
        if self.depth:
            self._add_to_agent(number, line)
        elif self.quoted and self.parts[-1].rstrip().endswith(b"=") and not _PROPERTY.match(line):
            if line:  # some programs leave a blank line after each soft break
                self._more(line)
        elif not line.strip():
            self.base64 = False
        elif line[:1] in b" \t" and self.parts:
            self._more(b" " + line.lstrip() if self.old and not self.base64 else line[1:])
        elif self.base64 and _BASE64_ONLY.fullmatch(line):
            self._more(line)
        else:
            self._start(number, line)

    def _start(self, number: int, line: bytes) -> None:
        self._close()
        self.number = number
        self.is_media = _MEDIA.match(line) is not None
        head = line[: line.find(b":") + 1].upper() if b";" in line else b""
        self.quoted = b"QUOTED-PRINTABLE" in head
        self.base64 = b"BASE64" in head or b"ENCODING=B" in head or (self.is_media and b"base64," in line[:200])
        self.old = self.old or _OLD.match(line) is not None
        self._more(line)
        agent = _AGENT.fullmatch(line) if line[:200].upper().find(b"AGENT") >= 0 else None
        self.awaits_agent = agent is not None
        if agent is not None and agent[1]:
            self.begin_agent()

    def _more(self, line: bytes) -> None:
        if self._fits(len(line)):
            self.parts.append(line)
        else:
            self.cut = True
            self.quoted = False
            if self.is_media and not self.parts:
                self.parts.append(line[: line.find(b":") + 1])

    def _fits(self, size: int) -> bool:
        """Whether so many more bytes are within the limits; they count from now on."""
        if self.is_media:
            self.media += size
            return self.media <= LARGEST_MEDIA
        self.size += size
        if self.size > LARGEST_CARD and self.cut_at is None:
            self.cut_at = self.number
        return self.cut_at is None

    def begin_agent(self) -> None:
        self.depth += 1
        self.awaits_agent = False

    def end_agent(self) -> None:
        self.depth -= 1

    def _add_to_agent(self, number: int, line: bytes) -> None:
        agent = _AGENT.fullmatch(line)
        if agent is not None:
            self.awaits_agent = True
            if agent[1]:
                self.begin_agent()
        elif line.strip():
            self.awaits_agent = False
            self.size += len(line)
            if self.size <= LARGEST_CARD:
                self.agents.append(Line(number, line))
            elif self.cut_at is None:
                self.cut_at = number

    def _close(self) -> None:
        """The line is whole."""
        if self.parts:
            if self.quoted:
                self.parts = [part.rstrip().removesuffix(b"=") for part in self.parts[:-1]] + self.parts[-1:]
                self.parts[-1] = self.parts[-1].rstrip().removesuffix(b"=")
            self.lines.append(Line(self.number, b"".join(self.parts), self.cut))
        self.parts, self.cut, self.quoted = [], False, False

    def card(self, closed: bool) -> Card:
        self._close()
        return Card(self.line, tuple(self.lines), tuple(self.agents), closed, self.cut_at)


def _lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a text without their ends (CRLF, LF or CR); of an endless one no more than a card may have."""
    rest = b""
    for piece in pieces:
        if len(rest) > LARGEST_MEDIA:  # what follows on this line counts for nothing
            end = min((at for at in (piece.find(b"\n"), piece.find(b"\r")) if at >= 0), default=-1)
            if end < 0:
                continue
            text = rest + piece[end:]
        else:
            text = rest + piece
        whole = max(text.rfind(b"\n"), text.rfind(b"\r", 0, len(text) - 1)) + 1  # a last CR may be half of an end
        yield from text[:whole].splitlines()
        rest = text[whole:]
    if rest:
        yield rest.rstrip(b"\r")


def _as_utf8(stream: BinaryIO, progress: Progress) -> Iterator[bytes]:
    """The file in pieces; UTF-16 is made UTF-8, and the first sign of either left out."""
    size, done = _size(stream), 0
    piece = stream.read(PIECE)
    named = _utf16(piece[:4])
    decoder = codecs.getincrementaldecoder(named)("replace") if named else None
    piece = piece.removeprefix(_BOM)
    while piece:
        done += len(piece)
        yield decoder.decode(piece).removeprefix("\ufeff").encode() if decoder else piece
        progress(done, size)
        piece = stream.read(PIECE)


def _utf16(start: bytes) -> str | None:
    if start.startswith((codecs.BOM_UTF16_LE, b"B\0E\0")):
        return "utf-16-le"
    if start.startswith((codecs.BOM_UTF16_BE, b"\0B\0E")):
        return "utf-16-be"
    return None


def _size(stream: BinaryIO) -> int:
    """How many bytes there are, none where that cannot be known."""
    if not stream.seekable():
        return 0
    here = stream.tell()
    size = stream.seek(0, os.SEEK_END)
    stream.seek(here)
    return size - here
