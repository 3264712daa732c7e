"""Bodies of plain sentences, understood without parsing them: they are most, and parsing takes ten times as long."""

import re
from collections.abc import Callable, Iterator
from operator import and_

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


_INSIDE = re.compile(r"(?<!!)\[\[((?:[\w ,.;:'’()–—#|/-]|& )+)\]\]")
# A line that begins with a letter or a link and holds nothing else that Markdown or HTML could take for a sign.
_SIGNS = r"\w ,.;:'’!?()%$\"/@+\u00a1-\u02ff\u0300-\u036f\u2010-\u2027\u20a0-\u2bff\U0001f300-\U0001faff-"
_LINE = rf"(?:(?![\d_])\w|{_INSIDE.pattern})(?:[{_SIGNS}](?<!_)|&(?=[ \n])|{_INSIDE.pattern})*(?<! )\n"
_BLOCK = rf"(?:(?:{_LINE})+|(?:- (?:\[[ xX]\] )?{_LINE})+)"
_BLOCKS = re.compile(rf"{_BLOCK}(?:\n{_BLOCK})*")
_NOT_PLAIN = re.compile(r"  |%%")


def html_of_prose(body: str, link: Callable[[Link], str | None]) -> str | None:
    """A body of paragraphs and flat lists whose only markup is links and boxes as HTML; None where it has to be parsed.

    `link` makes the HTML of a link; where it answers None the body has to be parsed.
    """
    text = body.strip("\n") + "\n"
    if _NOT_PLAIN.search(text) or not _BLOCKS.fullmatch(text):
        return None
    parts = _INSIDE.split(text[:-1])
    for n in range(1, len(parts), 2):
        found = link(parse_link(parts[n]))
        if found is None:
            return None
        parts[n] = found
    parts[::2] = [words.replace("&", "&amp;") for words in parts[::2]]
    blocks = "".join(parts).split("\n\n")
    lists = [block.startswith("- ") for block in blocks]
    if any(map(and_, lists, lists[1:])):  # Markdown makes one loose list of two
        return None
    return "\n".join(
        [_list(block) if is_list else f"<p>{block}</p>" for block, is_list in zip(blocks, lists, strict=True)]
    )


_BOXES = {
    "[ ]": '<li class="task-list-item"><span class="nf-box" title="open">☐</span>',
    "[x]": '<li class="task-list-item"><span class="nf-box" title="done">☑</span>',
}


def _list(block: str) -> str:
    lines = block[2:].split("\n- ")
    items = [_BOXES[line[:3].lower()] + line[3:] if line.startswith("[") else f"<li>{line}" for line in lines]
    sign = ' class="contains-task-list"' if any(line.startswith("[") for line in lines) else ""
    return f"<ul{sign}>\n" + "</li>\n".join(items) + "</li>\n</ul>"
