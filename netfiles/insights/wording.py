"""Texts compared by their words: endings, case and small words do not count."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from netfiles.text.letters import unaccented

_WORD = re.compile(r"[^\W_][\w+#'’]*")
_SMALL = frozenset(
    (
        "a about after all also am an and any are as at be been before being but by can could did do does for from had"
        " has have he her his how i if in into is it its me more most my no not of off on one or our out over own per"
        " she should so some than that the their them then there these they this those through to under up us was we"
        " were what when where which while who whom whose why will with within without would you your"
        " ability able experience good great job knowledge skill skills strong work working works"
    ).split()
)
"""Words that say too little to tell two texts apart."""

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=20_000)
def wording(text: str) -> Mapping[str, str]:
    """The words that count by their stems, in order; all of them where none does. Plain numbers never count."""
    words = {stem(word): word for word in reversed(_words(text)) if word.lower() not in _SMALL}
    found = words or {stem(word): word for word in reversed(_words(text))}
    return dict(reversed(found.items()))


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isdigit()]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending: `planning`, `planner` and `plans` are one."""
    found = re.sub(r"['’]s?$", "", unaccented(word))
    if len(found) < 4:
        return found
    found = _without_end(_singular(found))
    if len(found) > 3 and found[-1] == found[-2]:
        found = found[:-1]
    if found.endswith("e") and len(found) > 3:
        return found[:-1]
    return f"{found[:-1]}y" if found.endswith("i") else found


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if re.search(r"(?:s|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^siu]s$", word) else word


def _without_end(word: str) -> str:
    for end, least in (("ment", 4), ("ing", 3), ("ed", 3), ("er", 4)):
        rest = word.removesuffix(end)
        if rest != word and len(rest) >= least and not _VOWELS.isdisjoint(rest):
            return rest
    return word


class Match(NamedTuple):
    """How far a text (the `number`-th of its list) says something: the words it has of it, and those it lacks."""

    text: str
    number: int
    has: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it has more than half of the words."""
        return len(self.has) > len(self.lacks)


@lru_cache(maxsize=10_000)
def closest(wanted: str, texts: tuple[str, ...]) -> Match | None:
    """The text that has the most words of what is wanted, the first of several; None where none has any."""
    matches = [_match(wanted, text, number) for number, text in enumerate(texts)]
    return max((match for match in matches if match.has), key=lambda match: len(match.has), default=None)


def _match(wanted: str, text: str, number: int) -> Match:
    words, there = wording(wanted), wording(text)
    has = tuple(word for key, word in words.items() if key in there)
    return Match(text, number, has, tuple(word for key, word in words.items() if key not in there))


def said_in(text: str, texts: Iterable[str]) -> str | None:
    """Which of some texts a shorter one means: the only one that has all its words, two at least."""
    words = wording(text).keys()
    found = [other for other in dict.fromkeys(texts) if words <= wording(other).keys()]
    return found[0] if len(found) == 1 and len(words) > 1 else None
