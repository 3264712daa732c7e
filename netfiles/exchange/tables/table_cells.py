"""What stands in a cell: its texts apart, and whether a field of the format takes them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from netfiles.exchange.outgoing.csv_out import parted
from netfiles.exchange.tables.table_remarks import one_line
from netfiles.exchange.vcards.vcard_values import tag
from netfiles.records.read import known_fields
from netfiles.records.validate import validator

_JOINED = r"\s+:::\s+"
_SPLIT = {
    "emails": re.compile(rf"{_JOINED}|[;,\n]|\s+(?=[^\s<]+@)"),
    "phones": re.compile(rf"{_JOINED}|[;\n]"),
    "links": re.compile(rf"{_JOINED}|\n|[;,]\s+|\s+(?=https?://)"),
    "tags": re.compile(rf"{_JOINED}|[;,\n]"),
    "aliases": re.compile(rf"{_JOINED}|[;\n]"),
    "addresses": re.compile(_JOINED),
}
_LISTED = re.compile(r";\s|\n")
_NO_GROUPS = frozenset(("mycontacts", "my contacts"))
_MOST_ITEMS = 100
_LONGEST = 2_000
_LISTS = known_fields("person")


def split_texts(field: str, text: str) -> list[str]:
    """The texts that a cell of a field holds, each on one line; those of a group that every contact is in left out."""
    if not _LISTS.get(field):
        return [one for part in re.split(_JOINED, text) if (one := one_line(part))]
    parts = (_SPLIT.get(field) or _LISTED).split(text)
    texts = [one for part in parts if (one := one_line(part, ", " if field == "addresses" else " "))]
    return [word for one in texts if (word := _tag(one))] if field == "tags" else texts


def own_texts(field: str, text: str) -> list[str]:
    """The texts that a cell of a table holds which netfiles wrote."""
    if not _LISTS.get(field):
        return [one_line(text)]
    return [one_line(one) for one in parted(text) if one.strip()]


def _tag(text: str) -> str:
    """A tag as Obsidian writes it, without the mark of a group of Google's."""
    bare = text.removeprefix("* ")
    return "" if text != bare and bare.casefold() in _NO_GROUPS else tag(bare)


def fits(field: str, text: str) -> bool:
    """Whether a field of a person takes a text."""
    return len(text) <= _LONGEST and _takes(field, text)


def many(texts: list[str]) -> bool:
    """Whether there are more texts than a field should hold."""
    return len(texts) > _MOST_ITEMS


@lru_cache(20_000)
def _takes(field: str, text: str) -> bool:
    if field == "phones" and not any(map(str.isdecimal, text)):
        return False
    if field == "private":
        return text.casefold() in ("yes", "true") or text in _LISTS
    given: Mapping[str, object] = {field: (text,) if _LISTS[field] else text}
    try:
        validator("person").validate_python(given)
    except ValueError:
        return False
    return True
