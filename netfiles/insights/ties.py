"""How strong a tie is: from recency, frequency and reciprocity of contact, a number from 0 to 1."""

from datetime import date
from typing import Literal, NamedTuple

from netfiles.index.network import Someone

Word = Literal["strong", "warm", "cool", "cold", "new"]


class Tie(NamedTuple):
    """The strength of a tie and the word it is shown as."""

    strength: float
    word: Word


WARM = 0.3
_WORDS: tuple[tuple[float, Word], ...] = ((0.6, "strong"), (WARM, "warm"), (0.1, "cool"))
_TALK, _MESSAGE = 1.0, 0.5
_NEW_DAYS = 30


def tie(someone: Someone, today: date, half_life: int = 90) -> Tie:
    """The tie with someone today.

    Each entry up to today weighs 1 for a talk and 0.5 for a message, halved for every `half_life` days of age. Their
    sum counts half where contact goes one way only: it is multiplied by 0.5 + 0.5 × reciprocity, which is twice the
    smaller direction over the sum, 1 at most. Strength is 1 - 2^-sum: one mutual talk today is 0.5. Somebody never
    contacted, or first contacted within 30 days, is *new*.
    """
    weight = mine = theirs = 0.0
    first: date | None = None
    for entry in someone.entries:
        if entry.day > today:
            break
        first = first or entry.day
        record = entry.record
        value = (_MESSAGE if record.written else _TALK) * 0.5 ** ((today - entry.day).days / half_life)
        weight += value
        mine += value * record.from_me
        theirs += value * record.from_them
    if first is None:
        return Tie(0.0, "new")
    reciprocity = min(1.0, 2 * min(mine, theirs) / weight) if weight > 0 else 0.0
    strength = round(1 - 2 ** -(weight * (0.5 + 0.5 * reciprocity)), 3)
    if (today - first).days <= _NEW_DAYS:
        return Tie(strength, "new")
    return Tie(strength, grade(strength))


def grade(strength: float) -> Word:
    """The word for a strength."""
    return next((word for least, word in _WORDS if strength >= least), "cold")
