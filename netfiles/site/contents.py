"""What the site of one state holds: every file by its place, each made when it is asked for."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import unquote

from netfiles.site.outline import Outline, Tree
from netfiles.site.printer import Printer
from netfiles.site.printing import File
from netfiles.site.state import State
from netfiles.site.tree import claim, data, guide
from netfiles.vault.look import Look
from netfiles.views.context import Context
from netfiles.views.marks import mark_of
from netfiles.views.site import Recipe, addresses, file_marks, head_at, recipe_at, recipes
from netfiles.views.work_log_csv import CSV

SEARCH = "assets/search/"
_FILES = re.compile(r"[^\s()<>\[\]\"'#?]+\.\w+")
"""Whatever in a text may be the path of a file."""


class Paths(Collection[str]):
    """The files of a tree: pages of ours and `others`. They are listed only where somebody asks for all of them."""

    def __init__(self, facts: Context, others: frozenset[str]) -> None:
        self._facts, self._others = facts, others

    @cached_property
    def _all(self) -> frozenset[str]:
        return self._others.union(f"{address}.md" for address in addresses(self._facts))

    def __contains__(self, path: object) -> bool:
        if path in self._others:
            return True
        return isinstance(path, str) and path.endswith(".md") and head_at(self._facts, path[:-3]) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


@dataclass(frozen=True)
class Contents:
    """The files of a site. `guide` are the hand-written pages by their path in the tree, `data` what is no page."""

    state: State
    printer: Printer
    guide: Mapping[str, str]
    data: Mapping[str, File]
    paths: Collection[str]

    def files(self) -> dict[str, File]:
        """Every file by its place in the site."""
        return dict(self._files())

    def _files(self) -> Iterator[tuple[str, File]]:
        place, known = self.printer.place, file_marks(self.state.facts, self.state.marks)
        yield from self._beside.items()
        for path, file in self.data.items():
            if found := place(path):
                yield found, replace(file, mark=known[path]()) if path in known else file
        for path, text in self.guide.items():
            if found := place(path):
                mark = mark_of((text, *self._reached(path, text)))
                yield found, File(partial(self.printer.guide, path, text), mark)
        for recipe in recipes(self.state.facts, self.state.marks):
            if found := place(f"{recipe.address}.md"):
                yield found, File(partial(_printed, self.printer, recipe), recipe.mark() if recipe.mark else None)

    def _reached(self, path: str, text: str) -> Iterator[str]:
        """Which of the files that a hand-written page may link to are there: a link to no file stays as written."""
        folder = path.rpartition("/")[0]
        for target in dict.fromkeys(_FILES.findall(text)):
            yield target
            yield str(posixpath.normpath(posixpath.join(folder, unquote(target))) in self.paths)

    @cached_property
    def _beside(self) -> Mapping[str, File]:
        return {path: _beside(made) for path, made in self.printer.beside().items()}

    @property
    def frame(self) -> str:
        """Stands for what pages load: the theme, scripts, styles, pictures; not what is looked up or taken along."""
        loaded = sorted(path for path in self.data if not path.startswith(SEARCH) and path != CSV)
        marks = (self.data[path].mark or mark_of((self.data[path].made(),)) for path in loaded)
        return mark_of((self.printer.key, *loaded, *marks))

    def read(self, place: str) -> bytes | Path | None:
        """The bytes of one file, or the path they are at; None where there is no such file."""
        for path in _sources(place):
            if self.printer.place(path) == place:
                if path in self.data:
                    return self.data[path].made()
                if path in self.guide:
                    return self.printer.guide(path, self.guide[path])
                if recipe := recipe_at(self.state.facts, self.state.marks, path.removesuffix(".md")):
                    return _printed(self.printer, recipe)
        return self._beside[place].made() if place in self._beside else None


def contents(state: State, seen: Look, printer: Callable[[Tree], Printer]) -> Contents:
    """The site of a state; `printer` makes the printer of its tree. Raises NotOurs."""
    facts, folder = state.facts, seen.place / seen.options.tree
    claim(folder)
    written, others = guide(facts), {path: _of(made, seen) for path, made in data(facts).items()}
    paths = Paths(facts, frozenset((*written, *others)))
    return Contents(state, printer(Tree(folder, paths, partial(_source, facts, written))), written, others, paths)


def _source(facts: Context, written: Mapping[str, str], path: str) -> Outline | str:
    """What the navigation knows of a page of the tree."""
    if path in written:
        return written[path]
    head = head_at(facts, path.removesuffix(".md"))
    return Outline(head.title, head.hide, head.searchable) if head else Outline(path)


def _sources(place: str) -> tuple[str, ...]:
    """The files of the tree that may have this place in the site."""
    folder = place.removesuffix("index.html").rstrip("/")
    pages = (f"{folder}.md", f"{folder}/index.md".lstrip("/")) if place.endswith("index.html") else ()
    flat = (f"{place.removesuffix('.html')}.md",) if place.endswith(".html") else ()
    return (*pages, *flat, place)


def _of(made: Callable[[], bytes] | str, seen: Look) -> File:
    """A file of the tree that is no page; of one of the vault the stamp tells whether it is another.

    While it may still change under that stamp, no later look takes it for the same.
    """
    if not isinstance(made, str):
        return File(made)
    moment = (seen.moment,) if made in seen.young else ()
    return File((seen.place / made).resolve(), mark_of((*seen.files.get(made, ()), *moment)))


def _beside(made: bytes | Path) -> File:
    if isinstance(made, Path):
        state = made.stat()
        return File(made.resolve(), mark_of((made, state.st_size, state.st_mtime_ns)))
    return File(partial(bytes, made), mark_of((made.hex(),)))


def _printed(printer: Printer, recipe: Recipe) -> bytes:
    return printer.page(recipe.make())
