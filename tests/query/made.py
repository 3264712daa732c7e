"""Somebody whom queries can be asked of, made of a name and what the fields hold."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Somebody(NamedTuple):
    """Plain texts, as `Subject` has them."""

    names: str
    facts: str
    notes: str
    held: Mapping[str, Sequence[str]]

    def values(self, field: str) -> Sequence[str]:
        return self.held.get(field, ())


def subject(name: str = "", notes: str = "", **held: Sequence[str]) -> Somebody:
    """A person of this name; `has_` and `is_` are the fields `has` and `is`."""
    fields = {field.rstrip("_"): values for field, values in held.items()}
    facts = "\n".join(text for field in ("company", "title", "tag") for text in fields.get(field, ()))
    return Somebody(name.lower(), facts, notes, {"name": [name.lower()], "note": [notes], **fields})
