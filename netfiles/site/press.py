"""MkDocs at work for one tree: what the printer asks when it has not learned enough to print by itself."""

import copy
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from markdown.extensions.toc import slugify
from mkdocs.structure.nav import Link, Navigation

from netfiles.site import by_markdown, probing
from netfiles.site.beside import templates, theme_files
from netfiles.site.extensions import asking, unknown
from netfiles.site.headings import Words
from netfiles.site.learned import Learned, Nav, nav_of
from netfiles.site.learning import in_theme, learn
from netfiles.site.one_page import STAND_IN, OnePage
from netfiles.site.outline import Tree
from netfiles.site.rendered import Contents, Heading, Rendered
from netfiles.site.stock import Stock
from netfiles.site.surroundings import Surroundings
from netfiles.views.page import Page


class Press:
    """The files and the navigation of one tree in the owner's MkDocs."""

    def __init__(self, stock: Stock, tree: Tree, built: datetime) -> None:
        self._stock = stock
        with stock.working():
            self._around = Surroundings(stock, tree, built)
            toc = stock.markdown().treeprocessors["toc"]
            self._slugify, self._separator = toc.slugify, toc.sep

    def elsewhere(self, tree: Tree) -> "Press":
        """The same for a tree with the same navigation."""
        other = copy.copy(self)
        other._around = self._around.elsewhere(tree)
        return other

    def learned(self, key: str, tree: Tree, earlier: Learned | None) -> Learned:
        """What there is to know at the beginning; `earlier` is from the same configuration."""
        with self._stock.working():
            return (earlier or self._anew(key)).within(self._nav(tree), self._around.nav_digest)

    def _nav(self, tree: Tree) -> Nav:
        absent = frozenset(path for link in _links(self._around.nav) if (path := link.lstrip("/")) not in tree.paths)
        inferred = "*" if self._stock.config.nav is None else ""
        return nav_of(tree, Nav(dict.fromkeys(self._around.nav_paths, ""), absent, inferred))

    def _anew(self, key: str) -> Learned:
        lists_pages = self._try_theme()
        strange = unknown(self._stock.config.markdown_extensions)
        words = self._words() if not strange else None
        remarks = [f"Whole pages go through Python-Markdown, since {name} may rewrite HTML." for name in strange]
        remarks += [words] if isinstance(words, str) else []
        known_words = words if isinstance(words, Words) else None
        return Learned(key, self._stock.places, known_words, not strange, lists_pages, tuple(remarks))

    def _try_theme(self) -> bool:
        """Raise NeedsAll now, and not in the midst of printing, where the theme looks at other pages.

        Returns whether one of the templates that it prints once lists the pages.
        """
        paths = [f"people/{STAND_IN}.md", *list(self._around.nav_paths)[:1]]
        lists_pages = templates(self._around, paths) != templates(self._around, ())
        heading = Heading("A", "a", 1)
        for path in paths:
            page = Page(path.removesuffix(".md"), "A", ())
            rendered = Rendered("<h1>A</h1>", "A", (heading,))
            in_theme(self._around, OnePage(page, rendered, Contents(heading, ()), path != paths[0], ""))
        return lists_pages

    def _words(self) -> Words | str:
        config = self._stock.config
        asks = asking(config.markdown_extensions, config.mdx_configs or {})
        plain_slugs = self._slugify is slugify and self._separator == "-"
        return probing.words(self._through_markdown, self.slug, asks, plain_slugs)

    def _through_markdown(self, page: Page) -> Rendered:
        return by_markdown.render(self._around, page, leaves_html=False)

    def slug(self, text: str) -> str:
        """The anchor that the owner's Markdown gives a heading."""
        return str(self._slugify(text, self._separator))

    def rendered(self, page: Page, learned: Learned) -> Rendered:
        """A page of ours through Python-Markdown."""
        with self._stock.working():
            return by_markdown.render(self._around, page, learned.leaves_html)

    def shown(self, one: OnePage, learned: Learned) -> str:
        """A page in the whole template; the next one like it fits into the frame that is learned of it."""
        with self._stock.working():
            shown = in_theme(self._around, one)
            if learned.wants(one.key):
                frame = learn(self._around, one, shown)
                if isinstance(frame, str):
                    learned.cannot_cut(one.key, frame)
                else:
                    learned.add(one.key, frame)
            return shown

    def guide(self, path: str, text: str) -> str:
        """A hand-written page."""
        with self._stock.working(), self._around.opened(path, text) as page:
            self._around.render(page)
            return self._around.show(page)

    def beside(self, tree: Tree) -> Mapping[str, bytes | Path]:
        """What the site holds besides the files of the tree."""
        with self._stock.working():
            pages = self._stock.places.pages(tree.paths)
            files = dict(theme_files(self._around, lambda path: path in tree.paths))
            return {**files, **templates(self._around, pages)}


def _links(nav: Navigation) -> list[str]:
    """What the navigation names and the tree has not."""
    found: list[str] = []
    left = list(nav.items)
    while left:
        item = left.pop()
        found += [item.url] if isinstance(item, Link) else []
        left += item.children or []
    return found
