"""What was found out about a vault, kept outside of it: named parts in one file, which may be deleted at any time.

A part comes back whole and unchanged, or not at all. Nothing that is wrong with the file stops a command: then there
is no cache, and one remark says so.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path

from netfiles.vault.cache_folder import NotPrivate, cache_file, cache_folder, make_private, refuse_not_private
from netfiles.vault.version import whole_version

Say = Callable[[str], None]
Row = tuple[str, bytes, bytes]

_WAIT = 2.0
_TABLE = "CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, sum BLOB NOT NULL, data BLOB NOT NULL)"
_BROKEN = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR))
_BUSY = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))


class Cache:
    """The cache of one vault. A part made by another version of the code is as good as none."""

    def __init__(self, file: Path | None, say: Say = lambda _: None) -> None:
        self._file, self._say, self._said = file, say, False

    @classmethod
    def of(cls, vault: Path, say: Say = lambda _: None) -> "Cache":
        """The cache of a vault in the user's own folder; `say` takes the one remark that there may be."""
        folder = cache_folder()
        return cls(cache_file(folder, vault) if folder else None, say)

    def get(self, name: str, version: str | None = None) -> bytes | None:
        """The part of this name; None where there is none."""
        return next((data for _, data in self.between(name, name, version)), None)

    def between(self, first: str, last: str, version: str | None = None) -> Iterator[tuple[str, bytes]]:
        """The parts whose names lie between these two, both included."""
        mark = version or whole_version()
        with self._careful():
            for name, known, data in _read(self._file, first, last):
                if isinstance(data, bytes) and known == _sum(mark, name, data):
                    yield name, data

    def put(
        self,
        parts: Mapping[str, bytes],
        version: str | None = None,
        instead: tuple[str, str] | None = None,
        after: tuple[str, bytes] | None = None,
    ) -> bool:
        """Keep all of these parts or none; whether they are kept.

        They are put `instead` of those between two names, and only where one part is still as it is said to be `after`.
        """
        mark = version or whole_version()
        rows = [(name, _sum(mark, name, data), data) for name, data in parts.items()]
        known = (after[0], _sum(mark, *after)) if after else None
        done: list[bool] = []
        with self._careful():
            done.append(_write(self._file, rows, instead, known))
        return any(done)

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """Nothing that is wrong with the file goes any further; a broken one is thrown away."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
            if code in _BROKEN:
                self._throw_away()
            elif code not in _BUSY:
                self._remark(f"The cache {self._file} cannot be used: {error}.")
        except NotPrivate as error:
            self._remark(str(error))
        except (OSError, MemoryError) as error:
            self._remark(f"The cache {self._file} cannot be used: {error}.")

    def _throw_away(self) -> None:
        if self._file is None:
            return
        try:
            for name in (f"{self._file.name}-journal", self._file.name):
                self._file.with_name(name).unlink(missing_ok=True)
        except OSError as error:
            self._remark(f"The cache {self._file} is broken and cannot be removed: {error.strerror}.")

    def _remark(self, text: str) -> None:
        if not self._said:
            self._say(f"{text} netfiles works without it, only slower.")
        self._said = True


def _sum(version: str, name: str, data: bytes) -> bytes:
    """Tells whether a part is whole, has its own name, and is of this version."""
    return blake2b(data, digest_size=16, key=blake2b(f"{version} {name}".encode(), digest_size=32).digest()).digest()


def _read(file: Path | None, first: str, last: str) -> Iterator[Row]:
    if file is None or not file.exists() or not file.stat().st_size:
        return
    refuse_not_private(file)
    with closing(_open(file)) as database:
        yield from database.execute("SELECT name, sum, data FROM part WHERE name BETWEEN ? AND ?", (first, last))


def _write(
    file: Path | None, rows: list[Row], instead: tuple[str, str] | None, after: tuple[str, bytes] | None
) -> bool:
    if file is None:
        return False
    make_private(file)
    with closing(_open(file)) as database:
        database.execute("BEGIN IMMEDIATE")
        database.execute(_TABLE)
        if after and database.execute("SELECT sum FROM part WHERE name = ?", after[:1]).fetchone() != after[1:]:
            return False
        if instead:
            database.execute("DELETE FROM part WHERE name BETWEEN ? AND ?", instead)
        database.executemany("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", rows)
        database.execute("COMMIT")
    return True


def _open(file: Path) -> sqlite3.Connection:
    """The database, for one operation: a connection kept would have to survive forks, threads and a deleted file."""
    database = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    database.executescript("PRAGMA page_size=16384; PRAGMA synchronous=NORMAL; PRAGMA trusted_schema=OFF")
    return database
