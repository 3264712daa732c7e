"""One file of the vault as text, or the problem that says why not."""

import codecs
import hashlib
import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from netfiles.problems import Place, Problem, printable
from netfiles.vault.stamp import Stamp, may_move, stamp_of

MAX_FILE = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, newlines as `\\n` and without BOM, and the checksum of its bytes."""

    path: str
    text: str
    checksum: str


def read_source(root: Path, path: str) -> Source | Problem | None:
    """The source at `path`; a problem where it cannot be read; None where it has vanished meanwhile."""
    return read_stamped(root, path)[0]


def read_stamped(root: Path, path: str, linked: bool = False) -> tuple[Source | Problem | None, Stamp | None]:
    """The same with the stamp that stands for this text and no other; None where there is no telling."""
    now = time.time_ns()
    try:
        data, state = _read_regular(f"{root}/{path}")
    except FileNotFoundError:
        return None, None
    except OSError as error:
        said = f"The file cannot be read: {error.strerror or error}"
        return _problem("NF101", path, said, "Check its permissions."), None
    stamp = stamp_of(state, linked)
    told = None if may_move(stamp, now) else stamp
    if data is None:
        said = f"The file is longer than {MAX_FILE // 1024 // 1024} MiB"
        return _problem("NF103", path, said, "Split the note; put scans into attachments/."), told
    return _decoded(path, data), told


def _read_regular(full: str) -> tuple[bytes | None, os.stat_result]:
    """The bytes of a regular file, None where there are too many, and its state after. Never waits on a pipe."""
    handle = os.open(full, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise OSError(0, "it is not a regular file")
        if state.st_size > MAX_FILE:
            return None, state
        data = os.read(handle, state.st_size + 1)
        while len(data) != state.st_size and (chunk := os.read(handle, MAX_FILE + 1 - len(data))):
            data += chunk
        return data if len(data) <= MAX_FILE else None, os.fstat(handle)
    finally:
        os.close(handle)


def _decoded(path: str, data: bytes) -> Source | Problem:
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error)
    if "\0" in text:
        if not text.strip("\0"):
            return _problem(
                "NF102",
                path,
                "The file holds only NUL bytes, likely a damaged save",
                "Restore it, for example with `git restore`.",
            )
        said = "it looks like UTF-16" if text.count("\0") > len(text) // 3 else "it holds NUL bytes"
        return _problem("NF102", path, f"The file is not UTF-8 text: {said}", "Save it as UTF-8 in your editor.")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(path, text, hashlib.sha256(data).hexdigest())


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        said = "it looks like UTF-16"
    else:
        said = f"byte {error.start + 1} cannot be read"
    return Problem(
        "NF102", Place(printable(path), line), f"The file is not UTF-8 text: {said}", "Save it as UTF-8 in your editor."
    )


def _problem(code: str, path: str, message: str, advice: str) -> Problem:
    return Problem(code, Place(printable(path)), message, advice)
