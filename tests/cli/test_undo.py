"""The last change taken back."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.insights.conftest import write

Netfiles = Callable[..., tuple[str, str, int]]
FILES = {"mkdocs.yml": "plugins:\n  - netfiles\n", "Jane Doe": "company: Acme", "2026-11-10 a": "with: '[[Jane Doe]]'"}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def texts(vault: Path) -> dict[str, str]:
    return {path.relative_to(vault).as_posix(): path.read_text("utf-8") for path in vault.rglob("*.md")}


def test_one_change_after_the_other_is_taken_back(netfiles: Netfiles, vault: Path):
    states = [texts(vault)]
    for words in (("snooze", "jane", "2w"), ("met", "Bo Lee"), ("reply", "jane", "--out")):
        netfiles("-C", vault, "--today", "2026-11-19", *words)
        states.append(texts(vault))
    titles = ["Answer Jane Doe", "Meet Bo Lee", "Snooze Jane Doe until 2026-12-03"]
    for title, state in zip(titles, states[-2::-1], strict=True):
        out, err, code = netfiles("-C", vault, "undo")
        assert (out.splitlines()[0], err, code) == (f"Taken back: {title}", "", 0)
        assert texts(vault) == state
    out, err, code = netfiles("-C", vault, "undo")
    assert (out, err, code) == ("", "netfiles: Nothing was undone: there is no change of netfiles to take back.\n", 2)


def test_a_dry_run_shows_what_would_come_back(netfiles: Netfiles, vault: Path):
    netfiles("-C", vault, "--today", "2026-11-19", "snooze", "jane", "2w")
    before = texts(vault)
    out, err, _ = netfiles("-C", vault, "undo", "--dry-run")
    assert "-snooze_until: 2026-12-03" in out
    assert err == "Nothing was written (--dry-run).\n"
    assert texts(vault) == before


def test_a_file_changed_since_is_left_alone(netfiles: Netfiles, vault: Path):
    netfiles("-C", vault, "--today", "2026-11-19", "snooze", "jane", "2w")
    file = vault / "contacts" / "Jane Doe.md"
    file.write_text(file.read_text("utf-8") + "A note.\n", "utf-8")
    for words in ((), ("--dry-run",)):
        _, err, code = netfiles("-C", vault, "undo", *words)
        assert code == 2
        assert "contacts/Jane Doe.md was changed after it" in err
    assert "A note." in file.read_text("utf-8")


def test_the_list_has_the_last_ten_with_time_and_files(netfiles: Netfiles, vault: Path):
    assert netfiles("-C", vault, "undo", "--list")[1] == "netfiles has changed nothing in this vault yet.\n"
    for weeks in range(1, 13):
        netfiles("-C", vault, "--today", "2026-11-19", "snooze", "jane", f"{weeks}w")
    netfiles("-C", vault, "undo")
    lines = netfiles("-C", vault, "undo", "--list")[0].splitlines()
    assert len(lines) == 20
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d  Snooze Jane Doe until 2027-02-11 \(taken back\)", lines[0])
    assert lines[1].strip() == "contacts/Jane Doe.md"
    shape = json.loads(netfiles("-C", vault, "undo", "--list", "--json")[0])
    assert [list(one) for one in shape] == [["title", "at", "files", "taken_back"]] * 10
    assert [one["taken_back"] for one in shape[:2]] == [True, False]


def test_what_a_crash_left_is_finished_and_said(netfiles: Netfiles, vault: Path, state: Path):
    netfiles("-C", vault, "--today", "2026-11-19", "snooze", "jane", "2w")
    (done,) = state.rglob("done")
    done.unlink()  # as if the computer had been switched off just before
    _, err, code = netfiles("-C", vault, "--today", "2026-11-19", "cadence", "jane", "6w")
    assert code == 0
    assert "“Snooze Jane Doe until 2026-12-03” had been broken off; it is finished now." in err


def test_commits_read_well_in_the_log(netfiles: Netfiles, vault: Path, monkeypatch: pytest.MonkeyPatch):
    for name, value in (("AUTHOR", "Marta"), ("COMMITTER", "Marta")):
        monkeypatch.setenv(f"GIT_{name}_NAME", value)
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "marta@example.org")

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=vault, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "Begin")
    netfiles("-C", vault, "--today", "2026-11-19", "met", "Bo Lee", "--commit")
    _, err, _ = netfiles("-C", vault, "undo", "--commit")
    assert err == "Committed: Undo: Meet Bo Lee\n"
    assert git("log", "--format=%s").splitlines() == ["Undo: Meet Bo Lee", "Meet Bo Lee", "Begin"]
    assert not git("status", "--porcelain")
