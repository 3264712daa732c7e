"""What the session is given: the vault as it sees it, and the sites that are made of it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from netfiles.vault.stamp import Stamp


class Site(Protocol):
    """One complete state of the site, which never changes."""

    @property
    def name(self) -> str:
        """Another one for every state whose bytes may differ, also in another run of the server."""
        ...

    @property
    def frame(self) -> str:
        """Another one wherever something may differ that pages load: scripts, styles, pictures."""
        ...

    @property
    def trusted(self) -> frozenset[str]:
        """The theme's inline scripts, see `trusted_scripts`."""
        ...

    def read(self, path: str) -> bytes | Path | None:
        """The file at `people/jane/index.html`: its bytes, or its resolved path on the disk; None: there is none.

        Called by many threads. `path` has no empty part, no `.` and no `..`.
        """
        ...


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The vault at one moment, without reading what its files hold."""

    files: Mapping[str, Stamp]  # every file that counts, by its path below the vault
    rest: object = None  # whatever else counts: where it is not equal, something has changed
    state: Any = None  # what the source wants to have again


@dataclass(frozen=True)
class Built:
    """What one build came to."""

    ok: bool  # False: nothing usable came of it, the last good site stays
    message: str  # one line for the terminal
    site: Site | None = None
    remark: Callable[[], str] = str  # more for that line, worked out when the site is shown already


class Source(Protocol):
    """The vault; one thread asks it."""

    def folders(self) -> Iterable[str]:
        """The folders below the vault where files may count, whether they are there or not."""
        ...

    def look(self, before: Snapshot | None, paths: Collection[str] | None) -> Snapshot:
        """The vault as it is now: everywhere, or as `before` and looked at again only at these paths."""
        ...

    def rest(self) -> None:
        """A site is shown, and for a while nothing was to be done."""
        ...

    def today(self) -> date:
        """The day to build for. Raises NetfilesError where it cannot be told now."""
        ...

    def build(self, snapshot: Snapshot, today: date, tell: Callable[[str], None]) -> Built:
        """The site of a snapshot; `tell` takes a sentence about how far it is."""
        ...
