"""Vaults on the disk, made of a few files, and what was found in them."""

import os
from pathlib import Path
from typing import Any

from netfiles.model import Record
from netfiles.model.collection import Collection
from netfiles.vault.load import load

ADA = "---\nname: Ada\n---\nNotes.\n"


def vault(root: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A vault below `root` of these files; contacts/ and journal/ are there in any case."""
    for folder in ("contacts", "journal"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for path, content in (files or {}).items():
        put(root, path, content)
    return root


def put(root: Path, path: str, content: str | bytes = ADA) -> Path:
    full = root / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.write_bytes(content if isinstance(content, bytes) else content.encode())
    return full


def put_bytes_name(folder: Path, name: bytes, content: bytes = ADA.encode()) -> None:
    """A file whose name need not be UTF-8."""
    handle = os.open(os.fsencode(folder) + b"/" + name, os.O_WRONLY | os.O_CREAT)
    os.write(handle, content)
    os.close(handle)


def paths(collection: Collection) -> list[str]:
    return [record.path for record in collection.records()]


def told(collection: Collection) -> list[tuple[str, str]]:
    """Code and file of every problem."""
    return [(p.code, p.place.file) for p in collection.problems]


def found(root: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """The records by path, and the problems."""
    collection = load(root)
    return paths(collection), told(collection)


def state(root: Path) -> dict[str, tuple[Any, ...]]:
    """Everything of a folder that a write would change: names, bytes, times, modes."""
    seen: dict[str, tuple[Any, ...]] = {}
    for full in sorted(root.rglob("*")):
        at = full.lstat()
        content = full.read_bytes() if full.is_file() and not full.is_symlink() and at.st_mode & 0o400 else None
        seen[str(full)] = (at.st_mode, at.st_size, at.st_mtime_ns, at.st_ino, content)
    return seen


def only(collection: Collection) -> Record:
    (record,) = collection.records()
    return record
