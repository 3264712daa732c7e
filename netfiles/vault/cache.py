"""What was found out about a vault, kept outside of it: named parts in one file, which may be deleted at any time.

A part comes back whole and unchanged, or not at all. Nothing that is wrong with the file stops a command: then there
is no cache, and one remark says so.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from netfiles.vault.cache_folder import NotPrivate, cache_file, cache_folder, make_private, refuse_not_private
from netfiles.vault.version import whole_version

Say = Callable[[str], None]
Data = bytes | memoryview
Row = tuple[str, bytes, Data]
Found = tuple[object, object]
T = TypeVar("T")

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

    def get(self, name: str) -> bytes | None:
        """The part of this name; None where there is none."""
        name = _plain(name)
        known, data = self._careful(partial(_read, self._file, name)) or (None, None)
        return data if isinstance(data, bytes) and known == _sum(name, data) else None

    def put(self, parts: Mapping[str, Data]) -> bool:
        """Keep all of these parts or none; whether they are kept."""
        plain = ((_plain(name), data) for name, data in parts.items())
        rows = [(name, _sum(name, data), data) for name, data in plain]
        return bool(self._careful(partial(_write, self._file, rows)))

    def _careful(self, work: Callable[[], T]) -> T | None:
        """What comes of some work; None where something is wrong with the file. A broken one is thrown away."""
        try:
            return work()
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
        return None

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


def _plain(name: str) -> str:
    """A name as the database can hold it, also where it names a path that is no UTF-8."""
    return name.encode(errors="backslashreplace").decode()


def _sum(name: str, data: Data) -> bytes:
    """Tells whether a part is whole, has its own name, and is of this version."""
    key = blake2b(f"{whole_version()} {name}".encode(), digest_size=32).digest()
    return blake2b(data, digest_size=16, key=key).digest()


def _read(file: Path | None, name: str) -> Found:
    """Sum and data of a part, whatever stands there."""
    if file is None or not file.exists() or not file.stat().st_size:
        return None, None
    refuse_not_private(file)
    with closing(_open(file)) as database:
        database.execute("BEGIN")  # both answers are of one moment
        told = next(database.execute("SELECT sum, rowid FROM part WHERE name = ?", (name,)), None)
        if told is None:
            return None, None
        with database.blobopen("part", "data", told[1], readonly=True) as blob:  # a third of the time of a SELECT
            return told[0], blob.read()


def _write(file: Path | None, rows: list[Row]) -> bool:
    if file is None:
        return False
    make_private(file)
    with closing(_open(file)) as database:
        database.execute("BEGIN IMMEDIATE")
        database.execute(_TABLE)
        for name, told, data in rows:
            put = "INSERT OR REPLACE INTO part VALUES (?, ?, zeroblob(?))"
            row = database.execute(put, (name, told, memoryview(data).nbytes)).lastrowid or 0
            with database.blobopen("part", "data", row) as blob:  # bound as a value it would be copied
                blob.write(data)
        database.execute("COMMIT")
    return True


def _open(file: Path) -> sqlite3.Connection:
    """The database, for one operation: a connection kept would have to survive forks, threads and a deleted file."""
    database = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    database.executescript("PRAGMA page_size=16384; PRAGMA synchronous=NORMAL; PRAGMA trusted_schema=OFF")
    return database
