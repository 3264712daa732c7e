"""The whole vault as one value, read once."""

from pathlib import Path

from netfiles.model.collection import Collection
from netfiles.vault.shelf import Progress, Shelf, silent


def load(root: Path, last: Collection | None = None, progress: Progress = silent) -> Collection:
    """Everything in the vault at `root`. Records of `last` stand in for files that cannot be read now.

    Raises VaultGone. No file is opened for writing.
    """
    shelf = Shelf(root)
    return shelf.load(shelf.look(), last, progress)
