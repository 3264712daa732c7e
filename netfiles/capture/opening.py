"""How a line begins: where its opening ends, and what the pieces of it say together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeVar

from netfiles.capture.days import Day, Unclear
from netfiles.capture.mentions import Mention
from netfiles.capture.pieces import Given, Length, Piece, Reader, Someone, Subject, Value, Word, fits, segments
from netfiles.capture.roll import Roll
from netfiles.capture.tokens import CLAUSES, Refused, Token
from netfiles.capture.words import Purpose, Way, Work
from netfiles.model.fields import WRITTEN, Direction

T = TypeVar("T", bound=Value)

_LONGEST = 24 * 60


@dataclass(frozen=True)
class Opening:
    """The pieces of an opening that count, where it ends, and where the rest begins."""

    pieces: tuple[Piece, ...]
    end: int
    rest: int
    passed: tuple[str, ...] = ()

    def first(self, kind: type[T]) -> T | None:
        """The first value of a kind."""
        return next((piece.value for piece in self.pieces if isinstance(piece.value, kind)), None)

    def all(self, kind: type[T]) -> list[T]:
        """All values of a kind."""
        return [piece.value for piece in self.pieces if isinstance(piece.value, kind)]

    @property
    def people(self) -> list[Mention]:
        return [someone.mention for someone in self.all(Someone)]

    @property
    def subjects(self) -> list[Mention]:
        return [subject.mention for subject in self.all(Subject)]

    @property
    def given(self) -> list[Mention]:
        return [given.mention for given in self.all(Given)]

    @property
    def way(self) -> Way | None:
        """How they talked: the first that says most."""
        ways = self.all(Way)
        return max(ways, key=_strength) if ways and (self.people or not self.work) else None

    @property
    def purpose(self) -> Purpose | None:
        """What it was for: the first that means something to the rules."""
        purposes = self.all(Purpose)
        return max(purposes, key=lambda one: one.counts) if purposes and (self.people or not self.work) else None

    @property
    def work(self) -> Work | None:
        """Work without people, where nobody is named."""
        works = self.all(Work)
        return works[0] if works and not self.all(Someone) else None

    @property
    def all_said(self) -> bool:
        """Whether every word of it stands in a field."""
        return all(map(self._used, self.pieces))

    def _used(self, piece: Piece) -> bool:
        value = piece.value
        if isinstance(value, Word):
            return value.small
        if isinstance(value, Way):
            way = self.way
            return way is not None and (value.channel == way.channel or _strength(value) < _strength(way))
        if isinstance(value, Purpose):
            return value == self.purpose or (self.purpose is not None and value.purpose == self.purpose.purpose)
        if isinstance(value, Work):
            return self.work is not None and value.activity == self.work.activity
        if isinstance(value, Day | time | Length | Unclear):
            return value is self.first(type(value)) and not isinstance(value, Unclear)
        return not isinstance(value, Given)

    def in_fields(self) -> list[tuple[int, int]]:
        """Where days, times and lengths stand: they are no part of what was told."""
        timely = [piece for piece in self.pieces if isinstance(piece.value, Day | time | Length)]
        return [(piece.start, piece.end) for piece in timely if self._used(piece)]


def _strength(way: Way) -> int:
    return 0 if way.weak else 1 if way.channel in ("call", "message") else 2


def colon(tokens: Sequence[Token], line: str) -> int | None:
    """Where the colon stands that ends the opening: the first before a space and before any sign with a sentence."""
    for n, token in enumerate(tokens):
        if token.sort == "sign" and token.text[0] in CLAUSES and token.text[0] not in "!+":
            return None
        ends = token.sort == "mark" and token.text == ":" and n > 0
        if ends and (token.end == len(line) or line[token.end].isspace()):
            return token.at
    return None


def opening(line: str, tokens: Sequence[Token], stop: int | None, roll: Roll, today: date) -> Opening:
    """The opening of a line, without its signs: up to the colon, else as far as all words are understood."""
    reader = Reader(roll, today, free=stop is None)
    limit = len(line) if stop is None else stop
    pieces: list[Piece] = []
    end = limit
    before = None
    for segment in segments([token for token in tokens if token.at < limit and token.sort != "sign"]):
        state = replace(reader, passed=[*reader.passed])
        found = reader.read(segment)
        if stop is None and pieces and _known(pieces) and not fits(found, pieces):
            reader, end = state, before if before is not None else segment[0].at
            break
        pieces += found
        before = segment[-1].end
    rest = end if stop is None else stop + 1
    return Opening(tuple(pieces), end, rest, tuple(reader.passed))


def _known(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece.value, Someone | Work | Way) for piece in pieces)


def direction(of: Opening) -> Direction | None:
    """Who reached out, where the words say so."""
    way, purpose = of.way, of.purpose
    roles = [someone.role for someone in of.all(Someone)]
    if "from" in roles:
        return "in"
    written = way is not None and way.channel in WRITTEN
    said = "to" in roles or any(one.verb for one in of.all(Way)) or (purpose is not None and purpose.verb)
    return "out" if written and said else None


def day_of(of: Opening, today: date, given: date | None) -> Day:
    """The day of the entry. Raises Refused for words that name none, and for one too far ahead."""
    day = of.first(Day)
    if day is None:
        for piece in of.pieces:
            if isinstance(piece.value, Unclear) and given is None:
                raise Refused(piece.column, piece.value.message, piece.value.advice)
        return Day(given or today, 0)
    if (day.day - today).days > 366:
        column = next(piece.column for piece in of.pieces if piece.value is day)
        raise Refused(column, f"{day.day} is more than a year ahead", "Check the year.")
    return day


def length_of(of: Opening) -> int | None:
    """The minutes it took. Raises Refused for more than a day."""
    length = of.first(Length)
    if length and length.minutes > _LONGEST:
        column = next(piece.column for piece in of.pieces if piece.value is length)
        raise Refused(column, f"{length.minutes} minutes are more than a day", "Write 45m or 1h30.")
    return length.minutes if length and length.minutes else None
