"""Queue and people as lines for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import click

from netfiles.changes.command import command
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.glance import Glance
from netfiles.insights.queue import Item
from netfiles.problems import printable
from netfiles.views.words import in_words, people_and_things, plural


def people_and_minutes(items: Sequence[Item]) -> str:
    """`four people and two other things, about 50 minutes.`"""
    if not items:
        return "nothing is due. A good day to ask someone new."
    people = sum(item.key is not None for item in items)
    counts = people, len(items) - people
    minutes = plural(sum(item.minutes for item in items), "minute")
    return f"{people_and_things(*counts, in_words(*counts))}, about {minutes}."


def queue_lines(day: Glance, items: Iterable[Item], commands: bool = False) -> Iterator[str]:
    """Per item a line with the name, then each reason with the place that proves it, and the command that closes it."""
    for number, item in enumerate(items, 1):
        tie = f" ({day.people[item.key].tie})" if item.key else ""
        yield ""
        yield f"{number:3}. {click.style(printable(item.called), bold=True)}{tie}"
        for reason in item.reasons:
            yield f"     {click.style(f'{reason.rule:<13}', fg='yellow')} {printable(reason.text)}"
            yield click.style(
                f"{'':19}{_late(reason, day.today)}{printable(reason.place.file)}:{reason.place.line}", dim=True
            )
            if commands and (words := command(reason, item.reasons, item.name or "")):
                yield f"{'':19}{printable(words)}"


def _late(reason: Reason, today: date) -> str:
    days = reason.days_overdue(today)
    return f"since {short(reason.due, today)} ({days} day{'s' * (days != 1)}), " if days else "since today, "
