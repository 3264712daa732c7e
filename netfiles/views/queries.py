"""Saved queries: a page for each with the people it finds, and one that lists them all."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from netfiles.insights.saved import Answer
from netfiles.model import SavedQuery
from netfiles.problems import printable
from netfiles.query.quoting import quoted
from netfiles.views.context import Context, Here
from netfiles.views.page import Page, Section
from netfiles.views.query_cells import CELLS, Column, Shown
from netfiles.views.templating import fill

FOLDER = "queries"
MOST = 300
"""So many people stand on the page of a query; the command line has all."""

LONG = 300
"""So many characters of a query are shown."""

_HIDE = ("navigation", "toc")


def saved_at(context: Context) -> Mapping[str, SavedQuery]:
    """The saved queries by the address of their page, in the order of their titles."""
    queries = sorted(context.collection.queries, key=lambda query: (query.called.casefold(), query.path))
    return {context.addresses.others[query.path].removesuffix("/"): query for query in queries}


def query_head(address: str, saved: SavedQuery) -> Page:
    """The page of a saved query without its content."""
    return Page(address, saved.called, (), _HIDE, searchable=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One saved query of the list: how many people, or None where it is not understood."""

    title: str
    href: str
    query: str
    people: int | None


def queries_page(context: Context) -> Page:
    """All saved queries with how many people each finds."""
    page = Page(f"{FOLDER}/index", "Queries", (), _HIDE, searchable=False)
    html = fill("queries.html", lines=list(_lines(context)), folder=context.collection.options.folders.queries)
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def _lines(context: Context) -> Iterator[Line]:
    for address, saved in saved_at(context).items():
        answer = context.insights.answer(saved)
        href = f"{address.rpartition('/')[2]}/"
        count = None if answer.wrong or not answer.command else len(answer.people)
        yield Line(saved.called, href, _shown(saved), count)


def _shown(saved: SavedQuery) -> str:
    """The query on one line, a very long one cut."""
    text = printable(saved.query or "")
    return text if len(text) <= LONG else f"{text[:LONG]}…"


def query_page(context: Context, address: str, saved: SavedQuery) -> Page:
    """The people a saved query finds, as it wants them shown."""
    page, answer = query_head(address, saved), context.insights.answer(saved)
    here = Here(context, page.root)
    shown = answer.people[:MOST]
    html = fill(
        "query.html",
        query=_shown(saved),
        quote=quoted(saved.query or "", answer.wrong, "") if answer.wrong else "",
        answer=answer,
        notes=here.body(saved),
        heads=[CELLS[name] for name in answer.columns],
        rows=[_row(here, answer, n) for n in range(len(shown))],
        more=len(answer.people) - len(shown),
        command=f"netfiles find {shlex.quote(printable(answer.command))}",
        file=here.file(saved.origin.place("query")),
    )
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


Cell = tuple[Column, Markup]


def _row(here: Here, answer: Answer, number: int) -> list[Cell]:
    about = answer.people[number]
    shown = Shown(here, here.context.network.people[about.key], about)
    return [(CELLS[name], CELLS[name].cell(shown)) for name in answer.columns]
