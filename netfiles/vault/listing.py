"""One folder of the vault as it is found: what it holds by name, and the state of each file."""

import os
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from netfiles.problems import Place, Problem, printable
from netfiles.vault.stamp import NO_STAMP, Stamp, stamp_of


class Copy(NamedTuple):
    """A file named like a numbered copy of another, and whether it is one; `stamps` are None where they may move."""

    path: str
    base: str
    stamps: tuple[Stamp, Stamp] | None
    copied: bool


class Listing(NamedTuple):
    """What a folder holds, all by path and in order: files with a stamp, those of them of use, folders to walk."""

    files: tuple[str, ...] = ()
    usable: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    links: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass
class Ground:
    """The vault while it is looked at: `files` fills with stamps by path; those `known` are not asked for again.

    For `names` alone no regular record is asked for its state: all have NO_STAMP.
    """

    root: Path
    files: dict[str, Stamp] = field(default_factory=dict)
    known: Mapping[str, Stamp] = field(default_factory=dict)
    now: int = field(default_factory=time.time_ns)
    names: bool = False

    @cached_property
    def real(self) -> Path:
        return self.root.resolve()


def regular(entry: os.DirEntry[str]) -> Stamp | None:
    """The stamp of a regular file; None for anything else."""
    try:
        found = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    except OSError:
        return NO_STAMP if entry.is_file(follow_symlinks=False) else None
    return stamp_of(found) if stat.S_ISREG(found.st_mode) else None


def named(entry: os.DirEntry[str]) -> Stamp | None:
    """NO_STAMP for a regular file; None for anything else. Most systems need not be asked for that."""
    return NO_STAMP if entry.is_file(follow_symlinks=False) else None


def linked(ground: Ground, path: str, record: bool = False) -> Stamp | Problem | None:
    """The state of what a link leads to; a problem, or just None, where it does not count."""
    try:
        target = (ground.root / path).resolve(strict=True)
        if not target.is_relative_to(ground.real):
            return outside(path, "Copy the file into the vault.")
        found = target.stat()
    except (OSError, RuntimeError):
        said = "The link leads to a file that is not there"
        return say("NF106", path, said, "Remove the link, or restore the file.") if record else None
    if stat.S_ISDIR(found.st_mode):
        advice = "Its files are read where they lie, if they lie in a folder of records."
        return say("NF106", path, "A link to a folder is not followed", advice)
    return irregular(path) if record and not stat.S_ISREG(found.st_mode) else stamp_of(found, linked=True)


def say(code: str, path: str, message: str, advice: str) -> Problem:
    """A problem of a file or folder as a whole."""
    return Problem(code, Place(printable(path)), message, advice)


def unreadable(path: str, what: str, error: OSError) -> Problem:
    """What the system does not let us read."""
    return say("NF101", path, f"The {what} cannot be read: {error.strerror}", "Check its permissions.")


def outside(path: str, advice: str) -> Problem:
    """A link that leads out of the vault."""
    return say("NF105", path, "The link leads out of the vault and is not followed", advice)


def irregular(path: str) -> Problem:
    """What is neither file nor folder nor link."""
    said = "This is not a regular file (a pipe, a device or a socket) and is not read"
    return say("NF106", path, said, "Remove it.")
