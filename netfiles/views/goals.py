"""Goals: the plan in words, every goal with its progress, the time share, and the targets covered so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from netfiles.insights.coverage import Coverage
from netfiles.insights.goals import Progress, Span, amount, unread_goals
from netfiles.model import Goal, Profile
from netfiles.problems import Place, printable
from netfiles.views.context import Context, Here
from netfiles.views.employers import TARGETS
from netfiles.views.page import Page, Section
from netfiles.views.reach import ways
from netfiles.views.share_picture import columns, top
from netfiles.views.templating import fill
from netfiles.views.words import MONTHS, listed, of_year, short

COLUMN = 26
MOST_TARGETS = 50


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a goal: its bar (0 to 100, the target at `mark`) and what it says."""

    label: str
    done: str
    height: float
    reached: bool


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal as the page shows it; `wrong` are the codes, words and advice of what keeps it from being counted."""

    anchor: str
    title: str
    sentence: str
    state: str
    width: float
    mark: float
    periods: tuple[Period, ...]
    body: Markup
    file: Markup
    private: bool
    wrong: tuple[tuple[str, str, str], ...]


def goals_page(context: Context) -> Page:
    """The plan and how it goes."""
    page = Page("goals", "Goals", (), ("navigation", "toc"))
    here = Here(context, page.root)
    insights, folders = context.insights, context.collection.options.folders
    goals = [_row(here, progress) for progress in sorted(insights.goals, key=lambda p: p.goal.status != "active")]
    unread = [here.file(Place(printable(path))) for path in unread_goals(context.collection)]
    shown = {"goals": goals, "unread": unread, "folder": folders.goals, "problems": here.to("problems/")}
    sections = [
        Section(fill("goals_lead.html", **shown)),
        Section(fill("goals.html", **shown), "How it goes", "how-it-goes"),
        Section(_time_share(here), "Time for people", "time-share"),
        Section(_targets(here), "Targets", "targets"),
        _plan(here),
    ]
    return Page(page.address, page.title, tuple(sections), page.hide)


def _time_share(here: Here) -> Markup:
    share = here.context.insights.share
    weeks = columns(share, COLUMN)
    ways = [_journal(here, column.week.monday) for column in weeks]
    return fill("time_share.html", share=share, columns=weeks, ways=ways, step=COLUMN, top=top(weeks, share.goal))


def _journal(here: Here, monday: date) -> str | None:
    """The way to the month in which a week begins, where something was written in it."""
    month = f"{monday.year:04d}-{monday.month:02d}"
    return here.to(f"journal/{month}/") if month in here.context.addresses.months else None


def _row(here: Here, progress: Progress) -> GoalRow:
    goal = progress.goal
    address = here.context.addresses.of(goal.path) or ""
    past = [span.done for span in progress.spans[:-1]]
    scale = max(float(progress.target), *past, 1.0) if past else 1.0
    return GoalRow(
        anchor=address.partition("#")[2],
        title=goal.called,
        sentence=progress.sentence,
        state=progress.state,
        width=round(100 * progress.fraction, 1),
        mark=round(100 * progress.target / scale, 1),
        periods=tuple(_period(progress, span, scale, here.context.today) for span in progress.spans[:-1]),
        body=here.body(goal),
        file=here.file(goal.origin.place()),
        private=goal.private.whole,
        wrong=tuple(_wrong(here, goal)),
    )


def _wrong(here: Here, goal: Goal) -> Iterator[tuple[str, str, str]]:
    for problem in here.context.collection.problems:
        if problem.place.file == goal.path and problem.code == "NF331":
            yield problem.code, problem.message, problem.advice


def _period(progress: Progress, span: Span, scale: float, today: date) -> Period:
    height = round(100 * span.done / scale, 1)
    return Period(period_name(span.first, span.last, today), amount(span.done), height, span.done >= progress.target)


def period_name(first: date, last: date, today: date) -> str:
    """`October` for a month, `week of 12 Oct` for a week; with the year where `short` has one."""
    day = short(first, today)
    if (last - first).days == 6:
        return f"week of {day}"
    return f"{MONTHS[first.month - 1]}{day[len(of_year(first)) :]}"


@dataclass(frozen=True, slots=True)
class Covered:
    """A target company with whom I know there and the next move."""

    company: Markup
    target: str
    now: int
    before: int
    reach: int
    rating: str
    missing: tuple[str, ...]
    move: str
    href: str | None


def _targets(here: Here) -> Markup:
    rows = [_covered(here, coverage) for coverage in here.context.insights.coverage]
    folder = here.context.collection.options.folders.companies
    return fill("coverage.html", rows=rows, most=MOST_TARGETS, folder=folder, companies=here.to("companies/"))


def _covered(here: Here, coverage: Coverage) -> Covered:
    record = coverage.company.record
    return Covered(
        company=here.company(coverage.company.key),
        target=TARGETS.get((record.target if record else None) or "", "target"),
        now=len(coverage.now),
        before=len(coverage.before),
        reach=len(coverage.one_step),
        rating=coverage.rating.words,
        missing=coverage.rating.missing,
        move=coverage.move,
        href=here.href(coverage.person) if coverage.person else None,
    )


def _plan(here: Here) -> Section:
    profile = here.context.collection.profile
    path = here.context.collection.options.folders.profile
    if profile is None:
        return Section(fill("plan_missing.html", path=path, file=None), "The plan", "plan")
    told = {
        "looking": list(_looking(profile)),
        "lists": list(_lists(profile)),
        "ways": ways(profile),
        "body": here.body(profile),
    }
    file = here.file(profile.origin.place())
    if profile.pitch or profile.weekly_minutes or any(told.values()):
        html = fill("plan.html", profile=profile, file=file, **told)
    else:
        html = fill("plan_missing.html", path=path, file=file)
    return Section(html, "The plan", "profile")


def _looking(profile: Profile) -> Iterator[tuple[str, Markup]]:
    """What the owner looks for, as the ends of sentences."""
    for word, texts in (
        ("as", profile.roles),
        ("in", profile.industries),
        ("at", profile.company_types),
        ("around", profile.locations),
    ):
        if texts:
            yield word, listed(texts)


def _lists(profile: Profile) -> Iterator[tuple[str, list[Markup]]]:
    for word, texts in (
        ("What I have done", profile.accomplishments),
        ("What I am good at", profile.strengths),
        ("What I can do anywhere", profile.skills),
        ("What I work on", profile.weaknesses),
    ):
        if texts:
            yield word, [escape(text) for text in texts]
