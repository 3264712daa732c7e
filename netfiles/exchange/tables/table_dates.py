"""Days as tables of all lands write them, as the format has them; what can be read as two days is none."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

Order = Literal["day first", "month first", "unclear"]
"""What `3/4/1985` begins with in a file."""

_MONTHS = """
jan ene gen januar january janvier enero janeiro gennaio januari janv
feb fev februar february fevrier febrero fevereiro febbraio februari fevr
mar mrt mars marz maerz march marzo marco maart
apr abr avr april avril abril aprile
may mai mag mayo maio maggio mei
jun giu june juni juin junio junho giugno
jul lug july juli juillet julio julho luglio juil
aug ago aou august aout agosto augustus
sep set sept september septembre septiembre setembro settembre
oct okt out ott october oktober octobre octubre outubro ottobre
nov november novembre noviembre novembro
dec dez dic dezember december decembre diciembre dezembro dicembre
"""
MONTHS = {word: number for number, row in enumerate(_MONTHS.strip().splitlines(), 1) for word in row.split()}
_FOLDED = str.maketrans("äàâéèêëïîôöûüùç", "aaaeeeeiioouuuc")

_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: .*)?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?:[ ,].*)?")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º)?[. -]*(?:de )?([^\W\d]{3,})[. -]*(?:de )?(\d{4})(?: .*)?")
_MONTH_NAMED = re.compile(r"([^\W\d]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?: .*)?")
_NO_YEAR = re.compile(r"--(\d\d)-?(\d\d)")
_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\.?")
_NOTHING = re.compile(r"0{1,4}[-/.]0{1,4}[-/.]0{1,4}(?:[ T][0:]+)?")


def order_of(texts: Iterable[str]) -> Order:
    """Whether the days of a column begin with the day or the month, if one of them can be only the one."""
    found = [_SLASHED.fullmatch(text.strip()) or _SHORT.fullmatch(text.strip()) for text in texts]
    pairs = [re.findall(r"\d+", match[0])[:2] for match in found if match]
    day_first, month_first = (any(int(pair[place]) > 12 for pair in pairs) for place in (0, 1))
    return "unclear" if day_first == month_first else "day first" if day_first else "month first"


def no_date(text: str) -> bool:
    """Whether a cell holds what programs write where there is no date: `0/0/00`, `0000-00-00`."""
    return _NOTHING.fullmatch(text) is not None


@lru_cache(50_000)
def day_of(text: str, order: Order = "unclear", century: int = 0) -> str:
    """A day as `1985-04-12`; empty where it is none, or could be two.

    A year of two digits counts with a century only.
    """
    written = text.strip()
    if match := _YEAR_FIRST.fullmatch(written) or _COMPACT.fullmatch(written):
        return _day(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(written):
        return _day(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(written):
        return _slashed(match, order, century)
    if match := _NAMED.fullmatch(written):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_NAMED.fullmatch(written):
        return _day(match[3], _month(match[1]), match[2])
    return ""


def birthday_of(text: str, order: Order = "unclear") -> str:
    """A birthday as `1985-04-12`, `04-12` or `1985`; empty where it is none, or could be two."""
    written = text.strip()
    if re.fullmatch(r"[12]\d{3}", written):
        return written
    if match := _NO_YEAR.fullmatch(written):
        return _day("2000", match[1], match[2])[5:]
    if match := _SHORT.fullmatch(written):
        first, sign, second = match.groups()
        return day_of(f"{first}{sign}{second}{sign}2000", order)[5:]
    return day_of(written, order)


def _slashed(match: re.Match[str], order: Order, century: int) -> str:
    year = match[3] if len(match[3]) == 4 else f"{century + int(match[3])}" if century else ""
    if match[1] == match[2] or order == "month first":
        return _day(year, match[1], match[2])
    if order == "day first":
        return _day(year, match[2], match[1])
    day, month = sorted((match[1], match[2]), key=int, reverse=True)
    return _day(year, month, day) if int(day) > 12 else ""


def _month(word: str) -> str:
    return str(MONTHS.get(word.casefold().translate(_FOLDED), 0))


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
