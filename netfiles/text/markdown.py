"""Markdown bodies: their links and tasks as values, and their HTML, safe to show.

One library parses (CommonMark with tables, task lists, footnotes and wikilinks), one sanitiser has the last word.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any, NamedTuple
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from netfiles.model.fields import Unfit, parse_day, parse_link, web_address
from netfiles.model.values import BodyLink, Link, Task
from netfiles.text.prose import html_of_prose, links_of_prose


@dataclass(frozen=True, slots=True)
class Found:
    """Where a link of a body leads: an address relative to the page, and whether it is a picture to show."""

    href: str
    picture: bool = False


Resolve = Callable[[Link], Found | None]
"""From a link to its place in the site; None where nothing is found (or nothing may be linked)."""

_WIKILINK = re.compile(r"(!?)\[\[([^\[\]\n]*)\]\]")


def _wikilink_rule(state: StateInline, silent: bool) -> bool:
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    link = parse_link(match[2])
    if not (link.target or link.heading):
        return False
    if not silent:
        token = state.push("wikilink", "", 0)
        token.meta = {"link": link, "embed": bool(match[1])}
        token.content = match[0]
    state.pos = match.end()
    return True


_OBSIDIAN_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)


def _block_rules(state: StateCore) -> None:
    """Headings of a note stand below those of the page; a task's box is a sign with a label, no form field."""
    lists: list[Token] = []
    highest = min((int(token.tag[1]) for token in state.tokens if token.type == "heading_open"), default=1)
    for n, token in enumerate(state.tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) - highest + 3)}"
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif [t.type for t in state.tokens[max(0, n - 2) : n]] == ["list_item_open", "paragraph_open"] and _boxed(
            token
        ):
            state.tokens[n - 2].attrSet("class", "task-list-item")
            lists[-1].attrSet("class", "contains-task-list")


_BOX = re.compile(r"\[[ xX]\]\s")


def _boxed(item: Token) -> bool:
    """Whether a list item begins with `[ ]` or `[x]`; that becomes a token of its own."""
    children = item.children or []
    if not children or children[0].type != "text" or _BOX.match(item.content) is None:
        return False
    children[0].content = children[0].content[3:]
    children.insert(0, Token("task_box", "", 0, meta={"done": item.content[1] != " "}))
    return True


def _render_task_box(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    word, sign = ("done", "☑") if tokens[index].meta["done"] else ("open", "☐")
    return f'<span class="nf-box" title="{word}">{sign}</span>'


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False)
    md.inline.ruler.before("link", "wikilink", _wikilink_rule)
    md.inline.ruler.before("image", "wikilink_embed", _wikilink_rule)
    md.core.ruler.push("netfiles", _block_rules)
    for name in ("wikilink", "task_box", "image", "link_open"):
        md.add_render_rule(name, globals()[f"_render_{name}"])
    md.add_render_rule("footnote_anchor", lambda *_: "")
    return md


def _render_wikilink(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    link: Link = tokens[index].meta["link"]
    if not link.target:
        return escape(link.text)
    found: Found | None = env["resolve"](link)
    if found is None:
        return f'<span class="nf-missing" title="not on file">{escape(link.text)}</span>'
    if found.picture and tokens[index].meta["embed"]:
        size = re.fullmatch(r"(\d{1,4})(?:x\d{1,4})?", link.label or "")
        return _picture(found.href, "" if size else link.text, size[1] if size else "")
    return f'<a href="{escape(found.href)}">{escape(link.text)}</a>'


def _picture(href: str, text: str, width: str = "") -> str:
    wide = f' width="{width}"' if width else ""
    return f'<img src="{escape(href)}" alt="{escape(text)}"{wide} loading="lazy">'


def _render_image(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    src, alt = str(token.attrs.get("src", "")), renderer.renderInlineAsText(token.children, options, env)
    if remote := web_address(src) if re.match("https?:", src, re.IGNORECASE) else None:
        return f'<a href="{escape(remote)}">{escape(alt or remote)}</a>'
    found = env["resolve"](Link(unquote(src)))
    return _picture(found.href, alt) if found and found.picture else escape(alt or unquote(src))


def _render_link_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A relative link finds its record like a wikilink does, and leads nowhere else."""
    token = tokens[index]
    href = str(token.attrs.get("href", ""))
    if not re.match(r"(?:https?|mailto|tel):|#", href, re.IGNORECASE):
        target, _, heading = unquote(href).partition("#")
        found = env["resolve"](Link(target, None, heading or None))
        token.attrs = {"href": found.href} if found else {"class": "nf-missing"}
    return renderer.renderToken(tokens, index, options, env)


_MD = _parser()
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
    return _CLEANER.clean(_MD.render(_shown(body), env)).strip()


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
    if "[[" in body or _BOX.search(body) or (heading and _HIDES.search(body)):
        return _facts(_MD.parse(_shown(body), {}), first_line)
    return Facts(_unclosed(heading[1]) if heading else None, (), ())


def _unclosed(heading: str) -> str:
    """The words of `# Heading ##`."""
    words = heading.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else words


def _facts(tokens: list[Token], first_line: int) -> Facts:
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


def _links(children: list[Token], line: int) -> list[BodyLink]:
    found = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "wikilink" and child.meta["link"].target:
            found.append(BodyLink(child.meta["link"], line, child.meta["embed"]))
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
    marks = [token for token in _MD.parse(_shown(body), {}) if token.type == "heading_open" and token.map]
    heads = [(token.map[0], len(token.markup) if token.markup[0] == "#" else 0) for token in marks if token.map]
    ends = [next((at for at, deep in heads if at > first and deep <= level), len(lines)) for first, level in heads]
    return [Section(lines[first].strip(), first, end) for (first, _), end in zip(heads, ends, strict=True)]


def plain(text: str) -> str:
    """One line of Markdown as the words a reader sees: links by their label, no emphasis marks."""
    text = _WIKILINK.sub(lambda m: parse_link(m[2]).text, text)
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
    return "".join(_WIKILINK.sub(linked, part) if n % 3 == 0 else part for n, part in enumerate(parts) if n % 3 != 2)
