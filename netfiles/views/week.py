"""This week in numbers, each with what it counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from netfiles.index.network import Entry
from netfiles.insights.days import monday
from netfiles.insights.time_share import within
from netfiles.views.context import Here
from netfiles.views.entries import title
from netfiles.views.words import of_year


@dataclass(frozen=True, slots=True)
class Count:
    """A number, the word beside it, and links to everything it counts."""

    number: int
    word: str
    things: tuple[Markup, ...]


def counts(here: Here) -> Iterator[Count]:
    """The numbers of this week up to today."""
    context = here.context
    first = monday(context.today)
    entries = within(context.network.entries, first, context.today)
    yield _entries(here, entries, "talk", lambda e: bool(e.people) and not e.record.written)
    yield _entries(here, entries, "message", lambda e: bool(e.people) and e.record.written)
    new = tuple(here.person(key) for key in _new_people(here))
    yield Count(len(new), "new person" if len(new) == 1 else "new people", new)
    names = tuple(here.person(key) for entry in entries for key in entry.introduced)
    yield Count(len(names), "introduction" if len(names) == 1 else "introductions", names)
    applied = tuple(
        here.link(lead.path, lead.called)
        for lead in context.collection.leads
        if lead.applied_on and first <= lead.applied_on <= context.today
    )
    yield Count(len(applied), "application" if len(applied) == 1 else "applications", applied)


def _entries(here: Here, entries: tuple[Entry, ...], word: str, counts: Callable[[Entry], bool]) -> Count:
    chosen = tuple(told(here, entry) for entry in entries if counts(entry))
    return Count(len(chosen), word if len(chosen) == 1 else f"{word}s", chosen)


def told(here: Here, entry: Entry) -> Markup:
    """An entry in one line, leading to its place in the journal."""
    line = Markup('<a href="{}">{}</a> <span class="nf-soft">{}</span>')
    return line.format(here.entry(entry), title(entry.record) or "Entry", of_year(entry.day))


def _new_people(here: Here) -> Iterator[str]:
    """Everyone whose first entry or first meeting is of this week."""
    network, today = here.context.network, here.context.today
    first = monday(today)
    seen = {key for entry in within(network.entries, first, today) for key in entry.people}
    met = {s.key for s in network.on_file if s.record and s.record.met_on and first <= s.record.met_on <= today}
    for key in sorted(seen | met):
        someone = network.people[key]
        days = [entry.day for entry in someone.entries[:1]]
        if someone.record and someone.record.met_on:
            days.append(someone.record.met_on)
        if first <= min(days) <= today:
            yield key
