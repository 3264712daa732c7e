"""Hears, on Linux, when another process has opened or closed a file."""

import ctypes
import os
import select
import struct
from pathlib import Path

OPENED, CLOSED = 0x20, 0x10  # IN_OPEN, IN_CLOSE_NOWRITE


class Ear:
    """Listens at one file."""

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._handle, os.fsencode(path), OPENED | CLOSED) > 0

    def heard(self, seconds: float) -> int:
        """What happened since last time, waiting for it at most so long."""
        if not select.select([self._handle], [], [], seconds)[0]:
            return 0
        data, found, at = os.read(self._handle, 4096), 0, 0
        while at < len(data):
            _, mask, _, length = struct.unpack_from("iIII", data, at)
            found |= mask
            at += 16 + length
        return found

    def close(self) -> None:
        os.close(self._handle)
