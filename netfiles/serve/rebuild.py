"""One build: into a fresh folder, and onto the stage only when it is complete."""

from collections.abc import Callable
from pathlib import Path

from netfiles.serve.generations import Generations
from netfiles.serve.settings import Built, one_line
from netfiles.serve.stage import Stage


def rebuild(build: Callable[[Path], Built], generations: Generations, stage: Stage, say: Callable[[str], None]) -> None:
    """Build once and show the result, or keep what is shown and tell why."""
    try:
        folder = generations.fresh()
    except OSError as error:
        _failed(f"there is no room for the site: {error}", stage, say)
        return
    built = _attempt(build, folder)
    if not built.ok:
        generations.discard(folder)
        _failed(built.message, stage, say)
        return
    stage.show(generations.describe(folder))
    generations.keep(folder)
    say(one_line(built.message))


def _attempt(build: Callable[[Path], Built], folder: Path) -> Built:
    """The build's own answer, or what it died of."""
    try:
        return build(folder)
    except (Exception, SystemExit) as error:  # a hook of the builder may call exit()
        return Built(False, f"the build broke off with {type(error).__name__}: {error}")


def _failed(why: str, stage: Stage, say: Callable[[str], None]) -> None:
    message = one_line(why)
    stage.fail(message)
    say(f"not built: {message}" + ("; the last good site stays" if stage.shown().generation else ""))
