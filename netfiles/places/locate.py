"""Where the places that people write lie: `Springfield, MA`, `Lyon`, `Zürich, Switzerland`."""

import re
from collections.abc import Collection, Iterable, Mapping
from math import cos, radians
from typing import Literal, NamedTuple

from netfiles.places.gazetteer import Gazetteer, Town
from netfiles.text.letters import unaccented

Answer = Literal["town", "area", "several", "unknown"]


class Spot(NamedTuple):
    """What a text says of a place: a town; a country, a region or no place at all; several towns; nothing known.

    `choices` are ways to write the largest of several so that only one is meant; also where nothing is known of the
    region written behind their name.
    """

    answer: Answer
    town: Town | None = None
    choices: tuple[str, ...] = ()


_NOWHERE = frozenset(
    (
        *"remote anywhere home hybrid worldwide global international online".split(),
        "africa",
        "asia",
        "europe",
        "eu",
        "oceania",
        "north america",
        "south america",
        "latin america",
        "middle east",
    )
)
_MUCH_LARGER = 10
"""A town so many times larger than all others of its name is meant where nothing else is said."""


class _Asked(NamedTuple):
    """A town's name, and the codes that each of the words behind it may mean: of a country, of a region, of both.

    `strange`: one of these words means none of them.
    """

    name: str
    within: tuple[frozenset[tuple[str, str]], ...]
    strange: bool


def locate(texts: Iterable[str], book: Gazetteer) -> Mapping[str, Spot]:
    """What each text says; the gazetteer is asked once for all of them."""
    asked = {text: _asked(text, book) for text in dict.fromkeys(texts)}
    forms = {form for one in asked.values() if one for form in _forms(one.name)}
    towns = book.towns(forms) if forms else {}
    found = {text: _fitting(one, towns) for text, one in asked.items() if one}
    missing = {asked[text].name for text, fitting in found.items() if not fitting}  # type: ignore[union-attr]  # only of what was asked
    elsewhere = book.elsewhere(missing) if missing else {}
    return {text: _spot(one, found.get(text, ()), elsewhere, book) for text, one in asked.items()}


def _asked(text: str, book: Gazetteer) -> _Asked | None:
    """What a text asks for; None for a country, a region, or a word for no place."""
    parts = [part for part in map(_plain, re.split(r"[,;()/]", text)) if part]
    folded = list(map(unaccented, parts))
    if not parts or folded[0] in _NOWHERE:
        return None
    if len(parts) == 1 and _meant(folded[0], book) and folded[0] not in _ALSO_TOWNS:
        return None
    meant = [_meant(word, book) for word in folded[1:]]
    return _Asked(parts[0], tuple(filter(None, meant)), not all(meant))


_ALSO_TOWNS = frozenset(("new york", "washington", "singapore", "luxembourg", "monaco", "quebec", "mexico", "panama"))
"""Countries and regions that are towns, too, and written alone are meant as such."""


def _plain(part: str) -> str:
    """A part without postal codes and without words for what lies around a town."""
    words = re.sub(r"\b[\w-]*\d[\w-]*\b", " ", part)
    around = r"^\s*greater\s+|\s+(?:metro(?:politan)?|bay)?\s*area\s*$|\s+metro\s*$|\s+region\s*$"
    return " ".join(re.sub(around, " ", words, flags=re.IGNORECASE).split()).strip(" .-")


def _meant(word: str, book: Gazetteer) -> frozenset[tuple[str, str]]:
    """The country (with no region) and the region that a word may mean: `CA` is Canada and California."""
    country, region = book.countries.get(word), book.regions.get(word)
    return frozenset([*([(country, "")] if country else []), *([region] if region else [])])


def _forms(name: str) -> tuple[str, ...]:
    return (name,) if name.istitle() else (name, name.title())


def _fitting(asked: _Asked, towns: Mapping[str, tuple[Town, ...]]) -> tuple[Town, ...]:
    """The towns of that name within all that was said, the largest first, each place once."""
    named = [town for form in _forms(asked.name) for town in towns.get(form, ())]
    fitting = (town for town in named if all(_within(town, meant) for meant in asked.within))
    return _apart(sorted(fitting, key=lambda town: (-town.people, town)))


def _within(town: Town, meant: Collection[tuple[str, str]]) -> bool:
    return (town.country, "") in meant or (town.country, town.region) in meant


_SAME = 0.4
"""Degrees: nearer than that, two towns of one name are one place, listed twice."""


def _apart(towns: Iterable[Town]) -> tuple[Town, ...]:
    kept: list[Town] = []
    for town in towns:
        if all(_distance(town, other) > _SAME for other in kept):
            kept.append(town)
    return tuple(kept)


def _distance(one: Town, other: Town) -> float:
    across = abs(one.longitude - other.longitude) * cos(radians(one.latitude))
    return max(across, abs(one.latitude - other.latitude))


def _spot(
    asked: _Asked | None, fitting: tuple[Town, ...], elsewhere: Mapping[str, tuple[Town, ...]], book: Gazetteer
) -> Spot:
    if asked is None:
        return Spot("area")
    found = fitting or _fitting(asked, {asked.name: elsewhere.get(asked.name, ())})
    if not found:
        return Spot("unknown")
    if asked.within or len(found) == 1 or found[0].people >= _MUCH_LARGER * found[1].people:
        return Spot("town", found[0])
    choices = tuple(dict.fromkeys(_written(asked.name, town, book) for town in found))[:3]
    return Spot("unknown" if asked.strange else "several", None, choices)


def _written(name: str, town: Town, book: Gazetteer) -> str:
    """A town with its state in the United States, elsewhere with its country."""
    return f"{name}, {town.region if town.country == 'US' else book.called.get(town.country, town.country)}"
