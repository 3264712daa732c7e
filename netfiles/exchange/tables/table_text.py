"""The lines of a text whose encoding nobody has told, read in blocks that bound what is held in memory.

UTF-8 with or without a mark, UTF-16 and UTF-32 with one; else Windows-1252 is guessed, and said. A text that is partly
the one and partly the other is no text.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Left, Progress
from netfiles.exchange.tables.table_remarks import Remarks, shown

MAX_BYTES = 256 * 2**20
MAX_LINE = 4 * 2**20
_BLOCK = 2**16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_SAVE_ANEW = "Save it anew as UTF-8 in the program that it comes from."
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_WORD = re.compile(r"[^\s,;|\"]*[^\x00-\x7f][^\s,;|\"]*")


class Lines:
    """The lines of a file, without their ends; what had to be guessed is among the remarks when the last is read."""

    def __init__(self, file: BinaryIO, name: str, remarks: Remarks, progress: Progress) -> None:
        self.name, self.number = name, 0
        self._remarks, self._progress = remarks, progress
        self._file, self._size = file, _size(file)
        self._guessed: Left | None = None
        self._utf8, self._marked = 0, False

    def __iter__(self) -> Iterator[str]:
        for line in self._raw():
            self.number += 1
            yield line if line.isascii() and "\0" not in line else self._checked(line)
        if self._guessed:
            self._remarks.add("guesses", self._guessed)

    def _raw(self) -> Iterator[str]:
        rest: list[str] = []
        held = 0
        for text in self._texts():
            first, *others = text.split("\n")
            rest.append(first)
            held += len(first)
            if others:
                yield "".join(rest)
                yield from others[:-1]
                rest, held = [others[-1]], len(others[-1])
            if held > MAX_LINE:
                why = f"the line is longer than {MAX_LINE // 2**20} MiB"
                raise CannotRead(self.name, why, "That is no table; see what it is.", self.number + 1)
        if last := "".join(rest):
            yield last

    def _texts(self) -> Iterator[str]:
        """The text in pieces, all ends of lines as `\\n`; bytes that are not UTF-8 stand as lone surrogates."""
        block = self._file.read(_BLOCK)
        self._marked = block.startswith(codecs.BOM_UTF8)
        coding = next((coding for mark, coding in _MARKS if block.startswith(mark)), "utf-8-sig")
        errors = "surrogateescape" if coding == "utf-8-sig" else "strict"
        decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(coding)(errors), translate=True)
        done = 0
        try:
            while block:
                done += len(block)
                if done > MAX_BYTES:
                    why = f"it is larger than {MAX_BYTES // 2**20} MiB"
                    raise CannotRead(self.name, why, "Split it, and read the parts one after the other.")
                self._progress(min(done, self._size or done), self._size or done)
                yield decoder.decode(block)
                block = self._file.read(_BLOCK)
            yield decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            why = f"it says that it is {coding.upper()}, and is not"
            raise CannotRead(self.name, why, _SAVE_ANEW, self.number + 1) from None

    def _checked(self, line: str) -> str:
        if "\0" in line:
            raise CannotRead(self.name, "it is not text: there is a NUL in it", _SAVE_ANEW, self.number)
        if _NOT_UTF8.search(line) is None:
            self._utf8 = self._utf8 or self.number
            self._one_coding(self.number)
            return line
        try:
            text = line.encode("utf-8", "strict" if self._marked else "surrogateescape").decode("cp1252")
        except UnicodeError:
            why = "it says that it is UTF-8, and is not" if self._marked else "it is neither UTF-8 nor Windows-1252"
            raise CannotRead(self.name, why, _SAVE_ANEW, self.number) from None
        if self._guessed is None:
            word = _WORD.search(text)
            said = f"not UTF-8: read as Windows-1252, for instance `{shown(word[0]) if word else ''}`"
            self._guessed = Left(self.number, said, f"If that is wrong, save it anew as UTF-8: {self.name}")
        self._one_coding(self.number)
        return text

    def _one_coding(self, line: int) -> None:
        if self._guessed and self._utf8:
            other = min(self._guessed.line, self._utf8)
            why = f"this line is {'UTF-8' if line == self._utf8 else 'not UTF-8'}, unlike line {other}"
            raise CannotRead(self.name, why, _SAVE_ANEW, line)


def _size(file: BinaryIO) -> int:
    """How long a file is; none where it does not know."""
    try:
        here = file.tell()
        size = file.seek(0, io.SEEK_END)
        file.seek(here)
    except (OSError, ValueError):
        return 0
    return size - here
