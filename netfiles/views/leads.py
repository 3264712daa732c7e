"""Leads: the board by stage, every lead with whose help led to it, how far leads go, and where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from markupsafe import Markup

from netfiles.insights.days import spoken
from netfiles.insights.leads import Course, courses
from netfiles.model.fields import OPEN_STAGES
from netfiles.views.addresses import shown_leads
from netfiles.views.context import Context, Here
from netfiles.views.lead_cards import Brief, brief, card, company_name, line
from netfiles.views.lead_counts import hidden, how_far, where_from
from netfiles.views.lead_landing import what_is_left
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import capital, in_words, plural

MOST_BRIEFS = 6
FULL_OPEN, FULL_CLOSED = 40, 10


@dataclass(frozen=True, slots=True)
class Column:
    """One stage of the board: the first of its leads, and how many there are."""

    stage: str
    briefs: tuple[Brief, ...]
    count: int


def leads_page(context: Context) -> Page:
    """The page of leads."""
    page = Page("leads", "Leads", (), ("navigation", "toc"), searchable=False)
    here = Here(context, page.root)
    found = courses(context.network, context.today)
    if not found:
        return Page(page.address, page.title, (Section(_empty(here)),), page.hide, searchable=False)
    running = sorted((c for c in found if c.open), key=_furthest_first)
    closed = sorted((c for c in found if not c.open), key=_newest_first)
    sections = [Section(_head(here, running, closed))]
    if html := what_is_left(here):
        sections.append(Section(html, "You have landed", "landed"))
    sections += [
        Section(fill("leads_board.html", columns=_columns(here, running)), "By stage", "board"),
        Section(_told(here, running, FULL_OPEN), "Open leads", "open"),
        Section(how_far(here, found), "How far they go", "how-far"),
        Section(hidden(here, found), "Hidden or posted", "hidden"),
        Section(where_from(here, found), "Where they come from", "sources"),
    ]
    if closed:
        html = fill("leads_closed.html", told=_told(here, closed, FULL_CLOSED), count=len(closed))
        sections.append(Section(html, "Closed", "closed"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _empty(here: Here) -> Markup:
    today, folder = here.context.today, here.context.collection.options.folders.leads
    return fill("leads_empty.html", folder=folder, today=today, soon=today + timedelta(days=7))


def _furthest_first(course: Course) -> tuple[int, int, str]:
    """The nearest to an end first; of one stage what moved last."""
    moved = course.moved.day.toordinal() if course.moved else 0
    return -OPEN_STAGES.index(course.stage) if course.stage in OPEN_STAGES else 0, -moved, course.lead.path


def _newest_first(course: Course) -> tuple[int, str]:
    return -(course.since.toordinal() if course.since else 0), course.lead.path


def _head(here: Here, running: Sequence[Course], closed: Sequence[Course]) -> Markup:
    landed = here.context.insights.landing is not None
    spelt = in_words(len(running), len(closed))
    over = f", {plural(len(closed), 'is', 'are', spelt)} closed" if closed else ""
    said = f"{plural(len(running), 'lead is', 'leads are', spelt)} open{over}."
    steps = ((c.lead.next_on, c.lead.path, c) for c in running if c.lead.next_on and not c.lead.next_done)
    coming = ((c.coming, c.lead.path, c) for c in running if c.coming)
    first = min((*steps, *coming), default=None)
    return fill(
        "leads_head.html",
        sentence=capital(said.replace("no leads are open, ", "no lead is open, ")),
        first=_step(here, first[2]) if first and not landed else None,
        landed=landed,
        closed=bool(closed),
    )


def _step(here: Here, course: Course) -> Markup:
    """`Tue 24 Nov 2026, Supply Planning Analyst, Northlight Instruments: third conversation`."""
    lead = course.lead
    step = lead.next_on if lead.next_done is None else None
    by_step = step is not None and (course.coming is None or step <= course.coming)
    day = step if by_step else course.coming
    what = (lead.next or "the next step") if by_step else "interview"
    name = here.link(lead.path, ", ".join(filter(None, (lead.called, company_name(here, course)))))
    return Markup("%s, %s: %s.") % (spoken(day) if day else "", name, what.rstrip(". "))


def _columns(here: Here, running: Sequence[Course]) -> list[Column]:
    found = []
    for stage in OPEN_STAGES:
        there = [course for course in running if course.stage == stage]
        found.append(Column(stage, tuple(brief(here, c) for c in there[:MOST_BRIEFS]), len(there)))
    return found


def _told(here: Here, found: Sequence[Course], full: int) -> Markup:
    """Leads in full, the rest as a line each; what has its place with its company is only counted."""
    shown = {lead.path for lead in shown_leads(here.context.network)}
    told = [course for course in found if course.lead.path in shown]
    cards, lines = [card(here, course) for course in told[:full]], [line(here, course) for course in told[full:]]
    return fill("leads_told.html", cards=cards, lines=lines, more=len(found) - len(told))
