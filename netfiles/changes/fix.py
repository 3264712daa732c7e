"""Repairs of one file that keep what it means; each is tried, and counts if it leaves nothing worse."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netfiles.changes.canonical import canonical
from netfiles.model import Kind
from netfiles.problems import Problem
from netfiles.records.plan import Edited, Plan
from netfiles.records.read import known_fields, read_record
from netfiles.records.spelling import meant
from netfiles.text.document import Document, Field, Scalar
from netfiles.text.edit import Unsafe, edited
from netfiles.text.edits import Add, Edit, Quote, Remove, Rename, Replace
from netfiles.text.frontmatter import Refused, split
from netfiles.text.layout import normal

Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A problem beside the file that it is in; `document` is None where that cannot be split."""

    problem: Problem
    kind: Kind
    document: Document | None

    @property
    def field(self) -> Field | None:
        """The field that the problem names, else the one on its line."""
        fields = self.document.fields if self.document else {}
        named = re.match(r"`([^`\[]+)(?:\[\d+\])?`", self.problem.message)
        if named and named[1] in fields:
            return fields[named[1]]
        return next((field for field in fields.values() if field.line == self.problem.place.line), None)

    @property
    def text(self) -> str:
        """The value that the problem names."""
        number = re.match(r"`[^`\[]+\[(\d+)\]`", self.problem.message)
        items = _filled(self.field) if self.field else []
        at = int(number[1]) - 1 if number else 0
        return items[at] if at < len(items) else ""


def _filled(field: Field) -> list[str]:
    return [item.text for item in field.items if isinstance(item, Scalar) and item.text and not item.empty]


def _quoted(broken: Broken) -> Iterator[Edits]:
    yield (Quote(broken.problem.place.line),)


def _understood(broken: Broken) -> Iterator[Edits]:
    if broken.field and broken.text:
        for first, *rest in canonical(broken.text):
            more = (Add(broken.field.key, tuple(rest)),) if rest else ()
            yield (Replace(broken.field.key, broken.text, first), *more)


def _no_name(broken: Broken) -> Iterator[Edits]:
    if broken.field and not _filled(broken.field):
        yield (Remove("name"),)


def _spelt(broken: Broken) -> Iterator[Edits]:
    if broken.field and (name := meant(broken.field.key, tuple(known_fields(broken.kind)))):
        yield (Rename(broken.field.key, name),)


def _linked(broken: Broken) -> Iterator[Edits]:
    if broken.field:
        texts = dict.fromkeys(text for text in _filled(broken.field) if text.startswith("[["))
        yield tuple(Replace(broken.field.key, text, text) for text in texts)


_YES = frozenset(("yes", "true", "y", "on"))


def _private(broken: Broken) -> Iterator[Edits]:
    """Only what says yes: whatever else it means, the record is private until the owner has said."""
    field = broken.field
    if field and [text.lower() for text in _filled(field)] and set(map(str.lower, _filled(field))) <= _YES:
        value = _filled(field)[0]
        yes: Edits = () if value.lower() in ("yes", "true") else (Replace("private", value, "yes"),)
        yield (Rename(field.key, "private"), *yes) if field.key != "private" else yes


MENDS: Mapping[str, Callable[[Broken], Iterator[Edits]]] = {
    "NF206": _quoted,
    "NF301": _quoted,
    "NF302": _understood,
    "NF304": _no_name,
    "NF305": _spelt,
    "NF306": _private,
    "NF308": _linked,
    "NF316": _private,
}
"""How each problem is mended. What is tried and does not mend it, or breaks something, is dropped."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The edits that mend a file, and the problems that are gone with them."""

    path: str
    checksum: str
    edits: Edits
    gone: tuple[Problem, ...]


def mended(kind: Kind, path: str, text: str, checksum: str = "") -> Mended | None:
    """How a file is mended, as far as that is sure; None where nothing is.

    A repair may bring to light another problem that can be mended too; where that does not end well, it is left.
    """
    start = _problems(kind, path, text)
    for bold in (True, False):
        edits: list[Edit] = []
        gone: list[Problem] = []
        now = text
        while found := _first(kind, path, now, bold):
            problem, more, now = found
            edits += more
            gone.append(problem)
        new = {_id(p) for p in _problems(kind, path, now)} - {_id(p) for p in start}
        if edits and not new and _document(kind, path, now):
            return Mended(path, checksum, tuple(edits), tuple(gone))
    return None


def _first(kind: Kind, path: str, text: str, bold: bool) -> tuple[Problem, Edits, str] | None:
    """The first problem that can be mended, how, and the text after it."""
    before = _problems(kind, path, text)
    document = _document(kind, path, text)
    for problem in before:
        for edits in MENDS.get(problem.code, _nothing)(Broken(problem, kind, document)):
            after = _after(kind, path, text, edits)
            if after not in (None, text) and _better(before, _problems(kind, path, after or ""), problem, bold):
                return problem, edits, after or ""
    return None


def _nothing(_: Broken) -> Iterator[Edits]:
    return iter(())


def _document(kind: Kind, path: str, text: str) -> Document | None:
    try:
        return split(path, normal(text), kind)
    except Refused:
        return None


def _after(kind: Kind, path: str, text: str, edits: Sequence[Edit]) -> str | None:
    try:
        return edited(path, text, edits, kind) if edits else None
    except (Unsafe, Refused):
        return None


def _problems(kind: Kind, path: str, text: str) -> tuple[Problem, ...]:
    return read_record(kind, path, normal(text)).problems


def _id(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def _better(before: Iterable[Problem], after: Iterable[Problem], problem: Problem, bold: bool) -> bool:
    """Whether a problem is gone and no other is new but, where we are bold, such as were hidden by it."""
    if any((*_id(p), p.place) == (*_id(problem), problem.place) for p in after):
        return False
    new = {_id(p) for p in after} - {_id(p) for p in before}
    return not new or (bold and (problem.code == "NF206" or {code for code, _ in new} <= MENDS.keys()))


def mending(found: Sequence[Mended]) -> Plan:
    """The plan that mends all of these files."""
    count = sum(len(one.gone) for one in found)
    steps = tuple(Edited(one.path, one.checksum, one.edits) for one in found)
    return Plan(f"Mend {count} problem{'s' * (count != 1)}", steps)
