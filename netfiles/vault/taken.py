"""Which names of files are taken in a folder of a vault."""

import os
from pathlib import Path

from netfiles.text.stems import all_alike


def taken(vault: Path, folder: str, day: str = "") -> frozenset[str]:
    """The stems of the files of a folder that begin with a day, or of all, as they are compared."""
    try:
        names = os.listdir(vault / folder)  # noqa: PTH208  # names only
    except OSError:
        return frozenset()
    return frozenset(all_alike([name.removesuffix(".md") for name in names if name.startswith(day)]))
