"""Takes the text of a query to pieces: words, and fields with their values, each with its column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from netfiles.query.fields import BY_NAME, near, plain
from netfiles.query.terms import Wrong

_ROUND = "“”„"
_QUOTES = f'"{_ROUND}'
"""The signs that open a quotation; word processors and telephones put the round ones."""

_NAMED = re.compile(r"([^\W\d](?:[\w-]*\w)?)(<=|>=|[:=<>])")
_SPACE = re.compile(r"\s*")
_RUN = re.compile(r"\S+")
_VALUE = re.compile(r"[^\s,]+")
_QUOTED = re.compile(r'"((?:\\["\\]|\\(?!["\\])|[^"\\])*)"')
_ROUNDED = re.compile(rf"[{_ROUND}]([^{_QUOTES}]*)[{_QUOTES}]")
_LINK = re.compile(r"\[\[(?:(?!\]\]).)*\]\]", re.DOTALL)


class Refused(ValueError):
    """A text that cannot be taken to pieces; `wrong` says why."""

    def __init__(self, column: int, message: str, advice: str) -> None:
        super().__init__(message)
        self.wrong = Wrong(column, message, advice)


class Part(NamedTuple):
    """A value as typed, without its quotes."""

    text: str
    column: int
    quoted: bool = False


class Piece(NamedTuple):
    """A word, or a field with a sign and its values."""

    column: int
    no: bool
    name: str
    sign: str
    parts: tuple[Part, ...]


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a query in their order. Raises Refused."""
    at = _skipped(text, 0)
    while at < len(text):
        start, no = at, text[at] == "-"
        at += no
        if no and (at == len(text) or text[at].isspace()):
            raise Refused(start + 1, "a `-` stands alone", "Write it right before a term, like -tag:family.")
        if no and text[at] == "-":
            raise Refused(start + 1, "a `-` stands before another", "Write one `-` for not.")
        piece, at = _piece(text, at, no)
        yield piece._replace(column=start + 1)
        at = _skipped(text, at)


def _skipped(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _piece(text: str, at: int, no: bool) -> tuple[Piece, int]:
    if text[at] in _QUOTES:
        part, end = _quotation(text, at)
        if end < len(text) and not text[end].isspace():
            raise Refused(end + 1, "a space is missing after the quotes", "Write a space between two terms.")
        return Piece(at + 1, no, "", "", (part,)), end
    if named := _NAMED.match(text, at):
        _refuse_unknown(text, at, named[1])
        parts, end = _parts(text, named.end(), named)
        return Piece(at + 1, no, named[1], ":" if named[2] == "=" else named[2], parts), end
    run = _RUN.match(text, at)
    word = run[0] if run else ""
    if sign := re.search(r"[:=<>]", word):
        raise _no_field(word, at, sign.start())
    return Piece(at + 1, no, "", "", (Part(word, at + 1),)), at + len(word)


def _refuse_unknown(text: str, at: int, name: str) -> None:
    if plain(name) in BY_NAME:
        return
    run = _RUN.match(text, at)
    word, meant = run[0] if run else name, near(name, BY_NAME)
    known = ", ".join(dict.fromkeys(field.name for field in BY_NAME.values()))
    hint = f"Did you mean {meant}{word[len(name) :]}?" if meant else f"The fields are: {known}."
    raise Refused(at + 1, f"`{name}` is no field", f"{hint} {_in_quotes(word)}")


def _in_quotes(word: str) -> str:
    return f'To look for the text itself, put it in quotes: "{word.strip(_QUOTES)}".'


def _no_field(word: str, at: int, sign: int) -> Refused:
    """Why a word with a sign in it is none."""
    if word[0] in ":=<>":
        return Refused(
            at + 1, f"no field stands before `{word[0]}`", "Write field, sign and value without spaces, like last>60d."
        )
    if word[sign - 1] == "!":
        return Refused(at + sign, "`!` is no sign", "For not, write a `-` before the field, like -company:acme.")
    if word[0] == "(":
        advice = "There are no parentheses: a space is and, a comma within a value is or, like company:acme,globex."
        return Refused(at + 1, "a `(` stands before a field", advice)
    return Refused(at + 1, f"`{word[:sign]}` is no field", _in_quotes(word))


def _parts(text: str, at: int, named: re.Match[str]) -> tuple[tuple[Part, ...], int]:
    """The values after a field and its sign, parted by commas."""
    found: list[Part] = []
    while True:
        if at == len(text) or text[at].isspace() or text[at] == ",":
            raise _nothing(text, at, named, bool(found))
        part, at = _part(text, at)
        found.append(part)
        if at == len(text) or text[at].isspace():
            return tuple(found), at
        if text[at] != ",":
            raise Refused(at + 1, "a space or a comma is missing here", "Put the whole value in quotes.")
        at += 1


def _nothing(text: str, at: int, named: re.Match[str], comma: bool) -> Refused:
    if comma:
        advice = "Write the values without a space, like company:acme,globex; in quotes a value may hold both."
        return Refused(at, "nothing follows the comma", advice)
    following = _RUN.match(text, _skipped(text, at))
    near = following[0] if following else "…"
    return Refused(
        named.start() + 1, f"nothing follows `{named[0]}`", f"Write the value right after it, like {named[0]}{near}"
    )


def _part(text: str, at: int) -> tuple[Part, int]:
    if text[at] in _QUOTES:
        return _quotation(text, at)
    if text.startswith("[[", at):
        link = _LINK.match(text, at)
        if link is None:
            raise Refused(at + 1, "a link is not closed", "Close it with two brackets, like [[Jane Doe]].")
        return Part(link[0], at + 1), link.end()
    run = _VALUE.match(text, at)
    found = run[0] if run else ""
    if quote := re.search(f"[{_QUOTES}]", found):
        raise Refused(at + quote.start() + 1, "a quotation begins within a value", "Put the whole value in quotes.")
    return Part(found, at + 1), at + len(found)


def _quotation(text: str, at: int) -> tuple[Part, int]:
    found = (_QUOTED if text[at] == '"' else _ROUNDED).match(text, at)
    if found is None:
        raise Refused(at + 1, "a quotation is not closed", 'Put a " after the last word that belongs to it.')
    inside = re.sub(r'\\(["\\])', r"\1", found[1])
    if not inside.strip():
        raise Refused(at + 1, "there is nothing between the quotes", "Write what is looked for between them.")
    return Part(inside, at + 1, quoted=True), found.end()
