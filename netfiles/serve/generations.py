"""The complete sites on disk, each in its own folder below one private folder that goes at the end."""

import hashlib
import itertools
import os
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from netfiles.serve.scripts import trusted_scripts
from netfiles.serve.source import Site
from netfiles.serve.temporary import private_folder, remove, remove_left_behind

_PREFIX = "netfiles-serve-"
_CODE = (".css", ".js")
_PICTURES = (".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")  # told apart by their size


@dataclass(frozen=True)
class FolderSite:
    """One complete site in a folder."""

    name: str
    frame: str
    trusted: frozenset[str]
    folder: Path  # resolved

    def read(self, path: str) -> Path | None:
        """The real path of a regular file below the folder."""
        try:
            real = self.folder.joinpath(path).resolve(strict=True)
        except (OSError, ValueError, RuntimeError):  # not there, a name no system takes, a ring of links
            return None
        return real if real.is_relative_to(self.folder) and real.is_file() else None


class Generations:
    """Gives out fresh folders for builds, and keeps the last two that became a site; all go at the end."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._numbers = itertools.count(1)
        self._kept: list[Path] = []
        self._root: Path | None = None
        self._end = ExitStack()

    def __enter__(self) -> Self:
        remove_left_behind(_PREFIX)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end.close()

    def make(self, print_into: Callable[[Path], None]) -> Site:
        """The site that is printed into a fresh folder; what the printing raises leaves no folder behind."""
        self._root = self._root or self._end.enter_context(private_folder(_PREFIX))
        folder = self._root / str(next(self._numbers))
        folder.mkdir(mode=0o700)
        try:
            print_into(folder)
            site = folder_site(f"{self._run}-{folder.name}", folder)
        except BaseException:
            remove(folder)
            raise
        self._kept.append(folder)
        while len(self._kept) > 2:  # the one before answers requests under way
            remove(self._kept.pop(0))
        return site


def folder_site(name: str, folder: Path) -> FolderSite:
    """The site in a resolved folder."""
    try:
        trusted = trusted_scripts((folder / "404.html").read_bytes())
    except OSError:
        trusted = frozenset()
    return FolderSite(name, _frame(folder), trusted, folder)


def _frame(folder: Path) -> str:
    """A checksum of what pages load."""
    found = hashlib.blake2b(digest_size=12)
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(name for name in names if name.lower().endswith(_CODE + _PICTURES)):
            path = Path(here, name)
            content = path.read_bytes() if name.endswith(_CODE) else str(path.lstat().st_size).encode()
            found.update(f"{path.relative_to(folder)}\0{len(content)}\0".encode(errors="surrogateescape") + content)
    return found.hexdigest()
