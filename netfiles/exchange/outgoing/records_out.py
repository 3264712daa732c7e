"""The records of one kind as rows of a table: every field, what follows from it, the file and the notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from netfiles.exchange.outgoing.csv_out import joined
from netfiles.exchange.outgoing.field_texts import field_texts
from netfiles.insights.in_short import About
from netfiles.model import Kind, Record
from netfiles.records.read import known_fields

DERIVED = ("last_contact", "next_contact", "tie")
"""The columns of people that are in no file."""

_LAST = ("file", "notes")


def columns(kind: Kind) -> tuple[str, ...]:
    """The names of the columns."""
    return (*known_fields(kind), *(DERIVED if kind == "person" else ()), *_LAST)


def rows(records: Iterable[Record], about: Mapping[str, About]) -> Iterator[Sequence[str]]:
    """A row for each record; `about` has people in short by path."""
    for record in records:
        fields = {**field_texts(record, brackets=False)}
        if record.kind != "interaction":
            fields[record.title_field] = record.called
        cells = [text if isinstance(text, str) else joined(text) for text in fields.values()]
        if record.kind == "person":
            cells += _derived(about[record.path])
        yield (*cells, record.path, record.origin.body)


def _derived(about: About) -> tuple[str, str, str]:
    last, next_ = about.last_contact, about.next_contact
    return last.isoformat() if last else "", next_.isoformat() if next_ else "", about.tie
