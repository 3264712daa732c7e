"""From the text of one file to its record and the problems found on the way."""

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic_core import ValidationError

from netfiles.model import KINDS, Kind, Origin, Private, Record
from netfiles.model.fields import Stage, Unfit
from netfiles.problems import Place, Problem, printable
from netfiles.records.goal_doubts import COUNTING, in_words, not_counted
from netfiles.records.plausible import doubts
from netfiles.records.spelling import meant, meant_private
from netfiles.records.validate import list_fields, validator
from netfiles.text import markdown
from netfiles.text.document import Document, Field, Nested, Scalar
from netfiles.text.frontmatter import Refused, split
from netfiles.text.targets import from_the_top


class Reading(NamedTuple):
    """What came of one file: a record or none, and the problems. `private`: the text speaks of privacy."""

    record: Record | None
    problems: tuple[Problem, ...]
    private: bool = False


def read_record(kind: Kind, path: str, text: str, checksum: str = "") -> Reading:
    """The record in `text` (newlines `\\n`, no BOM); an error among the problems means no record."""
    if not text.strip():
        return Reading(
            None, (Problem("NF104", Place(path), "The file is empty", "Write a record, or delete the file."),)
        )
    try:
        document = split(path, text, kind)
    except Refused as refused:
        return Reading(None, (_shown(refused.problem),), _speaks_of_privacy(text))
    problems = [*document.problems]
    values, origin = _values(kind, path, document, problems), _origin(path, document, checksum, problems)
    record = _record(kind, values, origin, document, problems)
    if record is not None:
        problems += doubts(record)
    if any(p.severity == "error" and p.code != "NF306" for p in problems):
        record = None
    return Reading(record, tuple(map(_shown, problems)), record is None and _speaks_of_privacy(text))


def _speaks_of_privacy(text: str) -> bool:
    return re.search(r"privat|^[ \t]*\W?priv", text, re.MULTILINE | re.IGNORECASE) is not None


_MAX_SAID = 400


def _shown(problem: Problem) -> Problem:
    """The problem on one line, a long value cut in its middle: what is refused is not shown at length."""
    message, advice = (
        text if len(text) <= _MAX_SAID else f"{text[: _MAX_SAID // 2]} … {text[-_MAX_SAID // 4 :]}"
        for text in (printable(problem.message), printable(problem.advice))
    )
    return replace(problem, message=message, advice=advice)


def _origin(path: str, document: Document, checksum: str, problems: list[Problem]) -> Origin:
    lines: dict[str, int] = {}
    for key, field in document.fields.items():
        lines[key] = field.line
        if field.is_list:
            lines.update((f"{key}.{n}", item.line) for n, item in enumerate(_written(field)))
    if markdown.too_dense(document.body):
        problems.append(
            Problem(
                "NF212",
                Place(path, document.body_line),
                "The body is too long or too full of brackets to be formatted",
                "It is shown as plain text, and its links and tasks are not read; split the note.",
            )
        )
    found = markdown.facts(document.body, document.body_line)
    links = tuple([of._replace(link=of.link._replace(target=from_the_top(of.link.target, path))) for of in found.links])
    marks, body, body_line = _as_json(lines), document.body, document.body_line
    return Origin(path, checksum, marks, body, body_line, found.heading, links, found.tasks)


_as_json = json.JSONEncoder(separators=(",", ":")).encode


def _written(field: Field) -> list[Scalar]:
    """The items that say something."""
    return [item for item in field.items if isinstance(item, Scalar) and item.text and not item.empty]


_RENAMED = {"with": "with_"}


@cache
def known_fields(kind: Kind) -> dict[str, bool]:
    """The fields of a kind, as the owner writes them, and whether each is a list."""
    written = {model: file for file, model in _RENAMED.items()}
    return {written.get(name, name): is_list for name, is_list in list_fields(kind).items()} | {"private": True}


_MAX_ITEMS = 5_000
_MAX_SPELLED = 500


def _values(kind: Kind, path: str, document: Document, problems: list[Problem]) -> dict[str, Any]:
    """The known fields as texts or tuples of texts; the rest is the owner's."""
    known = known_fields(kind)
    values: dict[str, Any] = {}
    for key, field in document.fields.items():
        if key not in known:
            problems += _unknown(known if len(document.fields) <= _MAX_SPELLED else {}, path, field)
            continue
        if field.bare_link:
            problems.append(_bare_link(path, field))
        texts = tuple([item.text for item in _written(field)])
        if len(texts) < len(field.items) and (nested := _nested(field)):
            flat = "Fields are flat: write texts only, one to a line."
            problems.append(_shape(path, field, nested, "holds a map or a list in a list", flat))
            continue
        if len(field.items) > _MAX_ITEMS:
            said = f"holds more than {_MAX_ITEMS:,} values"
            problems.append(_shape(path, field, field.items[_MAX_ITEMS], said, "Put the rest into the body."))
            continue
        if kind == "goal" and key in COUNTING and len(texts) > 1:
            place, said = Place(path, field.line, field.column), f"`{key}` holds more than one value"
            problems.append(not_counted(place, said, "Write one value."))
            continue
        if key == "name":
            problems += _name(path, field, texts)
        if kind == "lead" and key == "stage" and (several := _stages(texts)):
            problems.append(_two_stages(path, field, several))
            continue
        if known[key]:
            values[key] = texts
        elif len(texts) > 1:
            problems.append(_shape(path, field, field.items[0], "holds more than one value", "Write one value."))
        elif texts:
            values[key] = texts[0]
    return values


def _stages(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The stages that a lead is said to be at, where they are several: in a list, or parted by signs."""
    words = tuple(word for text in texts for word in re.split(r"[\s,;/|+&]+", text.lower()) if word)
    return words if len(set(words)) > 1 and set(words) <= set(get_args(Stage)) else ()


def _two_stages(path: str, field: Field, stages: tuple[str, ...]) -> Problem:
    item = field.items[0] if field.items else field
    return Problem(
        "NF322",
        Place(path, item.line, item.column),
        f"A lead is at one stage, and `stage` holds {len(stages)}: {', '.join(stages[:5])}",
        "Keep the one it is at now; until then the newest of its dates tells the stage.",
    )


def _nested(field: Field) -> Nested | None:
    return next((item for item in field.items if isinstance(item, Nested)), None)


def _unknown(known: dict[str, bool], path: str, field: Field) -> list[Problem]:
    place = Place(path, field.line, field.column)
    if meant_private(field.key):
        return [
            Problem(
                "NF316",
                place,
                f"`{field.key}` looks like `private`; the whole record counts as private",
                "Write `private: yes`, `private: no`, or the names of fields.",
            )
        ]
    near = meant(field.key, tuple(known))
    if near is None:
        return []
    return [
        Problem(
            "NF305",
            place,
            f"`{field.key}` is not a field here and is not read: did you mean `{near}`?",
            f"Rename it to `{near}`, or keep it: unknown fields are yours.",
        )
    ]


def _bare_link(path: str, field: Field) -> Problem:
    written = next((i.text for i in field.items if isinstance(i, Scalar) and i.text.startswith("[[")), "[[…]]")
    return Problem(
        "NF308",
        Place(path, field.line, field.column),
        f"The link in `{field.key}` should be in quotes; it is read as a link",
        f'Write {field.key}: "{written}"; without quotes Obsidian does not see it as a link.',
    )


def _shape(path: str, field: Field, item: Scalar | Nested, said: str, advice: str) -> Problem:
    number = f"[{field.items.index(item) + 1}]" if field.is_list and isinstance(item, Nested) else ""
    return Problem("NF301", Place(path, item.line, item.column), f"`{field.key}{number}` {said}", advice)


_MAX_NAME = 500
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _name(path: str, field: Field, texts: tuple[str, ...]) -> list[Problem]:
    name = texts[0] if texts else ""
    if not name:
        said, advice = "`name` is empty", "Write the name, or remove the field: then the file's name is used."
    elif len(name) > _MAX_NAME:
        said, advice = f"`name` is longer than {_MAX_NAME} characters", "Shorten it and put the rest into the body."
    elif _CONTROL.search(name):
        said, advice = "`name` holds control characters", "Type the name anew."
    else:
        return []
    item = field.items[0] if field.items else field
    return [Problem("NF304", Place(path, item.line, item.column), said, advice)]


def _record(
    kind: Kind, values: dict[str, Any], origin: Origin, document: Document, problems: list[Problem]
) -> Record | None:
    private, unclear = _private(kind, values.pop("private", ()), origin, document)
    problems += unclear
    if kind == "interaction" and "date" not in values and (named := re.match(r"\d{4}-\d{2}-\d{2}", origin.stem)):
        values["date"] = named[0]
    if any(problem.code == "NF331" for problem in problems):
        values = in_words(values)
    for key in values.keys() & _RENAMED.keys():
        values[_RENAMED[key]] = values.pop(key)
    try:
        return KINDS[kind](origin=origin, private=private, **validator(kind).validate_python(values))
    except ValidationError as error:
        faults = error.errors(include_url=False)
    problems += [_said(kind, fault, origin) for fault in faults]
    if kind != "goal" or not {fault["loc"][0] for fault in faults} <= COUNTING:
        return None
    return KINDS[kind](origin=origin, private=private, **validator(kind).validate_python(in_words(values)))


_OPEN = Private()


def _private(kind: Kind, texts: tuple[str, ...], origin: Origin, document: Document) -> tuple[Private, list[Problem]]:
    """What `private` says; whatever is not clear counts as yes."""
    if any(map(meant_private, document.fields.keys() - known_fields(kind).keys())):
        return Private(whole=True), []
    words = tuple([text.lower() for text in texts])
    if "private" not in document.fields or words in (("no",), ("false",)):
        return _OPEN, []
    if words in (("yes",), ("true",)):
        return Private(whole=True), []
    if words and set(words) <= set(known_fields(kind)) - {"private"}:
        return Private(fields=words), []
    problem = Problem(
        "NF306",
        origin.place("private"),
        f"`private: {', '.join(texts)}` is not clear; the whole record counts as private",
        "Write yes, no, or the names of the fields to leave out.",
    )
    return Private(whole=True), [problem]


def _said(kind: Kind, fault: Any, origin: Origin) -> Problem:
    """A pydantic error as a problem: field, value and advice in plain words, at the line of the value."""
    where = [part for part in fault["loc"] if isinstance(part, str | int)]
    name = str(where[0]).rstrip("_")
    item = next((part for part in where[1:] if isinstance(part, int)), None)
    if fault["type"] == "missing":
        advice = "Add `date: 2026-11-20`, or begin the file's name with the date."
        return Problem("NF303", origin.place(), f"`{name}` is missing", advice)
    unfit = fault.get("ctx", {}).get("error")
    number = f"[{item + 1}]" if item is not None else ""
    if isinstance(unfit, Unfit) and kind == "goal" and name in COUNTING:
        return not_counted(origin.place(name), f"`{name}`: {unfit.message}", unfit.advice)
    if isinstance(unfit, Unfit):
        return Problem(unfit.code, origin.place(name, item), f"`{name}{number}`: {unfit.message}", unfit.advice)
    return Problem(
        "NF302", origin.place(name, item), f"`{name}{number}`: {fault['msg']}", "Look the field up in the format."
    )
