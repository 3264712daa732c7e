"""A vault that is read again and again: what has not changed is not read and is the same object."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from netfiles.cores import each
from netfiles.errors import VaultGone
from netfiles.model import Kind
from netfiles.model.collection import Collection
from netfiles.vault.cache import Cache
from netfiles.vault.collect import collect
from netfiles.vault.filed import State, fetch, fetch_papers, keep, keep_papers
from netfiles.vault.glance import look_at
from netfiles.vault.known import Known, Order, Same, read_all
from netfiles.vault.look import Look, look
from netfiles.vault.papers import Papers, read_papers

Progress = Callable[[int, int], None]
"""Told how many files of how many are read."""

_CHUNK = 250


def silent(done: int, all_: int) -> None:
    """No progress is shown."""


class Remembered(NamedTuple):
    """What is known of the files of a vault, and how it was seen: for another process to take up."""

    look: Look
    known: dict[Kind, dict[str, Known]]
    papers: Papers


class Shelf:
    """What is known of the files of one vault."""

    def __init__(self, root: Path, cache: Cache | None = None) -> None:
        self.root = root
        self._cache = cache or Cache(None)
        self._look: Look | None = None
        self._known: dict[Kind, dict[str, Known]] | None = None
        self._papers = self._kept_papers = Papers()
        self._kept: State | None = None
        self._changed: set[tuple[Kind, str]] = set()

    def remember(self, seen: Look) -> Remembered:
        """What is known now, of the vault as it was seen last."""
        return Remembered(seen, self._known or {}, self._papers)

    def recall(self, remembered: Remembered) -> None:
        """Know what another process has known."""
        self._known, self._papers = remembered.known, remembered.papers

    def look(self, paths: Iterable[str] | None = None) -> Look:
        """Look at the vault: at all of it, or where `paths` point to files or folders that may have changed."""
        if paths is None or self._look is None:
            self._look = look(self.root, self._look)
        else:
            self._look = look_at(self._look, paths)
        return self._look

    def load(self, seen: Look, last: Collection | None = None, progress: Progress = silent) -> Collection:
        """Everything in the vault as it was `seen`; records of `last` stand in for files that cannot be read now.

        Raises VaultGone. No file of the vault is opened for writing.
        """
        _refuse_gone(self.root)
        known = self._fetched()
        self._read(known, list(self._orders(known, seen)), progress)
        self._papers = read_papers(seen, self._papers)
        return collect(seen, known, self._papers, last)

    def save(self) -> None:
        """Put what has changed into the cache."""
        if self._known is None:
            return
        if self._changed or self._kept is None:
            self._kept = keep(self._cache, self._known, self._changed, self._kept) or self._kept
            self._changed = set()
        if self._papers is not self._kept_papers and keep_papers(self._cache, self._papers):
            self._kept_papers = self._papers

    def _fetched(self) -> dict[Kind, dict[str, Known]]:
        if self._known is None:
            self._known, self._kept = fetch(self._cache)
            self._papers = self._kept_papers = fetch_papers(self._cache)
        return self._known

    def _orders(self, known: dict[Kind, dict[str, Known]], seen: Look) -> Iterator[Order]:
        """What has to be read; what is gone is forgotten."""
        for kind, paths in seen.records.items():
            readings = known.setdefault(kind, {})
            for path in readings.keys() - frozenset(paths):
                del readings[path]
                self._changed.add((kind, path))
            for path in paths:
                stamp, old = seen.files[path], readings.get(path)
                if old is None or old.stamp != stamp:
                    yield Order(kind, path, stamp.inode < 0, old.checksum if old else "")

    def _read(self, known: dict[Kind, dict[str, Known]], orders: list[Order], progress: Progress) -> None:
        """Know every file in its present state."""
        done = 0
        for answers in each(partial(read_all, self.root), orders, _CHUNK):
            for order, answer in zip(orders[done:], answers, strict=False):
                self._changed.add((order.kind, order.path))
                _note(known[order.kind], order.path, answer)
            progress(done := done + len(answers), len(orders))


def _note(readings: dict[str, Known], path: str, answer: Known | Same | None) -> None:
    if isinstance(answer, Known):
        readings[path] = answer
    elif answer is not None:
        readings[path] = readings[path]._replace(stamp=answer.stamp)
    else:
        readings.pop(path, None)


def _refuse_gone(root: Path) -> None:
    try:
        next(root.iterdir(), None)
    except NotADirectoryError:
        raise VaultGone(root, "it is not a folder") from None
    except OSError as error:
        raise VaultGone(root, error.strerror or str(error)) from None
