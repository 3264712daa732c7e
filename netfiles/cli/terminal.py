"""What every command needs: the vault, the day, and a terminal to speak to."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netfiles.index.network import Network
    from netfiles.insights.derive import Insights
    from netfiles.insights.glance import Glance
    from netfiles.insights.in_short import About
    from netfiles.model import Interaction, Person
    from netfiles.model.options import Options
    from netfiles.site.memory import Memory
    from netfiles.vault.look import Look


@dataclass(frozen=True, slots=True)
class Terminal:
    """The global options of one call, and what follows from them."""

    vault_given: str | None = None
    today_given: str | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False

    def vault(self) -> Path:
        """The vault's folder. Raises NoVault, VaultGone."""
        from netfiles.vault.locate import locate

        return locate(self.vault_given, Path.cwd())

    def today(self, options: "Options") -> date:
        """The day to take as today. Raises BadDate."""
        from netfiles.vault.today import today

        return today(options, self.today_given)

    def day(self, seen: "Look") -> date:
        """The day to take as today for the vault as it was seen. Raises BadDate."""
        return self.today(seen.options)

    def memory(self) -> "Memory":
        """The vault and what is kept of it."""
        from netfiles.site.memory import Memory
        from netfiles.vault.cache import Cache

        vault = self.vault()
        return Memory(vault, Cache.of(vault, self.say))

    def insights(self) -> "Insights":
        """Everything that follows from the vault today."""
        with self.progress("reading") as progress, collector_paused():
            memory = self.memory()
            seen = memory.look()
            found = memory.state(seen, self.day(seen), progress).insights
            memory.keep()()
            return found

    def network(self) -> "Network":
        """Everybody and everything of the vault, and how they belong together; nothing is kept of it."""
        with self.progress("reading") as progress, collector_paused():
            memory = self.memory()
            seen = memory.look()
            return memory.state(seen, self.day(seen), progress).insights.network

    def glance(self) -> "Glance":
        """The day at a glance."""
        with self.progress("reading") as progress, collector_paused():
            memory = self.memory()
            seen = memory.look()
            found = memory.glance(seen, self.day(seen), progress)
            memory.keep()()
            return found

    def files_of(self, about: "About") -> "tuple[Person | None, list[Interaction]]":
        """The files of somebody and of the entries with them, as they are now."""
        from netfiles.model import Interaction, Person
        from netfiles.vault.known import Known, Order
        from netfiles.vault.reading import read_all

        paths = [about.file] if about.file else []
        orders = [Order("person", path, False) for path in paths]
        orders += [Order("interaction", path, False) for path in about.entries]
        answers = read_all(self.vault(), orders)
        records = [answer.record for answer in answers if isinstance(answer, Known)]
        person = next((record for record in records if isinstance(record, Person)), None)
        return person, [record for record in records if isinstance(record, Interaction)]

    def say(self, text: str) -> None:
        """A word to the person at the terminal, on stderr."""
        if not self.quiet:
            click.echo(text, err=True)

    def warn(self, text: str) -> None:
        """What nobody may overlook, on stderr, also where only results and errors were asked for."""
        click.echo(f"WARNING: {text}", err=True)

    def tell(self, text: str = "") -> None:
        """A line of the result, on stdout."""
        click.echo(text if self.colored else click.unstyle(text), color=self.colored)

    def tell_json(self, value: Any) -> None:
        """A result for programs, on stdout."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    @property
    def colored(self) -> bool:
        return sys.stdout.isatty() and not self.no_color and not os.environ.get("NO_COLOR")

    @contextmanager
    def progress(self, what: str) -> "Iterator[Callable[[int, int], None]]":
        """A bar with counts on a terminal, once the work has taken a second."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda *_: None
            return
        bar = _Bar(what)
        try:
            yield bar.show
        finally:
            bar.end()


@contextmanager
def collector_paused() -> "Iterator[None]":
    """Without Python's search for cycles: records have none, and at 50,000 it takes a third of the time."""
    import gc

    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Bar:
    """One line that is written over; nothing is drawn in the first second."""

    def __init__(self, what: str) -> None:
        from time import monotonic

        self._clock, self._what, self._shown = monotonic, what, False
        self._start = self._last = monotonic()

    def show(self, done: int, all_: int) -> None:
        now = self._clock()
        if now - self._start < 1 or now - self._last < 0.1:
            return
        self._last, self._shown = now, True
        width = 24 * done // max(all_, 1)
        click.echo(f"\r{self._what} [{'#' * width}{'-' * (24 - width)}] {done}/{all_}", err=True, nl=False)

    def end(self) -> None:
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)


pass_terminal = click.make_pass_decorator(Terminal)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON (see the guide for its shape).")
