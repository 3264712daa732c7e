"""Whom a command that prints many people is about: by a whole name, a query, or all."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.insights.in_short import About
    from netfiles.query.language import Query


def chosen(insights: "Insights", text: str, to_write_to: bool) -> "tuple[About, ...]":
    """Who is called just so, else whom the query asks for, by name; without one all who are on file. Raises BadQuery.

    `to_write_to`: not those who are closed, unless the query asks for them.
    """
    from netfiles.insights.finding import find_people
    from netfiles.query.matching import matching
    from netfiles.query.terms import Query
    from netfiles.text.letters import flat

    people = insights.people
    if called := [about for about in people.values() if text and flat(text) in about.values("name")]:
        return tuple(called)
    query = understood(text) if text else Query(())
    found = find_people(people.values(), query, insights.today) if text else _everyone(insights)
    return tuple(filter(matching(query, insights.today), found)) if to_write_to else found


def _everyone(insights: "Insights") -> "tuple[About, ...]":
    """All who are on file, by name."""
    filed = (about for about in insights.people.values() if about.file)
    return tuple(sorted(filed, key=lambda about: (about.names.partition("\n")[0], about.key)))


def understood(text: str) -> "Query":
    """The query of a text. Raises BadQuery."""
    from netfiles.errors import BadQuery
    from netfiles.query.language import Wrong, parse
    from netfiles.query.quoting import quoted

    asked = parse(text)
    if isinstance(asked, Wrong):
        raise BadQuery(asked.message, quoted(text, asked), asked.advice)
    return asked
