"""The one door to watchdog: it only ever says that something may have changed."""

import logging
import os
import warnings
from collections.abc import Callable
from types import TracebackType
from typing import Self

from watchdog.events import (
    EVENT_TYPE_CLOSED_NO_WRITE,
    EVENT_TYPE_OPENED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from netfiles.serve.relevance import Relevance

_OUR_OWN_READING = (EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE)
_LOG = logging.getLogger("watchdog.observers")  # inotify_c below it tells of an overflow here, and nowhere else


class Watcher:
    """Watches one folder while the block runs; may be told to begin anew."""

    def __init__(self, relevance: Relevance, hear: Callable[[], None], poll: bool) -> None:
        self._relevance = relevance
        self._hear = hear
        self._observer: BaseObserver | None = None
        self._losses = _Losses(hear)
        self.wanted = poll  # what the owner chose
        self.polling = poll

    def __enter__(self) -> Self:
        _LOG.addHandler(self._losses)
        # watchdog takes the reused identity of a callback that is gone for a second one; what it says is for nobody.
        warnings.filterwarnings("ignore", "Callback with id .* already exists", RuntimeWarning)
        self.begin(self.wanted)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()
        _LOG.removeHandler(self._losses)

    def begin(self, poll: bool) -> None:
        """Watch from now on, in this manner or, where the system refuses it, by polling."""
        self._end()
        self.polling = poll
        try:
            observer = PollingObserver() if poll else Observer()
            observer.schedule(_Listener(self._relevance, self._hear), str(self._relevance.root), recursive=True)
            observer.start()
        except OSError:
            if not poll:
                self.begin(poll=True)
        else:
            self._observer = observer

    def alive(self) -> bool:
        """Whether there is a watch and it has not broken off."""
        return self._observer is not None and not self.broke_off()

    def broke_off(self) -> bool:
        """Whether a thread that should bring hints has died since the watch began."""
        observer = self._observer
        return observer is not None and not (observer.is_alive() and all(e.is_alive() for e in observer.emitters))

    def _end(self) -> None:
        observer, self._observer = self._observer, None
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join(timeout=1.0)


class _Listener(FileSystemEventHandler):
    """Turns every event that could matter into a hint, and does no more: a slow listener falls behind by minutes."""

    def __init__(self, relevance: Relevance, hear: Callable[[], None]) -> None:
        self._relevance = relevance
        self._hear = hear

    def dispatch(self, event: FileSystemEvent) -> None:
        if event.event_type in _OUR_OWN_READING:
            return
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        if any(map(self._relevance.counts_path, paths)):
            self._hear()


class _Losses(logging.Handler):
    """Takes a warning of watchdog (events were lost) as a hint, and keeps it off the terminal."""

    def __init__(self, hear: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  # any warning means the same
        self._hear()
