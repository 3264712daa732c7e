"""What others read in a card: vobject, and a simple check of its lines."""

import quopri
import re
from collections.abc import Iterable, Iterator
from typing import Any

import vobject

Said = dict[str, list[str]]
FIELDS = ("name", "emails", "phones", "links", "addresses", "company", "title", "birthday")
_CARD = re.compile(rb"^BEGIN:VCARD.*?(?:^END:VCARD|\Z)", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(rb"CHARSET=(windows-125\d|iso-8859-\d+)", re.IGNORECASE)


def as_utf8(content: bytes) -> bytes:
    """A file, made UTF-8 where it is UTF-16."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16").encode()
    return content.removeprefix(b"\xef\xbb\xbf")


def chunks(content: bytes) -> list[bytes]:
    """The cards of a file that has none within others."""
    return _CARD.findall(as_utf8(content))


def decoded(raw: bytes, card: bytes) -> str:
    """UTF-8, else the one charset that the card names, else Windows-1252."""
    named = _CHARSET.search(card)
    try:
        return raw.decode(errors="replace" if b"UTF-8:" in card or b"UTF-8;" in card else "strict")
    except UnicodeDecodeError:
        return raw.decode(named[1].decode() if named else "cp1252", "replace")


def joined(raw: bytes) -> Iterator[bytes]:
    """The lines of a card without folds and soft breaks; a property ends a soft break that goes on to nothing."""
    open_line = b""
    for line in re.sub(rb"\r?\n[ \t]", b"", raw).splitlines():
        if open_line and (not line or not re.match(rb"[A-Z-]+[;:]", line)):
            open_line = open_line[:-1] + line if line else open_line
        else:
            yield open_line
            open_line = line
        if not (b"QUOTED-PRINTABLE" in open_line.upper() and open_line.endswith(b"=")):
            yield open_line
            open_line = b""
    yield open_line


def by_lines(raw: bytes) -> Said:
    """What the lines of a card say, by their names."""
    found: Said = {}
    for line in joined(raw):
        head = re.match(rb'[^":]*(?:"[^"]*"[^":]*)*:', line)
        if head is None:
            continue
        value = line[head.end() :]
        if b"QUOTED-PRINTABLE" in head[0].upper():
            value = quopri.decodestring(value)
        text = decoded(value, head[0] if b"CHARSET=" in head[0].upper() else raw)
        found.setdefault(re.split(rb"[;:]", head[0])[0].split(b".")[-1].decode().upper(), []).append(text)
    return found


def plain(text: str) -> str:
    """A value on one line, its escapes undone."""
    text = re.sub(r"\\([,;:\\])", r"\1", re.sub(r"\\[nN]", " ", text))
    return " ".join(re.sub(r"[\x00-\x1f]", " ", text).split())


def lines_say(raw: bytes) -> Said:
    found = by_lines(raw)
    org = [re.split(r"(?<!\\);", text)[0] for text in found.get("ORG", [])]
    return {
        "name": [plain(text) for text in found.get("FN", [])],
        "emails": [plain(text) for text in found.get("EMAIL", [])],
        "phones": [plain(text) for text in found.get("TEL", [])],
        "links": [plain(text) for text in found.get("URL", [])],
        "addresses": [plain(text) for text in found.get("ADR", [])],
        "company": [plain(text) for text in org],
        "title": [plain(text) for text in found.get("TITLE", []) or found.get("ROLE", [])],
        "birthday": [plain(text) for text in found.get("BDAY", [])],
    }


def vobject_says(raw: bytes) -> Said | None:
    """What vobject reads in a card, None where it cannot read it."""
    try:
        card = vobject.readOne(decoded(raw, raw), allowQP=True)
    except Exception:
        return None
    contents = card.contents
    return {
        "name": _texts(contents.get("fn", ())),
        "emails": _texts(contents.get("email", ())),
        "phones": _texts(contents.get("tel", ())),
        "links": _texts(contents.get("url", ())),
        "addresses": [" ; ".join(_texts([one])) for one in contents.get("adr", ())],
        "company": [_texts([one])[0] for one in contents.get("org", ())],
        "title": _texts(contents.get("title", contents.get("role", ()))),
        "birthday": _texts(contents.get("bday", ())),
    }


def _texts(found: Iterable[Any]) -> list[str]:
    return [plain(text) for one in found for text in _flat(one.value)]


def _flat(value: Any) -> Iterator[str]:
    """The texts in a value of vobject: a text, a list, or an address."""
    if isinstance(value, str):
        yield value
    else:
        for part in value if isinstance(value, list) else vars(value).values():
            yield from _flat(part)
