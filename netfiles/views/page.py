"""What a page is: an address, a title, sections of HTML."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: safe HTML below a heading (plain text) with its anchor, or below none."""

    html: str
    heading: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `address` is its place in the site without ending: `index`, `people/index`, `people/jane-doe`. `title` is plain
    text. `hide` names parts of the theme's frame to leave out (`toc`, `navigation`). `searchable` pages are indexed.
    """

    address: str
    title: str
    sections: tuple[Section, ...]
    hide: tuple[str, ...] = ("navigation",)
    searchable: bool = True

    @property
    def url(self) -> str:
        """The page's address as a browser sees it, below the site's root: ``, `people/`, `people/jane-doe/`."""
        return f"{self.address}/".removesuffix("index/")

    @property
    def root(self) -> str:
        """The way from the page to the site's root: ``, `../`, `../../`."""
        return "../" * self.url.count("/")
