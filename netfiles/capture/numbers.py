"""Lengths and times of day as people write them: 40m, an hour and a half, 9:30, 5pm."""

import re
from collections.abc import Sequence
from datetime import time

NUMBERS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
NUMBERS |= {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
NUMBERS |= {str(n): n for n in range(1_000)}
"""Small numbers by their words and their digits."""

_IN_ONE = re.compile(
    r"(?:(\d{1,3}(?:\.\d)?)h(?:(?:ours?|rs?)?(\d{1,2})(?:m|min|mins)?)?|(\d{1,4})(?:m|min|mins|minutes))"
)
_MINUTE = frozenset(("m", "min", "mins", "minute", "minutes"))
_HOUR = frozenset(("h", "hr", "hrs", "hour", "hours"))
_PHRASES = {
    ("half", "an", "hour"): 30,
    ("a", "half", "hour"): 30,
    ("half", "hour"): 30,
    ("a", "quarter", "of", "an", "hour"): 15,
    ("quarter", "of", "an", "hour"): 15,
    ("an", "hour", "and", "a", "half"): 90,
    ("hour", "and", "a", "half"): 90,
    ("three", "quarters", "of", "an", "hour"): 45,
}
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*(am|pm)?|(\d{1,2})\s*(am|pm)")


def minutes(words: Sequence[str]) -> tuple[int, int] | None:
    """The minutes that words begin with, and how many words said so."""
    if words and words[0] in ("for", "about", "ca", "circa", "~"):
        found = minutes(words[1:])
        return (found[0], found[1] + 1) if found else None
    for phrase, length in _PHRASES.items():
        if tuple(words[: len(phrase)]) == phrase:
            return length, len(phrase)
    whole = _IN_ONE.fullmatch(words[0]) if words else None
    if whole and whole[3]:
        return int(whole[3]), 1
    if whole:
        length = round(float(whole[1]) * 60) + int(whole[2] or 0)
        more = None if whole[2] else _counted(words[1:], _MINUTE)
        return (length + more[0], 1 + more[1]) if more else (length, 1)
    return _in_words(words)


def _in_words(words: Sequence[str]) -> tuple[int, int] | None:
    """`40 min`, `ten minutes`, `1 hour 30 minutes`."""
    if found := _counted(words, _MINUTE):
        return found
    if hours := _counted(words, _HOUR):
        rest = list(words[hours[1] :])
        more = _counted(rest, _MINUTE)
        bare = (NUMBERS[rest[0]], 1) if rest and re.fullmatch(r"[1-5]\d", rest[0]) else (0, 0)
        extra = more or bare
        return hours[0] * 60 + extra[0], hours[1] + extra[1]
    return None


def _counted(words: Sequence[str], units: frozenset[str]) -> tuple[int, int] | None:
    if len(words) < 2 or words[1] not in units:
        return None
    number = NUMBERS.get(words[0])
    return None if number is None else (number, 2)


def clock(words: Sequence[str]) -> tuple[time, int] | None:
    """The time of day that words begin with, and how many words said so."""
    if words and words[0] in ("at", "from"):
        found = clock(words[1:])
        return (found[0], found[1] + 1) if found else None
    if words and words[0] == "noon":
        return time(12), 1
    match = _CLOCK.fullmatch(words[0]) if words else None
    apart = None if match else _CLOCK.fullmatch("".join(words[:2]))
    match = match or apart
    if match is None:
        return None
    hour, minute, half = int(match[1] or match[4]), int(match[2] or 0), match[3] or match[5]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif half:
        return None
    return (time(hour, minute), 2 if apart else 1) if hour < 24 and minute < 60 else None
