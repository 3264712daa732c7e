"""Two files that change places in one step, so that what was in a place is never lost."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def swap(one: Path, other: Path) -> bool:
    """Let two files change places; False where the system or the file system has no such step. Raises OSError."""
    step = _step(sys.platform)
    return step is not None and step(os.fsencode(one), os.fsencode(other))


@cache
def _step(platform: str) -> Callable[[bytes, bytes], bool] | None:
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if platform.startswith("linux"):
            exchange = system.renameat2
            return lambda one, other: _done(exchange(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
        if platform == "darwin":
            exchange = system.renamex_np
            return lambda one, other: _done(exchange(one, other, _EXCHANGE))
    except (OSError, AttributeError, TypeError):
        pass
    return None


def _done(answer: int) -> bool:
    if answer == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code))
