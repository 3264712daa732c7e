"""A company: why it matters, the paths into it, who is there, who was, its leads and its history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from netfiles.index.network import Employer
from netfiles.insights.coverage import Coverage
from netfiles.insights.leads import stage_of
from netfiles.model import Company, Lead, Years
from netfiles.model.fields import web_address
from netfiles.views.context import Context, Here
from netfiles.views.employers import TARGETS, insiders
from netfiles.views.page import Page, Section
from netfiles.views.paths import MOST_STEPS, ways
from netfiles.views.reach import Way, emails, phones, web
from netfiles.views.templating import fill
from netfiles.views.timeline import timeline
from netfiles.views.words import dated

Fact = tuple[str, list[Markup]]
MOST_PEOPLE = 200
MOST_LEADS = 100


@dataclass(frozen=True, slots=True)
class Insider:
    """Somebody who is or was at the company."""

    face: Markup
    name: Markup
    title: str
    tie: str
    last: Markup
    years: str


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead in short."""

    title: Markup
    stage: str
    dates: str
    open: bool
    file: Markup
    posting: str | None
    from_whom: Markup


def company_page(context: Context, employer: Employer) -> Page:
    """The page of a company, with a file of its own or only named."""
    coverage = context.covering(employer)
    address = context.addresses.companies[employer.key].removesuffix("/")
    page = Page(address, employer.name, (), ("navigation", "toc"))
    here, record, there = Here(context, page.root), employer.record, insiders(context.network, employer)
    years = dict(employer.before)
    html = fill(
        "company.html",
        companies=here.to("companies/"),
        record=record,
        target=TARGETS.get(record.target or "") if record and record.is_target else None,
        name=employer.name,
        ways=list(_ways(record)) if record else [],
        edit=here.edit(record.origin.place()) if record else None,
        stale=record is not None and record.path in context.collection.stale,
        coverage=coverage,
        targets=len(context.insights.coverage),
        found=ways(here, coverage.paths, coverage.possible, coverage.could_know) if coverage else None,
        steps=list(_steps(here, coverage)) if coverage else [],
        more_steps=max(0, len(coverage.one_step) - MOST_STEPS) if coverage else 0,
        only_direct=_only_direct(here, coverage) if coverage else None,
        move=here.href(coverage.person) if coverage and coverage.person else None,
        now=[_insider(here, key, years.get(key)) for key in there.now[:MOST_PEOPLE]],
        before=[_insider(here, key, spent) for key, spent in there.before[:MOST_PEOPLE]],
        hidden=max(0, len(there.now) - MOST_PEOPLE) + max(0, len(there.before) - MOST_PEOPLE),
        closed=[here.person(key) for key in there.closed[:MOST_PEOPLE]],
        leads=[_lead(here, lead) for lead in _leads(employer)[:MOST_LEADS]],
        more_leads=max(0, len(employer.leads) - MOST_LEADS),
        timeline=timeline(here, employer.entries, context.today),
        notes=here.body(record) if record else "",
        facts=list(_facts(record)) if record else [],
        missing=list(_missing(record, coverage)) if record else [],
        file=here.file(record.origin.place()) if record else None,
        folder=context.collection.options.folders.companies,
    )
    return Page(address, page.title, (Section(html),), page.hide)


def _steps(here: Here, coverage: Coverage) -> Iterator[tuple[Markup, Markup]]:
    """Who is one step away, beyond the paths that are shown."""
    shown = {path.people[0] for path in coverage.paths}
    steps = [step for step in coverage.one_step if step.connector not in shown]
    yield from ((here.person(step.connector), here.person(step.inside)) for step in steps[:MOST_STEPS])


def _only_direct(here: Here, coverage: Coverage) -> Markup | None:
    """Whom to write to there, where the next move is to do so and no path leads there."""
    found = not coverage.paths and coverage.person in coverage.now
    return here.person(coverage.person) if found and coverage.person else None


def _leads(employer: Employer) -> list[Lead]:
    """The leads at a company, open ones first."""
    return sorted(employer.leads, key=lambda lead: (not lead.open, lead.path))


def _ways(record: Company) -> Iterator[Way]:
    yield from (way for way in (*phones(record.phones), *emails(record.emails)) if way.href)
    yield from (way for way in web(filter(None, (record.website,))) if way.href)
    for way in web(filter(None, (record.careers_page,))):
        yield Way("Jobs", way.shown, way.href)


def _insider(here: Here, key: str, spent: Years | None) -> Insider:
    context = here.context
    someone = context.network.people[key]
    last = someone.last_contact(context.today)
    first, end = ("" if year is None else str(year) for year in spent or (None, None))
    return Insider(
        face=here.face(someone),
        name=here.person(key),
        title=(someone.record.title or "") if someone.record else "",
        tie=context.insights.tie(key).word,
        last=_short_day(last) if last else Markup("not in touch yet"),
        years="" if spent is None else first if first == end else f"{first}–{end}",
    )


def _short_day(when: date) -> Markup:
    return Markup('<time datetime="%s">%s</time>') % (when, dated(when))


_DATES = (
    ("heard", "heard_on"),
    ("posted", "posted_on"),
    ("applied", "applied_on"),
    ("offer", "offer_on"),
    ("closed", "closed_on"),
)


def _lead(here: Here, lead: Lead) -> LeadLine:
    days: list[tuple[date, str]] = [(when, word) for word, field in _DATES if (when := getattr(lead, field))]
    days += [(when, "interview") for when in lead.interviews]
    giver = _giver(here, lead)
    return LeadLine(
        title=_title(here, lead),
        stage=stage_of(lead),
        dates=", ".join(f"{word} {dated(when)}" for when, word in sorted(days)),
        open=lead.open,
        file=here.file(lead.origin.place()),
        posting=web_address(lead.url) if lead.url else None,
        from_whom=Markup("from %s") % giver if giver else Markup(""),
    )


def _title(here: Here, lead: Lead) -> Markup:
    """The title, which leads to the page of leads; some of very many have their place only here."""
    there = "#" in (here.context.addresses.of(lead.path) or "")
    return here.link(lead.path, lead.called) if there else escape(lead.called)


def _giver(here: Here, lead: Lead) -> Markup | None:
    if lead.heard_from is None:
        return None
    found = here.context.network.names.find(lead.heard_from, ("person",))
    return here.person(found) if isinstance(found, str) else escape(lead.heard_from.text)


def _facts(record: Company) -> Iterator[Fact]:
    plain = (
        ("Industry", record.industry),
        ("Place", record.location),
        ("Size", record.size),
        ("Motivation", f"{record.motivation} of 5" if record.motivation else None),
        ("Postings", f"{record.postings} of 3" if record.postings else None),
        ("Status", record.status),
    )
    for word, text in plain:
        if text:
            yield word, [escape(text)]
    for word, texts in (("Address", record.addresses), ("Also called", record.aliases), ("Tags", record.tags)):
        if texts:
            yield word, [escape(text) for text in texts]


def _missing(record: Company, coverage: Coverage | None) -> Iterator[str]:
    """The lines that would help most, at most three; what a rating needs first."""
    wanted = (
        *((record.is_target, line) for line in (coverage.rating.missing if coverage else ())),
        (record.is_target and not record.why, "why: what draws you there"),
        (not record.industry, "industry: what they do"),
        (record.target is None and record.status != "closed", "target: A, B, C or no"),
        (not record.website, "website: company.example"),
    )
    yield from [line for missing, line in wanted if missing][:3]
