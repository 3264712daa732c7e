"""One file written with care: whole or not at all, and never over bytes that were not read.

All the owner's files are written here and nowhere else. What is in the way is never thrown away: it goes to the place
that the caller names.
"""

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from netfiles.errors import Meanwhile, NotWritable
from netfiles.vault.swap import swap

TEMPORARY = ".nf-"
_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_FOLLOW: int = getattr(os, "O_NOFOLLOW", 0)


def checksum(content: bytes) -> str:
    """What stands for these bytes."""
    return hashlib.sha256(content).hexdigest()


def content_of(file: Path) -> bytes | None:
    """The bytes of a file; None where there is none."""
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def put(file: Path, path: str, before: str | None, content: bytes, aside: Path) -> None:
    """Let a file hold these bytes, if it still holds those that the checksum `before` stands for (None: if it is new).

    The file that was there moves to `aside`. Raises Meanwhile, OSError; then the file is as others left it. The change
    outlives a power cut after `keep_folder`.
    """
    with staged([(file, content)]) as (new,):
        place(new, file, path, before, checksum(content), aside)


@contextmanager
def staged(files: Sequence[tuple[Path, bytes]]) -> Iterator[list[Path]]:
    """New files beside others, that look like them and hold these bytes; all are on the disk. They go in the end."""
    with ExitStack() as stack:
        new = [stack.enter_context(_temporary(file, content)) for file, content in files]
        _keep_files(new, [file for file, _ in files])
        yield new


def place(new: Path, file: Path, path: str, before: str | None, ours: str, aside: Path) -> None:
    """Put a new file, whose bytes `ours` stands for, in the place of another; see `put`."""
    with _named(file):
        if before is None:
            _link(new, file, path)
        else:
            _take(file, new, path, before, ours, aside)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Errors of the system bear the name of this file."""
    try:
        yield
    except OSError as error:
        error.filename = os.fspath(file)
        raise


def remove(file: Path, path: str, before: str, aside: Path) -> None:
    """Take a file away to `aside`, if it still holds what the checksum stands for; see `put`."""
    taken = file.with_name(f"{TEMPORARY}{secrets.token_hex(6)}")
    os.rename(file, taken)  # noqa: PTH104  # one system call, as in a table of faults
    if checksum(taken.read_bytes()) != before:
        with suppress(FileExistsError):
            os.link(taken, file)
            taken.unlink()
            raise Meanwhile(path)
        _move_aside(taken, aside)
        raise Meanwhile(path, str(aside))
    _move_aside(taken, aside)


@contextmanager
def _temporary(file: Path, content: bytes) -> Iterator[Path]:
    """A whole new file beside another, with its permissions; it is gone in the end."""
    new = file.with_name(f"{TEMPORARY}{secrets.token_hex(6)}")
    try:
        with _named(file):
            write_whole(new, content, file, 0o666, kept=False)
        yield new
    finally:
        for _ in range(2):  # a signal or a network may break off the first
            with suppress(OSError):
                new.unlink()


def write_whole(new: Path, content: bytes, like: Path | None = None, mode: int = 0o600, kept: bool = True) -> None:
    """Make a new file that looks like another one, if that is there; if `kept`, see that its bytes are on the disk."""
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, mode)
    try:
        if like is not None and os.name == "posix":
            _like(like, handle, new)
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
        if kept:
            os.fsync(handle)
    finally:
        os.close(handle)


def _like(file: Path, handle: int, new: Path) -> None:
    """Give a new file the permissions, owner and attributes of the one it stands in for, as far as we may."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return
    with suppress(OSError):
        if (found.st_uid, found.st_gid) != (os.geteuid(), os.getegid()):
            os.fchown(handle, found.st_uid, found.st_gid)
    os.fchmod(handle, stat.S_IMODE(found.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(file):
                os.setxattr(new, name, os.getxattr(file, name))


def _link(new: Path, file: Path, path: str) -> None:
    """Give a new file its name, if nothing bears it."""
    try:
        os.link(new, file)
    except FileExistsError:
        raise Meanwhile(path) from None
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV):
            raise
        if os.path.lexists(file):  # a file system without links, such as that of a memory card
            raise Meanwhile(path) from None
        os.rename(new, file)  # noqa: PTH104


def _take(file: Path, new: Path, path: str, before: str, ours: str, aside: Path) -> None:
    """Put the new file, which holds `ours`, in the place of the old one, and look at what came out of it."""
    held = content_of(file)
    if held is None or checksum(held) != before:
        raise Meanwhile(path)
    if not swap(new, file):
        _replace(file, new, aside)
        return
    for _ in range(3):
        out = checksum(new.read_bytes())
        if out == before:
            _move_aside(new, aside)
            return
        swap(new, file)  # an editor was quicker: its text goes back, and ours comes out again
        if checksum(new.read_bytes()) == ours:
            raise Meanwhile(path)
        swap(new, file)
    _move_aside(new, aside)
    raise Meanwhile(path, str(aside))


def _replace(file: Path, new: Path, aside: Path) -> None:
    """The same without a swap: the old file keeps a second name while it is replaced."""
    old = file.with_name(f"{TEMPORARY}{secrets.token_hex(6)}")
    with suppress(OSError):
        os.link(file, old)
    os.replace(new, file)  # noqa: PTH105
    if old.exists():
        _move_aside(old, aside)


def _move_aside(file: Path, aside: Path) -> None:
    """Keep a file that made way: the file itself, since an editor may still be writing to it, else a copy."""
    try:
        os.rename(file, aside)  # noqa: PTH104
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        aside.write_bytes(file.read_bytes())
        file.unlink()


_AT_ONCE = 16
_VERY_MANY = 2_000
"""For more files than these everything that waits for the disk is written at once."""


def _keep_files(new: Sequence[Path], files: Sequence[Path]) -> None:
    """See that the bytes of new files are on the disk, which makes sixteen of them last in the time of one."""

    def keep(number: int) -> None:
        with _named(files[number]):
            handle = os.open(new[number], os.O_RDWR | _NO_FOLLOW | _BINARY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    very_many = len(new) > _VERY_MANY
    if very_many and hasattr(os, "sync"):
        os.sync()  # what follows only asks, then, whether each arrived
    if very_many or len(new) <= _AT_ONCE:
        for number in range(len(new)):
            keep(number)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # heavy, and seldom needed

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(keep, range(len(new))):
            pass


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they outlive a power cut."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        keep_folder(folder.parent)


def keep_folder(folder: Path) -> None:
    """Let the names of a folder survive a power cut."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refuse_unwritable(file: Path, path: str) -> None:
    """Raise NotWritable where a file, or the folder it will stand in, is not ours to write."""
    folder = next(parent for parent in file.parents if parent.exists())
    if not folder.is_dir():
        raise NotWritable(path, f"cannot be made: {folder.name} is a file", "Rename that file.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise NotWritable(path, "lies in a folder that may not be written to", "Check the folder's permissions.")
    if file.exists() and not (os.access(file, os.W_OK) and file.stat().st_mode & 0o222):
        raise NotWritable(path, "is read-only", "Allow writing to it if you want the change.")
    if file.exists() and not file.is_file():
        raise NotWritable(path, "is no regular file", "Remove it.")
