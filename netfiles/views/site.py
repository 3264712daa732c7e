"""The site: every page in a fixed order, and the files that go with them."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
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


Maker = Callable[[], Page]
"""Makes one page when called."""


def pages(insights: Insights) -> Iterator[Page]:
    """Every page of the site, always in the same order."""
    return (make() for make in makers(insights))


def makers(insights: Insights) -> list[Maker]:
    """What makes every page of the site, always in the same order; each can be called by itself."""
    facts = context(insights)
    months = by_month(facts)
    return [
        partial(today_page, facts),
        partial(follow_ups_page, facts),
        partial(people_page, facts),
        *_people(facts),
        partial(companies_page, facts),
        *_companies(facts),
        partial(goals_page, facts),
        partial(journal_page, facts, months),
        *month_pages(facts, months),
        partial(cards_page, facts),
        partial(problems_page, facts),
    ]


def _people(facts: Context) -> Iterator[Maker]:
    for someone in facts.network.on_file:
        if someone.record is not None:
            yield partial(person_page, facts, someone, someone.record)


def _companies(facts: Context) -> Iterator[Maker]:
    covered = {found.company.key: found for found in facts.insights.coverage}
    for key, employer in facts.network.companies.items():
        yield partial(company_page, facts, employer, covered.get(key))


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
