"""Markdown bodies: their links and tasks as values, and their HTML, safe to show.

One library parses (CommonMark with tables, task lists, footnotes and wikilinks), one sanitiser has the last word.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING, NamedTuple

import nh3

from netfiles.model.fields import Unfit, parse_day, parse_link
from netfiles.model.values import BodyLink, Link, Task
from netfiles.text.prose import html_of_prose, links_of_prose
from netfiles.text.targets import file_meant

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Found:
    """Where a link of a body leads: an address relative to the page, and whether it is a picture to show."""

    href: str
    picture: bool = False


Resolve = Callable[[Link], Found | None]
"""From a link to its place in the site; None where nothing is found (or nothing may be linked)."""

WIKILINK = re.compile(r"(!?)\[\[([^\[\]\n]*)\]\]")


_OBSIDIAN_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
BOX = re.compile(r"\[[ xX]\]\s")
_MAX_FORMATTED = 500_000
_MAX_BRACKETS = 4_000
_MAX_TAGS = 1_000
_MAX_CELLS = 20_000
_MAX_ADDRESSES = 3_000_000
_MAX_EFFORT = 150_000
# What a character costs the parser, in thirds of a hundredth of a millisecond; all others cost next to nothing.
_EFFORT = {"\n": 15, "[": 12} | dict.fromkeys("*_~&\\`", 3) | dict.fromkeys("!#$+-:<=>@]^{}|", 1)


def too_dense(body: str) -> bool:
    """Whether a body is shown as plain text: parsing it could take longer than a second."""
    tags, links = body.count("<"), body.count("](")
    return (
        len(body) > _MAX_FORMATTED
        or body.count("[") > _MAX_BRACKETS
        or tags > _MAX_TAGS
        or tags * len(body) > 40 * _MAX_FORMATTED
        or (links * len(body) > _MAX_ADDRESSES and links * max(map(len, body.split())) > _MAX_ADDRESSES)
        or (body.count("|") > 200 and _cells(body) > _MAX_CELLS)
        or (len(body) * 15 > _MAX_EFFORT and sum(body.count(c) * n for c, n in _EFFORT.items()) > _MAX_EFFORT)
    )


def _cells(body: str) -> int:
    """At most how many cells a table has: short rows are filled up to the widest."""
    lines = body.split("\n")
    return len(lines) * max(line.count("|") for line in lines)


_TAGS = frozenset(
    """a abbr b blockquote br caption code dd del details div dl dt em h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s
    section small span strong sub summary sup table tbody td tfoot th thead tr u ul""".split()
)
_CLASSES = {
    "a": {"nf-missing", "footnote-backref"},
    "span": {"nf-missing", "nf-box"},
    "li": {"task-list-item", "footnote-item"},
    "ul": {"contains-task-list"},
    "sup": {"footnote-ref"},
    "section": {"footnotes"},
    "ol": {"footnotes-list", "contains-task-list"},
}
_ATTRIBUTES = {
    "a": {"href", "id"},
    "img": {"src", "alt", "width", "loading"},
    "li": {"id"},
    "ol": {"start"},
    "abbr": {"title"},
    "span": {"title"},
    "td": {"align"},
    "th": {"align"},
}
_FOOTNOTE_ID = re.compile(r"fn(?:ref)?-[a-z0-9-]+-\d+(?::\d+)?")
_LOCAL_PICTURE = re.compile(r"(?:\.\./)*attachments/[^:?#\\]+")


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if _FOOTNOTE_ID.fullmatch(value) else None
    if tag == "img" and name == "src":
        return value if _LOCAL_PICTURE.fullmatch(value) and "/../" not in value.lstrip("./") else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_keep_attribute,
    allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
    strip_comments=True,
)


def to_html(body: str, resolve: Resolve, anchor: str) -> str:
    """The body as HTML in which nothing runs and nothing is asked of another host.

    `anchor` keeps the footnotes of several bodies on one page apart.
    """
    if not body.strip():
        return ""
    if (prose := html_of_prose(body, lambda link: _simple(link, resolve(link)))) is not None:
        return prose
    if too_dense(body):
        return f"<pre>{escape(without_comments(body))}</pre>"
    env = {"resolve": resolve, "docId": re.sub(r"[^a-z0-9]+", "-", anchor.lower())}
    from netfiles.text.dialect import MARKDOWN  # noqa: PLC0415  # heavy, and most bodies are plain sentences

    return _CLEANER.clean(MARKDOWN.render(_shown(body), env)).strip()


_PLAIN_HREF = re.compile(r"\.[\w./#%-]*", re.ASCII)


def _simple(link: Link, found: Found | None) -> str | None:
    """A link as the sanitiser would leave it; None where that is hard to tell."""
    if not link.target:
        return None
    text = escape(link.text, quote=False)
    if found is None:
        return f'<span class="nf-missing" title="not on file">{text}</span>'
    if not _PLAIN_HREF.fullmatch(found.href):
        return None
    return f'<a href="{found.href}" rel="noopener noreferrer">{text}</a>'


def _shown(body: str) -> str:
    """The body without Obsidian's comments, every line where it was."""
    return _OBSIDIAN_COMMENT.sub(lambda m: "\n" * m[0].count("\n"), body) if "%%" in body else body


_HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def without_comments(body: str) -> str:
    return _HTML_COMMENT.sub("", _shown(body))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a body says to netfiles: its first `# heading`, its links, its tasks."""

    heading: str | None
    links: tuple[BodyLink, ...]
    tasks: tuple[Task, ...]


_DUE = re.compile(r"(?<!\s)\s*📅\ufe0f?\s*(\d{4}-\d{2}-\d{2})")
_SIGNS = re.compile(r"(?<!\s)\s*[⏳🛫➕✅❌🔁⏫🔼🔽🔺⏬🆔⛔🏁]\ufe0f?\s*[^\s📅]*")


_HEADING = re.compile(r"^# +(\S.*)$", re.MULTILINE)
_HIDES = re.compile(r"```|~~~|<|%%")


def facts(body: str, first_line: int) -> Facts:
    """The facts of a body that begins on `first_line`; code and comments hold none."""
    if too_dense(body):
        return Facts(None, (), ())
    if "[[" in body and (links := links_of_prose(body, first_line)) is not None:
        return Facts(None, links, ())
    heading = _HEADING.search(body) if "# " in body else None
    if any(sign in body for sign in ("[[", "](", "]:")) or BOX.search(body) or (heading and _HIDES.search(body)):
        return _facts(_parsed(body), first_line)
    return Facts(_unclosed(heading[1]) if heading else None, (), ())


def _parsed(body: str) -> "list[Token]":
    from netfiles.text.dialect import MARKDOWN  # noqa: PLC0415  # as above

    return MARKDOWN.parse(_shown(body), {})


def _unclosed(heading: str) -> str:
    """The words of `# Heading ##`."""
    words = heading.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else words


def _facts(tokens: "list[Token]", first_line: int) -> Facts:
    heading = ""
    links: list[BodyLink] = []
    tasks: list[Task] = []
    for n, token in enumerate(tokens):
        if token.type == "heading_open" and (token.markup, token.tag, token.level) == ("#", "h3", 0):
            heading = heading or tokens[n + 1].content
        if token.type != "inline" or token.map is None:
            continue
        line = first_line + token.map[0]
        children = token.children or []
        if children and children[0].type == "task_box":
            tasks.append(_task(children[0].meta["done"], token.content[3:], line))
        links.extend(_links(children, line))
    return Facts(heading or None, tuple(links), tuple(tasks))


def _links(children: "list[Token]", line: int) -> list[BodyLink]:
    found = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "wikilink" and child.meta["link"].target:
            found.append(BodyLink(child.meta["link"], line, child.meta["embed"]))
        elif child.type == "link_open" and (target := file_meant(str(child.attrs.get("href", "")))):
            found.append(BodyLink(Link(target, linked=False), line))
    return found


def _task(done: bool, text: str, line: int) -> Task:
    due: date | None = None
    if written := _DUE.search(text):
        try:
            due = parse_day(written[1])
        except Unfit:
            due = None
    words = _SIGNS.sub("", _DUE.sub("", text.strip().split("\n")[0])).strip()
    return Task(plain(words), done, due, line)


class Section(NamedTuple):
    """A heading as written (`## Log`), and the lines of the body (from 0) that it and what is below it stand on."""

    heading: str
    first: int
    after: int


def sections(body: str) -> list[Section]:
    """The parts of a body below each of its headings; a heading in code or in a comment is none."""
    lines = body.split("\n")
    marks = [token for token in _parsed(body) if token.type == "heading_open" and token.map]
    heads = [(token.map[0], len(token.markup) if token.markup[0] == "#" else 0) for token in marks if token.map]
    ends = [next((at for at, deep in heads if at > first and deep <= level), len(lines)) for first, level in heads]
    return [Section(lines[first].strip(), first, end) for (first, _), end in zip(heads, ends, strict=True)]


def plain(text: str) -> str:
    """One line of Markdown as the words a reader sees: links by their label, no emphasis marks."""
    text = WIKILINK.sub(lambda m: parse_link(m[2]).text, text)
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    return re.sub(r"(\*\*|__|~~|`)(.+?)\1", r"\2", text).strip()


def one_line(body: str) -> str:
    """A body as it is written, in one line and without its comments."""
    return " ".join(without_comments(body).split())


def first_words(body: str, limit: int = 160) -> str:
    """The beginning of a body in one line, cut at a word."""
    lines = (line.strip() for line in without_comments(body).split("\n"))
    line = next((line for line in lines if line), "")[: 10 * limit]
    text = re.sub(r"<[^<>]*>", "", plain(re.sub(r"^(?:[-*+>]|#+|\d+[.)])\s+(?:\[[ xX]\]\s+)?", "", line)))
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"


_CODE = re.compile(r"(^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z)|(?<!`)`+[^`\n]+`+)", re.DOTALL | re.MULTILINE)


def link_wikilinks(text: str, resolve: Resolve) -> str:
    """Hand-written Markdown with its wikilinks as Markdown links; code stays as it is."""

    def linked(match: re.Match[str]) -> str:
        link = parse_link(match[2])
        found = resolve(link) if link.target else None
        return f"{match[1]}[{link.text}]({found.href})" if found else match[0] if match[1] else link.text

    parts = _CODE.split(text)
    # The pattern has two groups: text, code, its fence, text, code, its fence, text …
    return "".join(WIKILINK.sub(linked, part) if n % 3 == 0 else part for n, part in enumerate(parts) if n % 3 != 2)
