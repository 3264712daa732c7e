"""What a picture of a business card says, and what of it the owner takes."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from netfiles.cli.changing import How
from netfiles.cli.terminal import Terminal

if TYPE_CHECKING:
    from netfiles.changes.card import Side
    from netfiles.exchange.cards.card_text import Card, Found, Line

_MOST_BYTES = 20 * 1024 * 1024


class Wish(NamedTuple):
    """What of a card is to be taken: by how sure it is, or as asked; `named` where its name is known already."""

    accept: float | None
    unread: bool
    named: bool
    how: How


class Taken(NamedTuple):
    """What was read of a card, line by line and as fields, and what of that is taken, by field."""

    card: "Card"
    lines: "Sequence[Line]"
    values: dict[str, tuple[str, ...]]


Read = Callable[[str, bytes], "list[Line]"]


def side_of(terminal: Terminal, photo: Path) -> "Side":
    """A picture as it is. Raises CannotRead."""
    from netfiles.changes.card import Side
    from netfiles.errors import CannotRead
    from netfiles.model.media import medium_of, says_where
    from netfiles.problems import printable

    name = printable(str(photo))
    try:
        if photo.stat().st_size > _MOST_BYTES:
            raise CannotRead(name, f"it is larger than {_MOST_BYTES // 1024 // 1024} MiB", "Make the picture smaller.")
        content = photo.read_bytes()
    except OSError as error:
        raise CannotRead(name, error.strerror or str(error), "Give the path of a picture.") from None
    medium = medium_of(content[:16])
    if medium is None:
        raise CannotRead(name, "it is no JPEG, PNG, WebP, GIF or PDF", "Save it as one of these.")
    if says_where(content):
        terminal.say(
            f"{name} says where it was taken. It is kept as it is; whoever gets the picture can see the place."
        )
    return Side(content, medium.suffix)


def reader(terminal: Terminal, wish: Wish) -> Read | None:
    """What reads cards; None where that is not wanted, or not installed."""
    from netfiles.exchange.cards.card_ocr import EXTRA, available, read_lines

    if wish.unread:
        return None
    if not available():
        terminal.say(f"To have cards read on this computer: {EXTRA}")
        return None
    return read_lines


def take(terminal: Terminal, wish: Wish, read: Read | None, pictures: "Sequence[tuple[Path, Side]]") -> Taken:
    """What is read of the sides of a card, and what of that the owner takes. Raises CannotRead."""
    from netfiles.exchange.cards.card_lines import understand

    lines = list(_lines(read, pictures)) if read else []
    card = understand(lines)
    if wish.accept is None and sys.stdin.isatty() and not wish.how.as_json:
        return Taken(card, lines, _by_field(_asked(terminal, card, wish.named)))
    if card.found and wish.accept is None and not wish.how.as_json:
        number = len(card.found)
        said = f"{number} value{'s' * (number != 1)} read; none is taken."
        terminal.say(f"{said} --json shows them, --accept 0.8 takes those that are as sure.")
    sure = [one for one in card.found if wish.accept is not None and one.confidence >= wish.accept]
    return Taken(card, lines, _by_field((one.field, one.value) for one in sure))


def _lines(read: Read, pictures: "Sequence[tuple[Path, Side]]") -> "Iterator[Line]":
    """The lines of all sides, one side below the other."""
    from netfiles.problems import printable

    below = 0.0
    for photo, side in pictures:
        lines = read(printable(str(photo)), side.content) if side.suffix != ".pdf" else []
        yield from (line._replace(top=line.top + below) for line in lines)
        below += max((line.top + 10 * line.height for line in lines), default=0.0)


def _by_field(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {}
    for field, value in pairs:
        if value not in values.get(field, ()):
            values[field] = (*values.get(field, ()), value)
    return values


def _asked(terminal: Terminal, card: "Card", named: bool) -> list[tuple[str, str]]:
    """What the owner says is right of what was read."""
    from netfiles.problems import printable

    if card.found:
        terminal.say("What was read. Enter takes it, - leaves it out, anything else is written instead.")
    pairs: list[tuple[str, str]] = []
    for one in card.found:
        if one.field == "name" and named:
            continue
        shown = f"  {one.field} ({one.confidence:.0%})"
        value = click.prompt(shown, default=printable(one.value), value_proc=_fitting(one), err=True)
        if value != "-":
            pairs.append((one.field, value))
    if card.rest:
        terminal.say(f"Also on the card: {'; '.join(map(printable, card.rest))}")
    return pairs


def _fitting(one: "Found") -> Callable[[str], str]:
    """Refuse what the field does not take."""
    from netfiles.records.fits import fits

    def read(typed: str) -> str:
        typed = typed.strip()
        if typed != "-" and not (typed.isprintable() and fits("person", one.field, typed)):
            raise click.BadParameter(f"`{one.field}` does not take that. Write another value, or - for none.")
        return typed

    return read


def shape(taken: Taken) -> dict[str, Any]:
    """A card for programs."""
    return {
        "read": [one._asdict() for one in taken.card.found],
        "rest": list(taken.card.rest),
        "lines": [{"text": line.text, "confidence": round(line.confidence, 2)} for line in taken.lines],
        "taken": {field: list(values) for field, values in taken.values.items()},
    }
