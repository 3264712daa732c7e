"""Learning a frame from the owner's theme, and trying it."""

import posixpath
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from netfiles.errors import NetfilesError
from netfiles.site.cutting import pieces_of
from netfiles.site.frames import Frame
from netfiles.site.markdown import to_markdown
from netfiles.site.one_page import STAND_IN, OnePage
from netfiles.site.rendered import Heading, Rendered, contents
from netfiles.site.surroundings import Surroundings
from netfiles.site.watching import LINKS, Asked, as_toc, release, watch

_AWKWARD = " &#38; &amp; &#60;b&#62; \"x\" 'y' {{ z }} {% raw %} <i>ü</i>  \\1 $1 %s ]]> שלום "
_ENOUGH = 50_000


def in_theme(around: Surroundings, one: OnePage) -> str:
    """The page in the theme's own template."""
    with around.opened(one.path, to_markdown(one.page)) as page:
        page.content, page.toc = one.rendered.content, as_toc(one.rendered.toc)
        if "title" not in vars(page):
            page.title = one.rendered.title
        return around.show(page)


def learn(around: Surroundings, one: OnePage, shown: str) -> Frame | str:
    """The frame of pages like this one, which the theme shows as `shown`; or why they have none.

    The page itself may be one that does not fit, because a part of it is empty.
    """
    numbers = (3, 4) if one.contents and one.contents.rest else (0,)
    frames = [_traced(around, one, number) for number in numbers]
    frame = frames[0]
    if isinstance(frame, str):
        return frame
    if frame != frames[-1]:
        return "it prints the table of contents unevenly"
    awkward = _awkward(one)
    if one.fill(frame) not in (None, shown) or awkward.fill(frame) not in (None, in_theme(around, awkward)):
        return "it does something unseen with a part of the page"
    return frame


def _traced(around: Surroundings, one: OnePage, items: int) -> Frame | str:
    """What the theme makes of marks in the place of the page's parts, with so many headings below the first."""
    path = posixpath.join(one.folder, f"{STAND_IN}.md") if one.shared else one.path
    text = to_markdown(replace(one.page, sections=()))
    tracer = around.stock.tracer
    with around.opened(path, text) as page:
        links = {name: tuple(url.split(STAND_IN)) for name in LINKS if one.shared and (url := getattr(page, name))}
        context = around.context(page)
        notes = tracer.begin(SimpleNamespace(url=page.url))
        context["build_date_utc"] = Asked(notes, around.built)
        if one.contents is None:
            return "its table of contents is no simple one"
        watch(page, notes, one.parts(links), one.contents, items, tuple(links) if one.in_nav else (*links, "title"))
        try:
            with around.active(page):
                output = str(tracer.env.get_template("main.html").render(context))
        except NetfilesError:
            raise
        except Exception as error:  # a template of the owner that cannot do with marks
            return f"it fails with marks: {error}"
        finally:
            release(page)
    pieces = pieces_of(notes.cut(output), items)
    if notes.why or pieces is None:
        return notes.why or "it prints the table of contents unevenly"
    config: Any = around.stock.config
    asked = {*tracer.asked, *map(str, config.extra_css), *map(str, config.extra_javascript)} if one.shared else ()
    return Frame(pieces, tuple(dict.fromkeys(notes.conditions)), tuple(links.items()), _taken(asked, one.folder))


def _taken(asked: Iterable[str], folder: str) -> frozenset[str]:
    """The names of pages in `folder` from which an address that was asked for reads differently."""
    above = f"/{folder}/" if folder else "/"
    normal = (posixpath.normpath(f"/{address}") for address in asked)
    return frozenset(address.removeprefix(above).split("/")[0] for address in normal if address.startswith(above))


def _awkward(one: OnePage) -> OnePage:
    """A page with the same frame and signs that mean something elsewhere."""
    below: tuple[Heading, ...] = ()
    if one.contents and one.contents.rest:
        below = tuple(Heading(f"{_AWKWARD}{n}", f"a-{n}", one.contents.rest[0].level) for n in (1, 2))
    first = one.contents.first if one.contents else None
    toc = (replace(first, title=_AWKWARD, id="a", children=below),) if first else below
    rendered = Rendered(f"{one.rendered.content[:_ENOUGH]}{_AWKWARD}", f"A{_AWKWARD}", toc)
    address = posixpath.join(one.folder, "a-2") if one.shared else one.page.address
    return replace(one, page=replace(one.page, address=address), rendered=rendered, contents=contents(toc))
