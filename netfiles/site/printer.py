"""The fast printer: a page becomes the bytes that MkDocs would make of it, without the others.

MkDocs, Jinja and Python-Markdown are imported when first needed; for pages like those seen before that is never.
"""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from netfiles.site.learned import Learned
from netfiles.site.one_page import OnePage
from netfiles.site.outline import Tree, digest
from netfiles.site.printer_key import printer_key
from netfiles.site.rendered import contents
from netfiles.views.page import Page

if TYPE_CHECKING:
    from netfiles.site.press import Press
    from netfiles.site.stock import Stock


WRITTEN = "docs/"
"""The folder of the hand-written pages in the tree; of all others none has the place of another one."""


class Setup:
    """The owner's mkdocs.yml: its key, and MkDocs with it, loaded once, when first needed."""

    def __init__(self, vault: Path, folder: Path, key: str) -> None:
        self.vault, self.folder, self.key = vault, folder, key
        self.lock = RLock()
        self._stock: Stock | None = None

    @property
    def stock(self) -> "Stock":
        from netfiles.site.stock import Stock  # noqa: PLC0415  # MkDocs is imported where it is needed

        with self.lock:
            if self._stock is None:
                self._stock = Stock(self.vault, self.folder)
            return self._stock


class Printer:
    """Prints the pages of one tree on one day, in any order, from any thread, and after a fork.

    `learned` is what an earlier printer gave; what does not fit is forgotten. Raises SiteFailed where MkDocs cannot
    work with the configuration, NeedsAll where pages cannot be printed one by one.
    """

    def __init__(self, vault: Path, tree: Tree, today: date, learned: Learned | None = None) -> None:
        self._begin(Setup(vault, tree.folder, printer_key(vault, today)), tree, today, learned)

    _press: "Press | None"
    _earlier: "Press | None"  # that of another tree with the same navigation

    def _begin(self, setup: Setup, tree: Tree, today: date, earlier: Learned | None) -> None:
        self._setup, self._tree, self._built = setup, tree, built(today)
        self._press = self._earlier = None
        earlier = earlier if earlier and earlier.key == setup.key else None
        self._learned = earlier if earlier and earlier.knows(tree) else self.press.learned(setup.key, tree, earlier)
        self.key = digest(setup.key, self._learned.nav_digest)

    def other(self, tree: Tree, today: date) -> "Printer":
        """A printer for the tree as it is now, with the configuration as it was."""
        printer = Printer.__new__(Printer)
        printer._begin(self._setup, tree, today, self._learned)
        if printer._learned is self._learned and printer._built == self._built:
            printer._earlier = self._press or self._earlier
        return printer

    @property
    def press(self) -> "Press":
        """MkDocs with this tree."""
        from netfiles.site.press import Press  # noqa: PLC0415  # MkDocs is imported where it is needed

        with self._setup.lock:
            if self._press is None:
                earlier, self._earlier = self._earlier, None
                self._press = (
                    earlier.elsewhere(self._tree) if earlier else Press(self._setup.stock, self._tree, self._built)
                )
            return self._press

    @property
    def remarks(self) -> tuple[str, ...]:
        """What goes the long way, and why."""
        return self._learned.remarks

    def learned(self) -> Learned:
        """What the next process need not learn again."""
        with self._setup.lock:
            return self._learned.copied()

    def page(self, page: Page) -> bytes:
        """A page of ours; nothing where the theme prints nothing, then there is no file."""
        learned = self._learned
        rendered = learned.words.render(page, self._slug) if learned.words else None
        if rendered is None:
            rendered = self.press.rendered(page, learned)
        in_nav = learned.nav is not None and f"{page.address}.md" in learned.nav.pages
        one = OnePage(page, rendered, contents(rendered.toc), in_nav, f"{self._built:%Y-%m-%d}")
        for frame in learned.frames.get(one.key, ()):
            text = one.fill(frame)
            if text is not None:
                return _encoded(text)
        return _encoded(self.press.shown(one, learned))

    def guide(self, path: str, text: str) -> bytes:
        """A hand-written page of the tree."""
        return _encoded(self.press.guide(path, text))

    def place(self, path: str) -> str | None:
        """The place of a file of the tree in the site; None where it has none."""
        if path.startswith(WRITTEN) and path in self._hidden:
            return None
        return self._learned.places.place(path)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        written = [path for path in self._tree.paths if path.startswith(WRITTEN)]
        return frozenset(self._learned.places.hidden(written))

    def beside(self) -> Mapping[str, bytes | Path]:
        """What the site holds besides the files of the tree, by its place: bytes, or the file to copy."""
        learned = self._learned
        told = (path for path in self._tree.paths if learned.lists_pages or not path.endswith(".md"))
        known = digest(*sorted(told), self._built.isoformat())
        if known not in learned.beside:
            learned.beside = {known: self.press.beside(self._tree)}
        return learned.beside[known]

    def _slug(self, text: str) -> str:
        words = self._learned.words
        if words and words.plain_slugs:
            from markdown.extensions.toc import slugify  # noqa: PLC0415  # only for titles not seen before

            return str(slugify(text, "-"))
        return self.press.slug(text)


def built(today: date) -> datetime:
    """When the site is built, in UTC: at the time that SOURCE_DATE_EPOCH says, else when the day begins."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if said.isdecimal():
        return datetime.fromtimestamp(int(said), UTC)
    return datetime.combine(today, time(), UTC)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="xmlcharrefreplace")
