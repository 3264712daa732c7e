"""Which folders to watch so that no change of a file that counts goes unnoticed."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Watch(NamedTuple):
    """A folder to watch."""

    folder: str  # its path below the vault, empty for the vault itself
    real: str  # where it is on the disk, links followed
    recursive: bool
    identity: tuple[int, int]  # tells it from another folder that takes its place


def plan(vault: Path, folders: Iterable[str]) -> frozenset[Watch]:
    """Watches for folders of the vault; for one that is not there the nearest above it, into which it may come."""
    wanted = {"": False}
    for folder in filter(None, folders):
        there = _nearest(vault, folder)
        wanted[there] = wanted.get(there, False) or there == folder
    deep = [folder for folder, recursive in wanted.items() if recursive]
    return frozenset(
        watch
        for folder, recursive in wanted.items()
        if not any(folder.startswith(f"{above}/") for above in deep) and (watch := _watch(vault, folder, recursive))
    )


def _nearest(vault: Path, folder: str) -> str:
    while folder and not _inside(vault, folder):
        folder = folder.rpartition("/")[0]
    return folder


def _inside(vault: Path, folder: str) -> bool:
    real = os.path.realpath(vault / folder)
    return Path(real).is_relative_to(vault) and Path(real).is_dir()


def _watch(vault: Path, folder: str, recursive: bool) -> Watch | None:
    real = os.path.realpath(vault / folder)
    try:
        found = Path(real).stat()
    except OSError:
        return None
    return Watch(folder, real, recursive, (found.st_dev, found.st_ino))
