"""Thank: something I got, from the day after until I thanked; several to one person are one reason."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netfiles.index.network import Entry, Someone
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Case, Reason
from netfiles.insights.time_share import purpose

_ALLOWANCE = 7


def thanks(case: Case) -> Iterator[Reason]:
    """One reason a person, due the day after the oldest gift that has not left the queue."""
    if case.someone.gifts and (open_ones := open_thanks(case)):
        yield _reason(case.someone, open_ones, case.today)


def open_thanks(case: Case) -> list[Entry]:
    """The entries I still owe thanks for, oldest first, as long as the queue shows them."""
    words = words_of_thanks(case)
    last = timedelta(days=case.numbers.leaves_after_days)
    return [
        e
        for e in case.until
        if e.record.got and case.today < e.day + timedelta(days=1) + last and said_thanks(case, e, words) is None
    ]


class Said(NamedTuple):
    """The day something was said, and the path of the entry that proves it."""

    on: date
    path: str


def words_of_thanks(case: Case) -> tuple[Entry, ...]:
    """The entries in which I say thanks to somebody, whatever for; oldest first."""
    return tuple([e for e in case.until if purpose(e.record) == "thanks" and e.record.from_me])


def said_thanks(case: Case, gift: Entry, words: tuple[Entry, ...]) -> Said | None:
    """When I first thanked somebody for a gift; `words` are all my words of thanks to them."""
    if gift.record.thanked is not None:
        return Said(gift.record.thanked, gift.path)
    later = words[bisect_left(words, gift.day, key=lambda e: e.day) :]
    general = next((e for e in later if e.follows(gift)), None)
    found = [*_thanks_for(case, gift), *((general,) if general else ())]
    first = min(found, key=lambda e: e.order, default=None)
    return Said(first.day, first.path) if first else None


def _thanks_for(case: Case, gift: Entry) -> Iterator[Entry]:
    """The entries that thank for this one: to them, or to nobody in particular."""
    for said in case.situation.network.relations.thanked.get(gift.path, ()):
        to_them = case.someone.key in said.people or not said.people
        if to_them and said.day <= case.today and said.follows(gift):
            yield said


def _reason(someone: Someone, gifts: list[Entry], today: date) -> Reason:
    named = " and ".join(f"{gift(e)} ({short(e.day, today)})" for e in gifts)
    oldest = gifts[0]
    return Reason(
        "thank",
        someone.key,
        oldest.day + timedelta(days=1),
        f"Thank {someone.name} for {named}.",
        oldest.record.origin.place("got"),
        allowance=_ALLOWANCE,
        closes="thanked: {today}" if len(gifts) == 1 else "",
    )


def gift(entry: Entry) -> str:
    """What was given in an entry, as words: `the information, the advice`."""
    return ", ".join(_GIFTS[gift] for gift in entry.record.got)


_GIFTS = {
    "information": "the information",
    "introduction": "the introduction",
    "referral": "the referral",
    "interview": "the interview",
    "advice": "the advice",
    "lead": "the lead",
    "offer": "the offer",
    "help": "the help",
}
