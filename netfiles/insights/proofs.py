"""Where the files prove what a path says: the file and the line."""

from datetime import date

from netfiles.index.network import Network, Someone
from netfiles.insights.hops import Hop
from netfiles.insights.possible import Possible
from netfiles.insights.rolls import certain
from netfiles.problems import Place


def proofs(network: Network, hop: Hop, today: date) -> tuple[Place, ...]:
    """The places that prove a hop: one, and of colleagues the lines of both."""
    if hop.shared and hop.start:
        return tuple(_stay(network, key, hop.by, hop.shared[0], today) for key in (hop.start, hop.to))
    whom = hop.to if hop.by == hop.start else hop.start or hop.to
    if hop.entry:
        field, named = ("introduced", whom) if hop.kind == "named" else ("with", hop.to)
        return (_place(network, hop.entry.path, field, named),)
    if hop.kind == "introduced":
        return (network.records[whom].origin.place("introduced_by"),)
    return (_place(network, hop.by, "knows", whom),)


def asked_at(hop: Hop) -> Place | None:
    """Where it stands that I asked somebody lately."""
    if hop.asked is None:
        return None
    return hop.asked.record.origin.place("asked" if hop.asked.record.asked else "ask")


def why_possible(network: Network, one: Possible) -> tuple[Place, ...]:
    """Where the files say what makes a link possible: one named the other, or both are or were at the company."""
    if one.entry and one.to:
        return (_place(network, one.entry.path, "introduced", one.to),)
    keys = (one.person, one.to) if one.to else (one.person,)
    return tuple(_employed(network, network.people[key], one.company) for key in keys)


def _employed(network: Network, someone: Someone, company: str) -> Place:
    field = "company" if someone.company == company else "past_companies"
    return _place(network, someone.key, field, company)


def _place(network: Network, path: str, field: str, key: str) -> Place:
    """Where a field of a file names somebody or something."""
    item = network.fields[path].keys[field].index(key)
    return network.records[path].origin.place(field, item)


def _stay(network: Network, key: str, company: str, year: int, today: date) -> Place:
    """Where somebody's file tells that they were at a company in a year."""
    record = network.people[key].record
    pasts = record.past_companies if record else ()
    for n, (at, past) in enumerate(zip(network.fields[key].keys["past_companies"], pasts, strict=True)):
        spell = certain(key, past.years, today)
        if at == company and spell and spell.first <= year <= spell.last:
            return network.records[key].origin.place("past_companies", n)
    return _place(network, key, "past_companies", company)
