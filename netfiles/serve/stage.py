"""What is shown at this moment, and the wait of the browsers for what comes next."""

import threading
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, replace

from netfiles.serve.source import Site


@dataclass(frozen=True, eq=False)
class Shown:
    """The site that answers requests, and what there is to say about the next one."""

    site: Site | None = None  # None: no build has come to anything yet
    failure: str = ""  # why the newest state could not be built
    progress: str = ""  # how far a build is that takes long


class Stage:
    """Holds what is shown; one thread changes it, many look."""

    def __init__(self, most: int = 32, heartbeat: float = 15.0) -> None:
        self._changed = threading.Condition()
        self._shown = Shown()
        self._listeners: deque[object] = deque(maxlen=most)  # a new one over the limit pushes out the oldest
        self._heartbeat = heartbeat
        self._closed = False

    def shown(self) -> Shown:
        """What is shown now."""
        with self._changed:
            return self._shown

    def show(self, site: Site) -> None:
        """Answer from this site from now on."""
        self._change(Shown(site))

    def fail(self, message: str) -> None:
        """Keep the site, and let the reader know that the newest state could not be built."""
        self._change(Shown(self.shown().site, failure=message))

    def report(self, progress: str) -> None:
        """Keep the site, and let the reader know how far the next one is."""
        self._change(replace(self.shown(), progress=progress))

    def close(self) -> None:
        """End every wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def follow(self) -> Generator[Shown | None, None, None]:
        """What is shown, now and after each change; None when for a while there was none."""
        me = object()
        seen: Shown | None = None
        with self._changed:
            self._listeners.append(me)
            self._changed.notify_all()
        try:
            while self._wait(me, seen):
                shown = self.shown()
                yield None if shown is seen else shown
                seen = shown
        finally:
            with self._changed:
                if me in self._listeners:
                    self._listeners.remove(me)

    def _wait(self, me: object, seen: Shown | None) -> bool:
        """Sleep until something else is shown or the heartbeat is due; False when there is nothing to wait for."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended(me) or self._shown is not seen, self._heartbeat)
            return not self._ended(me)

    def _ended(self, me: object) -> bool:
        return self._closed or me not in self._listeners

    def _change(self, shown: Shown) -> None:
        with self._changed:
            self._shown = shown
            self._changed.notify_all()
