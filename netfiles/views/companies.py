"""Companies: the map first, then whom I know nobody at, then the same as a table, a long one by first letter too."""

from netfiles.index.network import Employer
from netfiles.views.by_place import by_place
from netfiles.views.company_map import pictures
from netfiles.views.context import Context, Here
from netfiles.views.employers import RANKS, Facts, employers, facts_of
from netfiles.views.listing import FIRST, Part, letters, turns
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill

MOST_STRIP = 60


def companies_page(context: Context) -> Page:
    """The map and the table of all companies."""
    companies = employers(context)
    nobody = sorted((c for c in companies if not c.weight and _worth_a_place(context, c)), key=_order)
    html = fill(
        "companies.html",
        pictures=pictures(companies, "#all"),
        nobody=nobody[:MOST_STRIP],
        more=len(nobody) - MOST_STRIP,
        known=sum(1 for c in companies if c.weight),
        people=sum(c.now for c in companies),
        targets=sum(1 for c in companies if c.target),
        folder=context.collection.options.folders.companies,
        companies=companies,
    )
    page = Page("companies/index", "Companies", (), ("navigation", "toc"), searchable=False)
    sections = [Section(html)]
    if companies:
        sections.append(by_place(Here(context, page.root), companies))
        sections.append(Section(_table(context, companies), "All companies", "all"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _table(context: Context, companies: list[Facts]) -> str:
    """All companies; of very many the first, with the way to the others."""
    bar = letters(context.company_parts, "list/")
    rows = companies[:FIRST] if bar else companies
    return fill("companies_table.html", rows=rows, count=len(companies), letters=bar)


def companies_list(context: Context, part: Part[Employer]) -> Page:
    """A part of a long table of companies."""
    found = context.company_parts
    before, after = turns(found, part, "../")
    rows = [facts_of(context, employer) for employer in part.things]
    html = fill("companies_list.html", rows=rows, letters=letters(found, "../", part), before=before, after=after)
    page = (f"companies/list/{part.key}", companies_title(part), (Section(html),), ("navigation", "toc"))
    return Page(*page, searchable=False)


def companies_title(part: Part[Employer]) -> str:
    return f"Companies: {part.name}"


def _worth_a_place(context: Context, company: Facts) -> bool:
    """Companies where nobody is known are shown if they have a file or an open lead."""
    return context.network.companies[company.key].record is not None or company.open_leads > 0


def _order(company: Facts) -> tuple[int, str]:
    return RANKS.get(company.target or "", 9), company.name.casefold()
