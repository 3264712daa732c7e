"""What a process gives up before it becomes a command: root's privileges, room on the disk, a home."""

import ctypes
import os
import resource
import runpy
import sys
from pathlib import Path

_KEEP_CAPABILITIES, _DROP_FOR_GOOD, _VERSION_3 = 8, 24, 0x20080522  # of prctl(2) and capset(2)
_WRITES_EVERYWHERE, _READS_EVERYTHING = 1, 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
_NEW_MOUNTS, _PRIVATE = 0x00020000, 0x4000 | 0x40000  # CLONE_NEWNS; MS_REC | MS_PRIVATE


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Set(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


def as_anybody() -> None:
    """Permissions hold for root too; elsewhere nothing changes."""
    if sys.platform != "linux" or os.geteuid():
        return
    for capability in (_WRITES_EVERYWHERE, _READS_EVERYTHING):
        ctypes.CDLL(None).prctl(_DROP_FOR_GOOD, capability, 0, 0, 0)
    _keep(~(1 << _WRITES_EVERYWHERE | 1 << _READS_EVERYTHING))


def _keep(capabilities: int) -> None:
    libc, header, sets = ctypes.CDLL(None), _Header(_VERSION_3, 0), (_Set * 2)()
    libc.capget(ctypes.byref(header), sets)
    sets[0].effective = sets[0].permitted = sets[0].permitted & capabilities
    assert libc.capset(ctypes.byref(header), sets) == 0


def no_long_files(most: int) -> None:
    """No file may grow beyond `most` bytes, as on a disk that is all but full."""
    as_anybody()
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


NO_MOUNT = 77
"""How a process ends that may not have a disk of its own."""


def own_disk(folder: Path, size: int) -> None:
    """`folder` lies on a disk of `size` bytes that only this process sees."""
    libc = ctypes.CDLL(None, use_errno=True)
    disk = (b"none", os.fsencode(folder), b"tmpfs", 0, f"size={size}".encode())
    if libc.unshare(_NEW_MOUNTS) or libc.mount(None, b"/", None, _PRIVATE, None) or libc.mount(*disk):
        sys.exit(NO_MOUNT)
    as_anybody()


def unknown_user(number: int) -> None:
    """Somebody of whom the system has never heard, who may read what root may, and write nothing but their own."""
    ctypes.CDLL(None).prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0)
    os.setgid(number)
    os.setuid(number)
    _keep(1 << _READS_EVERYTHING)


if __name__ == "__main__":
    as_anybody()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
