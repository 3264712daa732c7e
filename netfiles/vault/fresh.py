"""What is new in a vault that was seen before, found without asking for the state of every file."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from netfiles.model import Kind, Record
from netfiles.model.options import Folders
from netfiles.vault.area import areas, walk
from netfiles.vault.known import Known, Order
from netfiles.vault.listing import Ground, Listing
from netfiles.vault.look import Look
from netfiles.vault.stamp import Stamp, oldest_fresh, unsettled

Named = Literal["person", "company", "lead", "goal", "news"]


NAMED: tuple[Named, ...] = ("person", "company", "lead", "goal", "news")
"""The kinds of files that have names to be found by."""


class Seen(NamedTuple):
    """How a vault was: stamps of the files with names, and of each folder of the journal the time and what it holds."""

    stamps: Mapping[str, Stamp]
    journal: Mapping[str, tuple[int, str]]


def seen(look: Look) -> Seen:
    """What to keep of a look."""
    paths = [path for kind in NAMED for path in look.area(kind).paths]
    journal = look.area("interaction")
    folders = {folder: (_settled(look, folder), _names(listing)) for folder, listing in journal.listings.items()}
    return Seen({path: look.files[path] for path in paths}, folders)


def _settled(look: Look, folder: str) -> int:
    """The time of a folder that has been at rest since it was looked at; else 0, which is that of none."""
    time = _time(look.place, folder)
    return time if time < oldest_fresh(look.moment) else 0


def _time(place: Path, folder: str) -> int:
    try:
        return (place / folder).stat().st_mtime_ns
    except OSError:
        return -1


def _names(listing: Listing) -> str:
    return "\n".join(path.rpartition("/")[2] for path in listing.files)


class News(NamedTuple):
    """The records that are new or have changed, the paths of files that are gone, and all files there are now."""

    records: list[Record]
    gone: list[str]
    now: Mapping[str, Kind]


MANY = 500
"""So many files may have changed before it is quicker to look at everything."""


class Found(NamedTuple):
    """The files with names as they are now: their kinds, their stamps, and when they were looked at."""

    kinds: dict[str, Kind]
    stamps: Mapping[str, Stamp]
    at: int


def found(root: Path, folders: Folders) -> Found:
    """Look at the files with names."""
    ground = Ground(root)
    kinds: dict[str, Kind] = {}
    for area in areas(folders):
        if area.content in NAMED:
            kinds |= dict.fromkeys(walk(ground, area, None).paths, area.content)
    return Found(kinds, ground.files, ground.now)


def changed(root: Path, now: Found, before: Seen) -> News | None:
    """What has changed among the files with names; None where that is too much."""
    kinds, stamps, at = now
    other = [path for path in kinds if stamps[path] != before.stamps.get(path)]
    moved = list(dict.fromkeys((*other, *unsettled(stamps, kinds, at))))
    if len(moved) > MANY:
        return None
    gone = [path for path in before.stamps if path not in kinds]
    if not moved:
        return News([], gone, kinds)
    from netfiles.vault.reading import read_all  # noqa: PLC0415  # heavy, and often nothing is to be read

    answers = read_all(root, [Order(kinds[path], path, stamps[path].inode < 0) for path in moved])
    read = {path: one.record for path, one in zip(moved, answers, strict=True) if isinstance(one, Known)}
    return News([r for r in read.values() if r], gone + [path for path in moved if read.get(path) is None], kinds)


def new_entries(root: Path, folders: Folders, before: Seen) -> list[str]:
    """The paths of files of the journal that were not there when it was seen."""
    new = []
    waiting = [folders.journal]
    while waiting:
        folder = waiting.pop()
        time, names = before.journal.get(folder, (-1, ""))
        if _time(root, folder) == time:
            waiting += [one for one in before.journal if one.rpartition("/")[0] == folder]
            continue
        for name in _names_in(root / folder) - frozenset(names.split("\n")):
            path = f"{folder}/{name}"
            if name.endswith(".md"):
                new += [] if name.startswith((".", "#", "~")) else [path]
            elif "." not in name and (root / path).is_dir() and not (root / path).is_symlink():
                waiting.append(path)
    return sorted(new)


def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208  # names only
    except OSError:
        return frozenset()
