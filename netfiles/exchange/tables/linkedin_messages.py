"""LinkedIn's messages as talks: those of one conversation on one day are one.

The times of the file are UTC, and so are the days. Who the owner is, the file does not say: it is who was told, else
who takes part in the most conversations.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import IncomingTalk, Left, Party, Wishes
from netfiles.exchange.tables.column_words import normal
from netfiles.exchange.tables.profile_links import profile_id
from netfiles.exchange.tables.table_dates import day_of
from netfiles.exchange.tables.table_remarks import Remarks, one_line, plain, shown
from netfiles.exchange.tables.tables import Row

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?: ?UTC|Z)?")
_YES = frozenset(("yes", "true", "1"))
_NOBODY = frozenset(("", "linkedin member"))
_SAY_WHO = "Write your name, or the link to your profile, as they are there into career/profile.md."
_MAX_BODY = 500_000
_MAX_NAME = 500
_MAX_TITLE = 200
_MAX_ID = 200
_VALUES = {way: {"channel": ("social",), "direction": (way,)} for way in ("both", "out", "in")}


class Cells:
    """The cells of a row by the names of their columns, empty where there is none."""

    def __init__(self, header: Row) -> None:
        self._places = {normal(name): place for place, name in reversed(list(enumerate(header.cells)))}

    def of(self, row: Row, *names: str) -> str:
        """The first of the columns that says something."""
        for name in names:
            place = self._places.get(name)
            if place is not None and place < len(row.cells) and (text := row.cells[place].strip()):
                return text
        return ""


@dataclass(slots=True)
class _Day:
    """The messages of one conversation on one day. `wrote`: who takes part, and whether they wrote any of them."""

    conversation: str
    day: str
    line: int
    rows: int = 0
    wrote: dict[str, bool] = field(default_factory=dict)
    title: tuple[str, str] | None = None
    attached: list[str] | None = None
    texts: list[tuple[str, str, str]] | None = None


class _People:
    """Who writes and gets messages, by the address of their profile, else by name."""

    def __init__(self) -> None:
        self.parties: dict[str, Party] = {}
        self.conversations: defaultdict[str, set[str]] = defaultdict(set)
        self.wrote: Counter[str] = Counter()
        self.sent: Counter[str] = Counter()
        self._called: defaultdict[str, set[str]] = defaultdict(set)

    def key(self, name: str, profile: str) -> str:
        """What somebody is known by here; empty for nobody."""
        called = one_line(name)[:_MAX_NAME]
        by_profile = profile_id(profile)
        if not by_profile and called.casefold() in _NOBODY:
            return ""
        key = by_profile or called.casefold()
        known = self.parties.get(key)
        if known is None or not known.name:
            self.parties[key] = Party(called, "", profile if by_profile else "")
        if by_profile and called:
            self._called[called.casefold()].add(key)
        return key

    def took_part(self, conversation: str, sender: str, others: Sequence[str], by_me: bool) -> None:
        """Note who takes part in a conversation; `by_me`: what only the owner's own messages have."""
        self.wrote[sender] += 1
        self.sent[sender] += by_me
        for key in (sender, *others):
            self.conversations[key].add(conversation)

    def same(self, key: str) -> str:
        """The profile of whom only the name is known here, if one profile bears that name."""
        profiles = self._called.get(key, ())
        return next(iter(profiles)) if len(profiles) == 1 else key


def read_messages(
    header: Row, rows: Iterable[Row], name: str, wishes: Wishes, remarks: Remarks
) -> tuple[IncomingTalk, ...]:
    """The talks of a file of messages."""
    people, left = _People(), _Left(remarks)
    days = _days(Cells(header), rows, people, wishes, left)
    if not days:
        left.say()
        return ()
    me = _me(people, name, wishes, remarks)
    talks = tuple(_talks(days, people, me, wishes, left))
    left.say()
    if talks:
        said = "the times of the messages are UTC, and so are the days: one near midnight may be of the day beside"
        remarks.add("time zones", Left(header.line, said))
    return talks


class _Left:
    """What is left out, counted by why."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._rows: Counter[str] = Counter()
        self._lines: dict[str, int] = {}

    def add(self, why: str, line: int, rows: int = 1) -> None:
        self._rows[why] += rows
        self._lines.setdefault(why, line)

    def say(self) -> None:
        """Remark on each kind once, with its number."""
        for why, rows in self._rows.items():
            said = f"{rows} {'message' if rows == 1 else 'messages'} left out: {why}"
            self._remarks.add("messages", Left(self._lines[why], said, "", rows))


def _days(cells: Cells, rows: Iterable[Row], people: _People, wishes: Wishes, left: _Left) -> list[_Day]:
    days: dict[tuple[str, str], _Day] = {}
    for row in rows:
        day, time = _moment(cells.of(row, "date"))
        sender = people.key(cells.of(row, "from"), cells.of(row, "sender profile url"))
        others = _recipients(cells.of(row, "to"), cells.of(row, "recipient profile urls"), people)
        conversation = _identity(one_line(cells.of(row, "conversation id")) or " ".join(sorted({sender, *others})))
        draft = cells.of(row, "is message draft", "is conversation draft").casefold() in _YES
        people.took_part(conversation, sender, others, draft or normal(cells.of(row, "folder")) == "sent")
        if why := "drafts, never sent" if draft else _why_not(day, wishes):
            left.add(why, row.line)
            continue
        of = days.setdefault((conversation, day), _Day(conversation, day, row.line))
        _note(of, cells, row, sender, others, time, wishes)
    return list(days.values())


def _identity(text: str) -> str:
    """What a conversation is called, or a digest of it where that is long."""
    return text.strip() if len(text) <= _MAX_ID else hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _why_not(day: str, wishes: Wishes) -> str:
    if not day:
        return "their date is none"
    if not wishes.since.isoformat() <= day <= wishes.until.isoformat():
        return f"not of {wishes.since} to {wishes.until}"
    return ""


def _note(of: _Day, cells: Cells, row: Row, sender: str, others: Sequence[str], time: str, wishes: Wishes) -> None:
    of.rows += 1
    of.line = min(of.line, row.line)
    of.wrote[sender] = True
    for key in others:
        of.wrote.setdefault(key, False)
    if title := one_line(cells.of(row, "subject", "conversation title")):
        of.title = min(of.title or (time, title), (time, title))
    if attached := one_line(cells.of(row, "attachments")):
        of.attached = of.attached or []
        of.attached.append(attached)
    if wishes.bodies:
        of.texts = of.texts or []
        of.texts.append((time, sender, cells.of(row, "content")))


@lru_cache(100_000)
def _moment(text: str) -> tuple[str, str]:
    """The day and the time of a message; empty where it has none."""
    if match := _MOMENT.fullmatch(text):
        return day_of(match[1]), match[2]
    return day_of(text, "month first", 2000), ""


def _recipients(names: str, profiles: str, people: _People) -> list[str]:
    """The keys of all who got a message. A name may hold a comma: with one profile, all is one name."""
    addresses = [part for part in map(str.strip, profiles.split(",")) if part]
    if len(addresses) == 1:
        return [people.key(names, addresses[0])]
    called = [part.strip() for part in names.split(",")]
    if not addresses:
        one = people.same(names.casefold())
        return [one] if one in people.parties else [people.key(each, "") for each in called]
    if len(called) != len(addresses):
        called = [""] * len(addresses)
    return [people.key(name, profile) for name, profile in zip(called, addresses, strict=True)]


def _me(people: _People, name: str, wishes: Wishes, remarks: Remarks) -> frozenset[str]:
    """The keys of the owner."""
    told = {text.strip().casefold() for text in wishes.me} | {profile_id(text) for text in wishes.me} - {""}
    found = {key for key, party in people.parties.items() if key in told or party.name.casefold() in told}
    if found:
        return frozenset(found)
    ranked = sorted(people.parties, key=lambda key: _rank(people, key), reverse=True)
    if not ranked:
        return frozenset()
    if len(ranked) > 1 and _rank(people, ranked[0])[:2] == _rank(people, ranked[1])[:2]:
        both = " or ".join(f"`{shown(_called(people, key))}`" for key in ranked[:2])
        raise CannotRead(name, f"it does not say who you are: {both}", _SAY_WHO)
    said = f"taken to be you, who are in the most conversations: `{shown(_called(people, ranked[0]))}`"
    remarks.add("guesses", Left(1, said, _SAY_WHO))
    return frozenset(ranked[:1])


def _rank(people: _People, key: str) -> tuple[int, int, int]:
    return len(people.conversations[key]), people.sent[key], people.wrote[key]


def _called(people: _People, key: str) -> str:
    return people.parties[key].name or key


def _talks(
    days: Iterable[_Day], people: _People, me: frozenset[str], wishes: Wishes, left: _Left
) -> Iterator[IncomingTalk]:
    for of in days:
        wrote: dict[str, bool] = {}
        for key, any_of_it in of.wrote.items():
            same = people.same(key)
            wrote[same] = wrote.get(same, False) or any_of_it
        others = [key for key in wrote if key and key not in me]
        if not others:
            left.add("with nobody whom they name", of.line, of.rows)
            continue
        yield IncomingTalk(
            of.day,
            tuple([people.parties[key] for key in others]),
            _values(of, {key for key in wrote if wrote[key]}, me),
            _body(of, people) if wishes.bodies else "",
            tuple(_kept(of)),
            f"{of.conversation} {of.day}",
            of.line,
            of.rows,
            may_change=True,
        )


def _values(of: _Day, wrote: set[str], me: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    mine, theirs = bool(wrote & me), bool(wrote - me)
    values = _VALUES["both" if mine and theirs else "out" if mine else "in"]
    return {**values, "title": (of.title[1][:_MAX_TITLE],)} if of.title else values


def _kept(of: _Day) -> Iterator[tuple[str, str]]:
    if of.title and len(of.title[1]) > _MAX_TITLE:
        yield "Subject", of.title[1]
    for text in of.attached or ():
        yield "Attachment", text


def _body(of: _Day, people: _People) -> str:
    parts, size, texts = [], 0, of.texts or []
    for count, (time, key, text) in enumerate(sorted(texts, key=lambda one: one[0])):
        who = _called(people, people.same(key)) if key else "LinkedIn Member"
        part = f"{time[:5]} {who}: {plain(text)}".strip()
        size += len(part)
        if size > _MAX_BODY:
            parts.append(f"({len(texts) - count} more messages, too long to keep here)")
            break
        parts.append(part)
    return "\n\n".join(parts)
