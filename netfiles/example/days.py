"""Days of a working life: few of them fall on a weekend."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from netfiles.example.chance import happens

HISTORY = 545  # days that the journal reaches back
OFTEN = 0.75  # so much of what would fall on a weekend happened on the Friday before

Gap = tuple[int, int]


def ago(today: date, days: int) -> date:
    """The day so many days before today."""
    return today - timedelta(days=days)


def after(day: date, days: int) -> date:
    """The day so many days later."""
    return day + timedelta(days=days)


def workday(rng: Random, day: date) -> date:
    """The day itself, or mostly the Friday before where it is on a weekend."""
    late = max(0, day.weekday() - 4)
    return ago(day, late) if late and happens(rng, OFTEN) else day


def in_turn(rng: Random, days: Iterable[tuple[date, bool]]) -> list[date]:
    """Working days in the same order, none of them shared unless it is marked as possible."""
    placed: list[date] = []
    for day, same in days:
        wanted = workday(rng, day)
        if not placed:
            placed.append(wanted)
            continue
        earliest = placed[-1] if same else after(placed[-1], 1)
        placed.append(wanted if wanted >= earliest else max(day, earliest))
    return placed
