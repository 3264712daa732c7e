"""What to know before a talk with somebody: what was said, what is open, what they have not heard, what to ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.names import folded
from netfiles.index.network import Entry, Network, Someone
from netfiles.index.resolve import NOTHING
from netfiles.insights.days import dated
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.landing import older_news
from netfiles.insights.promises import promised
from netfiles.insights.questions import PURPOSES, questions
from netfiles.insights.time_share import purpose as purpose_of
from netfiles.insights.told import heard_in, supersedes
from netfiles.insights.wording import said_in
from netfiles.model import Link, News, Person
from netfiles.model.purposes import TalkPurpose
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

TALKS = 3
"""So many of the last talks are told."""


class Loose(NamedTuple):
    """Something open between us: mine to do, or theirs."""

    mine: bool
    text: str
    on: date | None
    place: Place


class Sent(NamedTuple):
    """Who led me to somebody (a key), on which day, and what I may say of it; the place proves the first."""

    by: str
    on: date | None
    may_say: str
    place: Place


class Unheard(NamedTuple):
    """News or an accomplishment that somebody has not been told."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it about one person.

    `why` says in a sentence why this is the purpose. `talks` are newest first; messages stand in where there were
    fewer than three talks. `owed` is what the queue says that I owe beside promises: thanks, an answer, how it ended.
    `asks` are the entries in which I asked them for something, newest first.
    """

    key: str
    name: str
    purpose: TalkPurpose
    why: str
    planned: Entry | None
    talks: tuple[Entry, ...]
    open: tuple[Loose, ...]
    owed: tuple[Reason, ...]
    asks: tuple[Entry, ...]
    sent: tuple[Sent, ...]
    unheard: tuple[Unheard, ...]
    questions: tuple[str, ...]


_OWED = frozenset(("thank", "answer", "outcome"))


def brief(insights: "Insights", someone: Someone, purpose: TalkPurpose | None = None) -> Brief:
    """The brief before a talk with somebody, for this purpose or the one that lies nearest."""
    network, today = insights.network, insights.today
    chosen, why = (purpose, "You chose it.") if purpose else nearest_purpose(someone, today)
    unheard = tuple(_unheard(insights, someone))
    until = someone.until(today)
    return Brief(
        key=someone.key,
        name=someone.name,
        purpose=chosen,
        why=why,
        planned=someone.planned(today),
        talks=last_talks(until),
        open=tuple(_open(someone, today)),
        owed=tuple(reason for reason in insights.reasons(someone.key) if reason.rule in _OWED),
        asks=tuple(entry for entry in reversed(until) if _asks(entry) and entry.people[0] == someone.key),
        sent=tuple(sent(network, someone, today)),
        unheard=unheard,
        questions=questions(network, insights.wanted, someone, today, chosen, unheard[0].text if unheard else ""),
    )


def _asks(entry: Entry) -> bool:
    return bool(entry.record.asked or entry.record.ask)


def nearest_purpose(someone: Someone, today: date) -> tuple[TalkPurpose, str]:
    """That of the next entry planned with them; else to get to know somebody new, or to catch up."""
    planned = someone.planned(today)
    if planned is not None:
        written = "interview" if planned.record.channel == "interview" else ""
        word = purpose_of(planned.record) or written
        if found := next((one for one in PURPOSES if one == word), None):
            return found, f"So it is planned for {dated(planned.day)}."
    last = someone.last_contact(today)
    if last is None:
        return "information-interview", "No contact with them is written down yet."
    return "catch-up", f"Your last contact was on {dated(last)}."


def last_talks(until: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The last three talks, newest first; where there are fewer, the last messages beside them."""
    talks = [entry for entry in reversed(until) if not entry.record.written][:TALKS]
    messages = [entry for entry in reversed(until) if entry.record.written][: TALKS - len(talks)]
    return tuple(sorted((*talks, *messages), key=lambda entry: entry.order, reverse=True))


def _open(someone: Someone, today: date) -> Iterator[Loose]:
    """What I owe and what they owe: by its day, without a day last."""
    about = tuple(entry for entry in someone.until(today) if entry.people[0] == someone.key)
    found = [Loose(one.side == "mine", one.text, one.on, one.place) for one in promised(about).open]
    found += _of_file(someone.record) if someone.record else ()
    yield from sorted(found, key=lambda one: (one.on is None, one.on or date.min, one.place, one.text))


def _of_file(person: Person) -> Iterator[Loose]:
    if (person.next or person.next_on) and not person.next_done:
        place = person.origin.place("next_on" if person.next_on else "next")
        yield Loose(True, person.next or "the next step", person.next_on, place)
    for task in person.origin.tasks:
        if not task.done:
            yield Loose(True, task.text or "a task without words", task.due, Place(person.path, task.line))


def sent(network: Network, someone: Someone, today: date) -> Iterator[Sent]:
    """Who introduced us, and who gave me their name, each once."""
    givers: dict[str, Sent] = {}
    for entry in someone.given_in:
        if entry.day <= today:
            for key in (key for key in entry.people if key != someone.key):
                place = entry.record.origin.place("introduced")
                givers.setdefault(key, Sent(key, entry.day, may_say(network, key), place))
    if (by := someone.introduced_by) and someone.record and by not in givers:
        yield Sent(by, None, may_say(network, by), someone.record.origin.place("introduced_by"))
    yield from givers.values()


def givers_of(someone: Someone) -> tuple[str, ...]:
    """Whoever gave me their name or introduced us, by key."""
    of = (someone.introduced_by,) if someone.introduced_by else ()
    named = (key for entry in someone.given_in for key in entry.people if key != someone.key)
    return tuple(dict.fromkeys((*of, *named)))


def sent_in_words(network: Network, one: Sent) -> str:
    """`Nia Okafor gave you the name on 24 Sep 2026. You may say that Nia Okafor sent you.`"""
    name = network.people[one.by].name
    how = f"gave you the name on {dated(one.on)}" if one.on else "introduced you"
    return f"{name} {how}. {one.may_say}"


def may_say(network: Network, giver: str) -> str:
    """Whether I may say who sent me, by the giver's own file."""
    someone = network.people[giver]
    word = someone.record.may_use_name if someone.record else None
    return {
        "yes": f"You may say that {someone.name} sent you.",
        "ask": f"Ask {someone.name} before you use the name.",
        "no": f"Do not use the name of {someone.name}.",
        None: f"Whether you may say so is not written: ask {someone.name}.",
    }[word]


def _unheard(insights: "Insights", someone: Someone) -> Iterator[Unheard]:
    """News for them that is out and not settled, then accomplishments, as far as nothing says they were told."""
    network, today = insights.network, insights.today
    settled = older_news(network, insights.landing)
    told = heard_in(network, someone.until(today))
    by_title = (network.names.find(Link(text, linked=False), ("news",)) for text in told.texts)
    heard = {*told.news, *network.fields.get(someone.key, NOTHING).all("told_before"), *by_title}
    news = [item for item in network.collection.news if is_current(item, today)]
    older = supersedes(network)
    replaced = {older[item.path] for item in news if item.path in older}
    for item in sorted(news, key=lambda item: (item.date or date.min, item.path), reverse=True):
        open_ = item.path not in replaced and item.path not in heard and item.path not in settled
        if open_ and is_for(insights, item, someone.key):
            yield Unheard(item.called, item.origin.place("title"))
    profile = network.collection.profile
    done = profile.accomplishments if profile else ()
    known = _said(told.texts, done)
    for number, text in enumerate(done):
        if profile and folded(text) not in known:
            yield Unheard(text, profile.origin.place("accomplishments", number))


def is_for(insights: "Insights", news: News, key: str) -> bool:
    """Whether news is meant for somebody: for whomever its audience asks, where it has one."""
    return not news.audience or insights.audiences.asks_for(news.audience, key)


def is_current(news: News, today: date) -> bool:
    """Whether news is out and not over."""
    return (news.date is None or news.date <= today) and (news.until is None or news.until >= today)


def _said(told: Iterable[str], done: tuple[str, ...]) -> frozenset[str]:
    """The accomplishments that some told texts mean, folded."""
    exact = {folded(text) for text in done}
    meant = (text if folded(text) in exact else said_in(text, done) for text in told)
    return frozenset(folded(text) for text in meant if text)
