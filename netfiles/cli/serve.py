"""`netfiles serve`: the site on this computer, rebuilt when a file changes."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.serve import Built


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="The port (8000, or the next that is free; 0: any).")
@click.option("--poll", is_flag=True, help="Look for changes by looking, for network folders.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@pass_terminal
def serve(terminal: Terminal, port: int | None, poll: bool, open_browser: bool) -> None:
    """Build, watch, and serve on 127.0.0.1 with reload. A broken file never takes the last good site away."""
    from netfiles.serve import Settings, run
    from netfiles.vault.options import read_options

    vault = terminal.vault()
    options, _ = read_options(vault)
    builder = _Builder(terminal, vault)
    settings = Settings(
        vault=vault,
        port=8000 if port is None else port,
        port_fixed=port is not None,
        ignore=(vault / options.tree, vault / options.site),
        poll=poll,
        open_browser=open_browser,
    )
    run(settings, builder.build, builder.today, terminal.say, terminal.tell)


class _Builder:
    """Builds the site again and again; remembers the last good version of every record."""

    def __init__(self, terminal: Terminal, vault: Path) -> None:
        from netfiles.model.collection import Collection

        self._terminal, self._vault = terminal, vault
        self._last: Collection | None = None

    def today(self) -> date:
        from netfiles.vault.options import read_options

        return self._terminal.today(read_options(self._vault)[0])

    def build(self, site: Path) -> "Built":
        """One complete site in `site`; what went wrong is said, not raised."""
        from time import perf_counter

        from netfiles.cli.shapes import counts, in_words
        from netfiles.errors import NetfilesError
        from netfiles.serve import Built
        from netfiles.site.build import refresh_tree, run_mkdocs
        from netfiles.vault.load import load

        start = perf_counter()
        try:
            self._last = load(self._vault, self._last)
            done = refresh_tree(self._last, self._terminal.today(self._last.options))
            run_mkdocs(self._vault, self._vault / self._last.options.tree, site)
        except NetfilesError as error:
            return Built(False, str(error))
        found = counts(done.insights.problems)
        words = f"{done.tree.printed} pages printed, {done.tree.kept} kept, {perf_counter() - start:.1f} s"
        return Built(True, f"{words}; {in_words(found)}" if sum(found.values()) else words)
