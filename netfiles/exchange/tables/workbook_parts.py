"""The cells of a workbook (.xlsx) as texts, row after row, read from the XML of its parts.

A library would hold a sheet as a rectangle, and end the process for two cells that lie far apart. Here only what is
written is held, and all of it is bounded.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import BinaryIO, TypeAlias
from xml.parsers import expat

from netfiles.errors import CannotRead
from netfiles.exchange.tables.tables import MAX_CELL, MAX_CELLS, Row

_BLOCK = 2**16
_MAX_TEXTS = 2**26
_SAVE_ANEW = "Save it anew, or as CSV, in the program that it comes from."
_PLACE = re.compile(r"([A-Z]{1,3})\d{0,7}")

Tag: TypeAlias = Callable[[str, Mapping[str, str]], object]


class _Part:
    """One part of a workbook, told element by element."""

    def __init__(self, name: str, start: Tag, end: Callable[[str], object], text: Callable[[str], object]) -> None:
        self._name = name
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = lambda tag, given: start(_local(tag), given)
        self._parser.EndElementHandler = lambda tag: end(_local(tag))
        self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = self._refused

    def _refused(self, *_: object) -> None:
        raise CannotRead(self._name, "a part of it declares what no workbook does", _SAVE_ANEW)

    def read(self, file: BinaryIO) -> Iterator[None]:
        """Read block after block, with a stop after each."""
        try:
            while block := file.read(_BLOCK):
                self._parser.Parse(block, False)
                yield
            self._parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError):
            raise CannotRead(self._name, "a part of it is damaged", _SAVE_ANEW) from None


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def attributes(file: BinaryIO, name: str, tags: Sequence[str]) -> list[tuple[str, Mapping[str, str]]]:
    """The attributes of all elements of some names, without prefixes, in the order of the file."""
    found: list[tuple[str, Mapping[str, str]]] = []

    def start(tag: str, given: Mapping[str, str]) -> None:
        if tag in tags:
            found.append((tag, {_local(key): value for key, value in given.items()}))

    for _ in _Part(name, start, lambda _: None, lambda _: None).read(file):
        pass
    return found


class _Text:
    """Collects the text of elements `t` that is shown, not how it is read aloud."""

    def __init__(self, name: str) -> None:
        self._name, self._parts = name, [""]
        self._size, self._aloud, self._on = 0, False, False

    def start(self, tag: str) -> None:
        self._aloud = self._aloud or tag == "rPh"
        self._on = tag in ("t", "v") and not self._aloud

    def end(self, tag: str) -> None:
        self._aloud = self._aloud and tag != "rPh"
        self._on = False

    def add(self, text: str) -> None:
        if self._on:
            self._size += len(text)
            if self._size > MAX_CELL:
                raise CannotRead(self._name, f"a cell is longer than {MAX_CELL // 2**20} MiB", "Shorten it.")
            self._parts.append(text)

    def taken(self) -> str:
        text = "".join(self._parts).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        self._parts, self._size = [], 0
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


_ESCAPED = re.compile(r"_x(00(?:09|0[AaDd]|5[Ff]))_")


def shared_texts(file: BinaryIO, name: str) -> list[str]:
    """The texts that cells refer to by number."""
    texts: list[str] = []
    text, size = _Text(name), 0

    def end(tag: str) -> None:
        nonlocal size
        text.end(tag)
        if tag == "si":
            texts.append(text.taken())
            size += len(texts[-1]) + 50
            if size > _MAX_TEXTS:
                raise CannotRead(name, f"its texts are longer than {_MAX_TEXTS // 2**20} MiB", "Split it.")

    for _ in _Part(name, lambda tag, _: text.start(tag), end, text.add).read(file):
        pass
    return texts


_DATED = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_NO_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General', re.IGNORECASE)


def dated_styles(file: BinaryIO, name: str) -> frozenset[int]:
    """The styles of cells that show their number as a date or a time."""
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside = ""

    def start(tag: str, given: Mapping[str, str]) -> None:
        nonlocal inside
        if tag == "cellXfs":
            inside = tag
        elif tag == "numFmt":
            formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif tag == "xf" and inside:
            styles.append(given.get("numFmtId", "0"))

    def end(tag: str) -> None:
        nonlocal inside
        inside = "" if tag == "cellXfs" else inside

    for _ in _Part(name, start, end, lambda _: None).read(file):
        pass
    return frozenset(place for place, style in enumerate(styles) if _is_date(style, formats))


def _is_date(style: str, formats: Mapping[str, str]) -> bool:
    if style in formats:
        return re.search("[dmyhs]", _NO_DATE.sub("", formats[style]), re.IGNORECASE) is not None
    return style.isdecimal() and int(style) in _DATED


class Sheet:
    """The rows of a sheet."""

    def __init__(self, name: str, texts: Sequence[str], dated: frozenset[int], epoch: datetime) -> None:
        self._name, self._texts, self._dated, self._epoch = name, texts, dated, epoch
        self._text = _Text(name)
        self._rows: list[Row] = []
        self._cells: list[str] = []
        self._line, self._place, self._kind, self._style = 0, 0, "", 0

    def rows(self, file: BinaryIO) -> Iterator[Row]:
        """The rows that hold something, each with its number in the sheet."""
        for _ in _Part(self._name, self._start, self._end, self._text.add).read(file):
            yield from self._rows
            self._rows.clear()
        yield from self._rows

    def _start(self, tag: str, given: Mapping[str, str]) -> None:
        self._text.start(tag)
        if tag == "row":
            number = given.get("r", "")
            self._line = int(number) if re.fullmatch(r"\d{1,7}", number) else self._line + 1
            self._cells, self._place = [], 0
        elif tag == "c":
            place = _PLACE.fullmatch(given.get("r", ""))
            self._place = _column(place[1]) if place else self._place + 1
            style = given.get("s", "")
            self._kind, self._style = given.get("t", "n"), int(style) if re.fullmatch(r"\d{1,6}", style) else 0
            self._text.taken()

    def _end(self, tag: str) -> None:
        self._text.end(tag)
        if tag == "f":
            self._text.taken()
        elif tag == "c" and (text := self._said(self._text.taken())):
            place = min(self._place, MAX_CELLS + 1)
            self._cells += [""] * (place - len(self._cells))
            self._cells[place - 1] = text
        elif tag == "row" and self._cells:
            self._rows.append(Row(self._line, self._cells))

    def _said(self, text: str) -> str:
        match self._kind:
            case "s":
                number = int(text) if re.fullmatch(r"\d{1,9}", text) else len(self._texts)
                return self._texts[number] if number < len(self._texts) else ""
            case "b":
                return "yes" if text == "1" else "no"
            case "e":
                return ""
            case "n":
                return _dated(text, self._epoch) if self._style in self._dated else _number(text)
        return text


@lru_cache(2_000)
def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _number(text: str) -> str:
    """A number as people write it: `4135550142`, not `4.135550142E9`."""
    if not re.search("[eE.]", text):
        return text
    try:
        number = float(text)
    except ValueError:
        return text
    return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"


def _dated(text: str, epoch: datetime) -> str:
    """A number of days as a day, a time of day, or both."""
    try:
        days = float(text)
        moment = epoch + timedelta(seconds=round(days * 86_400))
    except (ValueError, OverflowError):
        return text
    if days < 1:
        return f"{moment:%H:%M}"
    return moment.date().isoformat() if moment.hour == moment.minute == 0 else f"{moment.date()} {moment:%H:%M}"
