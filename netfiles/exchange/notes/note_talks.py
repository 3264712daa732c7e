"""Talks in the notes of another vault: a note on a talk, and the dated lines in the note on a person."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from netfiles.capture.words import LONGEST_PHRASE, PHRASES, Way
from netfiles.exchange.incoming import IncomingTalk, Party, Wishes
from netfiles.exchange.notes.note_kinds import DAY_FIRST
from netfiles.exchange.notes.note_values import day, moment, one_line, plain, private, tags
from netfiles.exchange.notes.note_words import KINDS, LOGS, NO_LOGS, TALK, TALKS, WAYS, word
from netfiles.records.fits import fits
from netfiles.text.foreign import Note, Said


class _Dated(NamedTuple):
    """A piece of a body that begins with a day: the words after the day, and the text below them."""

    day: date
    title: str
    text: str
    line: int


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d+[.)])[ \t]+(.*)")
_ROW = re.compile(r"[ \t]*\|(.*)\|[ \t]*")
_DAY = re.compile(
    r"[*_\[(`]*((?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}))(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)"
    r"[*_\])`]*(?:[\s:|,–—-]+|$)(.*)"
)
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_TASK = re.compile(r"\[[ xX/>-]\]\s")
_TITLE = 120


MOST = 2_000
"""So many dated lines of one note become talks."""


def channel_of(text: str) -> str:
    """The channel that words speak of, in the order in which they stand; `other` for none."""
    words = re.findall(r"[\w'-]+", text.casefold())
    weak = ""
    for n in range(len(words)):
        for length in range(min(LONGEST_PHRASE, len(words) - n), 0, -1):
            meaning = PHRASES.get(tuple(words[n : n + length]))
            if isinstance(meaning, Way) and not meaning.weak:
                return meaning.channel
            weak = weak or (meaning.channel if isinstance(meaning, Way) else "")
    return weak or "other"


def talks_of(path: str, note: Note, name: str, wishes: Wishes) -> Iterator[IncomingTalk]:
    """The talks that the note on a person dates in its body; their text stays there, and comes along if it is wanted.

    None of them has rows: the note is the person's.
    """
    seen: dict[str, int] = {}
    for piece in islice(_dated(note.body, note.body_line, wishes), MOST):
        at = str(piece.day)
        seen[at] = seen.get(at, 0) + 1
        values = {"channel": (channel_of(piece.title),)} | ({"title": (piece.title,)} if piece.title else {})
        uid = f"{path}#{at}" + (f"/{seen[at]}" if seen[at] > 1 else "")
        yield IncomingTalk(at, (Party(name),), values, piece.text, uid=uid, line=piece.line, rows=0)


def last_talk(path: str, name: str, at: str) -> IncomingTalk:
    """The talk that a note only knows the day of."""
    values = {"channel": ("other",), "title": (f"Last contact, as {one_line(path)} says",)}
    return IncomingTalk(at, (Party(name),), values, uid=f"{path}#last-{at}", rows=0)


def _dated(body: str, first: int, wishes: Wishes) -> Iterator[_Dated]:
    """The headings that begin with a day, and the items and rows that do where a log is kept."""
    lines = body.split("\n")
    below, fenced = "", False
    for n, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced:
            continue
        if heading := _HEADING.fullmatch(line):
            said = heading[2].rstrip(" \t#")
            found = _day_first(said)
            below = below if found else word(plain(said))
            text = _section
        else:
            found, text = _in_line(line, below in LOGS), _below
        if found and found[0] <= wishes.today and below not in NO_LOGS:
            yield _Dated(*found, text(lines, n) if wishes.bodies else "", first + n)


def _in_line(line: str, in_log: bool) -> tuple[date, str] | None:
    """The day and the words of an item or row; outside of a log the words must tell of a talk."""
    if row := _ROW.fullmatch(line):
        cells = ": ".join(filter(None, map(str.strip, row[1].split("|"))))
        return _day_first(cells) if in_log else None
    item = _ITEM.fullmatch(line)
    if item is None or item[1] or _TASK.match(item[2]):
        return None
    found = _day_first(item[2])
    return found if found and (in_log or channel_of(found[1]) != "other") else None


def _day_first(text: str) -> tuple[date, str] | None:
    match = _DAY.fullmatch(text)
    found = day(match[1]) if match else None
    if match is None or found is None or found.year < 1900:
        return None
    said = plain(match[2]).strip("*_ ")
    return found, said if len(said) <= _TITLE else f"{said[:_TITLE].rsplit(' ', 1)[0]} …"


def _section(lines: list[str], n: int) -> str:
    """The text below the heading on a line, up to the next of its rank."""
    rank = len(lines[n]) - len(lines[n].lstrip("#"))
    others = ((m, _HEADING.fullmatch(lines[m])) for m in range(n + 1, len(lines)))
    end = next((m for m, other in others if other and len(other[1]) <= rank), len(lines))
    return "\n".join(lines[n + 1 : end]).strip()


def _below(lines: list[str], n: int) -> str:
    """The whole item on a line, with the lines that are indented below it."""
    end = next((m for m in range(n + 1, len(lines)) if lines[m].strip() and not lines[m][0].isspace()), len(lines))
    return "\n".join((lines[n].strip(), *lines[n + 1 : end])).strip()


class NoTalk(Exception):
    """Why a note on a talk cannot become an entry."""


class _Gathered:
    """What is gathered from a note on a talk."""

    def __init__(self) -> None:
        self.values: dict[str, list[str]] = {}
        self.kept: list[tuple[str, str]] = []
        self.parties: list[Party] = []
        self.kinds: list[str] = []
        self.at: str | None = None

    def keep(self, said: Said, text: str) -> None:
        self.kept.append((" ".join(map(one_line, said.keys)), one_line(text)))


def talk_of(path: str, note: Note, me: frozenset[str]) -> IncomingTalk:
    """The talk that a whole note is about, without the owner, who is called one of `me`. Raises NoTalk."""
    gathered = _Gathered()
    for said in note.said:
        _take(gathered, said, me)
    stem = path.rpartition("/")[2].removesuffix(".md")
    dated = DAY_FIRST.match(stem)
    at = gathered.at or (moment(dated[1]) if dated else None)
    if at is None:
        raise NoTalk("says no day")
    if not gathered.parties:
        raise NoTalk("names nobody else")
    values = gathered.values
    title = plain(stem[dated.end() :] if dated else stem)
    if " " in title:
        values.setdefault("title", [title])
    values.setdefault("channel", [channel_of(" ".join((*gathered.kinds, *values.get("title", ()))))])
    uid = values.pop("uid", [path])[0]
    fields = {field: tuple(found) for field, found in values.items() if found}
    with_ = tuple(dict.fromkeys(gathered.parties))
    return IncomingTalk(at, with_, fields, note.body.strip(), tuple(gathered.kept), uid, may_change=True)


def _take(gathered: _Gathered, said: Said, me: frozenset[str]) -> None:
    key = word(said.keys[-1])
    field = TALK.get(key)
    if key in KINDS:
        gathered.kinds += [word(plain(text)).removesuffix("s").replace("_", " ") for text in said.texts]
        for text in said.texts:
            if word(plain(text)) not in TALKS:
                gathered.keep(said, plain(text))
    elif field == "with":
        gathered.parties += [party for text in said.texts for party in _parties(text, me)]
    elif field == "date" and gathered.at is None and (found := moment(said.texts[0])):
        gathered.at = found
    elif field is None or field == "date":
        for text in said.texts:
            gathered.keep(said, text)
    else:
        _put(gathered, said, field)


def _put(gathered: _Gathered, said: Said, field: str) -> None:
    found = gathered.values.setdefault(field, [])
    for text in said.texts:
        for value in _read(field, text):
            if field != "private" and not fits("interaction", field, value):
                gathered.keep(said, text)
            elif field in ("tags", "companies") or not found:
                found.append(value)
            else:
                gathered.keep(said, value)
    if not found:
        del gathered.values[field]


def _read(field: str, text: str) -> list[str]:
    if field == "tags":
        return tags(plain(text))
    if field == "channel":
        return [value if (value := plain(text).casefold()) and fits("interaction", field, value) else channel_of(text)]
    if field == "direction":
        return [WAYS.get(word(text), text)]
    if field == "next_on":
        return [str(day(text) or plain(text))]
    if field == "private":
        return [private(text)]
    return [one_line(text) if field == "companies" else plain(text)]


def _parties(text: str, me: frozenset[str]) -> Iterable[Party]:
    """Whom a text names, without the owner."""
    owner = {name.casefold() for name in me}
    for part in re.split(r"\s*[,;]\s*(?![^\[]*\]\])", text):
        said = plain(part).lstrip("@ ")
        if said and said.casefold() not in owner:
            yield Party(email=said) if fits("person", "emails", said) else Party(said)
