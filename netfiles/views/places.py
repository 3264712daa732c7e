"""What the pages say about a place: who and which companies are there, how strong a tie, which targets."""

from collections.abc import Iterable
from dataclasses import dataclass

from netfiles.insights.located import Spots
from netfiles.places.gazetteer import Town
from netfiles.views.addresses import distinct
from netfiles.views.context import Context
from netfiles.views.employers import TIES, Facts
from netfiles.views.words import plural


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One place in short, by the way it is written most; `note` says why it is not on the map.

    `anchor` is its row in the table. `companies` are those that lie there, targets first.
    """

    name: str
    anchor: str
    people: int
    companies: tuple[Facts, ...]
    tie: str
    town: Town | None
    note: str

    @property
    def weight(self) -> int:
        return self.people + len(self.companies)

    @property
    def targets(self) -> int:
        return sum(1 for company in self.companies if company.target)


@dataclass(slots=True)
class _Gathered:
    """A place while people and companies are counted for it."""

    written: dict[str, int]
    people: int
    tie: int
    companies: list[Facts]
    town: Town | None
    note: str


_NEW = len(TIES)


def places(context: Context, companies: Iterable[Facts]) -> list[PlaceFacts]:
    """Every place, those with most people first; texts that mean one town are one place."""
    spots, found = context.insights.spots, dict[object, _Gathered]()
    standings = context.insights.standings.by_key
    for someone in context.network.on_file:
        text = someone.record.location if someone.record else None
        if text:
            place = _place(found, spots, text)
            place.people += 1
            place.tie = min(place.tie, TIES.index(standings[someone.key].tie.word))
    for company in companies:
        if company.place:
            _place(found, spots, company.place).companies.append(company)
    named = [(_name(place), place) for place in found.values()]
    named.sort(key=lambda pair: (-pair[1].people, pair[0].casefold(), pair[0]))
    anchors = distinct((name, name) for name, _ in named)
    return [_facts(name, anchors[name], place) for name, place in named]


def _place(found: dict[object, _Gathered], spots: Spots, text: str) -> _Gathered:
    spot = spots.get(text)
    key = spot.town if spot and spot.town else text.casefold()
    if key not in found:
        found[key] = _Gathered({}, 0, _NEW, [], spot.town if spot else None, _NOTES[spot.answer] if spot else "")
    found[key].written[text] = found[key].written.get(text, 0) + 1
    return found[key]


_NOTES = {
    "town": "",
    "area": "no town",
    "several": "there are several of this name",
    "unknown": "not known",
}


def _name(place: _Gathered) -> str:
    return min(place.written, key=lambda text: (-place.written[text], text))


def _facts(name: str, anchor: str, place: _Gathered) -> PlaceFacts:
    companies = tuple(sorted(place.companies, key=lambda c: (not c.target, -c.weight, c.name.casefold(), c.key)))
    tie = TIES[place.tie] if place.tie < _NEW else ""
    return PlaceFacts(name, f"place-{anchor}", place.people, companies, tie, place.town, place.note)


def sentence(name: str, people: int, companies: int, targets: int, tie: str) -> str:
    """`Springfield, MA: 14 people, 3 companies, 1 target, tie: warm`."""
    parts = [plural(people, "person", "people")] if people else []
    parts += [plural(companies, "company", "companies")] if companies else []
    parts += [plural(targets, "target")] if targets else []
    parts += [f"tie: {tie}"] if tie else []
    return f"{name}: {', '.join(parts)}"
