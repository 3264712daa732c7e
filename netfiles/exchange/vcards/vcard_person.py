"""One card as a person: their name, the values of their fields, and what there is no field for."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from netfiles.exchange.incoming import IncomingPerson, Left
from netfiles.exchange.vcards.vcard_facts import ORDER, Fact, Kept, Labels, Said, Value, facts, labels_of_addresses
from netfiles.exchange.vcards.vcard_lines import LARGEST_CARD, Card
from netfiles.exchange.vcards.vcard_names import names_of
from netfiles.exchange.vcards.vcard_photo import photo_of
from netfiles.exchange.vcards.vcard_properties import Property, properties
from netfiles.exchange.vcards.vcard_values import MOST_SIGNS, fits, one_line, plain, short

KNOWN_VERSIONS = ("2.1", "3.0", "4.0", "4")
_SCALARS = frozenset(("title", "company", "location", "birthday"))
_KEPT_AS = {"title": "role", "company": "organisation", "location": "place", "aliases": "other name"}
_MOST_ITEMS = 60
_APPLES_MARKS = re.compile(r"^_\$!<(.*)>!\$_$")


class Found(NamedTuple):
    """What a card is: a person, or a group of people with their `uid`s, or neither."""

    person: IncomingPerson | None
    left: tuple[Left, ...]
    group: str = ""
    members: tuple[str, ...] = ()
    guessed: tuple[int, ...] = ()


def found_in(card: Card) -> Found:
    """What a card says."""
    read = properties(card.lines)
    said = _by_name(read.said)
    name, other_names = names_of(said)
    if not name:
        return Found(None, (_nameless(card),))
    remarks = tuple(_remarks(card, said))
    kind = _kind(said)
    if kind == "group":
        return Found(None, remarks, name, tuple(_members(said)), read.guessed)
    photo = photo_of(said.get("PHOTO", ()))
    noted = _Noted(name)
    others = (Kept("other name", other) for other in other_names)
    for fact in chain(others, _all_facts(card, said, read.unreadable, kind)):
        noted.take(fact)
    left = (*remarks, *noted.left, *photo.left)
    person = IncomingPerson(
        name=name,
        values={field: tuple(texts) for field, texts in noted.values.items()},
        notes="\n\n".join(text for one in said.get("NOTE", ()) if (text := plain(one.value))),
        kept=tuple(noted.kept),
        uid=_uid(said),
        photo=photo.picture,
        line=card.line,
    )
    return Found(person, tuple(left_of(name, one) for one in left), guessed=read.guessed)


def left_of(name: str, left: Left) -> Left:
    """A remark with whom it is about."""
    return left._replace(message=f"{short(name)}: {left.message}")


class _Noted:
    """The facts of a card as they are taken in, one by one."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[str, list[str]] = {}
        self.kept: dict[tuple[str, str], None] = {}
        self.left: list[Left] = []

    def take(self, fact: Fact) -> None:
        if isinstance(fact, Left):
            self.left.append(fact)
        elif isinstance(fact, Kept):
            self._keep(fact.called, fact.text)
        else:
            self._value(fact)

    def _keep(self, called: str, text: str) -> None:
        self.kept[called, text] = None

    def _value(self, value: Value) -> None:
        field, text, line = value
        there = self.values.get(field, [])
        if text in there or (field == "aliases" and text == self.name):
            return
        if field in _SCALARS and there:
            self._keep(_KEPT_AS.get(field, field), text)
        elif len(there) >= _MOST_ITEMS or not fits(field, text):
            why = f"more than {_MOST_ITEMS} {field}" if len(there) >= _MOST_ITEMS else f"no value for `{field}`"
            self._keep(_KEPT_AS.get(field, field), text)
            self.left.append(Left(line, f"`{short(text)}` is {why} and is kept as text"))
        else:
            self.values.setdefault(field, []).append(text)


def _by_name(said: Iterable[Property]) -> dict[str, Said]:
    """The properties by their names; of one name the preferred first, else in the order of the card."""
    found: dict[str, list[Property]] = {}
    for one in said:
        found.setdefault(one.name, []).append(one)
    return {name: tuple(sorted(some, key=_preference) if len(some) > 1 else some) for name, some in found.items()}


def _preference(one: Property) -> int:
    rank = one.parameter("PREF")
    if rank.isdigit() and len(rank) <= 3:
        return int(rank)
    return 0 if "pref" in one.types else 1_000


def _all_facts(
    card: Card, said: Mapping[str, Said], unreadable: tuple[tuple[int, str], ...], kind: str
) -> Iterator[Fact]:
    labels = _labels(said)
    for one in (*ORDER, *(one for one in said if one not in ORDER)):
        if one in said:
            yield from facts(one, said[one], labels)
    yield from labels_of_addresses(said.get("LABEL", ()), said.get("ADR", ()))
    if kind:
        yield Kept("kind", kind)
        yield Left(card.line, f"the card is one of a `{kind}` and is read like one of a person")
    yield from _agents(card, said)
    for line, text in unreadable:
        yield Kept("unreadable line", plain(text))
        yield Left(line, f"`{short(text)}` is no line of a card and is kept as text")


def _labels(said: Mapping[str, Said]) -> Labels:
    found = ((one.group, one_line(one.value)) for one in said.get("X-ABLABEL", ()) if one.group)
    return {group: _APPLES_MARKS.sub(r"\1", label)[:MOST_SIGNS] for group, label in found if label}


def _agents(card: Card, said: Mapping[str, Said]) -> Iterator[Fact]:
    """Cards within a card: an assistant's, since vCard 2.1."""
    texts = [plain(one.value) for one in said.get("AGENT", ())]
    within = b"\n".join(line.raw for line in card.agents).decode("utf-8", "replace")
    texts.append("; ".join(_telling_lines(re.sub(r"\n[ \t]", "", within))))
    for text in filter(None, texts):
        yield Kept("agent", text)
    if any(texts):
        line = card.agents[0].number if card.agents else said["AGENT"][0].line
        yield Left(
            line, "another card stands within this one and is kept as text", "Write a file for them if you want."
        )


def _telling_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        head, _, value = line.partition(":")
        name = head.partition(";")[0].upper()
        if value.strip(" ;") and name not in ("VERSION", "PHOTO", "LOGO", "SOUND", "KEY", "REV", "PRODID", "N"):
            yield f"{one_line(head)}: {one_line(value)}"


def _remarks(card: Card, said: Mapping[str, Said]) -> Iterator[Left]:
    """What is odd about a card as a whole."""
    if not card.closed:
        yield Left(card.line, "the card has no END:VCARD; what stands before the next one is read")
    if card.cut_at is not None:
        yield Left(
            card.cut_at,
            f"the card is larger than {LARGEST_CARD >> 20} MiB without its picture; from here on it is left out",
        )
    version = next((one for one in said.get("VERSION", ())), None)
    if version is not None and one_line(version.value) not in KNOWN_VERSIONS:
        yield Left(version.line, f"version `{short(version.value)}` is not known; the card is read as one of 4.0")


def _nameless(card: Card) -> Left:
    return Left(card.line, "a card without a name, an organisation or an address is left out", rows=1)


def _kind(said: Mapping[str, Said]) -> str:
    """`group`, `org` …; empty for a person."""
    for name in ("KIND", "X-ADDRESSBOOKSERVER-KIND"):
        for one in said.get(name, ()):
            kind = one_line(one.value).lower()
            return "" if kind == "individual" else kind
    shows = said.get("X-ABSHOWAS", ())
    return "org" if shows and shows[0].value.strip().upper() == "COMPANY" else ""


def _members(said: Mapping[str, Said]) -> Iterator[str]:
    for name in ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"):
        yield from (uid for one in said.get(name, ()) if (uid := uid_of(one.value)))


def _uid(said: Mapping[str, Said]) -> str:
    return next((uid for one in said.get("UID", ()) if (uid := uid_of(one.value)) and len(uid) <= MOST_SIGNS), "")


def uid_of(value: str) -> str:
    """What identifies a card; vCard 4.0 writes `urn:uuid:` before what 3.0 writes bare."""
    text = one_line(value)
    return text[9:] if text[:9].lower() == "urn:uuid:" else text
