"""A vault without what its owner marked as private."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from netfiles.exchange.outgoing.field_texts import attribute_of
from netfiles.index.network import Network
from netfiles.index.resolve import AIMS, NOTHING, Linked
from netfiles.model import Interaction, Record
from netfiles.model.collection import Collection

R = TypeVar("R", bound=Record)


def without_private(network: Network) -> Collection:
    """The records without private ones, their private fields, and the links of fields to private records.

    Entries of which only private people are left out with them. What notes say in their own words stays.
    """
    hidden = frozenset(path for path, record in network.records.items() if _is_hidden(record))
    had = network.collection
    return replace(
        had,
        people=_open(had.people, network, hidden),
        interactions=_open((e for e in had.interactions if not _of_hidden(e, network, hidden)), network, hidden),
        companies=_open(had.companies, network, hidden),
        leads=_open(had.leads, network, hidden),
        goals=_open(had.goals, network, hidden),
        news=_open(had.news, network, hidden),
        queries=_open(had.queries, network, hidden),
        profile=next(iter(_open((had.profile,) if had.profile else (), network, hidden)), None),
    )


def _is_hidden(record: Record) -> bool:
    """Whether it is private, or nothing without a field that is: no entry is without its date."""
    return record.private.whole or not all(hasattr(type(record), name) for name in _attributes(record.private.fields))


def _attributes(fields: Iterable[str]) -> set[str]:
    return set(map(attribute_of, fields))


def _of_hidden(entry: Interaction, network: Network, hidden: frozenset[str]) -> bool:
    people = network.entry_by_path[entry.path].people
    return bool(people) and hidden.issuperset(people)


def _open(records: Iterable[R], network: Network, hidden: frozenset[str]) -> tuple[R, ...]:
    shown = (record for record in records if record.path not in hidden)
    return tuple([_stripped(record, network.fields.get(record.path, NOTHING), hidden) for record in shown])


def _stripped(record: R, linked: Linked, hidden: frozenset[str]) -> R:
    """A record without its private fields and its links to hidden records; itself where it has neither."""
    left_out = _attributes(record.private.fields)
    fewer = _links_left(record, linked, hidden) if hidden else {}
    if not (left_out or fewer):
        return record
    values = {**record.__dict__, **fewer}
    return type(record)(**{name: value for name, value in values.items() if name not in left_out | {"private"}})


def _links_left(record: Record, linked: Linked, hidden: frozenset[str]) -> dict[str, object]:
    """The fields of which some links lead to hidden records, without these."""
    found: dict[str, object] = {}
    for aim in AIMS.get(record.kind, ()):
        keys = linked.keys.get(aim.field, ())
        if hidden.isdisjoint(keys):
            continue
        attribute = aim.attribute or aim.field
        value = getattr(record, attribute)
        found[attribute] = tuple(_seen(aim.field, value, keys, hidden)) if type(value) is tuple else None
    return found


def _seen(
    field: str, values: Iterable[object], keys: tuple[str | None, ...], hidden: frozenset[str]
) -> Iterable[object]:
    """The items of a list that do not lead to what is hidden; plain text of `told` has no key."""
    waiting = iter(keys)
    for value in values:
        is_link = field != "told" or getattr(value, "linked", False)
        if not is_link or next(waiting) not in hidden:
            yield value
