"""The work-search log: this week and the twelve before, line by line, with what is asked for and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from netfiles.insights.days import spoken
from netfiles.insights.efforts import SORT_WORDS
from netfiles.insights.work_log import Line, LogWeek, rules_of
from netfiles.model.work_search import WorkRules
from netfiles.views.context import Context, Here
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import dated, listed, plural, short
from netfiles.views.work_log_csv import CSV

MOST_LINES = 25
MOST_MISSING = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the log as the page shows it."""

    day: str
    iso: str
    what: Markup
    employer: Markup
    reach: tuple[str, ...]
    person: str
    method: str
    position: str
    result: str
    missing: str
    apart: str


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the log: its name, its sentence, its lines, and how to complete them."""

    name: str
    sentence: str
    rows: tuple[Row, ...]
    more: int
    missing: tuple[tuple[str, list[str]], ...]
    more_missing: int


def work_log_page(context: Context) -> Page:
    """The page of the log."""
    page = Page("work-search", "Work-search log", (), ("navigation", "toc"), searchable=False)
    here, rules = Here(context, page.root), rules_of(context.network)
    weeks = [_week(here, week) for week in context.insights.work_log]
    html = fill(
        "work_log.html",
        this=weeks[0],
        weeks=[week for week in weeks[1:] if week.rows],
        quiet=sum(not week.rows for week in weeks[1:]),
        asked=asked_for(rules),
        rules=rules,
        checked=spoken(rules.checked) if rules.checked else "",
        chosen=context.collection.options.work_search is not None,
        csv=here.to(CSV),
        first=dated(context.insights.work_log[-1].first),
        today=dated(context.today),
        today_iso=context.today.isoformat(),
        leads=context.collection.options.folders.leads,
    )
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def asked_for(rules: WorkRules) -> str:
    """`3 efforts a week, 1 different employer contacted; the same one counts once.`"""
    numbers = (
        plural(rules.efforts, "effort"),
        f"{plural(rules.employers, 'employer')} contacted",
        plural(rules.applications, "application"),
    )
    wanted = [words for words, count in zip(numbers, _numbers(rules), strict=True) if count]
    what = str(listed(wanted)) if wanted else "No number of efforts"
    counts = ", ".join(SORT_WORDS[sort].lower() for sort in rules.counts)
    once = " The same effort with the same employer counts once a week." if rules.once else ""
    return f"{what} a week. What counts: {counts}.{once}"


def _numbers(rules: WorkRules) -> tuple[int, int, int]:
    return rules.efforts, rules.employers, rules.applications


def _week(here: Here, week: LogWeek) -> Week:
    missing = list(_missing(week.lines))
    return Week(
        name=f"{short(week.first, week.last)} to {dated(week.last)}",
        sentence=week.sentence,
        rows=tuple(_row(here, line) for line in week.lines[:MOST_LINES]),
        more=max(0, len(week.lines) - MOST_LINES),
        missing=tuple(missing[:MOST_MISSING]),
        more_missing=max(0, len(missing) - MOST_MISSING),
    )


def _missing(lines: Sequence[Line]) -> Iterator[tuple[str, list[str]]]:
    """The files to write into, each with the lines that complete the log."""
    found: dict[str, dict[str, None]] = {}
    for line in lines:
        for one in line.missing:
            found.setdefault(one.file, {})[one.line] = None
    yield from ((file, list(of)) for file, of in found.items())


def _row(here: Here, line: Line) -> Row:
    effort = line.effort
    proof = here.href(effort.proof.file)
    return Row(
        day=spoken(effort.day).rpartition(" ")[0],
        iso=effort.day.isoformat(),
        what=Markup('<a href="%s">%s</a>') % (proof, effort.what) if proof else escape(effort.what),
        employer=here.company(effort.company) if effort.company else Markup(""),
        reach=tuple(filter(None, (effort.address, effort.phone))),
        person=effort.person,
        method=effort.method,
        position=effort.position,
        result=effort.result,
        missing=", ".join(one.column for one in line.missing),
        apart=line.apart,
    )
