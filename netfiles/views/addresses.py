"""Where everything has its place in the site: a page or an anchor for each person, company, entry, goal."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from zlib import crc32

from netfiles.index.network import NOT_ON_FILE, Entry, Network
from netfiles.insights.leads import dates
from netfiles.model import Lead
from netfiles.text.letters import unaccented

MOST_LEADS = 300
"""Of more leads than this the oldest closed ones have their place on the page of their company."""

FULL_MONTH = 300
"""A month with more entries than this has a page for each of its days."""

_MAX_SLUG = 80
_RESERVED = frozenset(("index", "readme", "404", "con", "prn", "aux", "nul", "assets", "search"))


@lru_cache(maxsize=100_000)
def slug(text: str) -> str:
    """`text` as a part of an address: ASCII letters, digits and dashes, never empty, never one that means something."""
    plain = unaccented(text).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not words or words in _RESERVED or re.fullmatch(r"(?:com|lpt)\d", words):
        return f"{words}-{_mark(text)}".strip("-")
    return words if len(words) <= _MAX_SLUG else f"{words[:_MAX_SLUG].strip('-')}-{_mark(text)}"


def _mark(text: str) -> str:
    return f"x{crc32(unicodedata.normalize('NFC', text).encode('utf-8', 'surrogatepass')):08x}"


def distinct(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A slug of its own for each key, from (key, text): of several alike the first keeps it, the others are marked."""
    taken: set[str] = set()
    slugs: dict[str, str] = {}
    for key, text in pairs:
        name = slug(text)
        if name in taken:
            name = f"{name}-{_mark(key)}"
        taken.add(name)
        slugs[key] = name
    return slugs


@dataclass(frozen=True, slots=True)
class Month:
    """The entries of a month, the address of each by its path, and of a busy month the entries of each day."""

    entries: tuple[Entry, ...]
    places: Mapping[str, str]
    days: Mapping[str, tuple[Entry, ...]]


class _EntryAddresses(Mapping[str, str]):
    """The addresses of all entries by path, which stay by month."""

    def __init__(self, entries: Mapping[str, Entry], months: Mapping[str, Month]) -> None:
        self._entries, self._months = entries, months

    def __getitem__(self, path: str) -> str:
        return self._months[_month(self._entries[path])].places[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def _month(entry: Entry) -> str:
    return f"{entry.day.year:04d}-{entry.day.month:02d}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses below the site's root, by key or path: pages end in `/`, parts of pages in `#anchor`.

    `keys` are those of people and companies by the addresses of their pages; `everyone` are the keys of all people.
    """

    people: Mapping[str, str]
    companies: Mapping[str, str]
    entries: Mapping[str, str]
    others: Mapping[str, str]
    months: Mapping[str, Month]
    keys: Mapping[str, str]
    everyone: Sequence[str]

    def of(self, key: str) -> str | None:
        """The address of a person, company, entry, goal or lead by its key or path; None where it has no place."""
        return self.people.get(key) or self.companies.get(key) or self.entries.get(key) or self.others.get(key)


def addresses(network: Network, before: Addresses | None = None) -> Addresses:
    """The addresses of a network. People only named (not on file) have none. `before` are those of an earlier state."""
    everyone = tuple(network.people)
    people, companies, keys = _pages(network, everyone, before)
    known = before.months if before else {}
    months = {
        key: known[key] if key in known and known[key].entries is entries else _of_month(key, entries, known.get(key))
        for key, entries in network.months.items()
    }
    entries = _EntryAddresses(network.entry_by_path, months)
    return Addresses(people, companies, entries, _others(network, companies), months, keys, everyone)


def have_moved(before: Addresses, now: Addresses) -> bool:
    """Whether an entry that was there before and still is has another address, or the goals and leads that have any."""
    if before.others != now.others:
        return True
    months = (month for key, month in before.months.items() if now.months.get(key) is not month)
    entries = (pair for month in months for pair in month.places.items())
    return any(path in now.entries and now.entries[path] != address for path, address in entries)


def _pages(
    network: Network, everyone: Sequence[str], before: Addresses | None
) -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """The addresses of people and companies by their keys, and the keys by address."""
    named = distinct((c.key, c.name) for c in network.companies.values())
    companies = {key: f"companies/{name}/" for key, name in named.items()}
    if before and everyone == before.everyone:
        people = before.people
        if companies == before.companies:
            return people, before.companies, before.keys
    else:
        on_file = distinct((key, _stem(key)) for key in everyone if not key.startswith(NOT_ON_FILE))
        people = {key: f"people/{name}/" for key, name in on_file.items()}
    keys = {address: key for of in (people, companies) for key, address in of.items()}
    return people, companies, keys


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _of_month(month: str, entries: tuple[Entry, ...], before: Month | None) -> Month:
    """Each entry's anchor on the page of its month, or of its day where the month is a busy one."""
    names = distinct((entry.path, _stem(entry.path)) for entry in entries)
    if len(entries) <= FULL_MONTH:
        return Month(entries, {path: f"journal/{month}/#e-{name}" for path, name in names.items()}, {})
    days = {day.isoformat(): tuple(of_day) for day, of_day in groupby(entries, key=lambda entry: entry.day)}
    places = {e.path: f"journal/{day}/#e-{names[e.path]}" for day, of_day in days.items() for e in of_day}
    known = before.days if before else {}
    return Month(entries, places, {day: known[day] if known.get(day) == new else new for day, new in days.items()})


def _others(network: Network, companies: Mapping[str, str]) -> dict[str, str]:
    collection = network.collection
    goals = distinct((goal.path, goal.called) for goal in collection.goals)
    others = {path: f"goals/#goal-{name}" for path, name in goals.items()}
    places = distinct((lead.path, lead.origin.stem) for lead in collection.leads)
    shown = {lead.path for lead in shown_leads(network)}
    leads = ((lead.path, network.company_of(lead)) for lead in collection.leads if lead.path not in shown)
    others |= {path: f"leads/#lead-{name}" for path, name in places.items() if path in shown}
    others |= {path: companies[key] for path, key in leads if key}
    queries = distinct((query.path, query.called) for query in collection.queries)
    others |= {path: f"queries/{name}/" for path, name in queries.items()}
    news = distinct((news.path, news.called) for news in collection.news)
    others |= {path: f"news/#news-{name}" for path, name in news.items()}
    if collection.profile:
        others[collection.profile.path] = "goals/#profile"
    return others


def shown_leads(network: Network) -> Sequence[Lead]:
    """The leads that have a place on the page of leads: all, or the open and the newest of very many."""
    leads = network.collection.leads
    return leads if len(leads) <= MOST_LEADS else sorted(leads, key=_newest_first)[:MOST_LEADS]


def _newest_first(lead: Lead) -> tuple[bool, int, str]:
    newest = max((dated.day for dated in dates(lead)), default=date.min)
    return not lead.open, -newest.toordinal(), lead.path
