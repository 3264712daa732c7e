"""The fields of a record as texts that read back as the same values."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from keyword import iskeyword
from typing import get_args, get_type_hints

from netfiles.model import KINDS, Kind, Link, PartialDate, PastCompany, Private, Record, When
from netfiles.records.read import known_fields

Written = str | tuple[str, ...]


def field_texts(record: Record, brackets: bool = True) -> Mapping[str, Written]:
    """Every field of the format under its own name: a text, or those of a list; empty where the file says nothing.

    Without `brackets` links are the names they lead to, where these read back as the same.
    """
    texts = {**_unwritten(record.kind)}
    for attribute, value in record.__dict__.items():  # what a file does not say is not in there
        name = attribute.rstrip("_")
        if name in texts:
            texts[name] = _written(name, value, brackets)
    return texts


def field_text(record: Record, name: str) -> Written:
    """One of them."""
    return _written(name, getattr(record, attribute_of(name)), True)


@cache
def numbers(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind that hold numbers."""
    hints = get_type_hints(KINDS[kind])
    return tuple(
        name for name in known_fields(kind) if int in get_args(hint := hints[attribute_of(name)]) or hint is int
    )


def attribute_of(name: str) -> str:
    """The attribute of a record that holds a field."""
    return f"{name}_" if iskeyword(name) else name


@cache
def _unwritten(kind: Kind) -> Mapping[str, Written]:
    """The texts of the fields that a file does not bear."""
    record = KINDS[kind]
    return {name: _written(name, getattr(record, attribute_of(name), None), True) for name in known_fields(kind)}


def _written(name: str, value: object, brackets: bool) -> Written:
    bare = not brackets and name != "told"  # a text there is no news, but an accomplishment
    if isinstance(value, Private):
        return value.fields or (("yes",) if value.whole else ())
    if type(value) is tuple:
        return tuple([_text(item, bare) for item in value])
    return _text(value, bare)


def _text(value: object, bare: bool) -> str:
    match value:
        case str():
            return value
        case None:
            return ""
        case When():
            return _moment(value)
        case date():
            return value.isoformat()
        case PartialDate(year, None, _) if year:
            return f"{year:04d}"
        case PastCompany():
            return _past(value, bare)
        case Link():
            return _link(value, bare)
    return str(value)


def _moment(when: When) -> str:
    """`2026-11-20`, `2026-11-20T09:30`."""
    if when.at is None:
        return when.day.isoformat()
    return f"{when.day}T{when.at.isoformat('seconds' if when.at.second else 'minutes')}"


def _link(link: Link, bare: bool) -> str:
    return link.target if bare and not (link.label or link.heading) else str(link)


def _past(past: PastCompany, bare: bool) -> str:
    of_years = past.years is None and past.company.target.endswith(")")  # a name that would be read as one with years
    company = _link(past.company, bare and not of_years)
    return str(past._replace(company=Link(company, linked=False)))
