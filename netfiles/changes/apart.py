"""The pairs that the owner said are not the same: a small text file of the vault, a pair to a line."""

import re
from collections.abc import Iterator

from netfiles.records.plan import Created, Edited, Plan, Step
from netfiles.text.edits import Append, Wrap

PATH = "not-the-same.txt"
_HEAD = "# Pairs that are not the same, though they look alike. `netfiles dupes` leaves them out.\n"
_PAIR = re.compile(r"(.+?) \| (.+)")


def pairs(text: str) -> frozenset[frozenset[str]]:
    """The pairs that a text holds, each by its two files, or names without a file."""
    return frozenset(frozenset((match[1].strip(), match[2].strip())) for _, match in _lines(text))


def _lines(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        match = _PAIR.fullmatch(line.strip())
        if match and not line.startswith("#"):
            yield number, match


def kept_apart(text: str | None, checksum: str, first: tuple[str, str], second: tuple[str, str]) -> Plan:
    """The plan that notes a pair: of each its file, or its name without one, and what it is called."""
    title = f"Keep {first[1]} and {second[1]} apart"
    if text is not None and frozenset((first[0], second[0])) in pairs(text):
        return Plan(title)
    line = f"{first[0]} | {second[0]}\n"
    step: Step = Created(PATH, _HEAD + line) if text is None else Edited(PATH, checksum, (Append(line),))
    return Plan(title, (step,), (f"{first[1]} and {second[1]} are not the same; {PATH} says so.",))


def moved(text: str, checksum: str, old: str, new: str) -> tuple[Step, ...]:
    """The step that lets the pairs of a file follow it to its new path."""
    lines = text.split("\n")
    edits = [
        Wrap(number, lines[number - 1].index(match[0]) + match.start(side), old, new)
        for number, match in _lines(text)
        for side in (2, 1)
        if match[side].strip() == old
    ]
    return (Edited(PATH, checksum, tuple(edits)),) if edits else ()
