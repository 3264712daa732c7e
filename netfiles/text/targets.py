"""Where wikilinks lead, in texts as they are written: found outside of code, and let lead elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from netfiles.model.fields import WIKILINK, parse_link
from netfiles.model.values import Link

FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE_ON_LINE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_WITH_YEARS = re.compile(r"(.*?)(\s*\([\d\s–—-]+\))", re.DOTALL)
_INSIDE = re.compile(r"\s*([^|#]*?)\s*(?=\\?\||#|\Z)")


class Written(NamedTuple):
    """A wikilink as it stands in a text: the line, from 0, and what it says."""

    line: int
    link: Link


def wikilinks(text: str) -> Iterator[Written]:
    """All wikilinks of a text that stand outside of code."""
    if "[[" not in text:
        return
    fences = [match.span() for match in FENCED.finditer(text)] if "```" in text or "~~~" in text else []
    line, at, begin = 0, 0, 0
    for match in WIKILINK.finditer(text):
        if breaks := text.count("\n", at, match.start()):
            line += breaks
            begin = text.rindex("\n", at, match.start()) + 1
        at = match.start()
        if any(start <= at < end for start, end in fences):
            continue
        if "`" in text and in_code(text[begin : _end_of_line(text, at)], at - begin):
            continue
        yield Written(line, leading(match[1]))


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def in_code(line: str, column: int) -> bool:
    """Whether a place of a line stands between backticks."""
    return any(code.start() <= column < code.end() for code in _CODE_ON_LINE.finditer(line))


def leading(inside: str) -> Link:
    """The link between `[[` and `]]`; in a table the bar before its label is written with a backslash."""
    return parse_link(inside.replace("\\|", "|"))


def target_span(inside: str) -> tuple[int, int]:
    """Where the name of the file stands between `[[` and `]]`, without the spaces around it."""
    found = _INSIDE.match(inside)
    return found.span(1) if found else (0, 0)


def relinked(text: str, old: str, new: str) -> str:
    """A text whose wikilinks to `old` lead to `new`; their labels and headings stay."""

    def led(match: re.Match[str]) -> str:
        if leading(match[1]).target != old:
            return match[0]
        start, end = target_span(match[1])
        return f"[[{match[1][:start]}{new}{match[1][end:]}]]"

    return WIKILINK.sub(led, text)


def redirected(text: str, old: str, new: str) -> str:
    """The same for a value of a field for links, where a name may stand without brackets, and years behind it."""
    if WIKILINK.search(text):
        return relinked(text, old, new)
    if text == old:
        return new
    years = _WITH_YEARS.fullmatch(text)
    return new + years[2] if years and years[1] == old else text


def lines_relinked(text: str, old: str, new: str) -> str:
    """A text of several lines whose wikilinks outside of code lead elsewhere."""
    meant = {written.line for written in wikilinks(text) if written.link.target == old}
    lines = text.split("\n")
    return "\n".join(relinked_line(line, old, new) if n in meant else line for n, line in enumerate(lines))


def relinked_line(line: str, old: str, new: str) -> str:
    """One line of them."""
    for match in reversed(list(WIKILINK.finditer(line))):
        if leading(match[1]).target == old and not in_code(line, match.start()):
            start, end = (match.start(1) + at for at in target_span(match[1]))
            line = line[:start] + new + line[end:]
    return line
