"""Events that are lost or never come: the looks find what they did not tell."""

import logging
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netfiles.serve import Snapshot, rounds
from netfiles.serve.git import Git
from netfiles.serve.hints import Hints
from netfiles.serve.rebuild import Builder
from netfiles.serve.session import identity
from netfiles.serve.stage import Stage
from netfiles.serve.watcher import Watcher

from .at_work import PATIENCE, AtWork, Outside, until

POLLING = re.compile(r"the system does not tell of all changes here, looking every (second|\d+ seconds) instead")


class Deaf(Hints):
    """Hears nothing."""

    def hear(self, path: str, closed: bool) -> None:
        pass

    def hear_everywhere(self) -> None:
        pass


@contextmanager
def keeping_up(work: AtWork, hints: Hints | None = None, poll: bool = False) -> Iterator[Watcher]:
    """The loop at work on a vault, without a server."""
    hints, ended = hints or Hints(), threading.Event()
    means = rounds.Means(
        Builder(work, Stage(), lambda sentence: None), lambda: identity(work.vault), Git(work.vault), work.said.append
    )
    with Watcher(work.vault.resolve(), hints, poll) as watcher:
        loop = rounds.Rounds(means, hints, watcher)
        thread = threading.Thread(target=loop.keep_up, args=(ended.is_set,))
        thread.start()
        try:
            yield watcher
        finally:
            ended.set()
            thread.join(PATIENCE)


def polls_with_a_word(work: AtWork) -> bool:
    """Whether it was said once, and nothing else; how often it looks follows from what a look costs."""
    return len(work.said) == 1 and POLLING.fullmatch(work.said[0]) is not None


def break_off(watcher: Watcher) -> None:
    for emitter in watcher._observer.emitters if watcher._observer else ():
        emitter.stop()
        emitter.join()


def test_a_watch_that_broke_off_is_begun_anew(vault: Path) -> None:
    work = AtWork(vault)
    with keeping_up(work) as watcher:
        before = watcher._observer
        break_off(watcher)
        until(lambda: watcher._observer not in (before, None))
        (vault / "ada.md").write_text("last")
        until(lambda: work.builds[-1]["ada"] == "last", 5)
    assert not watcher.polling
    assert work.said == []


def test_a_watch_that_breaks_off_again_and_again_goes_on_by_polling_with_a_word(vault: Path) -> None:
    work = AtWork(vault)
    with keeping_up(work) as watcher:
        for _ in range(3):
            until(lambda: watcher._observer is not None and not watcher.broke_off())
            break_off(watcher)
            until(lambda: not watcher.broke_off())
        until(lambda: polls_with_a_word(work))
        assert watcher.polling
        (vault / "ada.md").write_text("last")
        until(lambda: work.builds[-1]["ada"] == "last")


def test_changes_without_any_event_are_found_and_lead_to_polling(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_SAFETY", 0.3)
    work = AtWork(vault)
    with keeping_up(work, Deaf()):
        for text in ("one", "two", "three"):
            (vault / "ada.md").write_text(text)
            until(lambda text=text: work.builds[-1]["ada"] == text)
        until(lambda: polls_with_a_word(work))
    assert [build["ada"] for build in work.builds] == ["first", "one", "two", "three"]


def test_without_inotify_the_watch_begins_by_polling(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_watches_left(*args: object, **options: object) -> None:
        raise OSError(24, "inotify instance limit reached")

    monkeypatch.setattr("netfiles.serve.watcher.Observer", no_watches_left)
    work = AtWork(vault)
    with keeping_up(work) as watcher:
        assert watcher.polling
    assert polls_with_a_word(work)


def test_where_the_system_silently_watches_fewer_folders_than_there_are_polling_begins_with_a_word(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (vault / "contacts").mkdir()
    (vault / "contacts" / "bob.md").write_text("first")
    monkeypatch.setattr("netfiles.serve.watcher._watched_folders", lambda: 1)
    work = AtWork(vault)
    with keeping_up(work) as watcher:
        until(lambda: polls_with_a_word(work))
        assert watcher.polling


LIMIT = ("unshare", "-Ur", "sh", "-c", 'echo 20 > /proc/sys/user/max_inotify_watches && exec "$@"', "sh")


@pytest.mark.skipif(not shutil.which("unshare"), reason="no way to set a limit here")
def test_at_the_real_limit_of_watches_polling_begins_with_a_word(vault: Path) -> None:
    if subprocess.run([*LIMIT, "true"], check=False, capture_output=True).returncode:
        pytest.skip("no way to set a limit here")
    for number in range(60):
        (vault / "notes" / str(number)).mkdir(parents=True)
        (vault / "notes" / str(number) / f"n{number}.md").write_text("first")
    work = Outside(vault, before=LIMIT)
    (vault / "notes" / "59" / "n59.md").write_text("last")
    until(lambda: work.shows("n59", "last"), 10)
    assert POLLING.search(work.end())


@pytest.mark.parametrize("poll", [False, True])
def test_looks_cost_little_of_the_time_whatever_one_costs(
    vault: Path, monkeypatch: pytest.MonkeyPatch, poll: bool
) -> None:
    monkeypatch.setattr(rounds, "_POLL" if poll else "_SAFETY", 0.1)
    work = AtWork(vault)
    look = work.look

    def slow(before: Snapshot | None, paths: Collection[str] | None) -> Snapshot:
        time.sleep(0.05)
        return look(before, paths)

    work.look = slow  # type: ignore[method-assign]
    with keeping_up(work, poll=poll):
        time.sleep(0.5)
    assert work.looks.count(None) == 1  # the next one is due after 60 × 0.05 s, or 20 × 0.05 s


def test_a_disk_that_fails_for_a_while_is_said_and_does_not_end_the_session(vault: Path) -> None:
    work = AtWork(vault)
    look, fails = work.look, threading.Event()

    def failing(before: Snapshot | None, paths: Collection[str] | None) -> Snapshot:
        if fails.is_set():
            raise OSError(5, "Input/output error")
        return look(before, paths)

    work.look = failing  # type: ignore[method-assign]
    with keeping_up(work):
        fails.set()
        (vault / "ada.md").write_text("last")
        sentence = "the vault cannot be looked at: [Errno 5] Input/output error; the last good site stays"
        until(lambda: work.said == [sentence])
        fails.clear()
        until(lambda: work.builds[-1]["ada"] == "last")


def test_after_the_computer_slept_everything_is_looked_at(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = AtWork(vault)
    with keeping_up(work):
        assert work.looks.count(None) == 1
        now = time.time
        monkeypatch.setattr("netfiles.serve.rounds.time.time", lambda: now() + 3600)
        until(lambda: work.looks.count(None) == 2)


@pytest.mark.parametrize("name", ["watchdog.observers.inotify_c", "watchdog.observers.inotify"])
def test_a_word_of_watchdog_about_lost_events_is_a_hint_and_stays_off_the_terminal(
    vault: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    hints = Hints()
    with Watcher(vault, hints, poll=False):
        logging.getLogger(name).warning("Inotify queue overflowed; filesystem events were lost")
        assert hints.take().everywhere
    logging.getLogger(name).debug("the watch has ended")
    assert not hints.take()
    assert capfd.readouterr().err == ""


def test_nothing_of_a_watch_is_left_when_it_ends(vault: Path) -> None:
    before = set(threading.enumerate())
    for poll in (False, True):
        with Watcher(vault, Hints(), poll) as watcher:
            watcher.follow([])
    until(lambda: set(threading.enumerate()) <= before)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there the system tells the halves apart")
def test_watchdog_waits_a_moment_for_the_other_half_of_a_rename_and_no_longer(vault: Path) -> None:
    halves = pytest.importorskip("watchdog.observers.inotify_move_event_grouper", reason="an older watchdog")
    with Watcher(vault, Hints(), poll=False) as watcher:
        watcher.follow(["contacts"])
        assert halves.InotifyMoveEventGrouper()._queue.delay < 0.05
