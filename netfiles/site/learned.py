"""What a printer has learned of the owner's theme and Markdown, to be kept for the next process."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from netfiles.site.frames import Frame
from netfiles.site.headings import Words
from netfiles.site.one_page import FrameKey
from netfiles.site.outline import Tree, digest
from netfiles.site.places import Places

MOST_FRAMES = 8
"""How many frames pages with the same key may have: the theme may ask what a page holds."""


@dataclass
class Learned:
    """All of it can be pickled; it is of use with the same key (see `printer_key`) only.

    `nav` are the pages of the navigation with the digests of what was known of them, None for a file that is not
    there. What follows it holds for this navigation, what is before it for any. `lists_pages` says whether a file
    beside the pages lists them, as sitemap.xml does; `uncut` are pages without a frame, and why.
    """

    key: str
    places: Places
    words: Words | None
    leaves_html: bool
    lists_pages: bool
    said: tuple[str, ...]
    nav: Mapping[str, str | None] = field(default_factory=dict)
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

    def within(self, nav: Mapping[str, str | None], nav_digest: str) -> "Learned":
        """What of it holds with this navigation."""
        if nav_digest == self.nav_digest:
            return replace(self, nav=nav)
        return replace(self, nav=nav, nav_digest=nav_digest, frames={}, uncut={}, beside={})

    def knows(self, tree: Tree) -> bool:
        """Whether the navigation is the one it learned with."""
        return bool(self.nav) and all(known(tree, path) == digested for path, digested in self.nav.items())

    def add(self, key: FrameKey, frame: Frame) -> None:
        self.frames[key] = (*self.frames.get(key, ()), frame)

    def cannot_cut(self, key: FrameKey, why: str) -> None:
        self.uncut[key] = f"Pages like {key[0]} go through the whole template: {why}."

    def wants(self, key: FrameKey) -> bool:
        """Whether one more frame is worth learning."""
        return key not in self.uncut and len(self.frames.get(key, ())) < MOST_FRAMES


ALL = "*"


def known(tree: Tree, path: str) -> str | None:
    """A digest of what is known of a page of the navigation; of all paths where it is made of them."""
    if path == ALL:
        return digest(*sorted(tree.paths))
    return digest(tree.text(path)) if path in tree.paths else None
