"""A vault that is read again and again: what was known a moment ago, or by the process before, is not found out anew."""

import os
import pickle
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from netfiles.model.collection import Collection
from netfiles.query.glance import Glance
from netfiles.site.state import State, advance, at_a_glance
from netfiles.vault.cache import Cache
from netfiles.vault.look import Look
from netfiles.vault.remembered import Remembered, recall, remember
from netfiles.vault.shelf import Progress, Shelf, silent

_FEW = 200
"""So many files may differ from the state that is kept before it is kept anew: reading them again is cheaper."""


class _Kept(NamedTuple):
    """What is kept of a vault as it was seen on a day."""

    remembered: Remembered
    state: State


class Memory:
    """One vault, and what is kept of it in the cache: parts by name, each with the key of what it was made of."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self.root, self._cache = root, cache
        self._shelf = Shelf(root)
        self._seen: Look | None = None
        self._kept: _Kept | None = None
        self._state: State | None = None
        self._asked = False

    def look(self, paths: Iterable[str] | None = None) -> Look:
        """How the vault is now: everywhere, or as before and looked at again only where `paths` point."""
        return self._shelf.look(paths)

    def state(self, seen: Look, today: date, progress: Progress = silent, last: Collection | None = None) -> State:
        """Everything that follows from the vault as it was seen. Records of `last` stand in for broken files.

        Raises VaultGone.
        """
        if not self._asked:
            self._recall()
        self._seen = seen
        self._state = advance(self._shelf, seen, today, self._state, progress, last)
        return self._state

    def glance(self, seen: Look, today: date, progress: Progress = silent) -> Glance:
        """The day at a glance, from the cache where nothing has changed. Raises VaultGone."""
        known = self.get("glance", key_of(seen, today))
        if isinstance(known, Glance):
            return known
        found, self._state = at_a_glance(self.state(seen, today, progress))
        self.put({"glance": (key_of(seen, today), found)})
        return found

    def get(self, name: str, key: str) -> Any:
        """The part of this name, where it was made of what the key stands for; else None."""
        known, _, data = (self._cache.get(name) or b"").partition(b"\n")
        with suppress(Exception):  # what another version of a library has pickled may fail in any way
            return pickle.loads(data) if known == key.encode() else None  # noqa: S301  # a private file, with checksum
        return None

    def put(self, parts: Mapping[str, tuple[str, Any]]) -> None:
        """Keep some parts by their names: each with its key."""
        self._cache.put({name: key.encode() + b"\n" + pickle.dumps(part, 5) for name, (key, part) in parts.items()})

    def _recall(self) -> None:
        """Take up where the process before has ended."""
        self._asked = True
        known = self.get("state", str(self.root))
        if isinstance(known, _Kept):
            self._kept, self._state = known, known.state
            recall(self._shelf, known.remembered)

    def keep(self) -> Callable[[], object]:
        """Keep the state for the next process, unless what is kept differs in a few files only.

        It is done beside what the process does next, where that can be; what is returned waits for the end of it.
        """
        if self._state is None or self._seen is None or not self._worth_it(self._state, self._seen):
            return lambda: None
        self._kept = _Kept(remember(self._shelf, self._seen), self._state)
        write = partial(self._write, self._kept)
        if not hasattr(os, "fork") or threading.active_count() > 1:
            write()
            return lambda: None
        child = os.fork()
        if child == 0:
            _end_after(write)
        return partial(os.waitpid, child, 0)

    def _write(self, kept: _Kept) -> None:
        """Put the state into the cache, with what the next process will ask it first."""
        network = kept.state.insights.network
        _ = (network.asking, network.months, network.on_file)
        self.put({"state": (str(self.root), kept)})

    def _worth_it(self, state: State, seen: Look) -> bool:
        if self._kept is None or self._kept.state.insights.today != state.insights.today:
            return True
        old = self._kept.remembered.look.files
        return old is not seen.files and len(old.items() ^ seen.files.items()) > 2 * _FEW


def _end_after(work: Callable[[], object]) -> None:
    """The end of a process that was made for some work."""
    with suppress(BaseException):
        work()
    os._exit(0)


def key_of(seen: Look, today: date) -> str:
    """Stands for the vault as it was seen on a day."""
    return f"{seen.key} {today.isoformat()}"
