"""The messages of an mbox file, one after the other: their headers that count, and the text where it is wanted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Progress
from netfiles.exchange.reading import Piece, pieces

_LONGEST_FIELD = 65_536
_MOST_HEADERS = 262_144
MOST_BODY = 1_048_576
"""Bytes of a message in which its text is looked for."""

# `From ada@x.example Thu Jan  1 00:00:00 2026`, with or without an address, a zone, a comma
_SEPARATOR = re.compile(rb"From (?:\S.{0,400}? )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,40}?\d{1,2}:\d\d.{0,60}\s*")
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_NAMES = frozenset(
    b"from sender to cc bcc date subject message-id in-reply-to list-id list-unsubscribe list-post precedence "
    b"auto-submitted content-type content-transfer-encoding x-gmail-labels x-mozilla-status".split()
)


class RawMessage(NamedTuple):
    """A message as bytes: its headers by their names in small letters, and at most the first megabyte of its text.

    `separator` is the line before it in an mbox. `cut`: some headers are shorter here, or left out, for their length.
    """

    line: int
    headers: dict[bytes, list[bytes]]
    body: bytes = b""
    separator: bytes = b""
    cut: bool = False


@dataclass(slots=True)
class _Open:
    """A message that is being read."""

    line: int
    separator: bytes = b""
    headers: dict[bytes, list[bytes]] = field(default_factory=dict)
    name: bytes = b""
    size: int = 0
    cut: bool = False
    in_body: bool = False
    body: bytearray = field(default_factory=bytearray)

    def take(self, piece: Piece, bodies: bool) -> None:
        """The next line, or a part of one."""
        if self.in_body:
            if bodies and len(self.body) < MOST_BODY:
                self.body += piece.content
        elif piece.begins and not piece.content.strip(b"\r\n"):
            self.in_body = True
        else:
            self._header(piece)

    def _header(self, piece: Piece) -> None:
        content = piece.content
        if piece.begins and content[:1] not in (b" ", b"\t"):
            named = _FIELD.match(content)
            self.name = named[0][:-1].rstrip().lower() if named else b""
            content = content[named.end() :] if named else b""
            if self.name in _NAMES:
                self.headers.setdefault(self.name, []).append(b"")
        if self.name not in _NAMES:
            return
        known = self.headers[self.name]
        if self.size + len(content) > _MOST_HEADERS or len(known[-1]) + len(content) > _LONGEST_FIELD:
            known[-1] = known[-1][: known[-1].rfind(b",") + 1]  # not half an address
            self.name, self.cut = b"", True
            return
        known[-1] += content
        self.size += len(content)

    def closed(self) -> RawMessage:
        return RawMessage(self.line, self.headers, bytes(self.body), self.separator, self.cut)


@dataclass(slots=True)
class OddLines:
    """Lines that begin with `From ` and separate no messages."""

    first: int = 0
    count: int = 0


def one_message(file: BinaryIO, bodies: bool, progress: Progress) -> RawMessage:
    """The one message that the file is."""
    message = _Open(1)
    for piece in pieces(file, progress):
        if piece.line == 1 and piece.begins:
            content = piece.content.removeprefix(b"\xef\xbb\xbf")
            if content.startswith((b"From ", b">From ")):
                message.separator = content
                continue
            piece = piece._replace(content=content)  # noqa: PLW2901
        message.take(piece, bodies)
    return message.closed()


def messages(file: BinaryIO, name: str, bodies: bool, odd: OddLines, progress: Progress) -> Iterator[RawMessage]:
    """Each message when it ends. A separator is a `From ` line with a date that a header follows. Raises CannotRead."""
    message: _Open | None = None
    held: Piece | None = None  # what may be a separator, till the line after it is known
    for piece in pieces(file, progress):
        if held is not None:
            if message is None or (piece.begins and _FIELD.match(piece.content)):
                if message is not None:
                    yield message.closed()
                message = _Open(held.line, held.content)
            else:
                odd.first, odd.count = odd.first or held.line, odd.count + 1
                message.take(held, bodies)
            held = None
        if piece.begins and piece.content.startswith(b"From "):
            if piece.ends and _SEPARATOR.fullmatch(piece.content):
                held = piece
                continue
            odd.first, odd.count = odd.first or piece.line, odd.count + 1
        if message is not None:
            message.take(piece, bodies)
        elif piece.content.strip(b"\xef\xbb\xbf \t\r\n"):
            why = "it does not begin with a line `From …` as a mailbox does"
            raise CannotRead(name, why, "Name a mailbox in the form mbox, or a message (.eml).", piece.line)
    if message is None and held is not None:
        message = _Open(held.line, held.content)
    if message is None:
        raise CannotRead(name, "it holds no message", "Name a mailbox in the form mbox, or a message (.eml).")
    yield message.closed()
