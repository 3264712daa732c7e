"""The values of a record from the texts of its fields, by pydantic's validator, which tells all faults at once."""

from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from netfiles.model import KINDS, Kind
from netfiles.model.fields import Parsed


@cache
def list_fields(kind: Kind) -> dict[str, bool]:
    """The fields of a kind by their attribute, and whether each is a list."""
    return {name: get_origin(hint) is tuple for name, hint in _hints(kind).items()}


@cache
def validator(kind: Kind) -> SchemaValidator:
    """Makes a dict of values of a dict of texts; raises pydantic_core.ValidationError.

    This is the part of pydantic that validates. All of it would take four times as long to import, which every
    command that reads a changed file would feel, and would make records that are larger and slower to load.
    """
    fields = {
        name: core_schema.typed_dict_field(_schema(hint), required=not hasattr(KINDS[kind], name))
        for name, hint in _hints(kind).items()
    }
    return SchemaValidator(core_schema.typed_dict_schema(fields))


@cache
def _hints(kind: Kind) -> dict[str, Any]:
    """The annotations of the fields, without those of what is no field and without `| None`."""
    hints = get_type_hints(KINDS[kind], include_extras=True)
    return {
        name: _without_none(hint)
        for name, hint in hints.items()
        if name not in ("kind", "title_field", "origin", "private")
    }


def _without_none(hint: Any) -> Any:
    kept = [part for part in get_args(hint) if part is not NoneType]
    return kept[0] if len(kept) < len(get_args(hint)) and not hasattr(hint, "__metadata__") else hint


def _schema(hint: Any) -> CoreSchema:
    if get_origin(hint) is tuple:
        return core_schema.tuple_variable_schema(_schema(get_args(hint)[0]))
    parsed = next((part for part in getattr(hint, "__metadata__", ()) if isinstance(part, Parsed)), None)
    return core_schema.no_info_plain_validator_function(parsed.parse) if parsed else core_schema.str_schema()
