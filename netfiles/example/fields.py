"""Front matter as text: flat fields, quoted wherever YAML would read something else."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias


class Plain(str):
    """A word that stands without quotes because its field gives it its type: yes, 30d, 2026-11-20T09:30."""

    __slots__ = ()


Scalar: TypeAlias = str | int | date
Value: TypeAlias = Scalar | tuple[Scalar, ...] | None
Fields: TypeAlias = Mapping[str, Value]

# Short words, written as [one, two]; all other lists have a line per item.
IN_ONE_LINE = frozenset({"asked", "columns", "gave", "got", "interviews", "private", "tags"})
# Lists that people write as a plain scalar as long as there is one item.
ALONE = IN_ONE_LINE | {"with", "emails", "phones", "companies", "leads", "told", "thanks_for", "cards"}

_NO_TEXT = re.compile(
    r"""(?ix) ( | ~ | null | y | n | yes | no | true | false | on | off
        | [-+]? ( \d [\d_]* (:[0-5]?\d)* (\.[\d_]*)? (e[-+]?\d+)? | \.\d[\d_]* | \.inf ) | \.nan
        | 0x[\da-f_]+ | 0b[01_]+ | 0o[0-7_]+
        | \d{4}-\d\d?-\d\d? ([t\s].*)? )"""
)
_STRUCTURE = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`=<] | :(\s|$) | \s\# | \s$ | [\x00-\x1f]""", re.VERBOSE)
_IN_LIST = re.compile(r"[,\[\]{}]")


def record(fields: Fields, body: str = "") -> bytes:
    """A whole file: the front matter without its empty fields, then the body."""
    lines = [line for name, value in fields.items() for line in _field(name, value)]
    text = "\n".join(["---", *lines, "---", ""])
    return (text + (f"\n{body.strip()}\n" if body.strip() else "")).encode()


def link(stem: str, label: str = "") -> str:
    """A wikilink to a file by its stem."""
    return f"[[{stem}|{label}]]" if label and label != stem else f"[[{stem}]]"


def scalar(value: Scalar, inside: bool = False) -> str:
    """One value as YAML; `inside` a one-line list commas and brackets need quotes too."""
    if isinstance(value, Plain) or not isinstance(value, str):
        return str(value)
    bare = not (_NO_TEXT.fullmatch(value) or _STRUCTURE.search(value) or (inside and _IN_LIST.search(value)))
    return value if bare else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _field(name: str, value: Value) -> list[str]:
    if value is None or value in ("", ()):
        return []
    if not isinstance(value, tuple):
        return [f"{name}: {scalar(value)}"]
    if len(value) == 1 and name in ALONE:
        return [f"{name}: {scalar(value[0])}"]
    if name in IN_ONE_LINE:
        return [f"{name}: [{', '.join(scalar(item, inside=True) for item in value)}]"]
    return [f"{name}:", *(f"  - {scalar(item)}" for item in value)]
