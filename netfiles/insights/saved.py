"""What comes of a saved query on a day: its people in order, and what of it is not understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netfiles.insights.finding import find_people
from netfiles.insights.in_short import About
from netfiles.model import SavedQuery
from netfiles.query.language import Wrong, parse
from netfiles.query.matching import matching
from netfiles.query.table import columns, in_order, sorts


@dataclass(frozen=True, slots=True)
class Answer:
    """The people a saved query asks for, as it wants them shown; nobody where the query is `wrong` or missing.

    `said` tells what is wrong with columns and sort, which are left out. `command` is the query that finds the same
    people on the command line, in the order of their names.
    """

    saved: SavedQuery
    columns: tuple[str, ...]
    people: tuple[About, ...] = ()
    wrong: Wrong | None = None
    said: tuple[Wrong, ...] = ()
    command: str = ""


def answer(saved: SavedQuery, people: Mapping[str, About], today: date) -> Answer:
    """What comes of a saved query."""
    shown, sorting = columns(saved.columns), sorts(saved.sort)
    said = tuple(wrong for _, wrong in (*shown.wrong, *sorting.wrong))
    text = (saved.query or "").strip()
    query = parse(text)
    if isinstance(query, Wrong):
        return Answer(saved, shown.fields, wrong=query, said=said)
    found = find_people(people.values(), query, today)
    if query.only_words:
        found = tuple(filter(matching(query, today), found))
    command = f"{text} -is:closed" if query.terms and query.only_words else text
    return Answer(saved, shown.fields, tuple(in_order(found, sorting.fields)), None, said, command)
