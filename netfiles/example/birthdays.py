"""Birthdays in every form that the format knows."""

from datetime import date
from random import Random

from netfiles.example.chance import below, between, pick
from netfiles.example.days import after
from netfiles.text.written import Plain

LEAP_YEARS = (1964, 1976, 1984, 1988, 1992)  # the 29th of February exists in them
FORMS = ("{year}-{day:%m-%d}",) * 4 + ("{day:%m-%d}",) * 3 + ("--{day:%m-%d}", "{year}")
WITH_DAY = FORMS[:-1]


def birthday(rng: Random, today: date, soon: bool) -> Plain:
    """Any birthday, or one in the next days, as far as it is known."""
    day = after(today, between(rng, (1, 6)) if soon else below(rng, 365))
    return Plain(pick(rng, WITH_DAY if soon else FORMS).format(year=pick(rng, LEAP_YEARS), day=day))
