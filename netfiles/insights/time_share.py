"""How much of the job search is networking: minutes by ISO week, logged and estimated apart."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import median

from netfiles.index.network import Entry, Network
from netfiles.insights.days import monday, of_year
from netfiles.insights.gleaned import Monthly
from netfiles.model import Interaction, Profile


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week by its Monday: logged minutes of networking and of other job search, and estimates of both."""

    monday: date
    networking: int = 0
    search: int = 0
    networking_estimated: int = 0
    search_estimated: int = 0

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def share(self) -> float | None:
        """Networking in per cent of all logged job-search minutes, None where nothing is logged."""
        total = self.networking + self.search
        return round(100 * self.networking / total, 1) if total else None


@dataclass(frozen=True, slots=True)
class TimeShare:
    """The weeks up to this one (oldest first), the goal in per cent, and the sentence on pace."""

    weeks: tuple[Week, ...]
    goal: int
    needed: int | None
    pace: str

    @property
    def this_week(self) -> Week:
        return self.weeks[-1]


def is_networking(record: Interaction) -> bool:
    """With people, no activity, and no interview (save an information interview): see docs/rules.md."""
    if not record.with_ or record.activity:
        return False
    return record.channel != "interview" or purpose(record) == "information-interview"


def is_search(record: Interaction) -> bool:
    """Job-search work that is not networking."""
    return not is_networking(record) and (record.activity is not None or record.channel == "interview")


def purpose(record: Interaction) -> str:
    return (record.purpose or "").strip().lower()


_LEAST_LOGGED = 5
_ESTIMATED_TALK, _ESTIMATED_MESSAGE = 30, 5


Minutes = Counter[tuple[str, int]]
"""How often each number of minutes was logged for each channel and activity."""

Logged = Monthly[Minutes]


def logged_minutes(entries: Iterable[Entry]) -> Minutes:
    return Counter((_sort(e.record), e.record.minutes) for e in entries if e.record.minutes is not None)


def typical_minutes(logged: Logged, today: date) -> dict[str, int]:
    """The median minutes of each channel and activity that was logged at least five times up to today."""
    this = f"{today.year:04d}-{today.month:02d}"
    found: Minutes = Counter()
    for month, (entries, minutes) in logged.items():
        if month < this or (month == this and entries[-1].day <= today):
            found.update(minutes)
        elif month == this:
            found.update(logged_minutes(entry for entry in entries if entry.day <= today))
    by_sort: dict[str, list[int]] = defaultdict(list)
    for (sort, number), times in found.items():
        by_sort[sort] += [number] * times
    return {sort: round(median(all_)) for sort, all_ in by_sort.items() if len(all_) >= _LEAST_LOGGED}


def _sort(record: Interaction) -> str:
    return f"activity:{record.activity}" if record.activity else record.channel


def estimate(record: Interaction, typical: Mapping[str, int]) -> int:
    """The minutes of an entry that gives none; imported ones count nothing."""
    if record.source:
        return 0
    fallback = _ESTIMATED_MESSAGE if record.written and not record.activity else _ESTIMATED_TALK
    return typical.get(_sort(record), fallback)


def time_share(network: Network, today: date, logged: Logged, weeks: int = 12) -> TimeShare:
    """The time share of this week and of those before it. `logged` are the minutes of the network's months."""
    profile = network.collection.profile
    this = monday(today)
    typical = typical_minutes(logged, today)
    all_weeks = tuple(
        _week(network.entries, this - timedelta(weeks=back), today, typical) for back in reversed(range(weeks))
    )
    goal = profile.networking_share if profile else 30
    needed = _needed(all_weeks[-1], goal, profile)
    return TimeShare(all_weeks, goal, needed, _pace(all_weeks[-1], goal, needed))


def _week(entries: tuple[Entry, ...], first: date, today: date, typical: Mapping[str, int]) -> Week:
    last = min(first + timedelta(days=6), today)
    sums = {"networking": 0, "search": 0, "networking_estimated": 0, "search_estimated": 0}
    for entry in within(entries, first, last):
        record = entry.record
        if not (is_networking(record) or is_search(record)):
            continue
        sort = "networking" if is_networking(record) else "search"
        if record.minutes is None:
            sums[f"{sort}_estimated"] += estimate(record, typical)
        else:
            sums[sort] += record.minutes
    return Week(first, **sums)


def within(entries: tuple[Entry, ...], first: date, last: date) -> tuple[Entry, ...]:
    """The entries of the days `first` to `last` (entries are sorted by day)."""
    return entries[bisect_left(entries, first, key=lambda e: e.day) : bisect_right(entries, last, key=lambda e: e.day)]


def _needed(week: Week, goal: int, profile: Profile | None) -> int | None:
    """Minutes of networking missing this week; None where nothing says how much the whole is."""
    total = week.networking + week.search
    planned = profile.weekly_minutes if profile else None
    if total:
        return max(0, ceil((goal * total - 100 * week.networking) / (100 - goal)))
    return ceil(planned * goal / 100) if planned else None


def _pace(week: Week, goal: int, needed: int | None) -> str:
    if needed is None:
        return f"Nothing is logged this week yet; {goal} % of what you log is to be networking."
    if needed == 0:
        return f"This week's goal of {goal} % networking is reached."
    more = "more " if week.networking else ""
    minutes, reach = ("minute", "reaches") if needed == 1 else ("minutes", "reach")
    return f"{needed:,} {more}{minutes} of networking by Sunday {of_year(week.sunday)} {reach} {goal} %."
