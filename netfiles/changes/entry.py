"""A new file of the journal: what it is called, where it lies, what stands in it."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netfiles.model.fields import WRITTEN, Channel, Direction
from netfiles.model.options import Folders
from netfiles.records.plan import Created
from netfiles.text.written import Fields, link, written

WORDS: Mapping[Channel, str] = {
    "call": "Call",
    "video": "Video call",
    "email": "Email",
    "letter": "Letter",
    "message": "Message",
    "coffee": "Coffee",
    "meeting": "Meeting",
    "interview": "Interview",
    "event": "Event",
    "social": "Social message",
    "other": "Contact",
}
"""What an entry of a channel is called in the name of its file."""

_BETWEEN: Mapping[Direction, str] = {"both": "with", "out": "to", "in": "from"}
_MOST_BYTES = 200
"""A name of a file may have 255 bytes on most systems; a number and the ending need some."""


def called(channel: Channel, names: Sequence[str], way: Direction | None = None) -> str:
    """`Coffee with Nia Okafor`, `Email to Nia Okafor and Bo Lee`, `Message from Nia Okafor and 2 others`."""
    between = _BETWEEN[way or ("out" if channel in WRITTEN else "both")]
    if len(names) > 2:
        return f"{WORDS[channel]} {between} {names[0]} and {len(names) - 1} others"
    return f"{WORDS[channel]} {between} {' and '.join(names)}" if names else WORDS[channel]


class Journal(NamedTuple):
    """Where the entries of a day go; `taken` are the names (see `taken_as`) of what lies in their folder already."""

    folders: Folders
    day: date
    taken: Collection[str] = ()

    @property
    def folder(self) -> str:
        return f"{self.folders.journal}/{self.day.year}"


def new_entry(at: Journal, name: str, fields: Fields, body: str = "") -> Created:
    """The file of an entry; its day stands before the name and before the fields."""
    stem = free(f"{at.day.isoformat()} {safe(name)}", at.taken)
    return Created(f"{at.folder}/{stem}.md", written({"date": at.day, **fields}, body))


def safe(name: str) -> str:
    """A name that every system can hold, and that a link can lead to: without the signs that are not allowed."""
    plain = "".join(c for c in unicodedata.normalize("NFC", name) if c.isprintable())
    plain = " ".join(re.sub(r'[\\/:*?"<>|#^\[\]]+', " ", plain).split())
    while len(plain.encode()) > _MOST_BYTES:
        plain = plain[:-1]
    return plain.strip(" .") or "Somebody"


def free(stem: str, taken: Collection[str]) -> str:
    """The stem, or the first of `stem, 2`, `stem, 3` … that is not taken.

    Not ` 2`: a file of that name that reads much like the first counts as a copy that a sync tool left behind.
    """
    names = (stem, *(f"{stem}, {n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if taken_as(name) not in taken)


def taken_as(stem: str) -> str:
    """A stem as file systems compare it that tell neither case nor Unicode forms apart."""
    return unicodedata.normalize("NFC", stem).casefold()


def stem_of(path: str) -> str:
    """The name of a file without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def links(stems: Sequence[str]) -> tuple[str, ...]:
    """Wikilinks to some files."""
    return tuple(map(link, stems))
