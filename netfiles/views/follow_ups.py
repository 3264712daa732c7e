"""Follow-ups: everything due, by rule and by day, and the next two weeks."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.queue import Item, Queue
from netfiles.views.context import Context, Here, day
from netfiles.views.loops import RULES
from netfiles.views.nothing_due import first_talk, owes
from netfiles.views.page import Page, Section
from netfiles.views.rows import Row, of_whom, row
from netfiles.views.templating import fill
from netfiles.views.words import capital, in_words, people_and_things

LONG = 20
"""A page with more items has a field to find some."""

FULL_ROWS = 10
MOST_LINES = 90
DAY_LINES = 200


@dataclass(frozen=True, slots=True)
class Group:
    """The items of one rule: the first in full, the rest as one line each."""

    rule: str
    heading: str
    rows: tuple[Row, ...]
    lines: tuple[Markup, ...]
    count: int

    @property
    def left_out(self) -> int:
        return self.count - len(self.rows) - len(self.lines)


def follow_ups_page(context: Context) -> Page:
    """Everything due and what comes next."""
    page = Page("follow-ups", "Follow-ups", (), ("navigation", "toc"), searchable=False)
    here, queue = Here(context, page.root), context.insights.queue
    groups = [_group(here, rule, items) for rule, items in _by_rule(queue.items)]
    head = fill(
        "follow_ups_head.html",
        total=len(queue.items),
        sentence=_sentence(queue),
        groups=groups,
        upcoming=len(queue.upcoming),
        long=LONG,
        today_page=here.to(""),
        first=None if queue.items else first_talk(here),
        owes=not queue.items and owes(context),
        asks=here.to("asks/"),
    )
    sections = [Section(head), *map(_section, groups)]
    if queue.items:
        days, more = _by_day(here, (r for item in queue.items for r in item.reasons))
        html = fill("days.html", days=days, more=more, empty="")
        sections.append(Section(html, "The same by day", "by-day"))
    days, more = _by_day(here, queue.upcoming)
    html = fill("days.html", days=days, more=more, empty="Nothing planned. A day without a date is free.")
    sections.append(Section(html, "The next 14 days", "upcoming"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _sentence(queue: Queue) -> str:
    """`16 people and 3 other things to get back to; 13 people and 2 other things fit this week.`"""
    due, fitting = of_whom(queue.items), of_whom(queue.fitting)
    fit_all = due == fitting
    spelt = in_words(*due, *(() if fit_all else fitting))
    said = f"{people_and_things(*due, spelt)} to get back to"
    if not fit_all and any(fitting):
        fit = "fits" if sum(fitting) == 1 else "fit"
        said += f"; {people_and_things(*fitting, spelt)} {fit} this week"
    return f"{capital(said)}."


def _section(group: Group) -> Section:
    return Section(fill("follow_ups_group.html", group=group), group.heading, f"rule-{group.rule}")


def _by_rule(items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    """Items under the rule of their first reason, in the order of the rules."""
    found: dict[str, list[Item]] = {rule: [] for rule in RULES}
    for item in items:
        found.setdefault(item.reasons[0].rule, []).append(item)
    return [(rule, group) for rule, group in found.items() if group]


def _group(here: Here, rule: str, items: list[Item]) -> Group:
    heading = RULES[rule][1] if rule in RULES else rule.capitalize()
    rows = tuple(row(here, item) for item in items[:FULL_ROWS])
    return Group(
        rule,
        heading,
        rows,
        tuple(_line(here, item.reasons[0]) for item in items[FULL_ROWS : FULL_ROWS + MOST_LINES]),
        len(items),
    )


def _line(here: Here, reason: Reason) -> Markup:
    return _beside(_who(here, reason), reason.text)


def _who(here: Here, reason: Reason) -> Markup:
    return here.person(reason.person) if reason.person else here.link(reason.place.file, reason.title or "")


def _beside(who: Markup, text: str, more: str = "") -> Markup:
    """Somebody and why; the work of `Markup.format`, which is slow where there are thousands."""
    title = f' title="{escape(more)}"' if more else ""
    return Markup(f'{who} <span class="nf-soft"{title}>{escape(text)}</span>')  # noqa: S704  # all three are escaped


Day = tuple[Markup, list[Markup]]


def _by_day(here: Here, reasons: Iterable[Reason]) -> tuple[list[Day], int]:
    """Reasons under the day they fall due, in order of the days; and how many are left out."""
    ordered = sorted(reasons, key=lambda reason: (reason.due, reason.rule, reason.text))
    shown = ordered[-DAY_LINES:]
    days = [
        (day(due), [_short_line(here, reason) for reason in group])
        for due, group in groupby(shown, key=lambda reason: reason.due)
    ]
    return days, len(ordered) - len(shown)


def _short_line(here: Here, reason: Reason) -> Markup:
    word = RULES[reason.rule][0].lower() if reason.rule in RULES else reason.rule
    return _beside(_who(here, reason), word, reason.text)
