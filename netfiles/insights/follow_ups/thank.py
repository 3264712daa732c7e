"""Thank: something I got, from the day after until I thanked; several to one person are one reason."""

from collections.abc import Iterator
from datetime import date, timedelta

from netfiles.index.network import Entry, Someone
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Reason, Situation
from netfiles.insights.time_share import purpose

_ALLOWANCE = 7


def thanks(situation: Situation) -> Iterator[Reason]:
    """One reason a person, due the day after the oldest gift that has not left the queue."""
    thanked = _thanked(situation)
    for someone in situation.people:
        if open_ones := open_thanks(situation, someone, thanked):
            yield _reason(someone, open_ones)


def _thanked(situation: Situation) -> dict[str, list[Entry]]:
    """Of every entry that others thank for: those that do."""
    said: dict[str, list[Entry]] = {}
    for entry in situation.entries:
        for path in entry.thanks_for if entry.day <= situation.today else ():
            said.setdefault(path, []).append(entry)
    return said


def open_thanks(situation: Situation, someone: Someone, thanked: dict[str, list[Entry]]) -> list[Entry]:
    """The entries I still owe thanks for, oldest first, as long as the queue shows them."""
    until = someone.until(situation.today)
    said = max((e.day for e in until if purpose(e.record) == "thanks" and e.record.from_me), default=None)
    last = timedelta(days=situation.numbers.leaves_after_days)
    return [
        e
        for e in until
        if e.record.got
        and e.record.thanked is None
        and not any(t.follows(e) and (someone.key in t.people or not t.people) for t in thanked.get(e.path, ()))
        and not _closed(e, until, said)
        and situation.today < e.day + timedelta(days=1) + last
    ]


def _closed(gift: Entry, until: tuple[Entry, ...], said: date | None) -> bool:
    """Whether thanks were said to them on the gift's day or later, in another entry."""
    if said is None or said < gift.day:
        return False
    return any(e.follows(gift) and purpose(e.record) == "thanks" and e.record.from_me for e in until)


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
