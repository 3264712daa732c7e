"""From what is known of every file to the collection."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from netfiles.model import Kind, Record
from netfiles.model.collection import Collection
from netfiles.problems import Problem, in_order
from netfiles.vault.known import Known, Readings
from netfiles.vault.look import Look
from netfiles.vault.papers import Papers

_FIELDS: dict[Kind, str] = {
    "person": "people",
    "interaction": "interactions",
    "company": "companies",
    "lead": "leads",
    "goal": "goals",
    "news": "news",
    "query": "queries",
}


def collect(seen: Look, known: Readings, papers: Papers, last: Collection | None) -> Collection:
    """The collection; the same objects as in `last` where they are equal. Its records stand in for broken files."""
    by_kind = {kind: _records(known[kind], paths) for kind, paths in seen.records.items()}
    stale = _stand_in(seen, known, by_kind, last)
    folders = seen.options.folders
    parts: dict[str, Any] = {
        **{name: tuple(by_kind.get(kind, ())) for kind, name in _FIELDS.items()},
        "profile": next(iter(by_kind.get("profile", ())), None),
        "attachments": papers.attachments(folders.attachments),
        "docs": papers.docs(folders.docs),
        "doc_pictures": tuple(papers.attachments(folders.docs)),
        "problems": in_order((*seen.problems, *papers.problems, *_said(known))),
        "stale": stale,
        "options": seen.options,
        "root": str(seen.place),
    }
    return _kept(Collection(**parts), last)


def _records(readings: Mapping[str, Known], paths: Iterable[str]) -> list[Record]:
    return [one.record for one in map(readings.get, paths) if one is not None and one.record is not None]


def _said(known: Readings) -> Iterator[Problem]:
    for readings in known.values():
        for one in readings.values():
            yield from one.problems


def _stand_in(
    seen: Look, known: Readings, by_kind: Mapping[Kind, list[Record]], last: Collection | None
) -> frozenset[str]:
    """Put those of `last` in among the records whose file is broken or not downloaded, and return their paths."""
    broken = {
        (kind, path)
        for kind, readings in known.items()
        for path, one in readings.items()
        if one.record is None and not one.private
    }
    absent = {problem.place.file for problem in seen.problems if problem.code == "NF113"}
    if last is None or not (broken or absent):
        return frozenset()
    stale = [r for r in last.records() if (r.kind, r.path) in broken or r.path in absent]
    for record in stale:
        by_kind[record.kind].append(record)
    for kind in {record.kind for record in stale}:
        by_kind[kind].sort(key=lambda record: record.path)
    return frozenset(record.path for record in stale)


def _kept(made: Collection, last: Collection | None) -> Collection:
    """`made`, with the parts of `last` that equal its own."""
    if last is None:
        return made
    parts = {part.name: (getattr(last, part.name), getattr(made, part.name)) for part in fields(made)}
    same = {name: old for name, (old, new) in parts.items() if old == new}
    return last if len(same) == len(parts) else replace(made, **same)
