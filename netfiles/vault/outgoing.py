"""Files that a command writes anew each time where the owner says: whole, for their eyes, and never over a record."""

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import astuple
from datetime import UTC, date, datetime, time
from pathlib import Path

from netfiles.errors import NotWritable
from netfiles.model.options import Folders
from netfiles.problems import printable
from netfiles.vault.templates import FOLDER as TEMPLATES
from netfiles.vault.write import TEMPORARY, keep_folder

_HEAD = 1_024


def refuse_place(file: Path) -> None:
    """Raise NotWritable where a file cannot go to."""
    said, real = printable(str(file)), file.resolve()
    if file.is_dir():
        raise NotWritable(said, "is a folder", "Name a file.")
    if os.path.lexists(file) and not real.is_file():
        raise NotWritable(said, "is no regular file", "Choose another name.")
    if not real.parent.is_dir():
        raise NotWritable(said, "has no folder to go to", "Make the folder, or choose another.")


def refuse_record(vault: Path, folders: Folders, file: Path) -> None:
    """Raise NotWritable where a file lies among what the vault is made of."""
    real, root = file.resolve(), vault.resolve()
    if not real.is_relative_to(root):
        return
    path = real.relative_to(root).as_posix()
    tops = (*astuple(folders), TEMPLATES, "inbox.md", "mkdocs.yml")
    if top := next((top for top in tops if path == top or path.startswith(f"{top}/")), None):
        said = printable(str(file))
        raise NotWritable(said, f"lies in {top}, which the vault is made of", "Choose another place.")


def refuse_others(file: Path, mark: bytes) -> None:
    """Raise NotWritable where a file is there that does not bear, in its first bytes, the mark of what we make."""
    try:
        with file.open("rb") as held:
            head = held.read(_HEAD)
    except FileNotFoundError:
        return
    except OSError as error:
        raise NotWritable(printable(str(file)), error.strerror or str(error), "Choose another place.") from None
    if head and not (mark and mark in head):
        advice = "Choose another name, or say --force to replace it."
        raise NotWritable(printable(str(file)), "is there already and was not made by this command", advice)


def write_over(file: Path, pieces: Iterable[bytes], day: date | None = None) -> None:
    """Put a new file in the place of an old one, or of none, that its owner alone can read. Raises NotWritable.

    `day`: what the file says to have been made on.
    """
    real = file.resolve()
    new = real.with_name(f"{TEMPORARY}{secrets.token_hex(6)}")
    try:
        try:
            _write(new, pieces)
            if day:
                moment = datetime.combine(day, time(), UTC).timestamp()
                os.utime(new, (moment, moment))
            os.replace(new, real)  # noqa: PTH105  # one system call
        finally:
            with suppress(OSError):
                new.unlink()
        keep_folder(real.parent)
    except OSError as error:
        raise NotWritable(printable(str(file)), error.strerror or str(error), "Choose another place.") from None


def _write(new: Path, pieces: Iterable[bytes]) -> None:
    """Make a new file of pieces, and see that they are on the disk."""
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())
