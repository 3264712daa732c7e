"""New names and talks as a picture: two columns a month on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netfiles.insights.introductions import Month, rate_in_words
from netfiles.views.words import MONTHS, plural

STEP, HEIGHT = 30, 90.0


@dataclass(frozen=True, slots=True)
class Column:
    """One month: where its columns stand, how high they are, and what they say."""

    first: date
    key: str
    name: str
    x: int
    names: float
    talks: float
    label: str
    rate: str
    month: Month


def columns(months: Sequence[Month]) -> tuple[Column, ...]:
    """The columns of some months, the highest as high as the picture."""
    most = max((max(month.names, month.talks) for month in months), default=0) or 1
    return tuple(_column(month, n * STEP, HEIGHT / most) for n, month in enumerate(months))


def _column(month: Month, x: int, scale: float) -> Column:
    name = MONTHS[month.first.month - 1]
    said = f"{name} {month.first.year}: {plural(month.names, 'new name')}, {plural(month.talks, 'talk')}"
    rate = f", {_rate(month)} a talk" if month.talks else ""
    key = f"{month.first.year:04d}-{month.first.month:02d}"
    return Column(
        month.first,
        key,
        name,
        x,
        round(month.names * scale, 1),
        round(month.talks * scale, 1),
        said + rate,
        _rate(month),
        month,
    )


def _rate(month: Month) -> str:
    """New names a talk as the sentence above says them; empty where there was no talk."""
    return rate_in_words(month.names, month.talks) if month.talks else ""
