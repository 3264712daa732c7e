"""People: everyone on file as a table, a long one by first letter too, and below it the names not yet on file."""

from dataclasses import dataclass

from markupsafe import Markup

from netfiles.index.network import Someone
from netfiles.views.context import Context, Here
from netfiles.views.listing import FIRST, Part, letters, turns
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import dated, listed

UNFILED = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the table."""

    face: Markup
    href: str
    name: str
    company: str
    place: str
    tags: str
    tie: str
    last: Markup


def people_page(context: Context) -> Page:
    """The table of all people; of very many the first, with the way to the others."""
    page = Page("people/index", "People", (), ("navigation", "toc"), searchable=False)
    here, people, parts = Here(context, page.root), context.people_by_name, context.people_parts
    html = fill(
        "people.html",
        rows=[_row(here, someone) for someone in (people[:FIRST] if parts else people)],
        count=len(people),
        letters=letters(parts, "list/"),
        contacts=context.collection.options.folders.contacts,
    )
    sections = [Section(html)]
    if unfiled := [someone for someone in context.network.people.values() if someone.record is None]:
        sections.append(_unfiled(here, unfiled))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def people_list(context: Context, part: Part[Someone]) -> Page:
    """A part of a long table of people."""
    page = Page(f"people/list/{part.key}", people_title(part), (), ("navigation", "toc"), searchable=False)
    here, found = Here(context, page.root), context.people_parts
    before, after = turns(found, part, "../")
    rows = [_row(here, someone) for someone in part.things]
    html = fill("people_list.html", rows=rows, letters=letters(found, "../", part), before=before, after=after)
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def people_title(part: Part[Someone]) -> str:
    return f"People: {part.name}"


def _row(here: Here, someone: Someone) -> Row:
    context, record = here.context, someone.record
    last = someone.last_contact(context.today)
    when = Markup('<time datetime="%s">%s</time>') % (last, dated(last)) if last else Markup("")
    return Row(
        face=here.face(someone),
        href=here.href(someone.key) or "",
        name=someone.name,
        company=context.network.companies[someone.company].name if someone.company else "",
        place=record.location or "" if record else "",
        tags=", ".join(record.tags) if record else "",
        tie=context.insights.tie(someone.key).word,
        last=when,
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name not yet on file: who gave it or where it stands."""

    name: str
    given: Markup
    entry: str | None


def _unfiled(here: Here, people: list[Someone]) -> Section:
    names = [_name(here, someone) for someone in people[:UNFILED]]
    contacts = here.context.collection.options.folders.contacts
    html = fill("unfiled.html", names=names, more=len(people) - UNFILED, contacts=contacts)
    return Section(html, "Names not yet on file", "not-on-file")


def _name(here: Here, someone: Someone) -> Name:
    givers = dict.fromkeys(key for entry in someone.given_in for key in entry.people if key != someone.key)
    found = someone.given_in or someone.entries
    given = listed(here.person(key) for key in givers)
    return Name(someone.name, given, here.entry(found[-1]) if found else None)
