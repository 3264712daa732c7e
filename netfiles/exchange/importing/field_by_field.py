"""What an import does to the fields of a file: fill, add, change what only the source changed, or leave and say so."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from netfiles.changes.dupes import firm, profile
from netfiles.exchange.incoming import Values
from netfiles.insights.directory import address
from netfiles.model import Link, Record
from netfiles.model.values import When
from netfiles.records.plausible import same_phone
from netfiles.records.read import known_fields
from netfiles.text.edits import Add, Edit, Set
from netfiles.text.letters import flat

Texts: TypeAlias = tuple[str, ...]
What = Literal["fill", "add", "change", "differs"]


class FieldChange(NamedTuple):
    """What is to happen to one field: `fill` it, `add` to its list, `change` it; what `differs` is left or asked about.

    `old` is what stands there, `new` what the source says.
    """

    field: str
    what: What
    old: tuple[str, ...]
    new: tuple[str, ...]


_SAME: Mapping[str, Callable[[str], str]] = {
    "emails": address,
    "phones": same_phone,
    "links": lambda text: profile(text) or flat(text),
    "company": lambda text: flat(firm(text)),
}
"""How two values of a field are compared, where letters alone do not tell."""


def field_changes(record: Record, said: Values, before: Values | None) -> list[FieldChange]:
    """What a source that says this, and said that when it was last imported, does to the fields of a record.

    `before` None: it was never imported. A field that the owner emptied stays empty, an item that they took out stays
    out, a value that they changed stays theirs. What a source leaves out is never taken away.
    """
    known = known_fields(record.kind)
    given = ((name, values) for name, values in said.items() if values and name in known)
    found = (
        (_of_list if known[name] else _of_one)(name, texts(record, name), values, (before or {}).get(name))
        for name, values in given
    )
    return _together([change for change in found if change])


_POSITION = frozenset(("title", "company", "as_of"))


def _together(changes: list[FieldChange]) -> list[FieldChange]:
    """Where the employer or the title is another one, none of the two is taken from the source alone."""
    apart = any(change.what == "differs" and change.field in _POSITION for change in changes)
    return [one._replace(what="differs") if apart and one.field in _POSITION else one for one in changes]


def _of_list(
    name: str, mine: tuple[str, ...], new: tuple[str, ...], before: tuple[str, ...] | None
) -> FieldChange | None:
    same = _SAME.get(name, flat)
    known = {same(value) for value in (*mine, *(before or ()))}
    more = tuple({same(value): value for value in reversed(new) if same(value) not in known}.values())[::-1]
    return FieldChange(name, "add" if mine else "fill", mine, more) if more else None


def _of_one(
    name: str, mine: tuple[str, ...], new: tuple[str, ...], before: tuple[str, ...] | None
) -> FieldChange | None:
    same = _SAME.get(name, flat)
    old, now, was = (tuple(map(same, values or ())) for values in (mine, new, before))
    if old == now or (before is not None and was == now):
        return None
    if not old:
        return FieldChange(name, "fill", (), new) if before is None else None
    return FieldChange(name, "change" if before is not None and old == was else "differs", mine, new)


def edits_of(changes: Iterable[FieldChange], linked: Callable[[str, str], str]) -> Iterator[Edit]:
    """The edits that make these changes; `linked` writes the value of a field, as a link where that finds a file."""
    for change in changes:
        values = tuple(linked(change.field, value) for value in change.new)
        if change.what == "add":
            yield Add(change.field, values)
        else:
            yield Set(change.field, values[0] if len(values) == 1 else values)
        if change.field == "company" and change.old:
            yield Add("past_companies", tuple(linked("company", value) for value in change.old))


def texts(record: Record, name: str) -> tuple[str, ...]:
    """The values of a field as texts; none where it is not written."""
    if name not in record.origin.lines:
        return ()
    value: Any = getattr(record, f"{name}_" if name == "with" else name)
    values = value if isinstance(value, tuple) and not hasattr(value, "_fields") else (value,)
    return tuple(_text(one) for one in values if one not in (None, ""))


def _text(value: Any) -> str:
    if isinstance(value, When):
        return f"{value.day}T{value.at:%H:%M}" if value.at else str(value.day)
    return value.text if isinstance(value, Link) else str(value)
