"""Whether what a look at the vault found is worth a build, or should be looked at once more first."""

import enum
from dataclasses import dataclass, replace
from datetime import date

from netfiles.serve.snapshot import Snapshot, changed, hollow

GIT_PATIENCE = 10.0  # seconds that a git operation may hold a build back
HOLLOW_QUIET = 0.5  # a file that is gone or empty counts when nothing moved for so long,
HOLLOW_LONGEST = 2.0  # or when it was noticed so long ago


class Verdict(enum.Enum):
    """What to do after a look."""

    REST = enum.auto()
    LOOK_AGAIN = enum.auto()
    BUILD = enum.auto()


@dataclass(frozen=True)
class Look:
    """What one look found."""

    files: Snapshot
    at: float
    day: date
    heard: bool = True  # a hint led to it; False: it was only time for one
    git_busy: bool = False


@dataclass(frozen=True)
class Known:
    """What the looks before left behind."""

    built: Snapshot  # what the last build was made of
    day: date  # for which day it was built
    last: Snapshot  # what the last look found
    still_since: float = 0.0  # when `last` was first found like this
    held_since: float | None = None  # since when a change is held back
    heard: bool = True  # the change held back or built last was hinted at
    git_outwaited: bool = False  # the git operation under way has had its patience


def judge(known: Known, look: Look) -> tuple[Verdict, Known]:
    """Weigh one look; the second value is what to know at the next one."""
    outwaited = known.git_outwaited and look.git_busy
    if look.files.root is None or (look.day == known.day and not changed(known.built, look.files)):
        return Verdict.REST, Known(known.built, known.day, look.files, look.at, git_outwaited=outwaited)
    new = known.held_since is None
    now = replace(
        known,
        last=look.files,
        still_since=known.still_since if look.files == known.last else look.at,
        held_since=look.at if new else known.held_since,
        heard=look.heard if new else known.heard or look.heard,
        git_outwaited=outwaited,
    )
    if look.day == known.day and ((new and not look.heard) or _git_holds(now, look) or _hollow_holds(now, look)):
        return Verdict.LOOK_AGAIN, now
    heard = now.heard or look.day != known.day
    return Verdict.BUILD, Known(look.files, look.day, look.files, look.at, heard=heard, git_outwaited=look.git_busy)


def held_for(known: Known, now: float) -> float:
    """For how long a change has been held back."""
    return 0.0 if known.held_since is None else now - known.held_since


def _git_holds(known: Known, look: Look) -> bool:
    return look.git_busy and not known.git_outwaited and held_for(known, look.at) < GIT_PATIENCE


def _hollow_holds(known: Known, look: Look) -> bool:
    if not hollow(known.built, look.files):
        return False
    return look.at - known.still_since < HOLLOW_QUIET and held_for(known, look.at) < HOLLOW_LONGEST
