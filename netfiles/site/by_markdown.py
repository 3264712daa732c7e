"""Our pages through the owner's Python-Markdown: without their HTML blocks where those come through untouched."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs.structure.toc import AnchorLink, TableOfContents

from netfiles.site.html_blocks import block, passes
from netfiles.site.markdown import inert, to_markdown
from netfiles.site.rendered import Heading, Rendered
from netfiles.site.surroundings import Surroundings
from netfiles.views.page import Page


def render(around: Surroundings, page: Page, leaves_html: bool) -> Rendered:
    """The page; `leaves_html` says whether the owner's extensions leave HTML blocks alone."""
    blocks = [inert(section.html) for section in page.sections if section.html]
    if leaves_html and all(map(passes, blocks)):
        rendered = _with_blocks(_whole(around, _emptied(page)), [block(html) for html in blocks], _token(page))
        if rendered is not None:
            return rendered
    return _whole(around, page)


def _whole(around: Surroundings, page: Page) -> Rendered:
    with around.opened(f"{page.address}.md", to_markdown(page)) as opened:
        around.render(opened)
        return Rendered(opened.content or "", opened.title or "", headings(opened.toc))


def _token(page: Page) -> str:
    """A word that stands in no heading of the page."""
    word = "netfilesblock"
    while any(word in text.lower() for text in (page.title, *(s.heading or "" for s in page.sections))):
        word += "x"
    return word


def _emptied(page: Page) -> Page:
    """The page with a numbered token in the place of each HTML block."""
    numbers = iter(range(len(page.sections)))
    token = _token(page)
    return replace(
        page,
        sections=tuple(replace(s, html=f"{token}{next(numbers)}.") if s.html else s for s in page.sections),
    )


def _with_blocks(rendered: Rendered, blocks: Sequence[str], token: str) -> Rendered | None:
    """The blocks in the place of their tokens; None where a token is not found once and in order."""
    parts: list[str] = []
    left = rendered.content
    for number, html in enumerate(blocks):
        before, found, left = left.partition(f"<div>{token}{number}.</div>")
        if not found:
            return None
        parts += (before, html)
    content = "".join([*parts, left])
    return replace(rendered, content=content) if rendered.content.count(token) == len(blocks) else None


def headings(toc: TableOfContents) -> tuple[Heading, ...]:
    """A table of contents of MkDocs as a value."""
    return tuple(_headings(toc))


def _headings(toc: TableOfContents | list[AnchorLink]) -> Iterator[Heading]:
    return (Heading(link.title, link.id, link.level, tuple(_headings(link.children))) for link in toc)
