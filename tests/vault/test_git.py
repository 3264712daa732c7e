"""Git beside the vault: one commit for a command, and merges by field."""

import os
import subprocess
from pathlib import Path

import pytest

from netfiles.errors import NoGit
from netfiles.vault import git


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault in a repository of its own, as `netfiles init --git` leaves it."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "vault"
    (folder / "contacts").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: x\nplugins: [netfiles]\n")
    run(tmp_path, "git", "init", "-q", "-b", "main", str(folder))
    for name in ("user.name", "user.email"):
        run(folder, "git", "config", name, "ada@example.org")
    git.set_up(folder)
    (folder / ".gitattributes").write_text("\n".join(git.attributes(git.Folders())) + "\n")
    return folder


def run(folder: Path, *words: str, check: bool = True) -> str:
    return subprocess.run(words, cwd=folder, check=check, capture_output=True, text=True).stdout


def put(vault: Path, text: str) -> None:
    (vault / "contacts" / "Ada.md").write_text(text)
    run(vault, "git", "add", "-A")
    run(vault, "git", "commit", "-q", "-m", "x")


BASE = "---\nname: Ada\ntags: [a]\ncompany: Acme\n---\nBody.\n"


def test_git_merges_two_branches_by_field(vault: Path) -> None:
    put(vault, BASE)
    run(vault, "git", "checkout", "-q", "-b", "phone")
    put(vault, BASE.replace("[a]", "[a, b]\nsnooze_until: 2026-12-01"))
    run(vault, "git", "checkout", "-q", "main")
    put(vault, BASE.replace("[a]", "[a, c]").replace("Acme", "Bolt"))
    run(vault, "git", "merge", "-q", "phone")
    text = (vault / "contacts" / "Ada.md").read_text()
    assert text == "---\nname: Ada\ntags: [a, c, b]\nsnooze_until: 2026-12-01\ncompany: Bolt\n---\nBody.\n"


def test_a_true_conflict_is_left_to_the_owner(vault: Path) -> None:
    put(vault, BASE)
    run(vault, "git", "checkout", "-q", "-b", "phone")
    put(vault, BASE.replace("Acme", "Cog"))
    run(vault, "git", "checkout", "-q", "main")
    put(vault, BASE.replace("Acme", "Bolt"))
    assert "CONFLICT" in run(vault, "git", "merge", "phone", check=False)
    text = (vault / "contacts" / "Ada.md").read_text()
    assert "<<<<<<<" in text
    assert "company: Bolt\n=======\ncompany: Cog\n" in text


def test_a_commit_holds_the_files_of_the_command_and_no_others(vault: Path) -> None:
    put(vault, BASE)
    (vault / "other.txt").write_text("staged by the owner")
    run(vault, "git", "add", "other.txt")
    (vault / "contacts" / "Ada.md").unlink()
    (vault / "contacts" / "--help.md").write_text(BASE)
    said = git.commit(vault, "Rename Ada", ["contacts/Ada.md", "contacts/--help.md", "contacts/never was.md"])
    assert said == "Committed: Rename Ada"
    assert run(vault, "git", "log", "-1", "--format=%s").strip() == "Rename Ada"
    assert set(run(vault, "git", "show", "--name-only", "--format=").split("\n")) >= {"contacts/--help.md"}
    assert "A  other.txt" in run(vault, "git", "status", "--short")


def test_outside_of_a_repository_the_files_are_written_and_that_is_said(tmp_path: Path) -> None:
    assert "not committed: git says: not a git repository" in git.commit(tmp_path, "x", ["a.md"])
    assert not git.is_repository(tmp_path)


def test_nothing_that_the_repository_holds_is_run(vault: Path) -> None:
    put(vault, BASE)
    hook = vault / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {vault}/HOOK_RAN\n")
    hook.chmod(0o755)
    (vault / "contacts" / "Ada.md").write_text(BASE + "more\n")
    assert git.commit(vault, "x", ["contacts/Ada.md"]) == "Committed: x"
    assert not (vault / "HOOK_RAN").exists()


def test_without_git_that_is_said(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert "git is not installed" in git.commit(vault, "x", ["a.md"])
    with pytest.raises(NoGit, match="not installed"):
        git.is_repository(vault)


def test_what_git_merges_is_named_by_folder() -> None:
    lines = git.attributes(git.Folders(contacts="my people"))
    assert "/my?people/**/*.md merge=netfiles" in lines
    assert "/career/profile.md merge=netfiles" in lines
