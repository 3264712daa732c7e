"""Every goal with a measure: target, done, pace, and a row of past periods."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from netfiles.index.network import Entry, Network
from netfiles.insights.days import first_of_month, monday, next_month, short
from netfiles.insights.time_share import is_networking, is_search, purpose, within
from netfiles.model import Goal
from netfiles.model.collection import Collection
from netfiles.model.fields import Measure, Period

PAST_PERIODS = {"week": 8, "month": 6, "total": 1}


@dataclass(frozen=True, slots=True)
class Span:
    """One period of a goal, both days included, and what was done in it (per cent, for the share)."""

    first: date
    last: date
    done: float


@dataclass(frozen=True, slots=True)
class Progress:
    """How a goal stands. Without a measure `spans` is empty. The last span is the one today is in."""

    goal: Goal
    unit: str
    target: int
    spans: tuple[Span, ...]
    sentence: str
    state: str

    @property
    def done(self) -> float:
        return self.spans[-1].done if self.spans else 0

    @property
    def fraction(self) -> float:
        """Done over target, 1 at most."""
        return min(1.0, self.done / self.target) if self.target else 0.0


_UNITS: dict[Measure, tuple[str, str]] = {
    "networking-share": ("% networking", "% networking"),
    "interactions": ("interaction", "interactions"),
    "new-contacts": ("new contact", "new contacts"),
    "information-interviews": ("information interview", "information interviews"),
    "applications": ("application", "applications"),
    "minutes": ("minute of networking", "minutes of networking"),
    "leads": ("lead", "leads"),
    "introductions": ("introduction", "introductions"),
}


def progress(network: Network, today: date) -> tuple[Progress, ...]:
    """All goals, those with a measure first counted over their periods from the records alone."""
    return tuple(_progress(network, goal, today) for goal in network.collection.goals)


def unread_goals(collection: Collection) -> tuple[str, ...]:
    """The files of goals that hold no record, for a fault in them."""
    folder, known = f"{collection.options.folders.goals}/", {goal.path for goal in collection.goals}
    wrong = (problem.place.file for problem in collection.problems if problem.severity == "error")
    return tuple(dict.fromkeys(file for file in wrong if file.startswith(folder) and file not in known))


def _progress(network: Network, goal: Goal, today: date) -> Progress:
    if goal.measure is None or goal.target is None or not goal.counted:
        return Progress(goal, "", 0, (), "", goal.status)
    spans = tuple(_spans(network, goal, goal.measure, today))
    unit = _UNITS[goal.measure][max(goal.target, spans[-1].done) != 1]
    state = _state(goal, spans[-1], today)
    return Progress(goal, unit, goal.target, spans, _sentence(goal, spans[-1], unit, state, today), state)


def _spans(network: Network, goal: Goal, measure: Measure, today: date) -> Iterator[Span]:
    periods = _periods(goal, measure, today)
    span = periods[0][0], periods[-1][1]
    events = None if measure == "networking-share" else tuple(_MEASURES[measure](network, goal, span))
    for first, last in periods:
        begin, end = max(first, goal.start or first), min(last, today, goal.due or last)
        done = (
            _share(network, begin, end)
            if events is None
            else sum(amount for day, amount in events if begin <= day <= end)
        )
        yield Span(first, last, done)


def _periods(goal: Goal, measure: Measure, today: date) -> list[tuple[date, date]]:
    """The periods to show, oldest first, not before the goal's start nor after its end."""
    per: Period = goal.per or ("week" if measure == "networking-share" else "total")
    day = max(min(today, goal.due or today), goal.start or date.min)
    if per == "total":
        return [(goal.start or date.min, max(goal.due or day, day))]
    periods: list[tuple[date, date]] = []
    first = monday(day) if per == "week" else first_of_month(day)
    while len(periods) < PAST_PERIODS[per]:
        after = first + timedelta(weeks=1) if per == "week" else next_month(first)
        last = after - timedelta(days=1)
        if goal.start and last < goal.start:
            break
        periods.append((first, last))
        before = first - timedelta(days=1)
        first = monday(before) if per == "week" else first_of_month(before)
    return periods[::-1] or [(first, first)]


Event = tuple[date, int]


Days = tuple[date, date]


def _entries(network: Network, goal: Goal, span: Days) -> Iterator[Entry]:
    """The entries of some days with people that pass the goal's filters."""
    companies, tags = network.companies_of(goal), {tag.lower() for tag in goal.tags}
    there = _people_at(network, companies)
    tagged = _people_tagged(network, tags)
    for entry in within(network.entries, *span):
        if not entry.people or (goal.channel and entry.record.channel != goal.channel):
            continue
        if companies and companies.isdisjoint(entry.companies) and there.isdisjoint(entry.people):
            continue
        if tags and tags.isdisjoint(map(str.lower, entry.record.tags)) and tagged.isdisjoint(entry.people):
            continue
        yield entry


def _people_at(network: Network, companies: frozenset[str]) -> set[str]:
    return {key for company in companies for key in network.relations.now.get(company, ())}


def _people_tagged(network: Network, tags: set[str]) -> set[str]:
    people = network.collection.people if tags else ()
    return {person.path for person in people if not tags.isdisjoint(map(str.lower, person.tags))}


def _interactions(network: Network, goal: Goal, span: Days) -> Iterator[Event]:
    return ((entry.day, 1) for entry in _entries(network, goal, span))


def _information_interviews(network: Network, goal: Goal, span: Days) -> Iterator[Event]:
    return ((e.day, 1) for e in _entries(network, goal, span) if purpose(e.record) == "information-interview")


def _introductions(network: Network, goal: Goal, span: Days) -> Iterator[Event]:
    return ((e.day, len(e.introduced)) for e in _entries(network, goal, span) if e.introduced)


def _minutes(network: Network, goal: Goal, span: Days) -> Iterator[Event]:
    return ((e.day, e.record.minutes or 0) for e in _entries(network, goal, span) if is_networking(e.record))


def _new_contacts(network: Network, goal: Goal, _: Days) -> Iterator[Event]:
    """People by their first entry or `met_on`, whichever is earlier."""
    companies, tags = network.companies_of(goal), {tag.lower() for tag in goal.tags}
    tagged = _people_tagged(network, tags)
    for someone in network.people.values():
        person, first = someone.record, someone.entries[0] if someone.entries else None
        if (companies and someone.company not in companies) or (tags and someone.key not in tagged):
            continue
        if goal.channel and (first is None or first.record.channel != goal.channel):
            continue
        days = [d for d in (first.day if first else None, person.met_on if person else None) if d]
        if days:
            yield min(days), 1


def _leads_by(field: str) -> Callable[[Network, Goal, Days], Iterator[Event]]:
    def events(network: Network, goal: Goal, _: Days) -> Iterator[Event]:
        companies = network.companies_of(goal)
        tags = {tag.lower() for tag in goal.tags}
        for lead in network.collection.leads:
            if companies and network.company_of(lead) not in companies:
                continue
            if tags and not tags & {tag.lower() for tag in lead.tags}:
                continue
            if day := getattr(lead, field):
                yield day, 1

    return events


_MEASURES: dict[Measure, Callable[[Network, Goal, Days], Iterator[Event]]] = {
    "interactions": _interactions,
    "new-contacts": _new_contacts,
    "information-interviews": _information_interviews,
    "applications": _leads_by("applied_on"),
    "minutes": _minutes,
    "leads": _leads_by("heard_on"),
    "introductions": _introductions,
}


def _share(network: Network, first: date, last: date) -> float:
    """Networking in per cent of all logged job-search minutes of a period."""
    networking = search = 0
    for entry in within(network.entries, first, last):
        if entry.record.minutes:
            networking += entry.record.minutes * is_networking(entry.record)
            search += entry.record.minutes * is_search(entry.record)
    return round(100 * networking / (networking + search), 1) if networking + search else 0.0


def _state(goal: Goal, span: Span, today: date) -> str:
    """One of done, dropped, ahead, reached, on pace, behind, ended, not begun."""
    if goal.status != "active":
        return goal.status
    if goal.start and today < goal.start:
        return "not begun"
    target = goal.target or 0
    if span.done >= target:
        return "reached"
    if today > span.last or (goal.due and today > goal.due):
        return "ended"
    return "on pace" if span.done >= _expected(goal, span, today) else "behind"


def _expected(goal: Goal, span: Span, today: date) -> float:
    """What should be done by now, were the target spread evenly; a share is due at once."""
    target = goal.target or 0
    if goal.measure == "networking-share":
        return target
    if span.first == date.min:
        return 0 if goal.due is None or today < goal.due else target
    days = (span.last - span.first).days + 1
    return int(target * ((today - span.first).days + 1) / days)


def amount(count: float) -> str:
    """`1,083`, `22.5`."""
    return f"{count:,.0f}" if count == int(count) else f"{count:,g}"


def _sentence(goal: Goal, span: Span, unit: str, state: str, today: date) -> str:
    done, target = amount(span.done), goal.target or 0
    when = {"week": " this week", "month": " this month", "total": ""}[
        goal.per or ("week" if goal.measure == "networking-share" else "total")
    ]
    so_far = (
        f"{done} % of {target} % networking{when}"
        if goal.measure == "networking-share"
        else f"{done} of {target:,} {unit}{when}"
    )
    match state:
        case "done" | "dropped":
            return f"{so_far}; {state}."
        case "reached":
            return f"{so_far}: reached."
        case "not begun" if goal.start:
            return f"{so_far}; begins on {short(goal.start, today)}."
        case "ended":
            return f"{so_far}; ended on {short(min(span.last, goal.due or span.last), today)}."
    end = min(span.last, goal.due or span.last)
    by = f" by {short(end, today)}" if end > today else ""
    rest = amount(target - span.done)
    if goal.measure == "networking-share":
        return f"{so_far}; {rest} points to go{by}."
    pace = "on pace" if state == "on pace" else "behind the pace"
    return f"{so_far}; {pace}, {rest} more{by}."
