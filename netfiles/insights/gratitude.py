"""The ledger of thanks: what I was given, whether I said thanks, and whether I told what came of it."""

from collections import Counter
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Entry
from netfiles.insights.follow_ups.outcome import End, ends
from netfiles.insights.follow_ups.reason import Case
from netfiles.insights.follow_ups.thank import Said, said_thanks, words_of_thanks

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights


class Gift(NamedTuple):
    """Something somebody (`person`, by key) gave me, and when I thanked them for it."""

    entry: Entry
    person: str
    said: Said | None

    @property
    def owed_since(self) -> date:
        """The first day on which thanks are owed."""
        return self.entry.day + timedelta(days=1)


class Outcome(NamedTuple):
    """The end of something somebody gave me, which they have heard of or not."""

    person: str
    end: End


class Gratitude(NamedTuple):
    """What somebody gave me up to a day, oldest first: what is owed, and in which months (`2026-11`) I said thanks.

    The first loop is thanks, the second to tell how it ended. To people who are closed nothing is owed.
    """

    gifts: tuple[Gift, ...]
    outcomes: tuple[Outcome, ...]
    thanks_owed: tuple[Gift, ...]
    outcomes_owed: tuple[Outcome, ...]
    said_in: tuple[str, ...]


def gratitude_to(case: Case) -> Gratitude:
    """Both loops with somebody, whether or not the queue still shows them."""
    gifts, outcomes = _gifts(case), tuple(Outcome(case.someone.key, end) for end in ends(case))
    if not gifts and not outcomes:
        return _NONE
    record = case.someone.record
    owing = record is None or record.status != "closed"
    return Gratitude(
        gifts,
        outcomes,
        tuple(gift for gift in gifts if owing and gift.said is None),
        tuple(found for found in outcomes if owing and found.end.told is None),
        tuple(gift.said.on.isoformat()[:7] for gift in gifts if gift.said),
    )


_NONE = Gratitude((), (), (), (), ())


def _gifts(case: Case) -> tuple[Gift, ...]:
    if not case.someone.gifts:
        return ()
    words = words_of_thanks(case)
    return tuple([Gift(e, case.someone.key, said_thanks(case, e, words)) for e in case.until if e.record.got])


class GratitudeLedger(NamedTuple):
    """How many gifts there were, how many thanked; how many ends, how many told; what is owed, newest first.

    `said_by_month` is how many thanks were said in each month, newest first.
    """

    gifts: int
    said: int
    ends: int
    told: int
    thanks_owed: tuple[Gift, ...]
    outcomes_owed: tuple[Outcome, ...]
    said_by_month: tuple[tuple[str, int], ...]


def gratitude_ledger(insights: "Insights") -> GratitudeLedger:
    """The ledger of the day."""
    found = [of.gratitude for _, of in insights.between.values() if of.gratitude != _NONE]
    months = Counter(chain.from_iterable(one.said_in for one in found))
    thanks = chain.from_iterable(one.thanks_owed for one in found)
    outcomes = chain.from_iterable(one.outcomes_owed for one in found)
    return GratitudeLedger(
        gifts=sum(len(one.gifts) for one in found),
        said=months.total(),
        ends=sum(len(one.outcomes) for one in found),
        told=sum(outcome.end.told is not None for one in found for outcome in one.outcomes),
        thanks_owed=tuple(sorted(thanks, key=lambda gift: (-gift.entry.day.toordinal(), gift.entry.path, gift.person))),
        outcomes_owed=tuple(sorted(outcomes, key=lambda one: (-one.end.day.toordinal(), one.person, one.end.what))),
        said_by_month=tuple(sorted(months.items(), reverse=True)),
    )
