"""What a place asks of those who keep a work-search log: how many efforts a week, and what counts as one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

EffortSort = Literal["application", "interview", "contact", "event", "search", "research", "resume", "study"]
Column = Literal["employer", "address", "phone", "person", "method", "position"]
WeekBegins = Literal["monday", "sunday"]

COLUMNS: tuple[Column, ...] = ("employer", "address", "phone", "person", "method", "position")


@dataclass(frozen=True, slots=True)
class WorkRules:
    """The rules of one place, or the owner's own where `place` is empty.

    Asked for each week are `efforts` in all, `employers` different employers contacted, and `applications`. With
    `once` the same effort with the same employer counts once a week. `columns` are those a line should fill.
    `checked` is the day the `source` was read.
    """

    place: str = ""
    efforts: int = 0
    employers: int = 0
    applications: int = 0
    once: bool = True
    week_begins: WeekBegins = "monday"
    counts: tuple[EffortSort, ...] = ("application", "interview", "contact", "event")
    columns: tuple[Column, ...] = COLUMNS
    source: str = ""
    checked: date | None = None
