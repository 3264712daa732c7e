"""One entry with all that its file is made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from netfiles.example.arcs import Step
from netfiles.example.chance import dice, pick
from netfiles.example.ledger import activity_words, event
from netfiles.example.marks import marks
from netfiles.example.phrases import Slots, about_person
from netfiles.example.plan import Entry, Firm, Lead, Network, Person


@dataclass(frozen=True, slots=True)
class Moment:
    net: Network
    rng: Random
    number: int
    entry: Entry
    people: tuple[Person, ...]
    firm: Firm | None  # where the first of them works
    leads: tuple[str, ...]  # stems of the leads that came of it
    marks: frozenset[str]  # names of the rarer fields that it bears
    words: Slots

    @property
    def step(self) -> Step:
        """Its part in a conversation."""
        return self.entry.step

    @property
    def planned(self) -> bool:
        """True if it is still to come."""
        return self.entry.day > self.net.today


def moments(net: Network) -> Iterator[Moment]:
    """All entries in the order of their days."""
    leads, bearers = _leads(net.leads), marks(net.entries, net.today)
    for number in sorted(range(len(net.entries)), key=lambda number: net.entries[number].day):
        entry = net.entries[number]
        rng = dice(net.seed, "entry", number)
        people = tuple(net.people[person] for person in entry.who)
        at = people[0].firm if people else None
        yield Moment(
            net=net,
            rng=rng,
            number=number,
            entry=entry,
            people=people,
            firm=None if at is None else net.firms[at],
            leads=tuple(leads.get(number, ())),
            marks=frozenset(name for name, numbers in bearers.items() if number in numbers),
            words=_words(net, rng, number, people),
        )


def _leads(leads: Sequence[Lead]) -> Mapping[int, list[str]]:
    by_entry: dict[int, list[str]] = {}
    for lead in leads:
        for number in (lead.tip, lead.talk):
            if number is not None:
                by_entry.setdefault(number, []).append(lead.stem)
    return by_entry


def _words(net: Network, rng: Random, number: int, people: Sequence[Person]) -> Slots:
    """All entries of a conversation keep to its topic, an activity to its title."""
    if not people:
        return activity_words(net.seed, number, net.firms)
    theme = net.entries[number].theme
    topic = pick(dice(net.seed, "theme", theme), people[0].trade.topics)
    return {**about_person(rng, people[0], net.firms), "topic": topic, "event": event(net.seed, theme)}
