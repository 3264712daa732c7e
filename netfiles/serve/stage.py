"""What is shown at this moment, and the wait of the browsers for what comes next."""

import threading
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, replace

from netfiles.serve.generations import Generation


@dataclass(frozen=True)
class Shown:
    """The site that answers requests, and what went wrong since it was built."""

    generation: Generation | None = None  # None: no build has come to anything yet
    failure: str = ""


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

    def show(self, generation: Generation) -> None:
        """Answer from this site from now on."""
        self._change(Shown(generation))

    def fail(self, message: str) -> None:
        """Keep the site, and let the reader know that the newest state could not be built."""
        self._change(replace(self.shown(), failure=message))

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
                yield None if shown == seen else shown
                seen = shown
        finally:
            with self._changed:
                if me in self._listeners:
                    self._listeners.remove(me)

    def _wait(self, me: object, seen: Shown | None) -> bool:
        """Sleep until something else is shown or the heartbeat is due; False when there is nothing to wait for."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended(me) or self._shown != seen, self._heartbeat)
            return not self._ended(me)

    def _ended(self, me: object) -> bool:
        return self._closed or me not in self._listeners

    def _change(self, shown: Shown) -> None:
        with self._changed:
            self._shown = shown
            self._changed.notify_all()
