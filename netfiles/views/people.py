"""People: everyone on file as one table, and below it the names not yet on file."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from netfiles.index.names import folded
from netfiles.index.network import Someone
from netfiles.insights.days import short
from netfiles.views.context import Context, Here
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import listed

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
    """The table of all people."""
    page = Page("people/index", "People", (), ("navigation", "toc"), searchable=False)
    here = Here(context, page.root)
    people = sorted(context.network.on_file, key=lambda someone: (folded(someone.name), someone.key))
    html = fill(
        "people.html",
        rows=[_row(here, someone) for someone in people],
        count=len(people),
        contacts=context.collection.options.folders.contacts,
    )
    sections = [Section(html)]
    if names := list(_unfiled(here)):
        below = fill(
            "unfiled.html",
            names=names[:UNFILED],
            more=len(names) - UNFILED,
            contacts=context.collection.options.folders.contacts,
        )
        sections.append(Section(below, "Names not yet on file", "not-on-file"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _row(here: Here, someone: Someone) -> Row:
    context, record = here.context, someone.record
    last = someone.last_contact(context.today)
    when = Markup('<time datetime="{}">{} {}</time>').format(last, short(last), last.year) if last else Markup("")
    return Row(
        face=here.face(someone),
        href=here.href(someone.key) or "",
        name=someone.name,
        company=context.network.companies[someone.company].name if someone.company else "",
        place=record.location or "" if record else "",
        tags=", ".join(record.tags) if record else "",
        tie=context.insights.ties[someone.key].word,
        last=when,
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name not yet on file: who gave it or where it stands."""

    name: str
    given: Markup
    entry: str | None


def _unfiled(here: Here) -> Iterator[Name]:
    for someone in here.context.network.people.values():
        if someone.record is not None:
            continue
        givers = dict.fromkeys(key for entry in someone.given_in for key in entry.people)
        found = someone.given_in or someone.entries
        yield Name(someone.name, listed(here.person(key) for key in givers), here.entry(found[-1]) if found else None)
