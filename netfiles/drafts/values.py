"""The words that letters know: what each is filled with. All are texts, empty where nothing is known."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from netfiles.drafts.occasion import ASKING, Occasion
from netfiles.insights.brief import Sent, sent
from netfiles.insights.follow_ups.outcome import End
from netfiles.text.aloud import aloud
from netfiles.text.moment import MONTHS

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.model import Person, Profile


class Known(NamedTuple):
    """What the words are made of."""

    insights: "Insights"
    of: Occasion

    @property
    def person(self) -> "Person | None":
        return self.of.someone.record

    @property
    def profile(self) -> "Profile | None":
        return self.insights.network.collection.profile

    @property
    def today(self) -> date:
        return self.insights.today


def values(insights: "Insights", of: Occasion) -> dict[str, Any]:
    """All words with what they stand for in this letter."""
    known = Known(insights, of)
    return {name: find(known) for name, find in WORDS.items()}


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _first_name(known: Known) -> str:
    words = [word for word in known.of.someone.name.split() if not re.fullmatch(r"\w{1,4}\.|Mrs?|Ms|Dr|Prof", word)]
    return (words or known.of.someone.name.split())[0]


def _company(known: Known) -> str:
    key = known.of.someone.company
    return _line(known.insights.network.companies[key].name) if key else ""


_OTHERS = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their|i|me|my|mine|myself)\b", re.IGNORECASE)


def for_them(text: str | None) -> str:
    """A note of the owner's, if it can be said to the one it is about: it speaks neither of them nor of the owner."""
    said = _line(text)
    return "" if _OTHERS.search(said) else said.rstrip(".")


def _offer(known: Known) -> str:
    return next(filter(None, map(for_them, known.person.i_can_help if known.person else ())), "")


def spoken(day: date, today: date) -> str:
    """A day within a letter: `today`, `yesterday`, `on 18 November`, `on 18 November 2025`."""
    if (today - day).days in (0, 1):
        return ("today", "yesterday")[(today - day).days]
    return f"on {day.day} {MONTHS[day.month - 1]}{f' {day.year}' if day.year != today.year else ''}"


_TALKS = {"call": "call", "video": "video call", "coffee": "coffee", "meeting": "meeting"}
_MESSAGES = {"email": "email", "letter": "letter"}


def _last_talk(known: Known) -> str:
    until = known.of.someone.until(known.today)
    talk = next((e for e in reversed(until) if not e.record.written), None)
    return f"{_TALKS.get(talk.record.channel, 'conversation')} {spoken(talk.day, known.today)}" if talk else ""


def senders(known: Known) -> list[Sent]:
    """Who led me to them, those first whose name may be used."""
    found = list(sent(known.insights.network, known.of.someone, known.today))
    return sorted(found, key=lambda one: not may_be_named(known, one.by))


def may_be_named(known: Known, key: str) -> bool:
    """Whether somebody's file says that their name may be used, and is not private."""
    record = known.insights.network.people[key].record
    return record is not None and record.may_use_name == "yes" and not record.private.whole


def _sent_by(known: Known) -> str:
    names = (known.insights.network.people[one.by].name for one in senders(known) if may_be_named(known, one.by))
    return next(names, "")


_GIFTS = {
    "information": "what you told me",
    "introduction": "the introduction",
    "referral": "putting in a word for me",
    "interview": "the interview",
    "advice": "your advice",
    "lead": "the lead",
    "offer": "the offer",
    "help": "your help",
}


def _gifts(known: Known) -> str:
    return listed(dict.fromkeys(_GIFTS[gift] for entry in known.of.gifts for gift in entry.record.got))


def listed(texts: Iterable[str]) -> str:
    """`one, two and three`."""
    *first, last = [*texts] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _gift_day(known: Known) -> str:
    """The day of what they gave, where that was one day."""
    days = {entry.day for entry in known.of.gifts}
    return spoken(days.pop(), known.today) if len(days) == 1 else ""


def _introduced(known: Known) -> str:
    people = known.insights.network.people
    keys = dict.fromkeys(key for entry in known.of.gifts for key in entry.introduced)
    return listed(people[key].name for key in keys if key != known.of.someone.key)


def _outcome(known: Known) -> str:
    return listed(map(_ended, known.of.ends))


def _ended(end: End) -> str:
    """`I met Luis Ortega-Bright`, from words that are said to the owner."""
    return re.sub(r"^you\b", "I", re.sub(r" \(\d+ \w{3}\)$", "", end.what))


def _earlier(known: Known) -> str:
    """`my email on 6 November`, `our call yesterday`."""
    entry = known.of.message
    if entry is None:
        return ""
    channel = entry.record.channel
    written = f"my {_MESSAGES.get(channel, 'message')}"
    noun = written if entry.record.written else f"our {_TALKS.get(channel, 'conversation')}"
    return f"{noun} {spoken(entry.day, known.today)}"


WORDS: Mapping[str, Callable[[Known], str]] = {
    "name": lambda known: _line(known.of.someone.name),
    "first_name": _first_name,
    "title": lambda known: _line(known.person.title if known.person else None),
    "company": _company,
    "met_at": lambda known: for_them(known.person.met_at if known.person else None),
    "last_talk": _last_talk,
    "sent_by": _sent_by,
    "ask": lambda known: known.of.ask,
    "position": lambda known: _line(known.of.lead.called) if known.of.lead else "",
    "offer": _offer,
    "gifts": _gifts,
    "gift_day": _gift_day,
    "introduced": _introduced,
    "outcome": _outcome,
    "news": lambda known: _line(known.of.news.called) if known.of.news else "",
    "news_text": lambda known: aloud(known.of.news.origin.body) if known.of.news else "",
    "earlier": _earlier,
    "pitch": lambda known: _line(known.profile.pitch if known.profile else None),
    "me": lambda known: _line(known.profile.name if known.profile else None),
    "my_phone": lambda known: _line(known.profile.phones[0]) if known.profile and known.profile.phones else "",
    "today": lambda known: f"{known.today.day} {MONTHS[known.today.month - 1]} {known.today.year}",
}


def left_out(known: Known) -> list[str]:
    """What the letter does not say, and why."""
    said = []
    first = not any(not e.record.written for e in known.of.someone.until(known.today))
    if known.of.sort in ASKING and first and not _sent_by(known):
        said += [f"{one.may_say} The letter leaves the name out." for one in senders(known)]
    met = known.person.met_at if known.person else None
    if met and first and known.of.sort in ASKING and not for_them(met):
        said.append(f"How you met is left out: “{_line(met)}” is a note to yourself.")
    if not (known.profile and known.profile.name):
        said.append("The letter is not signed: career/profile.md holds no `name`.")
    if known.of.news is not None and not aloud(known.of.news.origin.body):
        said.append(f"“{known.of.news.called}” has no text: write it below the dashes of {known.of.news.path}.")
    return said
