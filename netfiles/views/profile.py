"""Profile: what I look for, sentences to ask with, what leads ask for, and who has heard what I have done."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from netfiles.insights.assessment import Assessment, Claim, Gap, Needed, Win
from netfiles.model import Profile
from netfiles.views.context import Context, Here, day
from netfiles.views.matrix import LeadRows, lead_rows
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import capital, listed, plural

MOST_SENTENCES = 12
MOST_LEADS = 15
MOST_GAPS = 12
MOST_LINES = 6
MOST_HEARERS = 12


def profile_page(context: Context) -> Page:
    """The self-assessment in use."""
    page = Page("profile", "Profile", (), ("navigation", "toc"), searchable=False)
    here, profile = Here(context, page.root), context.collection.profile
    assessment, path = context.insights.assessment, context.collection.options.folders.profile
    if profile is None:
        sections = [Section(fill("plan_missing.html", path=path, file=None)), _needs(here, assessment)]
    else:
        sections = [
            Section(_head(here, profile)),
            _ask(here),
            Section(_missing_lines(here, profile, assessment), "Worth adding", "missing"),
            _needs(here, assessment),
            Section(_heard(here, assessment), "Who has heard what you have done", "heard"),
        ]
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _head(here: Here, profile: Profile) -> Markup:
    looking = [(word, listed(texts)) for word, texts in _looking(profile) if texts]
    return fill(
        "profile_head.html",
        profile=profile,
        looking=looking,
        file=here.file(profile.origin.place()),
        edit=here.edit(profile.origin.place()),
        stale=profile.path in here.context.collection.stale,
        plan=here.to("goals/#profile"),
    )


def _looking(profile: Profile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the owner looks for, as the ends of sentences."""
    yield "as", profile.roles
    yield "in", profile.industries
    yield "at", profile.company_types
    yield "around", profile.locations


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to ask with; `whom` the next move at the target would have me ask."""

    text: str
    why: str
    whom: Markup | None


def _ask(here: Here) -> Section:
    found, covered = here.context.insights.ask_sentences, here.context.covered
    of_targets = [one for one in found if one.company][: MOST_SENTENCES // 2]
    others = [one for one in found if not one.company][: MOST_SENTENCES // 2]
    rows = []
    for one in (*of_targets, *others):
        target = covered.get(one.company or "")
        person = target.person if target else None
        rows.append(Sentence(one.text, one.why, here.person(person) if person else None))
    folder = here.context.collection.options.folders.companies
    html = fill("profile_ask.html", rows=rows, more=len(found) - len(rows), folder=folder)
    return Section(html, "Ask for something specific", "ask")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the profile lacks: what, what comes closest, below which field the line goes, and the line."""

    what: Markup
    closest: str
    field: str
    line: str


def _missing_lines(here: Here, profile: Profile, assessment: Assessment) -> Markup:
    rows = list(_missing(profile, assessment))
    file = here.file(profile.origin.place())
    return fill("profile_missing.html", rows=rows[:MOST_LINES], rest=rows[MOST_LINES:], file=file)


_FIELDS = {
    "pitch": 'pitch: "who you are and what you look for, in a sentence or two"',
    "roles": "roles: supply planner",
    "industries": "industries: health care",
    "locations": "locations: Springfield",
    "strengths": "strengths: calm in a bad week",
    "skills": "skills: forecasting",
    "accomplishments": 'accomplishments: "what you did, where, and a number"',
}


def _missing(profile: Profile, assessment: Assessment) -> Iterator[Missing]:
    """Fields that are not there, what open leads ask for first, then industries, then other strengths and skills."""
    for name, line in _FIELDS.items():
        if not getattr(profile, name):
            yield Missing(Markup("No <b>%s</b> yet.") % name, "", "", line)
    gaps = [gap for gap in assessment.gaps if gap.need.answer == "missing"]
    for gap in gaps[:MOST_GAPS]:
        what = Markup("%s for <b>%s</b>. If you can do it:") % (capital(_asking(gap)), gap.need.text)
        yield Missing(what, "", "skills", _item(gap.need.text))
    if not profile.accomplishments:
        return
    asked = {gap.need.said.text: gap for gap in reversed(assessment.gaps) if gap.need.said and gap not in gaps}
    claims = sorted(assessment.alone, key=lambda claim: -len(asked[claim.text].leads) if claim.text in asked else 0)
    yield from (_unshown(claim, asked[claim.text]) for claim in claims if claim.text in asked)
    for field in assessment.bare:
        what = Markup("You look at <b>%s</b>, and no accomplishment is of it.") % field.industry
        yield Missing(what, "", "accomplishments", _item(f"{field.industry}: what you did there, and a number"))
    yield from (_unshown(claim, None) for claim in claims if claim.text not in asked)


def _unshown(claim: Claim, gap: Gap | None) -> Missing:
    """A strength or skill that no accomplishment shows, and what comes closest."""
    why = f", and {_asking(gap)} for it" if gap else ""
    what = Markup("No accomplishment shows the %s <b>%s</b>%s.") % (claim.kind, claim.text, why)
    near = claim.shown
    says = f"Closest: “{near.text}” says {_words(near.has)}, not {_words(near.lacks)}." if near else ""
    return Missing(what, says, "accomplishments", _item(f"{claim.text}: what you did with it, and a number"))


def _asking(gap: Gap) -> str:
    """`four open leads ask`."""
    return plural(len(gap.leads), "open lead asks", "open leads ask", spelt=True)


def _item(text: str) -> str:
    """An item of a list of the front matter, in quotes that YAML understands."""
    return f"- {json.dumps(text, ensure_ascii=False)}"


def _words(words: tuple[str, ...]) -> str:
    return str(listed(words).unescape())


def _needs(here: Here, assessment: Assessment) -> Section:
    needed: list[Needed] = list(assessment.needed)
    are_open = [one for one in needed if one.lead.open]
    closed = [one for one in needed if not one.lead.open]
    html = fill(
        "profile_needs.html",
        gaps=[(gap.need.text, gap.need.answer, len(gap.leads)) for gap in assessment.gaps[:MOST_GAPS]],
        open=_rows(here, are_open),
        more_open=max(0, len(are_open) - MOST_LEADS),
        closed=_rows(here, closed),
        closed_count=len(closed),
        leads=here.to("leads/"),
        folder=here.context.collection.options.folders.leads,
    )
    return Section(html, "What leads ask for", "needs")


def _rows(here: Here, needed: list[Needed]) -> list[LeadRows]:
    return [lead_rows(here, one) for one in needed[:MOST_LEADS]]


@dataclass(frozen=True, slots=True)
class Hearers:
    """An accomplishment with those who heard it, the newest first; `line` is what to write once it is told."""

    text: str
    people: tuple[Markup, ...]
    count: int
    line: str


def _heard(here: Here, assessment: Assessment) -> Markup:
    loose = [(text, plural(len(of), "person", "people")) for text, of in assessment.loose[:MOST_GAPS]]
    return fill("profile_heard.html", wins=[_hearers(here, win) for win in assessment.wins], loose=loose)


def _hearers(here: Here, win: Win) -> Hearers:
    newest = list(win.heard.items())[: -MOST_HEARERS - 1 : -1]
    people = tuple(
        Markup('%s <a class="nf-proof" href="%s">%s</a>') % (here.person(key), here.entry(entry), day(entry.day))
        for key, entry in newest
    )
    return Hearers(win.text, people, len(win.heard), f"told: {json.dumps(win.text, ensure_ascii=False)}")
