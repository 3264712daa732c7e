"""Finding out, with a few small pages, what the owner's Python-Markdown makes of our headings."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from netfiles.site.frames import Hole
from netfiles.site.headings import Line, Pieces, Slug, Words
from netfiles.site.one_page import STAND_IN
from netfiles.site.rendered import Heading, Rendered
from netfiles.views.page import Page, Section

Run = Callable[[Page], Rendered]
Part = tuple[str, Mapping[str, Hole]]
T = TypeVar("T")

_ADDRESS = f"people/{STAND_IN}"
_TITLE = "Netfiles Title"
_HTML = "<p>netfiles html</p>"
_HEADINGS = (("Netfiles One", "netfiles-1st"), ("Netfiles Two", "netfiles-2nd"), ("Netfiles Three", "netfiles-3rd"))
_HEADING = re.compile(r"<h([1-6])\b.*?</h\1>", re.DOTALL)

_BEFORE_ALL = Section(_HTML)
_WITH = [Section(_HTML, *heading) for heading in _HEADINGS]
_WITHOUT = [Section("", *heading) for heading in _HEADINGS]

_LAYOUTS: tuple[tuple[Section, ...], ...] = (
    (_BEFORE_ALL, _BEFORE_ALL, _WITH[0], _WITHOUT[1], _WITH[2]),
    (_WITHOUT[0], _WITH[1], _WITHOUT[2]),
    (),
)
"""Together they have each kind of part before and after each other, and at the end."""

_AWKWARD = (
    "A & B <c> \"d\" 'e' {f} [g](h) *i* _j_ `k` \\ # | ! $ ~ ^ = + @ : ; %",
    "1. one 2nd c/o 1/2 --> ... -- www.example.com",
    "- Zoë Ünal-Østergård, שלום 李",
    "佐々木 健太",
    "\\1 $1 {{ x }} {% y %} &amp; &#38; <!-- -->",
    "ABBR HTML " + "long " * 200,
)


def words(run: Run, slug: Slug, asks: str, plain_slugs: bool) -> Words | str:
    """The words, tried on awkward pages; or a sentence that says why there are none."""
    try:
        found = _words(run, slug, asks, plain_slugs)
    except ValueError as error:
        return f"Headings go through Python-Markdown one by one: {error}."
    for page in _trials():
        short = found.render(page, slug)
        if short is not None and short != run(page):
            return f"Headings go through Python-Markdown one by one: {page.title[:40]!r} becomes something else."
    return found


def _trials() -> Iterator[Page]:
    for title in _AWKWARD:
        yield Page(_ADDRESS, title, (_BEFORE_ALL, Section("<pre>a\tb\n\tc</pre>", title, "netfiles-1st"), _WITHOUT[1]))
    yield from (Page(_ADDRESS, _TITLE, layout) for layout in _LAYOUTS)


def _words(run: Run, slug: Slug, asks: str, plain_slugs: bool) -> Words:
    pages = [run(Page(_ADDRESS, _TITLE, layout)) for layout in _LAYOUTS]
    anchor = slug(_TITLE)
    if anchor == _TITLE:
        raise ValueError("an anchor is like its title")
    first = {_TITLE: Hole("text"), anchor: Hole("id")}
    found = _Found()
    for layout, page in zip(_LAYOUTS, pages, strict=True):
        found.collect(page.content, [("first", first), *_parts(layout)])
    kind, other = next(_parts(_WITHOUT))
    return Words(
        first=_line(found.lines["first"], *_called(pages[1].toc, anchor, first)),
        other=_line(found.lines[kind], *_called(pages[1].toc, _HEADINGS[0][1], other)),
        title=_cut(pages[0].title, first),
        gaps={pair: _only(texts, "the space between two parts") for pair, texts in found.gaps.items()},
        asks=asks,
        plain_slugs=plain_slugs,
    )


def _parts(layout: Sequence[Section]) -> Iterator[Part]:
    for section in layout:
        if section.heading:
            yield "other", {section.heading: Hole("text"), section.anchor or "": Hole("id")}
        if section.html:
            yield "html", {}


class _Found:
    """What headings became, and what stands between two parts of a page."""

    def __init__(self) -> None:
        self.lines: dict[str, set[Pieces]] = {"first": set(), "other": set()}
        self.gaps: dict[tuple[str, str], set[str]] = {}

    def collect(self, content: str, parts: Sequence[Part]) -> None:
        """Take a page apart."""
        at, before = 0, ""
        for kind, holes in parts:
            start, end = _next(content, at, kind)
            if before:
                self.gaps.setdefault((before, kind), set()).add(content[at:start])
            elif start:
                raise ValueError("something stands above the title")
            if holes:
                self.lines[kind].add(_cut(content[start:end], holes))
            at, before = end, kind
        if content[at:]:
            raise ValueError("something stands at the end of each page")


def _next(content: str, at: int, kind: str) -> tuple[int, int]:
    """Where the next part of a kind begins and ends."""
    if kind == "html":
        whole = f"<div>{_HTML}</div>"
        start = content.find(whole, at)
        if start < 0:
            raise ValueError("HTML blocks do not stay as they are")
        return start, start + len(whole)
    match = _HEADING.search(content, at)
    if match is None:
        raise ValueError("a heading is no longer one")
    return match.span()


def _cut(text: str, holes: Mapping[str, Hole]) -> Pieces:
    """The text with holes where the marks stand."""
    parts = re.split("(" + "|".join(map(re.escape, holes)) + ")", text)
    return tuple(holes.get(part, part) for part in parts if part)


def _called(toc: Sequence[Heading], anchor: str, holes: Mapping[str, Hole]) -> tuple[Pieces, int | None]:
    """How the table of contents calls the heading with this anchor, and on which level."""
    flat = [heading for top in toc for heading in (top, *top.children)]
    if any(heading.children for top in toc for heading in top.children):
        raise ValueError("the table of contents is deeper than our pages")
    for heading in flat:
        if heading.id == anchor:
            return _cut(heading.title, holes), heading.level
    return (), None


def _line(found: set[Pieces], called: Pieces, level: int | None) -> Line:
    return Line(_only(found, "a heading"), called, level)


def _only(found: set[T], what: str) -> T:
    if len(found) != 1:
        raise ValueError(f"{what} is not always the same")
    return next(iter(found))
