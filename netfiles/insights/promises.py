"""The ledger of promises both ways: what I owe, what they owe me, and what was kept."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.model import Interaction, Person, Record
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

Side = Literal["mine", "theirs"]


class Promise(NamedTuple):
    """One promise, kept or open. `person` is the key of whom it concerns, `others` who else was there.

    `field` names the line that proves it; of a task `line` does.
    """

    side: Side
    record: Record
    text: str
    on: date | None
    kept: bool
    person: str | None = None
    others: tuple[str, ...] = ()
    field: str = ""
    line: int = 0

    @property
    def place(self) -> Place:
        return Place(self.record.path, self.line) if self.line else self.record.origin.place(self.field)

    def is_late(self, today: date) -> bool:
        """Whether its day is over; on the day itself it is only due."""
        return self.on is not None and self.on < today


class Promised(NamedTuple):
    """The open promises of some records, and how many were kept by me and by them."""

    open: tuple[Promise, ...]
    kept_by_me: int
    kept_by_them: int


def promised(entries: tuple[Entry, ...]) -> Promised:
    """The promises of some entries; they concern the first person of each."""
    return _parted(p for e in entries for p in _of_record(e.record, e.people[0] if e.people else None, e.people[1:]))


def _parted(promises: Iterable[Promise]) -> Promised:
    waiting, kept = [], {"mine": 0, "theirs": 0}
    for promise in promises:
        if promise.kept:
            kept[promise.side] += 1
        else:
            waiting.append(promise)
    return Promised(tuple(waiting), kept["mine"], kept["theirs"])


class PromiseLedger(NamedTuple):
    """Open promises by their day, those without one last; how many were kept."""

    mine: tuple[Promise, ...]
    theirs: tuple[Promise, ...]
    kept_by_me: int
    kept_by_them: int


def promise_ledger(insights: "Insights") -> PromiseLedger:
    """The ledger of the day; nothing is open with people who are closed."""
    found = (*(made for _, made in insights.promised.values()), _parted(_of_files(insights.network)))
    waiting = [p for part in found for p in part.open if not _is_closed(insights.network, p.person)]
    return PromiseLedger(
        _in_order(p for p in waiting if p.side == "mine"),
        _in_order(p for p in waiting if p.side == "theirs"),
        sum(part.kept_by_me for part in found),
        sum(part.kept_by_them for part in found),
    )


def _is_closed(network: Network, key: str | None) -> bool:
    record = network.people[key].record if key else None
    return record is not None and record.status == "closed"


def _in_order(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    return tuple(
        sorted(promises, key=lambda p: (p.on is None, p.on or date.min, p.record.origin.path, p.line, p.field))
    )


def _of_files(network: Network) -> Iterator[Promise]:
    """The promises in people's files, and the tasks of all others."""
    collection = network.collection
    for person in collection.people:
        if person.next or person.next_on or person.origin.tasks:
            yield from _of_record(person, person.path)
    profile = (collection.profile,) if collection.profile else ()
    for record in (*collection.companies, *collection.leads, *collection.goals, *collection.news, *profile):
        yield from _tasks(record, None, ())


def _of_record(record: Interaction | Person, person: str | None, others: tuple[str, ...] = ()) -> Iterator[Promise]:
    if record.next or record.next_on:
        field, kept = ("next_on" if record.next_on else "next"), record.next_done is not None
        text = record.next or "the next step"
        yield Promise("mine", record, text, record.next_on, kept, person, others, field)
    if isinstance(record, Interaction) and (record.they_owe or record.they_owe_on):
        field, kept = ("they_owe_on" if record.they_owe_on else "they_owe"), record.they_owe_done is not None
        text = record.they_owe or "something"
        yield Promise("theirs", record, text, record.they_owe_on, kept, person, others, field)
    yield from _tasks(record, person, others)


def _tasks(record: Record, person: str | None, others: tuple[str, ...]) -> Iterator[Promise]:
    for task in record.origin.tasks:
        text = task.text or "a task without words"
        yield Promise("mine", record, text, task.due, task.done, person, others, line=task.line)
