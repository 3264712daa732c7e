"""Lines of a binary file, however long it or one of them is, with little of it held at a time."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from netfiles.exchange.incoming import Progress

_PIECE = 65_536
_STEP = 1_048_576  # so often is told how much is done, in bytes


class Piece(NamedTuple):
    """A line, or the next part of one that is long. `line` counts from 1."""

    line: int
    content: bytes
    begins: bool
    ends: bool


def size_of(file: BinaryIO) -> int:
    """Bytes from here to the end of the file; 0 where it cannot be said without reading it."""
    if not file.seekable():
        return 0
    here = file.tell()
    end = file.seek(0, 2)
    file.seek(here)
    return end - here


def pieces(file: BinaryIO, progress: Progress) -> Iterator[Piece]:
    """The lines of `file`, with their ends, each in pieces of at most 64 KiB."""
    size, done, told, line, begins = size_of(file), 0, 0, 0, True
    while content := file.readline(_PIECE):
        done += len(content)
        if done - told >= _STEP:
            told = done
            progress(done, max(size, done))
        line += begins
        ends = content.endswith(b"\n")
        yield Piece(line, content, begins, ends)
        begins = ends
    progress(done, max(size, done))
