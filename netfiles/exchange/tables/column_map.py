"""Which field each column of a table is: by its source, its name, what stands in it, and what the owner says."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.tables.column_words import FIELDS, PARTS_OF_ADDRESS, field_of, meant, normal
from netfiles.exchange.tables.table_remarks import shown
from netfiles.exchange.tables.table_sources import TABLE, Source
from netfiles.exchange.tables.tables import Row

_SAMPLE = 200
_MOST = 0.8


class Column(NamedTuple):
    """A column: its name, the field it is, and the first thing that stands in it.

    `field` is one of `FIELDS`, or `label`: what the others of its `group` are called. Parts of an address of one group
    make up one.
    """

    name: str
    field: str
    example: str = ""
    group: str = ""
    place: int = 0


def map_columns(
    name: str, header: Row, sample: Sequence[Row], source: Source, said: Mapping[str, str]
) -> tuple[Column, ...]:
    """The columns of a table with the fields they are; raises CannotRead where nobody has a name."""
    names = _apart(header.cells)
    told = _told(name, names, said)
    columns = [_column(place, one, sample, source) for place, one in enumerate(names)]
    columns = _names(_titles(columns))
    columns = [
        one._replace(field=told[normal(one.name)], group="") if normal(one.name) in told else one for one in columns
    ]
    if not {"name", "first", "last"} & {one.field for one in columns}:
        seen = ", ".join(f"`{shown(one)}`" for one in names if one)
        hint = f"--column '{shown(names[0]) if names else 'COLUMN'}=name'"
        why = f"no column is the name of a person; the columns are {seen or 'without names'}"
        raise CannotRead(name, why, f"Say which one is: {hint}.", header.line)
    return tuple(columns)


def _apart(cells: Sequence[str]) -> list[str]:
    """The names of columns, each once: the second `Email` is `Email (2)`, one without a name `Column 7`."""
    seen: Counter[str] = Counter()
    names = []
    for place, cell in enumerate(cells, 1):
        one = shown(cell) or f"Column {place}"
        seen[normal(one)] += 1
        names.append(one if seen[normal(one)] == 1 else f"{one} ({seen[normal(one)]})")
    return names


def doubled(cells: Sequence[str]) -> list[str]:
    """The names that more than one column bears."""
    counts = Counter(normal(cell) for cell in cells if cell.strip())
    first = {normal(cell): shown(cell) for cell in reversed(cells)}
    return [first[key] for key, count in counts.items() if count > 1]


def _told(file: str, names: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """What the owner says of columns; raises CannotRead for a column or field that there is not."""
    known = {normal(one): one for one in names}
    fields = {normal(field): field for field in FIELDS if field != "-"}
    told = {}
    for column, field in said.items():
        if normal(column) not in known:
            there = ", ".join(f"`{one}`" for one in names)
            raise CannotRead(file, f"it has no column `{shown(column)}`", f"Its columns are {there}.")
        if field.strip() != "-" and normal(field) not in fields:
            why = f"`{shown(field)}` is no field that column `{shown(column)}` could be"
            raise CannotRead(file, why, f"Say one of {', '.join(FIELDS)}.")
        told[normal(column)] = fields.get(normal(field), "-")
    return told


_NUMBERED = re.compile(r"(.+?) (\d{1,4}) - (.+)")
_VALUES = {"email": "emails", "phone": "phones", "website": "links"}
_PARTS = {
    "label": "label", "type": "label", "formatted": "addresses", "street": "street", "city": "city", "po box": "box",
    "region": "region", "postal code": "postcode", "country": "country", "extended address": "extended",
}  # fmt: skip
_ORGANIZATION = {"name": "company", "title": "title"}


def _column(place: int, name: str, sample: Sequence[Row], source: Source) -> Column:
    cells = [row.cells[place] for row in sample if len(row.cells) > place and row.cells[place].strip()]
    example = shown(cells[0]) if cells else ""
    if numbered := _NUMBERED.fullmatch(name):
        return Column(name, _of_group(*numbered.groups()), example, f"{numbered[1]} {numbered[2]}", place)
    field = source.called.get(normal(name)) or field_of(re.sub(r" \(\d+\)$", "", name))
    if source is TABLE:
        field = field or _by_values(cells)
    if field == "uid" and source is TABLE and not _identities(cells):
        field = "kept"
    group = meant(name).place if field in (*PARTS_OF_ADDRESS, "addresses") else ""
    return Column(name, field or "kept", example, group, place)


def _of_group(thing: str, _: str, part: str) -> str:
    """The field of a column like `Phone 2 - Value`."""
    if normal(part) == "value":
        return _VALUES.get(normal(thing), "kept")
    if normal(thing) == "organization":
        return _ORGANIZATION.get(normal(part), "kept")
    return _PARTS.get(normal(part), "kept")


def _titles(columns: Sequence[Column]) -> list[Column]:
    """A `Title` beside a `Job Title` is how somebody is addressed."""
    titles = [one for one in columns if one.field == "title"]
    plain = [one for one in titles if normal(one.name) == "title"]
    return [one._replace(field="prefix") if one in plain and len(titles) > 1 else one for one in columns]


def _names(columns: Sequence[Column]) -> list[Column]:
    """A name beside one half of the name only is the other half: `Name` beside `Vorname`, `Nome` beside `Cognome`."""
    fields = {one.field for one in columns}
    halves = {"first", "last"} - fields
    half = halves.pop() if len(halves) == 1 else "name"
    full = next((one for one in columns if one.field == "name"), None)
    return [one._replace(field=half) if one is full else one for one in columns]


_PATTERNS = (
    ("emails", re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")),
    ("links", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)),
    ("phones", re.compile(r"(?!\d{4}-\d\d-\d\d)(?=(?:\D*\d){7,15}\D*$)(?=.*[+( /-]|0)\+?[\d\s()./-]{7,25}")),
)


def _by_values(cells: Sequence[str]) -> str:
    """The field whose form most cells have; empty where they have none."""
    some = [cell.strip() for cell in cells[:_SAMPLE]]
    for field, pattern in _PATTERNS:
        if some and sum(pattern.fullmatch(text) is not None for text in some) >= _MOST * len(some):
            return field
    return ""


def _identities(cells: Sequence[str]) -> bool:
    """Whether cells look like what identifies somebody everywhere, unlike the number of a row."""
    return bool(cells) and len(set(cells)) == len(cells) and all(len(cell.strip()) >= 8 for cell in cells)
