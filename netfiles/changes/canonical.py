"""Values that people understand and a field does not: what they surely mean, in the way the field takes them."""

import re
from collections.abc import Callable, Iterator
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR_FIRST = re.compile(r"(\d{4})([/.\-])(\d{1,2})\2(\d{1,2})\.?|(\d{4})()(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_DAY_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+{_NAMED},?\s+(\d{{4}})")
_NAMED_DAY = re.compile(rf"{_NAMED}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")


def _day(text: str) -> Iterator[str]:
    """`2026/11/20`, `20 November 2026`, `Nov 20, 2026`; `11/20/2026`, as only one can be the month."""
    word = re.sub(r"[‐-―−]", "-", text.lower())
    if match := _YEAR_FIRST.fullmatch(word):
        year, _, month, day = (part for part in match.groups() if part is not None)
        yield from _written(year, month, day)
    elif match := _YEAR_LAST.fullmatch(word):
        one, two, year = match[1], match[3], match[4]
        months = {(month, day) for month, day in ((one, two), (two, one)) if int(month) <= 12}
        if len(months) == 1:
            ((month, day),) = months
            yield from _written(year, month, day)
    elif match := _DAY_NAMED.fullmatch(word):
        yield from _written(match[3], str(_MONTHS.index(match[2]) + 1), match[1])
    elif match := _NAMED_DAY.fullmatch(word):
        yield from _written(match[3], str(_MONTHS.index(match[1]) + 1), match[2])


def _written(year: str, month: str, day: str) -> Iterator[str]:
    try:
        yield date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return


_TIME = re.compile(r"(?:(\d{1,3}(?:[.,]5)?)\s*(?:h|hrs?|hours?)\.?)?\s*(?:(\d{1,4})\s*(?:m|mins?|minutes?)\.?)?")


def _minutes(text: str) -> Iterator[str]:
    """`45 mins`, `1 hour`, `1.5 hrs`."""
    match = _TIME.fullmatch(text.lower().strip())
    if match and (match[1] or match[2]):
        yield str(int(float((match[1] or "0").replace(",", ".")) * 60) + int(match[2] or 0))


_LASTING = re.compile(r"(?:every\s+)?(\d{1,3})?\s*(day|week|wk|month|mo|year|yr)s?\.?")
_UNITS = {"day": "d", "week": "w", "wk": "w", "month": "m", "mo": "m", "year": "y", "yr": "y"}


def _lasting(text: str) -> Iterator[str]:
    """`every 6 weeks`, `2 mos`, `every month`."""
    match = _LASTING.fullmatch(text.lower().strip())
    if match and (match[1] or text.lower().startswith("every")):
        yield f"{match[1] or 1}{_UNITS[match[2]]}"


_WORDS = {
    "e-mail": "email",
    "phone": "call",
    "phone call": "call",
    "telephone": "call",
    "video call": "video",
    "text message": "message",
    "sms": "message",
    "intro": "introduction",
    "introductions": "introduction",
    "info": "information",
    "interview": "interviewing",
    "in person": "meeting",
    "incoming": "in",
    "outgoing": "out",
}
"""Words that mean the same as a word of the format; each counts only where the field takes that."""


def _word(text: str) -> Iterator[str]:
    bare = " ".join(text.lower().strip(" .,;").split())
    yield bare
    if bare in _WORDS:
        yield _WORDS[bare]


def _rating(text: str) -> Iterator[str]:
    """`4/5`."""
    if match := re.fullmatch(r"([1-5])\s*(?:/|of|out of)\s*5", text.lower()):
        yield match[1]


def _mail(text: str) -> Iterator[str]:
    """An address with a full stop behind it, or with spaces around its sign."""
    yield re.sub(r"\s*@\s*", "@", text.strip(" .,;"))


_WAYS: tuple[Callable[[str], Iterator[str]], ...] = (_day, _minutes, _lasting, _rating, _word, _mail)


def canonical(text: str) -> Iterator[tuple[str, ...]]:
    """What a value may mean, likeliest first: one value, or several that stand in one. The field has the last word."""
    for way in _WAYS:
        yield from [(found,) for found in way(text) if found and found != text]
    parts = [part.strip() for part in re.split(r"[,;]", text) if part.strip()]
    if len(parts) > 1:
        yield tuple(dict.fromkeys(parts))
