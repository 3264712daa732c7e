"""A private folder that goes with its process, and those that a killed process left behind."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_LOCK = "in-use"  # locked as long as the process lives, however it ends


@contextmanager
def private_folder(prefix: str) -> Iterator[Path]:
    """A folder of our own while the block runs."""
    made = Path(tempfile.mkdtemp(prefix=prefix)).resolve()
    handle = _lock(made)
    try:
        yield made
    finally:
        remove(made)
        os.close(handle)


def remove_left_behind(prefix: str) -> None:
    """Remove the folders of this name whose process is no more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        if _left_behind(folder):
            remove(folder)


def remove(folder: Path) -> None:
    """Remove a folder; what another process still writes there is tried once more."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def _lock(folder: Path) -> int:
    """Lock a file before it has the name by which others know it."""
    if sys.platform == "win32":
        return os.open(os.devnull, os.O_RDONLY)
    handle = os.open(folder / "new", os.O_CREAT | os.O_RDWR, 0o600)
    _free(handle)
    (folder / "new").rename(folder / _LOCK)
    return handle


def _left_behind(folder: Path) -> bool:
    try:
        found = folder.lstat()
        if sys.platform == "win32" or not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            return False
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        return _free(handle)
    finally:
        os.close(handle)


def _free(handle: int) -> bool:
    """Take the lock where nobody has it."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
