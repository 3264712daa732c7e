"""Which files of a folder of the vault are records; everything else there that deserves a word is a problem."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from netfiles.problems import Problem
from netfiles.vault.listing import Copy, Ground, Listing, irregular, linked, named, regular, say, unreadable
from netfiles.vault.names import (
    conflict_copy,
    copied_from,
    doubted_name,
    named_as_conflict,
    ordinary,
    refused_name,
    same_text,
)
from netfiles.vault.stamp import Stamp, may_move, stamp_of
from netfiles.vault.walk import MAX_DEPTH

_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__"))


def list_records(ground: Ground, folder: str, depth: int, before: Listing | None = None) -> Listing:
    """What a folder of records holds, `depth` folders below the top one of its kind."""
    if depth > MAX_DEPTH:
        said = f"Folders are nested deeper than {MAX_DEPTH}"
        return Listing(problems=(say("NF101", f"{folder[:200]}/", said, "Move the files up."),))
    found = _Found(ground, folder, {copy.path: copy for copy in before.copies} if before else {})
    try:
        others = _not_plain(found)
    except FileNotFoundError:
        return Listing()
    except OSError as error:
        return Listing(problems=(unreadable(f"{folder}/", "folder", error),))
    if depth and {"mkdocs.yml", "contacts"} <= {entry.name for entry in others}:
        said = "This folder is a vault of its own and is not read"
        return Listing(problems=(say("NF106", f"{folder}/", said, "Move it out of this vault."),))
    for entry in others:
        _other(found, entry)
    for path in sorted(found.odd):
        _judge(found, path)
    ground.files |= found.files
    return found.listing()


@dataclass(slots=True)
class _Found:
    """A listing while it is made; `odd` are the paths whose names have to be judged."""

    ground: Ground
    folder: str
    before: Mapping[str, Copy]
    files: dict[str, Stamp] = field(default_factory=dict)
    usable: list[str] = field(default_factory=list)
    odd: set[str] = field(default_factory=set)
    unused: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)

    def listing(self) -> Listing:
        usable = tuple(sorted(self.usable))
        return Listing(
            tuple(sorted((*usable, *self.unused))) if self.unused else usable,
            usable,
            tuple(sorted(self.folders)),
            tuple(self.problems),
            tuple(sorted(self.links)),
            tuple(self.copies),
        )


def _not_plain(found: _Found) -> list[os.DirEntry[str]]:
    """Take all regular Markdown files that editors did not leave behind, and return the other entries."""
    others: list[os.DirEntry[str]] = []
    folder, files, known, usable = found.folder, found.files, found.ground.known, found.usable
    ask = named if found.ground.names else regular
    for entry in os.scandir(f"{found.ground.root}/{folder}"):
        name = entry.name
        if name[-3:] != ".md":
            others.append(entry)
            continue
        path = f"{folder}/{name}"
        stamp = (known and known.get(path)) or ask(entry)
        if stamp is None:
            others.append(entry)
        elif name[0] not in ".#~":
            files[path] = stamp
            if ordinary(name):
                usable.append(path)
            else:
                found.odd.add(path)
    return others


def _other(found: _Found, entry: os.DirEntry[str]) -> None:
    name, path = entry.name, f"{found.folder}/{entry.name}"
    if name.startswith("."):
        if name.endswith(".md.icloud"):
            path = f"{found.folder}/{name[1:].removesuffix('.icloud')}"
            said = "The file is in iCloud and not on this computer"
            found.problems.append(say("NF113", path, said, "Download it; it is not deleted."))
    elif entry.is_dir(follow_symlinks=False):
        if name not in _SKIPPED_FOLDERS:
            found.folders.append(path)
    elif name.startswith(("#", "~")):
        pass
    elif entry.is_symlink():
        found.links.append(path)
        _link(found, name, path)
    elif name.endswith(".md") and os.path.lexists(entry.path):
        found.problems.append(irregular(path))


def _link(found: _Found, name: str, path: str) -> None:
    state = linked(found.ground, path, name.endswith(".md"))
    if isinstance(state, Problem):
        found.problems.append(state)
    elif state is not None and name.endswith(".md"):
        found.files[path] = state
        found.odd.add(path)


def _judge(found: _Found, path: str) -> None:
    """Whether a file is of use in spite of its name."""
    name = path.rpartition("/")[2]
    if refused := refused_name(path, name):
        found.problems.append(refused)
        found.unused.append(path)
        return
    found.problems += doubted_name(path, name)
    if named_as_conflict(name) or _numbered_copy(found, path, copied_from(name)):
        found.problems.append(conflict_copy(path))
        found.unused.append(path)
    else:
        found.usable.append(path)


def _numbered_copy(found: _Found, path: str, name: str | None) -> bool:
    """Whether the file holds the same as the one called `name` beside it."""
    base = f"{found.folder}/{name}"
    if name is None or base not in found.files:
        return False
    full, original = found.ground.root / path, found.ground.root / base
    try:
        stamps = stamp_of(full.stat()), stamp_of(original.stat())
    except OSError:
        return False
    old = found.before.get(path)
    copied = old.copied if old and (old.base, old.stamps) == (base, stamps) else same_text(full, original)
    settled = not any(may_move(stamp, found.ground.now) for stamp in stamps)
    found.copies.append(Copy(path, base, stamps if settled else None, copied))
    return copied
