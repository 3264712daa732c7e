"""Front matter of the plainest kind, read line by line: of every line it is beyond doubt what YAML makes of it.

Nearly all front matter is of this kind, and YAML would take most of the time of reading a vault.
"""

import re

from netfiles.text.document import Field, Scalar

_LINE = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +([^ ].*))?|( *- +)([^ ].*)")
# A letter, digit or sign that is no sign of YAML begins a plain text; a colon or # beside a space would end it.
_PLAIN = re.compile(r"(?:[^\W_]|[+(/$€])(?!.*(?::(?: |$)| #)).*")
_QUOTED = re.compile(r""""([^"\\]*)"|'([^']*)'""")
_FLOW = re.compile(r"\[ *[^\W_][^][{}\"'#:,&*!|>%@`?\\]*(?:, *[^\W_][^][{}\"'#:,&*!|>%@`?\\]*)*\]")
_NO_NAMES = frozenset(("true", "false", "null"))


def plain_fields(block: str) -> dict[str, Field] | None:
    """The fields of a front matter that begins on line 2; None where YAML has to be asked."""
    if not block.replace("\n", "").isprintable():
        return None
    fields: dict[str, Field] = {}
    lists: dict[str, list[Scalar]] = {}
    name, indent = "", -1  # of the list that may go on
    for number, line in enumerate(block.split("\n"), 2):
        match = _LINE.fullmatch(text) if (text := line.rstrip(" ")) else None
        if match is None:
            if text:
                return None
        elif match[1] is None:
            item = _scalar(match[4], number, match.start(4) + 1)
            if item is None or not name or indent not in (-1, match[3].index("-")):
                return None
            indent = match[3].index("-")
            lists.setdefault(name, []).append(item)
        else:
            field = _field(match[1], match[2], number, match.start(2) + 1)
            if field is None or field.key in fields:
                return None
            fields[field.key] = field
            name, indent = ("", -1) if match[2] else (field.key, -1)
    for name, items in lists.items():
        fields[name] = fields[name]._replace(items=tuple(items), is_list=True)
    return fields


def _field(name: str, value: str | None, line: int, column: int) -> Field | None:
    if name.lower() in _NO_NAMES:
        return None
    if value is None:
        return Field(name, line, 1, (Scalar("", line, len(name) + 2, True),))
    if value[0] == "[":
        items = _flow(value, line, column)
        return Field(name, line, 1, items, is_list=True) if items else None
    scalar = _scalar(value, line, column)
    return Field(name, line, 1, (scalar,)) if scalar else None


def _scalar(value: str, line: int, column: int) -> Scalar | None:
    if _PLAIN.fullmatch(value):
        return Scalar(value, line, column, value == "null")
    if quoted := _QUOTED.fullmatch(value):
        return Scalar((quoted[1] or quoted[2] or "").strip(), line, column)
    return None


def _flow(value: str, line: int, column: int) -> tuple[Scalar, ...]:
    """The items of `[a, b]`, none where they are not plain."""
    if not _FLOW.fullmatch(value):
        return ()
    items: list[Scalar] = []
    at = 1
    for part in value[1:-1].split(","):
        text = part.strip(" ")
        items.append(Scalar(text, line, column + at + part.index(text), text == "null"))
        at += len(part) + 1
    return tuple(items)
