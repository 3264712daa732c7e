"""What is known of a file from reading it."""

from collections.abc import Mapping
from functools import partial
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from netfiles.model import Kind, Record
from netfiles.problems import Problem
from netfiles.vault.stamp import Stamp


class Known(NamedTuple):
    """What came of reading a file in the state of this stamp (None: that has to be asked again) and checksum."""

    stamp: Stamp | None
    checksum: str
    record: Record | None
    problems: tuple[Problem, ...]
    private: bool = False


Readings = Mapping[str, Known]
"""What is known, by path."""


class Packed(NamedTuple):
    """The same to be kept: the records of files that say nothing else and stand as they were seen, and all others."""

    plain: tuple[Record, ...]
    others: Readings


def packed(known: Readings, stamps: Mapping[str, Stamp]) -> Packed:
    """What is known, without what the `stamps` and the records say again."""
    plain = {
        path: one.record
        for path, one in known.items()
        if one.record and not one.problems and one.stamp is not None and one.stamp == stamps.get(path)
    }
    return Packed(tuple(plain.values()), {path: one for path, one in known.items() if path not in plain})


_known = partial(tuple.__new__, Known)  # there are many


def unpacked(kept: Packed, stamps: Mapping[str, Stamp]) -> dict[str, Known]:
    """What is known; the `stamps` are those it was packed with."""
    paths = list(map(attrgetter("origin.path"), kept.plain))
    checksums = map(attrgetter("origin.checksum"), kept.plain)
    rows = zip(map(stamps.__getitem__, paths), checksums, kept.plain, repeat(()), repeat(False), strict=False)
    return {**dict(zip(paths, map(_known, rows), strict=True)), **kept.others}


class Same(NamedTuple):
    """The file holds the text that was known of it."""

    stamp: Stamp | None


class Order(NamedTuple):
    """A file to read; `checksum` is that of the text known of it."""

    kind: Kind
    path: str
    linked: bool
    checksum: str = ""
