"""From the vault to the site: refresh the tree, have MkDocs build beside, move into place."""

import contextlib
import io
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from netfiles.errors import SiteFailed
from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.model.collection import Collection
from netfiles.site.tree import NotOurs, Printed, plan, refresh
from netfiles.vault.attachments import read_bytes
from netfiles.vault.options import CONFIG

TREE_IS_FRESH: ContextVar[bool] = ContextVar("TREE_IS_FRESH", default=False)
"""Set while we run MkDocs ourselves, so that our plugin does not print the tree a second time."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    tree: Printed
    insights: Insights


def refresh_tree(collection: Collection, today: date, anew: bool = False) -> Built:
    """Print the tree of a collection as of `today` into its docs_dir."""
    root = Path(collection.root)
    insights = derive(build_network(collection), today)
    files = plan(insights, partial(read_bytes, root))
    return Built(refresh(root / collection.options.tree, files, anew), insights)


def run_mkdocs(vault: Path, tree: Path, site: Path) -> None:
    """Have MkDocs build the refreshed tree into the folder `site`, which it empties. Raises SiteFailed."""
    if not (vault / CONFIG).is_file():
        raise SiteFailed(f"there is no {CONFIG} in {vault}; `netfiles init {vault}` makes one and touches nothing else")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    said = io.StringIO()
    with _told_to(said), _private(), contextlib.redirect_stderr(io.StringIO()):
        try:
            from mkdocs.commands.build import build
            from mkdocs.config import load_config

            config = load_config(str(vault / CONFIG), docs_dir=str(tree), site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (Exception, SystemExit) as error:  # themes and plugins of the owner raise anything
            raise SiteFailed(said.getvalue().strip() or str(error) or type(error).__name__) from error


@contextlib.contextmanager
def _told_to(said: io.StringIO) -> Iterator[None]:
    """MkDocs' own warnings go to `said` instead of the terminal."""
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler(said)
    handler.setLevel(logging.ERROR)
    log.addHandler(handler)
    propagate, log.propagate = log.propagate, False
    token = TREE_IS_FRESH.set(True)
    try:
        yield
    finally:
        TREE_IS_FRESH.reset(token)
        log.removeHandler(handler)
        log.propagate = propagate


@contextlib.contextmanager
def _private() -> Iterator[None]:
    """Files made here can be read by their owner only."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def build_site(vault: Path, tree: Path, site: Path) -> None:
    """Build into a folder beside `site` and move it into place when it is whole.

    Raises SiteFailed or NotOurs; then `site` is as it was.
    """
    site = site.resolve()
    if site.is_dir() and any(site.iterdir()) and not (site / "assets" / "netfiles-day.js").is_file():
        raise NotOurs(site, "site_dir", "site")
    site.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        run_mkdocs(vault, tree, beside / "new")
        if site.exists():
            site.rename(beside / "old")
        (beside / "new").rename(site)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
