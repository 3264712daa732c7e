"""One person's story: which conversations there were, on which days."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from random import Random

from netfiles.example.arcs import Arc, Case, Step
from netfiles.example.chance import between
from netfiles.example.days import HISTORY, after, ago, in_turn

SETTLED = 80  # days after which nothing left unfinished is due any more
FIRST_ALONE = 33  # days after which a first meeting without a second is no longer new
SHORTEST = 0.3  # part of the history that one has known a person

Chain = list[tuple[Step, date]]


def story(rng: Random, arcs: Sequence[Arc], case: Case | None, today: date) -> Iterator[tuple[str, Chain]]:
    """The conversations in the order of their days, each with the rule that it is meant to wake, if any."""
    final = _final(rng, case, today) if case else []
    end = ago(final[0][1], 4) if final else ago(today, FIRST_ALONE if len(arcs) < 2 else 0)
    if arcs:
        known = int(HISTORY * (SHORTEST + (1 - SHORTEST) * rng.random()))
        begin = max(ago(end, known), ago(today, HISTORY))
        placed = _placed(rng, arcs, begin, end)
        for number, (arc, days) in enumerate(placed):
            late = bool(final) or days[-1] > ago(today, SETTLED)
            yield "", _dated(rng, _version(arc, late, number < len(placed) - 1).steps, days)
    if case and final:
        yield case.rule, final


def _final(rng: Random, case: Case, today: date) -> Chain:
    if not case.steps:
        return []
    offsets = _offsets(rng, case.steps)
    first = ago(today, between(rng, case.ago) + offsets[-1])
    return _dated(rng, case.steps, [after(first, offset) for offset in offsets])


def _version(arc: Arc, late: bool, followed: bool) -> Arc:
    return (late and arc.late) or (followed and arc.followed) or arc


def _placed(rng: Random, arcs: Sequence[Arc], begin: date, end: date) -> list[tuple[Arc, list[date]]]:
    offsets = [_offsets(rng, arc.steps) for arc in arcs]
    starts = [0, *accumulate(chain[-1] + 1 for chain in offsets)]
    room = (end - begin).days
    breaks = sorted(rng.random() * max(0, room - starts[-1]) for _ in arcs)
    scale = min(1.0, room / starts[-1])
    return [
        (arc, [after(begin, int((pause + start + offset) * scale)) for offset in chain])
        for arc, chain, start, pause in zip(arcs, offsets, starts, breaks, strict=False)
    ]


def _offsets(rng: Random, steps: Sequence[Step]) -> list[int]:
    return [0, *accumulate(between(rng, step.after) for step in steps[1:])]


def _dated(rng: Random, steps: Sequence[Step], days: Sequence[date]) -> Chain:
    same = [day == before for before, day in zip((None, *days), days, strict=False)]
    return list(zip(steps, in_turn(rng, zip(days, same, strict=True)), strict=True))
