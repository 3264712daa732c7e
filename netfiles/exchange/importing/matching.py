"""Which file somebody from another program belongs to, and what proves it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from netfiles.changes.dupes import firm, signs
from netfiles.changes.name_forms import words
from netfiles.changes.nicknames import first_names
from netfiles.exchange.incoming import IncomingPerson, Party, Values
from netfiles.index.network import Network, Someone
from netfiles.text.letters import flat


class Match(NamedTuple):
    """The file that somebody belongs to, and why."""

    path: str
    why: str


class Unsure(NamedTuple):
    """The files that somebody may belong to, and why that is not sure."""

    paths: tuple[str, ...]
    why: str


_SURE = ("uid", "profile")
"""Signs that prove it whatever the name is: people change theirs, and nobody else has these."""
_SIGNS = {
    "uid": "the same uid",
    "mail": "the same address",
    "mailbox": "the same mailbox",
    "profile": "the same profile",
    "phone": "the same phone number",
}
_ALONE = frozenset(("uid", "mail", "profile", "phone"))
"""Signs that are looked for: a mailbox of a firm is none."""


@dataclass(frozen=True, slots=True)
class OnFile:
    """Everybody on file, by what they can be known by."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each path all names, in words that count."""
    firms: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    by_sign: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def match(self, person: IncomingPerson) -> Match | Unsure | None:
        """Whom somebody is; None where they are not on file."""
        return self._by_signs(person) or self._by_name(person)

    def with_new(self, people: Iterable[tuple[str, IncomingPerson]]) -> "OnFile":
        """The same with some who will have files: their paths, and who they are."""
        found = _Found(self)
        for path, person in people:
            found.put(path, (person.name, *person.values.get("aliases", ())), _given(person.values, person.uid))
        return found.whole()

    def party(self, party: Party) -> str | None:
        """Who took part in something: by address or profile, else by a name of two words that one alone bears."""
        for sort, value, _ in signs(filter(None, (party.email,)), (), filter(None, (party.profile,)), None):
            paths = self.by_sign.get((sort, value), ())
            if len(paths) == 1 and sort in _ALONE:
                return paths[0]
        paths = self.by_name.get(words_of(party.name), ())
        return paths[0] if len(paths) == 1 and len(party.name.split()) > 1 else None

    def _by_signs(self, person: IncomingPerson) -> Match | Unsure | None:
        given, name = _given(person.values, person.uid), words_of(person.name)
        for sort, value, text in sorted(given, key=lambda sign: list(_SIGNS).index(sign[0])):
            paths = self.by_sign.get((sort, value), ()) if sort in _ALONE else ()
            same = [path for path in paths if name in self.names[path]]
            fitting = same or [path for path in paths if any(agree(name, one) for one in self.names[path])]
            if len(fitting) == 1 or (len(paths) == 1 and sort in _SURE):
                return Match((fitting or list(paths))[0], f"{_SIGNS[sort]}: {text}")
            if paths and not (len(paths) > 1 and sort == "profile"):  # a page of several people is nobody's profile
                why = "several people have it" if len(paths) > 1 else "but another name"
                return Unsure(paths, f"{_SIGNS[sort]}, {text}, {why}")
        return None

    def _by_name(self, person: IncomingPerson) -> Match | Unsure | None:
        name, company = words_of(person.name), next(iter(person.values.get("company", ())), "")
        paths = self.by_name.get(name, ())
        same = [path for path in paths if company and self.firms.get(path) == flat(firm(company))]
        if len(same) == 1:
            if others := sorted(apart(signs_of(person), self.signs.get(same[0], frozenset()))):
                return Unsure((same[0],), f"the same name, both at {company}, but another {others[0]}")
            return Match(same[0], f"the same name, both at {company}")
        if paths and (" " in name or same):
            return Unsure(paths, "the same name, and nothing else that proves it")
        return None


def agree(one: str, two: str) -> bool:
    """Whether two names, in words, may be one person's: the same words, or first names that stand for each other."""
    first, second = one.split(), two.split()
    if not first or not second or sorted(first) == sorted(second):
        return bool(first and second)
    if first_names(first[0]) & first_names(second[0]):
        return True
    return 1 in (len(first[0]), len(second[0])) and first[0][0] == second[0][0] and first[-1] == second[-1]


def apart(one: Collection[tuple[str, str]], two: Collection[tuple[str, str]]) -> set[str]:
    """The sorts of signs that nobody has two of, and of which two people have different ones."""
    return {sort for sort in _SURE if (a := _of(sort, one)) and (b := _of(sort, two)) and not a & b}


def _of(sort: str, signs: Collection[tuple[str, str]]) -> set[str]:
    return {value for kind, value in signs if kind == sort and (sort != "profile" or value.startswith(_PROFILES))}


_PROFILES = ("linkedin.com/in/",)
"""Profiles of which people have one: of web pages they may have several."""


def signs_of(person: IncomingPerson) -> frozenset[tuple[str, str]]:
    """What hardly two people share: the sort of each sign, and what is compared."""
    return frozenset((sort, value) for sort, value, _ in _given(person.values, person.uid) if sort in _ALONE)


def words_of(name: str) -> str:
    """A name in the words that count."""
    return " ".join(words(name))


def _given(values: Values, uid: str) -> tuple[tuple[str, str, str], ...]:
    return signs(values.get("emails", ()), values.get("phones", ()), values.get("links", ()), uid or None)


def keys_of(person: IncomingPerson) -> list[str]:
    """What a source may call somebody the next time as well: by the first of these they are remembered.

    The name alone only where there is nothing else; else a sign with the name, or the name with the company.
    """
    name, company = words_of(person.name), flat(firm(next(iter(person.values.get("company", ())), "")))
    found = [f"{s}:{v}, {name}" for s, v, _ in _given(person.values, person.uid) if s in _ALONE and s != "uid"]
    first = [f"uid:{person.uid}"] if person.uid else []
    last = [f"name:{name}, {company}".rstrip(", ")] if company or not (first or found) else []
    return list(dict.fromkeys([*first, *found, *last]))


def on_file(network: Network) -> OnFile:
    """Everybody of a network who has a file."""
    found = _Found(OnFile())
    for someone in network.people.values():
        if someone.record is not None:
            found.add(someone, network)
    return found.whole()


class _Found:
    def __init__(self, before: OnFile) -> None:
        self._names = dict(before.names)
        self._firms = dict(before.firms)
        self._signs = dict(before.signs)
        self._by_sign = {sign: list(paths) for sign, paths in before.by_sign.items()}
        self._by_name = {name: list(paths) for name, paths in before.by_name.items()}

    def add(self, someone: Someone, network: Network) -> None:
        record = someone.record
        if record is None:
            return
        if someone.company:
            self._firms[record.path] = flat(firm(network.companies[someone.company].name))
        found = signs(record.emails, record.phones, record.links, record.uid)
        self.put(record.path, (record.called, record.origin.stem, *record.aliases), found)

    def put(self, path: str, names: Iterable[str], found: Iterable[tuple[str, str, str]]) -> None:
        called = dict.fromkeys((*self._names.get(path, ()), *map(words_of, names)))
        self._names[path] = tuple(called)
        for name in called:
            _into(self._by_name, name, path)
        told = frozenset((sort, value) for sort, value, _ in found)
        self._signs[path] = self._signs.get(path, frozenset()) | told
        for sign in told:
            _into(self._by_sign, sign, path)

    def whole(self) -> OnFile:
        by_sign = {sign: tuple(paths) for sign, paths in self._by_sign.items()}
        by_name = {name: tuple(paths) for name, paths in self._by_name.items()}
        return OnFile(self._names, self._firms, self._signs, by_sign, by_name)


T = TypeVar("T")


def _into(found: dict[T, list[str]], key: T, path: str) -> None:
    paths = found.setdefault(key, [])
    if path not in paths:
        paths.append(path)
