"""A site's files on disk: written beside and moved into place, only what is not there already, the rest removed."""

import contextlib
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from netfiles.cores import each
from netfiles.site.tree import NotOurs, Printed

SIGN = "assets/netfiles-day.js"
"""The file by which a folder is known to be a site of ours; it is printed before all others."""

_CHUNK = 20
_BESIDE = ".netfiles-"
"""What the name of a file begins with while it is written."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of the site: what makes its bytes, or the file they are in.

    `mark` stands for all that it is made of; None where only its bytes can tell.
    """

    make: Callable[[], bytes] | Path
    mark: str | None = None

    def made(self) -> bytes | Path:
        """The bytes, or the file they are in."""
        return self.make if isinstance(self.make, Path) else self.make()


class Row(NamedTuple):
    """What is known of a file that was printed: its mark, a digest of its bytes, and how it stands on the disk."""

    mark: str | None
    digest: str
    stand: "Stand"


Stand = tuple[int, int, int]
"""Size, time, and time of change of a file: the last cannot be set back."""

Rows = Mapping[str, Row]


def print_site(site: Path, files: Mapping[str, File], before: Rows, anew: bool = False) -> tuple[Printed, Rows]:
    """Make the folder `site` hold exactly `files`; `before` is what the last print of it answered.

    What stands there as it was printed, and is made of the same, is not touched. A file is written beside its place
    and moved there, so that a reader finds the whole old or the whole new one at any moment. Hand-written pages and
    one file of each kind are made before the first one is written: what cannot be made leaves the site as it was.
    Raises NotOurs, and what the making raises.
    """
    there = stats_below(site)
    if SIGN not in there and any(path not in before for path in there if not _may_be_ours(path)):
        raise NotOurs(site, "site_dir", "site")
    sure = {path: row for path, row in before.items() if not anew and there.get(path) == row.stand}
    rows = {
        path: sure[path] for path, file in files.items() if path in sure and file.mark and file.mark == sure[path].mark
    }
    todo = sorted(files.keys() - rows.keys(), key=lambda path: (path != SIGN, path))
    gone = {path for path in there.keys() - files.keys() if not path.endswith("/")}
    printed = 0
    early, late = _first_of_each_kind(todo)
    made = {path: _made(files[path]) for path in early}
    with private():
        site.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(site, gone, any(path.endswith("/") for path in there))
        first = [
            [(path, *_write(site / path, data, files[path].mark, sure.get(path), anew))] for path, data in made.items()
        ]
        rest = each(partial(_print_some, site, files, sure, anew), late, _CHUNK)
        for path, row, written in chain.from_iterable(chain(first, rest)):
            printed += written
            if row:
                rows[path] = row
    return Printed(printed, len(files) - printed, len(gone)), rows


def _may_be_ours(path: str) -> bool:
    """Whether a print that was killed before it had written its sign may have left this: a folder, half a file."""
    return path.endswith("/") or path.rpartition("/")[2].startswith(_BESIDE)


def _first_of_each_kind(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sign, hand-written pages, and one file of each folder at the top; then all others.

    What is learned of the theme from those helps with these.
    """
    first = {path.partition("/")[0] if path.count("/") > 1 else path: path for path in reversed(paths)}
    early = {SIGN, *first.values()}
    return _divided(paths, lambda path: path in early or (path.startswith("docs/") and path.endswith(".html")))


def _divided(paths: Sequence[str], early: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    return [path for path in paths if early(path)], [path for path in paths if not early(path)]


def stats_below(folder: Path) -> Mapping[str, Stand]:
    """Every file below a folder by its path there, and every folder that holds nothing with a `/` at its end."""
    return dict(_stats(str(folder), ""))


def _stats(folder: str, below: str) -> Iterator[tuple[str, Stand]]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return
    if below and not found:
        yield below, (0, 0, 0)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _stats(entry.path, f"{below}{entry.name}/")
        else:
            yield f"{below}{entry.name}", _stand(entry.stat(follow_symlinks=False))


Done = tuple[str, Row | None, bool]
"""A path, what is known of its file now (None: there is none), and whether it was written."""


def _print_some(site: Path, files: Mapping[str, File], sure: Rows, anew: bool, paths: Sequence[str]) -> list[Done]:
    made = ((path, _made(files[path])) for path in paths)
    return [(path, *_write(site / path, data, files[path].mark, sure.get(path), anew)) for path, data in made]


def _made(file: File) -> bytes | None:
    """The bytes of a file; None where it has vanished from the vault meanwhile."""
    if not isinstance(file.make, Path):
        return file.make()
    try:
        return file.make.read_bytes()
    except FileNotFoundError:
        return None


def _write(
    target: Path, data: bytes | None, mark: str | None, known: Row | None, anew: bool
) -> tuple[Row | None, bool]:
    """Write one file, unless it stands there already with the same bytes.

    Where a theme prints nothing for a page there is no file, as with MkDocs.
    """
    if data is None or (not data and target.suffix == ".html"):
        target.unlink(missing_ok=True)
        return None, False
    digest = blake2b(data, digest_size=16).hexdigest()
    if known and known.digest == digest:
        return known._replace(mark=mark), False
    written = anew or not _holds(target, data)
    if written:
        write_beside(target, data)
    return Row(mark, digest, _stand(target.stat())), written


def _stand(state: os.stat_result) -> Stand:
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _holds(target: Path, data: bytes) -> bool:
    try:
        return not target.is_symlink() and target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


def write_beside(target: Path, data: bytes) -> None:
    """Write a file, for its owner only, beside its place and move it there."""
    beside = f"{os.path.dirname(target)}/{_BESIDE}{os.getpid()}"  # noqa: PTH120  # of twelve thousand files
    try:
        try:
            handle = os.open(beside, _ANEW, 0o600)
        except FileNotFoundError:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(beside, _ANEW, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        _move(beside, target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def _move(beside: str, target: Path) -> None:
    try:
        os.replace(beside, target)  # noqa: PTH105  # of twelve thousand files
    except OSError:
        if not target.is_dir() or target.is_symlink():
            raise
        shutil.rmtree(target)
        os.replace(beside, target)  # noqa: PTH105  # as above


@contextlib.contextmanager
def private() -> Iterator[None]:
    """Files and folders made here can be read by their owner only."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _remove(site: Path, gone: Collection[str], hollow: bool) -> None:
    """Remove files, and folders that hold none, as a print that was killed may have left (`hollow`)."""
    for path in gone:
        (site / path).unlink(missing_ok=True)
    for here, _, _ in os.walk(site, topdown=False) if gone or hollow else ():
        if Path(here) != site and not any(Path(here).iterdir()):
            Path(here).rmdir()
