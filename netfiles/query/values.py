"""What the values of a field may be, each made of its text."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from netfiles.model.fields import WIKILINK, Unfit, parse_duration, parse_link
from netfiles.query.fields import FIELDS, HAD, Field, near, plain
from netfiles.query.pieces import Part, Piece, Refused
from netfiles.query.terms import NEARBY, Choice, Count, Nearby, Stretch, Text, Value, month
from netfiles.text.letters import flat


def value_of(field: Field, piece: Piece, part: Part) -> Value:
    """The value that a text stands for. Raises Refused."""
    if not part.quoted and (sign := re.match(r"!|[<>]=?|=", part.text)):
        raise _second_sign(piece, part, sign[0])
    if piece.sign != ":" and not (field.is_day or field.takes == "number"):
        advice = f"Write {piece.name}:{part.text}. Signs like {piece.sign} are for days and numbers."
        raise Refused(piece.column, f"`{piece.name}` cannot be compared", advice)
    make = _day if field.is_day else _MAKERS[field.takes]
    return make(field, piece, part)


def _second_sign(piece: Piece, part: Part, sign: str) -> Refused:
    rest = part.text[len(sign) :].lstrip("<>=:")
    if sign == "!":
        return Refused(part.column, "`!` is no sign", f"For not, write -{piece.name}:{rest}.")
    return Refused(part.column, "a second sign stands here", f"Write {piece.name}{sign}{rest}, with one sign only.")


def _text(field: Field, piece: Piece, part: Part) -> Text:  # noqa: ARG001  # each of the makers takes the same
    link = WIKILINK.fullmatch(part.text.strip())
    if link is None:
        return Text(searchable(part))
    found = parse_link(link[1])
    if not flat(found.target):
        raise Refused(part.column, "the link leads to nothing", "Write a name between the brackets, like [[Jane Doe]].")
    return Text(found.target, linked=True)


def searchable(part: Part) -> str:
    """The text of a part, unless nothing of it can be looked for. Raises Refused."""
    if not flat(part.text):
        raise Refused(part.column, "there is nothing here to look for", "Write letters or digits.")
    return part.text


def _phone(field: Field, piece: Piece, part: Part) -> Text:  # noqa: ARG001  # each of the makers takes the same
    if not re.search(r"\d", part.text):
        raise Refused(part.column, f"`{part.text}` is no part of a phone number", "Write digits, like phone:413.")
    return Text(part.text)


def _tag(field: Field, piece: Piece, part: Part) -> Text:  # noqa: ARG001  # each of the makers takes the same
    tag = part.text.strip().lstrip("#").strip("/")
    if not flat(tag):
        raise Refused(part.column, f"`{part.text}` is no tag", "Write the tag as in a file, like tag:alumni.")
    return Text(tag)


def _word(field: Field, piece: Piece, part: Part) -> Choice:
    known = {word.lower(): word for word in field.words} | dict(field.spelt)
    asked = part.text.strip().lower()
    if asked in known:
        return Choice(known[asked])
    raise Refused(part.column, f"`{part.text}` is no word for `{piece.name}:`", _words(field, piece, asked))


def _words(field: Field, piece: Piece, asked: str) -> str:
    meant = near(asked, map(str.lower, field.words))
    hint = f"Did you mean {piece.name}:{meant}? " if meant else _where_known(asked)
    return f"{hint}The words are: {', '.join(field.words)}."


def _where_known(asked: str) -> str:
    """The fields that know a word, for one that stands after the wrong field."""
    owners = [f"{field.name}:{word}" for field in FIELDS for word in field.words if word.lower() == asked]
    return f"Did you mean {owners[0]}? " if owners else ""


def _had(field: Field, piece: Piece, part: Part) -> Choice:  # noqa: ARG001  # each of the makers takes the same
    asked = plain(part.text)
    if asked in HAD:
        return Choice(HAD[asked])
    meant = near(asked, HAD)
    known = ", ".join(dict.fromkeys(HAD.values()))
    advice = f"Did you mean has:{meant}?" if meant else f"The words are: {known}."
    raise Refused(part.column, f"`{part.text}` is nothing that somebody has", advice)


def _number(field: Field, piece: Piece, part: Part) -> Value:
    if re.fullmatch(r"[0-9]{1,9}", part.text):
        return Count(int(part.text))
    if field.words and piece.sign == ":":
        return _word(field, piece, part)
    words = f", or {field.name}:{field.words[0]}" if field.words else ""
    advice = f"Write a number, like {field.name}>2{words}."
    raise Refused(part.column, f"`{part.text}` is no number", advice)


def _day(field: Field, piece: Piece, part: Part) -> Value:
    text = part.text.strip().lower()
    if text in NEARBY:
        return Nearby(NEARBY[text])
    if found := re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text, re.ASCII):
        return _stretch(part, *(None if number is None else int(number) for number in found.groups()))
    try:
        lasting = parse_duration(text)
    except Unfit:
        lasting = None
    if lasting is None or lasting.never:
        raise Refused(part.column, f"`{part.text}` is no day and no length of time", _like(field))
    if piece.sign == ":":
        advice = (
            f"Write {field.name}<{text} for {_NEARER[field.takes]}, {field.name}>{text} for {_FARTHER[field.takes]}."
        )
        raise Refused(part.column, f"`{text}` is a length of time, no day", advice)
    return lasting


_NEARER = {"past": "less long ago", "ahead": "sooner than that", "yearly": "sooner than that"}
_FARTHER = {"past": "longer ago", "ahead": "later than that", "yearly": "later than that"}


def _like(field: Field) -> str:
    lasting = f"{field.name}>60d" if field.takes == "past" else f"{field.name}<7d"
    days = f"{field.name}>=2026-11-20, {field.name}:2026-11, {field.name}:today"
    return f"Write {days}, or a length of time, like {lasting}."


def _stretch(part: Part, year: int | None, number: int | None, day: int | None) -> Stretch:
    try:
        if year is None or number is None:
            return Stretch(date(year or 0, 1, 1), date(year or 0, 12, 31))
        if day is None:
            return month(year, number)
        return Stretch(date(year, number, day), date(year, number, day))
    except ValueError:  # calendar.IllegalMonthError is one
        advice = "Write a day that exists, like 2026-11-20, a month, like 2026-11, or a year."
        raise Refused(part.column, f"`{part.text}` is not a date", advice) from None


_MAKERS: Mapping[str, Callable[[Field, Piece, Part], Value]] = {
    "text": _text,
    "phone": _phone,
    "tag": _tag,
    "words": _word,
    "has": _had,
    "number": _number,
}
