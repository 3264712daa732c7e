"""Tables read for tests: what came of a text, in words."""

import io
from datetime import date
from typing import Any

from netfiles.exchange.incoming import Incoming, Wishes
from netfiles.exchange.tables.table_in import read_table

WISHES = Wishes(today=date(2026, 11, 30), since=date(2000, 1, 1), until=date(2026, 11, 30))


def wishes(**given: Any) -> Wishes:
    return Wishes(**{"today": WISHES.today, "since": WISHES.since, "until": WISHES.until} | given)


def quiet(done: int, of: int) -> None:
    assert 0 <= done <= of


def read(text: str | bytes, name: str = "people.csv", **given: Any) -> Incoming:
    """What a table says; every row of it is accounted for."""
    content = text.encode() if isinstance(text, str) else text
    incoming = read_table(io.BytesIO(content), name, wishes(**given), quiet)
    assert accounted(incoming) == incoming.rows
    return incoming


def accounted(incoming: Incoming) -> int:
    talks, left = sum(talk.rows for talk in incoming.talks), sum(left.rows for left in incoming.left)
    return len(incoming.people) + talks + left


def said(incoming: Incoming) -> list[tuple[int, str]]:
    """The remarks, without the one that says which field each column is."""
    return [(left.line, left.message) for left in incoming.left if not left.message.startswith(GUESSED)]


GUESSED = "the columns are taken for: "
