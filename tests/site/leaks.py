"""Finds what of a vault is in a folder of printed files: in texts, in names of files, in what is packed."""

import ast
import gzip
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import material

import netfiles
from netfiles.index.build import build_network
from netfiles.model import Link, PastCompany, Record, When
from netfiles.model.collection import Collection

_WORD = re.compile(r"[^\W_]+")
LEAST = 4
_THEME = Path(material.__file__).parent / "templates"


def printed(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file by its path, with all that it says: packed files unpacked, escapes resolved.

    Of files that the theme brings, byte for byte, only the name is told.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name, data = path.relative_to(folder).as_posix(), path.read_bytes()
            brought = _THEME / name
            text = ""
            if not brought.is_file() or brought.read_bytes() != data:
                text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")
            yield name, "\n".join(dict.fromkeys((name, text, html.unescape(text), unquote(text))))


@cache
def words_of_the_program() -> set[str]:
    """The words of the program's own sentences and templates."""
    package = Path(netfiles.__file__).parent
    modules = (
        path for part in ("views", "insights", "query", "model", "exchange") for path in (package / part).rglob("*.py")
    )
    trees = (ast.parse(path.read_text("utf-8")) for path in modules)
    texts = [node.value for tree in trees for node in _said(tree)]
    texts += [
        path.read_text("utf-8") for path in (package / "views").rglob("*") if path.suffix in (".html", ".js", ".css")
    ]
    return {word for text in texts for word in words_in(text)}


def _said(tree: ast.Module) -> Iterator[ast.Constant]:
    """The texts in a module that are no docstrings."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Constant) and isinstance(child.value, str) and not isinstance(node, ast.Expr):
                yield child


def words_in(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) >= LEAST}


def names_of(collection: Collection) -> set[str]:
    """The words of everything that is a text of the owner in a field, and of the names of files."""
    network = build_network(collection)
    texts = [one.name for one in (*network.people.values(), *network.companies.values())]
    texts += [text for record in collection.records() for text in _texts(record)]
    return {word for text in texts for word in words_in(text) if not word.isdecimal()}


def _texts(record: Record) -> Iterator[str]:
    yield record.origin.stem
    yield record.origin.heading or ""
    for name, value in vars(record).items():
        if name not in ("origin", "private"):
            yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Link | PastCompany):
        yield str(value)
    elif isinstance(value, tuple) and not isinstance(value, When):
        for item in value:
            yield from _strings(item)


def sentences_of(collection: Collection) -> set[str]:
    """The sentences of all notes, with single spaces."""
    bodies = (record.origin.body for record in collection.records())
    parts = (" ".join(part.split()) for body in bodies for part in re.split(r"[.!?\n]", body))
    return {part.casefold() for part in parts if len(part) > 20}


def ways_of(collection: Collection) -> set[str]:
    """Addresses of mail and of the web."""
    found = set[str]()
    for record in collection.records():
        for name in ("emails", "links", "website", "url", "careers_page"):
            found.update(_strings(getattr(record, name, ())))
    return {way.casefold() for way in found}


def numbers_of(collection: Collection) -> set[str]:
    """Phone numbers: all their digits, and the last seven."""
    phones = (phone for record in collection.records() for phone in getattr(record, "phones", ()))
    digits = (re.sub(r"\D", "", phone) for phone in phones)
    return {part for number in digits if len(number) >= 7 for part in (number, number[-7:])}


def digits_in(text: str) -> str:
    """A text whose digits stand side by side, however they were parted."""
    return re.sub(r"(?<=\d)[\s().\-/+\u00a0]+(?=\d)", "", text)
