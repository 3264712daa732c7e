"""How long git is waited for."""

from pathlib import Path

import pytest

from netfiles.serve.git import Git


@pytest.mark.parametrize("mark", ["index.lock", "rebase-merge", "rebase-apply"])
def test_git_is_busy_from_the_first_time_it_was_seen_so_until_its_mark_is_gone(vault: Path, mark: str) -> None:
    (vault / ".git").mkdir()
    git = Git(vault)
    assert git.busy_for(5) is None
    (vault / ".git" / mark).touch()
    assert git.busy_for(6) == 0
    assert git.busy_for(900) == 894
    (vault / ".git" / mark).unlink()
    assert git.busy_for(901) is None
    (vault / ".git" / mark).touch()
    assert git.busy_for(902) == 0


def test_the_git_of_a_folder_above_counts(vault: Path) -> None:
    (vault.parent / ".git").mkdir()
    (vault.parent / ".git" / "index.lock").touch()
    assert Git(vault).busy_for(1) == 0


def test_a_vault_without_git_is_never_busy(vault: Path) -> None:
    assert Git(vault).busy_for(1) is None
