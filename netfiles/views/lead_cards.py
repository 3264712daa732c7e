"""One lead as the page of leads shows it: where it stands, what comes next, and whose help led to it."""

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from netfiles.insights.credit import Credit, Proof, chain
from netfiles.insights.days import spoken
from netfiles.insights.leads import Course, Sign
from netfiles.model import Lead
from netfiles.model.fields import web_address
from netfiles.views.context import Here
from netfiles.views.words import dated, plural, short


@dataclass(frozen=True, slots=True)
class Brief:
    """A lead on the board: `anchor` is its place further down the page, `days` how long it has been at its stage."""

    anchor: str
    title: str
    company: str
    days: str
    next: str


@dataclass(frozen=True, slots=True)
class Card:
    """A lead with all that is told of it. `stage` holds since when, `add` lines worth adding."""

    anchor: str
    title: str
    company: Markup
    stage: str
    days: str
    moved: Markup
    next: Markup
    add: tuple[str, ...]
    thanks_to: Markup
    posting: str | None
    method: str
    result: str
    file: Markup
    private: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A lead in one line; `thanks_to` are the names alone."""

    anchor: str
    title: str
    company: Markup
    stage: str
    thanks_to: Markup
    file: Markup
    private: bool


def line(here: Here, course: Course) -> Line:
    """A lead in short."""
    lead = course.lead
    people = chain(here.context.network, lead, here.context.today)
    return Line(
        anchor=anchor_of(here, lead),
        title=lead.called,
        company=here.company(course.company) if course.company else Markup(""),
        stage=f"{course.stage} {dated(course.since)}" if course.since else course.stage,
        thanks_to=Markup(", ").join(here.person(credit.person) for credit in people),
        file=here.file(lead.origin.place()),
        private=lead.private.whole,
    )


def anchor_of(here: Here, lead: Lead) -> str:
    """The lead's anchor on the page of leads."""
    return (here.context.addresses.of(lead.path) or "").partition("#")[2]


def brief(here: Here, course: Course) -> Brief:
    """A lead in three short lines."""
    lead, today = course.lead, here.context.today
    step = lead.next_on if lead.next_done is None else None
    coming = min((day for day in (step, course.coming) if day), default=None)
    word = "" if coming is None else f"{'interview' if coming == course.coming else 'next step'} {_said(coming, today)}"
    return Brief(anchor_of(here, lead), lead.called, company_name(here, course), days_of(course, today), word)


def company_name(here: Here, course: Course) -> str:
    return here.context.network.companies[course.company].name if course.company else ""


def days_of(course: Course, today: date) -> str:
    """`16 days`, `today`, or nothing where no date says since when."""
    count = course.days(today)
    return "" if count is None else "since today" if count == 0 else plural(count, "day")


def _said(day: date, today: date) -> str:
    return "today" if day == today else short(day, today)


def card(here: Here, course: Course) -> Card:
    """A lead in full."""
    lead, today = course.lead, here.context.today
    return Card(
        anchor=anchor_of(here, lead),
        title=lead.called,
        company=here.company(course.company) if course.company else Markup(""),
        stage=stage_words(course),
        days=days_of(course, today) if course.open else "",
        moved=_moved(here, course.moved) if course.open and course.moved else Markup(""),
        next=_next(lead, course, today) if course.open else Markup(""),
        add=_lines_to_add(course, today),
        thanks_to=_thanks_to(here, lead),
        posting=web_address(lead.url) if lead.url else None,
        method=lead.method or "",
        result=lead.result or "",
        file=here.file(lead.origin.place()),
        private=lead.private.whole,
    )


def stage_words(course: Course) -> str:
    """`applied since Fri 30 Oct 2026`, `rejected on Wed 14 Oct 2026`."""
    if course.since is None:
        return course.stage
    return f"{course.stage} {'since' if course.open else 'on'} {spoken(course.since)}"


def _moved(here: Here, sign: Sign) -> Markup:
    text = f"{sign.what}, {spoken(sign.day)}"
    return here.link(sign.origin.path, text) if sign.origin.path in here.context.addresses.entries else escape(text)


def _next(lead: Lead, course: Course, today: date) -> Markup:
    """The next step and the next interview, as far as they are planned."""
    parts = []
    if course.coming:
        parts.append(Markup("interview on %s") % spoken(course.coming))
    if (lead.next or lead.next_on) and not lead.next_done:
        by = f", {'due since ' if lead.next_on < today else ''}{spoken(lead.next_on)}" if lead.next_on else ""
        parts.append(Markup("%s%s") % (lead.next or "the next step", by))
    return Markup("; ").join(parts)


def _lines_to_add(course: Course, today: date) -> tuple[str, ...]:
    """What the file of a lead lacks to say when it moves on: at most a step and its day."""
    lead = course.lead
    if not course.open or course.coming or (lead.next_done is None and (lead.next or lead.next_on)):
        return ()
    week = (today + timedelta(days=7)).isoformat()
    return ("next: what you will do", f"next_on: {week}")


def _thanks_to(here: Here, lead: Lead) -> Markup:
    """Everyone whose help led to a lead, each with what proves it."""
    found = chain(here.context.network, lead, here.context.today)
    return Markup("; ").join(_credit(here, lead, credit) for credit in found)


def _credit(here: Here, lead: Lead, credit: Credit) -> Markup:
    return Markup('%s <span class="nf-soft">(%s)</span>') % (here.person(credit.person), proofs(here, lead, credit))


def proofs(here: Here, lead: Lead, credit: Credit) -> Markup:
    """What somebody of the chain did, each with what proves it."""
    return Markup(", ").join(_proof(here, lead, proof) for proof in credit.proofs)


_HELP = {"told": "told you", "talked": "you talked", "referred": "put in a word"}


def _proof(here: Here, lead: Lead, proof: Proof) -> Markup:
    """What somebody did, leading to where it is written; what the lead's own file says needs no link."""
    text = _HELP[proof.how] if proof.to is None else f"introduced {here.context.network.people[proof.to].name}"
    when = f"{text}, {dated(proof.day)}" if proof.day else text
    return escape(when) if proof.origin.path == lead.path else here.link(proof.origin.path, when)
