"""From a collection to its network, by what has changed since the network before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import compress, count, islice
from operator import is_not
from typing import TypeVar

from netfiles.index.circles import without_circles
from netfiles.index.names import Change, folded, rename
from netfiles.index.network import Network
from netfiles.index.people import companies, people
from netfiles.index.relate import Part, entry_of, reclaim, relate
from netfiles.index.relation import Relation, regroup
from netfiles.index.resolve import NOTHING, names_asked, resolve_body, resolve_fields
from netfiles.model import Interaction, Record
from netfiles.model.collection import Collection

_MOST = 5
"""Where more than one record in so many has changed, the network is made from nothing."""

Changes = Mapping[str, Change]
T = TypeVar("T")


def build_network(collection: Collection, before: Network | None = None) -> Network:
    """The network of everything in `collection`; links that mean nothing or several become problems.

    `before` is the network of an earlier state. The result is equal without it; with it, everybody and everything
    that the changes do not touch stays the same object.
    """
    old = before or Network()
    changes = _changes(old.collection, collection)
    records = _patched(old.records, changes, {path: new for path, (_, new) in changes.items() if new})
    if before and len(changes) * _MOST > len(records):
        return build_network(collection)
    names, touched = rename(old.names, changes.values())
    touched |= _attached(old.collection) ^ _attached(collection)
    asking = _asking(before, changes)
    affected = changes.keys() | _asked(asking, touched)
    attached = frozenset(path.rsplit("/", 1)[-1] for path in collection.attachments)
    fields = {path: resolve_fields(records[path], names, attached) for path in affected if path in records}
    claims, claimed = reclaim(old.claims, _part(old, affected), Part(records, fields))
    for path in _asked(asking, (key.partition(":")[2] for key in claimed)) - affected:
        fields[path] = old.fields.get(path, NOTHING)
    affected = affected | fields.keys()
    now = {path: records[path] for path in fields}
    bodies = {path: resolve_body(record, names, claims, attached) for path, record in now.items()}
    entries = {p: entry_of(r, fields[p], bodies[p]) for p, r in now.items() if isinstance(r, Interaction)}
    relations, moved = relate(old.relations, _part(old, affected), Part(now, fields, bodies, entries))
    wrong = {path: found for path in now if (found := (*fields[path].problems, *bodies[path].problems))}
    after = Network(
        collection=collection,
        records=records,
        names=names,
        entry_by_path=_patched(old.entry_by_path, affected, entries),
        relations=relations,
        fields=_patched(old.fields, affected, {p: found for p, found in fields.items() if found is not NOTHING}),
        bodies=_patched(old.bodies, affected, {p: found for p, found in bodies.items() if found is not NOTHING}),
        wrong=_patched(old.wrong, affected, wrong),
        claims=claims,
        known_asking=asking,
    )
    moved |= affected | claimed
    after, touched = without_circles(old, after, affected, moved)
    moved |= touched
    return replace(after, people=people(old, after, moved), companies=companies(old, after, moved))


def _changes(before: Collection, now: Collection) -> Changes:
    """Every record that came, went or is another object, as it was and as it is."""
    old: dict[str, Record] = {}
    new: dict[str, Record] = {}
    for was, is_ in zip(before.kinds(), now.kinds(), strict=True):
        start, end = _same_ends(was, is_)
        old |= {record.path: record for record in was[start : len(was) - end]}
        new |= {record.path: record for record in is_[start : len(is_) - end]}
    changes: dict[str, Change] = {path: (old[path], None) for path in old.keys() - new.keys()}
    return changes | {path: (old.get(path), record) for path, record in new.items() if old.get(path) is not record}


def _same_ends(was: Sequence[Record], is_: Sequence[Record]) -> tuple[int, int]:
    """How many records at the beginning, and of the others at the end, are the same objects."""
    if was is is_:
        return len(was), 0
    most = min(len(was), len(is_))
    start = next(compress(count(), map(is_not, was, is_)), most)
    back = map(is_not, reversed(was), reversed(is_))
    end = next(compress(count(), islice(back, most - start)), most - start)
    return start, end


def _attached(collection: Collection) -> frozenset[str]:
    """The folded bare names of all attachments."""
    return frozenset(folded(path.rsplit("/", 1)[-1]) for path in collection.attachments)


def _asking(before: Network | None, changes: Changes) -> Relation[str] | None:
    """Who asks for each name; not wanted where everything is resolved anyway."""
    if before is None:
        return None
    gone = ((name, path) for path, (old, _) in changes.items() if old for name in names_asked(old))
    new = ((name, path) for path, (_, now) in changes.items() if now for name in names_asked(now))
    return regroup(before.asking, gone, new)[0]


def _asked(asking: Relation[str] | None, names: Iterable[str]) -> set[str]:
    """The paths of those who ask for one of the names."""
    return {path for name in names for path in asking.get(name, ())} if asking else set()


def _part(network: Network, paths: Iterable[str]) -> Part:
    """What a network knows of some records."""
    records = {path: record for path in paths if (record := network.records.get(path))}
    fields = {path: network.fields.get(path, NOTHING) for path in records}
    bodies = {path: network.bodies.get(path, NOTHING) for path in records}
    return Part(records, fields, bodies, {p: e for p in records if (e := network.entry_by_path.get(p))})


def _patched(before: Mapping[str, T], affected: Iterable[str], now: Mapping[str, T]) -> Mapping[str, T]:
    """`before` with what is affected as it is now."""
    after = {**before, **now}
    for path in affected:
        if path not in now:
            after.pop(path, None)
    return after
