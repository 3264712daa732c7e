"""The long way to the site: refresh the tree, have MkDocs build all of it beside, move it into place."""

import contextlib
import io
import os
import shutil
import tempfile
from contextvars import ContextVar
from datetime import date
from functools import partial
from pathlib import Path

from netfiles.errors import SiteFailed
from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.model.collection import Collection
from netfiles.site.mkdocs_log import heard
from netfiles.site.printing import private
from netfiles.site.tree import NotOurs, Printed, plan, refresh
from netfiles.vault.attachments import read_bytes
from netfiles.vault.options import CONFIG
from netfiles.views.context import Context, context

TREE_IS_FRESH: ContextVar[bool] = ContextVar("TREE_IS_FRESH", default=False)
"""Set while we run MkDocs ourselves, so that our plugin does not print the tree a second time."""


def refresh_tree(collection: Collection, today: date, anew: bool = False) -> Printed:
    """Print the tree of a collection as of `today` into its docs_dir. Raises NotOurs."""
    return print_tree(context(derive(build_network(collection), today)), anew)


def print_tree(facts: Context, anew: bool = False) -> Printed:
    """Print the tree of a day into the docs_dir. Raises NotOurs."""
    collection = facts.collection
    root = Path(collection.root)
    return refresh(root / collection.options.tree, plan(facts, partial(read_bytes, root)), anew)


def run_mkdocs(vault: Path, tree: Path, site: Path) -> None:
    """Have MkDocs build the refreshed tree into the folder `site`, which it empties. Raises SiteFailed."""
    if not (vault / CONFIG).is_file():
        raise SiteFailed(f"there is no {CONFIG} in {vault}; `netfiles init {vault}` makes one and touches nothing else")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    fresh = TREE_IS_FRESH.set(True)
    with heard() as said, private(), contextlib.redirect_stderr(io.StringIO()):
        try:
            from mkdocs.commands.build import build
            from mkdocs.config import load_config

            config = load_config(str(vault / CONFIG), docs_dir=str(tree), site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (Exception, SystemExit) as error:  # themes and plugins of the owner raise anything
            raise SiteFailed(said.getvalue().strip() or str(error) or type(error).__name__) from error
        finally:
            TREE_IS_FRESH.reset(fresh)


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
