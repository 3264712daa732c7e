"""New files in a vault: made where nothing is yet, never over what is there."""

import os
from collections.abc import Iterable
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from pathlib import Path

_SKELETON = {"gitignore": ".gitignore", "obsidian": ".obsidian", "netfiles": ".netfiles"}


def skeleton() -> dict[str, bytes]:
    """The files of a new vault by their path."""
    return dict(_below(package_files("netfiles.vault") / "skeleton", ""))


def _below(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = _SKELETON.get(entry.name, entry.name)
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", entry.read_bytes()


def create(root: Path, path: str, content: bytes) -> bool:
    """Write a new file, its folders too; False where something stands at `path` already (it is left alone)."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return True
