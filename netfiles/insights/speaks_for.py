"""What speaks for somebody the owner has not thought of: a target, an industry, a town, an acquaintance, an offer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from netfiles.index.names import folded
from netfiles.index.network import Network, Someone
from netfiles.insights.assessment import same_industry
from netfiles.insights.standing import Standing
from netfiles.model import Person, Record
from netfiles.problems import Place


class Fact(NamedTuple):
    """Something that speaks for somebody, as the end of a sentence (`lives in …`), and what of which file says so."""

    text: str
    record: Record
    field: str
    item: int | None = None

    @property
    def place(self) -> Place:
        return self.record.origin.place(self.field, self.item)


@dataclass(frozen=True)
class Wanted:
    """What the owner looks for: keys of target companies and of those in target industries, names of towns.

    `inside` gives for everybody who works at a target which one.
    """

    targets: frozenset[str] = frozenset()
    in_industry: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    inside: Mapping[str, str] = field(default_factory=dict)


def wanted(network: Network) -> Wanted:
    """What the owner looks for."""
    profile, companies = network.collection.profile, network.companies.values()
    industries = profile.industries if profile else ()
    texts = {company.record.industry for company in companies if company.record and company.record.industry}
    looked_at = {text for text in texts if any(same_industry(one, text) for one in industries)}
    return Wanted(
        frozenset(company.key for company in companies if company.is_target),
        frozenset(c.key for c in companies if c.record and c.record.industry in looked_at),
        frozenset(_town(place) for place in (profile.locations if profile else ())) - {""},
        {key: company.key for company in companies if company.is_target for key in company.now},
    )


def _town(place: str) -> str:
    """`Springfield, MA`, `Springfield MA` and `springfield` are the same."""
    return folded(re.sub(r"(?<=\w) [A-Z]{2}\s*$", "", re.split(r"[,(]", place, maxsplit=1)[0].rstrip()))


def facts(network: Network, look: Wanted, standing: Standing) -> Iterator[Fact]:
    """Everything that speaks for somebody on file, what counts most first."""
    someone, person = standing.someone, standing.someone.record
    if person is None:
        return
    yield from _of_companies(network, look, someone, person)
    yield from _of_acquaintances(network, look, someone, person)
    if person.location and _town(person.location) in look.towns:
        yield Fact(f"lives in {person.location}, where you look for work", person, "location")
    if person.can_help:
        yield Fact(f"can help with: {person.can_help[0]}", person, "can_help", 0)
    tags = [tag.lower() for tag in person.tags]
    if "alumni" in tags:
        yield Fact("alumni, as you are", person, "tags", tags.index("alumni"))
    elif (person.relation or "").lower() == "alumni":
        yield Fact("alumni, as you are", person, "relation")
    if standing.tie.word == "strong":
        yield Fact("a strong tie", person, "name")


def _of_companies(network: Network, look: Wanted, someone: Someone, person: Person) -> Iterator[Fact]:
    now = [(someone.company, "works at", "company", None)] if someone.company else []
    places: list[tuple[str, str, str, int | None]] = [*now]
    places += [(key, "worked at", "past_companies", number) for number, (key, _) in enumerate(someone.past)]
    for number, (key, verb, written, item) in enumerate(places):
        company = network.companies[key]
        if any(key == other for other, *_ in places[:number]):
            continue
        if key in look.targets:
            yield Fact(f"{verb} {company.name}, a target", person, written, item)
        elif key in look.in_industry and company.record:
            text = f"{verb} {company.name} ({company.record.industry}, an industry you look at)"
            yield Fact(text, person, written, item)


def _of_acquaintances(network: Network, look: Wanted, someone: Someone, person: Person) -> Iterator[Fact]:
    """The first two at a target whom they know, save those they work with."""
    by = (someone.introduced_by,) if someone.introduced_by else ()
    known = dict.fromkeys((*someone.knows, *someone.known_by, *someone.introduced, *by))
    inside = [key for key in known if look.inside.get(key, someone.company) != someone.company]
    for key in inside[:2]:
        other, theirs = network.people[key], network.people[key].record
        says = person if key in someone.knows or theirs is None else theirs
        text = f"knows {other.name} at {network.companies[look.inside[key]].name}, a target"
        yield Fact(text, says, "knows" if key in someone.knows or key in someone.known_by else "introduced_by")


class Spoken(NamedTuple):
    """How many facts speak for somebody, and their lot: a number by name and year that mixes people."""

    standing: Standing
    facts: int
    lot: int


Speaking = tuple[Wanted, Mapping[str, Spoken]]
"""How much speaks for each candidate, by key, beside what is looked for."""

NOBODY: Speaking = (Wanted(), {})


def speaking(network: Network, year: int, candidates: Iterable[Standing], before: Speaking) -> Speaking:
    """How much speaks for each; what is known from `before` holds where nothing is different."""
    look = wanted(network)
    known = before[1] if before[0] == look else {}
    found: dict[str, Spoken] = {}
    for standing in candidates:
        someone = standing.someone
        old = known.get(someone.key)
        if old is None or old.standing is not standing:
            lot = crc32(f"{year} {someone.name}".encode("utf-8", "surrogatepass"))
            old = Spoken(standing, sum(1 for _ in facts(network, look, standing)), lot)
        found[someone.key] = old
    return look, found
