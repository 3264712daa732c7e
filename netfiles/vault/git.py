"""Git beside the vault, asked for by its own command; nothing that a repository holds is run by it."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

_SAFE = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.pager=cat", "--literal-pathspecs")


def commit(vault: Path, title: str, paths: Sequence[str]) -> str:
    """Commit these files and nothing else; a word on what was done, or why not."""
    try:
        _git(vault, "add", "--all", "--", *paths)
        _git(vault, "commit", "--quiet", "--only", "--message", title, "--", *paths)
    except FileNotFoundError:
        return "Not committed: git is not installed."
    except subprocess.CalledProcessError as error:
        told = (error.stderr or error.stdout or "git failed").strip().splitlines()
        return f"Written, but not committed: {told[0] if told else 'git failed'}"
    return f"Committed: {title}"


def _git(vault: Path, *words: str) -> str:
    done = subprocess.run(["git", *_SAFE, *words], cwd=vault, check=True, capture_output=True, text=True)  # noqa: S607  # the owner's git
    return done.stdout
