"""MkDocs with the owner's configuration and theme, asked through its public objects."""

import contextlib
import io
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

import markdown
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from pathspec.gitignore import GitIgnoreSpec

from netfiles.errors import NeedsAll, NetfilesError, SiteFailed
from netfiles.site.mkdocs_log import heard
from netfiles.site.places import Places
from netfiles.site.tracing import Tracer
from netfiles.vault.options import CONFIG
from netfiles.views.templating import Compiled


class Stock:
    """The owner's mkdocs.yml, loaded once: nothing here knows the pages.

    `lock` is held by whoever renders: what MkDocs keeps in its pages while it renders one is seen by all.
    """

    def __init__(self, vault: Path, folder: Path) -> None:
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        self.lock = RLock()
        with self.working(), contextlib.redirect_stderr(io.StringIO()):
            self.config: MkDocsConfig = load_config(str(vault / CONFIG), docs_dir=str(folder))
            self._check()
            self._compiled = Compiled()
            self.env = self._environment()
        self._tracer: Tracer | None = None

    @cached_property
    def places(self) -> Places:
        """Where the files of the tree have their place."""
        drafts, left_out = self.config.draft_docs, self.config.exclude_docs
        if drafts is None and left_out is None:
            return Places(self.config.use_directory_urls)
        always = GitIgnoreSpec.from_lines([".*", "/templates/"])
        patterns = (always + left_out if left_out else always, drafts)
        return Places(self.config.use_directory_urls, tuple(filter(None, patterns)))

    def _check(self) -> None:
        """What a glance into mkdocs.yml may not have told: it can take values from the environment."""
        for name in ("hooks", "strict", "extra_templates"):
            if self.config[name]:
                raise NeedsAll(f"`{name}` in mkdocs.yml")
        for name in self.config.plugins:
            if name != "netfiles":
                raise NeedsAll(f"the plugin `{name}` in mkdocs.yml")

    def _environment(self) -> Environment:
        env = self.config.theme.get_env()
        env.bytecode_cache = self._compiled
        return env

    @property
    def tracer(self) -> Tracer:
        """The same theme, with everything noticed."""
        if self._tracer is None:
            self._tracer = Tracer(self._environment())
        return self._tracer

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """One at a time; what themes and extensions of the owner raise becomes SiteFailed."""
        with self.lock, heard() as said:
            try:
                yield
            except NetfilesError:
                raise
            except (Exception, SystemExit) as error:
                raise SiteFailed(said.getvalue().strip() or str(error) or type(error).__name__) from error

    def markdown(self) -> markdown.Markdown:
        """Python-Markdown as the owner has it."""
        extensions: Any = self.config.markdown_extensions
        return markdown.Markdown(extensions=extensions, extension_configs=self.config.mdx_configs or {})
