"""What the tables of the ledgers are made of: days that lead to their proof, people, gifts."""

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from netfiles.index.network import Entry
from netfiles.problems import Place
from netfiles.views.context import Here, anchor
from netfiles.views.words import dated

MOST_ROWS = 100


def short_day(day: date) -> str:
    """A day in a table: `4 Nov 2026`, which is never broken."""
    return dated(day).replace(" ", "\u00a0")


def proved(href: str | None, day: date) -> Markup:
    """A day that leads to what proves it."""
    return anchor(href, short_day(day)) if href else escape(short_day(day))


def entry_day(here: Here, entry: Entry) -> Markup:
    """The day of an entry, which leads to it."""
    return proved(here.entry(entry), entry.day)


def edit(here: Here, place: Place) -> Markup:
    """A word that opens the line to be written, where there is an editor to open."""
    href = here.edit(place)
    return Markup(" <span class=nf-soft>%s</span>") % anchor(href, "edit") if href else Markup("")


def gifts(words: Iterable[str]) -> Markup:
    """What was given, in the words of the format: `advice, lead`."""
    return escape(", ".join(words))


def counted(words: Iterable[tuple[str, int]]) -> str:
    """The same with how often: `advice ×2, lead`."""
    return ", ".join(f"{word}\u00a0×{count}" if count > 1 else word for word, count in words)
