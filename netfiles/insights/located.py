"""Where the places of people and companies lie, and what to do about those that nobody can place."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from netfiles.index.network import Network
from netfiles.model import Company, Person, Record
from netfiles.places.gazetteer import gazetteer
from netfiles.places.locate import Spot, locate
from netfiles.problems import Problem, printable

Spots = Mapping[str, Spot]
"""What each text that names a place says; empty where there is no gazetteer."""

MOST_HINTS = 20
_SHOWN = 80


def placed(network: Network) -> Mapping[str, tuple[Record, int | None]]:
    """Every text that names a place, with the first record that bears it: people first, each kind by path.

    The places the profile looks at come last, each with its number.
    """
    found: dict[str, tuple[Record, int | None]] = {}
    records: tuple[tuple[Person | Company, ...], ...] = (network.collection.people, network.collection.companies)
    for of in records:
        for text, record in zip(map(attrgetter("location"), of), of, strict=True):
            if text:
                found.setdefault(text, (record, None))
    if profile := network.collection.profile:
        for number, text in enumerate(profile.locations):
            found.setdefault(text, (profile, number))
    return found


def located(network: Network, before: Spots) -> Spots:
    """What every text says; those known `before` say the same still, and only new ones are looked up."""
    book = gazetteer()
    if book is None:
        return {}
    texts = placed(network)
    new = [text for text in texts if text not in before]
    found = {**before, **locate(new, book)} if new else before
    return found if len(found) == len(texts) else {text: found[text] for text in texts}


def place_hints(network: Network, spots: Spots) -> Iterator[Problem]:
    """A hint for each text that is not known or means several towns, the first few of them."""
    if not any(map(_doubtful, spots.values())):
        return
    doubtful = ((text, of) for text, of in placed(network).items() if text in spots and _doubtful(spots[text]))
    for _, (text, (record, number)) in zip(range(MOST_HINTS), doubtful, strict=False):
        shown, spot = printable(text)[:_SHOWN], spots[text]
        place = record.origin.place("location" if number is None else "locations", number)
        advice = f"Write which one, like `{spot.choices[0]}`." if spot.choices else _WRITE_A_TOWN
        if spot.answer == "several":
            yield Problem("NF407", place, f"There are several places called `{shown}`", advice)
        else:
            yield Problem("NF406", place, f"The gazetteer knows no place called `{shown}`", advice)


_WRITE_A_TOWN = "Write a town with its state or country, like `Springfield, MA`; a larger one nearby will do."


def _doubtful(spot: Spot) -> bool:
    return spot.answer in ("several", "unknown")
