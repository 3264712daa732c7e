"""Values as YAML: quoted wherever YAML would read something else."""

import re
from typing import Literal

Style = Literal["plain", "single", "double"]

_NO_TEXT = re.compile(
    r"""(?ix) ( | ~ | null | y | n | yes | no | true | false | on | off
        | [-+]? ( \d [\d_]* (:[0-5]?\d)* (\.[\d_]*)? (e[-+]?\d+)? | \.\d[\d_]* | \.inf ) | \.nan
        | 0x[\da-f_]+ | 0b[01_]+ | 0o[0-7_]+
        | \d{4}-\d\d?-\d\d? ([t\s].*)? )"""
)
_STRUCTURE = re.compile(
    r"""^[\s\-?:,\[\]{}#&*!|>'%@`="<] | :(\s|$) | \s\# | \s$ | [\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]""",
    re.VERBOSE,
)
_IN_LIST = re.compile(r"[,\[\]{}]")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_TYPED = re.compile(r"yes|no|\d{4}-\d\d-\d\d([T ]\d\d:\d\d)?|[1-9]\d{0,8}|0")


def scalar(value: str, inside: bool = False, typed: bool = False) -> str:
    """A text as one value on one line; `inside` a one-line list commas and brackets need quotes too.

    `typed`: the field gives its type to a date, a number or a yes, so that it stands without quotes.
    """
    if typed and _TYPED.fullmatch(value):
        return value
    return value if plain(value, inside) and not _NO_TEXT.fullmatch(value) else quoted(value)


def plain(value: str, inside: bool = False) -> bool:
    """Whether YAML reads a text without quotes as just that text, or as what it looks like."""
    return bool(value) and not (_STRUCTURE.search(value) or (inside and _IN_LIST.search(value)))


def quoted(value: str) -> str:
    """A text between double quotes."""
    return '"' + _ESCAPED.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04x}", value) + '"'


def in_style(value: str, style: Style, inside: bool = False) -> str:
    """A text in the way the value before it was written, where that can be."""
    if style == "single" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return quoted(value) if style == "double" else scalar(value, inside, typed=True)
