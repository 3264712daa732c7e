"""Every way of saving a note leads to a page with the last content, and to none without it."""

import os
import shutil
import subprocess
import time
from functools import partial
from pathlib import Path

import pytest

from netfiles.serve import rounds
from netfiles.serve.hints import EACH_QUIET

from .at_work import AtWork, at_work, serving, until

GAP = 0.2  # seconds between the steps of a save: longer than a look waits for quiet


def in_place(note: Path) -> None:
    note.write_text("last")


def in_place_slowly(note: Path) -> None:
    with note.open("w") as file:
        time.sleep(GAP)
        file.write("last")


def vim(note: Path) -> None:
    (note.parent / "4913").touch()
    (note.parent / "4913").unlink()
    (note.parent / f".{note.name}.swp").write_text("swap")
    backup = note.rename(note.with_name(f"{note.name}~"))
    time.sleep(GAP)
    note.write_text("last")
    backup.unlink()
    (note.parent / f".{note.name}.swp").unlink()


def vs_code(note: Path) -> None:
    with note.open("r+") as file:
        file.truncate(0)
        file.flush()
        time.sleep(GAP)
        file.write("last")


def obsidian(note: Path) -> None:
    temporary = note.with_name(f"{note.name}.tmp")
    temporary.write_text("last")
    temporary.replace(note)


def sync_program(note: Path) -> None:
    elsewhere = note.parent.parent / "elsewhere.md"
    elsewhere.write_text("last")
    elsewhere.replace(note)


def git(note: Path) -> None:
    note.unlink()
    time.sleep(GAP)
    descriptor = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    time.sleep(GAP)
    os.write(descriptor, b"last")
    os.close(descriptor)


def emacs(note: Path) -> None:
    lock = note.with_name(f".#{note.name}")
    lock.symlink_to("user@host.123")
    note.rename(note.with_name(f"{note.name}~"))
    note.write_text("last")
    lock.unlink()


@pytest.mark.parametrize("poll", [False, True], ids=["events", "polling"])
def test_every_way_of_saving_shows_the_last_content_and_never_less(vault: Path, poll: bool) -> None:
    saves = [in_place, in_place_slowly, vim, vs_code, obsidian, sync_program, git, emacs]
    for save in saves:
        (vault / f"{save.__name__}.md").write_text("first")
    with at_work(vault, poll=poll) as work:
        for save in saves if not poll else saves[:1]:
            save(vault / f"{save.__name__}.md")
            until(partial(work.shows, save.__name__, "last"))
    seen = {(name, text) for build in work.builds for name, text in build.items()}
    assert {text for _, text in seen} == {"first", "last"}
    assert all(len(build) == len(saves) + 1 for build in work.builds)


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_the_real_vim_saves_a_note(vault: Path) -> None:
    copies = ["auto", "no", "yes"]
    for copy in copies:
        (vault / f"{copy}.md").write_text("first")
    with at_work(vault) as work:
        for copy in copies:
            chosen = ["-c", f"set backup backupskip= backupcopy={copy}", "-c", "s/first/last/", "-c", "wq"]
            arguments = ["vim", "-u", "NONE", "-es", *chosen, str(vault / f"{copy}.md")]
            subprocess.run(arguments, check=True, stdin=subprocess.DEVNULL)
            until(partial(work.shows, copy, "last"))
    assert {text for build in work.builds for text in build.values()} == {"first", "last"}
    assert all(len(build) == 4 for build in work.builds)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_real_git_switches_a_branch(vault: Path) -> None:
    def run(*arguments: str) -> None:
        who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=vault, check=True, capture_output=True)

    for number in range(50):
        (vault / f"n{number}.md").write_text("first")
    run("init", "-q")
    run("add", ".")
    run("commit", "-q", "-m", "first")
    run("checkout", "-q", "-b", "other")
    for number in range(50):
        (vault / f"n{number}.md").write_text("last")
    run("commit", "-q", "-a", "-m", "last")
    run("checkout", "-q", "-")
    with at_work(vault) as work:
        run("checkout", "-q", "other")
        until(lambda: work.shows("n49", "last"))
    assert len(work.builds) == 2
    assert all(len(build) == 51 for build in work.builds)
    assert set(work.builds[-1].values()) == {"first", "last"}


def test_a_held_lock_of_git_holds_the_build(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_WORTH_A_WORD", 0.2)
    (vault / ".git").mkdir()
    lock = vault / ".git" / "index.lock"
    with at_work(vault) as work:
        lock.touch()
        (vault / "ada.md").write_text("half")
        time.sleep(0.8)
        assert len(work.builds) == 1
        (vault / "ada.md").write_text("last")
        time.sleep(0.1)  # a file of this very moment would be looked at twice
        lock.unlink()
        until(lambda: work.shows("ada", "last"))
    assert [build["ada"] for build in work.builds] == ["first", "last"]
    assert "git is at work in the vault, waiting for it" in work.said


def test_a_new_a_deleted_and_a_moved_note(vault: Path) -> None:
    with at_work(vault) as work:
        (vault / "contacts").mkdir()
        (vault / "contacts" / "bob.md").write_text("new")
        until(lambda: work.shows("bob", "new"))
        (vault / "contacts" / "bob.md").unlink()
        until(lambda: work.get("/bob/").status == 404)
        (vault / "contacts").rename(vault / "people")
        (vault / "ada.md").rename(vault / "people" / "lovelace.md")
        until(lambda: work.shows("lovelace", "first"))
        assert work.get("/ada/").status == 404


def test_a_burst_of_500_files_is_few_builds(vault: Path) -> None:
    with at_work(vault) as work:
        for number in range(500):
            (vault / f"n{number}.md").write_text("last")
        until(lambda: len(work.builds[-1]) == 501)
        until(lambda: work.shows("n499", "last"))
        time.sleep(0.5)
    assert len(work.builds) == 2


def test_what_changes_no_file_builds_nothing(vault: Path) -> None:
    with at_work(vault) as work:
        (vault / "ada.md").read_text()
        list(vault.iterdir())
        (vault / "ada.md.swp").write_text("x")
        (vault / ".obsidian").mkdir()
        (vault / ".obsidian" / "workspace.json").write_text("x")
        (vault / "empty").mkdir()
        time.sleep(0.6)
    assert len(work.builds) == 1


def test_a_build_that_writes_into_the_folders_that_do_not_count_does_not_go_round(vault: Path) -> None:
    def also_there(folder: Path) -> None:
        for place in (vault / "site", vault / ".cache"):
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            (place / "index.md").write_text(folder.name)

    work = AtWork(vault, while_building=also_there)
    with serving(work):
        (vault / "ada.md").write_text("last")
        until(lambda: work.shows("ada", "last"))
        time.sleep(0.5)
    assert len(work.builds) == 2


def test_a_note_that_breaks_and_mends_within_the_quiet_time_is_never_spoken_of(vault: Path) -> None:
    with at_work(vault) as work:
        swift, end = 0, time.monotonic() + 60
        while swift < 5:
            assert time.monotonic() < end, "the machine is too busy for five quick saves"
            began = time.monotonic()
            (vault / "ada.md").write_text("FAIL")
            (vault / "ada.md").write_text(f"mended {began}")
            took = time.monotonic() - began
            until(partial(work.shows, "ada", f"mended {began}"))
            until(lambda: work.said)
            if took < EACH_QUIET:  # a busy machine may take longer, then it did not mend within the quiet time
                swift += 1
                assert "FAIL" not in {build["ada"] for build in work.builds}
                assert set(work.said) == {"1 pages"}
            del work.builds[:], work.said[:]


def test_a_save_is_looked_at_where_it_was_and_nowhere_else(vault: Path) -> None:
    (vault / "bob.md").write_text("first")
    with at_work(vault) as work:
        del work.looks[:]
        (vault / "ada.md").write_text("last")
        until(partial(work.shows, "ada", "last"))
    assert set(map(frozenset, map(tuple, filter(None, work.looks)))) == {frozenset(["ada.md"])}
    assert None not in work.looks


def test_a_folder_that_comes_while_serving_is_watched(vault: Path) -> None:
    with at_work(vault) as work:
        (vault / "contacts").mkdir()
        until(lambda: None in work.looks[1:])
        (vault / "contacts" / "deep").mkdir()
        time.sleep(0.5)
        del work.looks[:]
        (vault / "contacts" / "deep" / "bob.md").write_text("first")
        until(partial(work.shows, "bob", "first"), 5)
        (vault / "contacts" / "deep" / "bob.md").write_text("last")
        until(partial(work.shows, "bob", "last"), 5)
    assert None not in work.looks


def test_a_folder_that_is_deleted_and_made_again_is_watched_again(vault: Path) -> None:
    (vault / "contacts").mkdir()
    with at_work(vault) as work:
        for number in range(4):
            shutil.rmtree(vault / "contacts")
            (vault / "contacts").mkdir()
            (vault / "contacts" / "bob.md").write_text(f"text {number}")
            until(partial(work.shows, "bob", f"text {number}"), 8)
            (vault / "contacts" / "bob.md").write_text(f"more {number}")
            until(partial(work.shows, "bob", f"more {number}"), 8)
    assert {sentence.partition(" ")[2] for sentence in work.said} == {"pages"}


def test_a_note_in_a_folder_that_is_a_link_is_followed(vault: Path) -> None:
    (vault / "shelf").mkdir()  # a folder that is not watched by this name
    (vault / "shelf" / "bob.md").write_text("first")
    (vault / "people").symlink_to("shelf")
    with at_work(vault) as work:
        until(partial(work.shows, "bob", "first"))
        del work.looks[:]
        (vault / "shelf" / "bob.md").write_text("last")
        until(partial(work.shows, "bob", "last"), 5)
    assert None not in work.looks
