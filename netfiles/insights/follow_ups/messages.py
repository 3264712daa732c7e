"""Answer, reply, ask: messages and asks that wait for a word from one side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from netfiles.index.network import Entry, Someone
from netfiles.insights.days import after_business_days, short
from netfiles.insights.follow_ups.reason import Reason, Situation, first_and_others
from netfiles.insights.time_share import purpose

_NO_ANSWER_EXPECTED = ("thanks", "update")


def answers(situation: Situation) -> Iterator[Reason]:
    """Their message that has had nothing from me for two business days."""
    numbers, today = situation.numbers, situation.today
    for entry in situation.entries:
        record = entry.record
        if record.way != "in" or not record.written or record.source or record.next_done:
            continue
        if purpose(record) in _NO_ANSWER_EXPECTED or not 0 <= (today - entry.day).days <= numbers.answer_window_days:
            continue
        person, others = first_and_others(situation, entry)
        if person is None or _answered_by_me(situation.network.people[person], entry, today):
            continue
        due = after_business_days(entry.day, numbers.answer_business_days)
        until = entry.day + timedelta(days=numbers.answer_window_days)
        text = f"{situation.name(person)} wrote on {short(entry.day)}{others} and has had no answer from you."
        place = record.origin.place("date")
        yield Reason("answer", person, due, text, place, until=until, closes="next_done: {today}")


def _answered_by_me(someone: Someone, message: Entry, today: date) -> bool:
    return any(e.record.from_me and e.follows(message) for e in someone.until(today))


@dataclass(frozen=True, slots=True)
class Attempt:
    """My message that waits for an answer, the day it may be nudged, and the nudge."""

    message: Entry
    nudge_on: date
    nudge: Entry | None


def attempt(situation: Situation, someone: Someone) -> Attempt | None:
    """The attempt that stands with someone: the first message since their last word, and its nudge."""
    today = situation.today
    sent = [e for e in someone.until(today) if e.record.way == "out" and e.record.written]
    first = next(
        (e for e in sent if purpose(e.record) not in _NO_ANSWER_EXPECTED and not _answered(situation, e)),
        None,
    )
    if first is None:
        return None
    nudge_on = after_business_days(first.day, situation.numbers.reply_business_days)
    nudge = next((e for e in sent if e.day >= nudge_on and e is not first), None)
    return Attempt(first, nudge_on, nudge)


def _answered(situation: Situation, message: Entry) -> bool:
    """Whether anyone it went to has written or talked since; an answer from one counts for all."""
    people = situation.network.people
    return any(
        e.record.from_them and e.follows(message) for key in message.people for e in people[key].until(situation.today)
    )


def gone_silent(situation: Situation, standing: Attempt | None) -> bool:
    """A message and a nudge without an answer: never a third time."""
    if standing is None or standing.nudge is None:
        return False
    return situation.today >= after_business_days(standing.nudge.day, situation.numbers.reply_business_days)


def _reply(situation: Situation, someone: Someone, standing: Attempt | None) -> Reason | None:
    """The reply item that stands or will stand, if any."""
    if standing is None or standing.nudge is not None:
        return None
    message, window = standing.message, timedelta(days=situation.numbers.reply_window_days)
    if situation.today - message.day > window:
        return None
    others = [situation.name(key) for key in message.people if key != someone.key]
    cc = f" (also to {', '.join(others)})" if others else ""
    return Reason(
        "reply",
        someone.key,
        standing.nudge_on,
        f"{someone.name} has not answered your {message.record.channel} of {short(message.day)}{cc}.",
        message.record.origin.place("date"),
        allowance=situation.numbers.reply_business_days,
        business=True,
        until=message.day + window,
    )


def replies(situation: Situation) -> Iterator[Reason]:
    """My message that has had no answer for seven business days."""
    for someone in situation.people:
        if found := _reply(situation, someone, attempt(situation, someone)):
            yield found


def asks(situation: Situation) -> Iterator[Reason]:
    """An open ask without a word from them for seven business days, where no reply item stands."""
    for entry in situation.entries:
        if not entry.people or not entry.record.ask_open or entry.day > situation.today:
            continue
        someone = situation.network.people[entry.people[0]]
        later = [e for e in someone.until(situation.today) if e.follows(entry)]
        if any(e.record.got for e in later):
            continue
        standing = attempt(situation, someone)
        reply = _reply(situation, someone, standing)
        if gone_silent(situation, standing) or (reply and reply.due <= situation.today):
            continue
        yield _ask(situation, someone, entry, later)


def _ask(situation: Situation, someone: Someone, entry: Entry, later: list[Entry]) -> Reason:
    record = entry.record
    last_word = max((e.day for e in later if e.record.from_them), default=entry.day)
    _, others = first_and_others(situation, entry)
    what = f": “{record.ask.strip()}”" if record.ask else f" for {_ASKED[record.asked]}" if record.asked else ""
    return Reason(
        "ask",
        someone.key,
        after_business_days(last_word, situation.numbers.ask_business_days),
        f"On {short(entry.day)} you asked {someone.name}{others}{what}; it is still open.",
        record.origin.place("asked" if record.asked else "ask_status"),
        allowance=situation.numbers.ask_business_days,
        business=True,
        closes="ask_status: granted",
    )


_ASKED = {
    "information": "information",
    "contacts": "names of people",
    "interview": "an interview",
    "referral": "a referral",
    "advice": "advice",
    "review": "a review",
    "job": "a job",
}
