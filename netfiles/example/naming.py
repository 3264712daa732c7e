"""Names of made-up people, and the words that follow from a name: what one calls them, nicknames, plain letters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from netfiles.example.chance import deck, dice, happens, pick
from netfiles.example.words.names import (
    CULTURES,
    LONG_FAMILY,
    LONG_GIVEN,
    MONONYMS,
    NICKNAMES,
    PLAIN_LETTERS,
    Culture,
)

DOUBLED = 0.08
INITIALED = 0.06
FULL_NICKNAME = 0.4


@dataclass(frozen=True, slots=True)
class Name:
    full: str
    call: str
    plain: str
    aliases: tuple[str, ...] = ()


def names(seed: int) -> Iterator[Name]:
    """Endless names of many cultures, now and then one of a rare form."""
    rng = dice(seed, "names")
    cultures = deck(rng, [(culture, culture.weight) for culture in CULTURES])
    number = 0
    while True:
        yield _rare(rng, number) or common(rng, cultures[number % len(cultures)])
        number += 1


def common(rng: Random, culture: Culture) -> Name:
    """A name as most people of the culture bear one."""
    given, given_plain = _both(pick(rng, culture.given))
    family, family_plain = _both(pick(rng, culture.family))
    if culture.doubles and happens(rng, DOUBLED):
        other = pick(rng, culture.family)
        family = family if other == family else f"{family}-{other}"
    elif culture.doubles and happens(rng, INITIALED):
        family = f"{pick(rng, 'ABCDEGHJKLMRSTW')}. {family}"
    full = culture.pattern.format(given=given, family=family, middle=pick(rng, culture.middle))
    if given != given_plain:
        both = f"{given_plain} {family_plain}"
        return Name(full, given_plain, plain(both), (both,))
    return Name(full, given, plain(full), _nicknames(rng, given, family))


def key(name: str) -> str:
    """What two names share that differ in nothing but case and Unicode form."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def plain(name: str) -> str:
    """The name in letters a to z."""
    letters = unicodedata.normalize("NFKD", name.lower().translate(PLAIN_LETTERS))
    return re.sub(r"[^a-z ]+", "", letters.replace("-", " ")).strip()


def _rare(rng: Random, number: int) -> Name | None:
    if number % 211 == 4:
        name = pick(rng, MONONYMS)
        return Name(name, name, plain(name))
    if number % 97 == 31:
        given, family = pick(rng, LONG_GIVEN), pick(rng, LONG_FAMILY)
        first = given.split()[0]
        return Name(f"{given} {family}", first, plain(f"{first} {family.split()[-1]}"), (f"{first} {family}",))
    return None


def _both(word: str) -> tuple[str, str]:
    script, _, romanised = word.partition("=")
    return script, romanised or script


def _nicknames(rng: Random, given: str, family: str) -> tuple[str, ...]:
    nickname = NICKNAMES.get(given)
    if nickname is None:
        return ()
    return (nickname, f"{nickname} {family}") if happens(rng, FULL_NICKNAME) else (nickname,)
