"""One site by stock MkDocs and by the fast printer, to be compared."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from netfiles.insights.derive import Insights
from netfiles.site.by_mkdocs import run_mkdocs
from netfiles.site.learned import Learned
from netfiles.site.markdown import to_markdown
from netfiles.site.outline import Outline, Tree
from netfiles.site.printer import Printer
from netfiles.site.tree import Content, plan, refresh
from netfiles.vault.attachments import read_bytes
from netfiles.views.context import context
from netfiles.views.page import Page
from netfiles.views.site import pages

TODAY = date(2026, 11, 19)
BUILT = "1795046400"  # noon of that day, for SOURCE_DATE_EPOCH


def configure(vault: Path, changes: Mapping[str, Any], base: str | None = None) -> None:
    """Write a mkdocs.yml: the vault's own without the theme's search, with other settings; None takes one out.

    `$name` as a value becomes `!!python/name:name`.
    """
    text = re.sub(r"^  - search\n", "", base or (vault / "mkdocs.yml").read_text("utf-8"), flags=re.MULTILINE)
    settings = merged(yaml.safe_load(text), changes)
    written = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    (vault / "mkdocs.yml").write_text(re.sub(r"'?\$([\w.]+)'?", r"!!python/name:\1", written), "utf-8")


def merged(settings: Any, changes: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(settings)
    for name, value in changes.items():
        below = found.get(name)
        found[name] = merged(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
    return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True)
class Site:
    """What both ways are given."""

    vault: Path
    pages: Mapping[str, Page]
    tree: Mapping[str, Content]

    @property
    def folder(self) -> Path:
        return self.vault / ".netfiles" / "tree"

    def seen(self) -> Tree:
        """The tree as the printer is given it."""

        def source(path: str) -> Outline | str:
            page = self.pages.get(path)
            return Outline(page.title, page.hide, page.searchable) if page else self.bytes(path).decode()

        return Tree(self.folder, frozenset(self.tree), source)

    def bytes(self, path: str) -> bytes:
        content = self.tree[path]
        return content if isinstance(content, bytes) else content()


def site_of(vault: Path, insights: Insights, more: tuple[Page, ...] = ()) -> Site:
    """The site of a vault, and some pages more."""
    made = {f"{page.address}.md": page for page in (*pages(insights), *more)}
    written = {path: to_markdown(page).encode() for path, page in made.items()}
    return Site(vault, made, plan(context(insights), partial(read_bytes, vault)) | written)


def by_stock(site: Site) -> dict[str, bytes]:
    """Every file that MkDocs writes."""
    refresh(site.folder, site.tree)
    out = site.vault / "by-stock"
    run_mkdocs(site.vault, site.folder, out)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def by_printer(site: Site, printer: Printer) -> dict[str, bytes]:
    """Every file that the printer gives, and what it leaves to be copied from the tree."""
    found = {name: one if isinstance(one, bytes) else one.read_bytes() for name, one in printer.beside().items()}
    for path in sorted(site.tree):
        place = printer.place(path)
        if place is None:
            continue
        if path in site.pages:
            found[place] = printer.page(site.pages[path])
        elif path.endswith(".md"):
            found[place] = printer.guide(path, site.bytes(path).decode())
        else:
            found[place] = site.bytes(path)
    return found


def printer_of(site: Site, learned: Learned | None = None) -> Printer:
    return Printer(site.vault, site.seen(), TODAY, learned)


def differing(stock: Mapping[str, bytes], ours: Mapping[str, bytes]) -> list[str]:
    """The files that only one way has, or that differ, with the first place where they do."""
    alone = [f"{name}: only {'stock' if name in stock else 'ours'}" for name in sorted(stock.keys() ^ ours.keys())]
    both = sorted(stock.keys() & ours.keys())
    return alone + [f"{name}: {_first(stock[name], ours[name])}" for name in both if stock[name] != ours[name]]


def _first(stock: bytes, ours: bytes) -> str:
    at = next((n for n, (a, b) in enumerate(zip(stock, ours, strict=False)) if a != b), min(len(stock), len(ours)))
    return f"{stock[max(0, at - 60) : at + 40]!r} / {ours[max(0, at - 60) : at + 40]!r}"


Insight = Callable[..., Insights]
