"""Whether somebody is one of those whom a query asks for."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from netfiles.model import Link
from netfiles.query.days import day_test
from netfiles.query.fields import BY_NAME, Field
from netfiles.query.terms import Choice, Count, Query, Sign, Term, Text, Value, Word
from netfiles.text.letters import flat


class Subject(Protocol):
    """What a query asks of somebody. All texts are plain: without accents and case, and with single spaces."""

    @property
    def names(self) -> str: ...

    @property
    def facts(self) -> str: ...

    @property
    def notes(self) -> str: ...

    def values(self, field: str) -> Sequence[str]:
        """What a field holds: texts; days as `2026-11-20`, a birthday as `11-20`; one text for each thing counted."""
        ...


Test = Callable[[Subject], bool]


def matches(query: Query, about: Subject, today: date) -> bool:
    """Whether a query asks for somebody; for people whose status is closed it has to ask by that word."""
    return matching(query, today)(about)


@lru_cache(64)
def matching(query: Query, today: date) -> Test:
    """The test that `matches` makes, for many people."""
    meant = holding(query, today)
    if query.asks_for_closed:
        return meant
    return lambda subject: meant(subject) and "closed" not in subject.values("status")


def holding(query: Query, today: date) -> Test:
    """Whether everything holds that a query says, closed or not."""
    tests = [_test(term, today) for term in query.terms]
    return tests[0] if len(tests) == 1 else lambda subject: all(test(subject) for test in tests)


def _test(term: Word | Term, today: date) -> Test:
    found = _word(term) if isinstance(term, Word) else _term(term, today)
    return (lambda subject: not found(subject)) if term.no else found


def _word(word: Word) -> Test:
    wanted = flat(word.text)
    return lambda subject: wanted in subject.names or wanted in subject.facts or wanted in subject.notes


def _term(term: Term, today: date) -> Test:
    field = BY_NAME[term.field]
    if term.field == "has":
        return _has(tuple(value.word for value in term.values if isinstance(value, Choice)))
    if field.takes == "number":
        return _number(field, term)
    if term.values == (Choice("no"),) and term.field == "target":
        return lambda subject: not subject.values("target")
    fits = [_fits(field, term.sign, value, today) for value in term.values]
    fit = fits[0] if len(fits) == 1 else lambda text: any(one(text) for one in fits)
    if term.field == "target" and Choice("no") in term.values:
        return lambda subject: not subject.values("target") or any(map(fit, subject.values("target")))
    if term.field == "at":
        return lambda subject: any(map(fit, subject.values("company"))) or any(map(fit, subject.values("past")))
    name = term.field
    return lambda subject: any(map(fit, subject.values(name)))


def _has(wanted: tuple[str, ...]) -> Test:
    def test(subject: Subject) -> bool:
        more = subject.values("has")
        return any(name in more or subject.values(name) for name in wanted)

    return test


def _number(field: Field, term: Term) -> Test:
    """So many things, or a thing of one kind."""
    name = field.name

    def test(subject: Subject) -> bool:
        found = subject.values(name)
        return any(
            _compared(len(found), term.sign, value.number) if isinstance(value, Count) else str(value) in found
            for value in term.values
        )

    return test


def _compared(count: int, sign: Sign, other: int) -> bool:
    if sign in (":", "<=", ">=") and count == other:
        return True
    return (sign in ("<", "<=") and count < other) or (sign in (">", ">=") and count > other)


def _fits(field: Field, sign: Sign, value: Value, today: date) -> Callable[[str], bool]:
    """The test of one text of a field."""
    if field.is_day:
        return day_test(field.takes, sign, value, today)
    if isinstance(value, Choice):
        return _chosen(field, value.word)
    if not isinstance(value, Text):
        return lambda _: False
    wanted = flat(value.text)
    if field.takes == "tag":
        return lambda tag: tag == wanted or tag.startswith(f"{wanted}/")
    if field.takes == "phone":
        digits = re.sub(r"\D", "", value.text)
        return lambda phone: digits in phone
    if value.linked:
        names = (wanted, flat(Link(value.text).text))
        return lambda text: text in names
    begun = re.compile(rf"{_BEGIN if _spaced(wanted[:1]) else ''}{re.escape(wanted)}")
    return lambda text: wanted in text and begun.search(text) is not None


def _chosen(field: Field, word: str) -> Callable[[str], bool]:
    if field.name == "target" and word == "yes":
        return bool
    wanted = word.lower()
    return lambda text: text == wanted


_BEGIN = r"(?<![^\W_])"
_FIRST_WITHOUT_SPACES = "\u0e00"  # from Thai on, scripts that put no spaces between words


def _spaced(sign: str) -> bool:
    """Whether a sign belongs to a script with spaces between words, and to a word."""
    return sign.isalnum() and sign < _FIRST_WITHOUT_SPACES
