"""What is decided about a vault before any file is written: light, frozen, small enough for 10,000 people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netfiles.example.arcs import Step
from netfiles.example.cast import Cast
from netfiles.example.words.places import Town
from netfiles.example.words.trades import Trade


@dataclass(frozen=True, slots=True)
class Firm:
    name: str
    trade: Trade
    town: Town
    site: str  # its domain
    target: str  # "" without a file of its own


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    stem: str
    call: str  # as one speaks of them
    mail: str  # name in plain letters
    aliases: tuple[str, ...]
    title: str
    firm: int | None
    trade: Trade  # what they talk about
    past: tuple[tuple[int, int, int], ...]  # firm, first year, last year
    town: Town
    phone: str


@dataclass(frozen=True, slots=True)
class Entry:
    day: date
    who: tuple[int, ...]  # empty: an activity
    step: Step
    channel: str
    theme: int = 0  # number of the first entry of the same conversation
    case: str = ""  # the rule that it is meant to wake
    closes: int | None = None  # number of the entry that it thanks for or reports on
    activity: str = ""
    titled: str = ""  # an activity's title


@dataclass(frozen=True, slots=True)
class Lead:
    stage: str
    title: str = ""
    stem: str = ""
    firm: int = 0
    heard_on: date | None = None
    posted_on: date | None = None
    applied_on: date | None = None
    interviews: tuple[date, ...] = ()
    offer_on: date | None = None
    closed_on: date | None = None
    tip: int | None = None  # number of the entry in which I heard of it
    talk: int | None = None  # number of its interview's entry


@dataclass(frozen=True, slots=True)
class Touch:
    """What the journal says about one person, up to today but for `planned`."""

    days: tuple[date, ...] = ()
    closing: tuple[date, ...] = ()  # talks, thanks and updates: days that close what is owed
    met: date | None = None  # the first day, where it was a talk
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Introductions:
    given: Mapping[int, tuple[int, ...]]  # by entry number: people on file
    only_names: Mapping[int, tuple[str, ...]]  # by entry number: people not on file
    by: Mapping[int, int]  # by person: who made the introduction


@dataclass(frozen=True, slots=True)
class News:
    stem: str
    day: date
    supersedes: str = ""
    audience: str = ""
    until: date | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """Everything decided; the files only spell it out."""

    seed: int
    today: date
    parts: Cast
    firms: tuple[Firm, ...]
    people: tuple[Person, ...]
    entries: tuple[Entry, ...]
    stems: tuple[str, ...]  # of the entries, by number
    known: tuple[Touch, ...]  # by person
    introductions: Introductions
    news: tuple[News, ...]  # the oldest first
    leads: tuple[Lead, ...]
