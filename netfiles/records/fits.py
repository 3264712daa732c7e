"""Whether a field of a record takes a text."""

from pydantic_core import ValidationError

from netfiles.model import Kind
from netfiles.records.validate import list_fields, validator


def fits(kind: Kind, field: str, text: str) -> bool:
    """Whether the field of that name takes this text, alone or as one of its list; no unknown field takes any."""
    lists = list_fields(kind)
    if field not in lists or not text:
        return False
    value = (text,) if lists[field] else text
    needed = {"date": "2000-01-01"} if kind == "interaction" else {}
    try:
        validator(kind).validate_python({**needed, field: value})
    except ValidationError:
        return False
    return True
