"""One writing command at a time: the others wait a moment, then say so."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netfiles.errors import Busy

_PATIENCE = 10.0
_STEP = 0.02


@contextmanager
def locked(file: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock that this file stands for; the system gives it back however the process ends. Raises Busy."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        end = time.monotonic() + patience
        while not _taken(handle):
            if time.monotonic() > end:
                raise Busy
            time.sleep(_STEP)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415  # of Windows alone

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            import fcntl  # noqa: PLC0415  # of all others

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
