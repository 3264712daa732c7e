"""Pairs of files that may be of one person or company, each with what speaks for it and against it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from netfiles.changes.name_forms import keys, likeness
from netfiles.index.network import Employer, Network, Someone
from netfiles.model import Company, Kind
from netfiles.model.fields import email_address, web_address
from netfiles.records.plausible import same_phone
from netfiles.text.letters import flat

_MOST_SHARE = 3
"""What more people share than these is the mailbox or the telephone of a firm."""
_MOST_ALIKE = 60
"""Of more names alike than these only those are compared that share a company or a place."""
SHOWN_FROM = 20
_WORDS = ((70, "almost certain"), (40, "likely"), (SHOWN_FROM, "possible"))

_FIRM = re.compile(
    r"\b(inc|incorporated|ltd|limited|llc|llp|plc|co|corp|corporation|company|gmbh|ag|kg|se|sa|sas|srl|bv|oy|ab)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is compared of somebody or of a company: signs that hardly two share, names, where they work and live."""

    key: str
    kind: Kind
    name: str
    file: str | None
    names: tuple[str, ...]
    signs: tuple[tuple[str, str, str], ...] = ()
    """Sort, what is compared, and how it is written."""
    company: str | None = None
    past: tuple[str, ...] = ()
    place: str = ""
    born: str = ""
    entries: frozenset[str] = frozenset()


class Reason(NamedTuple):
    """One thing that speaks for it, or against it where the points are below nothing."""

    points: int
    text: str


class Pair(NamedTuple):
    """Two that may be one; the first has a file."""

    first: Candidate
    second: Candidate
    points: int
    reasons: tuple[Reason, ...]

    @property
    def word(self) -> str:
        """How likely it is, in a word."""
        return next(word for least, word in _WORDS if self.points >= least)


Apart = Collection[frozenset[str]]
"""Pairs of paths, or names without a file, that the owner said are not the same."""


def dupes(network: Network, apart: Apart = ()) -> list[Pair]:
    """All pairs in their order, without those that are known to be `apart`."""
    known = [*map(_person, network.people.values()), *map(_company, network.companies.values())]
    blocks: dict[str, list[Candidate]] = {}
    for one in known:
        for key in _keys(one):
            blocks.setdefault(f"{one.kind} {key}", []).append(one)
    shared = {key for key, block in blocks.items() if " sign " in key and len(block) > _MOST_SHARE}
    found: dict[tuple[str, str], Pair] = {}
    for first, second in _beside(blocks, shared):
        ids = (first.key, second.key)
        if ids not in found and (first.file or second.file) and frozenset(map(_id, (first, second))) not in apart:
            found[ids] = _pair(first, second, shared, network)
    pairs = [pair for pair in found.values() if pair.points >= SHOWN_FROM]
    return sorted(pairs, key=lambda pair: (-pair.points, pair.first.name, pair.first.key, pair.second.key))


def _id(one: Candidate) -> str:
    return one.file or one.name


def _keys(one: Candidate) -> set[str]:
    found = {f"sign {sort} {value}" for sort, value, _ in one.signs}
    return found | {f"name {key}" for name in one.names for key in keys(name)}


def _beside(blocks: Mapping[str, list[Candidate]], shared: Collection[str]) -> Iterator[tuple[Candidate, Candidate]]:
    """Who is to be compared with whom, the first by key first."""
    for key, block in blocks.items():
        if key in shared:
            continue
        if " name short " in key:
            full = blocks.get(key.replace(" name short ", " name long "), [])
            yield from [_ordered(short, one) for short in block for one in full if short.key != one.key]
        elif " name long " not in key and len(block) > 1:
            for part in [block] if len(block) <= _MOST_ALIKE else _parts(block):
                yield from [_ordered(one, two) for one, two in combinations(part, 2) if one.key != two.key]


def _ordered(one: Candidate, two: Candidate) -> tuple[Candidate, Candidate]:
    return (one, two) if (one.file is None, one.key) <= (two.file is None, two.key) else (two, one)


def _parts(block: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Of very many names alike, those that share a company or a place, sixty at a time."""
    found: dict[str, list[Candidate]] = {}
    for one in block:
        for key in filter(None, (one.company, f"at {one.place}" if one.place else None)):
            found.setdefault(key, []).append(one)
    yield from (part[n : n + _MOST_ALIKE] for part in found.values() for n in range(0, len(part), _MOST_ALIKE))


def _pair(first: Candidate, second: Candidate, shared: Collection[str], network: Network) -> Pair:
    reasons = [*_signs(first, second, shared), *_names(first, second)]
    if reasons:
        reasons += [*_work(first, second, network), *_place(first, second)]
    return Pair(first, second, sum(reason.points for reason in reasons), tuple(reasons))


_POINTS = {"uid": 80, "mail": 60, "profile": 60, "site": 50, "phone": 40, "mailbox": 15}
_SAID = {
    "uid": "the same uid",
    "mail": "the same address",
    "profile": "the same profile",
    "site": "the same website",
    "phone": "the same phone number",
    "mailbox": "the same mailbox",
}


def _signs(first: Candidate, second: Candidate, shared: Collection[str]) -> Iterator[Reason]:
    theirs = {(sort, value) for sort, value, _ in second.signs}
    for sort, value, text in first.signs:
        if (sort, value) in theirs and f"{first.kind} sign {sort} {value}" not in shared:
            yield Reason(_POINTS[sort], f"{_SAID[sort]}: {text}")


def _names(first: Candidate, second: Candidate) -> Iterator[Reason]:
    """The strongest likeness among all their names; an alias counts as a name."""
    found = (likeness(one, two) for one in first.names for two in second.names)
    if best := max((one for one in found if one), key=lambda one: one.points, default=None):
        yield Reason(*best)


def _work(first: Candidate, second: Candidate, network: Network) -> Iterator[Reason]:
    if first.company and second.company:
        called = [network.companies[key].name for key in (first.company, second.company)]
        if first.company == second.company:
            yield Reason(15, f"both at {called[0]}")
        elif first.company in second.past or second.company in first.past:
            yield Reason(5, f"one at {called[0]}, the other at {called[1]}, where one was before")
        else:
            yield Reason(-15, f"one at {called[0]}, the other at {called[1]}")
    if both := first.entries & second.entries:
        times = "once" if len(both) == 1 else f"{len(both)} times"
        yield Reason(-50, f"you met both together, {times}")


def _place(first: Candidate, second: Candidate) -> Iterator[Reason]:
    if first.place and second.place:
        town = first.place.split(",")[0], second.place.split(",")[0]
        same = town[0] == town[1]
        yield (
            Reason(10, "the same place") if same else Reason(-10, f"one in {town[0].title()}, one in {town[1].title()}")
        )
    if first.born and second.born:
        same = first.born == second.born
        yield Reason(25, "born on the same day") if same else Reason(-40, "born on different days")


_SHARED_MAILBOX = frozenset(
    "admin careers contact hello help hr info jobs mail office post recruiting sales service support team".split()
)


def _mail(text: str) -> tuple[str, str, str]:
    address = email_address(text).casefold()
    return "mailbox" if address.partition("@")[0] in _SHARED_MAILBOX else "mail", address, address


def profile(text: str) -> str:
    """The address of a profile as it is compared: without scheme, www, land, query and slash at the end; else empty."""
    address = web_address(text)
    if address is None:
        return ""
    parts = urlsplit(address.casefold())
    host = re.sub(r"^(?:www|m|[a-z]{2})\.(?=.*\..)", "", parts.hostname or "")
    path = parts.path.rstrip("/")
    return f"{host}{path}" if path else ""


def _person(someone: Someone) -> Candidate:
    record = someone.record
    entries = frozenset(entry.path for entry in someone.entries)
    if record is None:
        return Candidate(someone.key, "person", someone.name, None, (someone.name,), entries=entries)
    born = record.birthday
    return Candidate(
        someone.key,
        "person",
        someone.name,
        record.path,
        _distinct((someone.name, record.origin.stem, *record.aliases)),
        signs(record.emails, record.phones, record.links, record.uid),
        someone.company,
        tuple(key for key, _ in someone.past),
        flat(record.location or ""),
        str(born)[-5:] if born and born.month else "",
        entries,
    )


def signs(
    emails: Iterable[str], phones: Iterable[str], links: Iterable[str], uid: str | None
) -> tuple[tuple[str, str, str], ...]:
    """What hardly two people share: of each its sort (uid, mail, mailbox, profile, phone), as compared, as written."""
    found = [*map(_mail, emails), *_phones(phones)]
    found += [("profile", one, text) for text in links if (one := profile(text))]
    found += [("uid", uid, uid)] if uid else []
    return tuple(dict.fromkeys(found))


def _phones(phones: Iterable[str]) -> list[tuple[str, str, str]]:
    return [("phone", number, text) for text in phones if len(number := same_phone(text)) > 6]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple({flat(name): name for name in reversed([*names])}.values())[::-1]


def _company(employer: Employer) -> Candidate:
    record, name = employer.record, employer.name
    if record is None:
        return Candidate(employer.key, "company", name, None, (firm(name),))
    return Candidate(
        employer.key,
        "company",
        name,
        record.path,
        _distinct(map(firm, (name, record.origin.stem, *record.aliases))),
        tuple(_signs_offirm(record)),
        place=flat(record.location or ""),
    )


def _signs_offirm(record: Company) -> Iterator[tuple[str, str, str]]:
    if record.website and (address := web_address(record.website)):
        host = (urlsplit(address.casefold()).hostname or "").removeprefix("www.")
        yield "site", host, host
    yield from _phones(record.phones)


def firm(name: str) -> str:
    """The name of a company without what says of which legal form it is."""
    return " ".join(_FIRM.sub(" ", flat(name)).replace(",", " ").split()) or name
