"""The time share as pictures: this week as one bar, the last weeks as columns; estimates drawn apart."""

from dataclasses import dataclass

from netfiles.insights.time_share import TimeShare, Week
from netfiles.views.words import minutes, of_year


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: its width in per cent of the whole, and what it stands for."""

    sort: str
    width: float
    label: str


def week_bar(week: Week) -> tuple[Part, ...]:
    """Networking, then estimated networking, then estimated other work, then other work; all of the week together."""
    amounts = (
        ("net", week.networking, "networking"),
        ("net-est", week.networking_estimated, "networking, estimated"),
        ("work-est", week.search_estimated, "other job search, estimated"),
        ("work", week.search, "other job search"),
    )
    whole = sum(amount for _, amount, _ in amounts)
    return tuple(
        Part(sort, round(100 * amount / whole, 2), f"{minutes(amount)} of {words}")
        for sort, amount, words in amounts
        if amount
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One week of the picture; heights in units of the picture (100 is 100 %)."""

    x: float
    share: float
    estimated: float
    label: str
    week: Week


def columns(share: TimeShare, step: float) -> tuple[Column, ...]:
    """A column a week: networking in per cent of what was logged, and with the estimates on top."""
    return tuple(_column(week, number * step) for number, week in enumerate(share.weeks))


def top(columns: tuple[Column, ...], goal: int) -> int:
    """How far up the picture has to reach, in per cent."""
    highest = max((column.share + column.estimated for column in columns), default=0.0)
    return min(104, max(int(highest), goal) + 12)


def _column(week: Week, x: float) -> Column:
    logged = week.share or 0.0
    networking = week.networking + week.networking_estimated
    whole = networking + week.search + week.search_estimated
    estimated = max(0.0, 100 * networking / whole - logged) if whole else 0.0
    return Column(x, logged, round(estimated, 1), label(week), week)


def label(week: Week) -> str:
    """`Week of 16 Nov: 30 % (90 of 300 minutes), 20 minutes estimated`."""
    total = week.networking + week.search
    logged = f"{week.share:g} % networking ({week.networking:,} of {minutes(total)})" if total else "nothing logged"
    estimates = week.networking_estimated + week.search_estimated
    return f"Week of {of_year(week.monday)}: {logged}" + (f", {minutes(estimates)} estimated" if estimates else "")
