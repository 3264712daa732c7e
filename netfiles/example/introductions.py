"""Names that people gave me: who led to whom, whom I have met since, and who is still only a name."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

from netfiles.example.cast import Cast
from netfiles.example.chance import dice, happens
from netfiles.example.days import after, ago
from netfiles.example.plan import Entry, Introductions, Touch
from netfiles.example.stories import SETTLED

MET_WITHIN = 60  # days from the name to the first talk
TRIES = 12
TOLD_BY = 66  # days after a meeting nobody waits any more to hear how it went


def introductions(
    seed: int, entries: Sequence[Entry], known: Sequence[Touch], parts: Cast, names: Iterator[str], today: date
) -> Introductions:
    """Names for every entry that got an introduction, as far as no new loop opens but where one is meant to."""
    rng = dice(seed, "introductions")
    newcomers = sorted((touch.days[0], person) for person, touch in enumerate(known) if touch.days)
    waiting = list(parts.waiting)
    given: dict[int, tuple[int, ...]] = {}
    only_names: dict[int, tuple[str, ...]] = {}
    by: dict[int, int] = {}
    for number, entry in enumerate(entries):
        if "introduction" not in entry.step.got:
            continue
        giver = entry.who[0]
        if entry.case:
            on_file: tuple[int, ...] = (waiting.pop(0),) if waiting else ()
            only_names[number] = (next(names),)
        else:
            on_file = _met_since(rng, entry, known, newcomers, today)
            if entry.day < ago(today, SETTLED) and (not on_file or happens(rng, 0.3)):
                only_names[number] = (next(names),)
        given[number] = on_file
        by.update((person, giver) for person in on_file if person not in by and person not in _led_by(by, giver))
    return Introductions(given, only_names, by)


def _led_by(by: Mapping[int, int], giver: int) -> set[int]:
    """A giver, and everybody through whom I came to them: none of them came to me through the giver."""
    led = {giver}
    while (giver := by.get(giver, giver)) not in led:
        led.add(giver)
    return led


def _met_since(
    rng: Random, entry: Entry, known: Sequence[Touch], newcomers: Sequence[tuple[date, int]], today: date
) -> tuple[int, ...]:
    """Somebody whom I first met in the weeks after, and of whom the giver has heard since or need not hear."""
    giver = entry.who[0]
    low = bisect_right(newcomers, (entry.day, len(known)))
    high = bisect_right(newcomers, (after(entry.day, MET_WITHIN), len(known)))
    for _ in range(TRIES if low < high else 0):
        met, person = newcomers[low + int((high - low) * rng.random())]
        heard = known[giver].closing and known[giver].closing[-1] > met
        if person not in entry.who and (heard or met < ago(today, TOLD_BY)):
            return (person,)
    return ()
