"""People and companies that notes name without a link: each with the link that could be made, and why."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from netfiles.changes.ordinary import ORDINARY
from netfiles.changes.prose import TOKEN, begins_sentence, name_goes_on, tokens
from netfiles.changes.rename import spelt
from netfiles.index.names import Names
from netfiles.index.network import Network
from netfiles.index.resolve import IN_BODIES, NOTHING
from netfiles.model import Company, Link, Person, Record
from netfiles.records.plan import Edited, Plan
from netfiles.text.edits import Wrap
from netfiles.text.markdown import facts


class Mention(NamedTuple):
    """Words of a note that could be a link; the column counts from 0. `certain`: nobody else is called so."""

    path: str
    line: int
    column: int
    words: str
    key: str
    link: str
    why: str
    certain: bool


class _Way(NamedTuple):
    """Somebody or a company, and what it is called by: its name, an alias, or a first name."""

    key: str
    sort: str


@dataclass
class _Known:
    """All names, folded: whose they are, how they are written, and of how many words those are that begin with one."""

    ways: dict[str, dict[str, str]] = field(default_factory=dict)
    spelt: dict[str, set[str]] = field(default_factory=dict)
    begins: dict[str, set[int]] = field(default_factory=dict)

    def add(self, name: str, key: str, sort: str) -> None:
        """One more name of somebody; the better sort counts."""
        found = [token[0] for token in TOKEN.finditer(unicodedata.normalize("NFC", name))]
        if not found or (len(found) == 1 and len(found[0]) < 2 and found[0].isascii()):
            return
        folded = same(name)
        ways = self.ways.setdefault(folded, {})
        if sort != "first name" or key not in ways:
            ways[key] = sort
        self.spelt.setdefault(folded, set()).add(unicodedata.normalize("NFC", " ".join(name.split())))
        self.begins.setdefault(same(found[0]), set()).add(len(found))


@lru_cache(200_000)
def same(text: str) -> str:
    """How names are compared: case, the form of accents and of apostrophes, and runs of spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())


_TITLES = frozenset(("dr", "prof", "mr", "mrs", "ms", "sir", "the", "st"))


def _known(network: Network) -> _Known:
    known = _Known()
    for someone in network.people.values():
        record = someone.record
        names = (someone.name, record.origin.stem) if record else (someone.name,)
        for name in names:
            known.add(name, someone.key, "name")
        for alias in record.aliases if record else ():
            known.add(alias, someone.key, "alias")
        first = someone.name.split()[0].strip(",.") if " " in someone.name else ""
        if len(first) > 1 and same(first) not in _TITLES:
            known.add(first, someone.key, "first name")
    for employer in network.companies.values():
        company = employer.record
        known.add(employer.name, employer.key, "name")
        for alias in (company.origin.stem, *company.aliases) if company else ():
            known.add(alias, employer.key, "alias")
    return known


def mentions(network: Network) -> list[Mention]:
    """All of them, by file and place: of each body the first mention of everybody that it does not link to yet."""
    known, words = _known(network), set[str]()
    for record in network.records.values():
        words.update(TOKEN.findall(record.origin.body))
    finder = _Finder(network, known, frozenset(same(word) for word in words if word.islower()))
    return sorted(chain.from_iterable(map(finder.of, network.records.values())), key=lambda one: one[:3])


@dataclass(frozen=True)
class _Finder:
    """Finds names in bodies; `small` are the words that stand somewhere in small letters."""

    network: Network
    known: _Known
    small: Collection[str]

    def of(self, record: Record) -> list[Mention]:
        """The mentions in one body; only those that Markdown would read as links."""
        body = record.origin.body
        linked = set(self.network.bodies.get(record.path, NOTHING).all("body")) | {record.path}
        beside = frozenset(self.network.fields.get(record.path, NOTHING).all("with"))
        found: list[Mention] = []
        for start, end, folded in self._names(body):
            one = self._mention(record, body, (start, end), folded, beside)
            if one and one.key not in linked and not ("|" in one.link and "|" in _line(body, start, end)):
                linked.add(one.key)
                found.append(one)
        return _seen(record, found)

    def _names(self, body: str) -> Iterator[tuple[int, int, str]]:
        """Where names stand, the longest first at each place, none within another."""
        for part in tokens(body):
            n = 0
            while n < len(part):
                lengths = self.known.begins.get(same(part[n].word), ())
                for length in sorted(lengths, reverse=True):
                    if n + length <= len(part):
                        start, end = part[n].start, part[n + length - 1].end
                        folded = same(body[start:end])
                        if folded in self.known.ways and body.count("\n", start, end) == 0:
                            yield start, end, folded
                            n += length - 1
                            break
                n += 1

    def _mention(
        self, record: Record, body: str, at: tuple[int, int], folded: str, beside: Collection[str]
    ) -> Mention | None:
        start, end = at
        text = unicodedata.normalize("NFC", " ".join(body[start:end].split()))
        ways, single = self.known.ways[folded], len(TOKEN.findall(text)) == 1
        exact = text.replace("’", "'") in {name.replace("’", "'") for name in self.known.spelt[folded]}
        ordinary = single and (folded in ORDINARY or folded in self.small)
        goes_on = single and name_goes_on(body, start, end)
        meant = None if single and not exact else _meant(ways, beside)
        if meant is None or meant.key.startswith(("name:", "company:")):
            return None
        with_them = meant.key in beside
        if goes_on == "joined" or (goes_on and meant.sort == "first name"):
            return None
        if ordinary and not with_them and begins_sentence(body, start):
            return None
        unique = len(ways) == 1
        certain = unique and exact and meant.sort != "first name" and not ordinary and not goes_on
        link = _link(self.network.names, meant.key, body[start:end])
        if link is None:
            return None
        line = record.origin.body_line + body.count("\n", 0, start)
        column = start - (body.rfind("\n", 0, start) + 1)
        why = _why(self.network, meant, unique, with_them, ordinary)
        return Mention(record.path, line, column, body[start:end], meant.key, link, why, certain)


def _line(body: str, start: int, end: int) -> str:
    begin, stop = body.rfind("\n", 0, start) + 1, body.find("\n", end)
    return body[begin : stop if stop >= 0 else len(body)]


def _meant(ways: Mapping[str, str], beside: Collection[str]) -> _Way | None:
    """Whom a name means: the only one who is called so in full; else the only one of those who took part."""
    full = {key: sort for key, sort in ways.items() if sort != "first name"}
    for choice in (full, ways) if full else (ways,):
        if len(choice) == 1:
            key, sort = next(iter(choice.items()))
            if sort != "first name" or len(ways) == 1 or key in beside:
                return _Way(key, sort)
        near = [key for key in choice if key in beside]
        if len(near) == 1:
            return _Way(near[0], choice[near[0]])
    return None


def _link(names: Names, key: str, words: str) -> str | None:
    """The link as it would be written, the words unchanged as its label."""
    way = next((way for way in spelt(key) if names.find(Link(way), IN_BODIES) == key), None)
    if way is None:
        return None
    return f"[[{way}]]" if way == words else f"[[{way}|{words}]]"


def _why(network: Network, meant: _Way, unique: bool, with_them: bool, ordinary: bool) -> str:
    record = network.records[meant.key]
    called = record.called if isinstance(record, Person | Company) else meant.key
    said = {"name": "the name of", "alias": "an alias of", "first name": "the first name of"}[meant.sort]
    why = f"{said} {called}"
    if with_them:
        why += ", who took part"
    elif unique:
        why += ", and of nobody else"
    return f"{why}; also an ordinary word" if ordinary else why


def _seen(record: Record, found: list[Mention]) -> list[Mention]:
    """Those of them that Markdown would read as links: all at once, else one by one."""
    if not found or _count(record, found) == len(record.origin.links) + len(found):
        return found
    return [one for one in found if _count(record, [one]) == len(record.origin.links) + 1]


def _count(record: Record, made: list[Mention]) -> int:
    """How many links a body would have."""
    lines = record.origin.body.split("\n")
    for one in sorted(made, key=lambda one: -one.column):
        n = one.line - record.origin.body_line
        lines[n] = lines[n][: one.column] + one.link + lines[n][one.column + len(one.words) :]
    return len(facts("\n".join(lines), 1).links)


def linking(network: Network, chosen: Collection[Mention]) -> Plan:
    """The plan that makes links of some mentions; the words stay as they are."""
    edits: dict[str, list[Wrap]] = {}
    for one in sorted(chosen, key=lambda one: (one.line, one.column), reverse=True):
        edits.setdefault(one.path, []).append(Wrap(one.line, one.column, one.words, one.link))
    steps = tuple(Edited(path, network.records[path].origin.checksum, tuple(of)) for path, of in sorted(edits.items()))
    count = f"{len(chosen)} mention{'s' * (len(chosen) != 1)}"
    made = f"{count} made {'a link' if len(chosen) == 1 else 'links'}." if chosen else "Nothing was linked."
    return Plan(f"Link {count} of people and companies", steps, (made,))
