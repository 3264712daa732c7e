"""Where a file of the tree has its place in the site, as MkDocs decides it."""

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

MARKDOWN = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")


class Patterns(Protocol):
    """Patterns as in .gitignore."""

    def match_file(self, file: str, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class Places:
    """What mkdocs.yml says of places; `left_out` are `exclude_docs` and `draft_docs`."""

    directory_urls: bool
    left_out: tuple[Patterns, ...] = ()

    def place(self, path: str) -> str | None:
        """The place of a file of the tree in the site; None where it has none."""
        if self._is_left_out(path):
            return None
        stem, ending = posixpath.splitext(path)
        if ending not in MARKDOWN:
            return path
        folder, name = posixpath.split(stem)
        if name in ("index", "README"):
            return posixpath.join(folder, "index.html")
        return f"{stem}/index.html" if self.directory_urls else f"{stem}.html"

    def _is_left_out(self, path: str) -> bool:
        if not self.left_out:
            return path.startswith((".", "templates/")) or "/." in path
        return any(patterns.match_file(path) for patterns in self.left_out)

    def pages(self, paths: Collection[str]) -> list[str]:
        """The pages among the files of the tree that have a place, in the order in which MkDocs builds them."""
        doubled = self.doubled(paths)
        return sorted((p for p in paths if p.endswith(MARKDOWN) and p not in doubled and self.place(p)), key=_order)

    def doubled(self, paths: Collection[str]) -> set[str]:
        """Each README that makes room for the index beside it."""
        beside = {path: f"{path.removesuffix('README.md')}index.md" for path in paths if path.endswith("README.md")}
        return {path for path, index in beside.items() if index in paths and self.place(index)}

    def hidden(self, paths: Collection[str]) -> set[str]:
        """The pages that another one takes the place of."""
        last = {self.place(path): path for path in self.pages(paths)}
        return {path for path in paths if path.endswith(MARKDOWN)} - set(last.values())


def _order(path: str) -> tuple[tuple[str, ...], bool, str]:
    *folders, name = path.split("/")
    return tuple(folders), posixpath.splitext(name)[0] not in ("index", "README"), name
