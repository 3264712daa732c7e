"""A page of ours on its way into the theme."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from netfiles.site.frames import Frame, Parts, fill
from netfiles.site.rendered import Contents, Heading, Rendered
from netfiles.views.page import Page

FrameKey = tuple[str, tuple[str, ...], bool, int | None, int | None]
STAND_IN = "netfiles-stand-in"
"""The name of a page that stands for all in its folder."""


@dataclass(frozen=True, slots=True)
class OnePage:
    """A page with what Markdown made of it.

    Pages of the navigation have a frame each, in which their title is what the navigation calls them; index pages
    have a frame each too. All others of a folder share one.
    """

    page: Page
    rendered: Rendered
    contents: Contents | None
    in_nav: bool
    day: str

    @property
    def shared(self) -> bool:
        return not self.in_nav and self.name != "index" and re.fullmatch(r"[a-z0-9-]+", self.name) is not None

    @property
    def path(self) -> str:
        return f"{self.page.address}.md"

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.page.address)

    @property
    def name(self) -> str:
        return posixpath.basename(self.page.address)

    @property
    def key(self) -> FrameKey:
        """Pages with the same key have the same frame."""
        where = f"{self.folder}/" if self.shared else self.path
        first = self.contents and self.contents.first
        rest = self.contents.rest[0].level if self.contents and self.contents.rest else None
        return where, self.page.hide, self.page.searchable, first.level if first else None, rest

    def parts(self, links: Mapping[str, tuple[str, ...]]) -> Parts:
        """The page's own parts by their names."""
        parts = {"content": self.rendered.content, "title": self.rendered.title, "update_date": self.day}
        parts |= {name: self.name.join(pieces) for name, pieces in links.items()}
        if self.contents and self.contents.first:
            parts |= _parts("first", self.contents.first)
        return parts

    def fill(self, frame: Frame) -> str | None:
        """The page in a frame; None where it does not fit."""
        if self.contents is None or self.name in frame.taken:
            return None
        return fill(frame, self.parts(dict(frame.links)), [_parts("rest", heading) for heading in self.contents.rest])


def _parts(name: str, heading: Heading) -> Parts:
    return {f"{name}.title": heading.title, f"{name}.id": heading.id}
