"""What is read of a business card: lines with their places, values for fields, and how sure each is."""

import unicodedata
from typing import NamedTuple

SURE, LIKELY, PERHAPS, GUESS = 0.97, 0.9, 0.75, 0.5
"""How sure what a line is may be: by what it is made of, by a word, by where it stands, by nothing better."""


class Line(NamedTuple):
    """A line as it was read: its text, how sure the reader was (0 to 1), where it stands, how high its letters are."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    height: float


class Found(NamedTuple):
    """A value for a field of a person, and how sure it is: of the letters, and that it is this field."""

    field: str
    value: str
    confidence: float


class Card(NamedTuple):
    """What a card says, in the order of the fields, and the lines that are none."""

    found: tuple[Found, ...]
    rest: tuple[str, ...]


_LONGEST = 300


def tidy(text: str) -> str:
    """On one line, wide letters and digits as others, without signs that part lines or are bullets."""
    shown = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFKC", text))
    return " ".join(shown.split())[:_LONGEST].strip(" |·•,;_*")


def numeric(text: str) -> bool:
    """Whether a digit is in it."""
    return any(map(str.isdigit, text))


def rounded(confidence: float) -> float:
    """A confidence from 0 to 1 in whole per cents."""
    return round(max(0.0, min(confidence, 1.0)), 2)
