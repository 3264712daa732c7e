"""The plugin for a stock `mkdocs build` or `mkdocs serve`: it refreshes the tree, that is all it does."""

from pathlib import Path
from typing import Any

from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from netfiles.errors import NetfilesError
from netfiles.site.by_mkdocs import TREE_IS_FRESH, refresh_tree
from netfiles.vault.load import load
from netfiles.vault.today import today


class NetfilesPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """Refreshes the Markdown tree before MkDocs collects its files."""

    def load_config(
        self,
        options: dict[str, Any],
        config_file_path: str | None = None,  # noqa: ARG002  # MkDocs' signature
    ) -> tuple[list[Any], list[Any]]:
        """Options are read and checked by the vault, which reports them as problems with their line."""
        self.config = options  # type: ignore[assignment]  # never read
        return [], []

    def on_config(self, config: MkDocsConfig) -> None:
        if TREE_IS_FRESH.get():
            return
        try:
            collection = load(Path(config.config_file_path or ".").resolve().parent)
            refresh_tree(collection, today(collection.options))
        except NetfilesError as error:
            raise PluginError(str(error)) from error
