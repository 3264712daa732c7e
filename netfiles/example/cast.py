"""Who plays which part: whom one meets often, with whom a loop is open, who waits to be met."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from netfiles.example.arcs import CASES, Case
from netfiles.example.chance import dice, shuffled

ACTIVE = 0.62  # the rest are names on file without an entry
PEOPLE_PER_ROUND = 90  # one person for each case, and again for every so many people
AT_MOST = 0.4  # of the people have an open loop


@dataclass(frozen=True, slots=True)
class Cast:
    active: tuple[int, ...]  # the most important first
    quiet: tuple[int, ...]
    cases: Mapping[int, Case]
    waiting: tuple[int, ...]  # quiet ones whom somebody has named lately

    @property
    def easy(self) -> tuple[int, ...]:
        """Everyone with whom nothing is open."""
        busy = {*self.cases, *self.waiting}
        return tuple(person for person in (*self.active, *self.quiet) if person not in busy)


def cast(seed: int, people: int) -> Cast:
    """The parts for so many people."""
    order = shuffled(dice(seed, "cast"), range(people))
    active, quiet = order[: ceil(people * ACTIVE)], order[ceil(people * ACTIVE) :]
    rounds = max(1, round(people / PEOPLE_PER_ROUND))
    wanted = min(rounds * len(CASES), int(people * AT_MOST))
    step = max(1, len(active) // wanted) if wanted else 1
    open_with = active[step - 1 :: step][:wanted]
    cases = {person: CASES[number % len(CASES)] for number, person in enumerate(open_with)}
    named = sum(case.rule == "introduction" for case in cases.values())
    return Cast(tuple(active), tuple(quiet), cases, tuple(quiet[:named]))
