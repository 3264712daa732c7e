"""Dates that cannot be true yet."""

from collections.abc import Iterator
from datetime import date

from netfiles.model import Person
from netfiles.problems import Problem


def doubts(person: Person, today: date) -> Iterator[Problem]:
    """A birthday, a meeting, a certainty or a past job of the future."""
    for field, day in (("birthday", _born(person)), ("met_on", person.met_on), ("as_of", person.as_of)):
        if day is not None and day > today:
            yield Problem("NF307", person.origin.place(field), f"`{field}`: {day} is in the future", "Check the year.")
    for n, past in enumerate(person.past_companies):
        year = past.years and (past.years.first or past.years.last)
        if year and year > today.year:
            place = person.origin.place("past_companies", n)
            yield Problem("NF307", place, f"`past_companies`: {year} is in the future", "Check the year.")


def _born(person: Person) -> date | None:
    born = person.birthday
    if born is None or born.year is None:
        return None
    return born.in_year(born.year) or date(born.year, 1, 1)
