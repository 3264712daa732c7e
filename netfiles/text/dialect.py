"""The Markdown of notes: CommonMark with tables, strikethrough, footnotes, wikilinks and the boxes of tasks."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from netfiles.model.fields import parse_link, web_address
from netfiles.model.values import Link
from netfiles.text.markdown import BOX, WIKILINK, Found


def _wikilink_rule(state: StateInline, silent: bool) -> bool:
    match = WIKILINK.match(state.src, state.pos, state.posMax)
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
            lists[-1:] = []  # a footnote within one leaves lists that end and never began
        elif [t.type for t in state.tokens[max(0, n - 2) : n]] == ["list_item_open", "paragraph_open"] and _boxed(
            token
        ):
            state.tokens[n - 2].attrSet("class", "task-list-item")
            for whole in lists[-1:]:
                whole.attrSet("class", "contains-task-list")


def _boxed(item: Token) -> bool:
    """Whether a list item begins with `[ ]` or `[x]`; that becomes a token of its own."""
    children = item.children or []
    if not children or children[0].type != "text" or BOX.match(item.content) is None:
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


MARKDOWN = _parser()
