"""Never told, never asked: three people a week whom the owner has not thought of, with what speaks for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Entry
from netfiles.insights.days import monday
from netfiles.insights.speaks_for import Fact, facts
from netfiles.insights.standing import Standing

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

A_WEEK = 3
_BY_FACTS = 2
"""In a network too large for everybody's turn within a year, so many of three are those most facts speak for."""

_WEEKS = 52


class Drawn(NamedTuple):
    """Somebody of the week's three; `done` is an entry of this week in which they were told or asked something."""

    key: str
    facts: tuple[Fact, ...]
    done: Entry | None


@dataclass(frozen=True)
class Draw:
    """The three of a week, and among how many they were drawn."""

    three: tuple[Drawn, ...] = ()
    among: int = 0


def candidates(insights: "Insights") -> Iterator[Standing]:
    """Active people on file who before this week were told no news and asked for nothing, save the snoozed."""
    first = monday(insights.today)
    done = {e.people[0] for e in insights.gleaned.asks if _asks(e) and e.order[0] < first and e.people}
    for told in insights.heard.news.values():
        done.update([key for key, entry in told.items() if entry.order[0] < first])
    by_key = insights.standings.by_key
    return (by_key[key] for key in insights.apart.free - done)


def _asks(entry: Entry) -> bool:
    return bool(entry.record.asked or entry.record.ask)


def draw(insights: "Insights") -> Draw:
    """The week's three, the same from Monday to Sunday as long as nobody's file changes."""
    look, found = insights.speaking
    order = sorted(found, key=lambda key: (-found[key].facts, found[key].lot, key))
    chosen = turn(order, lambda key: found[key].lot, insights.today.isocalendar().week)
    three = (
        Drawn(key, tuple(facts(insights.network, look, found[key].standing)), _done(insights, key))
        for key in sorted(chosen, key=lambda key: -found[key].facts)
    )
    return Draw(tuple(three), len(found))


def _done(insights: "Insights", key: str) -> Entry | None:
    """The first entry of this week in which somebody was told news or asked for something."""
    first, today = monday(insights.today), insights.today
    told = [of[key] for of in insights.heard.news.values() if key in of]
    asked = (e for e in insights.network.people[key].entries if e.people[0] == key and _asks(e))
    return min((*told, *(e for e in asked if first <= e.day <= today)), key=lambda e: e.order, default=None)


def turn(order: Sequence[str], lot: Callable[[str], int], week: int) -> tuple[str, ...]:
    """Whose turn it is in the `week`-th of a year.

    Three after three in their order, and again from the start, so that within a year everybody comes. Where they are
    too many for that, two are of those who stand first, and one is of all others, by `lot`.
    """
    if len(order) <= A_WEEK * _WEEKS:
        return _block(order, A_WEEK, week)
    first = order[: _BY_FACTS * _WEEKS]
    others = nsmallest(_WEEKS * (A_WEEK - _BY_FACTS), order[len(first) :], key=lambda key: (lot(key), key))
    return (*_block(first, _BY_FACTS, week), *_block(others, A_WEEK - _BY_FACTS, week))


def _block(order: Sequence[str], count: int, week: int) -> tuple[str, ...]:
    """So many of them, from where the week before ended; after the last comes the first."""
    at = count * (week - 1)
    return tuple(dict.fromkeys(order[(at + n) % len(order)] for n in range(count))) if order else ()
