"""What came of one line."""

from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from netfiles.capture.mentions import Named
from netfiles.capture.signs import Ask, Promise
from netfiles.model.fields import Activity, Channel, Direction, Gift


class NotUnderstood(NamedTuple):
    """Why a line is not understood: where (the column, counted from 1), what, and what to write instead."""

    column: int
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Understood:
    """One line as an entry of the journal. `noun` is what the file's name calls it.

    `guesses` are sentences on what was not written and yet taken; `notes` on what else the owner should know.
    """

    day: date
    noun: str
    at: time | None = None
    people: tuple[Named, ...] = ()
    channel: Channel | None = None
    direction: Direction | None = None
    minutes: int | None = None
    activity: Activity | None = None
    purpose: str | None = None
    ask: Ask | None = None
    got: tuple[Gift, ...] = ()
    gave: tuple[Gift, ...] = ()
    introduced: tuple[Named, ...] = ()
    thanked: bool = False
    told: tuple[str | Named, ...] = ()
    tags: tuple[str, ...] = ()
    leads: tuple[Named, ...] = ()
    companies: tuple[Named, ...] = ()
    next: Promise | None = None
    more: tuple[Promise, ...] = ()
    """Further steps: tasks at the end of the text."""
    they_owe: Promise | None = None
    body: str = ""
    planned: bool = False
    dated: bool = True
    """Whether the line names its day."""
    guesses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unfiled(self) -> tuple[str, ...]:
        """Names of people that are not on file."""
        return tuple(one.text for one in (*self.people, *self.introduced) if one.listed is None)

    @property
    def sure(self) -> bool:
        """Whether everything in it was written, and everybody is on file."""
        return not self.guesses and not self.unfiled
