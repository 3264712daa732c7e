"""Whether what a look at the vault found is worth a build, or should be looked at once more first."""

import enum
from dataclasses import dataclass, field, replace
from datetime import date

from netfiles.serve.changes import Changes, differing, hollow, young
from netfiles.serve.source import Snapshot

HOLLOW_QUIET = 0.5  # a file that is gone or empty counts when nothing moved for so long,
HOLLOW_LONGEST = 2.0  # or when it was noticed so long ago


class Verdict(enum.Enum):
    """What to do after a look."""

    REST = enum.auto()
    LOOK_AGAIN = enum.auto()
    BUILD = enum.auto()


@dataclass(frozen=True)
class Seen:
    """One look."""

    snapshot: Snapshot
    at: float  # seconds of a clock that never jumps
    clock: int  # when it began, in nanoseconds of the clock that stamps files
    day: date
    heard: bool = True  # a hint led to it; False: it was only time for one
    paths: frozenset[str] | None = None  # where it looked; None: everywhere


@dataclass(frozen=True)
class Known:
    """What the looks before left behind."""

    built: Snapshot  # what the last build was made of
    day: date  # for which day it was built
    doubtful: frozenset[str] = frozenset()  # what was built young, and may have changed under the same stamp
    held: Changes = field(default_factory=dict)  # what differs from the build and is held back
    still_since: float = 0.0  # when that was first found like this
    held_since: float | None = None  # since when anything is held back
    heard: bool = True  # the change held back or built last was hinted at
    owed: bool = False  # the last build was not shown, so that one is due whatever changed


def judge(known: Known, seen: Seen) -> tuple[Verdict, Known]:
    """Weigh one look; the second value is what to know at the next one."""
    changes = _changes(known, seen)
    changed = bool(changes) or seen.snapshot.rest != known.built.rest
    if _nothing_left(known, seen) or not (changed or known.owed or seen.day != known.day):
        return Verdict.REST, Known(known.built, known.day, known.doubtful, owed=known.owed)
    new = known.held_since is None
    now = replace(
        known,
        held=changes,
        still_since=known.still_since if changes == known.held else seen.at,
        held_since=seen.at if new else known.held_since,
        heard=seen.heard if new else known.heard or seen.heard,
    )
    if changed and ((new and not seen.heard) or _hollow_holds(now, seen)):
        return Verdict.LOOK_AGAIN, now
    doubtful = young(changes, seen.clock) | (known.doubtful - changes.keys())
    return Verdict.BUILD, Known(seen.snapshot, seen.day, doubtful, heard=now.heard or not changed)


def _changes(known: Known, seen: Seen) -> Changes:
    doubtful = known.doubtful if seen.paths is None else known.doubtful & seen.paths
    files = seen.snapshot.files
    return {**{path: files.get(path) for path in doubtful}, **differing(known.built.files, files)}


def _nothing_left(known: Known, seen: Seen) -> bool:
    """Whether the folder is empty where a vault was: its disk may be unmounted."""
    return bool(known.built.files) and not seen.snapshot.files


def _hollow_holds(known: Known, seen: Seen) -> bool:
    if known.held_since is None or not hollow(known.built.files, known.held):
        return False
    return seen.at - known.still_since < HOLLOW_QUIET and seen.at - known.held_since < HOLLOW_LONGEST
