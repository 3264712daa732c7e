"""Job leads as decided: at every stage, heard of from people or found posted, each with its dates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from netfiles.example.chance import below, between, dice, happens, pick
from netfiles.example.days import after, ago
from netfiles.example.naming import key
from netfiles.example.plan import Entry, Firm, Lead, Person
from netfiles.example.words.trades import WANTED

ENTRIES_EACH = 16
MOST = 400
LONG_AGO = 70  # days since a lead ended, after which nobody waits to hear of it
STALE_EACH = 10  # one of so many leads has been left lying
STAGES = (
    "applied", "rejected", "heard", "interviewing", "withdrawn", "asked", "offer", "accepted",
    "applied", "rejected", "heard", "rejected", "interviewing", "withdrawn", "asked", "rejected",
)  # fmt: skip
OPEN = ("heard", "asked", "applied", "interviewing", "offer")


@dataclass(frozen=True, slots=True)
class Sources:
    """Numbers of entries that leads can come from, each used once."""

    ended: list[int]  # tips whose lead ended lately, the giver not yet told
    old: list[int]
    fresh: list[int]
    interviews: list[int]


def leads(
    seed: int, firms: Sequence[Firm], people: Sequence[Person], entries: Sequence[Entry], today: date
) -> tuple[Lead, ...]:
    """The leads in a fixed order; none ended in the last ten weeks but those that wake the outcome rule."""
    rng = dice(seed, "leads")
    sources = _sources(entries, today)
    made = [_ended_lately(rng, tip, entries[tip].day, today) for tip in sources.ended]
    for number in range(min(MOST, max(2, len(entries) // ENTRIES_EACH)) if entries else 0):
        stage = STAGES[number % len(STAGES)]
        if stage not in OPEN:
            tip, talk = _drawn(rng, sources.old, 0.7), _drawn(rng, sources.interviews, 0.6)
            made.append(_over(rng, stage, tip, talk, entries, today))
        elif number % STALE_EACH == 0:
            made.append(_open(rng, stage, None, ago(today, between(rng, (18, 45))), entries, today))
        else:
            tip = _drawn(rng, sources.fresh, 0.6) if stage != "asked" else None
            made.append(_open(rng, stage, tip, ago(today, between(rng, (2, 10))), entries, today))
    return _named(rng, [replace(lead, firm=_firm(rng, lead, entries, people, len(firms))) for lead in made], firms)


def _sources(entries: Sequence[Entry], today: date) -> Sources:
    tips = [number for number, entry in enumerate(entries) if "lead" in entry.step.got]
    return Sources(
        ended=[tip for tip in tips if entries[tip].case],
        old=[tip for tip in tips if entries[tip].day < ago(today, LONG_AGO + 40)],
        fresh=[tip for tip in tips if entries[tip].day > ago(today, 50) and not entries[tip].case],
        interviews=[
            number for number, entry in enumerate(entries)
            if entry.channel == "interview" and entry.day < ago(today, LONG_AGO + 15)
        ],
    )  # fmt: skip


def _drawn(rng: Random, pool: list[int], part: float) -> int | None:
    return pool.pop(below(rng, len(pool))) if pool and happens(rng, part) else None


def _ended_lately(rng: Random, tip: int, heard: date, today: date) -> Lead:
    closed = ago(today, between(rng, (8, 20)))
    return Lead("rejected", heard_on=heard, applied_on=after(heard, 4), closed_on=closed, tip=tip)


def _open(rng: Random, stage: str, tip: int | None, newest: date, entries: Sequence[Entry], today: date) -> Lead:
    """A lead whose newest date is the given one (or the tip, if that is newer)."""
    steps = max(0, OPEN.index(stage) - 1)  # dated steps after it was heard of
    first = newest if stage == "asked" else ago(newest, 12 * steps + between(rng, (0, 9)))
    heard = entries[tip].day if tip is not None else first
    applied = max(heard, ago(newest, 12 * (steps - 1))) if steps else None
    talk = max(heard, ago(newest, 8 * (steps - 2)))
    coming = (after(today, 4),) if stage == "interviewing" else ()
    return Lead(
        stage,
        heard_on=heard,
        posted_on=_posted(rng, heard, applied) if steps else None,
        applied_on=applied,
        interviews=(talk, *coming) if steps > 1 else (),
        offer_on=max(heard, newest) if stage == "offer" else None,
        tip=tip,
    )


def _over(rng: Random, stage: str, tip: int | None, talk: int | None, entries: Sequence[Entry], today: date) -> Lead:
    """A lead that ended long ago, its dates reckoned back from its end."""
    last = ago(today, LONG_AGO)
    anchor = ago(last, below(rng, 300))
    if talk is not None:
        anchor = entries[talk].day
    elif tip is not None:
        anchor = after(entries[tip].day, between(rng, (25, 50)))
    closed = min(last, after(anchor, between(rng, (4, 14))))
    spoken = anchor if talk is not None else ago(closed, 5) if stage == "accepted" else None
    applied = ago(spoken or closed, between(rng, (8, 20)))
    if tip is not None and entries[tip].day > applied:
        tip = None  # heard of when it was too late
    heard = entries[tip].day if tip is not None else ago(applied, between(rng, (1, 25)))
    return Lead(
        stage,
        heard_on=heard if tip is not None or happens(rng, 0.7) else None,
        posted_on=_posted(rng, heard, applied),
        applied_on=applied,
        interviews=(spoken,) if spoken else (),
        offer_on=ago(closed, 2) if stage == "accepted" else None,
        closed_on=closed,
        tip=tip,
        talk=talk,
    )


def _posted(rng: Random, heard: date, applied: date | None) -> date | None:
    """Before I heard of it, after, or never."""
    earlier, later = ago(heard, between(rng, (1, 12))), after(heard, between(rng, (3, 9)))
    return pick(rng, (None, earlier, min(later, applied) if applied else None))


def _firm(rng: Random, lead: Lead, entries: Sequence[Entry], people: Sequence[Person], firms: int) -> int:
    """Where the one works who gave the tip or held the interview, else one of the larger ones."""
    number = lead.tip if lead.talk is None else lead.talk
    told = people[entries[number].who[0]].firm if number is not None else None
    return told if told is not None else int(firms * rng.random() ** 2)


def _named(rng: Random, made: Sequence[Lead], firms: Sequence[Firm]) -> tuple[Lead, ...]:
    taken: dict[str, int] = {}
    named: list[Lead] = []
    for lead in made:
        firm = firms[lead.firm]
        title = pick(rng, WANTED)
        stem = f"{title} at {firm.name}"
        taken[key(stem)] = times = taken.get(key(stem), 0) + 1
        named.append(replace(lead, title=title, stem=stem if times == 1 else f"{stem}, no. {times}"))
    return tuple(named)
