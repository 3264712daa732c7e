"""One build: onto the stage only when it is complete."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from netfiles.errors import NetfilesError
from netfiles.serve.progress import reporting
from netfiles.serve.settings import one_line
from netfiles.serve.source import Built, Snapshot, Source
from netfiles.serve.stage import Stage


@dataclass(frozen=True)
class Builder:
    """Builds sites of a vault and shows them."""

    source: Source
    stage: Stage
    say: Callable[[str], None]

    def build(
        self, snapshot: Snapshot, today: date, first_word: Callable[[], str], still_there: Callable[[], bool]
    ) -> bool:
        """Show what was looked at, or keep what is shown and tell why; False: the vault went away meanwhile."""
        with reporting(self.stage, self.say, first_word) as tell:
            built = self._attempt(snapshot, today, tell)
        if not still_there():
            self.stage.report("")
            return False
        if built.ok and built.site:
            before = self.stage.shown()
            self.stage.show(built.site)
            if before.failure or before.site is None or before.site.name != built.site.name:
                self.say(one_line(built.message + self._remark(built)))
        else:
            self._failed(one_line(built.message))
        return True

    def _attempt(self, snapshot: Snapshot, today: date, tell: Callable[[str], None]) -> Built:
        """The build's own answer, or what it died of."""
        try:
            return self.source.build(snapshot, today, tell)
        except NetfilesError as error:
            return Built(False, str(error))
        except (Exception, SystemExit) as error:  # a hook of the owner's site builder may call exit()
            return Built(False, f"the build broke off with {type(error).__name__}: {error}")

    def _remark(self, built: Built) -> str:
        """What is to be said of a site that is shown; whatever becomes of it, the site stays."""
        try:
            return built.remark()
        except Exception as error:
            return f"; {type(error).__name__}: {error}"

    def _failed(self, why: str) -> None:
        self.stage.fail(why)
        self.say(f"not built: {why}" + ("; the last good site stays" if self.stage.shown().site else ""))
