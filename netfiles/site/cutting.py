"""From a rendering with marks to a frame."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netfiles.site.frames import Hole, Piece, Repeat

Tokens = Sequence[str | Hole]


def pieces_of(tokens: Tokens, items: int) -> tuple[Piece, ...] | None:
    """The pieces of a page that was rendered with so many items; None where the items are not printed alike.

    A hole of the first item alone stays one.
    """
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        repeat = _repeat(tokens[at:], items) if isinstance(token, Hole) and token.item == 0 else None
        if repeat is not None:
            found.append(repeat[0])
            at += repeat[1]
        elif isinstance(token, Hole) and token.item:
            return None
        else:
            found.append(token)
            at += 1
    return tuple(piece for piece in found if piece != "")


def _repeat(tokens: Tokens, items: int) -> tuple[Repeat, int] | None:
    """The items at the beginning of `tokens`, and how many tokens they are.

    That is holes and texts of the first, a text, holes and texts of the second … each time the same.
    """
    second = next((n for n, t in enumerate(tokens) if isinstance(t, Hole) and t.item == 1), None)
    if second is None or len(tokens) < second * items - 1:
        return None
    runs = [tokens[second * number : second * (number + 1) - 1] for number in range(items)]
    alike = {tuple(_without_number(run, number)) for number, run in enumerate(runs)}
    gaps = {tokens[second * number - 1] for number in range(1, items)}
    if len(alike) != 1 or len(gaps) != 1:
        return None
    run = alike.pop()
    if None in run:
        return None
    return Repeat(tuple(piece for piece in run if piece), str(gaps.pop())), second * items - 1


def _without_number(run: Tokens, number: int) -> Iterator[str | Hole | None]:
    """The tokens of one item as those of any; None for a hole that is not of this item."""
    for token in run:
        if isinstance(token, str):
            yield token
        else:
            yield replace(token, item=0) if token.item == number else None
