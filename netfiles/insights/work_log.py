"""The work-search log: efforts by week, what counts of them by the rules of a place, and what is missing in a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from netfiles.index.network import Network
from netfiles.insights.days import dated, of_year
from netfiles.insights.efforts import Effort, efforts
from netfiles.model.work_search import Column, EffortSort, WeekBegins, WorkRules


@dataclass(frozen=True, slots=True)
class Missing:
    """What a line lacks, and the front-matter line that would give it, with the file to write it into."""

    column: Column
    line: str
    file: str


@dataclass(frozen=True, slots=True)
class Line:
    """An effort with what is missing in it; `apart` says why it does not count for its week, where it does not."""

    effort: Effort
    missing: tuple[Missing, ...]
    apart: str = ""


@dataclass(frozen=True, slots=True)
class LogWeek:
    """The lines of one week, oldest first, and how they stand beside what is asked."""

    first: date
    last: date
    lines: tuple[Line, ...]
    counted: int
    employers: int
    applications: int
    lacking: tuple[str, ...]
    sentence: str

    @property
    def incomplete(self) -> int:
        """How many lines lack something."""
        return sum(bool(line.missing) for line in self.lines)


def begin_of_week(day: date, begins: WeekBegins) -> date:
    """The Monday or Sunday that `day` is in the week of."""
    return day - timedelta(days=(day.weekday() + 1) % 7 if begins == "sunday" else day.weekday())


def log_lines(network: Network, first: date, last: date, today: date) -> tuple[Line, ...]:
    """The lines of the days `first` to `last`, none later than today; each week is judged by itself."""
    rules = rules_of(network)
    found = efforts(network, first, last, today)
    weeks: dict[date, list[Effort]] = {}
    for effort in found:
        weeks.setdefault(begin_of_week(effort.day, rules.week_begins), []).append(effort)
    return tuple(line for of in weeks.values() for line in _judged(network, rules, of))


def rules_of(network: Network) -> WorkRules:
    """The rules the owner chose; without any, nothing is asked and every column may be missing."""
    return network.collection.options.work_search or WorkRules()


def log_week(network: Network, first: date, today: date) -> LogWeek:
    """The week that begins on `first`, up to today."""
    rules = rules_of(network)
    lines = log_lines(network, first, first + timedelta(days=6), today)
    last = first + timedelta(days=6)
    counting = [line.effort for line in lines if not line.apart]
    employers = len({effort.company for effort in counting if effort.direct})
    applications = sum(effort.sort == "application" for effort in counting)
    lacking = tuple(_lacking(rules, len(counting), employers, applications, last if last >= today else None))
    sentence = _sentence(rules, len(counting), lacking)
    return LogWeek(first, last, lines, len(counting), employers, applications, lacking, sentence)


def _lacking(rules: WorkRules, counted: int, employers: int, applications: int, until: date | None) -> Iterator[str]:
    """What the rules ask for and the week does not have; `until` is the last day of a week that goes on."""
    asked = (
        ("effort", "efforts", rules.efforts, counted),
        ("employer contacted", "different employers contacted", rules.employers, employers),
        ("application", "applications", rules.applications, applications),
    )
    for one, many, wanted, done in asked:
        if done < wanted:
            more = f"{wanted - done} more {one if wanted - done == 1 else many}"
            yield f"{more} by {of_year(until)}" if until else f"{more} would have been asked for"


def _sentence(rules: WorkRules, counted: int, lacking: Sequence[str]) -> str:
    many = f"{counted} effort{'s' * (counted != 1)}"
    if not (rules.efforts or rules.employers or rules.applications):
        return f"{many}."
    if not lacking:
        return f"{many}, all that is asked for."
    of = f"{counted} of {rules.efforts} efforts" if counted < rules.efforts else many
    return f"{of}: {'; '.join(lacking)}."


def _judged(network: Network, rules: WorkRules, week: Sequence[Effort]) -> Iterator[Line]:
    """The lines of one week: what does not count is told why, a second time is told of the first."""
    seen: dict[tuple[object, ...], date] = {}
    for effort in week:
        same = (effort.sort, effort.company, effort.position, effort.person)
        apart = ""
        if effort.sort not in rules.counts:
            apart = "not counted"
        elif rules.once and effort.company and same in seen:
            apart = f"the same as on {dated(seen[same])}"
        seen.setdefault(same, effort.day)
        yield Line(effort, tuple(_missing(network, rules, effort)), apart)


_ASKED: dict[EffortSort, tuple[Column, ...]] = {
    "application": ("employer", "address", "phone", "person", "method", "position"),
    "interview": ("employer", "address", "phone", "person", "position"),
    "contact": ("employer", "address", "phone", "person"),
}
"""The columns that a line of each sort should fill; networking names no employer."""


def _missing(network: Network, rules: WorkRules, effort: Effort) -> Iterator[Missing]:
    asked = () if effort.sort == "contact" and effort.company is None else _ASKED.get(effort.sort, ())
    for column in asked:
        if column in rules.columns and not getattr(effort, column):
            yield _where(network, effort, column)


def _where(network: Network, effort: Effort, column: Column) -> Missing:
    """The line that fills a column, and the file it goes into."""
    own, folders = effort.proof.file, network.collection.options.folders
    of_lead = own == effort.lead
    if column in ("address", "phone") and effort.company:
        record = network.companies[effort.company].record
        file = record.path if record else f"{folders.companies}/{_file_name(effort.employer)}.md"
        return Missing(column, "addresses: …" if column == "address" else "phones: …", file)
    match column:
        case "employer" | "address" | "phone":
            line = 'company: "[[…]]"' if of_lead else 'companies: "[[…]]"'
        case "person":
            line = 'referred_by: "[[…]]"' if of_lead else 'with: "[[…]]"'
        case "method":
            line = "method: …" if of_lead else "channel: …"
        case "position":
            line = 'leads: "[[…]]"'
    return Missing(column, line, own)


def _file_name(name: str) -> str:
    return " ".join("".join(" " if c in '\\/:*?"<>|#^[]' else c for c in name).split())
