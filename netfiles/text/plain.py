"""Front matter of the plainest kind, read line by line: of every line it is beyond doubt what YAML makes of it.

Nearly all front matter is of this kind, and YAML would take most of the time of reading a vault.
"""

import re

from netfiles.text.document import Field, Scalar

# A name or a dash; then a plain text, a quoted one, or a list in brackets. A letter, digit or sign that means nothing
# in YAML begins a plain text; a colon before or a # after a space would end it.
_LINE = re.compile(
    r"(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +|$)|( *)- +)"
    r"""(?:((?:[^\W_]|[+(/$€])(?!.*(?::(?: |$)| #)).*)|"([^"\\]*)"|'([^']*)'|(\[.*\]))?"""
)
_NO_NAMES = frozenset(("true", "false", "null"))
_LIST = re.compile(r"\[ *{0}(?:, *{0})*\]".format(r"[^\W_][^][{}\"'#:,&*!|>%@`?\\]*"))


def plain_fields(block: str) -> dict[str, Field] | None:
    """The fields of a front matter that begins on line 2; None where YAML has to be asked."""
    if not block.replace("\n", "").isprintable():
        return None
    fields: dict[str, Field] = {}
    lists: dict[str, list[Scalar]] = {}
    name, indent = "", None  # of the list that may go on
    for number, line in enumerate(block.split("\n"), 2):
        if not (text := line.rstrip(" ")):
            continue
        match = _LINE.fullmatch(text)
        items = _items(match, number) if match else None
        if match is None or items is None:
            return None
        if match[1] is None:
            if not (name and len(items) == 1 and match[6] is None and indent in (None, match[2])):
                return None
            indent = match[2]
            lists.setdefault(name, []).append(items[0])
            continue
        if match[1] in fields or match[1].lower() in _NO_NAMES:
            return None
        name, indent = match[1] if not items else "", None
        empty = Scalar("", number, len(match[1]) + 2, True)
        fields[match[1]] = Field(match[1], number, 1, items or (empty,), match[6] is not None)
    for name, found in lists.items():
        fields[name] = fields[name]._replace(items=tuple(found), is_list=True)
    return fields


def _items(match: re.Match[str], line: int) -> tuple[Scalar, ...] | None:
    """What stands on a line after its name or dash; None where that is not plain."""
    if (plain := match[3]) is not None:
        return (Scalar(plain, line, match.start(3) + 1, plain == "null"),)
    if match[6] is not None:
        return _listed(match[6], line, match.start(6) + 1)
    if (quoted := match[4] if match[4] is not None else match[5]) is not None:
        return (Scalar(quoted.strip(), line, match.start(match.lastindex or 0)),)
    return ()


def _listed(value: str, line: int, column: int) -> tuple[Scalar, ...] | None:
    """The items of `[a, b]`."""
    if not _LIST.fullmatch(value):
        return None
    items: list[Scalar] = []
    column += 1
    for part in value[1:-1].split(","):
        text = part.strip(" ")
        items.append(Scalar(text, line, column + part.index(text), text == "null"))
        column += len(part) + 1
    return tuple(items)
