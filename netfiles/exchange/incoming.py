"""What a file of another program says, as values: people, and talks with them; and what of it is left out.

A reader is a function from a binary file to `Incoming`. It reads nothing else, fetches nothing, and keeps all that it
has no field for. One bad card or line never loses the rest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, NamedTuple, TypeAlias

Values: TypeAlias = Mapping[str, tuple[str, ...]]
"""Fields of the format by their names, each value a text that the field takes; of a field for one value one."""


class Left(NamedTuple):
    """What is left out or doubted: the line it stands on (1 where there are none), what is wrong, what to do.

    `rows` cards, lines or messages are skipped because of it; none where it is only a part of one.
    """

    line: int
    message: str
    advice: str = ""
    rows: int = 0


class Picture(NamedTuple):
    """A picture that its first bytes say to be a JPEG, PNG, WebP or GIF."""

    content: bytes
    suffix: str
    """`.jpg`, `.png`, `.webp`, `.gif`."""


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """Somebody as a source has them.

    `uid` is what the source calls them each time, empty where it has nothing of the kind. `notes` are plain text.
    `kept` is what there is no field for: what it is called, and what it says.
    """

    name: str
    values: Values = field(default_factory=dict)
    notes: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    uid: str = ""
    photo: Picture | None = None
    line: int = 1


class Party(NamedTuple):
    """Who took part in something, as a source calls them; each may be empty, but not all."""

    name: str = ""
    email: str = ""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class IncomingTalk:
    """A talk or message as a source has it: when (`2026-11-20`, `2026-11-20T09:30`), and with whom, without the owner.

    `values` are the other fields of an interaction: channel, direction, minutes, title … `body` is plain text. `rows`
    messages make it up. What `may_change` a later file of the same source may say otherwise.
    """

    at: str
    with_: tuple[Party, ...]
    values: Values = field(default_factory=dict)
    body: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    uid: str = ""
    line: int = 1
    rows: int = 1
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file says. `rows` cards, lines or messages are people, belong to talks, or are left out.

    `source` is what the file comes from, in a word: linkedin, google, outlook, vcard, ics, mail, notes …
    `markdown`: notes and bodies are the owner's own Markdown, not plain text.
    """

    source: str
    people: tuple[IncomingPerson, ...] = ()
    talks: tuple[IncomingTalk, ...] = ()
    left: tuple[Left, ...] = ()
    rows: int = 0
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a reader needs to be told. `me` are the owner's names, addresses and profiles, as written.

    Of what repeats, and of what is dated, only what lies from `since` to `until` counts. `bodies`: whether the text of
    messages is wanted. `columns` says which field a column of a table is, by its name there; `notes` and `name` count
    as fields, and `-` leaves a column out.
    """

    today: date
    since: date
    until: date
    me: frozenset[str] = frozenset()
    bodies: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


Progress: TypeAlias = Callable[[int, int], object]
"""Told how much of how many bytes or rows is done."""

Reader: TypeAlias = Callable[[BinaryIO, str, Wishes, Progress], Incoming]
"""Reads a file; its name may say what it is. Raises CannotRead."""
