"""The follow-up queue: everyone with a reason, in order, and the part of it that fits the week."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from netfiles.index.network import Network, Someone
from netfiles.insights.follow_ups.reason import Reason, Rule, Situation
from netfiles.insights.follow_ups.rules import BY_NAME, RULES
from netfiles.insights.ties import Tie
from netfiles.insights.time_share import TimeShare
from netfiles.text.letters import unaccented

UPCOMING_DAYS = 14


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the queue: a person (or a title, where it concerns nobody) with the reasons, first one first."""

    key: str | None
    name: str | None
    file: str | None
    title: str | None
    reasons: tuple[Reason, ...]
    minutes: int
    always: bool

    @property
    def called(self) -> str:
        return self.name or self.title or ""


@dataclass(frozen=True, slots=True)
class Queue:
    """All items in order; `today` those that fit the week, `minutes_left` what the week still allows (or None)."""

    items: tuple[Item, ...]
    fitting: tuple[Item, ...]
    upcoming: tuple[Reason, ...]
    minutes_left: int | None

    @property
    def waiting(self) -> tuple[Item, ...]:
        """What is due and can wait."""
        shown = set(map(id, self.fitting))
        return tuple(item for item in self.items if id(item) not in shown)

    @property
    def minutes(self) -> int:
        """About how long the fitting items take."""
        return sum(item.minutes for item in self.fitting)


def queue(network: Network, today: date, ties: Mapping[str, Tie], share: TimeShare) -> Queue:
    """The queue of `today`."""
    situation = Situation(network, today)
    reasons = [r for rule in RULES for r in rule.find(situation) if _stands(situation, rule, r)]
    due = [r for r in reasons if r.due <= today]
    items = sorted(_items(situation, due), key=lambda item: _order(situation, item, ties))
    busy = {r.person for r in due}
    horizon = today + timedelta(days=UPCOMING_DAYS)
    upcoming = (r for r in reasons if today < r.due <= horizon and not (BY_NAME[r.rule].alone and r.person in busy))
    left = _minutes_left(network, share)
    return Queue(
        tuple(items),
        tuple(_fitting(items, left, situation.numbers.people_a_day)),
        tuple(sorted(upcoming, key=lambda r: (r.due, r.title or situation.name(r.person or ""), r.rule, r.place))),
        left,
    )


def _stands(situation: Situation, rule: Rule, reason: Reason) -> bool:
    """Whether a reason is not over, not muted and not snoozed."""
    today, numbers = situation.today, situation.numbers
    if reason.until is not None and today > reason.until:
        return False
    if rule.leaves and today >= reason.due + timedelta(days=numbers.leaves_after_days):
        return False
    person = situation.network.people[reason.person].record if reason.person else None
    if person is None:
        return True
    if person.snooze_until is not None and max(today, reason.due) < person.snooze_until:
        return False
    return person.status == "active" or (person.status == "dormant" and not rule.dormant)


def _items(situation: Situation, due: Iterable[Reason]) -> Iterable[Item]:
    grouped: dict[tuple[str | None, str | None], list[Reason]] = defaultdict(list)
    for reason in due:
        grouped[(reason.person, None if reason.person else reason.place.file)].append(reason)
    for (person, _), reasons in grouped.items():
        others = [r for r in reasons if not BY_NAME[r.rule].alone]
        yield _item(situation, person, reasons[0].title, others or reasons)


def _item(situation: Situation, person: str | None, title: str | None, reasons: list[Reason]) -> Item:
    ordered = tuple(sorted(reasons, key=lambda r: (BY_NAME[r.rule].rank, r.due, r.rule, r.place)))
    someone = situation.network.people[person] if person else None
    numbers, rules = situation.numbers, [BY_NAME[r.rule] for r in ordered]
    return Item(
        key=person,
        name=someone.name if someone else None,
        file=someone.file if someone else None,
        title=title,
        reasons=ordered,
        minutes=numbers.long_minutes if any(rule.long for rule in rules) else numbers.short_minutes,
        always=any(rule.always for rule in rules),
    )


def _order(situation: Situation, item: Item, ties: Mapping[str, Tie]) -> tuple[int, float, float, bool, str, str, str]:
    """Promises and answers, then thanks, then the rest; within each by lateness, tie, use for the search, name."""
    someone = situation.network.people[item.key] if item.key else None
    return (
        min(BY_NAME[r.rule].rank for r in item.reasons),
        -max(r.lateness(situation.today) for r in item.reasons),
        -(ties[item.key].strength if item.key else 0.0),
        not (someone and leads_somewhere(situation.network, someone)),
        unaccented(item.called),
        item.called,
        item.file or item.reasons[0].place.file,
    )


def leads_somewhere(network: Network, someone: Someone) -> bool:
    """Whether somebody leads to a target company or an active goal: they work there, or bear the goal's tag."""
    if someone.company and network.companies[someone.company].is_target:
        return True
    tags = {tag.lower() for tag in someone.record.tags} if someone.record else set()
    return any(
        someone.company in network.goal_companies.get(goal.path, ()) or tags & {tag.lower() for tag in goal.tags}
        for goal in network.collection.goals
        if goal.status == "active"
    )


def _minutes_left(network: Network, share: TimeShare) -> int | None:
    """What the week still allows: weekly minutes × share − networking minutes logged this week."""
    profile = network.collection.profile
    if profile is None or profile.weekly_minutes is None:
        return None
    return max(0, profile.weekly_minutes * share.goal // 100 - share.this_week.networking)


def _fitting(items: list[Item], left: int | None, people: int) -> Iterable[Item]:
    """Promises, answers and thanks always; of the rest, in order, what fits the minutes or the number of people."""
    minutes = (left if left is not None else 0) - sum(item.minutes for item in items if item.always)
    places = people - sum(item.always for item in items)
    for item in items:
        fits = places > 0 if left is None else item.minutes <= minutes
        if item.always:
            yield item
        elif fits:
            places, minutes = places - 1, minutes - item.minutes
            yield item
