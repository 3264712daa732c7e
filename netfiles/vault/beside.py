"""Files that a command writes where the owner says, in the vault or anywhere else: new ones only."""

import os
from pathlib import Path

from netfiles.errors import NotWritable
from netfiles.model.options import Folders
from netfiles.problems import printable
from netfiles.vault.prepare import kind_of
from netfiles.vault.write import write_whole


def refuse_place(vault: Path, folders: Folders, file: Path) -> None:
    """Raise NotWritable where a file is there already, has no folder, or would be read as a record."""
    said = printable(str(file))
    if os.path.lexists(file):
        raise NotWritable(said, "is there already", "Choose another name.")
    if not file.parent.is_dir():
        raise NotWritable(said, "has no folder to go to", "Make the folder, or choose another.")
    real, root = file.parent.resolve() / file.name, vault.resolve()
    if real.is_relative_to(root) and kind_of(folders, real.relative_to(root).as_posix()):
        raise NotWritable(said, "lies where records are read from", "Choose another folder, or the ending .txt.")


def folder_for(folder: Path) -> None:
    """Make a folder, unless it is there. Raises NotWritable."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWritable(printable(str(folder)), error.strerror or str(error), "Choose another place.") from None


def write_new(file: Path, text: str) -> None:
    """Write a new file for its owner's eyes. Raises NotWritable."""
    try:
        write_whole(file, text.encode())
    except OSError as error:
        raise NotWritable(printable(str(file)), error.strerror or str(error), "Choose another place.") from None
