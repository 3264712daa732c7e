"""One line taken to words, links, signs and marks, each with its place."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from netfiles.text.letters import flat

Sort = Literal["word", "link", "sign", "mark"]


class Refused(ValueError):
    """A line that is not understood: where (counted from 1), why, and what to write instead."""

    def __init__(self, column: int, message: str, advice: str) -> None:
        super().__init__(message)
        self.column, self.message, self.advice = column, message, advice


class Token(NamedTuple):
    """A piece of the line as written, and where it begins (from 0); `parted`: a sign stood right before it."""

    text: str
    at: int
    sort: Sort = "word"
    parted: bool = False

    @property
    def end(self) -> int:
        return self.at + len(self.text)

    @property
    def plain(self) -> str:
        """The text as words are compared: without accents and case."""
        return flat(self.text)


CLAUSES = "!+?<>"
"""The signs that begin something of their own, and so end what stands before them."""

LONGEST = 4_000

_LINK = re.compile(r"\[\[(?=\s*[^\[\]\s|#])[^\[\]]*\]\]")
_QUOTED = re.compile(r'@["“„]([^"“”„]+)["“”]')
_LINKED = re.compile(r"@(?=\[\[)")
_CHUNK = re.compile(r"(?:(?!\[\[)\S)+|\[\[")
_SIGN = re.compile(r"[!+?](?=[^\W\d_])|[<>](?=[^\W_])|@(?=\w)|#(?=[\w/-]*[^\W\d_])")
_LEADING = re.compile(r"[(\[{\"“”„'‘’«»¡¿…*_~-]*")
_TRAILING = re.compile(r"(?:[.,;:!?)\]}\"“”'’«»…*_~-])*\Z")
_INITIAL = re.compile(r"[^\W\d_]\.")
_FIRST_OF_TWO = re.compile(r"\d{1,3}(?:st|nd|rd|th)?")
_WHOLE_WHEN = re.compile(r"\d{4}-\d\d?-\d\d?|\d{1,3}[dwmy]")
_SECOND_OF_TWO = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|week|month|year)[a-z]*")
ESCAPED = re.compile(r"(?<!\S)\\(?=[!+?<>@#])")


def tokens(line: str) -> list[Token]:
    """The tokens of a line in their order. Raises Refused where it holds what no note holds."""
    _refuse_odd(line)
    found = list(_tokens(line))
    return [_settled(found, n) for n in range(len(found))]


def _refuse_odd(line: str) -> None:
    if len(line) > LONGEST:
        advice = "Write the entry in an editor."
        raise Refused(LONGEST + 1, f"the line is longer than {LONGEST:,} characters", advice)
    for at, char in enumerate(line):
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\t":
            raise Refused(at + 1, "a character that cannot be seen", "Type the line anew.")


def _tokens(line: str) -> Iterator[Token]:
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        fresh = at == 0 or line[at - 1].isspace() or line[at - 1] == "("
        whole = _whole(line, at, fresh)
        if whole:
            yield whole
            at = whole.end
            continue
        chunk = _CHUNK.match(line, at)
        text = chunk[0] if chunk else line[at]
        yield from _chunk(text, at, fresh)
        at += len(text)


def _whole(line: str, at: int, fresh: bool) -> Token | None:
    """A link, or a company in quotes or as a link."""
    if fresh and (quoted := _QUOTED.match(line, at)):
        return Token(quoted[0], at, "sign")
    lead = 1 if fresh and _LINKED.match(line, at) else 0
    if link := _LINK.match(line, at + lead):
        return Token(line[at : link.end()], at, "sign" if lead else "link")
    return None


def _chunk(text: str, at: int, fresh: bool) -> Iterator[Token]:
    """The tokens of what stands between two spaces."""
    if fresh and text[0] == "\\" and text[1:2] and text[1] in f"{CLAUSES}@#":
        yield Token(text[1:], at + 1)
        return
    sign = _SIGN.match(text) if fresh else None
    lead = 0 if sign else _end(_LEADING.match(text))
    tail = _TRAILING.search(text, lead)
    stop = tail.start() if tail else len(text)
    if _INITIAL.fullmatch(text, lead, min(stop + 1, len(text))):
        stop += 1
    yield from (Token(char, at + n, "mark") for n, char in enumerate(text[:lead]))
    if stop > lead:
        yield Token(text[lead:stop], at + lead, "sign" if sign else "word")
    later = max(stop, lead)
    yield from (Token(char, at + later + n, "mark") for n, char in enumerate(text[later:]))


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _settled(found: Sequence[Token], n: int) -> Token:
    """A token; `<3` and `>100` are no signs unless a time follows from them."""
    one = found[n]
    if (
        one.sort != "sign"
        or one.text[0] not in "<>"
        or not one.text[1].isdigit()
        or _WHOLE_WHEN.fullmatch(one.text[1:])
    ):
        return one
    after = found[n + 1].plain if n + 1 < len(found) else ""
    if _FIRST_OF_TWO.fullmatch(one.text[1:]) and _SECOND_OF_TWO.fullmatch(after):
        return one
    return one._replace(sort="word")
