"""Markdown bodies: their links and tasks as values, and their HTML, safe to show.

One library parses (CommonMark with tables, task lists, footnotes and wikilinks), one sanitiser has the last word.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from netfiles.model.fields import Unfit, parse_day, parse_link, web_address
from netfiles.model.values import BodyLink, Link, Task


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
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
        for child in token.children or ():
            if child.type == "html_inline" and "task-list-item-checkbox" in child.content:
                done = "checked" in child.content
                child.content = (
                    f'<span class="nf-box" title="{"done" if done else "open"}">{"☑" if done else "☐"}</span>'
                )


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False).use(tasklists_plugin)
    md.inline.ruler.before("link", "wikilink", _wikilink_rule)
    md.inline.ruler.before("image", "wikilink_embed", _wikilink_rule)
    md.core.ruler.push("netfiles", _block_rules)
    for name in ("wikilink", "image", "link_open"):
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


def too_dense(body: str) -> bool:
    """Whether a body is shown as plain text: parsing it could take longer than a second."""
    return len(body) > _MAX_FORMATTED or body.count("[") > _MAX_BRACKETS


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
    "ol": {"footnotes-list"},
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
    if too_dense(body):
        return f"<pre>{escape(body)}</pre>"
    env = {"resolve": resolve, "docId": re.sub(r"[^a-z0-9]+", "-", anchor.lower())}
    return _CLEANER.clean(_MD.render(_shown(body), env)).strip()


def _shown(body: str) -> str:
    return _OBSIDIAN_COMMENT.sub("", body) if "%%" in body else body


@dataclass(frozen=True, slots=True)
class Facts:
    """What a body says to netfiles: its first `# heading`, its links, its tasks."""

    heading: str | None
    links: tuple[BodyLink, ...]
    tasks: tuple[Task, ...]


_DUE = re.compile(r"\s*📅\ufe0f?\s*(\d{4}-\d{2}-\d{2})")
_SIGNS = re.compile(r"\s*[⏳🛫➕✅❌🔁⏫🔼🔽🔺⏬🆔⛔🏁]\ufe0f?\s*[^\s📅]*")


def facts(body: str, first_line: int) -> Facts:
    """The facts of a body that begins on `first_line`; code holds none."""
    if too_dense(body):
        return Facts(None, (), ())
    heading = re.search(r"^# +(.+?)(?: +#+)? *$", body, re.MULTILINE) if "# " in body else None
    if "[[" not in body and not re.search(r"^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]", body, re.MULTILINE):
        return Facts(heading[1] if heading and "```" not in body else None, (), ())
    return _facts(_MD.parse(body, {}), first_line, heading[1] if heading else None)


def _facts(tokens: list[Token], first_line: int, heading: str | None) -> Facts:
    links: list[BodyLink] = []
    tasks: list[Task] = []
    in_item = False
    for token in tokens:
        if token.type == "list_item_open":
            in_item = True
        if token.type != "inline" or token.map is None:
            continue
        line = first_line + token.map[0]
        children = token.children or []
        if in_item and children and "nf-box" in children[0].content:
            tasks.append(_task("☑" in children[0].content, token.content, line))
        in_item = False
        links.extend(_links(children, line))
    return Facts(heading, tuple(links), tuple(tasks))


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


def plain(text: str) -> str:
    """One line of Markdown as the words a reader sees: links by their label, no emphasis marks."""
    text = _WIKILINK.sub(lambda m: parse_link(m[2]).text, text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)\s]*\)", r"\1", text)
    return re.sub(r"(\*\*|__|~~|`)(.+?)\1", r"\2", text).strip()


def first_words(body: str, limit: int = 160) -> str:
    """The beginning of a body in one line, cut at a word."""
    lines = (line.strip() for line in _shown(body).split("\n"))
    text = plain(next((re.sub(r"^(?:[-*+>]|#+|\d+[.)])\s+(?:\[[ xX]\]\s+)?", "", line) for line in lines if line), ""))
    text = re.sub(r"<[^>]*>", "", text)
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"


_CODE = re.compile(r"(^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\2[`~]*[ \t]*$|`+[^`\n]+`+)", re.DOTALL | re.MULTILINE)


def link_wikilinks(text: str, resolve: Resolve) -> str:
    """Hand-written Markdown with its wikilinks as Markdown links; code stays as it is."""

    def linked(match: re.Match[str]) -> str:
        link = parse_link(match[2])
        found = resolve(link) if link.target else None
        return f"{match[1]}[{link.text}]({found.href})" if found else match[0] if match[1] else link.text

    parts = _CODE.split(text)
    # The pattern has two groups: text, code, its fence, text, code, its fence, text …
    return "".join(_WIKILINK.sub(linked, part) if n % 3 == 0 else part for n, part in enumerate(parts) if n % 3 != 2)
