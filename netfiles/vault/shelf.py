"""A vault that is read again and again: what has not changed is not read and is the same object."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from netfiles.cores import each
from netfiles.errors import VaultGone
from netfiles.model import KINDS, Kind
from netfiles.model.collection import Collection
from netfiles.vault.collect import collect
from netfiles.vault.glance import look_at
from netfiles.vault.known import Known, Order, Packed, Same, packed, unpacked
from netfiles.vault.look import Look, look
from netfiles.vault.papers import Papers, read_papers
from netfiles.vault.parts import Moved, Part, moved, updated
from netfiles.vault.stamp import Stamp

Progress = Callable[[int, int], None]
"""Told how many files of how many are read."""

_CHUNK = 250


def silent(done: int, all_: int) -> None:
    """No progress is shown."""


class Remembered(NamedTuple):
    """What was known of the files of a vault as it was seen, for another process to take up."""

    look: Look
    known: Mapping[Kind, Packed]
    parts: Mapping[Kind, Part]
    papers: Papers


class Shelf:
    """What is known of the files of one vault."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._look: Look | None = None
        self._touched: set[str] | None = None  # since the last load; None: who knows
        self._known: dict[Kind, dict[str, Known]] = {kind: {} for kind in KINDS}
        self._parts = dict.fromkeys(KINDS, Part())
        self._papers = Papers()

    def look(self, paths: Iterable[str] | None = None) -> Look:
        """Look at the vault: at all of it, or where `paths` point to files or folders that may have changed."""
        if paths is None or self._look is None:
            self._look = look(self.root, self._look)
        else:
            self._look = look_at(self._look, paths)
        if self._touched is not None:
            self._touched = None if self._look.touched is None else self._touched | self._look.touched
        return self._look

    def load(self, seen: Look, last: Collection | None = None, progress: Progress = silent) -> Collection:
        """Everything in the vault as it was `seen`; records of `last` stand in for files that cannot be read now.

        Raises VaultGone. No file of the vault is opened for writing.
        """
        _refuse_gone(self.root)
        touched = self._touched if seen is self._look else None
        ways = {kind: moved(self._parts[kind], paths, touched) for kind, paths in seen.records.items()}
        unsettled = self._read(list(self._orders(seen, ways)), progress)
        for kind, paths in seen.records.items():
            self._parts[kind] = updated(self._parts[kind], paths, self._known[kind], ways[kind])
        self._touched = unsettled if seen is self._look else None
        self._papers = read_papers(seen, self._papers)
        return collect(seen, self._parts, self._papers, last)

    def remember(self, seen: Look) -> Remembered:
        """What is known after the vault was loaded as it was `seen`."""
        known = {kind: packed(readings, seen.files) for kind, readings in self._known.items()}
        return Remembered(seen, known, dict(self._parts), self._papers)

    def recall(self, remembered: Remembered) -> None:
        """Know what another shelf knew; the next load reads what has changed since."""
        self._known = {kind: unpacked(kept, remembered.look.files) for kind, kept in remembered.known.items()}
        self._parts = dict(remembered.parts)
        self._papers, self._touched = remembered.papers, None

    def _orders(self, seen: Look, ways: Mapping[Kind, Moved | None]) -> Iterator[Order]:
        """What has to be read; what is gone is forgotten."""
        for kind, paths in seen.records.items():
            way, readings = ways[kind], self._known[kind]
            for path in readings.keys() - frozenset(paths) if way is None else way.went:
                readings.pop(path, None)
            yield from _orders(kind, paths if way is None else (*way.came, *way.stayed), readings, seen.files)

    def _read(self, orders: list[Order], progress: Progress) -> set[str]:
        """Know every file in its present state; returns the paths of those that have to be asked again."""
        if not orders:
            return set()
        from netfiles.vault.reading import read_all  # noqa: PLC0415  # heavy, and often nothing is to be read

        done = 0
        unsettled: set[str] = set()
        for answers in each(partial(read_all, self.root), orders, _CHUNK):
            for order, answer in zip(orders[done:], answers, strict=False):
                _note(self._known[order.kind], order.path, answer)
                if answer is None or answer.stamp is None:
                    unsettled.add(order.path)
            progress(done := done + len(answers), len(orders))
        return unsettled


def _note(known: dict[str, Known], path: str, answer: Known | Same | None) -> None:
    if isinstance(answer, Known):
        known[path] = answer
    elif answer is not None:
        known[path] = known[path]._replace(stamp=answer.stamp)
    else:
        known.pop(path, None)


def _orders(
    kind: Kind, paths: Iterable[str], known: Mapping[str, Known], stamps: Mapping[str, Stamp]
) -> Iterator[Order]:
    """What has to be read, or read again."""
    for path in paths:
        old, stamp = known.get(path), stamps[path]
        if old is None or old.stamp != stamp:
            yield Order(kind, path, stamp.inode < 0, old.checksum if old else "")


def _refuse_gone(root: Path) -> None:
    try:
        next(root.iterdir(), None)
    except NotADirectoryError:
        raise VaultGone(root, "it is not a folder") from None
    except OSError as error:
        raise VaultGone(root, error.strerror or str(error)) from None
