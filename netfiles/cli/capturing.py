"""What `log` and `inbox` share: a line understood at the desk, and what is said of one that is not."""

import sys
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from netfiles.cli.desk import Desk
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.capture.mentions import Question
    from netfiles.capture.understood import NotUnderstood, Understood
    from netfiles.insights.directory import Listed
    from netfiles.records.plan import Created, Plan


class Entry(NamedTuple):
    """A line that is understood, and the file it makes."""

    what: "Understood"
    file: "Created"


class Capture:
    """The desk as lines need it: names, the day, and which names of files are taken.

    Where a line can be skipped, so can the question whom it means: that raises Skipped.
    """

    def __init__(self, desk: Desk, skips: bool = False) -> None:
        from netfiles.capture.roll import Roll

        self.desk, self._skips = desk, skips
        self._roll = Roll(desk.names)
        self._stems: dict[tuple[str, str], set[str]] = {}
        self._answers: dict[tuple[str, frozenset[str]], Listed | None] = {}

    @cached_property
    def _asks(self) -> bool:
        return sys.stdin.isatty()

    def understand(self, line: str, on: date | None = None, ask: bool = True) -> "Understood | NotUnderstood":
        """What a line says; whom a name means is asked on a terminal, if at all."""
        from netfiles.capture.mentions import nobody_asked
        from netfiles.capture.understand import understand

        which = self._which if ask and self._asks else nobody_asked
        return understand(line, self._roll, self.desk.today, which, on)

    def _which(self, question: "Question") -> "Listed | None":
        asked = (question.text, question.together)
        if asked not in self._answers:
            self._answers[asked] = self.desk.perhaps(question.text, question.kinds, question.together, self._skips)
        return self._answers[asked]

    def entry(self, what: "Understood") -> Entry:
        """The file for what a line says, under a name that is free."""
        from netfiles.capture.entry import created
        from netfiles.text.stems import alike

        made = created(what, self._roll, self.desk.options.folders.journal, self._taken)
        folder, _, name = made.path.rpartition("/")
        self._taken(folder, what.day.isoformat()).add(alike(name.removesuffix(".md")))
        return Entry(what, made)

    def _taken(self, folder: str, day: str = "", /) -> set[str]:
        """The stems in a folder when they were first asked for, and those given out since."""
        if (folder, day) not in self._stems:
            self._stems[folder, day] = set(self.desk.taken(folder, day))
        return self._stems[folder, day]

    def plan(self, entries: Sequence[Entry]) -> "Plan":
        """All entries as one change."""
        from netfiles.capture.saying import plan_of

        return plan_of(entries, self.desk.today)


def quote(line: str, column: int) -> str:
    """A line with a mark below a column; of a long one the part around it."""
    start = max(0, column - 60)
    shown, mark = printable(line[start : column + 40]), len(printable(line[start : column - 1]))
    return f"  {'…' if start else ''}{shown}\n  {' ' * (mark + bool(start))}^"


def shape(entries: Sequence[Entry], today: date) -> list[dict[str, Any]]:
    """Entries as `--json` prints them."""
    from netfiles.capture.saying import echo

    return [
        {
            "file": file.path,
            "understood": echo(what, today),
            "guesses": list(what.guesses),
            "notes": list(what.notes),
        }
        for what, file in entries
    ]
