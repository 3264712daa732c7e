"""From the row of a table to a person: what its cells say, field by field, and what there is no field for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netfiles.exchange.incoming import IncomingPerson, Left
from netfiles.exchange.outgoing.csv_out import unguarded
from netfiles.exchange.tables.column_map import Column
from netfiles.exchange.tables.column_words import (
    PARTS_OF_ADDRESS,
    PARTS_OF_BIRTHDAY,
    PARTS_OF_NAME,
    no_call,
    says_nothing,
)
from netfiles.exchange.tables.profile_links import person_id
from netfiles.exchange.tables.table_cells import fits, many, own_texts, split_texts
from netfiles.exchange.tables.table_dates import Order, birthday_of, day_of, no_date
from netfiles.exchange.tables.table_remarks import Remarks, one_line, plain, shown
from netfiles.exchange.tables.tables import Row
from netfiles.records.read import known_fields

_LONGEST_NAME = 500
_LISTS = known_fields("person")
_DATES = ("as_of", "met_on", "next_on", "next_done", "snooze_until")
_PARTS = frozenset((*PARTS_OF_NAME, *PARTS_OF_ADDRESS, *PARTS_OF_BIRTHDAY))
_UNTELLING = frozenset(("", "other", "main", "primary", "phone", "custom"))
_UNTELLING_OF = {
    "emails": frozenset(("home", "work", "internet", "personal")),
    "links": frozenset(("home", "work", "profile", "homepage", "home page")),
}
"""Names of an address of which the address itself says as much."""


class Making(NamedTuple):
    """How the rows of one table become people."""

    columns: Sequence[Column]
    orders: dict[str, Order]
    """Of a column of days, what they begin with."""
    remarks: Remarks
    ours: bool = False
    """Whether netfiles wrote the table: then a cell is cut as it was joined."""


class _Cell(NamedTuple):
    column: Column
    text: str


class _Draft:
    """What is known of a person so far."""

    def __init__(self, row: Row, making: Making) -> None:
        self.values: defaultdict[str, list[str]] = defaultdict(list)
        self.kept: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self.row, self.making = row, making

    def keep(self, called: str, text: str) -> None:
        """Keep what there is no field for."""
        if said := plain(text).strip():
            self.kept.append((called, said))

    def doubt(self, called: str, text: str, why: str) -> None:
        """Keep what its field does not take, and say so."""
        self.keep(called, text)
        left = Left(self.row.line, f"{called}: `{shown(text)}` {why}; it is kept as text", "Look it up when imported.")
        self.making.remarks.add("values that do not fit", left)

    def put(self, field: str, called: str, text: str) -> None:
        """Put a text into its field; where it does not fit, or another stands there, keep it."""
        texts = self.values[field]
        if text in texts:
            return
        if texts and not _LISTS[field]:
            self.keep(called, text)
        elif many([*texts, text]):
            self.doubt(called, text, "is more than a file should hold")
        elif fits(field, text):
            texts.append(text)
        else:
            self.doubt(called, text, f"is nothing for the field `{field}`")


def person_of(row: Row, making: Making) -> IncomingPerson | None:
    """The person of a row; None, with a remark, where nobody is named."""
    draft = _Draft(row, making)
    cells = list(_cells(row, making.columns))
    labels = {cell.column.group: cell.text.removeprefix("* ").strip() for cell in cells if cell.column.field == "label"}
    name = _name(draft, cells)
    if not name or len(name) > _LONGEST_NAME:
        _nobody(row, name, cells, making.remarks)
        return None
    for cell in cells:
        _take(draft, cell, labels.get(cell.column.group, ""))
    _addresses(draft, cells, labels)
    _birthday(draft, cells)
    for place in range(len(making.columns), len(row.cells)):
        draft.keep(f"Column {place + 1}", row.cells[place])
    return _person(name, draft)


def _person(name: str, draft: _Draft) -> IncomingPerson:
    values = {field: tuple(texts) for field, texts in draft.values.items() if texts}
    uids = values.pop("uid", ()) or tuple(filter(None, map(person_id, values.get("links", ()))))
    return IncomingPerson(
        name,
        values,
        "\n\n".join(draft.notes),
        tuple(draft.kept),
        uids[0] if uids else "",
        line=draft.row.line,
    )


def _cells(row: Row, columns: Sequence[Column]) -> Iterator[_Cell]:
    for column in columns:
        text = row.cells[column.place].strip() if column.place < len(row.cells) else ""
        if text and column.field != "-" and not says_nothing(column.name, text):
            yield _Cell(column, unguarded(text))


def _nobody(row: Row, name: str, cells: Sequence[_Cell], remarks: Remarks) -> None:
    there = next((shown(text) for text in (*(cell.text for cell in cells), *row.cells) if text.strip()), "")
    said = f"`{shown(name)}` is too long for a name" if name else f"a row without a name, with `{there}`"
    remarks.add("rows without a name", Left(row.line, said, "Name them where they come from, and import again.", 1))


def _name(draft: _Draft, cells: Sequence[_Cell]) -> str:
    """The name in full, else made of its parts, else what the source files it under; never rewritten."""
    full = [cell for cell in cells if cell.column.field == "name" and one_line(cell.text)]
    for more in full[1:]:
        draft.keep(more.column.name, more.text)
    parts = {
        part: " ".join(one_line(cell.text) for cell in cells if cell.column.field == part).strip()
        for part in PARTS_OF_NAME
    }
    if not full:
        draft.keep("Name, prefix", parts["prefix"])
        return _joined(parts)
    name = one_line(full[0].text)
    for part in PARTS_OF_NAME:
        if not set(parts[part].split()) <= set(name.split()):
            draft.keep(f"Name, {part}", parts[part])
    return name


def _joined(parts: dict[str, str]) -> str:
    first, middle, last, suffix = (parts[part] for part in ("first", "middle", "last", "suffix"))
    if first and last and not middle and all("\u3040" <= sign <= "\u9fff" for sign in first + last):
        return f"{last}{first}"
    return " ".join(filter(None, (first, middle, last, suffix)))


def _take(draft: _Draft, cell: _Cell, label: str) -> None:
    """What one cell says by itself; names, addresses and birthdays are made of several."""
    column, text = cell
    field = column.field
    if field in ("name", "label") or field in _PARTS or field == "addresses":
        return
    if field == "notes":
        draft.notes.append(plain(text).strip())
    elif field == "kept":
        _keep(draft, column, text, label)
    elif field == "birthday" or field in _DATES:
        _day(draft, cell)
    elif field == "phones" and no_call(label):
        draft.keep(label or column.name, text)
    else:
        for one in (own_texts if draft.making.ours else split_texts)(field, text):
            draft.put(field, label or column.name, one)
            called = _called(column, label, draft.making)
            if _telling(called, field) and one in draft.values[field]:
                draft.keep(one, called)


def _keep(draft: _Draft, column: Column, text: str, label: str) -> None:
    if label:
        draft.keep(f"{column.group.rpartition(' ')[0]}: {label}", text)
    elif not no_date(text):
        draft.keep(column.name, text)


def _called(column: Column, label: str, making: Making) -> str:
    """What a source calls a number or an address: by a label beside it, or by the name of its column."""
    if column.group:
        return label
    several = sum(one.field == "phones" for one in making.columns) > 1
    return column.name if column.field == "phones" and several else ""


def _telling(label: str, field: str) -> bool:
    word = label.casefold().strip()
    return word not in _UNTELLING and word not in _UNTELLING_OF.get(field, ())


def _day(draft: _Draft, cell: _Cell) -> None:
    field = cell.column.field
    order = "month first" if draft.making.ours else draft.making.orders.get(cell.column.name, "unclear")
    text = one_line(cell.text)
    if no_date(text):
        return
    if day := birthday_of(text, order) if field == "birthday" else day_of(text, order):
        draft.put(field, cell.column.name, day)
    else:
        draft.doubt(cell.column.name, text, "is not a day, or could be two")


def _birthday(draft: _Draft, cells: Sequence[_Cell]) -> None:
    parts = {cell.column.field: one_line(cell.text) for cell in cells if cell.column.field in PARTS_OF_BIRTHDAY}
    year, month, day = (parts.get(part, "") for part in PARTS_OF_BIRTHDAY)
    if not parts or draft.values["birthday"]:
        return
    short = f"--{month:0>2}-{day:0>2}" if month and day else ""
    if made := birthday_of(f"{year}{short[1:]}" if year and short else short or year):
        draft.put("birthday", "Birthday", made)
    else:
        draft.doubt("Birthday", " ".join(filter(None, (year, month, day))), "is not a day")


def _addresses(draft: _Draft, cells: Sequence[_Cell], labels: dict[str, str]) -> None:
    groups: defaultdict[str, list[_Cell]] = defaultdict(list)
    for cell in cells:
        if cell.column.field in PARTS_OF_ADDRESS or cell.column.field == "addresses":
            groups[cell.column.group].append(cell)
    for group, parts in groups.items():
        lines = [cell.text for cell in parts if cell.column.field == "addresses"]
        whole = [text for line in lines for text in split_texts("addresses", line)]
        pieces = [
            one_line(cell.text, ", ")
            for part in PARTS_OF_ADDRESS
            for cell in sorted(parts, key=lambda c: c.column.place)
            if cell.column.field == part
        ]
        _address(draft, labels.get(group, group), whole, pieces, {cell.column.field for cell in parts})


def _address(draft: _Draft, label: str, whole: list[str], pieces: list[str], parts: set[str]) -> None:
    """One address of its lines and parts; a town alone is where somebody lives."""
    words = set(" ".join(whole).casefold().replace(",", " ").split())
    rest = [piece for piece in pieces if not set(piece.casefold().replace(",", " ").split()) <= words]
    texts = [", ".join([*whole, *rest])] if pieces else whole
    town = parts <= {"city", "region", "country"} and not label and not draft.values["location"]
    for text in filter(None, texts):
        draft.put("location" if town else "addresses", "Address", text)
        if _telling(label, "addresses") and text in draft.values["addresses"]:
            draft.keep(text, label)
