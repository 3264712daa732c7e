"""The files below a folder of the vault: to a bounded depth, and never beyond its borders."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

MAX_DEPTH = 30


def inside(root: Path, path: Path) -> bool:
    """Whether a path, links followed, lies in the vault; False where that cannot be told."""
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def unspeakable(name: str) -> bool:
    """Whether a name holds control characters, or bytes that are not UTF-8."""
    return not name.isprintable() and any(unicodedata.category(c) in ("Cc", "Cs") for c in name)


def files_below(root: Path, folder: str) -> Iterator[str]:
    """The paths of the files below `folder`, relative to it; hidden ones and folders behind links are left out."""
    top = root / folder
    if not inside(root, top):
        return
    for here, folders, names in os.walk(top):
        below = Path(here).relative_to(top)
        deep = len(below.parts) >= MAX_DEPTH
        folders[:] = [] if deep else sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = (below / name).as_posix()
            if not name.startswith(".") and not unspeakable(path):
                yield path
