"""Several files changed together or not at all, also where the computer is switched off in between.

First all bytes are kept in the undo store, then the files are written one by one, then the change is marked as done.
What a crash leaves behind is finished by the next command that writes.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from netfiles.errors import CannotUndo, Meanwhile, NetfilesError, NotWritable, NotWritten
from netfiles.problems import printable
from netfiles.text.stems import alike
from netfiles.vault.lock import locked
from netfiles.vault.names import doubted_name, refused_name
from netfiles.vault.state_folder import made_private, state_folder
from netfiles.vault.taken import Names
from netfiles.vault.undo_store import Change, Damaged, Write, broken_off, changes, folders, keep, mark, prune, read
from netfiles.vault.write import (
    TEMPORARY,
    checksum,
    content_of,
    keep_folder,
    make_folder,
    place,
    put,
    refuse_unwritable,
    remove,
    staged,
)

Say = Callable[[str], object]
Progress = Callable[[int, int], object]
"""Told how many files of how many have taken their places."""

_STORE = "changes"
"""The undo store in the folder of what belongs to a vault."""


def carry_out(
    vault: Path, title: str, writes: Sequence[Write], say: Say, progress: Progress = lambda *_: None
) -> Change | None:
    """Write all the files, or none; None where they are as they should be already.

    `say` takes a word on what an earlier command left behind. Raises NetfilesError, and then nothing has changed.
    """
    with _alone(vault, say) as (root, store):
        other = [write for write in writes if write.before != write.after]
        return _carry_out(root, store, title, other, None, progress)


def kept(vault: Path) -> list[Change]:
    """The changes that are kept, newest first; without those that took one back."""
    return [change for change in changes(state_folder(vault) / _STORE) if change.undoes is None and change.done]


def last(vault: Path, say: Say) -> tuple[Change, list[Write]]:
    """The last change that stands, and what taking it back would write. Raises CannotUndo."""
    with _alone(vault, say) as (root, store):
        change = _last(store)
        _refuse_moved(root, change)
        return change, _back(change)


def undo(vault: Path, say: Say) -> Change:
    """Take back the last change that stands, if all its files are as it left them. Raises CannotUndo."""
    with _alone(vault, say) as (root, store):
        change = _last(store)
        _refuse_moved(root, change)
        _carry_out(root, store, f"Undo: {change.title}", _back(change), change.name)
        change.mark("undone")
        return change


class TakenBack(NamedTuple):
    """A change that is taken back, the files that are written for it, and those that stay, since they were changed."""

    change: Change
    writes: list[Write]
    left: list[str]


def take_back(vault: Path, title: str, say: Say, dry: bool = False) -> TakenBack:
    """Take back the last change that stands whose title begins so, though others came after it.

    Files that were changed since stay as they are. `dry`: only tell. Raises CannotUndo.
    """
    with _alone(vault, say) as (root, store):
        change = _last(store, title)
        back = [write for write in _back(change) if content_of(_real(root, write.path)) != write.after]
        writes = [write for write in back if content_of(_real(root, write.path)) == write.before]
        found = TakenBack(change, writes, [write.path for write in back if write not in writes])
        if not dry:
            _carry_out(root, store, f"Undo: {change.title}", writes, change.name)
            change.mark("undone")
        return found


def _last(store: Path, title: str = "") -> Change:
    for folder in folders(store):
        try:
            change = read(folder)
        except Damaged:
            if (folder / "undone").exists():
                continue
            raise CannotUndo(f"what was kept of the last change is damaged. Look at {folder}") from None
        stands = change and change.done and not change.undone and change.undoes is None
        if change and stands and change.title.startswith(title):
            return change
    raise CannotUndo("there is no change of netfiles to take back")


def _refuse_moved(vault: Path, change: Change) -> None:
    moved = [file.path for file in change.files if _state(vault, file.path) != file.after]
    if moved:
        raise CannotUndo(
            f"“{change.title}” cannot be taken back, since {printable(moved[0])} was changed after it. "
            f"What it replaced is in {change.folder}"
        )


def _back(change: Change) -> list[Write]:
    """The writes that take a change back, the last one first."""
    return [Write(write.path, write.after, write.before) for write in reversed(change.writes())]


def recover(vault: Path, say: Say) -> None:
    """Finish what an earlier command could not, or take it back."""
    with _alone(vault, say):
        pass


@contextmanager
def _alone(vault: Path, say: Say) -> Iterator[tuple[Path, Path]]:
    """Where the vault and its undo store really are, while no other command of ours writes, with nothing half done."""
    folder, root = made_private(state_folder(vault)), vault.resolve()
    with locked(folder / "lock"):
        store = folder / _STORE
        for broken in broken_off(store):
            _settle_folder(root, broken, say)
        _tell_late(store, say)
        yield root, store
        _tell_late(store, say)
        prune(store)


def _carry_out(
    vault: Path,
    store: Path,
    title: str,
    writes: Sequence[Write],
    undoes: str | None,
    progress: Progress = lambda *_: None,
) -> Change | None:
    if not writes:
        return None
    going = frozenset(_real(vault, write.path) for write in writes if write.after is None)
    names = Names()
    for write in writes:
        _refuse(vault, write, going, names)
    try:
        change = keep(store, title, writes, undoes)
    except OSError as error:
        raise NotWritten(str(store), error.strerror or str(error)) from None
    begun: list[int] = []
    try:
        _write_all(vault, change, writes, begun, progress)
        for _, fault in _unkept(vault, writes):
            raise fault
        change.mark("done")
    except BaseException as error:
        left = _take_back(vault, change, writes[: max(begun, default=0) + 1])
        _clear(vault, change)
        if left:
            with suppress(OSError):
                change.mark("failed")
        else:
            _close(change)
        if isinstance(error, OSError):
            where = next((w.path for w in writes if os.fspath(_real(vault, w.path)) == error.filename), writes[-1].path)
            raise NotWritten(printable(where), error.strerror or str(error)) from None
        raise
    return change


def _write_all(vault: Path, change: Change, writes: Sequence[Write], begun: list[int], progress: Progress) -> None:
    """Make all new files stand beside the old ones, then let each take its place; `begun` are those that may have."""
    places = [_real(vault, write.path) for write in writes]
    new = [n for n, write in enumerate(writes) if write.after is not None]
    for folder in dict.fromkeys(places[n].parent for n in new):
        make_folder(folder)
    with staged([(places[n], writes[n].after or b"") for n in new]) as made:
        beside = dict(zip(new, made, strict=True))
        for n, file in enumerate(change.files):
            begun.append(n)
            progress(n, len(writes))
            if file.after is None:
                remove(places[n], file.path, file.before or "", change.aside(n))
            else:
                place(beside[n], places[n], file.path, file.before, file.after, change.aside(n))


def _tell_late(store: Path, say: Say) -> None:
    """Say once what an editor wrote into a file after it had made way, in the newest change."""
    change = next(changes(store), None)
    if change is None or not change.done:
        return
    known = {file.before for file in change.files} | {file.after for file in change.files}
    for aside in sorted(change.folder.glob("*.aside*")):
        told = aside.name.replace("aside", "told")
        if checksum(aside.read_bytes()) not in known and not (change.folder / told).exists():
            path = printable(change.files[int(aside.name.partition(".")[0])].path)
            say(f"Another program wrote to {path} while it was replaced; what it wrote is in {aside}.")
            change.mark(told)


def _close(change: Change) -> None:
    """A change that did not come about: it is forgotten, unless what an editor wrote meanwhile lies beside it."""
    known = {file.before for file in change.files} | {file.after for file in change.files}
    with suppress(OSError):
        beside = [name for name in change.folder.iterdir() if ".aside" in name.name or "stray" in name.name]
        if any(checksum(name.read_bytes()) not in known for name in beside):
            change.mark("undone")
            return
        change.forget()


def _write(vault: Path, change: Change, n: int, write: Write) -> None:
    file, before = _real(vault, write.path), change.files[n].before
    if write.after is None:
        remove(file, write.path, before or "", change.aside(n))
        return
    make_folder(file.parent)
    put(file, write.path, before, write.after, change.aside(n))


def _take_back(vault: Path, change: Change, writes: Sequence[Write]) -> list[str]:
    """Make files as they were before; the paths of those that could not be."""
    left = []
    for n, write in reversed(list(enumerate(writes))):
        try:
            if _state(vault, write.path) == change.files[n].after != change.files[n].before:
                _write_back(vault, change, n, write)
        except (OSError, NetfilesError):
            left.append(write.path)
    return left + [path for path, _ in _unkept(vault, writes)]


def _unkept(vault: Path, writes: Sequence[Write]) -> Iterator[tuple[str, OSError]]:
    """See that the names of files are on the disk, each folder once; yields a file of each where that fails."""
    some = {file.parent: (file, write.path) for write in writes for file in (_real(vault, write.path),)}
    for folder, (file, path) in some.items():
        try:
            if folder.is_dir():
                keep_folder(folder)
        except OSError as error:
            error.filename = os.fspath(file)
            yield path, error


def _write_back(vault: Path, change: Change, n: int, write: Write) -> None:
    file, after = _real(vault, write.path), change.files[n].after
    if write.before is None:
        remove(file, write.path, after or "", change.aside(n))
    else:
        put(file, write.path, after, write.before, change.aside(n))


def _settle_folder(vault: Path, folder: Path, say: Say) -> None:
    title = "A change"
    try:
        if change := read(folder):
            title = f"“{change.title}”"
            say(_settle(vault, change, change.writes()))
    except Damaged:
        mark(folder, "undone")
        say(f"{title} had been broken off and cannot be finished: what was kept of it is damaged. Look at {folder}.")


def _settle(vault: Path, change: Change, writes: Sequence[Write]) -> str:
    """Finish a change that was broken off; where others changed one of its files since, take back the rest."""
    said = f"“{change.title}” had been broken off"
    _clear(vault, change)
    states = [_state(vault, file.path) for file in change.files]
    foreign = [f.path for f, now in zip(change.files, states, strict=True) if now not in (f.before, f.after)]
    try:
        if foreign:
            raise Meanwhile(printable(foreign[0]))
        if change.failed:
            return _given_up(vault, change, writes, f"{said} and was taken back.")
        for n, (file, now) in enumerate(zip(change.files, states, strict=True)):
            if now != file.after:
                _write(vault, change, n, writes[n])
        for _, fault in _unkept(vault, writes):
            raise fault
        change.mark("done")
    except (Meanwhile, OSError) as error:
        return _given_up(vault, change, writes, f"{said} and was taken back: {error}")
    return f"{said}; it is finished now."


def _given_up(vault: Path, change: Change, writes: Sequence[Write], said: str) -> str:
    left = _take_back(vault, change, writes)
    change.mark("undone")
    return f"{said} Look at {', '.join(map(printable, left))}; what was there is in {change.folder}." if left else said


def _clear(vault: Path, change: Change) -> None:
    """Remove what a crash left in the folders of a change; what is not known moves into the store."""
    known = {file.before for file in change.files} | {file.after for file in change.files}
    for folder in {_real(vault, file.path).parent for file in change.files}:
        for stray in folder.glob(f"{TEMPORARY}*") if folder.is_dir() else ():
            with suppress(OSError):
                if checksum(stray.read_bytes()) in known or not stray.stat().st_size:
                    stray.unlink()
                else:
                    os.rename(stray, change.folder / f"stray{stray.name}")  # noqa: PTH104


def _state(vault: Path, path: str) -> str | None:
    content = content_of(_real(vault, path))
    return None if content is None else checksum(content)


def _real(vault: Path, path: str) -> Path:
    """Where a file lives, which a link may lead to. Raises NotWritable outside of the vault."""
    real = Path(os.path.realpath(vault / path))
    if not real.is_relative_to(vault):
        raise NotWritable(printable(path), "leads out of the vault", "Only files in the vault are written.")
    return real


_LONGEST = 255
"""Bytes in a name: more, and many file systems refuse it."""


def _refuse(vault: Path, write: Write, going: frozenset[Path], names: Names) -> None:
    """Raise what would keep a file from being written, before anything is touched; `going` are files that will go."""
    file, said = _real(vault, write.path), printable(write.path)
    if write.before is None:
        _refuse_name(file, write.path, going, names)
    refuse_unwritable(file, said)
    if content_of(file) != write.before and not (write.before is None and _goes(file, going)):
        raise Meanwhile(said)


def _goes(file: Path, going: frozenset[Path]) -> bool:
    """Whether a file is there only under another way of writing its name, and will go."""
    return any(other.exists() and file.samefile(other) for other in going if alike(other.name) == alike(file.name))


def _refuse_name(file: Path, path: str, going: frozenset[Path], names: Names) -> None:
    name, said = file.name, printable(path)
    if len(os.fsencode(name)) > _LONGEST:
        raise NotWritable(said[:100] + "…", f"has a name longer than {_LONGEST} bytes", "Choose a shorter one.")
    doubts = [*filter(None, [refused_name(path, name)]), *doubted_name(path, name)]
    if doubts:
        raise NotWritable(said, f"cannot be made: {doubts[0].message}", doubts[0].advice)
    if other := next((one for one in names.like(file) if file.with_name(one) not in going), None):
        advice = "On other computers one would overwrite the other."
        raise NotWritable(said, f"differs from {printable(other)} only in case or accents", advice)
