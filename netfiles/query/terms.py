"""What a query is made of, once it is understood: words and terms, each with its text form."""

import calendar
import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from netfiles.model.values import Duration

Sign = Literal[":", "<", "<=", ">", ">="]


class Wrong(NamedTuple):
    """Why a text is not understood: the column (from 1), what is wrong there, and the words that would have been."""

    column: int
    message: str
    advice: str


class Text(NamedTuple):
    """What a text may hold; `linked`: the whole of a name, written as a wikilink."""

    text: str
    linked: bool = False

    def __str__(self) -> str:
        return _quoted(f"[[{self.text}]]") if self.linked else _written(self.text)


class Stretch(NamedTuple):
    """A day, a month or a year, by its first and last day."""

    first: date
    last: date

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        return self.first.isoformat()[: 7 if self.first.month == self.last.month else 4]


class Nearby(NamedTuple):
    """A day as seen from today: 0 today, -1 yesterday, 1 tomorrow."""

    days: int

    def __str__(self) -> str:
        return next(word for word, days in NEARBY.items() if days == self.days)


NEARBY = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Count(NamedTuple):
    """A number of things."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


class Choice(NamedTuple):
    """One of the words that a field knows."""

    word: str

    def __str__(self) -> str:
        return self.word


Value = Text | Stretch | Nearby | Duration | Count | Choice


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or several that stand side by side, to be found anywhere; `no`: to be found nowhere."""

    text: str
    no: bool = False
    column: int = dataclasses.field(default=1, compare=False)
    quoted: bool = dataclasses.field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{'-' if self.no else ''}{(_quoted if self.quoted else _written)(self.text)}"


@dataclass(frozen=True, slots=True)
class Term:
    """A field, a sign, and values one of which must fit; `no`: none may. `columns` are those of the values."""

    field: str
    sign: Sign
    values: tuple[Value, ...]
    no: bool = False
    column: int = dataclasses.field(default=1, compare=False)
    columns: tuple[int, ...] = dataclasses.field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{'-' if self.no else ''}{self.field}{self.sign}{','.join(map(str, self.values))}"


@dataclass(frozen=True, slots=True)
class Query:
    """Words and terms all of which must hold."""

    terms: tuple[Word | Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    @property
    def only_words(self) -> bool:
        return all(isinstance(term, Word) for term in self.terms)

    @property
    def asks_for_closed(self) -> bool:
        """Whether it speaks of people who are not to be contacted any more."""
        return any(Choice("closed") in term.values for term in self.of("status", "is"))

    def of(self, *fields: str) -> Iterator[Term]:
        """The terms about some fields."""
        return (term for term in self.terms if isinstance(term, Term) and term.field in fields)


_BARE = re.compile(r"\w(?:[\w.@+&'/-]*\w)?")


def _written(text: str) -> str:
    return text if _BARE.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def month(year: int, number: int) -> Stretch:
    """A month from its first to its last day."""
    return Stretch(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))
