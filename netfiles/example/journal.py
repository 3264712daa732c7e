"""The journal as decided: which conversation with whom on which day, and what else was done."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from random import Random

from netfiles.example.arcs import ARCS, PLANNED, Arc, Case, Step
from netfiles.example.cast import Cast
from netfiles.example.chance import between, deck, dice, happens, pick, some
from netfiles.example.days import HISTORY, after, ago, workday
from netfiles.example.plan import Entry
from netfiles.example.stories import Chain, story
from netfiles.example.words.activities import ACTIVITIES

ACTIVITY = 0.25
AHEAD = 0.014  # planned entries
AHEAD_FROM = 20  # entries, below which nothing is planned
OPEN = 0.5  # at most so much of the conversations are open loops
POWER = 0.85  # how steeply attention falls from the first person to the last
FULL = 60  # entries with one person, unless there are too few people
TOGETHER = 0.75  # of what may be a meeting of several
LATELY, LATELY_PART = 260, 0.65  # most of the work since the contract ended

_OTHER = Step("", ("other",), "both")


@dataclass(frozen=True, slots=True)
class Budget:
    activities: int
    planned: int
    cases: Mapping[int, Case]  # the open loops there is room for
    arcs: int


def journal(seed: int, entries: int, parts: Cast, today: date) -> tuple[Entry, ...]:
    """All entries by number; a number is what one entry knows another by."""
    plan = _budget(entries, parts)
    made: list[Entry] = []
    for person, rule, chain in _conversations(seed, plan, parts, today):
        made.extend(_chained(dice(seed, "chain", len(made)), len(made), person, chain, rule))
    made = _together(dice(seed, "together"), made, parts)
    made.extend(_ahead(dice(seed, "ahead"), plan.planned, parts, today))
    made.extend(_alone(dice(seed, "alone"), plan.activities, today))
    return tuple(made)


def _budget(entries: int, parts: Cast) -> Budget:
    if not parts.active:
        return Budget(entries, 0, {}, 0)
    activities = int(entries * ACTIVITY)
    planned = max(1, round(entries * AHEAD)) if entries >= AHEAD_FROM else 0
    talks = entries - activities - planned
    room = int(talks * OPEN)
    cases: dict[int, Case] = {}
    for person, case in parts.cases.items():
        if len(case.steps) <= room:
            cases[person] = case
            room -= len(case.steps)
    return Budget(activities, planned, cases, talks - sum(len(case.steps) for case in cases.values()))


def _conversations(seed: int, plan: Budget, parts: Cast, today: date) -> Iterator[tuple[int, str, Chain]]:
    cards = deck(dice(seed, "arcs"), [(arc, arc.weight) for arc in ARCS])
    for person, count in zip(parts.active, _attention(parts, plan.arcs), strict=True):
        arcs = tuple(_dealt(cards, count))
        for rule, chain in story(dice(seed, "story", person), arcs, plan.cases.get(person), today):
            yield person, rule, chain


def _dealt(cards: list[Arc], count: int) -> Iterator[Arc]:
    """Arcs of so many steps in all, from the top of the cards; each goes back to the bottom."""
    while count:
        place = next(n for n, arc in enumerate(cards) if len(arc.steps) <= count)
        arc = cards.pop(place)
        cards.append(arc)
        count -= len(arc.steps)
        yield arc


def _attention(parts: Cast, entries: int) -> list[int]:
    """How many entries each active person gets: a power law, capped, and nobody before a first meeting."""
    new = {person for person, case in parts.cases.items() if case.rule == "hello"}
    weights = [0.0 if person in new else (rank + 2) ** -POWER for rank, person in enumerate(parts.active)]
    full = max(FULL, 3 * entries / max(1, len(weights)))
    for _ in range(3):
        scale = entries / (sum(weights) or 1)
        weights = [min(weight * scale, full) for weight in weights]
    total = sum(weights)
    if weights and not total:
        weights[0] = total = 1.0
    bounds = [0, *(round(entries * part / total) for part in accumulate(weights))]
    return [high - low for low, high in pairwise(bounds)]


def _chained(rng: Random, first: int, person: int, chain: Chain, rule: str) -> Iterator[Entry]:
    got: int | None = None
    for number, (step, day) in enumerate(chain, first):
        closes = got if step.closes else None
        yield Entry(day, (person,), step, pick(rng, step.channels), first, rule, closes)
        got = number if step.got else got


def _together(rng: Random, entries: list[Entry], parts: Cast) -> list[Entry]:
    """Brings people along whom one already knew, with whom nothing is open."""
    days: dict[int, list[date]] = {}
    silent = {entry.who[0] for entry in entries if entry.step.status == "open"}
    for entry in entries:
        days.setdefault(entry.who[0], []).append(entry.day)
    calm = (person for person in parts.active if person not in parts.cases and person not in silent)
    known = [person for person in calm if person in days]

    def along(entry: Entry, person: int) -> bool:
        before = days[person]
        place = bisect_left(before, entry.day)
        return place > 0 and entry.day not in before[place : place + 1] and person not in entry.who

    def joined(entry: Entry) -> Entry:
        if not (entry.step.group and not entry.case and happens(rng, TOGETHER)):
            return entry
        wished = some(rng, known, 8)
        more = tuple(person for person in wished if along(entry, person))[: between(rng, (1, 2))]
        for person in more:
            insort(days[person], entry.day)
        return replace(entry, who=(*entry.who, *more))

    return [joined(entry) for entry in entries]


def _ahead(rng: Random, count: int, parts: Cast, today: date) -> Iterator[Entry]:
    calm = [person for person in parts.active if person not in parts.cases] or parts.active
    for number in range(count):
        person = calm[number * 7 % len(calm)]
        step = PLANNED[number % len(PLANNED)]
        day = workday(rng, after(today, between(rng, (3, 24))))
        yield Entry(day, (person,), step, pick(rng, step.channels), -number)


def _alone(rng: Random, count: int, today: date) -> Iterator[Entry]:
    kinds = deck(rng, [(kind, activity.weight) for kind, activity in ACTIVITIES.items()])
    for number in range(count):
        back = LATELY if happens(rng, LATELY_PART) else HISTORY
        kind = kinds[number % len(kinds)]
        titled = pick(rng, ACTIVITIES[kind].titles)
        day = workday(rng, ago(today, int(back * rng.random())))
        yield Entry(day, (), _OTHER, "", activity=kind, titled=titled)
