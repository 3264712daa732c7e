"""Whether git is in the middle of changing the vault's files."""

from pathlib import Path

PATIENCE = 10.0  # seconds that a git operation may hold a build back
_MARKS = ("index.lock", "rebase-merge", "rebase-apply")


class Git:
    """The git that the vault belongs to, if any."""

    def __init__(self, vault: Path) -> None:
        self._folder = next((above / ".git" for above in (vault, *vault.parents) if (above / ".git").is_dir()), None)
        self._since: float | None = None

    def busy_for(self, now: float) -> float | None:
        """For how long it has been at work as far as was seen; None: it is not."""
        busy = self._folder is not None and any((self._folder / mark).exists() for mark in _MARKS)
        self._since = (now if self._since is None else self._since) if busy else None
        return None if self._since is None else now - self._since
