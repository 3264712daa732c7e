"""The people of a header of a message: names and addresses, as mail programs write them, not only as they should."""

import re
from collections.abc import Iterator
from email.utils import getaddresses
from inspect import signature
from typing import Any

# Quotes, brackets and comments are one piece, if they end soon; a comma or semicolon outside of them ends it.
_PIECE = re.compile(
    r'(?:"(?:[^"\\]|\\.){0,500}+"|<[^<>]{0,500}+>|\((?:[^()\\]|\\.){0,500}+\)|[^,;"<(]|["<(])++', re.DOTALL
)
_LENIENT: dict[str, Any] = {"strict": False} if "strict" in signature(getaddresses).parameters else {}


def people(text: str) -> Iterator[tuple[str, str]]:
    """Each name and address, still encoded; what has no address comes as one that is none."""
    held = ""
    for found in _PIECE.finditer(text):
        piece = f"{held}{found[0].strip()}"
        if re.search("[@<:]", piece) is None and text[found.end() : found.end() + 1] == ",":
            held = f"{piece}, "  # `Okafor, Nia <nia@acme.example>`, as Outlook has it
            continue
        held = ""
        yield from _one(piece)


def _one(piece: str) -> Iterator[tuple[str, str]]:
    """What stands in brackets at the end is the address, whatever the name looks like."""
    name, _, address = piece.removesuffix(">").rpartition("<")
    if piece.endswith(">") and "(" not in address:
        yield _unquoted(name.strip()), address.strip()
        return
    try:
        yield from getaddresses([piece], **_LENIENT)
    except (ValueError, IndexError, TypeError, RecursionError):
        yield "", piece


def _unquoted(name: str) -> str:
    if len(name) > 1 and name[0] == name[-1] == '"':
        return re.sub(r"\\(.)", r"\1", name[1:-1])
    return name if name.startswith("=?") else name.rpartition(":")[2].strip()  # `Team: Nia <…>, Bo <…>;`
