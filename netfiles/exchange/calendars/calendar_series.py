"""The single times of an event that recurs, with the exceptions to it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from netfiles.exchange.calendars.calendar_event import Event
from netfiles.exchange.calendars.calendar_values import Moment
from netfiles.exchange.calendars.recurring import Effort, Rule, starts

_JUST_ONCE = Rule("YEARLY", times=1)
_LONGEST_DAILY = 20 * 366


class Instance(NamedTuple):
    """One time of a series: the time it has in it, the time it is at, and the event that says what it is."""

    stands_for: datetime
    at: datetime
    event: Event


class _Times:
    """Times of a series, of which a day without a time of day names whatever is on it."""

    def __init__(self, moments: Sequence[Moment], zone: tzinfo | None) -> None:
        self.exact = {moment.at(zone) for moment in moments}
        self.days = {moment.wall.date() for moment in moments if moment.whole_day}

    def __contains__(self, at: datetime) -> bool:
        return at in self.exact or at.date() in self.days


def instances(
    event: Event, exceptions: Sequence[Event], since: date, until: date, effort: Effort
) -> Iterator[Instance]:
    """The times of `event` from `since` to `until` that no exception replaces or takes out, in their order.

    Of what recurs daily, only those of the last twenty years.
    """
    zone = event.start.zone
    replaced = _Times([each.instance for each in exceptions if each.instance], zone)
    without = _Times(event.without, zone)
    changes = sorted(
        ((each.instance.at(zone), each) for each in exceptions if each.instance and each.following),
        key=lambda change: change[0],
    )
    for at in _times(event, since, until, effort):
        if at in replaced or at in without:
            continue
        change = next((change for change in reversed(changes) if change[0] <= at), None)
        if change is None:
            yield Instance(at, at, event)
        elif not (change[1].cancelled or change[1].declined) and change[1].people:
            yield Instance(at, _moved(at, change[1].start.at(zone) - change[0]), change[1])


def _times(event: Event, since: date, until: date, effort: Effort) -> list[datetime]:
    more = (moment.at(event.start.zone) for moment in event.more)
    found = {at for at in more if since <= at.date() <= until}
    lately = max(since, date.fromordinal(max(1, until.toordinal() - _LONGEST_DAILY)))
    for rule in event.rules or (_JUST_ONCE,):
        begin = lately if rule.freq == "DAILY" else since
        found.update(starts(rule, event.start.wall, begin, until, effort))
    return sorted(found)


def _moved(at: datetime, by: timedelta) -> datetime:
    try:
        return at + by
    except OverflowError:
        return at
