"""Birthdays in all the ways that cards write them."""

import re
from datetime import date
from typing import NamedTuple

_LAST_YEAR = 2999
_NO_YEAR = 1604
"""The year that Apple writes where there is none."""

_FULL = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_OF_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})(?:-{0,2})(?:T.*)?")


class Birthday(NamedTuple):
    """What the field takes (empty where nothing), and whether that is all that was said."""

    value: str
    whole: bool = True


def birthday(text: str, omitted_year: str = "") -> Birthday:
    """`1985-04-12`, `04-12` or `1985` of what a card says; `omitted_year` is the one that means none."""
    text = text.strip()
    if full := _FULL.fullmatch(text):
        year, month, day = (int(part) for part in full.groups() if part is not None)
        return _full(year, month, day, omitted_year)
    if short := _DAY_OF_YEAR.fullmatch(text):
        return _without_year(int(short[1]), int(short[2]))
    if (month_of := _MONTH.fullmatch(text)) and 1 <= int(month_of[2]) <= 12:
        return Birthday(_year(int(month_of[1])), whole=False)
    if only := _YEAR.fullmatch(text):
        return Birthday(_year(int(only[1])))
    return Birthday("", whole=False)


def _full(year: int, month: int, day: int, omitted_year: str) -> Birthday:
    if year in (0, _NO_YEAR) or str(year) == omitted_year.strip():
        return _without_year(month, day)
    try:
        born = date(year, month, day)
    except ValueError:
        return Birthday("", whole=False)
    return Birthday(born.isoformat()) if year <= _LAST_YEAR else Birthday("", whole=False)


def _without_year(month: int, day: int) -> Birthday:
    try:
        return Birthday(date(2000, month, day).strftime("%m-%d"))
    except ValueError:
        return Birthday("", whole=False)


def _year(year: int) -> str:
    return f"{year:04d}" if 0 < year <= _LAST_YEAR else ""
