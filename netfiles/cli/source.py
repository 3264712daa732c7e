"""The vault for the server: what is known of it is carried from one build to the next."""

import gc
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import partial
from threading import Thread
from time import perf_counter

from netfiles.cli.terminal import Terminal, collector_paused
from netfiles.errors import NeedsAll
from netfiles.problems import counts, in_words
from netfiles.serve import Built, Generations, Site, Snapshot, trusted_scripts
from netfiles.site.by_mkdocs import print_tree, run_mkdocs
from netfiles.site.live import LiveSites
from netfiles.site.printer_key import custom_folder
from netfiles.site.state import State
from netfiles.vault.look import Look
from netfiles.vault.options import CONFIG

_COLLECTED_AFTER = 20  # builds: they leave next to no cycles, and at 10,000 people a search for them takes 50 ms


class VaultSource:
    """What `serve` asks for: looks at the vault, and sites made of them."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.memory = terminal.memory()
        self._sites = LiveSites(self.memory.root, trusted_scripts, self.memory.get("learned", ""))
        self._state: State | None = None
        self._generations: Generations | None = None
        self._seen: Look | None = None
        self._theme, self._custom = "", custom_folder(self.memory.root)
        self._told: set[str] = set()
        self._builds = 0

    def read(self) -> None:
        """Read the vault while there are no threads: all cores can help, and the state is kept beside."""
        with collector_paused(), self._terminal.progress("reading") as progress:
            seen = self.memory.look()
            self._state = self.memory.state(seen, self._terminal.day(seen), progress)
            Thread(target=self.memory.keep(), daemon=True).start()
            self._state.warm()
        gc.collect()
        gc.freeze()  # what is known of the vault stays, and is not searched for garbage again and again;
        gc.disable()  # nor is what is made for a save, while somebody waits for it

    def begin(self, generations: Generations) -> "VaultSource":
        """Take up serving; where MkDocs has to build, it builds into generations."""
        self._generations = generations
        return self

    def folders(self) -> Iterable[str]:
        seen = self._seen or self.memory.look(())
        profile = seen.options.folders.profile.rpartition("/")[0]
        return (*(area.top for area in seen.areas), *filter(None, (profile, self._custom)))

    def look(self, before: Snapshot | None, paths: Collection[str] | None) -> Snapshot:  # noqa: ARG002  # the memory knows it
        """The vault as it is now, and the theme where that may have changed."""
        seen = self._seen = self.memory.look(paths)
        if paths is None or any(path == CONFIG or path.startswith(f"{self._custom}/") for path in paths):
            self._theme = self._sites.theme(self.today())
            self._custom = custom_folder(seen.place)
        lists = [area.paths for area in seen.areas]
        return Snapshot(seen.files, (seen.config.mark, seen.profile, seen.problems, lists, self._theme), seen)

    def rest(self) -> None:
        if self._builds >= _COLLECTED_AFTER:
            self._builds = 0
            gc.collect()

    def today(self) -> date:
        """The day, by the options as they were seen last."""
        return self._terminal.day(self._seen or self.memory.look())

    def build(self, snapshot: Snapshot, today: date, tell: Callable[[str], None]) -> Built:
        """The site of what was seen: live, or by MkDocs where pages cannot be made one by one."""
        start = perf_counter()
        self._builds += 1
        with collector_paused():
            self._state = self._advance(snapshot.state, today, tell)
            try:
                site: Site = self._sites.make(self._state, snapshot.state)
            except NeedsAll as error:
                self._say_once(str(error))
                site = self._by_mkdocs(self._state)
        return Built(True, f"{perf_counter() - start:.2f} s", site, partial(_found, self._state))

    def _advance(self, seen: Look, today: date, tell: Callable[[str], None]) -> State:
        last = self._state.insights.network.collection if self._state else None
        return self.memory.state(seen, today, lambda done, all_: tell(f"reading {done:,} of {all_:,} files"), last)

    def _by_mkdocs(self, state: State) -> Site:
        print_tree(state.facts)
        assert self._generations is not None  # noqa: S101  # begin() comes first
        vault, tree = self.memory.root, self.memory.root / state.facts.collection.options.tree
        return self._generations.make(lambda folder: run_mkdocs(vault, tree, folder))

    def _say_once(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self._terminal.say(text)

    def end(self) -> None:
        """Keep what the next process need not find out again."""
        gc.enable()
        self.memory.put({"learned": ("", self._sites.learned())})
        self.memory.keep()()


def _found(state: State) -> str:
    """How many problems there are, in words; it is asked while the site is looked at already."""
    found = counts(state.insights.problems)
    return f"; {in_words(found)}" if sum(found.values()) else ""
