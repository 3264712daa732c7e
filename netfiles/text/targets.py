"""Where links lead, in texts as they are written: found outside of code, and let lead elsewhere."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from netfiles.model.fields import WIKILINK, parse_link
from netfiles.model.values import Link

FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE_ON_LINE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_WITH_YEARS = re.compile(r"(.*?)(\s*\([\d\s–—-]+\))", re.DOTALL)
MARKDOWN = re.compile(
    r"(?<!!)\[(?:[^\[\]\\\n]|\\.)*\]\([ \t]*"
    r"(?:<(?P<raw>[^<>\n]+)>|(?P<coded>[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*))(?=[ \t)])"
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[#/]", re.IGNORECASE)
_INSIDE = re.compile(r"\s*([^|#]*?)\s*(?=\\?\||#|\Z)")


class Written(NamedTuple):
    """A link as it stands in a text: the line, from 0, and what it says."""

    line: int
    link: Link


def wikilinks(text: str) -> Iterator[Written]:
    """All wikilinks of a text that stand outside of code."""
    if "[[" in text:
        for line, match in _outside_code(WIKILINK, text):
            yield Written(line, leading(match[1]))


def markdown_links(text: str) -> Iterator[Written]:
    """All links of a text like `[her notes](Jane%20Doe.md)` that stand outside of code and lead to a file."""
    if "](" in text:
        for line, match in _outside_code(MARKDOWN, text):
            if target := markdown_target(match):
                yield Written(line, Link(target, linked=False))


def markdown_target(match: re.Match[str]) -> str:
    """The path in a match of MARKDOWN, decoded and without a heading; empty where it leads out of the vault's files."""
    return file_meant(match["raw"] or match["coded"])


def file_meant(address: str) -> str:
    """The file that the address of a Markdown link means, decoded; empty where it means none: a web page, a heading."""
    return "" if _ELSEWHERE.match(address) else unquote(address.partition("#")[0])


def from_the_top(target: str, path: str) -> str:
    """A target that climbs, such as `../Jane.md`, in the file at `path`, as the path that it means in the vault."""
    if not target.startswith(("../", "./")):
        return target
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _outside_code(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    fences = [match.span() for match in FENCED.finditer(text)] if "```" in text or "~~~" in text else []
    line, at, begin = 0, 0, 0
    for match in pattern.finditer(text):
        if breaks := text.count("\n", at, match.start()):
            line += breaks
            begin = text.rindex("\n", at, match.start()) + 1
        at = match.start()
        if any(start <= at < end for start, end in fences):
            continue
        if "`" in text and in_code(text[begin : _end_of_line(text, at)], at - begin):
            continue
        yield line, match


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
    """A text of several lines whose links outside of code lead elsewhere."""
    links = (*wikilinks(text), *markdown_links(text))
    meant = {written.line for written in links if written.link.target == old}
    lines = text.split("\n")
    return "\n".join(relinked_line(line, old, new) if n in meant else line for n, line in enumerate(lines))


def relinked_line(line: str, old: str, new: str) -> str:
    """One line of them."""
    for start, end, target in reversed(targets_to(line, old, new)):
        line = line[:start] + target + line[end:]
    return line


def targets_to(line: str, old: str, new: str) -> list[tuple[int, int, str]]:
    """Where in a line links outside of code say that they lead to `old`, and what they say to lead to `new`."""
    wiki = [match for match in WIKILINK.finditer(line) if leading(match[1]).target == old]
    plain = [match for match in MARKDOWN.finditer(line) if markdown_target(match) == old]
    found = [(match.start(), *_target_span(match), new) for match in wiki]
    found += [(match.start(), *_path_span(match), _as_path(match, old, new)) for match in plain]
    return sorted((start, end, target) for at, start, end, target in found if not in_code(line, at))


def _target_span(match: re.Match[str]) -> tuple[int, int]:
    start, end = target_span(match[1])
    return match.start(1) + start, match.start(1) + end


def _path_span(match: re.Match[str]) -> tuple[int, int]:
    kind = "raw" if match["raw"] else "coded"
    return match.start(kind), match.start(kind) + len(match[kind].partition("#")[0])


_CODED = re.compile(r"[\s()<>%#?\"\\]")


def _as_path(match: re.Match[str], old: str, new: str) -> str:
    """A target as a Markdown link holds it: with the ending of the old one, and spaces and the like encoded."""
    path = f"{new}.md" if old.endswith(".md") and not new.endswith(".md") else new
    return path if match["raw"] else _CODED.sub(lambda sign: quote(sign[0]), path)
