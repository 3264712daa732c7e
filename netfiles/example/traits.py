"""Which people bear which of the rarer fields: a share of them each, at least one where there are twenty."""

from collections.abc import Mapping
from functools import partial

from netfiles.example.chance import dice, share
from netfiles.example.plan import Network

Traits = Mapping[str, frozenset[int]]

# Among the people with whom nothing is open.
CALM: dict[str, float] = {
    "private": 0.012,
    "partly private": 0.015,
    "snoozed": 0.015,
    "awake again": 0.01,
    "dormant": 0.03,
    "closed": 0.015,
    "active": 0.04,
    "told before": 0.06,
    "next kept": 0.03,
    "next ahead": 0.03,
    "introduced": 0.04,
}
IMPORTED_QUIET = 0.55
IMPORTED_ACTIVE = 0.06
CARDS = 5
PHOTOS = 4
CARD_FIRMS = 2  # of the first firms there are cards in the package


def traits(net: Network) -> Traits:
    """By trait, the people who bear it."""
    calm = net.parts.easy
    touched = tuple(person for person in calm if net.known[person].days)
    untouched = tuple(person for person in calm if not net.known[person].days)
    drawn = {name: share(dice(net.seed, name), calm, part) for name, part in CALM.items()}
    imported = partial(share, dice(net.seed, "imported"))
    carded = [n for n, one in enumerate(net.people) if one.firm is not None and one.firm < CARD_FIRMS]
    return {
        **drawn,
        "keeps": share(dice(net.seed, "keeps"), touched, 0.3),
        "imported": imported(untouched, IMPORTED_QUIET) | imported(touched, IMPORTED_ACTIVE),
        "card": frozenset(carded[:CARDS]),
        "photo": frozenset(net.parts.active[:PHOTOS]),
    }
