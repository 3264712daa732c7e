"""Warm ties by what they have in common with a company: who could know somebody there, where no path is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from netfiles.index.network import Employer
from netfiles.insights.ground import Ground, Look
from netfiles.insights.hops import asked
from netfiles.insights.rolls import is_open
from netfiles.insights.ties import WARM
from netfiles.problems import Place

MOST = 3
_ENOUGH = 50
"""Of so many alumni, those with the strongest ties, the first whom I did not ask lately are taken."""


class Guess(NamedTuple):
    """Somebody I have a warm tie with, why they could know somebody at a company, and where that stands."""

    person: str
    why: str
    place: Place


class _Trait(NamedTuple):
    """What somebody has in common with a company: in words, and the field that says so."""

    person: str
    why: str
    field: str


class Circle:
    """The warm ties of a day."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def could_know(self, company: Employer) -> tuple[Guess, ...]:
        """Who could know somebody at a company: of its industry, of one's past, of its place, alumni; strongest first.

        Whom I asked for something lately is left in peace.
        """
        look, found = Look(self._ground), dict[str, Guess]()
        for traits in (self._in_industry, self._once_in_industry, self._in_place, self._alumni):
            for trait in sorted(traits(company), key=lambda trait: (-self._strength(trait.person), trait.person)):
                record = self._ground.people[trait.person].someone.record
                if len(found) == MOST:
                    return tuple(found.values())
                if record and trait.person not in {*found, *company.now} and not asked(look, trait.person):
                    found[trait.person] = Guess(trait.person, trait.why, record.origin.place(trait.field))
        return tuple(found.values())

    def _strength(self, key: str) -> float:
        return self._ground.people[key].tie.strength

    def _is_warm(self, key: str) -> bool:
        return self._strength(key) >= WARM and is_open(self._ground.people[key])

    def _in_industry(self, company: Employer) -> Iterator[_Trait]:
        for employer in self._like(company):
            why = f"works in {_industry(employer)} too, at {employer.name}"
            yield from (_Trait(key, why, "company") for key in employer.now if self._is_warm(key))

    def _once_in_industry(self, company: Employer) -> Iterator[_Trait]:
        for employer in self._like(company):
            why = f"worked in {_industry(employer)} too, at {employer.name}"
            yield from (_Trait(key, why, "past_companies") for key, _ in employer.before if self._is_warm(key))

    def _like(self, company: Employer) -> Iterable[Employer]:
        """The companies of the same industry, itself too."""
        return self._by_industry.get(_plain(_industry(company)), ())

    def _in_place(self, company: Employer) -> Iterator[_Trait]:
        place = company.record.location if company.record else None
        for key in self._by_place.get(_plain(place), ()) if place else ():
            if self._is_warm(key):
                yield _Trait(key, f"lives in {place}", "location")

    def _alumni(self, _: Employer) -> Iterator[_Trait]:
        yield from self._of_your_school

    @cached_property
    def _of_your_school(self) -> tuple[_Trait, ...]:
        found: list[_Trait] = []
        for someone in self._ground.standings.network.on_file:
            record = someone.record
            if record and (_studied(record.relation) or any(map(_studied, record.tags))) and self._is_warm(someone.key):
                field = "relation" if _studied(record.relation) else "tags"
                found.append(_Trait(someone.key, "is one of your alumni", field))
        return tuple(sorted(found, key=lambda trait: (-self._strength(trait.person), trait.person))[:_ENOUGH])

    @cached_property
    def _by_industry(self) -> Mapping[str, list[Employer]]:
        found: dict[str, list[Employer]] = defaultdict(list)
        for employer in self._ground.companies.values():
            if industry := _industry(employer):
                found[_plain(industry)].append(employer)
        return found

    @cached_property
    def _by_place(self) -> Mapping[str, list[str]]:
        written: dict[str, list[str]] = defaultdict(list)
        for someone in self._ground.standings.network.on_file:
            if someone.record and someone.record.location:
                written[someone.record.location].append(someone.key)
        found: dict[str, list[str]] = defaultdict(list)
        for location, keys in written.items():
            found[_plain(location)] += keys
        return found


def _industry(employer: Employer) -> str:
    return (employer.record.industry if employer.record else None) or ""


def _studied(word: str | None) -> bool:
    return word is not None and word.casefold().strip() == "alumni"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
