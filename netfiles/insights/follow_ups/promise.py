"""Promise: what I owe or planned, by `next_on` or a dated open task."""

from collections.abc import Iterator
from datetime import timedelta

from netfiles.insights.follow_ups.reason import Reason, Situation, first_and_others
from netfiles.model import Interaction, Person, Record
from netfiles.problems import Place


def promises(situation: Situation) -> Iterator[Reason]:
    """From entries, from people's own files, and from dated open tasks of any record's body."""
    for entry in situation.entries:
        person, others = first_and_others(situation, entry)
        title = None if person else entry.record.called
        yield from _planned(entry.record, person, others, title)
        yield from _tasks(entry.record, person, others, title)
    for someone in situation.people:
        if someone.record:
            yield from _planned(someone.record, someone.key, "", None)
            yield from _tasks(someone.record, someone.key, "", None)
    collection = situation.network.collection
    rest: tuple[Record, ...] = (*collection.companies, *collection.leads, *collection.goals, *collection.news)
    for record in (*rest, *((collection.profile,) if collection.profile else ())):
        yield from _tasks(record, None, "", record.called)


def _planned(record: Interaction | Person, person: str | None, others: str, title: str | None) -> Iterator[Reason]:
    if record.next_on is None or record.next_done is not None:
        return
    text = f"You planned: {_sentence(record.next or 'the next step', others)}"
    place = record.origin.place("next_on")
    yield Reason("promise", person, record.next_on, text, place, title=title, closes="next_done: {today}")


def _tasks(record: Record, person: str | None, others: str, title: str | None) -> Iterator[Reason]:
    for task in record.origin.tasks:
        if task.due is not None and not task.done:
            text = f"A task is due: {_sentence(task.text or 'without words', others)}"
            place = Place(record.path, task.line)
            yield Reason("promise", person, task.due, text, place, title=title, closes="- [x]")


def _sentence(text: str, others: str) -> str:
    return f"{text.rstrip('. ')}{others}."


def owed_to_me(situation: Situation) -> Iterator[Reason]:
    """Owed to me: the day after `they_owe_on`, until `they_owe_done`."""
    for entry in situation.entries:
        record = entry.record
        if record.they_owe_on is None or record.they_owe_done is not None:
            continue
        person, others = first_and_others(situation, entry)
        who = situation.name(person) if person else "They"
        text = f"{who} promised{others}: {(record.they_owe or 'something').rstrip('. ')}."
        yield Reason(
            "owed-to-me",
            person,
            record.they_owe_on + timedelta(days=1),
            text,
            record.origin.place("they_owe_on"),
            title=None if person else record.called,
            closes="they_owe_done: {today}",
        )
