"""Address books as vCard files (2.1, 3.0, 4.0): one card or many thousands, whoever wrote them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming, IncomingPerson, Left, Progress, Wishes
from netfiles.exchange.vcards.vcard_lines import Card, cards
from netfiles.exchange.vcards.vcard_person import Found, found_in, left_of
from netfiles.exchange.vcards.vcard_values import tag

MOST_CARDS = 100_000
MOST_STRAYS = 1_000_000
"""Lines before the first card: what has more is no vCard."""
MOST_OF_PICTURES = 256 << 20
"""Bytes of all pictures of a file."""


def read_vcards(stream: BinaryIO, name: str, _wishes: Wishes, progress: Progress) -> Incoming:
    """The people of a vCard file."""
    reading = _Reading()
    for one in cards(stream, progress):
        if isinstance(one, Card):
            reading.card(one)
        else:
            reading.strays.add(one.number)
            if not reading.rows and reading.strays.count > MOST_STRAYS:
                break
    if not reading.rows:
        raise CannotRead(name, "no card is found in it (no line BEGIN:VCARD)", "Export your contacts as vCard (.vcf).")
    people = tuple(_with_tags(reading.people, reading.groups))
    left = (*reading.left, *_twice(people), *_told_groups(people, reading.groups), *reading.of_the_whole())
    return Incoming("vcard", people, left=tuple(sorted(left, key=lambda one: one.line)), rows=reading.rows)


@dataclass
class _Lines:
    """How many lines there are of a sort, and the first of them."""

    first: int = 1
    count: int = 0

    def add(self, number: int) -> None:
        self.first = self.first if self.count else number
        self.count += 1

    def __str__(self) -> str:
        return "1 line" if self.count == 1 else f"{self.count} lines"


@dataclass
class _Reading:
    """What is read of a file so far."""

    people: list[IncomingPerson] = field(default_factory=list)
    groups: list[tuple[int, Found]] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    strays: _Lines = field(default_factory=_Lines)
    guessed: _Lines = field(default_factory=_Lines)
    beyond: _Lines = field(default_factory=_Lines)
    rows: int = 0
    pictures: int = 0

    def card(self, card: Card) -> None:
        self.rows += 1
        if self.rows > MOST_CARDS:
            self.beyond.add(card.line)
            return
        found = found_in(card)
        self.left += found.left
        for number in found.guessed:
            self.guessed.add(number)
        if found.group:
            self.groups.append((card.line, found))
        if found.person is not None:
            self.people.append(self._within(found.person))

    def _within(self, person: IncomingPerson) -> IncomingPerson:
        """A person without their picture, once there are too many."""
        if person.photo is None:
            return person
        self.pictures += len(person.photo.content)
        if self.pictures <= MOST_OF_PICTURES:
            return person
        why = f"a picture is left out: those of the file are more than {MOST_OF_PICTURES >> 20} MiB"
        self.left.append(left_of(person.name, Left(person.line, why, "Read the file in several parts.")))
        return replace(person, photo=None)

    def of_the_whole(self) -> Iterator[Left]:
        """Remarks that are made once, however often they hold."""
        if self.strays.count:
            yield Left(self.strays.first, f"outside of every card: {self.strays}, left out")
        if self.guessed.count:
            why = f"letters that are neither UTF-8 nor what is said of them are guessed ({self.guessed})"
            yield Left(self.guessed.first, why, "Look whether accents are right.")
        if self.beyond.count:
            why = f"a file may have {MOST_CARDS} cards; from here on they are left out"
            yield Left(self.beyond.first, why, "Read the file in several parts.", rows=self.beyond.count)


def _with_tags(people: Iterable[IncomingPerson], groups: list[tuple[int, Found]]) -> Iterator[IncomingPerson]:
    """The people, each with the groups they belong to as tags."""
    tags: dict[str, list[str]] = {}
    for _, group in groups:
        if word := tag(group.group):
            for uid in group.members:
                tags.setdefault(uid, []).append(word)
    for person in people:
        more = tags.get(person.uid, ()) if person.uid else ()
        told = tuple(dict.fromkeys((*person.values.get("tags", ()), *more)))
        yield replace(person, values={**person.values, "tags": told}) if more else person


def _told_groups(people: Iterable[IncomingPerson], groups: list[tuple[int, Found]]) -> Iterator[Left]:
    known = {person.uid for person in people}
    for line, group in groups:
        found = sum(uid in known for uid in group.members)
        why = f"a group and no person; {found} of its {len(group.members)} members in this file get it as a tag"
        yield left_of(group.group, Left(line, why, rows=1))


def _twice(people: Iterable[IncomingPerson]) -> Iterator[Left]:
    first: dict[str, IncomingPerson] = {}
    for person in people:
        before = first.setdefault(person.uid, person) if person.uid else person
        if before is not person:
            why = f"the card has the UID of that on line {before.line} ({before.name})"
            yield left_of(person.name, Left(person.line, why, "Look whether both are the same person."))
