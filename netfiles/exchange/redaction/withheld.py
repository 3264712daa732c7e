"""What of a vault nobody else is to see: private records and fields, lines of the owner's own fields, their words."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netfiles.exchange.redaction.redaction_rules import RULES
from netfiles.index.network import Network
from netfiles.model import Interaction, Record
from netfiles.query.language import Query, parse
from netfiles.query.terms import Stretch, Term, Text


def withheld(network: Network) -> Iterator[str]:
    """The paths of records that are left out: what is private, what cannot be read now, saved queries."""
    source = network.collection
    private = {record.path for record in source.records() if _is_private(record) or record.path in source.stale}
    yield from private
    yield from (query.path for query in source.queries)
    for entry in network.entry_by_path.values():
        if entry.people and private.issuperset(entry.people):
            yield entry.path


def _is_private(record: Record) -> bool:
    return record.private.whole or (isinstance(record, Interaction) and "date" in record.private.fields)


def shown(record: Record) -> Mapping[str, Any]:
    """What the fields of a record hold, without those that are private."""
    hidden = {"origin", "private", *(_ATTRIBUTES.get(name, name) for name in record.private.fields)}
    return {name: value for name, value in vars(record).items() if name not in hidden}


_ATTRIBUTES = {"with": "with_"}


def is_known(record: Record, mark: str) -> bool:
    """Whether a mark of a line is that of a field that stays; the owner's own fields are not told."""
    name = mark.partition(".")[0]
    return RULES[record.kind].get(_ATTRIBUTES.get(name, name), "out") != "out"


def words_of(network: Network) -> frozenset[str]:
    """Every word of the fields and names of files, in small letters; of notes only the links."""
    texts = (text for record in network.records.values() for text in _texts((record.path, *_values(record))))
    return frozenset(word for text in texts for word in re.findall(r"[^\W_]+", text.casefold()))


def _values(record: Record) -> Iterator[object]:
    yield from (value for name, value in vars(record).items() if name != "origin")
    yield from (written.link for written in record.origin.links)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


_WITHOUT_TEXTS = frozenset("tie target status is last first met as_of next entries asked got gave".split())


def without_texts(text: str) -> str | None:
    """A query as it is, where it asks for nothing but words and numbers of the language; else None."""
    query = parse(text)
    if isinstance(query, Query) and all(_is_without_texts(term) for term in query.terms):
        return str(query)
    return None


def _is_without_texts(term: object) -> bool:
    if not isinstance(term, Term) or term.field not in _WITHOUT_TEXTS:
        return False
    return not any(isinstance(value, Stretch | Text) for value in term.values)
