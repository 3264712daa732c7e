"""People as a table in Markdown."""

import re
from collections.abc import Iterable, Iterator

from netfiles.exchange.outgoing.listed import HEAD, Listed


def markdown_table(people: Iterable[Listed]) -> Iterator[str]:
    """The lines of the table."""
    yield _row(HEAD)
    yield _row(["---"] * len(HEAD))
    for person in people:
        yield _row([_literal(cell) for cell in person.cells])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _literal(text: str) -> str:
    """Plain text that Markdown and HTML leave as it is: what could be a sign stands behind a backslash."""
    return re.sub(r"([\\`*_{}\[\]<>()#!|~$&])", r"\\\1", text)
