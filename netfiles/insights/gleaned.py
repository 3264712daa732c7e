"""The entries that say something of asks, gifts, names, news and promises: gathered month by month, and once."""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import NamedTuple, TypeVar

from netfiles.index.network import Entry
from netfiles.index.relation import Relation

T = TypeVar("T")

Monthly = Mapping[str, tuple[tuple[Entry, ...], T]]
"""What was found out about the entries of each month (`2026-11`), beside these."""


def monthly(months: Relation[Entry], before: Monthly[T], make: Callable[[tuple[Entry, ...]], T]) -> Monthly[T]:
    """What `make` finds out about each month; what is known from `before` holds where the entries are the same."""
    return {
        month: before[month] if month in before and before[month][0] is entries else (entries, make(entries))
        for month, entries in months.items()
    }


class Gleaned(NamedTuple):
    """Entries in order, planned ones too, by what they hold; an entry may stand in several.

    `asks` have `asked`, `ask` or `ask_status`; `promises` have `next`, `they_owe` or tasks, done or not.
    """

    asks: tuple[Entry, ...] = ()
    got: tuple[Entry, ...] = ()
    gave: tuple[Entry, ...] = ()
    introduced: tuple[Entry, ...] = ()
    told: tuple[Entry, ...] = ()
    promises: tuple[Entry, ...] = ()


def glean(entries: tuple[Entry, ...]) -> Gleaned:
    """The entries that hold something."""
    return Gleaned(
        tuple(e for e in entries if e.record.asked or e.record.ask or e.record.ask_status),
        tuple(e for e in entries if e.record.got),
        tuple(e for e in entries if e.record.gave),
        tuple(e for e in entries if e.introduced),
        tuple(e for e in entries if e.record.told),
        tuple(e for e in entries if _promises(e)),
    )


def _promises(entry: Entry) -> bool:
    record = entry.record
    return bool(record.next or record.next_on or record.they_owe or record.they_owe_on or record.origin.tasks)


def whole(gleaned: Monthly[Gleaned]) -> Gleaned:
    """All months as one, in order."""
    months = [found for _, (_, found) in sorted(gleaned.items())]
    return Gleaned(*(tuple(chain.from_iterable(of)) for of in zip(*months, strict=True))) if months else Gleaned()
