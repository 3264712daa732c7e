"""Everybody and every company of a network, from what belongs to them."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from netfiles.index.network import NOT_ON_FILE, Employer, Network, Someone
from netfiles.index.relate import called
from netfiles.index.resolve import NOTHING
from netfiles.model import Company, Person

T = TypeVar("T")


def people(before: Network, now: Network, moved: Iterable[str]) -> Mapping[str, Someone]:
    """Everybody by key, in its order; only who moved is made anew."""
    return _renewed(before.people, moved, lambda key: _someone(now, key))


def companies(before: Network, now: Network, moved: Iterable[str]) -> Mapping[str, Employer]:
    """Every company by key, in its order; only what moved is made anew."""
    return _renewed(before.companies, moved, lambda key: _employer(now, key))


def _renewed(before: Mapping[str, T], moved: Iterable[str], make: Callable[[str], T | None]) -> Mapping[str, T]:
    made = {key: make(key) for key in moved}
    here = {key: one for key, one in made.items() if one is not None}
    gone = made.keys() - here.keys()
    if here.keys() <= before.keys() and not gone & before.keys():
        return {**before, **here}
    return dict(sorted({key: one for key, one in {**before, **here}.items() if key not in gone}.items()))


def _someone(network: Network, key: str) -> Someone | None:
    record = network.records.get(key)
    person = record if isinstance(record, Person) else None
    name = person.called if person else called(network.claims, key) if key.startswith(NOT_ON_FILE) else None
    if name is None:
        return None
    of, links = network.relations, network.fields.get(key, NOTHING)
    giver = links.one("introduced_by")
    pasts = zip(links.keys.get("past_companies", ()), person.past_companies if person else (), strict=False)
    return Someone(
        key=key,
        name=name,
        record=person,
        entries=of.entries.get(key, ()),
        given_in=of.given_in.get(key, ()),
        mentioned_in=of.mentioned_in.get(key, ()),
        knows=links.all("knows"),
        known_by=of.known_by.get(key, ()),
        introduced_by=giver if (key, key) not in network.vain else None,
        introduced=of.introduced.get(key, ()),
        company=links.one("company"),
        past=tuple((company, past.years) for company, past in pasts if company),
    )


def _employer(network: Network, key: str) -> Employer | None:
    record = network.records.get(key)
    company = record if isinstance(record, Company) else None
    name = company.called if company else called(network.claims, key) if key.startswith("company:") else None
    if name is None:
        return None
    of = network.relations
    return Employer(
        key,
        name,
        company,
        of.now.get(key, ()),
        of.before.get(key, ()),
        of.about.get(key, ()),
        of.leads.get(key, ()),
    )
