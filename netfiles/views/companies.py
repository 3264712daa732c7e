"""Companies: the map first, then whom I know nobody at, then the same as a table."""

from netfiles.views.company_map import pictures
from netfiles.views.context import Context, Here
from netfiles.views.employers import RANKS, Facts, employers
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill

MOST_STRIP = 60


def companies_page(context: Context) -> Page:
    """The map and the table of all companies."""
    page = Page("companies/index", "Companies", (), ("navigation", "toc"), searchable=False)
    here = Here(context, page.root)
    companies = employers(here)
    nobody = sorted((c for c in companies if not c.weight and _worth_a_place(here, c)), key=_order)
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
    sections = [Section(html)]
    if companies:
        table = fill("companies_table.html", rows=companies)
        sections.append(Section(table, "All companies", "all"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _worth_a_place(here: Here, company: Facts) -> bool:
    """Companies where nobody is known are shown if they have a file or an open lead."""
    return here.context.network.companies[company.key].record is not None or company.open_leads > 0


def _order(company: Facts) -> tuple[int, str]:
    return RANKS.get(company.target or "", 9), company.name.casefold()
