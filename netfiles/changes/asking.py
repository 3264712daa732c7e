"""Asks: a new one with its kind and what makes it vague, and how an open one ended."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netfiles.changes.around import concerning
from netfiles.changes.entry import Journal, called, new_entry
from netfiles.index.network import Entry
from netfiles.insights.days import dated
from netfiles.insights.follow_ups.reason import Case
from netfiles.insights.vague import stock_words
from netfiles.model import Interaction
from netfiles.model.fields import AskKind, AskStatus, Channel
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Set
from netfiles.text.letters import unaccented

_SIGNS: Sequence[tuple[AskKind, str]] = (
    ("referral", r"refer|referral|recommend me|put in a (good )?word|pass (on )?my (cv|resume|name)|hand in my"),
    ("review", r"(look|read|go) (at|over|through) my|review|proofread|feedback on my|my (cv|resume|letter|portfolio)"),
    ("contacts", r"whom|who|anyone|anybody|someone|somebody|introduce|introduction|introductions|names?|contacts?"),
    ("interview", r"interview me|an interview|interview for"),
    ("job", r"hire|hiring|a job|the job|a position|a contract|an opening|openings?|vacanc(y|ies)"),
    ("advice", r"advice|advise|should i|would you do|your opinion|what do you think|how would you"),
    ("information", r"what|how|when|why|which|where|tell me|minutes?|questions?|coffee|know|learn|show me"),
)
"""The words that speak for each kind, looked for in this order."""


def guessed(sentence: str) -> AskKind | None:
    """What kind of ask a sentence is, by its words."""
    said = unaccented(sentence)
    return next((kind for kind, words in _SIGNS if re.search(rf"\b(?:{words})\b", said)), None)


def asked(name: str, with_: str, sentence: str, kind: AskKind | None, by: Channel, at: Journal) -> Plan:
    """Write an entry in which something is asked of somebody."""
    sort = kind or guessed(sentence) or "information"
    fields = {"with": (with_,), "channel": by, "asked": sort, "ask": sentence}
    step = new_entry(at, called(by, [name]), fields)
    return Plan(f"Ask {name} for {_ASKED[sort]}", (step,), tuple(_said(name, sentence, sort, guess=kind is None)))


def _said(name: str, sentence: str, sort: AskKind, guess: bool) -> Iterator[str]:
    how = " (guessed from the words; --for says otherwise)" if guess else ""
    yield f"Asked {name} for {_ASKED[sort]}{how}."
    for one in stock_words(sentence):
        yield f"This is vague: {one.why}. {one.better}"


_ASKED: Mapping[AskKind, str] = {
    "information": "information",
    "contacts": "contacts",
    "interview": "an interview",
    "referral": "a referral",
    "advice": "advice",
    "review": "a review",
    "job": "a job",
}


class Open(NamedTuple):
    """An open ask of somebody."""

    record: Interaction

    @property
    def listed(self) -> str:
        what = self.record.ask or (_ASKED[self.record.asked] if self.record.asked else "something")
        return f"{what} (asked on {dated(self.record.day)}), {self.record.origin.stem}"

    @property
    def words(self) -> str:
        """What tells it from others."""
        line = self.record.origin.place("asked" if self.record.asked else "ask_status").line
        return f"{self.record.ask or self.record.asked or ''} {self.record.origin.stem} line {line}"


def open_asks(case: Case, day: date) -> list[Open]:
    """The open asks up to a day, oldest first: those that nothing has come of since, else all."""
    found = [e for e in concerning(case) if e.record.ask_open and e.day <= day]
    waiting = [e for e in found if not _given_since(case, e)]
    return [Open(entry.record) for entry in waiting or found]


def _given_since(case: Case, entry: Entry) -> bool:
    return any(later.follows(entry) and later.record.got for later in case.until)


def ended(name: str, asks: Sequence[Open], status: AskStatus) -> Plan:
    """Note how some asks ended."""
    steps = tuple(Edited(one.record.path, one.record.origin.checksum, (Set("ask_status", status),)) for one in asks)
    said = tuple(f"{status.capitalize()}: {one.listed}." for one in asks)
    return Plan(f"Note what {name} said: {status}", steps, said)
