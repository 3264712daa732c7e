"""Which files of the vault are records, and of what kind; everything else that deserves a word is a problem."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from netfiles.model import Kind
from netfiles.model.options import Folders
from netfiles.problems import Place, Problem, printable
from netfiles.vault.walk import MAX_DEPTH, inside, unspeakable

_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that should be a record. `path` is relative to the vault, with forward slashes, as on disk."""

    kind: Kind
    path: str


@dataclass(slots=True)
class Discovery:
    """What a walk through the vault found."""

    root: Path
    files: list[Candidate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def say(self, code: str, path: str, message: str, advice: str) -> None:
        self.problems.append(Problem(code, Place(printable(path)), message, advice))


def discover(root: Path, folders: Folders) -> Discovery:
    """All candidates by path. A missing folder is a problem only for contacts and journal."""
    found = Discovery(root)
    kinds: tuple[tuple[str, Kind, bool], ...] = (
        (folders.contacts, "person", True),
        (folders.journal, "interaction", True),
        (folders.companies, "company", False),
        (folders.leads, "lead", False),
        (folders.goals, "goal", False),
        (folders.news, "news", False),
        (folders.queries, "query", False),
    )
    for folder, kind, needed in kinds:
        if _readable(found, folder, needed):
            names = _walk(found, folder, 0)
            found.files += [Candidate(kind, path) for path in _distinct(found, names)]
    if _regular(found, folders.profile, os.path.lexists(root / folders.profile)):
        found.files.append(Candidate("profile", folders.profile))
    found.files.sort(key=lambda c: c.path)
    return found


def _readable(found: Discovery, folder: str, needed: bool) -> bool:
    """Whether a folder of records is there and lies in the vault."""
    full, place = found.root / folder, f"{folder}/"
    try:
        there = full.is_dir()
    except OSError as error:
        found.say("NF101", place, f"The folder cannot be read: {error.strerror}", "Check its permissions.")
        return False
    if there and not inside(found.root, full):
        found.say("NF105", place, "The link leads out of the vault and is not followed", "Move the folder here.")
        return False
    if needed and not there:
        advice = f"Make it, or run `netfiles init {found.root.name}`."
        found.say("NF112", place, f"The folder {place} is missing", advice)
    return there


def _walk(found: Discovery, folder: str, depth: int) -> Iterator[str]:
    """The paths of all files below `folder` that look like records."""
    if depth > MAX_DEPTH:
        found.say("NF101", f"{folder[:200]}/", f"Folders are nested deeper than {MAX_DEPTH}", "Move the files up.")
        return
    try:
        entries = sorted(os.scandir(found.root / folder), key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError as error:
        found.say("NF101", f"{folder}/", f"The folder cannot be read: {error.strerror}", "Check its permissions.")
        return
    if depth and any(e.name == "mkdocs.yml" for e in entries) and any(e.name == "contacts" for e in entries):
        found.say(
            "NF106", f"{folder}/", "This folder is a vault of its own and is not read", "Move it out of this vault."
        )
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            _placeholder(found, folder, entry.name)
        elif entry.is_dir(follow_symlinks=False):
            if entry.name not in _SKIPPED_FOLDERS:
                yield from _walk(found, path, depth + 1)
        elif _could_be_record(entry) and _usable(found, path, entry):
            yield path


def _could_be_record(entry: os.DirEntry[str]) -> bool:
    """Markdown files and links, save what editors leave behind."""
    return (entry.name.endswith(".md") or entry.is_symlink()) and not entry.name.startswith(("#", "~"))


def _placeholder(found: Discovery, folder: str, name: str) -> None:
    if name.endswith(".md.icloud"):
        path = f"{folder}/{name[1:].removesuffix('.icloud')}"
        found.say("NF113", path, "The file is in iCloud and not on this computer", "Download it; it is not deleted.")


def _usable(found: Discovery, path: str, entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        if not _link_inside(found, path):
            return False
    elif not entry.is_file(follow_symlinks=False):
        return _regular(found, path, True)
    return _named_well(found, path, entry.name) and not _conflict_copy(found, path, entry.name)


def _link_inside(found: Discovery, path: str) -> bool:
    full = found.root / path
    try:
        target = full.resolve(strict=True)
    except (OSError, RuntimeError):
        if path.endswith(".md"):
            found.say(
                "NF106", path, "The link leads to a file that is not there", "Remove the link, or restore the file."
            )
        return False
    if not target.is_relative_to(found.root.resolve()):
        found.say("NF105", path, "The link leads out of the vault and is not followed", "Copy the file into the vault.")
        return False
    if target.is_dir():
        found.say(
            "NF106",
            path,
            "A link to a folder is not followed",
            "Its files are read where they lie, if they lie in a folder of records.",
        )
        return False
    return path.endswith(".md") and _regular(found, path, True)


def _regular(found: Discovery, path: str, exists: bool) -> bool:
    if not exists:
        return False
    full = found.root / path
    try:
        mode = full.stat().st_mode
    except OSError as error:
        found.say("NF101", path, f"The file cannot be read: {error.strerror}", "Check its permissions.")
        return False
    if not inside(found.root, full):
        found.say("NF105", path, "The link leads out of the vault and is not followed", "Copy the file into the vault.")
        return False
    if not stat.S_ISREG(mode):
        found.say(
            "NF106", path, "This is not a regular file (a pipe, a device or a socket) and is not read", "Remove it."
        )
        return False
    return True


_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)


def _named_well(found: Discovery, path: str, name: str) -> bool:
    stem = name.removesuffix(".md")
    if unspeakable(name):
        found.say("NF110", path, "The file's name holds control characters or is not UTF-8", "Rename the file.")
        return False
    if not name.isascii() and any(unicodedata.bidirectional(c) in _TURNING for c in name):
        found.say(
            "NF111",
            path,
            "The file's name holds invisible characters that turn the direction of text",
            "Rename the file.",
        )
    if _RESERVED.fullmatch(stem) or stem != stem.strip() or stem.endswith(".") or re.search(r'[\\:*?"<>|]', stem):
        found.say(
            "NF111",
            path,
            "Windows cannot hold a file of this name",
            'Rename it: no \\ : * ? " < > |, no space or dot at the end, not CON, AUX, NUL …',
        )
    return True


# Dropbox and Nextcloud, Syncthing, Resilio, ownCloud, Seafile, Synology; then what `git mergetool` leaves behind.
_CONFLICT = re.compile(
    r"\((?:.*[’' ])?(?:conflicted copy|case conflict|unicode encoding conflict)\b.*\)|\.sync-conflict-\d{8}-"
    r"|\.conflict$|_caseconflict|_conflict-\d{8}-\d{6}$|\(SFConflict .*\)|_\w{3}-\d\d-\d{6}-\d{4}_Conflict$"
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$",
    re.IGNORECASE,
)


def _conflict_copy(found: Discovery, path: str, name: str) -> bool:
    stem = name.removesuffix(".md")
    if _CONFLICT.search(stem) or _numbered_copy(found.root / path, stem):
        found.say(
            "NF107",
            path,
            "This looks like a conflict copy made by a sync tool; it is not read",
            "Compare it with the file it was copied from, keep what you need, and delete it.",
        )
        return True
    return False


def _numbered_copy(full: Path, stem: str) -> bool:
    """`Ada 2.md`, `Ada (1).md`: a copy only where `Ada.md` is there with the same uid or first lines."""
    match = re.fullmatch(r"(.+?)(?: \d| \(\d\)|-[A-Z0-9]{2,}-?[A-Z0-9]*)", stem)
    if match is None:
        return False
    base = full.with_name(f"{match[1]}.md")
    try:
        if not (base.is_file() and full.is_file()):
            return False
        with base.open("rb") as first, full.open("rb") as second:
            old, new = first.read(65_536), second.read(65_536)
    except OSError:
        return False
    uid = re.compile(rb"^uid:[ \t]*(\S.*?)[ \t\r]*$", re.MULTILINE)
    uids = uid.search(old), uid.search(new)
    if uids[0] and uids[1]:
        return uids[0][1] == uids[1][1]
    lines_old, lines_new = set(old.splitlines()), set(new.splitlines())
    return len(lines_old & lines_new) * 10 >= 8 * max(len(lines_old), len(lines_new), 1)


def _distinct(found: Discovery, paths: Iterator[str]) -> Iterator[str]:
    """Paths that differ in more than case and Unicode form; the first of each group is read."""
    seen: dict[str, str] = {}
    for path in paths:
        key = unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            found.say(
                "NF109",
                path,
                f"The name differs from {printable(seen[key])} only in case or accents; it is not read",
                "Rename one of the two: on other computers one would overwrite the other.",
            )
            continue
        seen[key] = path
        yield path
