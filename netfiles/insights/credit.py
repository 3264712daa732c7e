"""Whose help led to a lead: those who told of it or put in a word, and who introduced them, back to the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netfiles.index.network import Entry, Network, Someone
from netfiles.index.resolve import NOTHING
from netfiles.model import Lead, Origin
from netfiles.problems import Place


class Proof(NamedTuple):
    """What a file says of somebody's help: `told`, `talked`, `referred` or `introduced` (then `to` whom, by key)."""

    how: str
    origin: Origin
    field: str
    day: date | None = None
    to: str | None = None

    @property
    def place(self) -> Place:
        return self.origin.place(self.field)


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody of the chain, by key.

    Those of generation 1 helped with the lead itself; those after them introduced `led_to`, of the one before.
    """

    person: str
    generation: int
    led_to: tuple[str, ...]
    proofs: tuple[Proof, ...]


def heard_via(network: Network, lead: Lead) -> Entry | None:
    """The entry in which the owner heard of a lead."""
    path = network.fields.get(lead.path, NOTHING).one("heard_via")
    return network.entry_by_path.get(path) if path else None


def helpers(network: Network, lead: Lead, until: date) -> dict[str, tuple[Proof, ...]]:
    """Those who helped with a lead itself up to a day, by key: who told of it first, then who put in a word."""
    found: dict[str, tuple[Proof, ...]] = {}
    for key, proof in _helped(network, lead, until):
        found[key] = (*found.get(key, ()), proof)
    return found


def _helped(network: Network, lead: Lead, until: date) -> Iterator[tuple[str, Proof]]:
    links, entry = network.fields.get(lead.path, NOTHING), heard_via(network, lead)
    entry = entry if entry and entry.day <= until else None
    giver = links.one("heard_from")
    if giver and not (entry and giver in entry.people):
        yield giver, Proof("told", lead.origin, "heard_from", lead.heard_on)
    elif giver and entry:
        yield giver, Proof("told", entry.record.origin, "with", entry.day)
    if entry:
        talked = Proof("talked", entry.record.origin, "with", entry.day)
        yield from ((key, talked) for key in entry.people if key != giver)
    if key := links.one("referred_by"):
        yield key, Proof("referred", lead.origin, "referred_by")


def chain(network: Network, lead: Lead, today: date) -> tuple[Credit, ...]:
    """Everyone whose help led to a lead, each once and in the first generation that has them: there are no circles."""
    first = helpers(network, lead, today)
    found = {key: Credit(key, 1, (), proofs) for key, proofs in first.items()}
    newest, number = list(first), 1
    while newest:
        number += 1
        led: dict[str, list[tuple[str, Proof]]] = {}
        for key in newest:
            for giver, proof in introducers(network.people[key], today):
                if giver not in found:
                    led.setdefault(giver, []).append((key, proof._replace(to=key)))
        newest = list(led)
        for giver, of in led.items():
            people = tuple(dict.fromkeys(key for key, _ in of))
            found[giver] = Credit(giver, number, people, tuple(proof for _, proof in of))
    return tuple(found.values())


def introducers(someone: Someone, today: date) -> Iterator[tuple[str, Proof]]:
    """Who introduced somebody: whom their file names, and who gave their name up to the first contact with them."""
    said = someone.introduced_by
    first = someone.entries[0].day if someone.entries else today
    for entry in someone.given_in:
        if entry.day > min(first, today):
            break
        for key in entry.people:
            if key not in (someone.key, said):
                yield key, Proof("introduced", entry.record.origin, "introduced", entry.day)
    if said and said != someone.key and someone.record:
        given = next((e for e in someone.given_in if e.day <= today and said in e.people), None)
        record = given.record if given else someone.record
        field = "introduced" if given else "introduced_by"
        yield said, Proof("introduced", record.origin, field, given.day if given else None)
