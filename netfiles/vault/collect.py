"""From what is known of every file to the collection."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from netfiles.model import Kind, Record
from netfiles.model.collection import Collection
from netfiles.problems import Problem, in_order
from netfiles.vault.look import Look
from netfiles.vault.papers import Papers
from netfiles.vault.parts import Part

_FIELDS: dict[Kind, str] = {
    "person": "people",
    "interaction": "interactions",
    "company": "companies",
    "lead": "leads",
    "goal": "goals",
    "news": "news",
    "query": "queries",
}


def collect(seen: Look, parts: Mapping[Kind, Part], papers: Papers, last: Collection | None) -> Collection:
    """The collection; the same objects as in `last` where they are equal. Its records stand in for broken files."""
    standing = _standing_in(seen, parts, last)
    records = {kind: _with(part.records, [r for r in standing if r.kind == kind]) for kind, part in parts.items()}
    folders = seen.options.folders
    made: dict[str, Any] = {
        **{name: records.get(kind, ()) for kind, name in _FIELDS.items()},
        "profile": next(iter(records.get("profile", ())), None),
        "attachments": papers.attachments(folders.attachments),
        "docs": papers.docs(folders.docs),
        "doc_pictures": tuple(papers.attachments(folders.docs)),
        "problems": in_order((*seen.problems, *papers.problems, *_said(parts))),
        "stale": frozenset(record.path for record in standing),
        "options": seen.options,
        "root": str(seen.place),
    }
    return _kept(Collection(**made), last)


def _said(parts: Mapping[Kind, Part]) -> Iterator[Problem]:
    for part in parts.values():
        yield from chain.from_iterable(part.problems.values())


def _standing_in(seen: Look, parts: Mapping[Kind, Part], last: Collection | None) -> list[Record]:
    """Those records of `last` whose file is broken or not downloaded."""
    absent = {problem.place.file for problem in seen.problems if problem.code == "NF113"}
    if last is None or not (absent or any(part.broken for part in parts.values())):
        return []
    return [record for record in last.records() if record.path in parts[record.kind].broken or record.path in absent]


def _with(records: tuple[Record, ...], more: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted((*records, *more), key=lambda record: record.path)) if more else records


def _kept(made: Collection, last: Collection | None) -> Collection:
    """`made`, with the parts of `last` that equal its own."""
    if last is None:
        return made
    same = {part.name: old for part in fields(made) if (old := getattr(last, part.name)) == getattr(made, part.name)}
    return last if len(same) == len(fields(made)) else replace(made, **same)
