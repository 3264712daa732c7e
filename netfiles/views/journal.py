"""The journal: a calendar of all that was written down."""

from netfiles.insights.closing import entry_for
from netfiles.views.calendar_picture import years
from netfiles.views.context import Context
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill


def journal_page(context: Context) -> Page:
    """The calendar, and every month with its count."""
    page = Page("journal/index", "Journal", (), ("navigation", "toc"), searchable=False)
    first = entry_for(context.network, context.today, "Jane Doe", None, "coffee")
    html = fill(
        "journal.html",
        years=list(years(context.network.months, context.today)),
        count=len(context.network.entries),
        first=first,
    )
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)
