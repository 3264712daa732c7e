"""A site that is not on disk: its files are made when they are asked for, all from one state."""

import itertools
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from netfiles.errors import NeedsAll
from netfiles.site.contents import Contents, contents
from netfiles.site.learned import Learned
from netfiles.site.outline import Tree
from netfiles.site.printer import Printer
from netfiles.site.printer_key import printer_key
from netfiles.site.settings import reasons_against
from netfiles.site.state import State
from netfiles.vault.look import Look
from netfiles.vault.options import CONFIG

_MOST = 16 * 1024 * 1024
"""So many bytes of pages are kept for when they are asked for again."""


class LiveSite:
    """One state of the site; any number of threads may read it."""

    def __init__(self, contents: Contents, name: str, trusted: frozenset[str]) -> None:
        self.name, self.trusted = name, trusted
        self._contents = contents
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    @cached_property
    def frame(self) -> str:
        """Another one where a page has to be loaded anew: the theme, the scripts and styles, the pictures."""
        return self._contents.frame

    def read(self, place: str) -> bytes | Path | None:
        """One file of the site: its bytes, or where it lies; None where there is none."""
        with self._lock:
            if place in self._made:
                self._made.move_to_end(place)
                return self._made[place]
        made = self._contents.read(place)
        if isinstance(made, bytes):
            self._remember(place, made)
        return made

    def _remember(self, place: str, made: bytes) -> None:
        with self._lock:
            if place not in self._made:
                self._made[place] = made
                self._size += len(made)
            while self._size > _MOST and len(self._made) > 1:
                self._size -= len(self._made.popitem(last=False)[1])


class LiveSites:
    """Makes one site after the other of one vault, with what was learned of the owner's theme."""

    def __init__(self, vault: Path, trusted: Callable[[bytes], frozenset[str]], learned: Learned | None = None) -> None:
        self._vault, self._learned, self._trusted_of = vault, learned, trusted
        self._trusted: tuple[str, frozenset[str]] = ("", frozenset())
        self._run, self._numbers = secrets.token_hex(4), itertools.count(1)
        self._key = ""
        self._printer: Printer | None = None

    def make(self, state: State, seen: Look) -> LiveSite:
        """The site of a state. Raises NeedsAll, SiteFailed, NotOurs."""
        against = reasons_against(self._vault / CONFIG)
        if against:
            raise NeedsAll(" ".join(against))
        whole = contents(state, seen, partial(self._print, state.insights.today))
        self._printer, self._learned = whole.printer, None
        return LiveSite(whole, f"{self._run}-{next(self._numbers)}", self._trust(whole))

    def theme(self, today: date) -> str:
        """Stands for mkdocs.yml and the theme as they are now."""
        try:
            return printer_key(self._vault, today)
        except (OSError, ValueError):
            return ""

    def _trust(self, whole: Contents) -> frozenset[str]:
        """The inline scripts of the theme: those of the 404 page, which holds nothing of the notes."""
        if self._trusted[0] != whole.printer.key:
            page = whole.read("404.html")
            self._trusted = whole.printer.key, self._trusted_of(page if isinstance(page, bytes) else b"")
        return self._trusted[1]

    def _print(self, today: date, tree: Tree) -> Printer:
        key = printer_key(self._vault, today)
        if self._printer is not None and key == self._key:
            return self._printer.other(tree, today)
        self._key = key
        known = self._printer.learned() if self._printer else self._learned
        return Printer(self._vault, tree, today, known)

    def learned(self) -> Learned | None:
        """What the next process need not learn again."""
        return self._printer.learned() if self._printer else None
