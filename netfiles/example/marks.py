"""Which entries bear the rarer fields: every so many of those that may, the first of them for certain."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from netfiles.example.plan import Entry

Marks = Mapping[str, frozenset[int]]


def _sent(entry: Entry) -> bool:
    return entry.channel in ("email", "meeting", "video") and not entry.case


def _shared(entry: Entry) -> bool:
    return bool(entry.who) and not entry.case and not entry.step.promise


# mark: (one of how many, among which)
MARKS: dict[str, tuple[int, Callable[[Entry], bool]]] = {
    "titled": (9, lambda entry: entry.channel == "coffee" and not entry.case),
    "sourced": (16, _sent),
    "private": (61, lambda entry: not entry.case),
    "tagged": (11, lambda _: True),
    "undated": (31, lambda _: True),
    "timed": (7, lambda _: True),
    "loose end": (40, _shared),
}


def marks(entries: Sequence[Entry], today: date) -> Marks:
    """By mark, the numbers of the entries that bear it."""
    past = [number for number, entry in enumerate(entries) if entry.day <= today]
    return {
        name: frozenset([number for number in past if among(entries[number])][::every])
        for name, (every, among) in MARKS.items()
    }
