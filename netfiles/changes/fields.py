"""Fields as they are given on the command line, to edits: names checked, links written as links."""

import re
from collections.abc import Iterable, Mapping

from netfiles.errors import CannotMake
from netfiles.index.resolve import AIMS, Aim
from netfiles.insights.directory import Directory, find
from netfiles.model import KINDS, Kind, Link
from netfiles.model.fields import WIKILINK
from netfiles.problems import printable
from netfiles.records.read import known_fields
from netfiles.records.spelling import meant, meant_private
from netfiles.text.edits import Edit, Remove, Set
from netfiles.text.written import link

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,99}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TEXTS_OR_LINKS = frozenset(("company", "companies", "past_companies", "told"))
"""Fields that may hold plain text: it becomes a link only where that finds a file."""


def given(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """`field=value` texts by field, all values of one together; an empty value stands for none. Raises CannotMake."""
    fields: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not _NAME.fullmatch(name.strip()):
            raise CannotMake(f"`{printable(text)}` is not a field with a value", "Write it as -f location=Boston.")
        if _CONTROL.search(value):
            raise CannotMake(f"the value of `{name.strip()}` holds control characters", "Type it anew.")
        fields[name.strip()] = (*fields.get(name.strip(), ()), *filter(None, (value.strip(),)))
    return fields


def values_of(kind: Kind, fields: Mapping[str, tuple[str, ...]], names: Directory) -> tuple[list[Edit], list[str]]:
    """The edits that give these fields their values, and what to say of them. Raises CannotMake."""
    known = known_fields(kind)
    edits: list[Edit] = []
    said: list[str] = []
    for name, values in fields.items():
        if name not in known:
            said.append(_of_ones_own(kind, name, tuple(known)))
        if len(values) > 1 and not known.get(name, True):
            raise CannotMake(f"`{name}` takes one value, and {len(values)} are given", "Give one.")
        edits.append(_edit(name, tuple(as_written(kind, name, value, names) for value in values)))
    return edits, said


def _edit(name: str, values: tuple[str, ...]) -> Edit:
    if not values:
        return Remove(name)
    return Set(name, values[0] if len(values) == 1 else values)


def _of_ones_own(kind: Kind, name: str, known: tuple[str, ...]) -> str:
    near = "private" if meant_private(name) else meant(name, known)
    if near:
        raise CannotMake(f"`{name}` is not a field here", f"Did you mean `{near}`?")
    return f"`{name}` is no field of {KINDS[kind].__name__.lower()} files: it is yours, kept and not read."


def as_written(kind: Kind, name: str, value: str, names: Directory) -> str:
    """A value as it stands in the file: where the field holds links, as a link to the file that is meant."""
    aim = next((aim for aim in AIMS.get(kind, ()) if aim.field == name), None)
    if aim is None or WIKILINK.fullmatch(value):
        return value
    return _linked(aim, value, names)


def _linked(aim: Aim, value: str, names: Directory) -> str:
    found = find(names.names(), value, (aim.to,))
    if found is not None:
        return link(names.listed[found].stem)
    plain = aim.field in _TEXTS_OR_LINKS or re.search(r"[\[\]|#\n]", value)
    return value if plain else link(Link(value).target)
