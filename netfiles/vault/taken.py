"""Which names of files are taken in a vault, also by one that differs in case or Unicode form only."""

import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Names:
    """The names in the folders of a vault, as they were when they were first asked for, and those given out since."""

    vault: Path
    _folders: dict[str, set[str]] = field(default_factory=dict)

    def taken(self, path: str) -> bool:
        """Whether a path is taken."""
        folder, _, name = path.rpartition("/")
        return _folded(name) in self._names(folder)

    def give(self, path: str) -> None:
        """Take a path oneself."""
        folder, _, name = path.rpartition("/")
        self._names(folder).add(_folded(name))

    def _names(self, folder: str) -> set[str]:
        if folder not in self._folders:
            try:
                names = os.listdir(self.vault / folder)  # noqa: PTH208  # names only
            except OSError:
                names = []
            self._folders[folder] = set(map(_folded, names))
        return self._folders[folder]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
