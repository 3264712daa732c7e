"""What is known of all files, in the cache: in parts of some 64 files, of which an edit changes one."""

import pickle
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple
from zlib import crc32

from netfiles.model import KINDS, Kind
from netfiles.vault.cache import Cache
from netfiles.vault.known import Known, Readings
from netfiles.vault.papers import Papers
from netfiles.vault.version import reading_version

_PART = 64
_STATE, _PAPERS = "known", "papers"
_FIRST, _LAST = "known/", "known0"
_UNSETTLED = (-2, 0, 0, 0)  # the stamp of no file
_known: Callable[[tuple[Any, ...]], Known] = partial(tuple.__new__, Known)


class State(NamedTuple):
    """Which state of the cache it is, and in how many parts each kind lies there."""

    mark: bytes
    parts: dict[Kind, int]


def fetch(cache: Cache) -> tuple[dict[Kind, dict[str, Known]], State | None]:
    """Everything that is known, and the state of the cache that it was taken from."""
    known: dict[Kind, dict[str, Known]] = {kind: {} for kind in KINDS}
    mark = cache.get(_STATE, reading_version())
    if mark is None:
        return known, None
    for _, data in cache.between(_FIRST, _LAST, reading_version()):
        kind, readings = _opened(data)
        known[kind].update(readings)
    return known, State(mark, _loaded(mark)[1])


def keep(cache: Cache, known: Readings, changed: Iterable[tuple[Kind, str]], before: State | None) -> State | None:
    """Put what is known into the cache: all of it, or where the state is still that `before` what has `changed`.

    Returns the state now; None where nothing could be put.
    """
    parts = {
        kind: _parts(len(readings), before.parts.get(kind, 0) if before else 0) for kind, readings in known.items()
    }
    mark = pickle.dumps((uuid.uuid4().hex, parts))
    whole = before is None or before.parts != parts
    wanted = None if whole else {(kind, _part(path, parts[kind])) for kind, path in changed}
    made = dict(_made(known, parts, wanted))
    version, rest = reading_version(), (_FIRST, _LAST) if whole else None
    kept = cache.put({**made, _STATE: mark}, version, rest, (_STATE, before.mark) if before else None)
    return State(mark, parts) if kept else None


def _parts(count: int, before: int) -> int:
    """In how many parts so many files lie: as before, where these are not far too large or small."""
    if before and _PART / 4 <= count / before <= _PART * 2:
        return before
    return 1 << max(0, (count // _PART).bit_length() - 1)


def _part(path: str, parts: int) -> int:
    return crc32(path.encode()) % parts


def _made(
    known: Readings, parts: Mapping[Kind, int], wanted: Collection[tuple[Kind, int]] | None
) -> Iterator[tuple[str, bytes]]:
    """The parts that are wanted (None: all), by name."""
    for kind, readings in known.items():
        groups: dict[int, list[tuple[str, Known]]] = {}
        for path, one in readings.items():
            number = _part(path, parts[kind])
            if wanted is None or (kind, number) in wanted:
                groups.setdefault(number, []).append((path, one))
        for number, group in groups.items():
            yield f"{_FIRST}{kind}/{number}", _closed(kind, group)


def _closed(kind: Kind, group: Sequence[tuple[str, Known]]) -> bytes:
    """Files in columns, which are much faster to read than rows."""
    paths, known = zip(*group, strict=True)
    stamps, checksums, records, problems, private = zip(*known, strict=True)
    numbers = [number for stamp in stamps for number in stamp or _UNSETTLED]
    return pickle.dumps((kind, paths, numbers, checksums, records, problems, private), 5)


def _opened(data: bytes) -> tuple[Kind, Iterable[tuple[str, Known]]]:
    kind, paths, numbers, checksums, records, problems, private = _loaded(data)
    stamps = zip(*[iter(numbers)] * 4, strict=True)
    columns = zip(stamps, checksums, records, problems, private, strict=True)
    return kind, zip(paths, map(_known, columns), strict=True)


def _loaded(data: bytes) -> Any:
    return pickle.loads(data)  # noqa: S301  # the cache gives only what we wrote into a folder of our own


def fetch_papers(cache: Cache) -> Papers:
    """The papers as they were kept."""
    written = cache.get(_PAPERS, reading_version())
    return Papers(*_loaded(written)) if written else Papers()


def keep_papers(cache: Cache, papers: Papers) -> bool:
    """Put the papers into the cache; whether they are there."""
    return cache.put({_PAPERS: pickle.dumps((papers.texts, papers.files), 5)}, reading_version())
