"""The follow-up queue: everyone with a reason, in order, and the part of it that fits the week."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from netfiles.index.network import Network, Someone
from netfiles.insights.follow_ups.reason import Case, Reason, Rule, Situation
from netfiles.insights.follow_ups.rules import BY_NAME, rules_of
from netfiles.insights.landing import Landing
from netfiles.insights.ties import Tie
from netfiles.insights.time_share import TimeShare
from netfiles.text.letters import unaccented

UPCOMING_DAYS = 14

Order = tuple[int, float, float, bool, str, str, str]


@dataclass(frozen=True)
class Item:
    """One line of the queue: a person (or a title, where it concerns nobody) with the reasons, first one first."""

    key: str | None
    name: str | None
    file: str | None
    title: str | None
    reasons: tuple[Reason, ...]
    minutes: int
    always: bool
    order: Order

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


@dataclass(frozen=True, slots=True)
class Search:
    """What the owner looks for, to tell who leads there: target companies and what active goals name; or has landed."""

    companies: frozenset[str]
    tags: frozenset[str]
    landing: Landing | None

    def is_served_by(self, someone: Someone) -> bool:
        """Whether somebody works at such a company, or bears a goal's tag."""
        if someone.company in self.companies:
            return True
        return bool(self.tags and someone.record and not self.tags.isdisjoint(map(str.lower, someone.record.tags)))


def search(network: Network, landing: Landing | None) -> Search:
    """What the owner looks for, or has landed."""
    active = [goal for goal in network.collection.goals if goal.status == "active"]
    targets = {key for key, company in network.companies.items() if company.is_target}
    return Search(
        frozenset(targets.union(*map(network.companies_of, active))),
        frozenset(tag.lower() for goal in active for tag in goal.tags),
        landing,
    )


@dataclass(frozen=True)
class Open:
    """What is open with one person, or with nobody: what is due as an item, and what will be within two weeks."""

    items: tuple[Item, ...] = ()
    upcoming: tuple[Reason, ...] = ()


NOTHING = Open()


def open_with(case: Case, tie: Tie, useful: bool) -> Open:
    """What is open with one person. `useful`: they lead to what the owner looks for."""
    rules = rules_of(case.situation)
    reasons = [r for rule in rules if not rule.beside for r in rule.find(case) if _stands(case, rule, r)]
    if not reasons:
        return NOTHING
    due = [r for r in reasons if r.due <= case.today]
    if due:
        due += [r for rule in rules if rule.beside for r in rule.find(case) if _stands(case, rule, r)]
    items = (_item(case.situation, due, case.someone, tie, useful),) if due else ()
    horizon = case.today + timedelta(days=UPCOMING_DAYS)
    upcoming = (r for r in reasons if case.today < r.due <= horizon and not (due and BY_NAME[r.rule].alone))
    return Open(items, tuple(upcoming))


def open_with_nobody(situation: Situation) -> Open:
    """What concerns no person, one item a file."""
    today, numbers = situation.today, situation.numbers
    reasons = [
        r
        for rule in rules_of(situation)
        for r in (rule.of_nobody(situation) if rule.of_nobody else ())
        if not _over(rule, r, today, numbers.leaves_after_days)
    ]
    due: dict[str, list[Reason]] = defaultdict(list)
    for reason in reasons:
        if reason.due <= today:
            due[reason.place.file].append(reason)
    horizon = today + timedelta(days=UPCOMING_DAYS)
    items = (_item(situation, of_file, None, None, False) for of_file in due.values())
    return Open(tuple(items), tuple(r for r in reasons if today < r.due <= horizon))


def _over(rule: Rule, reason: Reason, today: date, leaves_after: int) -> bool:
    if reason.until is not None and today > reason.until:
        return True
    return rule.leaves and today >= reason.due + timedelta(days=leaves_after)


def _stands(case: Case, rule: Rule, reason: Reason) -> bool:
    """Whether a reason is not over, not muted and not snoozed."""
    person = case.someone.record
    if _over(rule, reason, case.today, case.numbers.leaves_after_days):
        return False
    if person is None:
        return True
    if person.snooze_until is not None and max(case.today, reason.due) < person.snooze_until:
        return False
    return person.status == "active" or (person.status == "dormant" and not rule.dormant)


def _item(situation: Situation, due: list[Reason], someone: Someone | None, tie: Tie | None, useful: bool) -> Item:
    """The item of everything due. A reason that shows only alone goes where there is another that can."""
    beside = [r for r in due if BY_NAME[r.rule].beside]
    others = [r for r in due if not BY_NAME[r.rule].beside]
    counted = sorted(
        [r for r in others if not BY_NAME[r.rule].alone] or others,
        key=lambda r: (BY_NAME[r.rule].rank, r.due, r.rule, r.place),
    )
    ordered = (*counted, *beside)
    numbers, rules = situation.numbers, [BY_NAME[r.rule] for r in counted]
    title = None if someone else due[0].title
    name = someone.name if someone else title or ""
    file = someone.file if someone else None
    return Item(
        key=someone.key if someone else None,
        name=someone.name if someone else None,
        file=file,
        title=title,
        reasons=ordered,
        minutes=numbers.long_minutes if any(rule.long for rule in rules) else numbers.short_minutes,
        always=any(rule.always for rule in rules),
        order=(
            min(rule.rank for rule in rules),
            -max(r.lateness(situation.today) for r in counted),
            -(tie.strength if tie else 0.0),
            not useful,
            unaccented(name),
            name,
            file or ordered[0].place.file,
        ),
    )


def queue(network: Network, opened: Iterable[Open], share: TimeShare) -> Queue:
    """The queue of everything open: promises and answers, then thanks, then the rest.

    Within each by lateness, tie, use for the search, name.
    """
    some = [one for one in opened if one is not NOTHING]
    items = sorted((item for one in some for item in one.items), key=lambda item: item.order)
    upcoming = (reason for one in some for reason in one.upcoming)
    left = _minutes_left(network, share)
    return Queue(
        tuple(items),
        tuple(_fitting(items, left, network.collection.options.numbers.people_a_day)),
        tuple(sorted(upcoming, key=lambda r: (r.due, r.title or _name(network, r), r.rule, r.place))),
        left,
    )


def _name(network: Network, reason: Reason) -> str:
    return network.people[reason.person].name if reason.person else ""


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
