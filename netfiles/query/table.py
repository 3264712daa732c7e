"""How a saved query shows its people: the columns, and what they are sorted by."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from netfiles.query.fields import COLUMNS, Field, near, plain
from netfiles.query.matching import Subject
from netfiles.query.terms import Wrong

DEFAULT_COLUMNS = ("name", "company", "last", "tie")


class Sort(NamedTuple):
    """A field to sort by; `falling`: the greatest first. Who has no value comes last either way."""

    field: str
    falling: bool = False


WrongTexts = tuple[tuple[int, Wrong], ...]
"""What is wrong with some of several texts, beside the number of the text."""


class Columns(NamedTuple):
    """The fields that are shown."""

    fields: tuple[str, ...]
    wrong: WrongTexts


class Sorts(NamedTuple):
    """What people are sorted by, the most important first."""

    fields: tuple[Sort, ...]
    wrong: WrongTexts


def columns(texts: Iterable[str]) -> Columns:
    """The columns to show; none are the usual ones. The name is always among them, first where nothing else is said."""
    found, wrong = _named(texts, signed=False)
    names = tuple(dict.fromkeys(sort.field for sort in found)) or DEFAULT_COLUMNS
    return Columns(names if "name" in names else ("name", *names), wrong)


def sorts(text: str | None) -> Sorts:
    """What to sort by: `last`, `-last`, `target, -last`."""
    return Sorts(*_named((text,) if text else (), signed=True))


def _named(texts: Iterable[str], signed: bool) -> tuple[tuple[Sort, ...], WrongTexts]:
    """The fields that some texts name, and what is wrong with others."""
    fields: list[Sort] = []
    wrong: list[tuple[int, Wrong]] = []
    for number, text in enumerate(texts):
        for column, word in _words(text):
            falling = signed and word.startswith("-")
            field = COLUMNS.get(plain(word[falling:]))
            if field:
                fields.append(Sort(field.name, falling))
            else:
                wrong.append((number, _unknown(column, word, "sort by" if signed else "show")))
    return tuple(fields), tuple(wrong)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """What stands between the commas, with its column."""
    at = 0
    for part in text.split(","):
        if word := part.strip():
            yield at + 1 + len(part) - len(part.lstrip()), word
        at += len(part) + 1


def _unknown(column: int, word: str, what: str) -> Wrong:
    meant = near(word.removeprefix("-"), COLUMNS)
    known = ", ".join(dict.fromkeys(field.name for field in COLUMNS.values()))
    advice = f"Did you mean `{meant}`?" if meant else f"The fields are: {known}."
    return Wrong(column, f"`{word}` is no field to {what}", advice)


T = TypeVar("T", bound=Subject)


def in_order(people: Iterable[T], wanted: Sequence[Sort]) -> list[T]:
    """People sorted by some fields; those alike stay in the order they came in."""
    found = list(people)
    for sort in reversed(wanted):
        value = _value(COLUMNS[sort.field])
        known = [(value(one), one) for one in found]
        missing = [one for key, one in known if key is None]
        held = [(key, one) for key, one in known if key is not None]
        found = [one for _, one in sorted(held, key=lambda pair: pair[0], reverse=sort.falling)] + missing
    return found


Key = tuple[int | str, ...]


def _value(field: Field) -> Callable[[Subject], Key | None]:
    """What somebody is sorted by: words by their order in the field, things by how many, all else by its text."""
    if field.takes == "number":
        return lambda one: (len(one.values(field.name)),)
    if field.takes == "words":
        ranks = {word.lower(): rank for rank, word in enumerate(field.words)}
        return lambda one: next(((ranks[word],) for word in one.values(field.name) if word in ranks), None)
    return lambda one: tuple(one.values(field.name)) or None
