"""All files of one kind and what is known of them, made anew only where it changed."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from netfiles.model import Record
from netfiles.problems import Problem
from netfiles.vault.known import Known
from netfiles.vault.ordered import changed, has


@dataclass(frozen=True)
class Part:
    """The files of one kind in order; `entries` are their records, or None.

    `problems` are by path, `broken` the paths of those files that an older record may stand in for.
    """

    paths: tuple[str, ...] = ()
    entries: tuple[Record | None, ...] = ()
    records: tuple[Record, ...] = ()
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()


class Moved(NamedTuple):
    """Which files of a kind came, went, or stayed but were looked at."""

    came: list[str]
    went: list[str]
    stayed: list[str]


_MANY = 1_000


def moved(part: Part, paths: tuple[str, ...], touched: Collection[str] | None) -> Moved | None:
    """What happened to those that were `touched`; None where that does not lead to `paths`, or they are many."""
    if touched is None or len(touched) > _MANY:
        return None
    old, new = ({path for path in touched if has(some, path)} for some in (part.paths, paths))
    found = Moved(list(new - old), list(old - new), list(new & old))
    return found if paths is part.paths or changed(part.paths, found.came, found.went) == paths else None


def updated(part: Part, paths: tuple[str, ...], known: Mapping[str, Known], ways: Moved | None) -> Part:
    """The part with what is known now, of the files that moved (None: of all)."""
    if ways is None:
        return _made(paths, known)
    if not any(ways):
        return part
    entries, old = list(part.entries), list(part.paths)
    for path in ways.went:
        at = bisect_left(old, path)
        del entries[at], old[at]
    for path in sorted(ways.came):
        entries.insert(bisect_left(paths, path), None)
    some = set(chain.from_iterable(ways))
    problems = {path: told for path, told in part.problems.items() if path not in some}
    broken = set(part.broken - some)
    for path in (*ways.came, *ways.stayed):
        one = known.get(path)
        entries[bisect_left(paths, path)] = one and one.record
        if one and one.problems:
            problems[path] = one.problems
            broken |= {path} if _broken(one) else set()
    return _part(paths, tuple(entries), problems, broken)


def _made(paths: tuple[str, ...], known: Mapping[str, Known]) -> Part:
    """What is known of the files at these paths."""
    found = [(path, one) for path, one in zip(paths, map(known.get, paths), strict=True) if one and one.problems]
    entries = tuple([one and one.record for one in map(known.get, paths)])
    problems = {path: one.problems for path, one in found}
    return _part(paths, entries, problems, {path for path, one in found if _broken(one)})


def _broken(one: Known) -> bool:
    return one.record is None and not one.private


def _part(
    paths: tuple[str, ...],
    entries: tuple[Record | None, ...],
    problems: Mapping[str, tuple[Problem, ...]],
    broken: Collection[str],
) -> Part:
    records = tuple(filter(None, entries))
    same = len(records) == len(entries)
    return Part(paths, records if same else entries, records, problems, frozenset(broken))
