"""What tells two states of a file apart without reading it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

# A file written this shortly before it was looked at may be written again without its times moving on: the clocks of
# file systems tick every few milliseconds, those that count whole seconds every two.
_TICK = 50_000_000
_COARSE_TICK = 2_100_000_000
_SECOND = 1_000_000_000
_AHEAD = 300_000_000_000  # the clock of a file server may be ahead of ours by minutes


class Stamp(NamedTuple):
    """The state of one file; `inode` is that of the target, and negative, where a link leads to it."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


NO_STAMP = Stamp(-1, 0, 0, 0)
"""Of a file that cannot be looked at; it tells nothing."""

_made = partial(tuple.__new__, Stamp)  # a third faster than Stamp(…), and there are many
_INODES = os.name == "posix"  # elsewhere listing a folder does not tell them


def stamp_of(found: os.stat_result, linked: bool = False) -> Stamp:
    """The stamp of a file, whether a link leads to it or not."""
    inode = found.st_ino if _INODES else 0
    return _made((found.st_size, found.st_mtime_ns, found.st_ctime_ns, -inode - 1 if linked else inode))


def may_move(stamp: Stamp, now: int) -> bool:
    """Whether a file looked at `now` (in ns) could still change and keep this stamp."""
    return stamp == NO_STAMP or _fresh(stamp.ctime_ns, now) or _fresh(stamp.mtime_ns, now)


def _fresh(written: int, now: int) -> bool:
    tick = _TICK if written % _SECOND else _COARSE_TICK
    return -_AHEAD < now - written < tick


def oldest_fresh(now: int) -> int:
    """No file whose times are all before this one may move."""
    return now - _COARSE_TICK


def unsettled(stamps: Mapping[str, Stamp], paths: Iterable[str], now: int) -> Iterator[str]:
    """Those of some paths whose files, looked at `now`, could still change and keep their stamps."""
    since = oldest_fresh(now)
    for path in paths:
        stamp = stamps.get(path)
        if stamp and (stamp[2] > since or stamp[1] > since or stamp[0] < 0) and may_move(stamp, now):
            yield path
