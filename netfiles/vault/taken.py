"""Which names of files are taken in a folder of a vault."""

import os
from pathlib import Path

from netfiles.text.stems import alike


def taken(vault: Path, folder: str) -> frozenset[str]:
    """The stems of the files of a folder, as `alike` gives them."""
    try:
        names = os.listdir(vault / folder)  # noqa: PTH208  # names only
    except OSError:
        return frozenset()
    return frozenset(alike(name.removesuffix(".md")) for name in names)
