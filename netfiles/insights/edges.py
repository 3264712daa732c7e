"""What shows that two people know each other: who introduced whom, who knows whom, who met, who worked together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from netfiles.index.network import Entry, Someone
from netfiles.insights.rolls import Roll, Spell, spells
from netfiles.model.options import Numbers

Kind = Literal["named", "introduced", "knows", "met", "colleagues"]
KINDS: tuple[Kind, ...] = ("named", "introduced", "knows", "met", "colleagues")
"""`named`: an entry in which one gave me the other's name; `introduced`: the file of one says so of the other."""

STRENGTHS: Mapping[Kind, float] = {"named": 0.7, "introduced": 0.7, "knows": 0.6, "met": 0.5, "colleagues": 0.4}
"""How strong an edge of a kind is; that of a meeting fades with time."""

STRONGEST = max(STRENGTHS.values())


class Edge(NamedTuple):
    """That somebody knows `to`. `by` did it: who introduced or gave the name, in whose file `knows` stands.

    Of `named` and `met`, `entry` is the one that proves it, the newest of several. Of colleagues, `by` is the company
    (its key) and `shared` the first and last year both were there.
    """

    to: str
    kind: Kind
    strength: float
    by: str = ""
    entry: Entry | None = None
    shared: tuple[int, int] | None = None


def edges(someone: Someone, rolls: Mapping[str, Roll], today: date, numbers: Numbers) -> tuple[Edge, ...]:
    """Everyone whom somebody is shown to know, each by the strongest evidence, strongest first.

    They follow from `someone` and from the `rolls` of the companies they were at with certain years, nothing else.
    """
    best: dict[str, Edge] = {}
    for edge in (*_told(someone), *_named(someone, today, numbers), *_met(someone, today, numbers)):
        _keep(best, edge)
    for edge in _colleagues(someone, rolls, today):
        _keep(best, edge)
    best.pop(someone.key, None)
    return tuple(sorted(best.values(), key=lambda edge: (-edge.strength, edge.to)))


def _keep(best: dict[str, Edge], edge: Edge) -> None:
    known = best.get(edge.to)
    if known is None or _rank(edge) < _rank(known):
        best[edge.to] = edge


def _rank(edge: Edge) -> tuple[float, int, int, str, tuple[int, int]]:
    """Strongest evidence first, then the kind, the newest entry, the longest time together."""
    first, last = edge.shared or (0, 0)
    day = edge.entry.day.toordinal() if edge.entry else 0
    return (
        -edge.strength,
        KINDS.index(edge.kind),
        -day,
        edge.entry.path if edge.entry else edge.by,
        (first - last, first),
    )


def _told(someone: Someone) -> Iterator[Edge]:
    """What files say: `knows` and `introduced_by`, on either side."""
    key = someone.key
    yield from (Edge(to, "knows", STRENGTHS["knows"], key) for to in someone.knows)
    yield from (Edge(to, "knows", STRENGTHS["knows"], to) for to in someone.known_by)
    yield from (Edge(to, "introduced", STRENGTHS["introduced"], key) for to in someone.introduced)
    if giver := someone.introduced_by:
        yield Edge(giver, "introduced", STRENGTHS["introduced"], giver)


def _named(someone: Someone, today: date, numbers: Numbers) -> Iterator[Edge]:
    """Names given to me: by somebody, and theirs by others."""
    strength, most = STRENGTHS["named"], numbers.small_round
    for entry in someone.given_in:
        if entry.day <= today and len(entry.people) <= most:
            yield from (Edge(giver, "named", strength, giver, entry) for giver in entry.people)
    for entry in someone.entries:
        if entry.introduced and entry.day <= today and len(entry.people) <= most:
            yield from (Edge(to, "named", strength, someone.key, entry) for to in entry.introduced)


def _met(someone: Someone, today: date, numbers: Numbers) -> Iterator[Edge]:
    """Who was in one small round with somebody, the newest one of each."""
    known: set[str] = set()
    for entry in reversed(someone.entries):
        if len(entry.people) < 2 or not meets(entry, today, numbers):
            continue
        strength = faded(entry.day, today, numbers)
        for to in entry.people:
            if to not in known:
                known.add(to)
                yield Edge(to, "met", strength, entry=entry)


def meets(entry: Entry, today: date, numbers: Numbers) -> bool:
    """Whether those in an entry have come to know each other: a small round up to today.

    A message from me to several makes none of them known to another, unless it is an introduction.
    """
    if entry.day > today or len(entry.people) > numbers.small_round:
        return False
    record = entry.record
    return not (record.written and record.way == "out") or record.purpose == "introduction"


def faded(day: date, today: date, numbers: Numbers) -> float:
    """The strength of having met on a day."""
    return float(round(STRENGTHS["met"] * 0.5 ** ((today - day).days / numbers.met_half_life_days), 3))


def _colleagues(someone: Someone, rolls: Mapping[str, Roll], today: date) -> Iterator[Edge]:
    """Everyone with years at a company that overlap with somebody's own there."""
    for company, mine in spells(someone, today):
        for other in rolls[company].dated:
            if shared := _shared(mine, other):
                yield Edge(other.key, "colleagues", STRENGTHS["colleagues"], company, shared=shared)


def _shared(mine: Spell, other: Spell) -> tuple[int, int] | None:
    """The years two people were both there."""
    first, last = max(mine.first, other.first), min(mine.last, other.last)
    return (first, last) if first <= last and mine.key != other.key else None


def companies_with_years(someone: Someone, today: date) -> Iterable[str]:
    """The keys of the companies where it is certain when somebody was there."""
    return dict.fromkeys(company for company, _ in spells(someone, today))
