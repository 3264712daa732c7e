"""Which names of files are taken in the folders of a vault."""

import os
from collections import Counter
from pathlib import Path

from netfiles.text.stems import alike, all_alike, like


def taken(vault: Path, folder: str, day: str = "") -> frozenset[str]:
    """The stems of the files of a folder that begin with a day, or of all, as they are compared."""
    names = _names(vault / folder)
    return frozenset(all_alike([name.removesuffix(".md") for name in names if name.startswith(day)]))


_MANY = 20
"""Of more new names than these in one folder all names there are compared once."""


class Names:
    """The names in folders, each listed once, for comparing new ones with them."""

    def __init__(self) -> None:
        self._listed: dict[Path, list[str]] = {}
        self._asked: Counter[Path] = Counter()
        self._alike: dict[Path, dict[str, list[str]]] = {}

    def like(self, file: Path) -> list[str]:
        """The other names in the folder of a file that some computers cannot tell from its own."""
        folder, name = file.parent, file.name
        if folder not in self._listed:
            self._listed[folder] = _names(folder)
        self._asked[folder] += 1
        if self._asked[folder] <= _MANY:
            return [one for one in like(name, self._listed[folder]) if one != name]
        if folder not in self._alike:
            found = self._alike[folder] = {}
            for one in self._listed[folder]:
                found.setdefault(alike(one), []).append(one)
        return [one for one in self._alike[folder].get(alike(name), ()) if one != name]


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  # names only
    except OSError:
        return []
