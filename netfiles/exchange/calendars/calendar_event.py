"""An event of a calendar as values: when, with whom, what it says."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from hashlib import sha256
from typing import NamedTuple, TypeVar

from netfiles.exchange.calendars.calendar_lines import Part
from netfiles.exchange.calendars.calendar_values import (
    Moment,
    Property,
    Unreadable,
    duration,
    moment,
    moments,
    property_of,
    rule,
)
from netfiles.exchange.calendars.meeting_words import channel, conference
from netfiles.exchange.calendars.recurring import Rule
from netfiles.exchange.incoming import Party
from netfiles.exchange.mail.correspondents import Owner, is_address, once_each, party, shown
from netfiles.exchange.one_line import one_line, several_lines
from netfiles.exchange.remarks import Remarks

_THINGS = frozenset(("ROOM", "RESOURCE", "GROUP"))
_NOBODY = ("@resource.calendar.google.com", "@group.calendar.google.com", "unknownorganizer@calendar.google.com")
_DAY = timedelta(days=1)
_KEPT = {
    "LOCATION": "location",
    "URL": "url",
    "CATEGORIES": "categories",
    "CONTACT": "contact",
    "COMMENT": "comment",
    "ATTACH": "attachment",
}
_WITHOUT_PARAMETERS = frozenset(("DTSTART", "DTEND", "SUMMARY", "UID"))
_T = TypeVar("_T")
_MOST_RULES = 4
_MOST_KEPT, _LONGEST_KEPT = 20, 2_000


class Event(NamedTuple):
    """One event as written. `instance` is the time it stands for in a series; `following`: for all later ones too."""

    line: int
    uid: str
    start: Moment
    people: tuple[Party, ...]
    values: tuple[tuple[str, tuple[str, ...]], ...]
    body: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    sequence: int = 0
    cancelled: bool = False
    declined: bool = False
    rules: tuple[Rule, ...] = ()
    more: tuple[Moment, ...] = ()
    without: tuple[Moment, ...] = ()
    instance: Moment | None = None
    following: bool = False

    @property
    def recurs(self) -> bool:
        return bool(self.rules or self.more)


class _Said:
    """The properties of an event by their names; what is not understood is remarked and passed over."""

    def __init__(self, part: Part, remarks: Remarks) -> None:
        self.remarks = remarks
        self.lines: dict[str, list[tuple[int, Property]]] = {}
        for number, text in part.lines:
            try:
                said = property_of(text)
            except Unreadable as why:
                said = _plainly(text)
                if said.name not in _WITHOUT_PARAMETERS:
                    remarks.tell("lines of events that are not understood", number, f"{why}", "It is passed over.")
                    continue
            self.lines.setdefault(said.name, []).append((number, said))

    def text(self, name: str) -> str:
        return self.lines[name][0][1].value.strip() if name in self.lines else ""

    def each(self, name: str) -> list[Property]:
        return [said for _, said in self.lines.get(name, ())]

    def values(
        self, name: str, value_of: Callable[[Property], _T], advice: str = "The event is read without it."
    ) -> Iterator[_T]:
        """What `value_of` makes of each line of that name."""
        for number, said in self.lines.get(name, ()):
            try:
                yield value_of(said)
            except Unreadable as why:
                self.remarks.tell(f"wrong {name}", number, f"{name}: {why}", advice)


def _plainly(text: str) -> Property:
    """A line whose parameters are damaged, without them."""
    name, _, value = text.partition(":")
    return Property(name.partition(";")[0].strip().upper(), {}, value, value)


def event_of(part: Part, owner: Owner, bodies: bool, remarks: Remarks) -> Event | None:
    """The event, or None, remarked, where it has no time."""
    said = _Said(part, remarks)
    start = _start(said, part, remarks)
    if start is None:
        return None
    ends = next(said.values("DTEND", moment), None)
    length = ends.at(start.zone) - start.wall if ends else next(said.values("DURATION", duration), None)
    title = one_line(said.text("SUMMARY"))
    people, declined = _people(said, owner, remarks)
    address = conference(said.text(name) for name in _WHERE)
    body, kept = _told(said, address, bodies)
    instance = next(said.values("RECURRENCE-ID", moment), None)
    return Event(
        part.line,
        one_line(said.text("UID"), 500) or _digest(f"{start.wall} {title} {said.text('ORGANIZER')}"),
        start,
        people,
        tuple(_values(said, title, address, start, length)),
        body,
        (*kept, *_until(start, length)),
        _sequence(said.text("SEQUENCE")),
        part.method == "CANCEL" or said.text("STATUS").upper() == "CANCELLED",
        declined,
        tuple(said.values("RRULE", lambda line: rule(line, start), "It is read without this rule."))[:_MOST_RULES],
        tuple(at for several in said.values("RDATE", moments) for at in several),
        tuple(at for several in said.values("EXDATE", moments) for at in several),
        instance,
        any(line.params.get("RANGE", "").upper() == "THISANDFUTURE" for line in said.each("RECURRENCE-ID")),
    )


_WHERE = ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE", "LOCATION", "URL", "DESCRIPTION")


def _start(said: _Said, part: Part, remarks: Remarks) -> Moment | None:
    advice = "The event is left out. Give it a time in your calendar."
    if "DTSTART" not in said.lines:
        remarks.tell("events without a time", part.line, f"an event without a time{_called(said)}", advice, rows=1)
        return None
    number, line = said.lines["DTSTART"][0]
    try:
        return moment(line)
    except Unreadable as why:
        message = f"an event at no time{_called(said)}: {why}"
        remarks.tell("events at no time", number, message, advice, rows=1)
        return None


def _called(said: _Said) -> str:
    title = one_line(said.text("SUMMARY"), 60)
    return f" (“{title}”)" if title else ""


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _sequence(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _people(said: _Said, owner: Owner, remarks: Remarks) -> tuple[tuple[Party, ...], bool]:
    """Those who were asked and did not decline, and whether the owner declined; no rooms, no mailing groups."""
    people: list[Party] = []
    owner_declined = False
    for name in ("ORGANIZER", "ATTENDEE"):
        for number, line in said.lines.get(name, ()):
            someone = _person(line, number, remarks)
            declined = line.params.get("PARTSTAT", "").upper() == "DECLINED"
            if someone is None:
                continue
            if owner.is_(someone):
                owner_declined = owner_declined or declined
            elif not declined:
                people.append(someone)
            else:
                people = [
                    each for each in people if not each.email or each.email.casefold() != someone.email.casefold()
                ]
    return once_each(people), owner_declined


def _person(line: Property, number: int, remarks: Remarks) -> Party | None:
    address = line.raw.strip()
    scheme, _, rest = address.partition(":")
    if scheme.casefold() == "mailto":
        address = rest.partition("?")[0].strip()
    if not is_address(address) and is_address(line.params.get("EMAIL", "")):
        address = line.params["EMAIL"]
    thing = line.params.get("CUTYPE", "").upper() in _THINGS or address.casefold().endswith(_NOBODY)
    if thing:
        return None
    someone = party(line.params.get("CN", ""), address)
    if not someone.email and address and scheme.casefold() in ("mailto", ""):
        advice = "Only the name is kept." if someone.name else "It is left out."
        remarks.tell("addresses that are none", number, f"`{shown(address)}` is not an e-mail address", advice)
    return someone if someone.name or someone.email else None


def _values(
    said: _Said, title: str, address: str, start: Moment, length: timedelta | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "channel", (channel(title, address),)
    if title:
        yield "title", (title,)
    if length and not start.whole_day and timedelta(minutes=1) <= length <= _DAY:
        yield "minutes", (str(round(length.total_seconds() / 60)),)
    if said.text("CLASS").upper() in ("PRIVATE", "CONFIDENTIAL"):
        yield "private", ("yes",)


def _until(start: Moment, length: timedelta | None) -> Iterable[tuple[str, str]]:
    """The end of what is longer than a day: it is no number of minutes that were spent on people."""
    if length is None or length <= _DAY:
        return ()
    try:
        end = start.wall + length
    except OverflowError:
        return ()
    said = (end - _DAY).isoformat()[:10] if start.whole_day else end.isoformat(timespec="minutes")
    return (("until", said),)


def _told(said: _Said, address: str, bodies: bool) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text of the event, and what else it says that has no field of its own."""
    text = several_lines(said.text("DESCRIPTION"))
    kept = [
        (label, one_line(line.value, _LONGEST_KEPT))
        for name, label in _KEPT.items()
        for line in said.each(name)
        if line.value.strip() and line.params.get("VALUE", "").upper() != "BINARY"
    ][:_MOST_KEPT]
    if address and all(address not in value for _, value in kept) and (address not in text):
        kept.append(("conference", address))
    if text and not bodies:
        kept.append(("description", text))
    return text if bodies else "", tuple(kept)
