"""Thank: something I got, from the day after until I thanked; several to one person are one reason."""

from collections.abc import Iterator
from datetime import date, timedelta

from netfiles.index.network import Entry, Someone
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Case, Reason
from netfiles.insights.time_share import purpose

_ALLOWANCE = 7


def thanks(case: Case) -> Iterator[Reason]:
    """One reason a person, due the day after the oldest gift that has not left the queue."""
    if case.someone.gifts and (open_ones := open_thanks(case)):
        yield _reason(case.someone, open_ones)


def open_thanks(case: Case) -> list[Entry]:
    """The entries I still owe thanks for, oldest first, as long as the queue shows them."""
    said = max((e.day for e in case.until if _says_thanks(e)), default=None)
    last = timedelta(days=case.numbers.leaves_after_days)
    return [
        e
        for e in case.until
        if e.record.got
        and e.record.thanked is None
        and case.today < e.day + timedelta(days=1) + last
        and not _thanked(case, e)
        and not _closed(e, case.until, said)
    ]


def _says_thanks(entry: Entry) -> bool:
    return purpose(entry.record) == "thanks" and entry.record.from_me


def _thanked(case: Case, gift: Entry) -> bool:
    """Whether an entry thanks for this one: to them, or to nobody in particular."""
    said = case.situation.network.relations.thanked.get(gift.path, ())
    return any(t.day <= case.today and t.follows(gift) and (case.someone.key in t.people or not t.people) for t in said)


def _closed(gift: Entry, until: tuple[Entry, ...], said: date | None) -> bool:
    """Whether thanks were said to them on the gift's day or later, in another entry."""
    if said is None or said < gift.day:
        return False
    return any(e.follows(gift) and _says_thanks(e) for e in until)


def _reason(someone: Someone, gifts: list[Entry]) -> Reason:
    named = " and ".join(f"{_gift(e)} ({short(e.day)})" for e in gifts)
    oldest = gifts[0]
    return Reason(
        "thank",
        someone.key,
        oldest.day + timedelta(days=1),
        f"Thank {someone.name} for {named}.",
        oldest.record.origin.place("got"),
        allowance=_ALLOWANCE,
        closes="thanked: {today}",
    )


def _gift(entry: Entry) -> str:
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
