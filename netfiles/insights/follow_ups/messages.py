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


def attempts(situation: Situation) -> dict[str, Attempt]:
    """The attempt that stands with each person who owes me an answer, by key."""
    sent = [e for e in situation.entries if _waits(e) and e.day <= situation.today]
    unanswered = {e.path for e in sent if not _answered(situation, e)}
    found = ((someone.key, _attempt(situation, someone, unanswered)) for someone in situation.people)
    return {key: attempt for key, attempt in found if attempt}


def _waits(entry: Entry) -> bool:
    return entry.record.way == "out" and entry.record.written and purpose(entry.record) not in _NO_ANSWER_EXPECTED


def _answered(situation: Situation, message: Entry) -> bool:
    """Whether anyone it went to has written or talked since; an answer from one counts for all."""
    people = situation.network.people
    return any(
        e.record.from_them and e.follows(message) for key in message.people for e in people[key].until(situation.today)
    )


def _attempt(situation: Situation, someone: Someone, unanswered: set[str]) -> Attempt | None:
    """The first message since their last word, and its nudge.

    A message that was not nudged while it was in the window is forgotten: the next one is a first one again.
    """
    numbers, window = situation.numbers, timedelta(days=situation.numbers.reply_window_days)
    sent = [e for e in someone.until(situation.today) if e.record.way == "out" and e.record.written]
    standing: Attempt | None = None
    for entry in sent:
        if standing and standing.nudge is None and entry.day - standing.message.day > window:
            standing = None
        if standing is None and entry.path in unanswered:
            standing = Attempt(entry, after_business_days(entry.day, numbers.reply_business_days), None)
        elif standing and standing.nudge is None and entry.day >= standing.nudge_on:
            standing = Attempt(standing.message, standing.nudge_on, entry)
    return standing


def _reply(situation: Situation, someone: Someone, standing: Attempt) -> Reason | None:
    """The reply item that stands or will stand. After a nudge there is none: never a third time."""
    message, window = standing.message, timedelta(days=situation.numbers.reply_window_days)
    if standing.nudge is not None or situation.today - message.day > window:
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
    for key, standing in attempts(situation).items():
        if found := _reply(situation, situation.network.people[key], standing):
            yield found


def asks(situation: Situation) -> Iterator[Reason]:
    """An open ask without a word from them for seven business days, where no reply item stands.

    Once a message was nudged the ask is silent as well, until they write or talk.
    """
    standing = attempts(situation)
    for entry in situation.entries:
        if not entry.people or not entry.record.ask_open or entry.day > situation.today:
            continue
        someone = situation.network.people[entry.people[0]]
        later = [e for e in someone.until(situation.today) if e.follows(entry)]
        if any(e.record.got for e in later):
            continue
        attempt = standing.get(someone.key)
        if attempt and (attempt.nudge or _is_due(_reply(situation, someone, attempt), situation.today)):
            continue
        yield _ask(situation, someone, entry, later)


def _is_due(reply: Reason | None, today: date) -> bool:
    return reply is not None and reply.due <= today


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
