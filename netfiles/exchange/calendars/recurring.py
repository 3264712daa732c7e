"""On which days and times something recurs: the rules of RFC 5545, never counted beyond the days asked for.

dateutil, which has the same rules, cannot be stopped: one that never comes true is sought up to the year 9999.
"""

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import NamedTuple

_MOST_DAYS = 40_000  # looked at for one rule that counts its days from its first one
_YEAR, _DAY = 366, timedelta(days=1)


@dataclass(slots=True)
class Effort:
    """How many more days may be looked at for all rules of a file."""

    days: int = 20_000_000


class Rule(NamedTuple):
    """A rule as RFC 5545 has it, of days or longer. `weekdays` are (which of the month or year or 0, Monday is 0).

    `until` is the last time, in the hours of the first one.
    """

    freq: str
    interval: int = 1
    times: int | None = None
    until: datetime | None = None
    months: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: frozenset[tuple[int, int]] = frozenset()
    positions: frozenset[int] = frozenset()
    hours: frozenset[int] = frozenset()
    minutes: frozenset[int] = frozenset()
    week_begins: int = 0


def starts(rule: Rule, first: datetime, since: date, until: date, effort: Effort) -> Iterator[datetime]:
    """The times from `since` to `until` in their order; `first` is one of the rule in any case."""
    later = (at for at in _by_rule(rule, first, since, until, effort) if at > first)
    for number, at in enumerate(chain([first], later), 1):
        beyond = rule.until is not None and at > rule.until
        if beyond or at.date() > until or (rule.times is not None and number > rule.times):
            return
        if at.date() >= since:
            yield at


def _by_rule(rule: Rule, first: datetime, since: date, until: date, effort: Effort) -> Iterator[datetime]:
    full = _with_defaults(rule, first.date())
    times = _times(full, first)
    for days in _periods(full, first.date(), since, until, effort):
        found = [datetime.combine(day, at) for day in days if _fits(full, day) for at in times]
        yield from _at_positions(found, full.positions) if full.positions else found


def _with_defaults(rule: Rule, first: date) -> Rule:
    """What a rule does not say, its first day says."""
    if rule.weeks or rule.year_days or rule.month_days or rule.weekdays or rule.freq == "DAILY":
        return rule
    if rule.freq == "WEEKLY":
        return rule._replace(weekdays=frozenset({(0, first.weekday())}))
    months = frozenset({first.month}) if rule.freq == "YEARLY" and not rule.months else rule.months
    return rule._replace(months=months, month_days=frozenset({first.day}))


def _times(rule: Rule, first: datetime) -> list[time]:
    hours, minutes = rule.hours or {first.hour}, rule.minutes or {first.minute}
    return [first.timetz().replace(hour=hour, minute=minute) for hour in sorted(hours) for minute in sorted(minutes)]


def _at_positions(found: list[datetime], positions: frozenset[int]) -> list[datetime]:
    size = len(found)
    chosen = {position - 1 if position > 0 else size + position for position in positions}
    return [found[index] for index in sorted(chosen) if 0 <= index < size]


def _fits(rule: Rule, day: date) -> bool:
    month_length = monthrange(day.year, day.month)[1]
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.month_days or not rule.month_days.isdisjoint((day.day, day.day - month_length - 1)))
        and (not rule.weekdays or _on_weekday(rule, day, month_length))
        and (not rule.year_days or not rule.year_days.isdisjoint(_day_of_year(day)))
        and (not rule.weeks or not rule.weeks.isdisjoint(_week_of_year(day)))
    )


def _day_of_year(day: date) -> tuple[int, int]:
    number, length = day.timetuple().tm_yday, _YEAR if isleap(day.year) else _YEAR - 1
    return number, number - length - 1


def _week_of_year(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return week, week - date(year, 12, 28).isocalendar().week - 1


def _on_weekday(rule: Rule, day: date, month_length: int) -> bool:
    """A weekday is counted within the month, or in a yearly rule without months within the year."""
    weekday = day.weekday()
    if (0, weekday) in rule.weekdays:
        return True
    if rule.freq == "MONTHLY" or (rule.freq == "YEARLY" and rule.months):
        number, back = day.day, day.day - month_length - 1
    elif rule.freq == "YEARLY":
        number, back = _day_of_year(day)
    else:
        return any(weekday == wanted for _, wanted in rule.weekdays)
    return not rule.weekdays.isdisjoint((((number - 1) // 7 + 1, weekday), (-((-back - 1) // 7 + 1), weekday)))


def _year(first: date, n: int, _: int) -> tuple[date, int]:
    year = first.year + n
    return date(year, 1, 1), _YEAR if isleap(year) else _YEAR - 1


def _month(first: date, n: int, _: int) -> tuple[date, int]:
    year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
    return date(year, month + 1, 1), monthrange(year, month + 1)[1]


def _week(first: date, n: int, begins: int) -> tuple[date, int]:
    return first - timedelta(days=(first.weekday() - begins) % 7) + timedelta(weeks=n), 7


def _one_day(first: date, n: int, _: int) -> tuple[date, int]:
    return first + timedelta(days=n), 1


_PERIODS: dict[str, tuple[Callable[[date, int, int], tuple[date, int]], int]] = {
    "YEARLY": (_year, 366),
    "MONTHLY": (_month, 31),
    "WEEKLY": (_week, 7),
    "DAILY": (_one_day, 1),
}
FREQUENCIES = frozenset(_PERIODS)
"""Those that are expanded. What recurs each hour, minute or second is no appointment."""


def _periods(rule: Rule, first: date, since: date, until: date, effort: Effort) -> Iterator[list[date]]:
    """The days of each year, month, week or day in turn; from shortly before `since`, if none must be counted."""
    period, longest = _PERIODS[rule.freq]
    skipped = 0 if rule.times is not None else max(0, (since - first).days // longest - 1) // rule.interval
    looked_at, n = 0, skipped * rule.interval
    while looked_at < _MOST_DAYS and effort.days > 0:
        try:
            begin, length = period(first, n, rule.week_begins)
        except (ValueError, OverflowError):
            return
        if begin > until:
            return
        yield [begin + _DAY * day for day in range(length) if begin.toordinal() + day <= date.max.toordinal()]
        looked_at += length
        effort.days -= length
        n += rule.interval
