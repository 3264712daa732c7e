"""The bounds of a walk through the vault: how deep it goes, where it ends, which names it passes over."""

import unicodedata
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
