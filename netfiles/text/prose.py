"""Bodies of plain sentences, understood without parsing them: they are most, and parsing takes ten times as long."""

import re
from collections.abc import Callable, Iterator

from netfiles.model.fields import parse_link
from netfiles.model.values import BodyLink, Link

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


# Lines that begin with a letter or a link and hold nothing else that Markdown or HTML could take for a sign.
_INSIDE = re.compile(r"(?<!!)\[\[((?:[\w ,.;:'’()–—#|/-]|& )+)\]\]")
_SENTENCES = re.compile(
    rf"(?:(?:(?![\d_])\w|{_INSIDE.pattern})"
    rf"(?:[\w ,.;:'’!?()–—%€$£…\"/@+-](?<!_)|&(?=[ \n])|{_INSIDE.pattern})*(?<! )\n+)+"
)
_NOT_PLAIN = re.compile(r"  |%%|\n{3}")


def html_of_prose(body: str, link: Callable[[Link], str | None]) -> str | None:
    """A body of paragraphs whose only markup is links as HTML; None where it has to be parsed.

    `link` makes the HTML of a link; where it answers None the body has to be parsed.
    """
    text = body.strip("\n") + "\n"
    if _NOT_PLAIN.search(text) or not _SENTENCES.fullmatch(text):
        return None
    parts = _INSIDE.split(text[:-1])
    links = [link(parse_link(inside)) for inside in parts[1::2]]
    if None in links:
        return None
    parts[::2] = [words.replace("&", "&amp;") for words in parts[::2]]
    parts[1::2] = links
    return "<p>" + "".join(parts).replace("\n\n", "</p>\n<p>") + "</p>"
