"""What the printer of one page needs to know of all the others."""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from netfiles.site.markdown import to_markdown
from netfiles.views.page import Page


@dataclass(frozen=True, slots=True)
class Outline:
    """A page of ours as the navigation knows it."""

    title: str
    hide: tuple[str, ...] = ()
    searchable: bool = True

    def to_markdown(self) -> str:
        """The page without its content."""
        return to_markdown(Page("", self.title, (), self.hide, self.searchable))


@dataclass(frozen=True, slots=True)
class Tree:
    """The plain tree, whether or not it is printed.

    `folder` is where it would be printed (it must exist, MkDocs looks for it), `paths` are all its files, `source`
    gives what is known of the pages in the navigation: the outline of a page of ours, the text of a hand-written one.
    """

    folder: Path
    paths: Collection[str]
    source: Callable[[str], Outline | str]

    def text(self, path: str) -> str:
        """A page of the navigation as Markdown; one of ours has no content."""
        source = self.source(path)
        return source if isinstance(source, str) else source.to_markdown()


def digest(*texts: str) -> str:
    """A short sum over texts, the same on every machine."""
    summed = hashlib.sha256()
    for text in texts:
        data = text.encode(errors="surrogatepass")
        summed.update(b"%d:" % len(data) + data)
    return summed.hexdigest()[:32]
