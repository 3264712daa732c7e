"""What the headers of a message say as values: who, to whom, when, about what; whether a person wrote it."""

import re
from collections.abc import Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_tz
from functools import lru_cache
from typing import NamedTuple

from netfiles.exchange.mail.mail_people import people
from netfiles.exchange.mail.mbox import RawMessage
from netfiles.exchange.one_line import one_line

_LONGEST_WORDS = 2_000
_SHORT = 500
_MACHINES = re.compile(
    r"(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|notifications?|newsletters?|bounces?|alerts?"
    r"|automated|daemon|root)(?:[-+_.].*)?|.*[-+_.](?:no-?reply|donotreply|bounces?|notifications?)",
    re.IGNORECASE,
)
_LISTS = (b"list-id", b"list-unsubscribe", b"list-post")
_BULK = re.compile(rb"\s*(?:bulk|list|junk|auto_reply)\b", re.IGNORECASE)
_NOT_MEANT = frozenset(("spam", "trash", "drafts", "draft", "bin", "chat", "junk"))
_DELETED = 0x0008  # Thunderbird's mark of what is gone when the folder is next compacted


class Headers(NamedTuple):
    """A message without its text. `at` is empty where its date is not understood. People are (name, address)."""

    line: int
    sender: tuple[tuple[str, str], ...]
    to: tuple[tuple[str, str], ...]
    hidden: tuple[tuple[str, str], ...]
    at: str
    subject: str
    uid: str
    reply_to: str


def headers_of(message: RawMessage) -> Headers:
    """The headers, decoded; whatever is wrong in one of them, the others count."""
    return Headers(
        message.line,
        _people(message, b"from") or _people(message, b"sender"),
        (*_people(message, b"to"), *_people(message, b"cc")),
        _people(message, b"bcc"),
        _date(_text(message, b"date")),
        one_line(decoded(_text(message, b"subject")[:_LONGEST_WORDS])),
        _identity(_text(message, b"message-id")),
        _identity(_text(message, b"in-reply-to")),
    )


def _text(message: RawMessage, name: bytes) -> str:
    """A header unfolded; of one that is written several times the first."""
    written = message.headers.get(name)
    return _letters(written[0]) if written else ""


def _letters(content: bytes) -> str:
    """Eight-bit letters in a header are not allowed, but there are."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return re.sub(r"\r?\n[ \t]*", " ", text).strip()


def decoded(text: str) -> str:
    """`=?utf-8?q?caf=C3=A9?=` in letters; what is damaged stays readable as far as it can."""
    if "=?" not in text:
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(part if isinstance(part, str) else _in_charset(part, charset) for part, charset in parts) or text


def _in_charset(content: bytes, charset: str | None) -> str:
    try:
        return content.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return _letters(content)


def _people(message: RawMessage, name: bytes) -> tuple[tuple[str, str], ...]:
    """Names and addresses. They are told apart before they are decoded: a decoded name may hold a comma."""
    text = ", ".join(_letters(content) for content in message.headers.get(name, ()))
    return _addresses(text) if len(text) < _SHORT else _addresses.__wrapped__(text)


@lru_cache(10_000)  # the same few people write again and again
def _addresses(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((decoded(name[:_LONGEST_WORDS]), address) for name, address in people(text) if name or address)


def _date(text: str) -> str:
    """The sender's own day and time of day, as `2026-11-20T09:30`; empty where it is none."""
    try:
        read = parsedate_tz(text[:200])
        return datetime(*read[:5]).isoformat(timespec="minutes") if read else ""  # noqa: DTZ001  # the hour as written
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def day_of_separator(separator: bytes) -> str:
    """The day on which a mailbox took a message in."""
    found = re.search(
        rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +([A-Z][a-z]{2} +\d{1,2}|\d{1,2} [A-Z][a-z]{2}).*?\b(\d{4})\b\s*$",
        separator,
    )
    if found is None:
        return ""
    day, month = sorted(found[1].decode().split(), key=str.isalpha)
    return _date(f"{day} {month} {found[2].decode()} 00:00:00")[:10]


def _identity(text: str) -> str:
    found = re.search(r"<([^<>]{1,500})>", text[:2_000])
    return one_line(found[1] if found else text.partition(" ")[0], 500).replace(" ", "")


def by_machine(message: RawMessage, headers: Headers) -> bool:
    """Whether a list or a program sent it."""
    written = message.headers
    automatic = _text(message, b"auto-submitted").strip().lower()
    return (
        any(name in written for name in _LISTS)
        or any(_BULK.match(said) for said in written.get(b"precedence", ()))
        or automatic not in ("", "no")
        or any(_MACHINES.fullmatch(address.partition("@")[0][:200]) for _, address in headers.sender)
    )


def thrown_away(message: RawMessage) -> bool:
    """Whether the mail program has it in its bin, among spam or drafts."""
    labels = (label.strip().strip('"').casefold() for label in _labels(message))
    status = _text(message, b"x-mozilla-status")[:4]
    deleted = re.fullmatch(r"[0-9a-fA-F]{4}", status) is not None and bool(int(status, 16) & _DELETED)
    return deleted or any(label in _NOT_MEANT for label in labels)


def _labels(message: RawMessage) -> Iterator[str]:
    for written in message.headers.get(b"x-gmail-labels", ()):
        yield from decoded(_letters(written)[:_LONGEST_WORDS]).split(",")
