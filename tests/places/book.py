"""A gazetteer of a dozen towns, for tests that must not depend on an optional library."""

from collections.abc import Collection, Mapping

from netfiles.places.gazetteer import Gazetteer, Town

TOWNS = (
    Town("Springfield", 37.22, -93.3, "US", "MO", 169_000),
    Town("Springfield", 42.1, -72.59, "US", "MA", 155_000),
    Town("Springfield", 39.8, -89.64, "US", "IL", 114_000),
    Town("Boston", 42.36, -71.06, "US", "MA", 675_000),
    Town("Boston", 52.98, -0.02, "GB", "ENG", 45_000),
    Town("Hatfield", 42.37, -72.6, "US", "MA", 3_300),
    Town("Lyon", 45.75, 4.85, "FR", "84", 522_000),
    Town("Lyon", 45.8, 4.9, "FR", "84", 500_000),
    Town("Zürich", 47.37, 8.55, "CH", "ZH", 341_000),
    Town("Hamburg", 53.55, 9.99, "DE", "04", 1_845_000),
    Town("Georgetown", 38.69, -75.39, "US", "DE", 7_000),
    Town("London", 51.51, -0.13, "GB", "ENG", 8_961_000),
    Town("London", 42.98, -81.23, "CA", "08", 422_000),
)
ELSEWHERE = {"Zurich": "Zürich", "zurich": "Zürich"}


def towns(names: Collection[str]) -> Mapping[str, tuple[Town, ...]]:
    return {name: tuple(town for town in TOWNS if town.name == name) for name in names}


def elsewhere(names: Collection[str]) -> Mapping[str, tuple[Town, ...]]:
    return {name: tuple(town for town in TOWNS if town.name == ELSEWHERE.get(name)) for name in names}


COUNTRIES = {
    "switzerland": "CH",
    "france": "FR",
    "de": "DE",
    "germany": "DE",
    "uk": "GB",
    "us": "US",
    "canada": "CA",
    "ca": "CA",
}
REGIONS = {
    "ma": ("US", "MA"),
    "massachusetts": ("US", "MA"),
    "de": ("US", "DE"),
    "ca": ("US", "CA"),
    "on": ("CA", "08"),
}
CALLED = {"US": "United States", "GB": "United Kingdom", "CA": "Canada"}
BOOK = Gazetteer(towns, elsewhere, COUNTRIES, REGIONS, CALLED)
