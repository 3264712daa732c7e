"""One person with all that their file is made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from netfiles.example.chance import dice
from netfiles.example.phrases import Slots, about_person
from netfiles.example.plan import Firm, Network, Person, Touch
from netfiles.example.traits import traits


@dataclass(frozen=True, slots=True)
class Subject:
    net: Network
    rng: Random
    number: int
    person: Person
    firm: Firm | None
    has: frozenset[str]  # names of traits
    rule: str  # the rule of the queue that the loop with them is to wake, "" for most
    words: Slots
    mates: tuple[int, ...]  # who works or worked at the same places

    @property
    def known(self) -> Touch:
        """When one was in touch."""
        return self.net.known[self.number]


def subjects(net: Network) -> Iterator[Subject]:
    """Everyone in the order of their numbers."""
    bearers = traits(net)
    staff = _staff(net.people)
    for number, person in enumerate(net.people):
        rng = dice(net.seed, "person", number)
        case = net.parts.cases.get(number)
        yield Subject(
            net=net,
            rng=rng,
            number=number,
            person=person,
            firm=None if person.firm is None else net.firms[person.firm],
            has=frozenset(name for name, who in bearers.items() if number in who),
            rule=case.rule if case else "",
            words=about_person(rng, person, net.firms),
            mates=_mates(number, person, staff),
        )


def _staff(people: Sequence[Person]) -> Mapping[int, list[int]]:
    staff: dict[int, list[int]] = {}
    for number, person in enumerate(people):
        for firm in _employers(person):
            staff.setdefault(firm, []).append(number)
    return staff


def _mates(number: int, person: Person, staff: Mapping[int, list[int]]) -> tuple[int, ...]:
    return tuple(mate for firm in _employers(person) for mate in staff[firm][:60] if mate != number)


def _employers(person: Person) -> tuple[int, ...]:
    return (*(() if person.firm is None else (person.firm,)), *(firm for firm, _, _ in person.past))
