"""Our pages without Python-Markdown: headings filled into what it makes of them, HTML blocks between."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from netfiles.site.frames import Hole, through
from netfiles.site.html_blocks import block, passes
from netfiles.site.markdown import inert, literal
from netfiles.site.rendered import Heading, Rendered
from netfiles.views.page import Page

Pieces = tuple[str | Hole, ...]
Slug = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of a heading: its HTML, and how the table of contents calls it."""

    html: Pieces
    called: Pieces
    level: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """What the owner's Python-Markdown makes of our headings.

    `first` is the page's title, `other` a heading with an anchor. `gaps` stand between two parts of a page, each of
    the kind `first`, `other` or `html`. A heading with one of the signs `asks` may become something else.
    """

    first: Line
    other: Line
    title: Pieces
    gaps: Mapping[tuple[str, str], str]
    asks: str
    plain_slugs: bool
    slugs: dict[str, str] = field(default_factory=dict)

    def render(self, page: Page, slug: Slug) -> Rendered | None:
        """The page; None where only Python-Markdown itself can tell what becomes of it."""
        title = literal(page.title)
        known = [(literal(s.heading), s.anchor) for s in page.sections if s.heading]
        anchors = {anchor for _, anchor in known if anchor}
        if (
            self._asks(title, *(text for text, _ in known))
            or len(anchors) < len(known)
            or not all(map(_plain, anchors))
        ):
            return None
        anchor = self._slug(title, slug)
        blocks = _blocks(page)
        if not anchor or anchor in anchors or blocks is None:
            return None
        first = {"text": title, "id": anchor}
        others = [{"text": text, "id": anchor or ""} for text, anchor in known]
        return Rendered(self._content(first, others, blocks), _fill(self.title, first), self._toc(first, others))

    def _asks(self, *texts: str) -> bool:
        return not all(texts) or (bool(self.asks) and any(re.search(self.asks, text) for text in texts))

    def _slug(self, title: str, slug: Slug) -> str:
        if self.plain_slugs and re.fullmatch(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*", title):
            return title.lower().replace(" ", "-")
        if title not in self.slugs:
            self.slugs[title] = slug(html.unescape(title))
        return self.slugs[title]

    def _content(self, first: Mapping[str, str], others: Sequence[Mapping[str, str]], blocks: Sequence[str]) -> str:
        left = iter(others)
        parts, before = [_fill(self.first.html, first)], "first"
        for text in blocks:
            kind = "html" if text else "other"
            parts += (self.gaps[before, kind], text or _fill(self.other.html, next(left)))
            before = kind
        return "".join(parts)

    def _toc(self, first: Mapping[str, str], others: Sequence[Mapping[str, str]]) -> tuple[Heading, ...]:
        below = tuple(_heading(self.other, parts, self.other.level) for parts in others if self.other.level)
        if self.first.level is None:
            return below
        return (_heading(self.first, first, self.first.level, below),)


def _heading(line: Line, parts: Mapping[str, str], level: int | None, below: tuple[Heading, ...] = ()) -> Heading:
    return Heading(_fill(line.called, parts), parts["id"], level or 0, below)


def _fill(pieces: Pieces, parts: Mapping[str, str]) -> str:
    return "".join(piece if isinstance(piece, str) else through(piece, parts) for piece in pieces)


def _plain(anchor: str) -> bool:
    return re.fullmatch(r"[a-z0-9_-]+", anchor) is not None


def _blocks(page: Page) -> list[str] | None:
    """HTML blocks in order, a heading as an empty text; None where a block may not come through untouched."""
    found: list[str] = []
    for section in page.sections:
        found += [""] if section.heading else []
        if section.html:
            html = inert(section.html)
            if not passes(html):
                return None
            found.append(block(html))
    return found
