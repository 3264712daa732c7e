"""One session of serving: everything is joined here, from the first build to the tidying up."""

import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from netfiles.serve.generations import Generations
from netfiles.serve.git import git_busy, git_folder
from netfiles.serve.hints import Hints
from netfiles.serve.interrupts import Interrupted, ending_by_signals
from netfiles.serve.rebuild import rebuild
from netfiles.serve.relevance import relevance
from netfiles.serve.rounds import Means, Rounds
from netfiles.serve.server import serving
from netfiles.serve.settings import Built, ServeError, Settings
from netfiles.serve.snapshot import look, root_of
from netfiles.serve.stage import Stage
from netfiles.serve.watcher import Watcher


def run(
    settings: Settings,
    build: Callable[[Path], Built],
    today: Callable[[], date],
    say: Callable[[str], None],
    announce: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, watch, serve until interrupted; `build` prints a complete site into the empty folder it is given."""
    if not settings.vault.is_dir():
        raise ServeError(f"{settings.vault} is not a folder. Name the vault's folder.")
    rule = relevance(settings.vault, settings.ignore)
    git = git_folder(rule.root)
    stage, hints = Stage(), Hints()
    with (
        suppress(Interrupted),
        ending_by_signals() as ending,
        Generations() as generations,
        serving(settings, stage, say) as server,
        Watcher(rule, hints.hear, settings.poll) as watcher,
    ):
        means = Means(
            look=lambda: look(rule),
            root=lambda: root_of(rule),
            git_busy=lambda: git_busy(git),
            rebuild=lambda: rebuild(build, generations, stage, say),
            today=today,
            say=say,
        )

        def work() -> None:
            rounds = Rounds(means, hints, watcher)
            means.rebuild()
            announce(server.address)
            if settings.open_browser:
                _open(server.address)
            rounds.keep_up(lambda: ending.came or (stop is not None and stop.is_set()))

        ending.run(work)


def _open(address: str) -> None:
    """Open the page; a browser that runs in the terminal must not hold the watching up."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
