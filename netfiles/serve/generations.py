"""The complete sites on disk, each in its own folder below one private folder that goes at the end."""

import itertools
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from netfiles.serve.scripts import inline_scripts


@dataclass(frozen=True)
class Generation:
    """One complete site; no other run of the server gives the same name."""

    name: str
    folder: Path  # resolved
    trusted: frozenset[str]  # the theme's inline scripts, normalised


class Generations:
    """Gives out fresh folders, and keeps the last two that became a generation."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(4)
        self._numbers = itertools.count(1)
        self._kept: list[Path] = []

    def __enter__(self) -> Self:
        self._root = Path(tempfile.mkdtemp(prefix="netfiles-serve-")).resolve()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _remove(self._root)

    def fresh(self) -> Path:
        """An empty folder for the next build."""
        folder = self._root / str(next(self._numbers))
        folder.mkdir(mode=0o700)
        return folder

    def discard(self, folder: Path) -> None:
        """Remove the folder of a build that came to nothing."""
        _remove(folder)

    def describe(self, folder: Path) -> Generation:
        """The generation that a complete build in `folder` is."""
        return Generation(f"{self._run}-{folder.name}", folder, _trusted(folder))

    def keep(self, folder: Path) -> None:
        """Note that `folder` is shown now; the one before stays for requests under way, older ones go."""
        self._kept.append(folder)
        while len(self._kept) > 2:
            _remove(self._kept.pop(0))


def _trusted(folder: Path) -> frozenset[str]:
    """The inline scripts of the theme: those of the 404 page, which holds nothing of the notes."""
    try:
        page = (folder / "404.html").read_bytes()
    except OSError:
        return frozenset()
    return frozenset(script.normal for script in inline_scripts(page))


def _remove(folder: Path) -> None:
    """Remove a folder; what another process still writes there is tried once more."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
