"""Word from the watcher of files that may have changed, and when it is time to look at them."""

import threading
import time
from dataclasses import dataclass, field

OPEN_QUIET = 0.15  # look when this long nothing more was heard of a file that may still be open,
EACH_QUIET = 0.025  # or, when all are closed, so long for each of them but one (a save may write two),
MOST_QUIET = 0.4  # and at most so long,
LONGEST = 1.0  # or when the first word is this old,
FLOOD_LONGEST = 10.0  # or this old in a flood of changes
_FLOOD = 50  # a second of patience for so many files
MOST_PATHS = 2000  # with more, look everywhere


@dataclass(frozen=True)
class Heard:
    """Where to look: at these files, or everywhere."""

    paths: frozenset[str] = frozenset()
    everywhere: bool = False

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.paths)


def due(first: float, last: float, files: int, still_open: bool) -> float:
    """The moment to look, from the times of the first and the last word and the number of files."""
    quiet = OPEN_QUIET if still_open else 0.0
    patience = min(max(LONGEST, files / _FLOOD), FLOOD_LONGEST)
    return min(last + max(quiet, min(EACH_QUIET * max(files - 1, 1), MOST_QUIET)), first + patience)


@dataclass
class _Words:
    """What was heard since the last look."""

    first: float
    last: float
    paths: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)  # those of the paths that may still be written to
    everywhere: bool = False


class Hints:
    """What was heard since the last look; any thread may add to it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._any = threading.Event()
        self._words: _Words | None = None

    def hear(self, path: str, closed: bool) -> None:
        """Note that a file of the vault may have changed just now, and whether that is all for the moment."""
        with self._lock:
            words = self._note()
            if len(words.paths) < MOST_PATHS or path in words.paths:
                words.paths.add(path)
                (words.open.discard if closed else words.open.add)(path)
            else:
                words.everywhere = True

    def hear_everywhere(self) -> None:
        """Note that anything may have changed."""
        with self._lock:
            self._note().everywhere = True

    def due(self) -> float | None:
        """When to look, None without a hint."""
        with self._lock:
            words = self._words
            return (
                due(words.first, words.last, len(words.paths), bool(words.open) or not words.paths) if words else None
            )

    def take(self) -> Heard:
        """Forget the hints before a look."""
        with self._lock:
            words, self._words = self._words, None
            self._any.clear()
        return Heard(frozenset(words.paths), words.everywhere) if words else Heard()

    def wait(self, seconds: float) -> None:
        """Sleep until a hint comes, at most so long."""
        self._any.wait(seconds)

    def _note(self) -> _Words:
        now = time.monotonic()
        self._words = self._words or _Words(now, now)
        self._words.last = now
        self._any.set()
        return self._words
