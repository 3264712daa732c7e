"""What changes replace, kept beside the vault: the bytes before and after, for undo and after a crash.

A folder for each change, oldest first: in `change.zip`, `plan.json` says what it is, and `0.before` and `0.after` are
the bytes of its first file; `0.aside` is the file itself that made way. `done`, `failed` and `undone` say how far it
came.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile, ZipInfo

from netfiles.vault.write import checksum, keep_folder, write_whole

_KEPT, _PLAN = "change.zip", "plan.json"
_MOST = 300
"""So many changes are kept."""


class Write(NamedTuple):
    """A file of the vault as it should be: None for one that should be gone. `before` is what it was decided upon."""

    path: str
    before: bytes | None
    after: bytes | None


class Kept(NamedTuple):
    """One file of a change that is kept: the checksums of its bytes, None where there is no file."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Change:
    """A change that is kept: what it was called, the files, and where its bytes lie."""

    folder: Path
    title: str
    files: tuple[Kept, ...]
    undoes: str | None = None
    """The name of the change that this one takes back."""
    at: str = ""
    """When it was made, by the local clock: `2026-11-19T09:30:00+01:00`."""

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def done(self) -> bool:
        return (self.folder / "done").exists()

    @property
    def failed(self) -> bool:
        """Whether it was to be taken back, and could not be in whole."""
        return (self.folder / "failed").exists()

    @property
    def undone(self) -> bool:
        return (self.folder / "undone").exists()

    def writes(self) -> list[Write]:
        """What it writes, with all bytes. Raises Damaged."""
        with _opened(self.folder) as kept:
            return [
                Write(
                    file.path,
                    kept.read(f"{n}.before") if file.before else None,
                    kept.read(f"{n}.after") if file.after else None,
                )
                for n, file in enumerate(self.files)
            ]

    def aside(self, n: int) -> Path:
        """Where the n-th file goes that makes way; a place of its own each time."""
        names = (self.folder / f"{n}.aside{more}" for more in ("", *range(2, 1_000)))
        return next(name for name in names if not name.exists())

    def mark(self, sign: str) -> None:
        """Note that the change is `done`, `failed` or `undone`."""
        mark(self.folder, sign)

    def forget(self) -> None:
        """Keep it no longer: it changed nothing."""
        shutil.rmtree(self.folder, ignore_errors=True)


def keep(store: Path, title: str, writes: Sequence[Write], undoes: str | None = None) -> Change:
    """Keep all bytes of a change that is to be made, so that it can be finished or taken back whatever happens."""
    store.mkdir(mode=0o700, exist_ok=True)
    last = max((int(name[:8]) for name in _names(store)), default=0)
    folder = store / f"{last + 1:08d}"
    folder.mkdir(mode=0o700)
    files = tuple(Kept(w.path, _sum(w.before), _sum(w.after)) for w in writes)
    at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    plan = {"title": title, "at": at, "undoes": undoes, "files": [list(file) for file in files]}
    try:
        write_whole(folder / "new", _packed(plan, writes))
        os.rename(folder / "new", folder / _KEPT)  # noqa: PTH104  # one system call, as in a table of faults
        keep_folder(folder)
        keep_folder(store)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Change(folder, title, files, undoes, at)


def _packed(plan: Mapping[str, Any], writes: Sequence[Write]) -> bytes:
    """A plan and all its bytes as one file, which is on the disk sooner than many."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as kept:
        kept.writestr(ZipInfo(_PLAN), json.dumps(plan, ensure_ascii=True))
        for n, write in enumerate(writes):
            for name, content in (("before", write.before), ("after", write.after)):
                if content is not None:
                    kept.writestr(ZipInfo(f"{n}.{name}"), content)
    return buffer.getvalue()


def _sum(content: bytes | None) -> str | None:
    return None if content is None else checksum(content)


class Damaged(Exception):
    """What was kept of a change cannot be read."""


@contextmanager
def _opened(folder: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(folder / _KEPT) as kept:
            yield kept
    except Exception as error:  # a zip that is damaged may fail in any way
        raise Damaged(folder) from error


def folders(store: Path) -> list[Path]:
    """The folders of all changes, newest first."""
    return [store / name for name in sorted(_names(store), reverse=True)]


def read(folder: Path) -> Change | None:
    """The change that a folder keeps; None where it was broken off before it changed anything. Raises Damaged."""
    if not (folder / _KEPT).exists():
        return None
    with _opened(folder) as kept:
        plan = json.loads(kept.read(_PLAN))
        files = tuple(Kept(*file) for file in plan["files"])
        return Change(folder, plan["title"], files, plan["undoes"], plan.get("at", ""))


def changes(store: Path) -> Iterator[Change]:
    """All changes that can be read, newest first."""
    for folder in folders(store):
        with suppress(Damaged):
            if change := read(folder):
                yield change


def broken_off(store: Path) -> list[Path]:
    """The folders of the changes that are neither done nor undone, newest first."""
    return [folder for folder in folders(store) if not any((folder / sign).exists() for sign in ("done", "undone"))]


def mark(folder: Path, sign: str) -> None:
    """Note that a change is `done`, `failed` or `undone`."""
    write_whole(folder / sign, b"")
    keep_folder(folder)


def _names(store: Path) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(store) if entry.name.isdecimal()]
    except FileNotFoundError:
        return []


def prune(store: Path) -> None:
    """Let go of the oldest changes, and of what was broken off before it began."""
    names = sorted(_names(store), reverse=True)
    for n, name in enumerate(names):
        if n >= _MOST or not (store / name / _KEPT).exists():
            shutil.rmtree(store / name, ignore_errors=True)
