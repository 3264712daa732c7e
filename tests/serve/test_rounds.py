"""Events that are lost or never come: the looks find what they did not tell."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from netfiles.serve import rounds
from netfiles.serve.hints import Hints
from netfiles.serve.relevance import relevance
from netfiles.serve.snapshot import look, root_of
from netfiles.serve.watcher import Watcher

from .at_work import PATIENCE, until

POLLING = "the system does not tell of all changes here, looking every second instead"


@contextmanager
def keeping_up(vault: Path, said: list[str], builds: list[str], deaf: bool = False) -> Iterator[Watcher]:
    """The loop at work on a vault, with a build that only notes the text of ada.md."""
    rule, hints, ended = relevance(vault, ()), Hints(), threading.Event()
    means = rounds.Means(
        look=lambda: look(rule),
        root=lambda: root_of(rule),
        git_busy=lambda: False,
        rebuild=lambda: builds.append((vault / "ada.md").read_text()),
        today=lambda: date(2026, 11, 23),
        say=said.append,
    )
    with Watcher(rule, (lambda: None) if deaf else hints.hear, poll=False) as watcher:
        loop = rounds.Rounds(means, hints, watcher)
        thread = threading.Thread(target=loop.keep_up, args=(ended.is_set,))
        thread.start()
        try:
            yield watcher
        finally:
            ended.set()
            thread.join(PATIENCE)


def test_a_watch_that_broke_off_goes_on_by_polling_with_a_word(vault: Path) -> None:
    said: list[str] = []
    builds: list[str] = []
    with keeping_up(vault, said, builds) as watcher:
        for emitter in watcher._observer.emitters if watcher._observer else ():
            emitter.stop()
        until(lambda: said == [POLLING])
        assert watcher.polling
        (vault / "ada.md").write_text("last")
        until(lambda: builds[-1:] == ["last"])


def test_changes_without_any_event_are_found_and_lead_to_polling(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_SAFETY", 0.3)
    said: list[str] = []
    builds: list[str] = []
    with keeping_up(vault, said, builds, deaf=True):
        for text in ("one", "two", "three"):
            (vault / "ada.md").write_text(text)
            until(partial(builds.__contains__, text))
        until(lambda: said == [POLLING])
    assert builds == ["one", "two", "three"]


def test_without_inotify_the_watch_begins_by_polling(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_watches_left(*args: object, **options: object) -> None:
        raise OSError(24, "inotify instance limit reached")

    monkeypatch.setattr("netfiles.serve.watcher.Observer", no_watches_left)
    said: list[str] = []
    with keeping_up(vault, said, []) as watcher:
        assert watcher.alive()
    assert said == [POLLING]


@pytest.mark.parametrize("name", ["watchdog.observers.inotify_c", "watchdog.observers.inotify"])
def test_a_word_of_watchdog_about_lost_events_is_a_hint_and_stays_off_the_terminal(
    vault: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    heard: list[Callable[[], None]] = []
    with Watcher(relevance(vault, ()), lambda: heard.append(lambda: None), poll=False):
        logging.getLogger(name).warning("Inotify queue overflowed; filesystem events were lost")
        assert len(heard) == 1
    logging.getLogger(name).debug("the watch has ended")
    assert len(heard) == 1
    assert capfd.readouterr().err == ""


def test_nothing_of_a_watch_is_left_when_it_ends(vault: Path) -> None:
    before = set(threading.enumerate())
    for poll in (False, True):
        with Watcher(relevance(vault, ()), lambda: None, poll):
            pass
    until(lambda: set(threading.enumerate()) <= before)
