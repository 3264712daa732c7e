"""Bodies of plain sentences, understood without parsing them: they are most, and parsing takes ten times as long."""

import re
from collections.abc import Iterator

from netfiles.model.fields import parse_link
from netfiles.model.values import BodyLink

_LINK = re.compile(r"(!?)\[\[([^\[\]\n]*)\]\]")
# Whatever could be code, a comment, HTML, an escape, another link, a block of its own, or begin one.
_MARKUP = re.compile(r"[`<\\~\t\r\[\]]|%%|^(?:- )?+(?:[^\S\n]|[>#+*=|:_-]|\d+[.)])", re.MULTILINE)


def links_of_prose(body: str, first_line: int) -> tuple[BodyLink, ...] | None:
    """The links of a body that begins on `first_line`; None where it has to be parsed."""
    if _MARKUP.search(_LINK.sub("x", body)):
        return None
    links = tuple(_links(body, first_line))
    return links if all(link.link.target for link in links) else None


def _links(body: str, line: int) -> Iterator[BodyLink]:
    at = 0
    for match in _LINK.finditer(body):
        line += body.count("\n", at, match.start())
        at = match.start()
        yield BodyLink(parse_link(match[2]), line, bool(match[1]))


# Lines that begin with a letter and hold nothing that Markdown or HTML could take for a sign.
_SENTENCES = re.compile(r"(?:(?:(?![\d_])\w)(?:[\w ,.;:'’!?()–—%€$£…-](?<!_))*(?<! )\n+)+")
_NOT_PLAIN = re.compile(r"  |%%|/|www|\.\w|\n{3}")


def html_of_prose(body: str) -> str | None:
    """A body of paragraphs without any markup as HTML; None where it has to be parsed."""
    text = body.strip("\n") + "\n"
    if _NOT_PLAIN.search(text) or not _SENTENCES.fullmatch(text):
        return None
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in text[:-1].split("\n\n"))
