"""What was promised and is open, by me or by them; and how it is closed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netfiles.changes.around import concerning, without_end
from netfiles.insights.days import dated, short
from netfiles.insights.follow_ups.messages import answers
from netfiles.insights.follow_ups.reason import Case
from netfiles.model import Interaction, Lead, Person
from netfiles.model.record import Record
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Edit, Set, Tick

NEXT_STEP = "the next step"


class Promised(NamedTuple):
    """Something promised and open: its words, the day it is for, where it stands, and the field that closes it.

    `field` is empty for a task, which is ticked. `counts`: it is due, whatever its day.
    """

    text: str
    on: date | None
    record: Record
    line: int
    field: str
    counts: bool = False

    @property
    def listed(self) -> str:
        """`send him the count sheet (for 18 Nov), 2026-11-13 Call with Femi Adewale, line 7`."""
        when = f" (for {dated(self.on)})" if self.on else ""
        return f"{self.text}{when}, {self.record.origin.stem}, line {self.line}"

    @property
    def words(self) -> str:
        """What tells it from others."""
        return f"{self.text} {self.record.origin.stem} line {self.line}"

    def is_due(self, today: date) -> bool:
        return self.counts or (self.on is not None and self.on <= today)


def open_with(case: Case, day: date) -> list[Promised]:
    """What I owe somebody, from their file and the entries up to a day that concern them."""
    records = [entry.record for entry in concerning(case) if entry.day <= day]
    own = [case.someone.record] if case.someone.record else []
    return [one for record in (*own, *records) for one in of_record(record)]


def owed_by(case: Case, day: date) -> list[Promised]:
    """What somebody owes me."""
    return [one for entry in concerning(case) if entry.day <= day for one in owed_in(entry.record)]


def of_record(record: Record) -> Iterator[Promised]:
    """What a record of any kind has of mine: its next step, and the open tasks of its body."""
    if isinstance(record, Interaction | Person | Lead):
        stands = bool(record.next or record.next_on) and not record.next_done
        line = record.origin.place("next_on" if record.next_on else "next").line
        if stands:
            counts = isinstance(record, Lead) and record.next_on is None
            yield Promised(record.next or NEXT_STEP, record.next_on, record, line, "next_done", counts)
        elif isinstance(record, Lead) and record.open:
            yield Promised(NEXT_STEP, None, record, line, "next_done", counts=True)
    for task in record.origin.tasks:
        if not task.done:
            yield Promised(task.text or "a task without words", task.due, record, task.line, "")


def owed_in(record: Record) -> Iterator[Promised]:
    """What a record has of theirs."""
    if isinstance(record, Interaction) and (record.they_owe or record.they_owe_on) and not record.they_owe_done:
        line = record.origin.place("they_owe_on" if record.they_owe_on else "they_owe").line
        yield Promised(record.they_owe or "something", record.they_owe_on, record, line, "they_owe_done")


def foremost(found: Sequence[Promised], today: date) -> list[Promised]:
    """Those that count first: what is due, else what has a day, else all."""
    due = [one for one in found if one.is_due(today)]
    return due or [one for one in found if one.on] or list(found)


def closed(whom: str, found: Sequence[Promised], day: date) -> Plan:
    """Close some promises, to `whom` or of theirs."""
    theirs = any(one.field == "they_owe_done" for one in found)
    what = found[0].text if len(found) == 1 else f"{len(found)} promises"
    title = f"Note what {whom} did: {what}" if theirs else f"Close with {whom}: {what}"
    word = f"{whom} did it" if theirs else "Done"
    said = tuple(f"{word}: {one.text} ({one.record.origin.stem})." for one in found)
    return Plan(title, tuple(_steps(found, day)), said)


def _steps(found: Iterable[Promised], day: date) -> Iterator[Edited]:
    """One step a file: tasks are ticked first, since a new field moves the lines below it."""
    records = {one.record.path: one.record for one in found}
    for path, record in records.items():
        of_file = [one for one in found if one.record.path == path]
        ticks: list[Edit] = [Tick(one.line) for one in of_file if not one.field]
        fields = dict.fromkeys(one.field for one in of_file if one.field)
        yield Edited(path, record.origin.checksum, (*ticks, *(Set(field, day.isoformat()) for field in fields)))


def no_answer_needed(case: Case, day: date) -> Plan | None:
    """Close their messages that wait for an answer, where none is needed; None where none waits."""
    waiting = dict.fromkeys(reason.place.file for reason in answers(without_end(case)))
    records = [e.record for e in case.someone.entries if e.path in waiting and e.day <= day]
    if not records:
        return None
    steps = (Edited(r.path, r.origin.checksum, (Set("next_done", day.isoformat()),)) for r in records)
    said = (
        f"Nothing was promised. The {r.channel} of {short(r.day, case.today)} needs no answer now." for r in records
    )
    name = case.someone.name
    return Plan(f"Close with {name}: no answer is needed", tuple(steps), tuple(said))
