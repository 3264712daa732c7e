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
NO_SLUG = "_1"
"""The anchor that Python-Markdown's table of contents gives a title without a letter that it knows."""


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
        others = [{"text": literal(s.heading), "id": s.anchor or ""} for s in page.sections if s.heading]
        title = literal(page.title)
        anchors = {parts["id"] for parts in others}
        if self._asks(title, *(parts["text"] for parts in others)) or not _plain(anchors, len(others)):
            return None
        first = {"text": title, "id": self._slug(title, slug) or NO_SLUG}
        blocks = _blocks(page)
        if first["id"] in anchors or blocks is None:
            return None
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


def _plain(anchors: set[str], number: int) -> bool:
    """Whether each of so many headings has an anchor of its own that Markdown takes as it is."""
    return len(anchors) == number and all(re.fullmatch(r"[a-z0-9_-]+", anchor) for anchor in anchors)


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
