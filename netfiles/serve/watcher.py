"""The one door to watchdog: it only ever says which files may have changed."""

import logging
import os
import sys
import warnings
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from netfiles.serve.hints import Hints
from netfiles.serve.watches import Watch, plan

# Left out: opening and closing without a change, which our own reading does all the time.
_TELLING = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.FileClosedEvent,
    getattr(events, "FileAttribEvent", events.FileModifiedEvent),  # since watchdog 7
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]
_STILL_OPEN = (events.EVENT_TYPE_CREATED, events.EVENT_TYPE_MODIFIED)
_LOG = logging.getLogger("watchdog.observers")  # inotify_c below it tells of an overflow here, and nowhere else
_MOST_DEATHS = 2

_HALF = 0.02
"""Seconds that watchdog waits on Linux for the second half of a rename, which the system tells with the first one.

Left at its half second, now and then that passes before a save is heard of which renames a file into its place, as
editors do: whoever comes between the two halves sleeps for all of it. Halves that miss each other are heard one by one.
"""


def _impatient() -> None:
    if sys.platform.startswith("linux"):
        for module, name in _PATIENT:
            with suppress(
                ImportError, AttributeError
            ):  # by another version a save may be heard of later, and is heard of
                getattr(import_module(f"watchdog.observers.{module}"), name).delay = _HALF


_PATIENT = (("inotify_move_event_grouper", "InotifyMoveEventGrouper"), ("inotify_buffer", "InotifyBuffer"))
"""Who waits, in watchdog 7 and in older ones."""


class Watcher:
    """Watches folders of a vault while the block runs."""

    def __init__(self, vault: Path, hints: Hints, poll: bool) -> None:
        self._vault = vault
        self._hints = hints
        self._observer: BaseObserver | None = None
        self._plan: frozenset[Watch] = frozenset()
        self._listeners: list[_Listener] = []
        self._losses = _Losses(hints)
        self._deaths = 0
        self.wanted = poll  # what the owner chose
        self.polling = poll  # nobody tells of changes, they must be looked for

    def __enter__(self) -> Self:
        _LOG.addHandler(self._losses)
        # watchdog takes the reused identity of a callback that is gone for a second one; what it says is for nobody.
        warnings.filterwarnings("ignore", "Callback with id .* already exists", RuntimeWarning)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()
        _LOG.removeHandler(self._losses)

    def follow(self, folders: Iterable[str]) -> bool:
        """Watch these folders; whether that meant to begin anew, so that something may have been missed."""
        if self.polling:
            return False
        wanted, died = plan(self._vault, folders), self.broke_off()
        if wanted == self._plan and not died:
            return False
        self._deaths += wanted == self._plan and not any(listener.gone for listener in self._listeners)
        self.end()
        if self._deaths > _MOST_DEATHS or not self._begin(wanted):
            self.polling = True
        return True

    def poll(self) -> None:
        """Give up watching."""
        self.end()
        self.polling = True

    def renew(self) -> None:
        """Forget what was tried on a vault that another one has replaced."""
        self.end()
        self._deaths = 0
        self.polling = self.wanted

    def misses(self, files: Iterable[str]) -> bool:
        """Whether the system watches fewer folders than these files lie in: beyond its limit it refuses in silence."""
        watched = None if self._observer is None else _watched_folders()
        return watched is not None and watched < len({path.rpartition("/")[0] for path in files} | {""})

    def broke_off(self) -> bool:
        """Whether a thread that should bring hints has died since the watch began."""
        observer = self._observer
        return observer is not None and not (observer.is_alive() and all(e.is_alive() for e in observer.emitters))

    def end(self) -> None:
        """Stop watching."""
        observer, self._observer, self._plan = self._observer, None, frozenset()
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join(timeout=1.0)

    def _begin(self, wanted: frozenset[Watch]) -> bool:
        try:
            _impatient()
            observer = Observer()
            self._listeners = [_Listener(watch, self._hints) for watch in wanted]
            for watch, listener in zip(wanted, self._listeners, strict=True):
                observer.schedule(listener, watch.real, recursive=watch.recursive, event_filter=_TELLING)
            observer.start()
        except OSError:
            return False
        self._observer, self._plan = observer, wanted
        return True


class _Listener(events.FileSystemEventHandler):
    """Turns every event into a hint, and does no more: a slow listener falls behind by minutes."""

    def __init__(self, watch: Watch, hints: Hints) -> None:
        self._real = watch.real
        self._folder = watch.folder
        self._hints = hints
        self.gone = False  # the folder was deleted, and there may be another one by now

    def dispatch(self, event: events.FileSystemEvent) -> None:
        paths = [self._below(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if event.is_directory:
            self.gone |= event.event_type == events.EVENT_TYPE_DELETED and paths == [self._folder]
            if any(not path.rpartition("/")[2].startswith(".") for path in paths):
                self._hints.hear_everywhere()
            return
        for path in paths:
            self._hints.hear(path, event.event_type not in _STILL_OPEN)

    def _below(self, path: str) -> str:
        """The path below the vault, by the names the vault has for its folders."""
        below = path.removeprefix(self._real).replace(os.sep, "/").strip("/")
        return f"{self._folder}/{below}".strip("/")


class _Losses(logging.Handler):
    """Takes a warning of watchdog (events were lost) as a hint, and keeps it off the terminal."""

    def __init__(self, hints: Hints) -> None:
        super().__init__(logging.WARNING)
        self._hints = hints

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  # any warning means the same
        self._hints.hear_everywhere()


def _watched_folders() -> int | None:
    """How many folders this process watches, None where the system does not tell."""
    count = 0
    for path in Path("/proc/self/fdinfo").glob("*"):
        with suppress(OSError):  # closed meanwhile
            count += path.read_text().count("inotify wd:")
    return count or None
