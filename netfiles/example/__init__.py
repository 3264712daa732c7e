"""Believable made-up vaults of any size, for trying, tests and benchmarks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from netfiles.example.vault import files


@dataclass(frozen=True)
class Size:
    """How large a vault, and which of the many of that size."""

    people: int = 40
    entries: int = 150
    seed: int = 1


def make(size: Size, today: date) -> Iterator[tuple[str, bytes]]:
    """The files of a made-up vault as (path with forward slashes, content), in a fixed order.

    The same size and day give the same bytes, on every Python and every machine.
    """
    return files(size.seed, size.people, size.entries, today)
