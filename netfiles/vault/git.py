"""Git beside the vault: commits, and the merge of two versions; nothing that a repository holds is run by it."""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from netfiles.errors import NoGit
from netfiles.model import Kind
from netfiles.model.options import Folders
from netfiles.records.merging import Sides, evened
from netfiles.vault.prepare import sound

_SAFE = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.pager=cat")
DRIVER = "netfiles"
"""What the merge driver is called in .gitattributes and in the configuration."""


def commit(vault: Path, title: str, paths: Sequence[str]) -> str:
    """Commit these files and nothing else; a word on what was done, or why not."""
    try:
        known = _git(vault, "ls-files", "-z", "--", *paths).split("\0")
        some = [path for path in paths if path in known or (vault / path).exists()]
        _git(vault, "add", "--all", "--", *some)
        _git(vault, "commit", "--quiet", "--only", "--message", title, "--", *some)
    except NoGit as error:
        return f"Written, but not committed: {error}"
    return f"Committed: {title}"


def is_repository(vault: Path) -> bool:
    """Whether the vault lies in a git repository. Raises NoGit."""
    try:
        return _git(vault, "rev-parse", "--is-inside-work-tree").strip() == "true"
    except NoGit as error:
        if error.missing:
            raise
        return False


def shows(file: Path) -> bool:
    """Whether a file is in a git repository, or would be in its next commit of all files; no where git cannot tell."""
    try:
        return bool(_git(file.parent, "ls-files", "--cached", "--others", "--exclude-standard", "--", file.name))
    except NoGit:
        return False


def tracked_below(top: Path, folder: Path) -> int:
    """How many files below a folder the repository knows. Raises NoGit."""
    return _git(top, "ls-files", "-z", "--", f"{folder.relative_to(top).as_posix()}/").count("\0")


def is_ignored(top: Path, file: Path) -> bool:
    """Whether git leaves a file out, which may not be there yet. Raises NoGit."""
    path = file.relative_to(top).as_posix()
    done = _run(top, ("check-ignore", "--quiet", "--no-index", "--", path), literal=False)  # it knows no other paths
    if done.returncode > 1:
        raise NoGit(done.stderr.decode(errors="replace"))
    return done.returncode == 0


def branches(top: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Which of these branches the repository or one of its remotes has. Raises NoGit."""
    found = _git(top, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes").split()
    return tuple(ref.partition("/")[2].partition("/")[2] for ref in found if ref.rpartition("/")[2] in names)


def set_up(vault: Path) -> None:
    """Make the vault a repository where it lies in none, and name the merge driver. Raises NoGit."""
    if not is_repository(vault):
        _git(vault, "init", "--quiet")
    command = f"{shlex.quote(sys.executable)} -m netfiles merge-file %O %A %B %L %P"
    _git(vault, "config", f"merge.{DRIVER}.name", "netfiles: field by field, lists by item")
    _git(vault, "config", f"merge.{DRIVER}.driver", command)


def has_driver(vault: Path) -> bool:
    """Whether this repository knows the merge driver. Raises NoGit."""
    try:
        return bool(_git(vault, "config", "--get", f"merge.{DRIVER}.driver").strip())
    except NoGit as error:
        if error.missing:
            raise
        return False


def attributes(folders: Folders) -> tuple[str, ...]:
    """The lines of .gitattributes that have git merge records by the driver."""
    tops = (folders.contacts, folders.journal, folders.companies, folders.leads, folders.goals, folders.news)
    patterns = (*(f"{_pattern(top)}/**/*.md" for top in tops), _pattern(folders.profile))
    return tuple(f"/{pattern} merge={DRIVER}" for pattern in patterns)


def _pattern(path: str) -> str:
    """A path as .gitattributes takes it: a space would end it."""
    return path.replace(" ", "?")


def merge(path: str, kind: Kind | None, sides: Sides, marker: int = 7) -> tuple[bytes, bool]:
    """The versions of a file merged, and whether that went without a conflict.

    What is merged without one is a record that reads as well as ours did; else both versions stand in the outcome.
    """
    if kind is None:
        return merge_lines(sides, marker)
    merged, clean = merge_lines(evened(path, sides, kind), marker)
    if clean and not sound(path, kind, sides.ours, merged):
        return merge_lines(Sides(b"", sides.ours, sides.theirs), marker)[0], False
    return merged, clean


def merge_lines(sides: Sides, marker: int) -> tuple[bytes, bool]:
    """The versions merged by lines, and whether that went without a conflict; one is marked as git marks it."""
    with tempfile.TemporaryDirectory(prefix="netfiles-merge-") as folder:
        names = ("ours", "base", "theirs")
        for name in names:
            (Path(folder) / name).write_bytes(getattr(sides, name))
        words = [
            "merge-file",
            "-p",
            "-q",
            f"--marker-size={marker}",
            "-L",
            "ours",
            "-L",
            "base",
            "-L",
            "theirs",
            *names,
        ]
        done = _run(Path(folder), words)
        if not 0 <= done.returncode < 128:
            raise NoGit(done.stderr.decode(errors="replace"))
        return done.stdout, done.returncode == 0


def _git(vault: Path, *words: str) -> str:
    done = _run(vault, words)
    if done.returncode:
        raise NoGit((done.stderr or done.stdout).decode(errors="replace"))
    return done.stdout.decode(errors="surrogateescape")


def _run(folder: Path, words: Sequence[str], literal: bool = True) -> subprocess.CompletedProcess[bytes]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or "AUTHOR" in name}
    try:
        call = ["git", *_SAFE, *(["--literal-pathspecs"] if literal else []), *words]
        return subprocess.run(call, cwd=folder, env=own, check=False, capture_output=True)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        raise NoGit("", missing=True) from None
