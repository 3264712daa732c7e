"""The tree is any builder's: MkDocs and Zensical make the same addresses and the same visible text of it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from netfiles.errors import SiteFailed
from netfiles.site.by_mkdocs import build_site, refresh_tree
from netfiles.vault.load import load
from tests.sampling import in_soak

DAY = date(2026, 11, 19)
BIN = Path(sys.executable).parent
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Article(HTMLParser):
    """The visible text of a page's article: words, in order, without the builder's own furniture."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = self.hidden = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = dict(attrs).get("class") or ""
        if tag == "article" and "md-content__inner" in classes:
            self.depth = 1
        elif self.depth and tag not in VOID:
            self.depth += 1
            if self.hidden or "headerlink" in classes or tag in ("script", "style") or "md-source-file" in classes:
                self.hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth and tag not in VOID:
            self.depth -= 1
            self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.hidden:
            self.words += data.split()


def visible(page: Path) -> str:
    """What a reader sees, white space aside: builders colour code in pieces of their own."""
    parser = Article()
    parser.feed(page.read_text("utf-8"))
    return "".join(parser.words)


def pages(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): visible(p) for p in site.rglob("*.html") if p.name != "404.html"}


def run(vault: Path, *command: str) -> None:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=vault, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("size", ["small", *in_soak(["example"])])
def test_zensical_makes_the_same_site_of_the_same_tree(
    example_vault: Path, made_up_vault: Callable[..., Path], size: str
):
    vault = example_vault if size == "example" else made_up_vault(8, 30)
    collection = load(vault)
    refresh_tree(collection, collection.options.today or DAY)
    build_site(vault, vault / collection.options.tree, vault / "by-mkdocs")
    config = (vault / "mkdocs.yml").read_text("utf-8")
    without = re.sub(r"\n  - netfiles:(?:\n {6,}.*)*", "", config)
    assert "- netfiles" not in without
    (vault / "mkdocs.yml").write_text(without.replace("site_dir: site", "site_dir: by-zensical"), "utf-8")
    run(vault, str(BIN / "zensical"), "build", "-f", "mkdocs.yml")
    mkdocs, zensical = pages(vault / "by-mkdocs"), pages(vault / "by-zensical")
    assert sorted(mkdocs) == sorted(zensical)
    assert len(mkdocs) > 40
    differing = [page for page in mkdocs if mkdocs[page] != zensical[page]]
    assert not differing, (differing[0], mkdocs[differing[0]][:80], zensical[differing[0]][:80])
    assert sum(map(len, mkdocs.values())) > 30_000


def test_a_stock_mkdocs_build_refreshes_the_tree_and_makes_the_same_site(example_vault: Path):
    run(example_vault, str(BIN / "mkdocs"), "build", "-q", "-d", "stock")
    collection = load(example_vault)
    assert refresh_tree(collection, collection.options.today).printed == 0
    build_site(example_vault, example_vault / collection.options.tree, example_vault / "ours")
    stock, ours = (example_vault / name for name in ("stock", "ours"))
    names = sorted(p.relative_to(stock).as_posix() for p in stock.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(ours).as_posix() for p in ours.rglob("*") if p.is_file())
    dated = {"sitemap.xml", "sitemap.xml.gz"}
    assert not [n for n in names if n not in dated and (stock / n).read_bytes() != (ours / n).read_bytes()]


def test_nothing_is_asked_of_another_host(made_up_vault: Callable[..., Path]):
    vault = made_up_vault(8, 30)
    collection = load(vault)
    refresh_tree(collection, collection.options.today or DAY)
    build_site(vault, vault / collection.options.tree, vault / "site")
    asked = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=["']?(?:https?:)?//[^"' >]+""")
    for page in (vault / "site").rglob("*.html"):
        assert not [tag for tag in asked.findall(page.read_text("utf-8")) if 'rel="canonical"' not in tag], page


def test_a_failing_build_leaves_the_last_good_site(made_up_vault: Callable[..., Path]):
    vault = made_up_vault(8, 30)
    collection = load(vault)
    refresh_tree(collection, collection.options.today or DAY)
    site = vault / "site"
    build_site(vault, vault / collection.options.tree, site)
    before = (site / "index.html").read_bytes()
    (vault / "mkdocs.yml").write_text("site_name: x\ntheme: {name: nosuchtheme}\n", "utf-8")
    with pytest.raises(SiteFailed, match="nosuchtheme"):
        build_site(vault, vault / collection.options.tree, site)
    assert (site / "index.html").read_bytes() == before
    assert not list(vault.glob(".site-*"))


@pytest.mark.soak
def test_a_stock_mkdocs_build_warns_where_a_host_would_publish_the_site(example_vault: Path) -> None:
    (example_vault / "netlify.toml").touch()
    done = subprocess.run([BIN / "mkdocs", "build"], cwd=example_vault, check=True, capture_output=True, text=True)
    assert "netlify.toml may put the site on the web" in done.stderr
