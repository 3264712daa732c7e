"""The JSON Schema of the export as JSON, made of the types of the fields."""

from collections.abc import Mapping
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from netfiles.exchange.outgoing.json_out import LISTS, SCHEMA
from netfiles.insights.leads import STAGES
from netfiles.insights.ties import Word
from netfiles.model import KINDS, Kind
from netfiles.model import fields as f
from netfiles.records.read import known_fields

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_DAY: Json = {"type": "string", "format": "date"}
_NUMBER: Json = {"type": "integer", "minimum": 0}
_TYPES: tuple[tuple[Any, Json], ...] = (
    (f.Text, _TEXT),
    (f.Date, _DAY),
    (f.Moment, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$"}),
    (f.Birthday, {"type": "string", "pattern": r"^(\d{4}|(\d{4}-)?\d{2}-\d{2})$"}),
    (f.Lasting, {"type": "string", "pattern": r"^(never|[1-9]\d*[dwmy])$"}),
    (f.Target, {"enum": ["A", "B", "C", "yes"]}),
    *[(kind, _NUMBER) for kind in (f.Minutes, f.Count, f.Motivation, f.Postings, f.Percent)],
)
"""What the fields that are not chosen of some words hold; all others are texts."""


def schema() -> Json:
    """The schema of everything."""
    lists = {name: _list({"$ref": f"#/$defs/{kind}"}) for name, kind in LISTS.items()}
    about = _object(schema={"const": SCHEMA}, version=_TEXT, today=_DAY)
    not_on_file = _object(name=_TEXT, last_contact=_or_null(_DAY), tie=_TIE, interactions=_FILES)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Everything in a vault of netfiles",
        **_object(netfiles=about, **lists, not_on_file=_list(not_on_file)),
        "$defs": {kind: _record(kind) for kind in KINDS} | _SHARED,
    }


def _record(kind: Kind) -> Json:
    return _object(
        file=_TEXT,
        called=_TEXT,
        fields=_object(**{name: _field(kind, name) for name in known_fields(kind)}),
        own_fields={"type": "object", "additionalProperties": {"anyOf": [_TEXT, _list(_TEXT)]}},
        body=_TEXT,
        derived=_object(**_DERIVED.get(kind, {})),
    )


def _field(kind: Kind, name: str) -> Json:
    if name == "private":
        return {"anyOf": [{"type": "boolean"}, _list(_TEXT)]}
    hints = get_type_hints(KINDS[kind], include_extras=True)
    hint = hints[name if name in hints else f"{name}_"]
    if get_origin(hint) is tuple:
        return _list(_item(get_args(hint)[0]))
    required = not hasattr(KINDS[kind], name)
    item = _item(hint)
    return item if required else _or_null(item)


def _item(hint: Any) -> Json:
    for type_, found in _TYPES:
        if hint in (type_, type_ | None):
            return found
    literal = _literal(hint)
    return {"enum": list(get_args(literal))} if literal else _TEXT


def _literal(hint: Any) -> Any:
    """The words that a field is chosen of, if it is."""
    if get_origin(hint) is Literal:
        return hint
    parts = [part for part in get_args(hint) if part is not NoneType]
    return next((found for part in parts if (found := _literal(part))), None)


def _object(**properties: Json) -> Json:
    """An object with all of these; a later version may add some."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(what: Json) -> Json:
    return {"anyOf": [what, {"type": "null"}]}


_TIE: Json = {"enum": list(get_args(Word))}
_FILES = _list(_TEXT)
_WHO: Json = {"$ref": "#/$defs/who"}
_PEOPLE = _list(_WHO)
_COMPANY = _or_null(_WHO)
_SHARED: Json = {
    "who": _object(name=_TEXT, file=_or_null(_TEXT)),
    "follow_up": _object(
        rule=_TEXT, due=_DAY, days_overdue={"type": "integer"}, text=_TEXT, file=_TEXT, line={"type": "integer"}
    ),
}
_DERIVED: Mapping[Kind, Mapping[str, Json]] = {
    "person": {
        "last_contact": _or_null(_DAY),
        "next_contact": _or_null(_DAY),
        "tie": _TIE,
        "company": _COMPANY,
        "introduced_by": _PEOPLE,
        "interactions": _FILES,
        "follow_ups": _list({"$ref": "#/$defs/follow_up"}),
    },
    "interaction": {
        "way": {"enum": list(get_args(f.Direction))},
        "people": _PEOPLE,
        "introduced": _PEOPLE,
        "companies": _list(_WHO),
        **dict.fromkeys(("leads", "thanks_for", "outcome_for", "told"), _FILES),
    },
    "company": {"people": _PEOPLE, "former_people": _PEOPLE, "interactions": _FILES, "leads": _FILES},
    "lead": {
        "stage": {"enum": list(STAGES)},
        "open": {"type": "boolean"},
        "company": _COMPANY,
        "heard_from": _PEOPLE,
        "referred_by": _PEOPLE,
        "heard_via": _or_null(_TEXT),
    },
    "goal": {"progress": _or_null(_TEXT), "done": {"type": ["number", "null"]}},
}
