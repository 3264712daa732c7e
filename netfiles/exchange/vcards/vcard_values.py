"""The texts within the value of a property: parts and lists apart, escapes undone, control signs left out."""

import re

from netfiles.records.validate import validator

MOST_SIGNS = 500
"""Signs that one value of a field may have here; what is longer is kept as notes are."""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPE_OR_SIGN = re.compile(r"\\.|[;,]", re.DOTALL)
_MEANT = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\", ":": ":"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85]")


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[0]), text)


def split(text: str, sign: str) -> list[str]:
    """A text at each `sign` that is not escaped; the escapes stay."""
    if "\\" not in text:
        return text.split(sign)
    pieces, start = [], 0
    for found in _ESCAPE_OR_SIGN.finditer(text):
        if found[0] == sign:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]]


def plain(text: str) -> str:
    """A value of several lines, without control signs."""
    if text.isprintable() and "\\" not in text:
        return text.strip()
    return _CONTROL.sub("", _BREAKS.sub("\n", _unescaped(text))).strip()


def one_line(text: str, between: str = " ") -> str:
    """A value on one line; `between` stands where it went on to another."""
    if text.isprintable() and "\\" not in text and "  " not in text:
        return text.strip()
    lines = (" ".join(line.split()) for line in plain(text).split("\n"))
    return between.join(line for line in lines if line)


def listed(text: str) -> list[str]:
    """The items of a value, each on one line, without the empty ones."""
    return [item for part in split(text, ",") if (item := one_line(part))]


def parts(text: str, between: str = " ") -> list[str]:
    """The parts of a value, each on one line."""
    return [one_line(part, between) for part in split(text, ";")]


def fits(field: str, text: str) -> bool:
    """Whether a field of a person takes the text; one item of it, where it is a list."""
    if len(text) > MOST_SIGNS or not text or "{{" in text or "<%" in text:  # a template that was not filled in
        return False
    known = validator("person")
    try:
        known.validate_python({field: (text,) if field in _LISTS else text})
    except ValueError:
        return False
    return True


_LISTS = frozenset(("emails", "phones", "addresses", "links", "tags", "aliases"))

_NO_TAG = re.compile(r"[^\w/-]+")


def tag(word: str) -> str:
    """A category as Obsidian's tags are written: no spaces, no marks, not digits alone; empty where nothing is left."""
    said = _NO_TAG.sub("-", word.strip().lstrip("#").replace("'", "").replace("’", "")).strip("-/")
    said = re.sub(r"-{2,}", "-", re.sub(r"/{2,}", "/", said)) if said != word else said
    return f"tag-{said}" if said and not re.search(r"[^\W\d]|_", said) else said


def short(text: str) -> str:
    """A value as a remark names it."""
    shown = one_line(text.replace("\\", "\\\\"))
    return shown if len(shown) <= 80 else f"{shown[:79]}…"
