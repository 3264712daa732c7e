"""Opens a zip, and what is in it, without believing what it says of itself: what comes out is bounded as it is read."""

import io
import lzma
import re
import stat
import struct
import zipfile
import zlib
from typing import IO, Any, BinaryIO

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Left
from netfiles.exchange.tables.table_remarks import Remarks, shown

MAX_FILES = 20_000
_MAX_AT_ONCE = 4 * 2**20
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError, struct.error)
_GET_ANEW = "Get it anew where it comes from."


def open_zip(file: BinaryIO, name: str) -> zipfile.ZipFile:
    """The zip in a file; raises CannotRead where it is none."""
    try:
        archive = zipfile.ZipFile(_Guarded(file))
    except _DAMAGED:
        raise CannotRead(name, "it is no zip, or a damaged one", _GET_ANEW) from None
    if len(archive.infolist()) > MAX_FILES:
        raise CannotRead(name, f"there are more than {MAX_FILES} files in it", "Unpack it, and read those you mean.")
    return archive


def sound_members(archive: zipfile.ZipFile) -> tuple[list[zipfile.ZipInfo], list[Left]]:
    """The files of a zip that may be read, and what is wrong with the others."""
    remarks, sound = Remarks(), []
    for member in archive.infolist():
        if why := _unsound(member):
            remarks.add("files that are not read", Left(1, f"{shown(member.filename)} is not read: {why}"))
        elif not member.is_dir():
            sound.append(member)
    return sound, list(remarks)


def _unsound(member: zipfile.ZipInfo) -> str:
    path = member.filename.replace("\\", "/")
    if path.startswith(("/", "~")) or ".." in path.split("/") or re.match(r"[A-Za-z]:", path):
        return "its name leads out of the zip"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link to another file"
    if member.flag_bits & 1:
        return "it is encrypted"
    return ""


class Budget:
    """How much may yet come out of a zip, all of its files together."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self._most, self._left = name, most, most

    def open(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> "Bounded":
        """A file of the zip."""
        called = member.filename.rpartition("/")[2]
        try:
            return Bounded(archive.open(member), self, called)
        except _DAMAGED:
            raise CannotRead(called, "it is damaged", _GET_ANEW) from None

    def spend(self, size: int) -> None:
        """Count what came out; raises CannotRead when it is too much."""
        self._left -= size
        if self._left < 0:
            why = f"more than {self._most / 2**20:g} MiB come out of it"
            raise CannotRead(self.name, why, "Unpack it, and read its files one by one.")


class Bounded(io.RawIOBase, BinaryIO):
    """A file of a zip; raises CannotRead where it is damaged, or more comes out than may."""

    def __init__(self, inner: IO[bytes], budget: Budget, name: str) -> None:
        self._inner, self._budget, self._name = inner, budget, name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        try:
            found = self._inner.read(len(view))
        except _DAMAGED:
            raise CannotRead(self._name, "it is damaged", _GET_ANEW) from None
        self._budget.spend(len(found))
        view[: len(found)] = found
        return len(found)


class _Guarded(io.RawIOBase):
    """A file of which nobody reads more at once than the list of what is in a zip should take."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if size > _MAX_AT_ONCE:
            raise zipfile.BadZipFile
        return self._file.read(_MAX_AT_ONCE if size < 0 else size)

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True
