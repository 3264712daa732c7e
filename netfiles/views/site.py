"""The site: every page in a fixed order, and the files that go with them."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files

from netfiles.insights.derive import Insights
from netfiles.views.cards import cards_page
from netfiles.views.companies import companies_page
from netfiles.views.company import company_page
from netfiles.views.context import Context, context
from netfiles.views.follow_ups import follow_ups_page
from netfiles.views.goals import goals_page
from netfiles.views.journal import by_month, journal_page, month_pages
from netfiles.views.page import Page
from netfiles.views.people import people_page
from netfiles.views.person import person_page
from netfiles.views.problems import problems_page
from netfiles.views.today import today_page

STYLES = ("base.css", "people.css", "pictures.css", "print.css")


def pages(insights: Insights) -> Iterator[Page]:
    """Every page of the site, always in the same order."""
    facts = context(insights)
    yield today_page(facts)
    yield follow_ups_page(facts)
    yield people_page(facts)
    yield from _people(facts)
    yield companies_page(facts)
    yield from _companies(facts)
    yield goals_page(facts)
    months = by_month(facts)
    yield journal_page(facts, months)
    yield from month_pages(facts, months)
    yield cards_page(facts)
    yield problems_page(facts)


def _people(facts: Context) -> Iterator[Page]:
    for someone in facts.network.on_file:
        if someone.record is not None:
            yield person_page(facts, someone, someone.record)


def _companies(facts: Context) -> Iterator[Page]:
    covered = {found.company.key: found for found in facts.insights.coverage}
    for key, employer in facts.network.companies.items():
        yield company_page(facts, employer, covered.get(key))


def assets() -> Mapping[str, bytes]:
    """The style sheet and the script of the pages, by their place in the site."""
    folder = files("netfiles.views") / "assets"
    return {
        "assets/netfiles.css": b"\n".join((folder / name).read_bytes() for name in STYLES),
        "assets/netfiles.js": (folder / "netfiles.js").read_bytes(),
    }


def day_script(insights: Insights) -> bytes:
    """The day the site is of, for the browser to count from."""
    fixed = insights.network.collection.options.today is not None
    day = json.dumps({"day": insights.today.isoformat(), "fixed": fixed})
    return f"window.netfilesDay = {day};\n".encode()
