"""Dates that cannot be true yet."""

from collections.abc import Iterator
from datetime import date

from netfiles.model import Person
from netfiles.problems import Problem


def doubts(person: Person, today: date) -> Iterator[Problem]:
    """A birthday, a meeting or a certainty of the future."""
    for field, day in (("birthday", _born(person)), ("met_on", person.met_on), ("as_of", person.as_of)):
        if day is not None and day > today:
            yield Problem("NF307", person.origin.place(field), f"`{field}`: {day} is in the future", "Check the year.")


def _born(person: Person) -> date | None:
    born = person.birthday
    if born is None or born.year is None:
        return None
    return born.in_year(born.year) or date(born.year, 1, 1)
