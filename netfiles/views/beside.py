"""The pages that belong together: each shows the way to the others."""

from dataclasses import replace

from markupsafe import Markup

from netfiles.views.page import Page, Section

GROUPS: tuple[tuple[tuple[str, str], ...], ...] = (
    (("people/index", "Everyone"), ("network", "Network"), ("cards", "Cards"), ("queries/index", "Queries")),
    (("companies/index", "All companies"), ("leads", "Leads")),
    (("goals", "Goals"), ("profile", "Profile"), ("review", "Review"), ("work-search", "Work-search log")),
    (("asks", "Asks & thanks"), ("news", "News")),
)
"""Address and word of each page, by the tab of the menu that they share."""

_GROUP_OF = {address: group for group in GROUPS for address, _ in group}


def with_ways(page: Page) -> Page:
    """The page below a line that leads to those beside it."""
    group = _GROUP_OF.get(page.address)
    if group is None:
        return page
    ways = Markup("").join(_way(page, address, word) for address, word in group)
    line = Markup('<nav class="nf nf-beside" aria-label="Pages beside this one">%s</nav>') % ways
    return replace(page, sections=(Section(line), *page.sections))


def _way(page: Page, address: str, word: str) -> Markup:
    if address == page.address:
        return Markup('<b aria-current="page">%s</b> ') % word
    return Markup('<a href="%s">%s</a> ') % (f"{page.root}{address}/".replace("index/", ""), word)
