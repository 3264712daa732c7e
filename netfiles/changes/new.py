"""A new file from a template: its text, its name, and what the owner should know of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from netfiles.changes.fields import values_of
from netfiles.errors import CannotMake
from netfiles.insights.directory import Directory
from netfiles.model import KINDS, Interaction, Kind, Lead, Link, Person, Record
from netfiles.model.options import Folders
from netfiles.problems import Problem, printable
from netfiles.records.entry_title import entry_title
from netfiles.records.plan import Created, Plan
from netfiles.records.read import read_record
from netfiles.text.document import Field
from netfiles.text.edit import Unsafe, edited
from netfiles.text.edits import Edit, Set
from netfiles.text.filling import CannotFill, filled
from netfiles.text.frontmatter import Refused, split
from netfiles.text.stems import Taken, alike, stem_of, unused


class Sort(NamedTuple):
    """A kind of new file: its template, the folder (an attribute of Folders), the fields of `--on` and `--company`."""

    kind: Kind
    template: str
    folder: str
    day: str = ""
    company: str = ""


SORTS: Mapping[str, Sort] = {
    "person": Sort("person", "person", "contacts", "met_on", "company"),
    "company": Sort("company", "company", "companies"),
    "lead": Sort("lead", "lead", "leads", "heard_on", "company"),
    "goal": Sort("goal", "goal", "goals", "start", "companies"),
    "news": Sort("news", "news", "news", "date"),
    "entry": Sort("interaction", "interaction", "journal", "date", "companies"),
    "query": Sort("query", "query", "queries"),
}


class Template(NamedTuple):
    """The text that a new file begins with, and the file it stands in."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: a word of `SORTS`, the name, and fields with their values (none: without that field).

    `people` are those an entry is with, as they are called; their links are among the fields.
    """

    word: str
    name: str
    now: datetime
    fields: Mapping[str, tuple[str, ...]]
    people: tuple[str, ...] = ()


def new_file(wanted: Wanted, template: Template, folders: Folders, names: Directory, taken: Taken) -> Plan:
    """The plan of a new file. Raises CannotMake."""
    sort, name = SORTS[wanted.word], plain_name(wanted.name)
    fields, said = values_of(sort.kind, wanted.fields, names)
    text, record = _filled(sort.kind, template, name, wanted, fields)
    if isinstance(record, Interaction):
        name = entry_title(wanted.people, record.channel, record.way, (record.purpose or "").lower())
        text, record = _filled(sort.kind, template, name, wanted, fields)
    path, more = _path(sort, folders, name, record, names, taken)
    text = _named(sort.kind, text, name, path)
    found = read_record(sort.kind, path, text)
    said = [*said, *more, *_known_already(sort.kind, name, names), *map(_doubt, found.problems)]
    return Plan(f"Add {_what(wanted.word)} {name}", (Created(path, text),), tuple(said))


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TEMPLATE = re.compile(r"\{\{.*\}\}|<%.*%>")
_LONGEST = 500


def plain_name(name: str) -> str:
    """The name without spaces around it. Raises CannotMake where it cannot be one."""
    name = name.strip()
    if not name:
        raise CannotMake("the name is empty", "Write one.")
    if _CONTROL.search(name):
        raise CannotMake(f"the name {printable(name)[:80]} holds control characters", "Type it anew.")
    if _TEMPLATE.search(name):
        raise CannotMake(f"the name {printable(name)[:80]} looks like a template", "Leave out the braces.")
    if len(name) > _LONGEST:
        raise CannotMake(f"the name is longer than {_LONGEST} characters", "Shorten it.")
    return name


def _filled(kind: Kind, template: Template, name: str, wanted: Wanted, fields: Sequence[Edit]) -> tuple[str, Record]:
    """The template filled in, with the fields set, and the record that it holds so far."""
    text = _checked(kind, template, name, wanted.now)
    try:
        text = edited("", text, fields, kind)
    except Unsafe as unsafe:
        raise CannotMake(str(unsafe), "Mend the template.", template.path) from None
    reading = read_record(kind, _dated(wanted.now.date()), text)
    if reading.record is None:
        raise _refused(reading.problems)
    return text, reading.record


def _checked(kind: Kind, template: Template, name: str, now: datetime) -> str:
    """The template filled in, and its faults told by their line in it."""
    try:
        text = filled(template.text, name, now, kind)
    except CannotFill as fault:
        raise CannotMake(fault.why, fault.advice, f"{template.path}:{fault.line}") from None
    field = _title(kind, template, text)
    texts = [getattr(item, "text", None) for item in field.items] if field else [name]
    if field and texts == [""]:
        text = edited("", text, (Set(field.key, name),), kind)
    elif field and texts != [name]:
        advice = f'Write {field.key}: "{{{{title}}}}".'
        raise CannotMake(f"`{field.key}` would not be the name", advice, f"{template.path}:{field.line}")
    reading = read_record(kind, _dated(now.date()), text)
    if reading.record is None:
        problem = _worst(reading.problems)
        raise CannotMake(problem.message, problem.advice, f"{template.path}:{problem.place.line}")
    return text


def _title(kind: Kind, template: Template, text: str) -> Field | None:
    """The field that holds the name, if there is one. Raises CannotMake where the text cannot be read."""
    try:
        fields = split("", text, kind).fields
    except Refused as refused:
        problem = refused.problem
        raise CannotMake(problem.message, problem.advice, f"{template.path}:{problem.place.line}") from None
    return fields.get(_title_field(kind)) if kind != "interaction" else None


def _dated(day: date) -> str:
    """A path that says the day, so that an entry without one can be read."""
    return f"{day} .md"


def _title_field(kind: Kind) -> str:
    return KINDS[kind].title_field


def _worst(problems: Sequence[Problem]) -> Problem:
    return next(problem for problem in problems if problem.severity == "error")


def _refused(problems: Sequence[Problem]) -> CannotMake:
    problem = _worst(problems)
    return CannotMake(problem.message, problem.advice)


def _named(kind: Kind, text: str, name: str, path: str) -> str:
    """The text with the exact name in its field, unless the record is called so anyway. Raises CannotMake."""
    reading = read_record(kind, path, text)
    if reading.record is not None and (kind == "interaction" or reading.record.called == name):
        return text
    try:
        text = edited(path, text, (Set(_title_field(kind), name),), kind)
    except Unsafe as unsafe:
        raise CannotMake(f"the name cannot be written into the file: {unsafe}", "Choose another.") from None
    reading = read_record(kind, path, text)
    if reading.record is None:
        raise _refused(reading.problems)
    if reading.record.called != name:
        raise CannotMake("the name cannot be written into the file", "Choose another.")
    return text


def _path(
    sort: Sort, folders: Folders, name: str, record: Record, names: Directory, taken: Taken
) -> tuple[str, list[str]]:
    """Where the file goes, and a word on it where that is not its plain name."""
    folder = getattr(folders, sort.folder)
    at = f"{name} at {_said(record.company)}" if isinstance(record, Lead) and record.company else name
    if not (stem := stem_of(at)):
        raise CannotMake(f"no file can be called {printable(name)}", "Use letters or digits.")
    if isinstance(record, Interaction):
        folder, stem = f"{folder}/{record.day.year:04d}", stem_of(f"{record.day} {stem}")
    day = record.day.isoformat() if isinstance(record, Interaction) else ""
    used = frozenset((*taken(folder, day), *(alike(one.stem) for one in names.of(sort.kind) if one.file)))
    free = unused(stem, used, _marks(record))
    said = f"{stem}.md is there already; this file is called {free}.md."
    return f"{folder}/{free}.md", [said] if free != stem else []


def _said(company: Link) -> str:
    """A company as it is called: the name of its file, or the whole text."""
    return company.text if company.linked else company.target


def _marks(record: Record) -> Iterator[str]:
    """What can tell a file from another of its name."""
    if isinstance(record, Person) and record.company and (company := stem_of(_said(record.company))):
        yield company


def _known_already(kind: Kind, name: str, names: Directory) -> Iterator[str]:
    """Entries that name somebody who had no file before."""
    if kind == "person":
        for one in names.of(kind):
            if one.file is None and alike(one.name) == alike(name) and one.entries:
                number = len(one.entries)
                entries = "1 entry names" if number == 1 else f"{number} entries name"
                yield f"{entries} {one.name} already."


def _doubt(problem: Problem) -> str:
    return f"{problem.message}. {problem.advice}"


def _what(word: str) -> str:
    return "news" if word == "news" else "the entry" if word == "entry" else f"the {word}"
