"""Reads a calendar file (.ics): every meeting with somebody else is a talk."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import BinaryIO, NamedTuple

from netfiles.exchange.calendars.calendar_event import Event, event_of
from netfiles.exchange.calendars.calendar_lines import Heading, Part, parts
from netfiles.exchange.calendars.calendar_series import instances
from netfiles.exchange.calendars.calendar_values import Moment, zone_of
from netfiles.exchange.calendars.recurring import Effort
from netfiles.exchange.incoming import Incoming, IncomingTalk, Progress, Wishes
from netfiles.exchange.mail.correspondents import Owner
from netfiles.exchange.remarks import Remarks

_MOST_INSTANCES = 400  # of one event that recurs: the newest
_MOST_SERIES = 20_000
_MOST_TALKS = 200_000  # beyond them nothing that recurs is read
_DAY = timedelta(days=1)
_NO_TALKS = {
    "VTODO": ("1 task, which is no talk", "{} tasks, which are no talks"),
    "VJOURNAL": ("1 journal entry, which is no talk", "{} journal entries, which are no talks"),
    "VFREEBUSY": ("1 list of free and busy times", "{} lists of free and busy times"),
    "VAVAILABILITY": ("1 list of times of availability", "{} lists of times of availability"),
}
_TWICE = ("1 event that stands twice", "{} events that stand twice")


def read_calendar(file: BinaryIO, name: str, wishes: Wishes, progress: Progress) -> Incoming:
    """The meetings from `since` to `until`, each time of what recurs for itself. Raises CannotRead.

    `rows` are the events and other parts of the file; what recurs counts by its times from `since` to `until`.
    """
    heading, gathered = Heading(), _Gathered(wishes, Owner.of(wishes.me))
    for part in parts(file, name, heading, progress):
        gathered.take(part)
    for series in gathered.series.values():
        gathered.expand(series)
    gathered.tell_what_was_assumed(heading)
    talks = sorted(gathered.talks.values(), key=lambda talk: talk.line)
    return Incoming("ics", talks=tuple(talks), left=gathered.remarks.all(), rows=gathered.rows)


class _Found(NamedTuple):
    """An event, and the zone its calendar is shown in."""

    event: Event
    zone: tzinfo | None


@dataclass(slots=True)
class _Gathered:
    """What was read so far. What recurs waits until all exceptions to it are known."""

    wishes: Wishes
    owner: Owner
    remarks: Remarks = field(default_factory=Remarks)
    talks: dict[str, IncomingTalk] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)
    series: dict[str, _Found] = field(default_factory=dict)
    exceptions: dict[str, list[Event]] = field(default_factory=dict)
    unknown_zones: dict[str, int] = field(default_factory=dict)
    utc_line: int = 0
    effort: Effort = field(default_factory=Effort)
    rows: int = 0

    def take(self, part: Part) -> None:
        """An event, or what is only counted."""
        if part.name != "VEVENT":
            self.leave(part.line, *_NO_TALKS[part.name])
        elif part.wrong:
            self.rows += 1
            message = f"an event that {part.wrong}"
            self.remarks.tell("damaged events", part.line, message, "It is left out, the others are read.", rows=1)
        elif event := event_of(part, self.owner, self.wishes.bodies, self.remarks):
            self.sort_in(_Found(event, zone_of(part.zone)))
        else:
            self.rows += 1

    def leave(self, line: int, one: str, many: str) -> None:
        """One row that is only counted."""
        self.rows += 1
        self.remarks.count(line, one, many)

    def sort_in(self, found: _Found) -> None:
        """What is left out in any case; what waits; what is a talk at once."""
        event = found.event
        if event.start.tzid and event.start.zone is None:
            self.unknown_zones.setdefault(event.start.tzid, event.line)
        if event.instance is not None:
            self.exceptions.setdefault(event.uid, []).append(event)
        if event.cancelled:
            self.leave(event.line, "1 event that was cancelled", "{} events that were cancelled")
        elif event.declined:
            self.leave(event.line, "1 event that you declined", "{} events that you declined")
        elif not event.people:
            self.leave(event.line, "1 event without other people", "{} events without other people")
        elif event.recurs and event.instance is None:
            self.wait(found)
        else:
            self.single(found)

    def wait(self, found: _Found) -> None:
        """Of two with one identity the newer one recurs."""
        event = found.event
        known = self.series.get(event.uid)
        if known is not None:
            self.leave(event.line, *_TWICE)
        elif len(self.series) >= _MOST_SERIES:
            self.leave(event.line, "1 event that recurs", f"{{}} events that recur beyond the first {_MOST_SERIES:,}")
            return
        if known is None or event.sequence > known.event.sequence:
            self.series[event.uid] = found

    def single(self, found: _Found) -> None:
        event = found.event
        uid = event.uid if event.instance is None else _uid(event.uid, event.instance.wall)
        at = _local(event.start, event.start.wall, found.zone)
        if not self.outside(at.date(), event.line):
            self.add(_talk(event, at, uid), event.sequence, found)

    def outside(self, day: date, line: int) -> bool:
        """Whether it is left out for its day."""
        since, until = self.wishes.since, self.wishes.until
        if day > until:
            self.leave(line, f"1 event after {until}, still to come", f"{{}} events after {until}, still to come")
        elif day < since:
            self.leave(line, f"1 event before {since}", f"{{}} events before {since}")
        return not since <= day <= until

    def add(self, talk: IncomingTalk, sequence: int, found: _Found) -> None:
        """Of two with one identity the newer one counts."""
        self.rows += 1
        if found.event.start.tzid == "UTC" and found.zone is None:
            self.utc_line = self.utc_line or talk.line
        known = self.talks.get(talk.uid)
        if known is not None:
            self.remarks.count(talk.line, *_TWICE)
        if known is None or sequence > self.sequences.get(talk.uid, 0):
            self.talks[talk.uid] = talk
            self.sequences[talk.uid] = sequence

    def expand(self, found: _Found) -> None:
        """The times of what recurs; where it has none in these days, it is left out as a whole."""
        event, since, until = found.event, self.wishes.since, self.wishes.until
        if len(self.talks) > _MOST_TALKS or self.effort.days <= 0:
            self.leave(event.line, "1 event that recurs", "{} events that recur, too many for one file")
            return
        times = [
            (_local(each.event.start, each.at, found.zone), each)
            for each in instances(event, self.exceptions.get(event.uid, ()), *_wider(since, until), self.effort)
        ]
        inside = [(at, each) for at, each in times if since <= at.date() <= until]
        for at, each in inside[-_MOST_INSTANCES:]:
            self.add(_talk(each.event, at, _uid(event.uid, each.stands_for)), event.sequence, found)
        for _ in inside[:-_MOST_INSTANCES]:
            many = f"{{}} times of events that recur more than {_MOST_INSTANCES} times; the newest are read"
            self.leave(event.line, "1 time of an event that recurs too often", many)
        if not inside and not self.outside(event.start.wall.date(), event.line):
            self.leave(event.line, "1 event that recurs, at no time", "{} events that recur, at no time of these days")

    def tell_what_was_assumed(self, heading: Heading) -> None:
        """Zones and letters that had to be guessed."""
        for tzid, line in self.unknown_zones.items():
            if tzid not in heading.zones:
                message = f"the time zone `{tzid[:60]}` is not known"
                self.remarks.tell("unknown time zones", line, message, "Its times are taken as they are written.")
        if self.utc_line:
            message = "times in UTC, and the calendar does not say where it is"
            self.remarks.tell("UTC", self.utc_line, message, "They are kept as UTC: look at the hours.")
        if heading.odd_bytes:
            message = "the file is not UTF-8 from here on; it is read as Windows-1252"
            self.remarks.tell("encoding", heading.odd_bytes, message, "Look at the letters with accents.")


def _local(start: Moment, wall: datetime, zone: tzinfo | None) -> datetime:
    """The time of day where the event is; of one in UTC, where its calendar is."""
    return start._replace(wall=wall).at(zone) if start.tzid == "UTC" else wall


def _wider(since: date, until: date) -> tuple[date, date]:
    """A day more on both sides, as clocks elsewhere may show another day."""
    return max(since, date.min + _DAY) - _DAY, min(until, date.max - _DAY) + _DAY


def _uid(uid: str, at: datetime) -> str:
    return f"{uid}/{_written(at)}"


def _written(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _talk(event: Event, at: datetime, uid: str) -> IncomingTalk:
    return IncomingTalk(
        _written(at)[:10] if event.start.whole_day else _written(at),
        event.people,
        dict(event.values),
        event.body,
        event.kept,
        uid,
        event.line,
        may_change=True,
    )
