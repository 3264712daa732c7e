"""The words of a note that may become a link: outside of code, comments, addresses, headings and other links."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from netfiles.text.targets import FENCED

_CLOSED = re.compile(
    r"""(?mx)
      (?<!`)(`+)(?!`) .*? (?<!`)\1(?!`)             # code
    | <!-- [\s\S]*? (?:-->|\Z) | %% [\s\S]*? %%     # comments
    | ^ [ \t>]* \#{1,6} (?:[ \t].*)? $              # headings
    | ^ [^\S\n]* \S .* \n [ \t]* (?:=+|-+) [ \t]* $ # those with a line below
    | ^ [ \t]* \[ [^\]\n]+ \] : .* $                # where a reference leads
    | (?: ^ | (?<=\n\n) ) (?:\ {4}|\t) .* $         # indented code
    | !? \[\[ [^\[\]\n]* \]\]                       # links
    | !? \[ [^\[\]\n]* \] (?: \( [^()\n]* \) | \[ [^\[\]\n]* \] )?
    | < [^<>\n]* >                                  # HTML, addresses
    | [A-Za-z][A-Za-z0-9+.-]*:// \S+ | www\. \S+ | [^\s<>()]+ @ [^\s<>()]+
    | \# [^\s#]+                                    # tags
    """
)
TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")


class Token(NamedTuple):
    """One word of a text, and where it stands."""

    word: str
    start: int
    end: int


def open_parts(body: str) -> Iterator[tuple[int, int]]:
    """The stretches of a body in which words may become links."""
    closed = [match.span() for match in _CLOSED.finditer(body)]
    if "```" in body or "~~~" in body:
        closed = sorted([*closed, *(match.span() for match in FENCED.finditer(body))])
    at = 0
    for start, end in closed:
        if start > at:
            yield at, start
        at = max(at, end)
    yield at, len(body)


def tokens(body: str) -> Iterator[list[Token]]:
    """The words of each such stretch."""
    for start, end in open_parts(body):
        found = [Token(m[0], *m.span()) for m in TOKEN.finditer(body, start, end)]
        if found:
            yield found


_ENDS = re.compile(r"""(?:\A|[.!?…:][\s"'”’)*_]*|\n\s*(?:[-*+>]|\d+[.)])?[ \t]*(?:\[[ xX]\])?[ \t]*|\n\s*)\Z""")


def begins_sentence(body: str, at: int) -> bool:
    """Whether a word would have a capital letter in any case, since a sentence or a line begins with it."""
    return _ENDS.search(body, max(0, at - 40), at) is not None or not body[max(0, at - 40) : at].strip(" -*>[]xX")


_JOINED_BEFORE = re.compile(r"[\w\u0300-\u036f][-'’]\Z")
_JOINED_AFTER = re.compile(r"-\w|['’](?!s\b)\w")
_NEXT = re.compile(r"[ \t]+(?:(?:al|da|de|del|der|di|du|el|la|le|van|von|zu)[ \t]+)*([^\W\d_])")


def name_goes_on(body: str, start: int, end: int) -> Literal["joined", "on", ""]:
    """Whether a word is only a part of a name: joined to another word, or followed by one with a capital letter."""
    if _JOINED_BEFORE.search(body, max(0, start - 3), start) or _JOINED_AFTER.match(body, end):
        return "joined"
    following = _NEXT.match(body, end)
    return "on" if following and following[1].isupper() else ""
