"""The opening of a line taken to pieces: days, times, minutes, channels, people; and words that say none of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, NamedTuple

from netfiles.capture.days import YEAR, Day, NoDay, Unclear, back
from netfiles.capture.introduced import introduced_at
from netfiles.capture.mentions import PEOPLE, Mention
from netfiles.capture.naming import link_at, name_at
from netfiles.capture.numbers import clock, minutes
from netfiles.capture.roll import Roll
from netfiles.capture.tokens import Refused, Token
from netfiles.capture.words import LONGEST_PHRASE, PHRASES, SMALL, TOPIC, Purpose, Way, Work

Role = Literal["with", "to", "from"]


class Length(NamedTuple):
    """How many minutes it took."""

    minutes: int


class Someone(NamedTuple):
    """Somebody it was with, and whether they wrote or were written to."""

    mention: Mention
    role: Role = "with"


class Subject(NamedTuple):
    """A company or lead that is linked."""

    mention: Mention


class Given(NamedTuple):
    """A name that was given in passing."""

    mention: Mention


class Word(NamedTuple):
    """A word that says none of this; a `small` one says nothing beside those that do."""

    small: bool


Value = Day | Unclear | time | Length | Way | Purpose | Work | Someone | Subject | Given | Word


class Piece(NamedTuple):
    """What some words say, and where they stand."""

    value: Value
    start: int
    end: int
    column: int


@dataclass
class Reader:
    """Reads tokens to pieces. `free`: without a colon after the opening what is told may begin anywhere in it."""

    roll: Roll
    today: date
    free: bool
    telling: bool = False
    """Whether from here on it is told what it was about."""
    listing: bool = False
    """Whether the last piece was a name, so that another may follow it."""
    direct: bool = False
    """Whether the last piece was a way to reach somebody, whose name may follow it."""
    someone: bool = False
    passed: list[str] = field(default_factory=list)
    """Days that stand where it is told what it was about."""

    def read(self, tokens: Sequence[Token]) -> list[Piece]:
        """The pieces of tokens in their order. Raises Refused."""
        self.telling = False
        found: list[Piece] = []
        at = 0
        while at < len(tokens):
            if tokens[at].sort == "mark":
                at += 1
                continue
            pieces, count = self._step(tokens, at)
            found += pieces
            at += count
            self._note(found[-1].value)
        return found

    def _note(self, value: Value) -> None:
        self.listing = isinstance(value, Someone)
        self.direct = isinstance(value, Way) and (value.verb or value.whom)
        self.someone = self.someone or self.listing
        if self.free and self.someone and value == Word(small=False):
            self.telling = True

    def _step(self, tokens: Sequence[Token], at: int) -> tuple[list[Piece], int]:
        words = [token.plain for token in tokens[at : at + 8]]
        for reader in _READERS:
            if found := reader(self, tokens, at, words):
                return found
        if words[0] in TOPIC:
            self.telling = True
        return self._pieces(tokens, at, 1, Word(words[0] in SMALL))

    def _pieces(self, tokens: Sequence[Token], at: int, count: int, *values: Value) -> tuple[list[Piece], int]:
        start, end, column = tokens[at].at, tokens[at + count - 1].end, tokens[at].at + 1
        return [Piece(value, start, end, column) for value in values], count

    def given(self, tokens: Sequence[Token], at: int, _: list[str]) -> tuple[list[Piece], int] | None:
        found = introduced_at(tokens, at, self.roll)
        if found is None:
            return None
        names, count = found
        return self._pieces(tokens, at, count, *map(Given, names), Word(small=False))

    def day(self, tokens: Sequence[Token], at: int, words: list[str]) -> tuple[list[Piece], int] | None:
        try:
            found = back(words, self.today)
        except NoDay as wrong:
            if self.telling:
                return None
            raise Refused(tokens[at].at + 1, f"`{wrong}` is not a date", "Write a day that exists.") from None
        if found is None:
            return None
        if self.telling:
            self.passed += [] if isinstance(found, Unclear) else [" ".join(words[: found.length])]
            return None
        time_too = [found.at] if isinstance(found, Day) and found.at else []
        return self._pieces(tokens, at, found.length, found, *time_too)

    def clock(self, tokens: Sequence[Token], at: int, words: list[str]) -> tuple[list[Piece], int] | None:
        found = None if self.telling else clock(words)
        return self._pieces(tokens, at, found[1], found[0]) if found else None

    def minutes(self, tokens: Sequence[Token], at: int, words: list[str]) -> tuple[list[Piece], int] | None:
        found = minutes(words)
        return self._pieces(tokens, at, found[1], Length(found[0])) if found else None

    def phrase(self, tokens: Sequence[Token], at: int, words: list[str]) -> tuple[list[Piece], int] | None:
        for count in range(0 if self.telling else min(LONGEST_PHRASE, len(words)), 0, -1):
            if meaning := PHRASES.get(tuple(words[:count])):
                return self._pieces(tokens, at, count, meaning)
        return None

    def subject(self, tokens: Sequence[Token], at: int, _: list[str]) -> tuple[list[Piece], int] | None:
        if tokens[at].sort != "link" or self.telling:
            return None
        mention = link_at(tokens, at, self.roll)
        return None if mention.kinds == PEOPLE else self._pieces(tokens, at, 1, Subject(mention))

    def people(self, tokens: Sequence[Token], at: int, words: list[str]) -> tuple[list[Piece], int] | None:
        """A name, with the word before it that says its part: `with Nia`, `to Nia`, `Nia wrote`, `and Bo`."""
        before = words[0] if words[0] in _ROLES else ""
        if (before in _JOINING and not self.listing) or (self.telling and before != "with"):
            return None
        here = at + bool(before)
        expected = bool(before) or self.direct or (self.listing and not tokens[at].parted)
        found = self._subject(tokens, here) or name_at(tokens, here, self.roll, expected)
        if found is None:
            return None
        mention, count = found
        role = _ROLES.get(before, "with")
        if role == "with" and self._does(tokens, here + count - 1):
            role = "from"
        return self._pieces(tokens, at, count + bool(before), Someone(mention, role))

    def _subject(self, tokens: Sequence[Token], at: int) -> tuple[Mention, int] | None:
        """A name before a verb, on file or not."""
        found = name_at(tokens, at, self.roll, expected=True)
        return found if found and self._does(tokens, at + found[1] - 1) else None

    def _does(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb of talking or writing follows the token at a place, and nobody whom it was done to."""
        words = [token.plain for token in tokens[at + 1 : at + 1 + LONGEST_PHRASE]]
        for count in range(len(words), 0, -1):
            meaning = PHRASES.get(tuple(words[:count]))
            if isinstance(meaning, Way | Purpose) and meaning.verb:
                after = at + 1 + count
                to = after < len(tokens) and tokens[after].plain in ("to", "with")
                return name_at(tokens, after + to, self.roll, expected=to) is None
        return False


_ROLES: dict[str, Role] = {"with": "with", "to": "to", "from": "from", "and": "with", "&": "with", "plus": "with"}
_JOINING = ("and", "&", "plus")

_READERS: tuple[Callable[[Reader, Sequence[Token], int, list[str]], tuple[list[Piece], int] | None], ...] = (
    Reader.given,
    Reader.day,
    Reader.clock,
    Reader.minutes,
    Reader.phrase,
    Reader.subject,
    Reader.people,
)
"""Tried in this order at each word."""


_BREAKS = frozenset(",;.!?–—-(")


def segments(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens between the marks that part a sentence."""
    segment: list[Token] = []
    for n, token in enumerate(tokens):
        if token.sort == "mark" and _in_date(tokens, n):
            continue
        if token.sort == "mark" and token.text in _BREAKS:
            if segment:
                yield segment
            segment = []
        else:
            segment.append(token)
    if segment:
        yield segment


def _in_date(tokens: Sequence[Token], n: int) -> bool:
    """Whether it is the comma in `Nov 12, 2026`."""
    around = [token.text for token in tokens[max(n - 1, 0) : n + 2]]
    return len(around) == 3 and around[1] == "," and around[0][:1].isdigit() and YEAR.fullmatch(around[2]) is not None


_ONCE = (Day, time, Length, Purpose)


def fits(pieces: Sequence[Piece], before: Sequence[Piece]) -> bool:
    """Whether a later stretch still belongs to the opening: it says something, nothing else, and nothing twice."""
    values = [piece.value for piece in pieces]
    if all(isinstance(value, Word) for value in values) or Word(small=False) in values:
        return False
    known = [piece.value for piece in before]
    if any(isinstance(a, kind) and isinstance(b, kind) for kind in _ONCE for a in values for b in known):
        return False
    said = [value for value in known if isinstance(value, Way) and not value.weak]
    people = any(isinstance(value, Someone) for value in known)
    return not any(
        (isinstance(value, Way) and said and value.channel != said[0].channel) or (isinstance(value, Work) and people)
        for value in values
    )
