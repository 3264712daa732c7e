"""The whole vault as one value: discover, read, validate, collect."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from netfiles.cores import each
from netfiles.errors import VaultGone
from netfiles.model import (
    Company,
    Goal,
    Interaction,
    Kind,
    Lead,
    News,
    Person,
    Profile,
    Record,
    SavedQuery,
)
from netfiles.model.collection import Collection
from netfiles.model.options import Options
from netfiles.problems import Problem, in_order
from netfiles.records.read import Reading, read_record
from netfiles.vault.attachments import list_attachments
from netfiles.vault.discover import Candidate, Discovery, discover
from netfiles.vault.options import read_options
from netfiles.vault.read import read_source
from netfiles.vault.walk import files_below, inside

Progress = Callable[[int, int], None]
"""Told how many files of how many are read."""

R = TypeVar("R", bound=Record)
_CHUNK = 250


def _silent(done: int, all_: int) -> None:
    """No progress is shown."""


def load(root: Path, last: Collection | None = None, progress: Progress = _silent) -> Collection:
    """Everything in the vault at `root`. Records of `last` stand in for files that cannot be read now.

    Raises VaultGone. No file is opened for writing.
    """
    _refuse_gone(root)
    options, problems = read_options(root)
    found = discover(root, options.folders)
    readings = list(_readings(root, found, progress))
    records, stale = _with_last_good(readings, found.problems, last)
    docs, doc_problems = _docs(root, options)
    problems += tuple(found.problems) + doc_problems + tuple(p for _, r in readings for p in r.problems)
    profiles = _of(records, Profile)
    return Collection(
        people=_of(records, Person),
        interactions=_of(records, Interaction),
        companies=_of(records, Company),
        leads=_of(records, Lead),
        goals=_of(records, Goal),
        news=_of(records, News),
        queries=_of(records, SavedQuery),
        profile=profiles[0] if profiles else None,
        attachments=list_attachments(root, options.folders.attachments),
        docs=docs,
        doc_pictures=tuple(list_attachments(root, options.folders.docs)),
        problems=in_order(problems),
        stale=stale,
        options=options,
        root=str(root),
    )


def _refuse_gone(root: Path) -> None:
    try:
        next(root.iterdir(), None)
    except NotADirectoryError:
        raise VaultGone(root, "it is not a folder") from None
    except OSError as error:
        raise VaultGone(root, error.strerror or str(error)) from None


def _of(records: list[Record], kind: type[R]) -> tuple[R, ...]:
    return tuple(record for record in records if isinstance(record, kind))


def _readings(root: Path, found: Discovery, progress: Progress) -> Iterator[tuple[str, Reading]]:
    read = 0
    for part in each(partial(_read_part, root), found.files, _CHUNK):
        progress(read := read + len(part), len(found.files))
        yield from part


def _read_part(root: Path, part: Sequence[Candidate]) -> list[tuple[str, Reading]]:
    readings = ((candidate.path, read_file(root, candidate.kind, candidate.path)) for candidate in part)
    return [(path, reading) for path, reading in readings if reading is not None]


def read_file(root: Path, kind: Kind, path: str) -> Reading | None:
    """The record in one file of the vault; None where the file has vanished."""
    source = read_source(root, path)
    if source is None:
        return None
    if isinstance(source, Problem):
        # A text that cannot be decoded may hold `private`; one that may not be opened says nothing new.
        return Reading(None, (source,), private=source.code != "NF101")
    return read_record(kind, path, source.text, source.checksum)


def _with_last_good(
    readings: list[tuple[str, Reading]], problems: Iterable[Problem], last: Collection | None
) -> tuple[list[Record], frozenset[str]]:
    """The records, and the paths of those of `last` among them: their file is broken or not downloaded."""
    before = {record.path: record for record in last.records()} if last else {}
    records: list[Record] = []
    stale: set[str] = set()
    for path, reading in readings:
        if reading.record is not None:
            records.append(reading.record)
        elif path in before and not reading.private:
            records.append(before[path])
            stale.add(path)
    for path in (problem.place.file for problem in problems if problem.code == "NF113"):
        if path in before:
            records.append(before[path])
            stale.add(path)
    return records, frozenset(stale)


def _docs(root: Path, options: Options) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """The hand-written pages by their path below docs/."""
    folder = options.folders.docs
    if Path(folder) == Path(options.tree):
        return (), ()
    pages: list[tuple[str, str]] = []
    problems: list[Problem] = []
    names = (name for name in files_below(root, folder) if name.endswith(".md"))
    for below in sorted(names, key=lambda name: name.split("/")):
        if not inside(root, root / folder / below):
            continue
        source = read_source(root, f"{folder}/{below}")
        if isinstance(source, Problem):
            problems.append(source)
        elif source is not None:
            pages.append((below, source.text))
    return tuple(pages), tuple(problems)
