"""One page among all others as MkDocs has them: the files, the navigation, the page in the whole template."""

import contextlib
import copy
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any, NoReturn, cast, overload

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import is_markdown_file

from netfiles.errors import NeedsAll
from netfiles.site.outline import Tree, digest
from netfiles.site.stock import Stock


class TreeFiles(Files):
    """The files of the tree, each known to MkDocs from when it is asked for."""

    def __init__(self, paths: Collection[str], config: MkDocsConfig) -> None:
        super().__init__(())
        self._paths, self._config = paths, config

    def get_file_from_path(self, path: str) -> File | None:
        uri = PurePath(path).as_posix()
        if uri in self._paths and uri not in self.src_uris:
            self.append(self.file(uri))
        return super().get_file_from_path(path)

    def meet_pages(self) -> None:
        """Have MkDocs know all pages."""
        for path in filter(is_markdown_file, sorted(self._paths)):
            self.get_file_from_path(path)

    def file(self, path: str) -> File:
        """A file of the tree, new to MkDocs."""
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        set_exclusions([file], config)
        return file


class AllPages(Sequence[File]):
    """All pages, for templates that should not look at them."""

    @overload
    def __getitem__(self, index: int) -> File: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...
    def __getitem__(self, index: int | slice) -> NoReturn:
        raise NeedsAll("the theme looks at other pages while it shows one")

    def __len__(self) -> int:
        raise NeedsAll("the theme looks at other pages while it shows one")


class OwnPage(Page):
    """A page whose content is there only while it is printed itself."""

    opened = False

    def __getattribute__(self, name: str) -> Any:
        if name in ("content", "markdown", "toc") and not object.__getattribute__(self, "opened"):
            raise NeedsAll("the theme looks at other pages while it shows one")
        return super().__getattribute__(name)


class Surroundings:
    """What surrounds each page of one tree on one day.

    Whoever calls holds the lock of `stock`.
    """

    def __init__(self, stock: Stock, tree: Tree, built: datetime) -> None:
        self.stock, self.built = stock, built
        self.files = self._files(tree)
        if stock.config.nav is None:
            self.files.meet_pages()
        self.nav = get_navigation(self.files, stock.config)
        self._pages = {page.file.src_uri: self._known(page, tree) for page in self.nav.pages}
        self.nav_digest = digest(*(repr((path, page.title, page.meta)) for path, page in self._pages.items()))

    def _files(self, tree: Tree) -> "TreeFiles":
        doubled = self.stock.places.doubled(tree.paths)
        return TreeFiles(frozenset(tree.paths) - doubled, self.stock.config)

    def _known(self, page: Page, tree: Tree) -> OwnPage:
        """A page of the navigation with its title and what its front matter says."""
        page.update_date = f"{self.built:%Y-%m-%d}"
        excluded = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        if page.file.is_documentation_page() and not excluded:
            self._read(page, tree.text(page.file.src_uri))
            if "title" not in vars(page):
                page.render(self.stock.config, self.files)
                page.title = page.title
        elif "title" not in vars(page):
            page.title = None
        page.__class__ = OwnPage
        return cast(OwnPage, page)

    def elsewhere(self, tree: Tree) -> "Surroundings":
        """The same navigation in a tree that differs in other pages."""
        other = copy.copy(self)
        other.files = self._files(tree)
        return other

    @property
    def nav_paths(self) -> Collection[str]:
        return self._pages.keys()

    @contextlib.contextmanager
    def opened(self, path: str, text: str) -> Iterator[OwnPage]:
        """The page at `path`, its front matter read; what it was given is forgotten afterwards."""
        config = self.stock.config
        page = self._pages.get(path) or OwnPage(None, self.files.file(path), config)
        page.update_date, page.opened = f"{self.built:%Y-%m-%d}", True
        config._current_page = page
        try:
            self._read(page, text)
            yield page
        finally:
            page.content, page.toc, page.markdown, page.opened = None, cast(Any, []), None, False
            config._current_page = None

    def _read(self, page: Page, text: str) -> None:
        page.file.content_string = text.encode().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        page.read_source(self.stock.config)

    def render(self, page: Page) -> None:
        """Give an opened page the content that its Markdown makes."""
        page.render(self.stock.config, self.files)

    def show(self, page: Page) -> str:
        """An opened page with its content in the theme; empty where the theme prints nothing."""
        with self.active(page):
            template = self.stock.env.get_template(page.meta.get("template", "main.html"))
            output = template.render(self.context(page))
        return output if output.strip() else ""

    @contextlib.contextmanager
    def active(self, page: Page) -> Iterator[None]:
        page.active = True
        try:
            yield
        finally:
            page.active = False

    def context(self, page: Page) -> dict[str, Any]:
        """What a template of the theme knows when it shows a page."""
        context = get_context(self.nav, AllPages(), self.stock.config, page)
        return {**context, "build_date_utc": self.built}
