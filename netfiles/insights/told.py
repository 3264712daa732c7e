"""Who has been told what: each piece of news with its audience, who heard it, and who heard only what it replaces."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING, Literal, NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.index.resolve import NOTHING
from netfiles.insights.apart import Apart
from netfiles.insights.gleaned import Monthly
from netfiles.insights.ties import Tie
from netfiles.model import Interaction, Link, News
from netfiles.problems import Problem, printable

if TYPE_CHECKING:
    from netfiles.insights.audience import Audience

State = Literal["to tell", "to come", "replaced", "over", "of the search"]
"""What may be done with news: tell it, wait for its day, tell what replaces it; nothing once `until` has passed, or
with what is older than a landing."""


class Heard(NamedTuple):
    """Who heard what: by the path of news, or by the text, each by key with the first entry in which they did."""

    news: Mapping[str, Mapping[str, Entry]] = {}
    texts: Mapping[str, Mapping[str, Entry]] = {}


def heard_in(network: Network, entries: Iterable[Entry]) -> Heard:
    """What was told in entries that are in order, planned ones too; titles of news still as texts."""
    news, texts = defaultdict[str, dict[str, Entry]](dict), defaultdict[str, dict[str, Entry]](dict)
    for entry in entries:
        if entry.record.told:
            for path, text in _told(network, entry.record):
                first = news[path] if path else texts[text]
                for key in entry.people:
                    first.setdefault(key, entry)
    return Heard(news, texts)


def _told(network: Network, record: Interaction) -> Iterator[tuple[str | None, str]]:
    """What an entry told, each as the path of news, or None and the text."""
    paths = iter(network.fields.get(record.path, NOTHING).keys.get("told", ()))
    for link in record.told:
        yield (next(paths, None) if link.linked else None), link.text


def heard(network: Network, entries: Iterable[Entry], today: date) -> Heard:
    """What was told in some entries up to today."""
    return _with_titles(network, *heard_in(network, (entry for entry in entries if entry.day <= today)))


def all_heard(network: Network, by_month: Monthly[Heard], today: date) -> Heard:
    """What was told in all entries up to today, from what is known of each month."""
    this_month = f"{today.year:04d}-{today.month:02d}"
    news, texts = defaultdict[str, dict[str, Entry]](dict), defaultdict[str, dict[str, Entry]](dict)
    for month, (_, found) in sorted(by_month.items(), reverse=True):  # what came first is written last
        if month <= this_month:
            for of, month_of in ((news, found.news), (texts, found.texts)):
                for what, first in month_of.items():
                    of[what].update(first if month < this_month else _up_to(today, first))
    return _with_titles(network, news, texts)


def _with_titles(
    network: Network, news: Mapping[str, Mapping[str, Entry]], texts: Mapping[str, Mapping[str, Entry]]
) -> Heard:
    """A text that is the title or the file's name of news means that news."""
    of_news, rest = dict(news), dict(texts)
    for text, first in texts.items():
        path = network.names.find(Link(text, linked=False), ("news",))
        if isinstance(path, str):
            both = sorted((*of_news.get(path, {}).items(), *first.items()), key=lambda of: of[1].order, reverse=True)
            of_news[path] = dict(both)
            del rest[text]
    return Heard(of_news, rest)


def _up_to(today: date, first: Mapping[str, Entry]) -> Mapping[str, Entry]:
    return {key: entry for key, entry in first.items() if entry.day <= today}


Hearing = tuple[News, Entry | None]
"""Which news somebody heard, and the entry in which they first did; None where `told_before` of their file says so."""


@dataclass(frozen=True, eq=False)
class Telling:
    """One piece of news; people by key.

    `older` are what it supersedes, nearest first; `told` gives for everyone who heard it the first entry (None:
    `told_before`), `told_older` the nearest of the older ones. `replaced_by` is the news to tell instead.
    """

    news: News
    state: State
    replaced_by: News | None
    older: tuple[News, ...]
    told: Mapping[str, Entry | None]
    told_older: Mapping[str, Hearing]
    apart: Apart
    today: date
    ties: Mapping[str, Tie]
    ask: Callable[[str | None], "Audience"]

    @cached_property
    def audience(self) -> "Audience":
        """Who should hear it, by its own words: everybody active on file where it has none."""
        return self.ask(self.news.audience)

    @cached_property
    def due(self) -> date:
        """The first day it can be told: its `date`, else the day it was first told."""
        entries = (entry.day for entry in self.told.values() if entry)
        return self.news.date or min(entries, default=self.today)

    @cached_property
    def untold(self) -> frozenset[str]:
        """Those to tell."""
        return frozenset(self.audience.keys).difference(self.told, self.apart.closed, self.apart.imported)

    @property
    def held_back(self) -> frozenset[str]:
        """Those not told whom an import brought in, and with whom there is no entry yet."""
        return self.apart.imported.intersection(self.audience.keys).difference(self.told)

    def nearest(self, count: int) -> list[str]:
        """Some of those to tell, strongest tie first."""
        return nsmallest(count, self.untold, key=self._by_tie)

    @cached_property
    def in_order(self) -> tuple[str, ...]:
        """Those to tell, strongest tie first."""
        return tuple(sorted(self.untold, key=self._by_tie))

    def _by_tie(self, key: str) -> tuple[float, str]:
        return -self.ties[key].strength, key

    @property
    def only_older(self) -> frozenset[str]:
        """Those to tell who heard no more than older news that this one supersedes."""
        return self.untold.intersection(self.told_older)


def tellings(
    network: Network,
    told: Heard,
    apart: Apart,
    ties: Mapping[str, Tie],
    ask: Callable[[str | None], "Audience"],
    settled: frozenset[str] = frozenset(),
) -> tuple[Telling, ...]:
    """All news, newest first. `ask` finds the people whom an audience names; `settled` is older than a landing."""
    by_path, today = {news.path: news for news in network.collection.news}, apart.today
    chain, first = supersedes(network), _first_heard(told, apart)
    newer = {old: by_path[new] for new, old in sorted(chain.items(), reverse=True) if _is_out(by_path[new], today)}
    found = [
        Telling(
            news=news,
            state=_state(news, newer.get(path), path in settled, today),
            replaced_by=newer.get(path),
            older=(older := tuple(by_path[old] for old in _chain_from(path, chain))),
            told=first.get(path, {}),
            told_older={key: (old, entry) for old in reversed(older) for key, entry in first.get(old.path, {}).items()},
            apart=apart,
            today=today,
            ties=ties,
            ask=ask,
        )
        for path, news in by_path.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.news.date or date.min).toordinal(), one.news.path)))


def _is_out(news: News, today: date) -> bool:
    return news.date is None or news.date <= today


def _state(news: News, newer: News | None, settled: bool, today: date) -> State:
    if news.until is not None and news.until < today:
        return "over"
    if newer is not None:
        return "replaced"
    if settled:
        return "of the search"
    return "to tell" if _is_out(news, today) else "to come"


def supersedes(network: Network) -> Mapping[str, str]:
    """Which news supersedes which, by path; those that go round in a circle are left out."""
    links = _links(network)
    return {path: old for path, old in links.items() if path not in _chain_from(path, links)}


def circles(network: Network) -> Iterator[tuple[News, tuple[str, ...]]]:
    """News that supersedes itself by way of others (their paths)."""
    links = _links(network)
    for news in network.collection.news:
        chain = _chain_from(news.path, links)
        if news.path in chain:
            yield news, chain[: chain.index(news.path)]


def _links(network: Network) -> dict[str, str]:
    found = ((n.path, network.fields.get(n.path, NOTHING).one("supersedes")) for n in network.collection.news)
    return {path: old for path, old in found if old}


def _chain_from(path: str, links: Mapping[str, str]) -> tuple[str, ...]:
    """What news leads to, nearest first, each once."""
    chain: dict[str, None] = {}
    at = links.get(path)
    while at is not None and at not in chain:
        chain[at] = None
        at = links.get(at)
    return tuple(chain)


def _first_heard(told: Heard, apart: Apart) -> Mapping[str, Mapping[str, Entry | None]]:
    """For each news by path the people who heard it with the first entry; `told_before` comes before all entries."""
    first: dict[str, dict[str, Entry | None]] = {path: dict(of) for path, of in told.news.items()}
    for key, paths in apart.knew.items():
        for path in paths:
            first.setdefault(path, {})[key] = None
    return first


def news_problems(network: Network) -> Iterator[Problem]:
    """News that supersedes itself, news that supersedes younger news, and news that was over before it was any."""
    by_path = {news.path: news for news in network.collection.news}
    for news, others in circles(network):
        names = ", ".join(by_path[path].called for path in others) or "itself"
        said = f"This news and what it supersedes go round in a circle: {printable(names)[:_MAX_SHOWN]}"
        advice = "Remove `supersedes` from the oldest of them. Until then it counts for none."
        yield Problem("NF408", news.origin.place("supersedes"), said, advice)
    for path, old in supersedes(network).items():
        news, other = by_path[path], by_path[old]
        if news.date and other.date and news.date < other.date:
            said = f"`date`: {news.date} is before that of the news it supersedes, {other.date}"
            yield Problem("NF307", news.origin.place("date"), said, "Check both dates, or turn the link round.")
    for news in by_path.values():
        if news.date and news.until and news.until < news.date:
            said = f"`until`: {news.until} is before `date`: {news.date}, so nobody is ever to be told"
            yield Problem("NF307", news.origin.place("until"), said, "Check both dates.")


_MAX_SHOWN = 200
