"""Counting days: business days and ISO weeks."""

from datetime import date, timedelta


def after_business_days(day: date, count: int) -> date:
    """The day `count` business days (Monday to Friday) after `day`, which is day 0 whatever weekday it is."""
    weeks, rest = divmod(count, 5)
    weekday = day.weekday()
    if weekday > 4:
        if count == 0:
            return day
        day, weekday = day - timedelta(days=weekday - 4), 4
    day += timedelta(weeks=weeks, days=rest + (2 if weekday + rest > 4 else 0))
    return day


def business_days_between(first: date, last: date) -> int:
    """How many business days after `first` there are up to `last`; 0 where `last` is not later."""
    if last <= first:
        return 0
    weeks, rest = divmod((last - first).days, 7)
    return weeks * 5 + sum((first.weekday() + n) % 7 < 5 for n in range(1, rest + 1))


def monday(day: date) -> date:
    """The Monday of the ISO week that `day` is in."""
    return day - timedelta(days=day.weekday())


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def next_month(day: date) -> date:
    """The first day of the month after the one `day` is in."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def spoken(day: date) -> str:
    """A day as people say it: `Fri 20 Nov 2026` (the same in every locale)."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short(day: date, today: date) -> str:
    """A day within a sentence: `20 Nov`, with its year unless it is the nearest to today that is so called."""
    return of_year(day) if abs((day - today).days) <= _HALF_A_YEAR else dated(day)


_HALF_A_YEAR = 182


def of_year(day: date) -> str:
    """A day where its year stands beside it: `20 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def dated(day: date) -> str:
    """`18 Nov 2026`."""
    return f"{of_year(day)} {day.year}"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
