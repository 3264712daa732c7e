"""What belongs to what, from what the links of records mean."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from netfiles.index.network import Claim, Entry, Naming, Relations
from netfiles.index.relation import Relation, regroup
from netfiles.index.resolve import NOTHING, Linked
from netfiles.model import Interaction, Kind, Lead, Person, Record

Cut = Mapping[str, frozenset[str]]
"""Whom a record (by path) names as introduced, or as having introduced them, in vain; a person by their own key."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the records by path, what their links mean, and what of it counts for nothing."""

    records: Mapping[str, Record]
    fields: Mapping[str, Linked]
    bodies: Mapping[str, Linked] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    cut: Cut = field(default_factory=dict)


def entry_of(record: Interaction, fields: Linked, body: Linked, cut: frozenset[str] = frozenset()) -> Entry:
    """An interaction with its links resolved; nobody introduces themselves, nor whom the entry names in vain."""
    people = fields.all("with")
    mentioned = [key for key in body.all("body") if key != record.path and key not in people]
    return Entry(
        record,
        people,
        tuple([key for key in fields.all("introduced") if people != (key,) and key not in cut]),
        fields.all("thanks_for"),
        fields.all("outcome_for"),
        fields.all("companies"),
        fields.all("leads"),
        tuple(mentioned),
    )


def reclaim(before: Relation[Claim], gone: Part, new: Part) -> tuple[Relation[Claim], set[str]]:
    """Who names whom without a file, and the keys of those whose being there or whose name changed with it."""
    after, touched = regroup(before, _claims(gone), _claims(new))
    return after, {key for key in touched if called(before, key) != called(after, key)}


def called(claims: Relation[Claim], key: str) -> str | None:
    """What somebody or something without a file is called: as where it is named first."""
    return claims[key][0][-1] if key in claims else None


def _claims(part: Part) -> Iterator[tuple[str, Claim]]:
    for path, linked in part.fields.items():
        for n, (key, written) in enumerate(linked.claims):
            yield key, (_RANKS.get(part.records[path].kind, len(_RANKS)), path, n, written)


_RANKS: Mapping[Kind, int] = {"person": 0, "interaction": 1, "lead": 2}


def relate(before: Relations, gone: Part, new: Part) -> tuple[Relations, set[str]]:
    """The relations without what is gone and with what is new, and the keys of everything that this touches."""
    leaving, coming = _sorted_out(gone), _sorted_out(new)
    after: dict[str, Relation[Any]] = {}
    touched: set[str] = set()
    for name in leaving.keys() | coming.keys():
        pairs = leaving.get(name, ()), coming.get(name, ())
        after[name], keys = regroup(getattr(before, name), *pairs, _ORDERS.get(name))
        touched |= keys
    return replace(before, **after), touched


def _sorted_out(part: Part) -> dict[str, list[tuple[str, Any]]]:
    found: dict[str, list[tuple[str, Any]]] = {}
    for path, record in part.records.items():
        links, entry = part.fields.get(path, NOTHING), part.entries.get(path)
        for relation, key, item in _belonging(record, links, entry, part.cut.get(path, frozenset())):
            found.setdefault(relation, []).append((key, item))
        for key in part.bodies.get(path, NOTHING).all("body"):
            if key != path:
                found.setdefault("mentioned_in", []).append((key, path))
    return found


def _belonging(
    record: Record, links: Linked, entry: Entry | None, cut: frozenset[str]
) -> Iterator[tuple[str, str, Any]]:
    """(relation, key, item) for everything a record says belongs together."""
    if entry is not None:
        yield from _of_entry(entry)
        for named in links.all("introduced"):
            if entry.people != (named,):
                yield "named_in", named, Naming(entry.order, entry.people)
    elif isinstance(record, Person):
        if company := links.one("company"):
            yield "now", company, record.path
        for past, key in zip(record.past_companies, links.keys.get("past_companies", ()), strict=False):
            if key:
                yield "before", key, (record.path, past.years)
        for key in links.all("knows"):
            yield "known_by", key, record.path
        if (giver := links.one("introduced_by")) and record.path not in cut:
            yield "introduced", giver, record.path
    elif isinstance(record, Lead) and (company := links.one("company")):
        yield "leads", company, record
    if uid := getattr(record, "uid", None):
        yield "uids", uid, record


def _of_entry(entry: Entry) -> Iterator[tuple[str, str, Any]]:
    yield "months", f"{entry.day.year:04d}-{entry.day.month:02d}", entry
    for relation, keys in (
        ("entries", entry.people or ("",)),
        ("given_in", entry.introduced),
        ("about", entry.companies),
        ("thanked", entry.thanks_for),
        ("outcomes", entry.outcome_for),
        ("naming", entry.leads),
    ):
        for key in keys:
            yield relation, key, entry


def _by_path(record: Record) -> str:
    return record.path


_ORDERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("entries", "given_in", "about", "thanked", "outcomes", "naming", "months"), attrgetter("order")),
    "before": lambda pair: pair[0],
    "leads": _by_path,
    "uids": _by_path,
}
