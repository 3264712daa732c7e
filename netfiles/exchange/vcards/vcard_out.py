"""People as vCards, 4.0 or 3.0, for an address book or a phone."""

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Literal, TypeAlias
from uuid import UUID, uuid5

from netfiles.exchange.incoming import Picture
from netfiles.model import PartialDate, Person
from netfiles.model.fields import email_address

Version: TypeAlias = Literal["3.0", "4.0"]
PRODUCT = "-//netfiles//netfiles//EN"
"""Says in a card what made it."""

_LONGEST = 75
"""Octets of a line, by RFC 6350 and 2426."""
_OURS = UUID("6f1d5f0e-52a5-4f0b-9d0a-7f3a1c2b4e60")
"""The name space of the identities of people who have no `uid`."""
_MOST_SHORT = 2

_ESCAPES = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0xFEFF)) | {
    ord("\t"): "\t",
    ord("\n"): "\\n",
    0x85: "\\n",
    0x2028: "\\n",
    0x2029: "\\n",
    ord("\\"): "\\\\",
    ord(","): "\\,",
    ord(";"): "\\;",
}
_OF_ADDRESS = _ESCAPES | {ord(","): ",", ord(";"): ";"}
_MEDIA_TYPES = {".jpg": "jpeg", ".png": "png", ".webp": "webp", ".gif": "gif"}


def vcard(
    person: Person, employer: str | None, photo: Picture | None = None, version: Version = "4.0", notes: str = ""
) -> str:
    """One card. `employer` is what the company is called; `notes` go in only where they are handed over."""
    lines = [f"PRODID:{PRODUCT}", f"UID{_uid(person, version)}", *_named(person, employer), *_reached(person, version)]
    lines += _placed(person)
    lines += [f"URL:{_address(link)}" for link in person.links]
    if person.birthday:
        lines.append(f"BDAY{_birthday(person.birthday, version)}")
    if person.tags:
        lines.append(f"CATEGORIES:{_texts(person.tags)}")
    if notes:
        lines.append(f"NOTE:{_text(notes)}")
    if photo:
        lines.append(f"PHOTO{_photo(photo, version)}")
    return _card(version, lines)


def short_vcard(person: Person, employer: str | None) -> str:
    """A card small enough for a QR code: name, position, and the first phones and addresses."""
    lines = [line for line in _named(person, employer) if not line.startswith("NICKNAME")]
    phones = [f"TEL:{_text(phone)}" for phone in person.phones[:_MOST_SHORT]]
    emails = [f"EMAIL:{_text(email_address(email))}" for email in person.emails[:_MOST_SHORT]]
    return _card("3.0", [*lines, *phones, *emails])


def _card(version: Version, lines: list[str]) -> str:
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in whole)


def _named(person: Person, employer: str | None) -> Iterator[str]:
    yield f"FN:{_text(person.called)}"
    family, given = family_and_given(person.called)
    yield f"N:{_text(family)};{_text(given)};;;"
    if person.aliases:
        yield f"NICKNAME:{_texts(person.aliases)}"
    if employer:
        yield f"ORG:{_text(employer)}"
    if person.title:
        yield f"TITLE:{_text(person.title)}"


_UNUSUAL = re.compile(r"[\d,()\"/&@]|\b(?:jr|sr|ii|iii|iv|phd|md|mba|esq|dr|prof|mr|mrs|ms|herr|frau)\b", re.IGNORECASE)
_FIRST_OF_FAR_EAST = "\u2e80"


def family_and_given(name: str) -> tuple[str, str]:
    """A name in two parts that read as it is written; all of it is the given name where that is not certain."""
    words = name.split()
    unusual = _UNUSUAL.search(name) or any(sign >= _FIRST_OF_FAR_EAST for sign in name)
    if unusual or not 2 <= len(words) <= 5:
        return "", name
    at = next((n for n, word in enumerate(words[1:-1], 1) if word.islower()), len(words) - 1)
    return " ".join(words[at:]), " ".join(words[:at])


def _reached(person: Person, version: Version) -> Iterator[str]:
    for name, texts in (("TEL", person.phones), ("EMAIL", tuple(map(email_address, person.emails)))):
        first = ";PREF=1" if version == "4.0" else ";TYPE=pref"
        for n, text in enumerate(texts):
            yield f"{name}{first if n == 0 and len(texts) > 1 else ''}:{_text(text)}"


def _placed(person: Person) -> Iterator[str]:
    """The place as a town that stands alone, addresses as one line: they are not taken apart."""
    if person.location:
        yield f"ADR:;;;{_text(person.location)};;;"
    yield from (f"ADR:;;{_text(address)};;;;" for address in person.addresses)


def _uid(person: Person, version: Version) -> str:
    uid = person.uid or str(uuid5(_OURS, person.path))
    if version == "3.0":
        return f":{_text(uid)}"
    if re.fullmatch(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", uid):
        return f":urn:uuid:{uid}"
    return f";VALUE=text:{_text(uid)}"


def _birthday(born: PartialDate, version: Version) -> str:
    if born.month is None or born.day is None:
        return f":{born.year:04d}" if version == "4.0" else f";VALUE=text:{born.year:04d}"
    if version == "4.0":
        return f":{'--' if born.year is None else f'{born.year:04d}'}{born.month:02d}{born.day:02d}"
    if born.year is None:
        return f";X-APPLE-OMIT-YEAR=1604:1604-{born.month:02d}-{born.day:02d}"
    return f":{born}"


def _photo(photo: Picture, version: Version) -> str:
    kind, written = _MEDIA_TYPES[photo.suffix], b64encode(photo.content).decode("ascii")
    if version == "4.0":
        return f":data:image/{kind};base64,{written}"
    return f";ENCODING=b;TYPE={kind.upper()}:{written}"


def _texts(texts: tuple[str, ...]) -> str:
    return ",".join(map(_text, texts))


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES)


def _address(link: str) -> str:
    """A web address, in which commas and semicolons stand as they are."""
    return re.sub(r"[\r\n]+", " ", link).translate(_OF_ADDRESS)


def _folded(line: str) -> str:
    """A line as several of no more than 75 octets, no letter cut apart."""
    written = line.encode("utf-8", "replace")
    if len(written) <= _LONGEST:
        return written.decode()
    pieces, start, room = [], 0, _LONGEST
    while start < len(written):
        end = min(start + room, len(written))
        while end < len(written) and written[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(written[start:end])
        start, room = end, _LONGEST - 1
    return b"\r\n ".join(pieces).decode()
