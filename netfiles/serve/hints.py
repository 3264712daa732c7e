"""Word from the watcher that something may have changed, and when it is time to look."""

import threading
import time

QUIET = 0.15  # look when this long nothing more was heard,
LONGEST = 1.0  # or when the first word is this old


def due(first: float, last: float) -> float:
    """The moment to look, from the times of the first and the last hint."""
    return min(last + QUIET, first + LONGEST)


class Hints:
    """The times of the first and last hint since the last look; any thread may add one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._times: tuple[float, float] | None = None
        self._any = threading.Event()

    def hear(self) -> None:
        """Note that something may have changed just now."""
        now = time.monotonic()
        with self._lock:
            self._times = (self._times[0] if self._times else now, now)
        self._any.set()

    def due(self) -> float | None:
        """When to look, None without a hint."""
        with self._lock:
            return due(*self._times) if self._times else None

    def take(self) -> bool:
        """Forget the hints before a look; whether there were any."""
        with self._lock:
            times, self._times = self._times, None
            self._any.clear()
        return times is not None

    def wait(self, seconds: float) -> None:
        """Sleep until a hint comes, at most so long."""
        self._any.wait(seconds)
