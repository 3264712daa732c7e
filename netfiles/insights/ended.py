"""Leads that came to an end, by whom they are owed to: those who told of them, and who helped on the way."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.index.resolve import NOTHING
from netfiles.insights.credit import heard_via
from netfiles.insights.leads import ended_on
from netfiles.model import Lead


class Ended(NamedTuple):
    """A lead, the day it ended, and the entries in which somebody helped with it; none where only its file says so."""

    lead: Lead
    day: date
    gifts: tuple[Entry, ...]


def ended_leads(network: Network) -> Mapping[str, tuple[Ended, ...]]:
    """The leads that ended or will on a day written down, by the key of everybody who helped with them."""
    found: dict[str, list[Ended]] = {}
    for lead in network.collection.leads:
        if day := ended_on(lead):
            for key, gifts in _gifts(network, lead, day).items():
                found.setdefault(key, []).append(Ended(lead, day, tuple(gifts)))
    return {key: tuple(of) for key, of in found.items()}


def _gifts(network: Network, lead: Lead, until: date) -> dict[str, list[Entry]]:
    """The entries in which each helped: the one it was heard in, and those about it in which they gave something."""
    links, via = network.fields.get(lead.path, NOTHING), heard_via(network, lead)
    gifts: dict[str, list[Entry]] = {key: [] for key in (links.one("heard_from"), links.one("referred_by")) if key}
    given = (e for e in network.relations.naming.get(lead.path, ()) if e.record.got and e.record.channel != "interview")
    for entry in (*((via,) if via else ()), *(e for e in given if e is not via)):
        for key in entry.people if entry.day <= until else ():
            gifts.setdefault(key, []).append(entry)
    return gifts
