"""What a printer has learned of the owner's theme and Markdown, to be kept for the next process."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from netfiles.site.frames import Frame
from netfiles.site.headings import Words
from netfiles.site.one_page import FrameKey
from netfiles.site.outline import Tree, digest
from netfiles.site.places import MARKDOWN, Places

MOST_FRAMES = 8
"""How many frames pages with the same key may have: the theme may ask what a page holds."""


@dataclass(frozen=True, slots=True)
class Nav:
    """What a navigation was made of: its pages with digests of what was known of them, and names that were no file.

    Where mkdocs.yml has none it is made of `all_paths`, a digest of them.
    """

    pages: Mapping[str, str]
    absent: frozenset[str]
    all_paths: str = ""


def nav_of(tree: Tree, like: Nav) -> Nav:
    """What a navigation of the same names is made of in a tree."""
    pages = {
        path: digest(tree.text(path)) if path.endswith(MARKDOWN) else "" for path in like.pages if path in tree.paths
    }
    absent = frozenset(path for path in like.absent if path not in tree.paths)
    return Nav(pages, absent, digest(*sorted(tree.paths)) if like.all_paths else "")


@dataclass
class Learned:
    """All of it can be pickled; it is of use with the same key (see `printer_key`) only.

    `lists_pages` says whether a file beside the pages lists them, as sitemap.xml does. What stands after `nav` holds
    for this navigation only; `uncut` are pages without a frame, and why.
    """

    key: str
    places: Places
    words: Words | None
    leaves_html: bool
    lists_pages: bool
    said: tuple[str, ...]
    nav: Nav | None = None
    nav_digest: str = ""
    frames: dict[FrameKey, tuple[Frame, ...]] = field(default_factory=dict)
    uncut: dict[FrameKey, str] = field(default_factory=dict)
    beside: Mapping[str, Mapping[str, bytes | Path]] = field(default_factory=dict)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What goes the long way, and why."""
        return (*self.said, *self.uncut.values())

    def copied(self) -> "Learned":
        """What is known at this moment."""
        words = self.words and replace(self.words, slugs=dict(self.words.slugs))
        return replace(self, words=words, frames=dict(self.frames), uncut=dict(self.uncut))

    def within(self, nav: Nav, nav_digest: str) -> "Learned":
        """What of it holds with this navigation."""
        if nav_digest == self.nav_digest:
            return replace(self, nav=nav)
        return replace(self, nav=nav, nav_digest=nav_digest, frames={}, uncut={}, beside={})

    def knows(self, tree: Tree) -> bool:
        """Whether the navigation is the one it learned with."""
        return self.nav is not None and self.nav == nav_of(tree, self.nav)

    def add(self, key: FrameKey, frame: Frame) -> None:
        self.frames[key] = (*self.frames.get(key, ()), frame)

    def cannot_cut(self, key: FrameKey, why: str) -> None:
        self.uncut[key] = f"Pages like {key[0]} go through the whole template: {why}."

    def wants(self, key: FrameKey) -> bool:
        """Whether one more frame is worth learning."""
        return key not in self.uncut and len(self.frames.get(key, ())) < MOST_FRAMES
