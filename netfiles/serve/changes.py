"""What differs between two looks at the vault's files."""

from collections.abc import Iterator, Mapping
from itertools import chain, compress, islice
from operator import is_, is_not

from netfiles.vault.stamp import Stamp

# A file written this shortly before a look may be written again without its time moving on,
TICK_NS = 20_000_000
# longer where times are whole seconds. Hints come later than that, so that this is for looks that no hint led to.
_COARSE_TICK_NS = 2_100_000_000
_SECOND = 1_000_000_000

Changes = Mapping[str, Stamp | None]
"""The files that differ from those built, as last looked at; None: it is gone."""


def differing(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> Changes:
    """The files that came, went, or may hold something else."""
    # Most are the same objects, and there may be tens of thousands, mostly in the same order.
    if len(before) <= len(after) and all(map(is_, before, after)):
        moved = compress(after, map(is_not, before.values(), after.values()))
        others: Iterator[str] = chain(moved, islice(after, len(before), None))
    else:
        others = compress(after, map(is_not, map(before.get, after), after.values()))
    changes: dict[str, Stamp | None] = {path: after[path] for path in others if before.get(path) != after[path]}
    if len(after) - sum(path not in before for path in changes) != len(before):
        changes |= dict.fromkeys(before.keys() - after.keys())
    return changes


def hollow(before: Mapping[str, Stamp], changes: Changes) -> bool:
    """Whether a file that held something is gone or empty, as it is for a moment while many programs save it."""
    return any(
        not (now and now.size) and (old := before.get(path)) is not None and old.size > 0
        for path, now in changes.items()
    )


def young(changes: Changes, clock: int) -> frozenset[str]:
    """The files that may have been written again since a look at this time of the clock (ns) under the same stamp."""
    return frozenset(path for path, now in changes.items() if now and _young(now, clock))


def _young(stamp: Stamp, clock: int) -> bool:
    tick = TICK_NS if stamp.mtime_ns % _SECOND else _COARSE_TICK_NS
    return min(abs(clock - stamp.mtime_ns), abs(clock - stamp.ctime_ns)) < tick
