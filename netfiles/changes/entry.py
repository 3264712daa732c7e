"""A new file of the journal: what it is called, where it lies, what stands in it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netfiles.model.fields import WRITTEN, Channel, Direction
from netfiles.model.options import Folders
from netfiles.records.plan import Created
from netfiles.text.stems import stem_of, unused
from netfiles.text.written import Fields, written

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


def called(channel: Channel, names: Sequence[str], way: Direction | None = None) -> str:
    """`Coffee with Nia Okafor`, `Email to Nia Okafor and Bo Lee`, `Message from Nia Okafor and 2 others`."""
    between = _BETWEEN[way or ("out" if channel in WRITTEN else "both")]
    if len(names) > 2:
        return f"{WORDS[channel]} {between} {names[0]} and {len(names) - 1} others"
    return f"{WORDS[channel]} {between} {' and '.join(names)}" if names else WORDS[channel]


class Journal(NamedTuple):
    """Where the entries of a day go; `taken` are the stems there that begin with it, as `alike` gives them."""

    folders: Folders
    day: date
    taken: Collection[str] = ()

    @property
    def folder(self) -> str:
        return f"{self.folders.journal}/{self.day.year}"


def new_entry(at: Journal, name: str, fields: Fields, body: str = "") -> Created:
    """The file of an entry; its day stands before the name and before the fields."""
    stem = unused(stem_of(f"{at.day.isoformat()} {name}"), at.taken)
    return Created(f"{at.folder}/{stem}.md", written({"date": at.day, **fields}, body))
