"""A new file as text: flat front matter, quoted where YAML would read something else, then the body."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from netfiles.text.scalars import scalar


class Plain(str):
    """A word that stands without quotes because its field gives it its type: yes, 30d, 2026-11-20T09:30."""

    __slots__ = ()


One: TypeAlias = str | int | date
Value: TypeAlias = One | tuple[One, ...] | None
Fields: TypeAlias = Mapping[str, Value]

IN_ONE_LINE = frozenset({"asked", "columns", "gave", "got", "interviews", "private", "tags"})
"""Short words, written as [one, two]; all other lists have a line per item."""
ALONE = (IN_ONE_LINE - {"tags"}) | {
    "with", "emails", "phones", "companies", "leads", "told", "thanks_for", "outcome_for", "introduced", "cards",
}  # fmt: skip
"""Lists that people write as a plain scalar as long as there is one item."""


def written(fields: Fields, body: str = "") -> str:
    """A whole file: the front matter without its empty fields, then the body."""
    lines = [line for name, value in fields.items() for line in _field(name, value)]
    text = "\n".join(["---", *lines, "---", ""])
    return text + (f"\n{body.strip()}\n" if body.strip() else "")


def link(stem: str, label: str = "") -> str:
    """A wikilink to a file by its stem."""
    return f"[[{stem}|{label}]]" if label and label != stem else f"[[{stem}]]"


def _field(name: str, value: Value) -> list[str]:
    if value is None or value in ("", ()):
        return []
    if not isinstance(value, tuple):
        return [f"{name}: {_one(value)}"]
    if len(value) == 1 and name in ALONE:
        return [f"{name}: {_one(value[0])}"]
    if name in IN_ONE_LINE:
        return [f"{name}: [{', '.join(_one(item, inside=True) for item in value)}]"]
    return [f"{name}:", *(f"  - {_one(item)}" for item in value)]


def _one(value: One, inside: bool = False) -> str:
    return str(value) if isinstance(value, Plain) or not isinstance(value, str) else scalar(value, inside)
