"""The lines of a card as properties: name, group, parameters, and the value as text."""

import binascii
import codecs
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from netfiles.exchange.vcards.vcard_lines import Line

_MOST_HEAD = 4_000
_NAME = re.compile(r"[A-Za-z0-9_/-]{1,100}")
_ENCODINGS = frozenset(("QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT", "Q"))
_VALUE_KINDS = frozenset(("URL", "URI", "INLINE", "CONTENT-ID", "CID", "BINARY"))
_TEXT_CODEC = re.compile(
    r"(?:utf|iso|latin|windows|cp|koi|shift|sjis|s_jis|euc|gb|big5|mac|us|ascii|ks|hz|tis|ibm)[\w.:() -]*",
    re.IGNORECASE,
)
_PART = re.compile(r'(?:"[^"]*"|[^";])+')
_ITEM = re.compile(r'(?:"[^"]*"|[^",])+')
_CARETS = {"^n": "\n", "^N": "\n", "^'": '"', "^^": "^"}
_CARET = re.compile(r"\^[nN'^]")
WINDOWS = "cp1252"


class Property(NamedTuple):
    """One line of a card. The parameters bear their names in capitals; a word without a name is a `TYPE`."""

    line: int
    group: str
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str
    cut: bool = False

    def parameter(self, name: str) -> str:
        """The first value of a parameter, empty where there is none."""
        return self.parameters.get(name, ("",))[0]

    @property
    def types(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in self.parameters.get("TYPE", ()))

    @property
    def is_base64(self) -> bool:
        return self.parameter("ENCODING").upper() in ("B", "BASE64")


class Properties(NamedTuple):
    """What a card says; the lines that say nothing; those whose letters had to be guessed."""

    said: tuple[Property, ...]
    unreadable: tuple[tuple[int, str], ...]
    guessed: tuple[int, ...]


class _Head(NamedTuple):
    group: str
    name: str
    parameters: Mapping[str, tuple[str, ...]]


def properties(lines: Iterable[Line]) -> Properties:
    """The properties of a card; a charset that one line names is tried for others that are no UTF-8."""
    said: list[Property] = []
    unreadable: list[tuple[int, str]] = []
    guessed: list[int] = []
    heads = [(line, at := _colon(line.raw), _head(line.raw[:at]) if 0 < at <= _MOST_HEAD else None) for line in lines]
    named = (codec for _, _, head in heads if head and (codec := _codec(head.parameters)))
    other = next((codec for codec in named if codec != "utf-8"), None)
    for line, at, head in heads:
        if head is None:
            text, _ = _decoded(line.raw, None, other)
            unreadable.append((line.number, text))
            continue
        value, sure = _value(line.raw[at + 1 :], head, other)
        if not sure:
            guessed.append(line.number)
        said.append(Property(line.number, *head, value, line.cut))
    return Properties(tuple(said), tuple(unreadable), tuple(guessed))


def _colon(raw: bytes) -> int:
    """Where the value begins: at the first colon that stands within no quotes; at the first where these do not end."""
    at = raw.find(b":")
    if at < 0 or b'"' not in raw[:at]:
        return at
    quoted = False
    for n, sign in enumerate(raw[:_MOST_HEAD]):
        if sign == 0x22:
            quoted = not quoted
        elif sign == 0x3A and not quoted:
            return n
    return at


@lru_cache(2_000)
def _head(raw: bytes) -> _Head | None:
    """What stands before the value; None where that is no name of a property."""
    text = raw.decode("utf-8", "replace").strip().removeprefix("\ufeff")
    parts = _PART.findall(text)
    if not parts:
        return None
    group, _, name = parts[0].strip().rpartition(".")
    if not _NAME.fullmatch(name):
        return None
    return _Head(group.lower(), name.upper(), _parameters(parts[1:]))


def _parameters(parts: list[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        name, sign, written = (piece.strip() for piece in part.partition("="))
        if not sign:
            name, written = _named(name), name
        values = tuple(_plain(value) for item in _ITEM.findall(written) for value in _apart(name.upper(), item))
        found[name.upper()] = found.get(name.upper(), ()) + tuple(value for value in values if value)
    return {name: values for name, values in found.items() if values}


def _named(word: str) -> str:
    """What a bare word of vCard 2.1 is the value of."""
    if word.upper() in _ENCODINGS:
        return "ENCODING"
    return "VALUE" if word.upper() in _VALUE_KINDS else "TYPE"


def _apart(name: str, item: str) -> list[str]:
    """The words of `TYPE="work,voice"`, which is meant as a list."""
    return item.strip('" ').split(",") if name == "TYPE" else [item]


def _plain(value: str) -> str:
    return _CARET.sub(lambda found: _CARETS[found[0]], value.strip().strip('"'))


def _codec(parameters: Mapping[str, tuple[str, ...]]) -> str | None:
    """Python's name of the charset, None where it is none or not known."""
    named = parameters.get("CHARSET")
    if not named:
        return None
    if named[0].upper() == "ANSI":
        return WINDOWS
    if not _TEXT_CODEC.fullmatch(named[0]):
        return None
    try:
        return codecs.lookup(named[0]).name
    except (LookupError, ValueError):
        return None


def _value(raw: bytes, head: _Head, other: str | None) -> tuple[str, bool]:
    """The value as text, and whether its letters are certain."""
    encoding = head.parameters.get("ENCODING", ("",))[0].upper()
    if encoding in ("B", "BASE64"):
        return raw.decode("ascii", "replace").strip(), True
    if encoding in ("QUOTED-PRINTABLE", "Q"):
        raw = binascii.a2b_qp(raw)
    return _decoded(raw, _codec(head.parameters), other)


def _decoded(raw: bytes, codec: str | None, other: str | None) -> tuple[str, bool]:
    """The text, and whether it is certain."""
    if codec is None and raw.isascii():
        return raw.decode("ascii"), True
    for name in filter(None, (codec, "utf-8", other)):
        try:
            return raw.decode(name), True
        except (UnicodeError, ValueError):
            continue
    return _damaged_utf8(raw) or raw.decode(WINDOWS, "replace"), False


def _damaged_utf8(raw: bytes) -> str | None:
    """UTF-8 of which a letter was cut apart; None where most of the letters beyond ASCII would be such."""
    text = raw.decode("utf-8", "replace")
    damaged, beyond = text.count("\ufffd"), sum(not sign.isascii() for sign in text)
    return text if damaged * 4 <= beyond else None


def text_of_base64(value: str) -> str | None:
    """A text that was written as base64; None where it is something else."""
    try:
        text = binascii.a2b_base64(value).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return text if all(sign.isprintable() or sign in "\r\n\t" for sign in text) else None
