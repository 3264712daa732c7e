"""Paths in order, of which there are many: found, added and removed without going through all of them."""

from bisect import bisect_left
from collections.abc import Iterable


def has(paths: tuple[str, ...], path: str) -> bool:
    """Whether the path is among them."""
    at = bisect_left(paths, path)
    return at < len(paths) and paths[at] == path


def changed(paths: tuple[str, ...], came: Iterable[str], went: Iterable[str]) -> tuple[str, ...]:
    """The paths with some more and some less."""
    after = list(paths)
    for path in went:
        del after[bisect_left(after, path)]
    for path in came:
        after.insert(bisect_left(after, path), path)
    return tuple(after)


def starting(paths: tuple[str, ...], start: str) -> tuple[str, ...]:
    """The paths that begin like this."""
    return paths[bisect_left(paths, start) : bisect_left(paths, f"{start}\U0010ffff")]
