"""What belongs to the site and is no page: the theme's own files, and the templates it prints once."""

import gzip
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from os import walk
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from jinja2 import TemplateNotFound
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template

from netfiles.errors import NeedsAll
from netfiles.site.surroundings import Surroundings


class _Theme:
    """The files of a theme without the folders that MkDocs leaves out anyway, which may hold thousands of icons."""

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = folders

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        return sorted({name for folder in self._folders for name in _files(Path(folder)) if filter_func(name)})


def _files(folder: Path) -> Iterator[str]:
    for here, folders, names in walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from ((Path(here) / name).relative_to(folder).as_posix() for name in names)


class _OtherPage:
    """A page as the sitemap knows it; where the site's address is not set, pages have none either."""

    is_link = False

    def __init__(self, around: Surroundings, file: File) -> None:
        self._around, self._file = around, file
        self.update_date = f"{around.built:%Y-%m-%d}"
        if not around.stock.config.site_url:
            self.abs_url = self.canonical_url = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in ("abs_url", "canonical_url", "url"):
            raise NeedsAll("a template of the theme looks at all pages")
        return getattr(Page(None, self._file, self._around.stock.config), name)


def theme_files(around: Surroundings, taken: Callable[[str], bool]) -> Iterator[tuple[str, Path]]:
    """The theme's own files by their place, where no file of the tree stands there."""
    config = around.stock.config
    files = Files(())
    theme: Any = _Theme(config.theme.dirs)
    files.add_files_from_theme(theme, config)
    set_exclusions(files, config)
    for file in files:
        included = file.inclusion.is_included()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        if included and not taken(file.src_uri) and file.abs_src_path:
            yield file.dest_uri, Path(file.abs_src_path)


def templates(around: Surroundings, pages: Sequence[str]) -> Mapping[str, bytes]:
    """The templates that the theme prints once, such as 404.html, by their place; `pages` are all in order."""
    stock, built = around.stock, around.built
    others: list[Any] = [_other(around, path) for path in pages]
    found: dict[str, bytes] = {}
    for name in sorted(stock.config.theme.static_templates):
        output = _template(around, name, others)
        if output.strip():
            found[name] = output.encode()
            if name == "sitemap.xml":
                found[f"{name}.gz"] = _zipped(found[name], name, built)
    return found


def _other(around: Surroundings, path: str) -> SimpleNamespace:
    config = around.stock.config
    file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
    return SimpleNamespace(page=_OtherPage(around, file), src_uri=path)


def _template(around: Surroundings, name: str, pages: list[Any]) -> str:
    """One template; nothing where the theme has none of this name."""
    config = around.stock.config
    root = urlsplit(config.site_url or "/").path
    base = root if is_error_template(name) else get_relative_url(".", name)
    try:
        template = around.stock.env.get_template(name)
    except TemplateNotFound:
        return ""
    context = get_context(around.nav, pages, config, base_url=base)
    return template.render({**context, "build_date_utc": around.built})


def _zipped(data: bytes, name: str, built: datetime) -> bytes:
    """The bytes as MkDocs zips them: the day of the build is the only time in it."""
    midnight = built.replace(hour=0, minute=0, second=0, microsecond=0)
    packed = io.BytesIO()
    with gzip.GzipFile(filename=f"{name}.gz", fileobj=packed, mode="wb", mtime=int(midnight.timestamp())) as file:
        file.write(data)
    return packed.getvalue()
