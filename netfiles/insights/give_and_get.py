"""Give and get: what passed between me and somebody, and with whom it is my turn."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Entry, Someone

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

MOST = 50


class Side(NamedTuple):
    """What one of us gave: in how many entries, which words how often (most often first), and the newest of them."""

    times: int = 0
    words: tuple[tuple[str, int], ...] = ()
    newest: Entry | None = None


class GiveAndGet(NamedTuple):
    """What I got from somebody and gave them up to a day, and the day something last passed."""

    got: Side = Side()
    gave: Side = Side()
    last: date | None = None

    def only_taken(self, least: int) -> bool:
        """Whether I took something at least so many times and gave nothing."""
        return self.got.times >= least and not self.gave.times

    @property
    def balance(self) -> str:
        """How it stands, in words; one more or less is about even."""
        got, gave = self.got.times, self.gave.times
        if not got or not gave:
            return "only taken" if got else "only given" if gave else "nothing passed yet"
        if abs(got - gave) <= 1:
            return "about even"
        return "they gave more often" if got > gave else "you gave more often"


def give_and_get(someone: Someone, today: date) -> GiveAndGet:
    """What passed between us, counted by entries; words are those of the format."""
    until = someone.until(today)
    got, gave = [e for e in until if e.record.got], [e for e in until if e.record.gave]
    if not got and not gave:
        return _NOTHING
    sides = _side(got, (e.record.got for e in got)), _side(gave, (e.record.gave for e in gave))
    return GiveAndGet(*sides, max(side.newest.day for side in sides if side.newest))


_NOTHING = GiveAndGet()


def _side(entries: list[Entry], words: Iterable[tuple[str, ...]]) -> Side:
    if not entries:
        return _NOTHING.got
    counts = Counter(chain.from_iterable(words))
    return Side(len(entries), tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))), entries[-1])


class Turn(NamedTuple):
    """Somebody from whom I have only taken, and what they could use, from their own file."""

    key: str
    passed: GiveAndGet
    could_use: tuple[str, ...]


class GiveLedger(NamedTuple):
    """With how many people something passed, the newest of them by key; and to whom to give first.

    Who gave most often stands first among these, then the strongest tie.
    """

    people: int
    newest: tuple[tuple[str, GiveAndGet], ...]
    give_first: tuple[Turn, ...]


def give_ledger(insights: "Insights") -> GiveLedger:
    """The ledger of the day; nobody who is closed is to be given anything."""
    least = insights.network.collection.options.numbers.give_first_from
    passed = [(s, of.passed) for s, of in insights.between.values() if of.passed.last]
    days = ((-one.last.toordinal(), s.someone.key) for s, one in passed if one.last)
    taken = ((s, one) for s, one in passed if one.only_taken(least) and not _closed(s.someone))
    turns = sorted((-one.got.times, -s.tie.strength, s.someone.key) for s, one in taken)
    return GiveLedger(
        len(passed),
        tuple((key, insights.between[key][1].passed) for _, key in nsmallest(MOST, days)),
        tuple(_turn(insights, key) for _, _, key in turns),
    )


def _turn(insights: "Insights", key: str) -> Turn:
    record = insights.network.people[key].record
    return Turn(key, insights.between[key][1].passed, record.i_can_help if record else ())


def _closed(someone: Someone) -> bool:
    return someone.record is not None and someone.record.status == "closed"
