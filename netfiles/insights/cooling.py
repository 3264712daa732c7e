"""Who has cooled: people whose tie has a lower word than four weeks ago, with no contact since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Someone
from netfiles.insights.standing import Standing
from netfiles.insights.ties import Tie, Word, tie
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

WEEKS = 4
WARMTH: dict[Word, int] = {"cold": 0, "cool": 1, "warm": 2, "strong": 3}
"""The words of a tie from cold to strong; a new tie has none of them yet."""


class Cooled(NamedTuple):
    """Somebody (a key) whose tie fell from one word to another; `place` is that of the last entry with them."""

    person: str
    before: Tie
    now: Tie
    last: date
    place: Place


@dataclass(frozen=True, slots=True)
class Cooling:
    """Everybody active who has cooled by `today`, the tie that was strongest first.

    `looked_at` are those whose earlier tie was worked out, with what came of it.
    """

    today: date
    half_life: int
    looked_at: Mapping[str, tuple[Someone, Cooled | None]] = field(default_factory=dict)
    people: tuple[Cooled, ...] = ()


def cooling(insights: "Insights", before: Cooling | None) -> Cooling:
    """Who has cooled; of whom nothing is other than `before` is not worked out again."""
    today, half_life = insights.today, insights.network.collection.options.numbers.tie_half_life_days
    known = before.looked_at if before and (before.today, before.half_life) == (today, half_life) else {}
    looked_at: dict[str, tuple[Someone, Cooled | None]] = {}
    for standing in _near_a_bound(insights.standings.by_key.values(), half_life):
        someone = standing.someone
        old = known.get(someone.key)
        same = old is not None and old[0] is someone
        looked_at[someone.key] = old if old and same else (someone, _cooled(someone, standing.tie, today, half_life))
    people = sorted((one for _, one in looked_at.values() if one), key=lambda one: (-one.before.strength, one.person))
    return Cooling(today, half_life, looked_at, tuple(people))


_BOUNDS = (0.1, 0.3, 0.6)
_ROUNDING = 0.002


def _near_a_bound(standings: Iterable[Standing], half_life: int) -> Iterator[Standing]:
    """Those whose strength is just below a bound of the words: only such a tie can have fallen without contact.

    Without contact the sum of the weights halves in a half-life, and the strength is 1 - 2^-sum.
    """
    faded = 0.5 ** (7 * WEEKS / half_life)
    low, middle, high = ((1 - (1 - bound) ** faded - _ROUNDING, bound + _ROUNDING) for bound in _BOUNDS)
    for standing in standings:
        now = standing.tie.strength
        if low[0] <= now < low[1] or middle[0] <= now < middle[1] or high[0] <= now < high[1]:
            yield standing


def _cooled(someone: Someone, now: Tie, today: date, half_life: int) -> Cooled | None:
    person, then, last = someone.record, today - timedelta(weeks=WEEKS), someone.last_contact(today)
    if person is None or person.status != "active" or last is None or last > then:
        return None
    before = tie(someone, then, half_life)
    if now.word not in WARMTH or before.word not in WARMTH or WARMTH[now.word] >= WARMTH[before.word]:
        return None
    entry = next(entry for entry in reversed(someone.entries) if entry.day == last)
    return Cooled(someone.key, before, now, last, entry.record.origin.place("date"))
