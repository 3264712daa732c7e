"""Who is or was at a company: with certain years, or without; of many only the strongest ties."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netfiles.index.network import Employer, Someone
from netfiles.insights.standing import Standing
from netfiles.model import Years

MOST = 20
"""So many people of a company at most, with and without years, are taken for possible links to others there."""


class Spell(NamedTuple):
    """The years in which it is certain that somebody was at a company."""

    key: str
    first: int
    last: int


class Roll(NamedTuple):
    """The strongest ties among those who are or were at a company, by key.

    `dated` have certain years there, contacts or not; `undated` have none, and only contacts are among them.
    """

    dated: tuple[Spell, ...]
    undated: tuple[str, ...]


def certain(key: str, years: Years | None, today: date) -> Spell | None:
    """The certain years of a stay: `2018-` lasts until today, of `-2022` only 2022 is sure, `2022-2018` are none."""
    if years is None:
        return None
    last = min(today.year if years.last is None else years.last, today.year)
    first = last if years.first is None else years.first
    return Spell(key, first, last) if first <= last else None


def spells(someone: Someone, today: date) -> Iterator[tuple[str, Spell]]:
    """The companies where somebody was with certain years, a pair for each stay."""
    for company, years in someone.past:
        if spell := certain(someone.key, years, today):
            yield company, spell


def roll(employer: Employer, people: Mapping[str, Standing], today: date) -> Roll:
    """The roll of a company."""
    stays = [spell for key, years in employer.before if (spell := certain(key, years, today))]
    known = {spell.key for spell in stays}
    others = (key for key in (*employer.now, *(key for key, _ in employer.before)) if key not in known)
    chosen = strongest((key for key in known if is_open(people[key])), people)
    undated = strongest((key for key in dict.fromkeys(others) if is_contact(people[key], today)), people)
    dated = sorted(spell for spell in stays if spell.key in set(chosen))
    return Roll(tuple(dated), tuple(sorted(undated)))


def strongest(keys: Iterable[str], people: Mapping[str, Standing], most: int = MOST) -> list[str]:
    """Those with the strongest ties, then by key."""
    return sorted(keys, key=lambda key: (-people[key].tie.strength, key))[:most]


def is_open(standing: Standing) -> bool:
    """Whether somebody may be asked at all."""
    record = standing.someone.record
    return record is None or record.status != "closed"


def is_contact(standing: Standing, today: date) -> bool:
    """Whether I have been in contact with somebody who may be asked."""
    return standing.someone.last_contact(today) is not None and is_open(standing)
