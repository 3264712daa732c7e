"""The long version: whatever happens to the vault, the site ends up showing it."""

import contextlib
import itertools
import os
import random
import signal
import subprocess
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from tests.soak_report import figure

from .at_work import AtWork, Outside, at_work, until

SECONDS = float(os.environ.get("NETFILES_SOAK_SECONDS", "60"))


def disturb(vault: Path, dice: random.Random, turn: int) -> None:
    """One thing that people, editors and git do to a vault."""
    note = vault / f"folder{dice.randrange(5)}" / f"n{dice.randrange(200)}.md"
    note.parent.mkdir(exist_ok=True)
    kind = dice.randrange(7)
    if kind == 0:
        note.unlink(missing_ok=True)
    elif kind == 1:
        temporary = note.with_suffix(".tmp")
        temporary.write_text(f"{turn}")
        temporary.replace(note)
    elif kind == 2 and note.exists():
        backup = note.rename(f"{note}~")
        note.write_text(f"{turn}")
        backup.unlink()
    elif kind == 3 and note.exists():
        with contextlib.suppress(FileNotFoundError):
            note.replace(vault / f"folder{dice.randrange(5)}" / note.name)
    elif kind == 4 and not dice.randrange(20):
        note.parent.rename(vault / f"moved{turn}")
    else:
        note.write_text(f"{turn}")


def git(vault: Path, *words: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "gc.auto=0")
    subprocess.run(["git", *who, *words], cwd=vault, check=True, capture_output=True)


def commit(vault: Path, files: int) -> None:
    """A vault in git, on whose other branch this many files hold something else, or are not there."""
    git(vault, "init", "-q", "-b", "one")
    for branch in ("one", "other"):
        for number in range(files):
            note = vault / f"bulk{number % 3}" / f"b{number}.md"
            note.parent.mkdir(exist_ok=True)
            if branch == "one" or number % 5:
                note.write_text(f"{branch} {number}")
            else:
                note.unlink()
        git(vault, "add", "-A", ".")
        git(vault, "commit", "-q", "-m", branch)
        git(vault, "checkout", "-q", "-B", "other" if branch == "one" else "one", "HEAD" if branch == "one" else "one")


@pytest.fixture(autouse=True)
def only_when_asked(request: pytest.FixtureRequest) -> None:
    if "soak" not in request.config.option.markexpr:
        pytest.skip("takes a minute; run with -m soak")


@pytest.mark.soak
@pytest.mark.parametrize(("seed", "live"), [(1, True), (2, True), (3, False)])
def test_the_last_site_shows_the_last_vault(vault: Path, seed: int, live: bool) -> None:
    dice, end, turn = random.Random(seed), time.monotonic() + SECONDS / 2, 0
    incomplete: list[int] = []
    commit(vault, 2000 if live else 50)
    branches = itertools.cycle(["other", "one"])
    with at_work(vault, live) as work:
        asking = threading.Thread(target=ask, args=(work, incomplete, end))
        asking.start()
        while time.monotonic() < end:
            disturb(vault, dice, turn := turn + 1)
            if not dice.randrange(4):
                time.sleep(dice.random() * 0.3)
            if not dice.randrange(300):
                git(vault, "checkout", "-q", "-f", next(branches))
        until(lambda: work.builds[-1] == work.notes(), 6)
        asking.join()
        until(lambda: all(work.shows(name, text) for name, text in work.notes().items()))
    assert not incomplete
    assert not [line for line in work.said if "pages" not in line and "git is at work" not in line]
    figure(
        "Serve follows the files",
        f"{SECONDS // 2:.0f} s of random saves, renames and checkouts: never half a page, the last is shown",
    )


def ask(work: AtWork, incomplete: list[int], end: float) -> None:
    """Ask for the page that is always there, the whole time."""
    while time.monotonic() < end:
        answer = work.get("/ada/")
        if answer.status != 200 or not answer.body.endswith("</html>"):
            incomplete.append(answer.status)


@pytest.mark.soak
def test_a_checkout_of_5000_files_is_one_build(vault: Path) -> None:
    commit(vault, 5000)
    with at_work(vault) as work:
        for branch in ("other", "one"):
            before = len(work.builds)
            git(vault, "checkout", "-q", branch)
            until(lambda: work.builds[-1] == work.notes())
            time.sleep(1)
            assert len(work.builds) == before + 1
    figure("Serve follows the files", "a checkout of 5,000 files: one build")


@pytest.mark.soak
def test_an_import_of_5000_files_is_one_build(vault: Path) -> None:
    with at_work(vault) as work:
        for number in range(5000):
            (vault / f"n{number}.md").write_text("imported")
            time.sleep(0.001)
        until(lambda: len(work.builds[-1]) == 5001)
        time.sleep(1)
        assert len(work.builds) == 2
    figure("Serve follows the files", "an import of 5,000 files within some seconds: one build")


@pytest.mark.soak
@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
def test_what_happens_while_the_system_loses_events_is_found(vault: Path) -> None:
    work = Outside(vault)
    for turn in range(3):
        work.process.send_signal(signal.SIGSTOP)  # more events than the system keeps for a process that does not read
        for number in range(20_000):
            (vault / f"n{number}.md").write_text(f"{turn} {number}")
        work.process.send_signal(signal.SIGCONT)
        shown = [f"n{number}" for number in range(0, 20_000, 777)]
        until(partial(shows_all, work, {name: f"{turn} {name[1:]}" for name in shown}), 40)
        (vault / "ada.md").write_text(f"after {turn}")
        until(partial(work.shows, "ada", f"after {turn}"), 5)
    assert "does not tell" not in work.end()
    figure("Serve follows the files", "3 × 20,000 saves while the system lost events: all found")


def shows_all(work: Outside, notes: dict[str, str]) -> bool:
    return all(work.shows(name, text) for name, text in notes.items())


@pytest.mark.soak
@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
def test_a_killed_session_leaves_nothing_that_the_next_one_does_not_clear_away(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    for number in range(100):
        (vault / f"n{number}.md").write_text("first")
    dice = random.Random(4)
    for turn in range(20):
        work = Outside(vault, "whole")
        (vault / "ada.md").write_text(f"text {turn}")
        time.sleep(dice.random() * 0.3)
        work.end(signal.SIGKILL)
    assert list(temporary.iterdir())
    work = Outside(vault, "whole")
    assert len(list(temporary.iterdir())) == 1
    until(partial(work.shows, "ada", f"text {turn}"))
    work.end()
    assert list(temporary.iterdir()) == []
    figure("Serve follows the files", "20 sessions killed at random moments: the next one clears away and shows all")
