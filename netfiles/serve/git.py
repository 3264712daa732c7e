"""Whether git is in the middle of changing the vault's files."""

from pathlib import Path

_MARKS = ("index.lock", "rebase-merge", "rebase-apply")


def git_folder(vault: Path) -> Path | None:
    """The .git folder that the vault belongs to, its own or one above."""
    return next((above / ".git" for above in (vault, *vault.parents) if (above / ".git").is_dir()), None)


def git_busy(folder: Path | None) -> bool:
    """Whether an operation is under way there."""
    return folder is not None and any((folder / mark).exists() for mark in _MARKS)
