"""A note on a person, in other people's words, as a person of ours."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netfiles.exchange.incoming import IncomingPerson, Left
from netfiles.exchange.notes.note_values import one_line, plain, values
from netfiles.exchange.notes.note_words import CONTAINERS, KINDS, PEOPLE, PERSON, word
from netfiles.problems import printable
from netfiles.records.fits import fits
from netfiles.records.validate import list_fields
from netfiles.text.foreign import Note, Said

_PARTS = ("first", "middle", "last", "region", "met", "notes", "last_contact", "me")
"""What is said of a person that is no field by itself."""
_NAME_LENGTH = 500


class Found(NamedTuple):
    """A person, what of the note is doubted, and when they were last spoken to (`2026-03-04`), where it says so."""

    person: IncomingPerson
    left: tuple[Left, ...]
    last_contact: str
    me: bool
    """Whether it is the owner."""


class _Gathered:
    """What is gathered from one note; each value in the order in which it stands there."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.stem = plain(path.rpartition("/")[2].removesuffix(".md")).lstrip("@ ")
        self.values: dict[str, list[str]] = {}
        self.parts: dict[str, list[str]] = {}
        self.kept: list[tuple[str, str]] = []
        self.left: list[Left] = []

    @property
    def slug(self) -> str:
        """The name that the file's stands for: Jane Doe, for jane-doe; else empty."""
        return " ".join(map(str.capitalize, re.split(r"[-_]", self.stem))) if _SLUG.fullmatch(self.stem) else ""

    def keep(self, said: Said, text: str) -> None:
        if text := one_line(text):
            self.kept.append((" ".join(map(one_line, said.keys)), text))

    def doubt(self, said: Said, text: str, what: str) -> None:
        """Keep a text that is not what it should be, and say so."""
        self.keep(said, text)
        shown = printable(text)
        shown = shown if len(shown) <= 80 else f"{shown[:80]}…"
        message = f"{printable(self.path)}: `{one_line(said.keys[-1])}` says “{shown}”, which is no {what}"
        self.left.append(Left(said.line, message, "It is kept beside the fields as it is."))


_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")


def person_of(path: str, note: Note) -> Found:
    """The person a note is about; what has no field, or does not fit into one, is kept."""
    gathered = _Gathered(path)
    for said in _whole(note.said):
        _take(gathered, said)
    _join(gathered)
    name = _name(gathered, note)
    fields = {field: tuple(dict.fromkeys(found)) for field, found in gathered.values.items()}
    uid = fields.pop("uid", ("",))[0]
    fields.pop("name", None)
    if aliases := fields.pop("aliases", ()):
        fields["aliases"] = tuple(alias for alias in aliases if alias.casefold() != name.casefold())
    notes = "\n\n".join((*gathered.parts.get("notes", ()), *filter(None, [note.body.strip()])))
    known = {field: found for field, found in fields.items() if found}
    person = IncomingPerson(name, known, notes, tuple(gathered.kept), uid)
    last_contact = max(gathered.parts.get("last_contact", ()), default="")
    me = bool({"true", "yes"} & {value.casefold() for value in gathered.parts.get("me", ())})
    return Found(person, tuple(gathered.left), last_contact, me)


def _whole(said: Iterable[Said]) -> Iterator[Said]:
    """The same with each address that is parted into street and town as one text."""
    held: list[Said] = []
    for one in said:
        parted = len(one.keys) > 1 and PERSON.get(word(one.keys[0])) in ("addresses", "location")
        if held and (not parted or one.keys[0] != held[0].keys[0] or one.keys in [other.keys for other in held]):
            yield _one_address(held)
            held = []
        if parted:
            held.append(one)
        else:
            yield one
    if held:
        yield _one_address(held)


def _one_address(held: list[Said]) -> Said:
    return Said(held[0].keys[:1], (", ".join(text for one in held for text in one.texts),), held[0].line)


def _take(gathered: _Gathered, said: Said) -> None:
    field = _field(said)
    if word(said.keys[0]) in KINDS:
        for text in said.texts:
            if word(plain(text)) not in PEOPLE:
                gathered.keep(said, plain(text))
    elif field is None:
        for text in said.texts:
            gathered.keep(said, text)
    elif field == "notes":
        gathered.parts.setdefault(field, []).extend(text.strip() for text in said.texts)
    else:
        for value, text in values(field, "_".join(map(word, said.keys)), said.texts):
            _put(gathered, said, field, value, text)


def _field(said: Said) -> str | None:
    """The field that a key means; of one that is nested, the outermost that means any: `phone: {work: …}`."""
    *outer, last = map(word, said.keys)
    return PERSON.get(next((key for key in outer if key not in CONTAINERS), last))


def _put(gathered: _Gathered, said: Said, field: str, value: str, text: str) -> None:
    if field == "title" and value.casefold() in (gathered.stem.casefold(), gathered.slug.casefold()):
        field = "name"
    found = gathered.values.setdefault(field, []) if field not in _PARTS else gathered.parts.setdefault(field, [])
    if field == "private":
        found[:] = [value]
    elif field == "last_contact" and not fits("person", "met_on", value):
        gathered.doubt(said, text, "day")
    elif field in _PARTS:
        found.append(value)
    elif len(said.keys) > 1 and field in _SIGNS and not set(_SIGNS[field]) & set(value):
        gathered.keep(said, text)  # the label beside an address
    elif not fits("person", field, value):
        _misfit(gathered, said, field, value, text)
    elif not found or list_fields("person")[field]:
        found.append(value)
    elif value not in found:
        gathered.keep(said, value)


_SIGNS = {"emails": "@", "links": ".", "phones": "0123456789"}
"""What is in each value of a field, and not in a label beside it."""

_WHAT = {"emails": "e-mail address", "keep_in_touch": "duration", "status": "status of ours"}


def _misfit(gathered: _Gathered, said: Said, field: str, value: str, text: str) -> None:
    """What a field does not take; a follow-up or a meeting may be told in words instead of a day."""
    in_words = {"next_on": "next", "met_on": "met_at"}.get(field)
    speaks = not re.search(r"^\d|\d{4}", value) and value.casefold() not in ("true", "false", "yes", "no")
    if value and in_words and speaks and not gathered.values.get(in_words):
        gathered.values[in_words] = [value]
    elif field == "status":
        gathered.keep(said, text)
    else:
        gathered.doubt(said, text, _WHAT.get(field, "day"))


def _join(gathered: _Gathered) -> None:
    """What is said in parts, and what follows of it."""
    fields = gathered.values
    for value in gathered.parts.get("met", ()):
        field = "met_on" if fits("person", "met_on", value) else "met_at"
        if fields.get(field):
            gathered.kept.append(("met", value))
        else:
            fields[field] = [value]
    if regions := gathered.parts.get("region"):
        fields["location"] = [", ".join(dict.fromkeys((*fields.get("location", ()), *regions)))]
    if fields.get("next_on") and not fields.get("next"):
        fields["next"] = ["follow up"]


_HEADING = re.compile(r"\A\s*#[ \t]+(.+)")


def _name(gathered: _Gathered, note: Note) -> str:
    """The name: a field, or its parts; else the file's name, or for jane-doe the heading at the top."""
    heading = _HEADING.match(note.body)
    parts = " ".join(part for field in ("first", "middle", "last") for part in gathered.parts.get(field, ())[:1])
    of_slug = [plain(heading[1].rstrip(" \t#")) if heading else "", gathered.slug] if gathered.slug else []
    named = [*gathered.values.get("name", ()), parts, *of_slug, gathered.stem]
    found = next((name for name in named if any(map(str.isalnum, name))), "Unnamed")
    if len(found) > _NAME_LENGTH:
        gathered.kept.append(("name", found))
        found = found[:_NAME_LENGTH].rstrip()
    return found
