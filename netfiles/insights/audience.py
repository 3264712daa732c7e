"""Who should hear something: the people on file whom a query asks for."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netfiles.insights.in_short import About
from netfiles.query.language import Wrong, parse
from netfiles.query.matching import matching


class Audience(NamedTuple):
    """The keys of all who should hear it, in their order; nobody where the query is `wrong`."""

    keys: tuple[str, ...]
    wrong: Wrong | None


def audience(people: Mapping[str, About], text: str | None, today: date) -> Audience:
    """Whom a query asks for among the people on file; without a query everyone whose status is active."""
    query = parse(text if text and text.strip() else "status:active")
    if isinstance(query, Wrong):
        return Audience((), query)
    fits = matching(query, today)
    return Audience(tuple(key for key, about in people.items() if about.file is not None and fits(about)), None)
