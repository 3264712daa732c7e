"""Answer, reply, ask: messages and asks that wait for a word from one side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from netfiles.index.network import Entry
from netfiles.insights.days import after_business_days, short
from netfiles.insights.follow_ups.reason import Case, Reason
from netfiles.insights.time_share import purpose

_NO_ANSWER_EXPECTED = ("thanks", "update")


def answers(case: Case) -> Iterator[Reason]:
    """Their message that has had nothing from me for two business days."""
    numbers, today = case.numbers, case.today
    for entry in case.named_first:
        record = entry.record
        if not 0 <= (today - entry.day).days <= numbers.answer_window_days:
            continue
        if record.way != "in" or not record.written or record.source or record.next_done:
            continue
        if purpose(record) in _NO_ANSWER_EXPECTED or any(e.record.from_me and e.follows(entry) for e in case.until):
            continue
        due = after_business_days(entry.day, numbers.answer_business_days)
        until = entry.day + timedelta(days=numbers.answer_window_days)
        others = case.others(entry)
        text = f"{case.someone.name} wrote on {short(entry.day, case.today)}{others} and has had no answer from you."
        place = record.origin.place("date")
        yield Reason("answer", case.someone.key, due, text, place, until=until, closes="next_done: {today}")


@dataclass(frozen=True, slots=True)
class Attempt:
    """My message that waits for an answer, the day it may be nudged, and the nudge."""

    message: Entry
    nudge_on: date
    nudge: Entry | None


def attempt(case: Case) -> Attempt | None:
    """The attempt that stands with somebody who owes me an answer: the first message since their last word.

    A message that was not nudged while it was in the window is forgotten: the next one is a first one again.
    """
    numbers, window = case.numbers, timedelta(days=case.numbers.reply_window_days)
    standing: Attempt | None = None
    for entry in case.until:
        if entry.record.way != "out" or not entry.record.written:
            continue
        if standing and standing.nudge is None and entry.day - standing.message.day > window:
            standing = None
        if standing is None and _unanswered(case, entry):
            standing = Attempt(entry, after_business_days(entry.day, numbers.reply_business_days), None)
        elif standing and standing.nudge is None and entry.day >= standing.nudge_on:
            standing = Attempt(standing.message, standing.nudge_on, entry)
    return standing


def _unanswered(case: Case, message: Entry) -> bool:
    """Whether nobody it went to has written or talked since; an answer from one counts for all."""
    if purpose(message.record) in _NO_ANSWER_EXPECTED:
        return False
    people = case.situation.network.people
    return not any(
        e.record.from_them and e.follows(message) for key in message.people for e in people[key].until(case.today)
    )


def _reply(case: Case, standing: Attempt) -> Reason | None:
    """The reply item that stands or will stand. After a nudge there is none: never a third time."""
    message, window = standing.message, timedelta(days=case.numbers.reply_window_days)
    if standing.nudge is not None or case.today - message.day > window:
        return None
    others = [case.situation.name(key) for key in message.people if key != case.someone.key]
    cc = f" (also to {', '.join(others)})" if others else ""
    return Reason(
        "reply",
        case.someone.key,
        standing.nudge_on,
        f"{case.someone.name} has not answered your {message.record.channel} of {short(message.day, case.today)}{cc}.",
        message.record.origin.place("date"),
        allowance=case.numbers.reply_business_days,
        business=True,
        until=message.day + window,
    )


def replies(case: Case) -> Iterator[Reason]:
    """My message that has had no answer for seven business days."""
    standing = attempt(case)
    if standing and (found := _reply(case, standing)):
        yield found


def asks(case: Case) -> Iterator[Reason]:
    """An open ask without a word from them for seven business days, where no reply item stands.

    Once a message was nudged the ask is silent as well, until they write or talk.
    """
    open_ones = [e for e in case.named_first if e.record.ask_open and e.day <= case.today]
    standing = attempt(case) if open_ones else None
    if standing and (standing.nudge or _is_due(_reply(case, standing), case.today)):
        return
    for entry in open_ones:
        later = [e for e in case.until if e.follows(entry)]
        if not any(e.record.got for e in later):
            yield _ask(case, entry, later)


def _is_due(reply: Reason | None, today: date) -> bool:
    return reply is not None and reply.due <= today


def _ask(case: Case, entry: Entry, later: list[Entry]) -> Reason:
    record = entry.record
    last_word = max((e.day for e in later if e.record.from_them), default=entry.day)
    what = f": “{record.ask.strip()}”" if record.ask else f" for {_ASKED[record.asked]}" if record.asked else ""
    return Reason(
        "ask",
        case.someone.key,
        after_business_days(last_word, case.numbers.ask_business_days),
        f"On {short(entry.day, case.today)} you asked {case.someone.name}{case.others(entry)}{what}; it is still open.",
        record.origin.place("asked" if record.asked else "ask_status"),
        allowance=case.numbers.ask_business_days,
        business=True,
        closes="ask_status: granted",
        what=record.ask or record.asked or "",
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
