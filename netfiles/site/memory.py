"""A vault read again and again: what was known a moment ago, or by the process before, is not found out anew."""

import os
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from netfiles.insights.directory import directory
from netfiles.insights.glance import Glance, glance
from netfiles.model.collection import Collection
from netfiles.site.kept import DIRECTORY, part, put_parts
from netfiles.vault.cache import Cache
from netfiles.vault.fresh import seen as look_seen
from netfiles.vault.look import Look
from netfiles.vault.shelf import Progress, Remembered, Shelf, silent

if TYPE_CHECKING:
    from netfiles.site.state import State

_FEW = 200
"""So many files may differ from the state that is kept before it is kept anew: reading them again is cheaper."""


class _Kept(NamedTuple):
    """What is kept of a vault as it was seen on a day."""

    remembered: Remembered
    state: "State"


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

    def state(self, seen: Look, today: date, progress: Progress = silent, last: Collection | None = None) -> "State":
        """Everything that follows from the vault as it was seen. Records of `last` stand in for broken files.

        Raises VaultGone.
        """
        from netfiles.site.state import advance  # noqa: PLC0415  # heavy, and quick commands do without

        if not self._asked:
            self._recall()
        self._seen = seen
        self._state = advance(self._shelf, seen, today, self._state, progress, last)
        return self._state

    def glance(self, seen: Look, today: date, progress: Progress = silent) -> Glance:
        """The day at a glance, from the cache where nothing has changed since it was kept. Raises VaultGone."""
        known = self.get("glance", key_of(seen, today))
        if isinstance(known, Glance):
            return known
        return glance(self.state(seen, today, progress).insights)

    def get(self, name: str, key: str) -> Any:
        """The part of this name, where it was made of what the key stands for; else None."""
        return part(self._cache, name, key)

    def put(self, parts: Mapping[str, tuple[str, Any]]) -> None:
        """Keep some parts by their names: each with its key."""
        put_parts(self._cache, parts)

    def _recall(self) -> None:
        """Take up where the process before has ended."""
        self._asked = True
        known = self.get("state", str(self.root))
        if isinstance(known, _Kept):
            self._kept, self._state = known, known.state
            self._shelf.recall(known.remembered)

    def keep(self) -> Callable[[], object]:
        """Keep the day at a glance for the next process; the state too, unless what is kept differs in few files.

        What takes long is done beside what the process does next, where that can be; what is returned waits for it.
        """
        state, seen = self._state, self._seen
        if state is None or seen is None:
            return lambda: None
        kept = _Kept(self._shelf.remember(seen), state) if self._worth_it(state, seen) else None
        self._kept = kept or self._kept
        keep = partial(self._keep, state, seen, kept)
        if not hasattr(os, "fork") or threading.active_count() > 1:
            keep()
            return lambda: None
        child = os.fork()
        if child == 0:
            _end_after(keep)
        return partial(os.waitpid, child, 0)

    def _keep(self, state: "State", seen: Look, kept: _Kept | None) -> None:
        found = glance(state.insights)
        names = (directory(state.insights), look_seen(seen))
        parts: dict[str, tuple[str, Any]] = {
            "glance": (key_of(seen, found.today), found),
            DIRECTORY: (str(self.root), names),
        }
        if kept:
            state.warm()
            parts["state"] = (str(self.root), kept)
        self.put(parts)

    def _worth_it(self, state: "State", seen: Look) -> bool:
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
