"""What of a vault belongs into a calendar: follow-ups, birthdays, planned talks, next steps, interviews."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from netfiles.changes.command import command
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.follow_ups.rules import BY_NAME
from netfiles.insights.queue import UPCOMING_DAYS
from netfiles.model import Interaction, Lead, PartialDate
from netfiles.records.entry_title import entry_title

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

_MOST_NAMED = 50


class Event(NamedTuple):
    """Something on a day, or at a time of it as written. `key` says what it is, the same from one day to the next.

    `birthday`: it is of every year.
    """

    key: tuple[str, ...]
    day: date
    summary: str
    about: str = ""
    at: time | None = None
    minutes: int | None = None
    birthday: PartialDate | None = None


def events(insights: "Insights", people: Collection[str] | None = None) -> Iterator[Event]:
    """All events from today on, and birthdays; of some `people` alone, by key, only what concerns them."""
    found = chain(
        _follow_ups(insights, people),
        _later_steps(insights, people),
        _birthdays(insights, people),
        _planned(insights, people),
        () if people is not None else _of_leads(insights),
    )
    return iter(sorted(found, key=lambda event: (event.day, event.at or time.min, event.key, event.summary)))


def _follow_ups(insights: "Insights", people: Collection[str] | None) -> Iterator[Event]:
    """What is due and fits the week, today; in one event, what can wait; what comes within two weeks."""
    queue, names = insights.queue, insights.network.people
    for item in queue.fitting:
        if _concerns(people, item.key):
            for reason in _told(item.reasons):
                yield _event(reason, insights.today, item.title or "", command(reason, item.reasons, item.name or ""))
    waiting = [item for item in queue.waiting if _concerns(people, item.key)]
    if waiting:
        called = [f"{item.called}: {item.reasons[0].text}" for item in waiting[:_MOST_NAMED]]
        more = [f"and {len(waiting) - _MOST_NAMED} more"] if len(waiting) > _MOST_NAMED else []
        summary = f"{len(waiting)} more follow-up{'s are' if len(waiting) > 1 else ' is'} due and can wait"
        yield Event(("waiting",), insights.today, summary, "\n".join((*called, *more)))
    for reason in _told(queue.upcoming):
        if _concerns(people, reason.person):
            name = names[reason.person].name if reason.person else ""
            yield _event(reason, reason.due, reason.title or "", command(reason, (reason,), name))


def _told(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Reasons without those that only stand beside others, and without birthdays: they have days of their own."""
    return (reason for reason in reasons if reason.rule != "date" and not BY_NAME[reason.rule].beside)


def _concerns(people: Collection[str] | None, key: str | None) -> bool:
    return people is None or key in people


def _event(reason: Reason, day: date, title: str, closing: str) -> Event:
    summary = f"{title}: {reason.text}" if title else reason.text
    late = [f"Due since {reason.due}."] if reason.due < day else []
    done = [f"Done? {closing}"] if closing else []
    key = (reason.rule, reason.person or "", reason.place.file, reason.what)
    return Event(key, day, summary, "\n".join((*late, *done, reason.place.file)))


def _later_steps(insights: "Insights", people: Collection[str] | None) -> Iterator[Event]:
    """Promises of both sides and next steps of leads that come after what the queue looks ahead to."""
    horizon, names = insights.today + timedelta(days=UPCOMING_DAYS), insights.network.people
    for promise in (*insights.promises.mine, *insights.promises.theirs):
        mine = promise.side == "mine"
        due = promise.on + timedelta(days=not mine) if promise.on else None
        if due is None or due <= horizon or not _concerns(people, promise.person):
            continue
        name = names[promise.person].name if promise.person else promise.record.called
        key = ("promise" if mine else "owed-to-me", promise.person or "", promise.record.path, promise.text)
        text = f"You planned: {promise.text} ({name})" if mine else f"{name} promised: {promise.text}"
        yield Event(key, due, text, promise.record.path)
    for lead in insights.network.collection.leads if people is None else ():
        if lead.open and lead.next_on and lead.next_on > horizon and not lead.next_done:
            step = lead.next or "the next step"
            key = ("lead", "", lead.path, step)
            yield Event(key, lead.next_on, f"{lead.called}: You planned: {step}", lead.path)


_LEAP_YEAR = 2000
"""For birthdays without a year: one that has every day."""


def _birthdays(insights: "Insights", people: Collection[str] | None) -> Iterator[Event]:
    for someone in insights.network.on_file:
        born = someone.record.birthday if someone.record and someone.record.status != "closed" else None
        if born is None or not _concerns(people, someone.key):
            continue
        if day := born.in_year(born.year or _LEAP_YEAR):
            about = f"Born {born.year}\n" if born.year else ""
            summary = f"Birthday of {someone.name}"
            yield Event(("birthday", someone.key), day, summary, f"{about}{someone.key}", birthday=born)


def _planned(insights: "Insights", people: Collection[str] | None) -> Iterator[Event]:
    """The entries of today and later."""
    for entry in reversed(insights.network.entries):
        if entry.day < insights.today:
            return
        if people is None or any(key in people for key in entry.people):
            record = entry.record
            names = [insights.network.people[key].name for key in entry.people]
            summary = record.title or _title(record, names)
            yield Event(
                ("entry", entry.path), entry.day, summary, entry.path, record.date.at, record.minutes or _MINUTES
            )


_MINUTES = 30
"""How long a talk at a time of day takes, where nobody says."""


def _title(record: Interaction, names: list[str]) -> str:
    return entry_title(names, record.channel, record.way, record.purpose or "") if names else record.origin.stem


def _of_leads(insights: "Insights") -> Iterator[Event]:
    """The interviews of leads that go on, but for those that have an entry."""
    naming = insights.network.relations.naming
    for lead in insights.network.collection.leads:
        entries = {entry.day for entry in naming.get(lead.path, ())}
        for day in sorted(set(lead.interviews) - entries) if lead.open else ():
            if day >= insights.today:
                yield Event(("interview", lead.path, str(day)), day, f"Interview: {_role(insights, lead)}", lead.path)


def _role(insights: "Insights", lead: Lead) -> str:
    company = insights.network.company_of(lead)
    return f"{lead.called} at {insights.network.companies[company].name}" if company else lead.called
