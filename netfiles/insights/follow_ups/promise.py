"""Promise: what I owe or planned, by `next_on` or a dated open task."""

from collections.abc import Iterator
from datetime import timedelta

from netfiles.insights.follow_ups.reason import Case, Reason, Situation
from netfiles.model import Interaction, Person, Record
from netfiles.problems import Place


def promises(case: Case) -> Iterator[Reason]:
    """From the entries that concern somebody, and from their own file."""
    for entry in case.named_first:
        if entry.record.next_on is not None or entry.record.origin.tasks:
            yield from _promised(entry.record, case.someone.key, case.others(entry))
    if case.someone.record:
        yield from _promised(case.someone.record, case.someone.key)


def promises_of_nobody(situation: Situation) -> Iterator[Reason]:
    """From entries without people, and from dated open tasks of other records."""
    for entry in situation.network.of_nobody:
        yield from _promised(entry.record, None)
    collection = situation.network.collection
    rest: tuple[Record, ...] = (*collection.companies, *collection.leads, *collection.goals, *collection.news)
    for record in (*rest, *((collection.profile,) if collection.profile else ())):
        yield from _tasks(record, None, "", record.called)


def _promised(record: Interaction | Person, person: str | None, others: str = "") -> Iterator[Reason]:
    title = None if person else record.called
    if record.next_on is not None and record.next_done is None:
        what = record.next or "the next step"
        text = f"You planned: {_sentence(what, others)}"
        place, closes = record.origin.place("next_on"), "next_done: {today}"
        yield Reason("promise", person, record.next_on, text, place, title=title, closes=closes, what=what)
    if record.origin.tasks:
        yield from _tasks(record, person, others, title)


def _tasks(record: Record, person: str | None, others: str, title: str | None) -> Iterator[Reason]:
    for task in record.origin.tasks:
        if task.due is not None and not task.done:
            text = f"A task is due: {_sentence(task.text or 'without words', others)}"
            place = Place(record.path, task.line)
            yield Reason("promise", person, task.due, text, place, title=title, closes="- [x]", what=task.text)


def _sentence(text: str, others: str) -> str:
    return f"{text.rstrip('. ')}{others}."


def owed_to_me(case: Case) -> Iterator[Reason]:
    """Owed to me: the day after `they_owe_on`, until `they_owe_done`."""
    for entry in case.named_first:
        if entry.record.they_owe_on is not None and entry.record.they_owe_done is None:
            yield _owed(entry.record, case.someone.key, f"{case.someone.name} promised{case.others(entry)}")


def owed_by_nobody(situation: Situation) -> Iterator[Reason]:
    """The same from entries without people."""
    for entry in situation.network.of_nobody:
        if entry.record.they_owe_on is not None and entry.record.they_owe_done is None:
            yield _owed(entry.record, None, "They promised")


def _owed(record: Interaction, person: str | None, who: str) -> Reason:
    return Reason(
        "owed-to-me",
        person,
        (record.they_owe_on or record.date.day) + timedelta(days=1),
        f"{who}: {(record.they_owe or 'something').rstrip('. ')}.",
        record.origin.place("they_owe_on"),
        title=None if person else record.called,
        closes="they_owe_done: {today}",
        what=record.they_owe or "something",
    )
