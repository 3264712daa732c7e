"""The plugin for a stock `mkdocs build` or `mkdocs serve`: it refreshes the tree, and warns of publishing it."""

from pathlib import Path
from typing import Any

from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger

from netfiles.errors import NetfilesError
from netfiles.site.by_mkdocs import TREE_IS_FRESH, refresh_tree
from netfiles.vault.load import load
from netfiles.vault.publishing import exposures
from netfiles.vault.today import today

_LOG = get_plugin_logger(__name__)


class NetfilesPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Refreshes the Markdown tree before MkDocs collects its files."""

    _command = ""

    def load_config(
        self,
        options: dict[str, Any],
        config_file_path: str | None = None,  # noqa: ARG002  # MkDocs' signature
    ) -> tuple[list[Any], list[Any]]:
        """Options are read and checked by the vault, which reports them as problems with their line."""
        self.config = options  # type: ignore[assignment]  # never read
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  # MkDocs' signature
        self._command = command

    def on_config(self, config: MkDocsConfig) -> None:
        if TREE_IS_FRESH.get():
            return
        vault = Path(config.config_file_path or ".").resolve().parent
        self._warn(vault, Path(config.site_dir))
        try:
            collection = load(vault)
            refresh_tree(collection, today(collection.options))
        except NetfilesError as error:
            raise PluginError(str(error)) from error

    def _warn(self, vault: Path, site: Path) -> None:
        """Say loudly where others would see what MkDocs builds; what it serves lies in a folder of its own."""
        if self._command == "gh-deploy":
            _LOG.warning("gh-deploy puts every name, number and note of the vault on the web: break it off.")
        if self._command == "build":
            for exposure in exposures(vault, site):
                _LOG.warning("%s. The site holds every name, number and note. %s", exposure.found, exposure.advice)
