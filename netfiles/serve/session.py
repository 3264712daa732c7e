"""One session of serving: everything is joined here, from the first build to the tidying up."""

import stat
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from netfiles.serve.generations import Generations
from netfiles.serve.git import Git
from netfiles.serve.hints import Hints
from netfiles.serve.interrupts import Interrupted, ending_by_signals
from netfiles.serve.rebuild import Builder
from netfiles.serve.rounds import Means, Rounds
from netfiles.serve.server import serving
from netfiles.serve.settings import ServeError, Settings
from netfiles.serve.source import Source
from netfiles.serve.stage import Stage
from netfiles.serve.watcher import Watcher

_TURN = 0.0005  # seconds a thread may go on while others wait: a page is asked for just when the next look begins


def run(
    settings: Settings,
    source: Callable[[Generations], Source],
    say: Callable[[str], None],
    announce: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, watch, serve until interrupted; `source` makes the vault's, which may build whole sites as generations."""
    if not settings.vault.is_dir():
        raise ServeError(f"{settings.vault} is not a folder. Name the vault's folder.")
    vault = settings.vault.resolve()
    sys.setswitchinterval(_TURN)
    stage, hints = Stage(), Hints()
    with (
        suppress(Interrupted),
        ending_by_signals() as ending,
        Generations() as generations,
        serving(settings, stage, say) as server,
        Watcher(vault, hints, settings.poll) as watcher,
    ):
        means = Means(Builder(source(generations), stage, say), lambda: identity(vault), Git(vault), say)

        def work() -> None:
            rounds = Rounds(means, hints, watcher)
            announce(server.address)
            if settings.open_browser:
                _open(server.address)
            rounds.keep_up(lambda: ending.came or (stop is not None and stop.is_set()))

        ending.run(work)


def identity(folder: Path) -> tuple[int, int] | None:
    """Which folder this is now, None where there is none; another one in its place has another identity."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None


def _open(address: str) -> None:
    """Open the page; a browser that runs in the terminal must not hold the watching up."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
