"""The state of the vault's files at one moment, by their stats alone."""

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netfiles.serve.relevance import Relevance, name_counts

# A file written this shortly before the look may be written again without its time moving on,
# so its stamp is marked and differs from the one that the next look finds.
_YOUNG_NS = 20_000_000

Parts = tuple[str, ...]


class Stamp(NamedTuple):
    """What tells two states of a file apart without reading it."""

    mtime_ns: int
    size: int
    inode: int
    ctime_ns: int
    young: bool


@dataclass(frozen=True)
class Snapshot:
    """Every file that counts, by its path below the vault; `root` tells a replaced vault folder from the old one."""

    root: tuple[int, int] | None = None  # None: the vault is not there
    files: dict[Parts, Stamp] = field(default_factory=dict)


def look(relevance: Relevance) -> Snapshot:
    """The files as they are now, looked at again where one was written this very moment."""
    found = scan(relevance)
    if any(stamp.young for stamp in found.files.values()):
        time.sleep(_YOUNG_NS / 1e9)
        found = scan(relevance)
    return found


def scan(relevance: Relevance) -> Snapshot:
    """Look once at every file that counts; what cannot be listed is left out."""
    root, now = root_of(relevance), time.time_ns()
    if root is None:
        return Snapshot()
    return Snapshot(root, {parts: _stamp(found, now) for parts, found in _files(relevance)})


def root_of(relevance: Relevance) -> tuple[int, int] | None:
    """Which folder the vault is, None if it is not there."""
    try:
        found = relevance.root.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def changed(before: Snapshot, after: Snapshot) -> frozenset[Parts]:
    """The files that came, went, or may hold something else."""
    return frozenset(parts for parts, _ in before.files.items() ^ after.files.items())


def hollow(before: Snapshot, after: Snapshot) -> bool:
    """Whether a file that held something is gone or empty, as it is for a moment while many programs save it."""
    return any(old.size and not ((new := after.files.get(parts)) and new.size) for parts, old in before.files.items())


def _files(relevance: Relevance) -> Iterator[tuple[Parts, os.stat_result]]:
    """Regular files, and symlinks as the links they are: nothing outside the vault is looked at."""
    waiting: list[Parts] = [()]
    while waiting:
        folder = waiting.pop()
        for entry in _entries(relevance, folder):
            parts = (*folder, entry.name)
            if not name_counts(entry.name) or parts in relevance.folders:
                continue
            try:
                found = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISDIR(found.st_mode):
                waiting.append(parts)
            elif stat.S_ISREG(found.st_mode) or stat.S_ISLNK(found.st_mode):
                yield parts, found


def _entries(relevance: Relevance, folder: Parts) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(relevance.root.joinpath(*folder)) as entries:
            return list(entries)
    except OSError:
        return []


def _stamp(found: os.stat_result, now: int) -> Stamp:
    young = abs(now - found.st_mtime_ns) < _YOUNG_NS or abs(now - found.st_ctime_ns) < _YOUNG_NS
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns, young)
