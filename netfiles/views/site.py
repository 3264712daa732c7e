"""The site: every page in a fixed order, and the files that go with them."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from netfiles.insights.derive import Insights
from netfiles.views.beside import with_ways
from netfiles.views.cards import cards_page
from netfiles.views.companies import companies_list, companies_page, companies_title
from netfiles.views.company import company_page
from netfiles.views.context import Context, context
from netfiles.views.follow_ups import follow_ups_page
from netfiles.views.goals import goals_page
from netfiles.views.journal import journal_page
from netfiles.views.leads import leads_page
from netfiles.views.ledgers import TITLE as LEDGERS
from netfiles.views.ledgers import ledgers_page
from netfiles.views.marks import Marks, marks
from netfiles.views.month import month_page, month_title
from netfiles.views.network import network_page
from netfiles.views.news import news_page
from netfiles.views.page import Page
from netfiles.views.people import people_list, people_page, people_title
from netfiles.views.person import person_page
from netfiles.views.problems import problems_page
from netfiles.views.profile import profile_page
from netfiles.views.queries import FOLDER as QUERIES
from netfiles.views.queries import queries_page, query_head, query_page, saved_at
from netfiles.views.review import review_page
from netfiles.views.search import search_files
from netfiles.views.today import today_page
from netfiles.views.work_log import work_log_page
from netfiles.views.work_log_csv import CSV, as_csv

STYLES = "base people pictures network queries ledgers news leads paths review search print".split()
SCRIPTS = "days copying letters lists tables finding notes search qr card start".split()


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one page is made: its address, what makes it, and the mark of what it is made of.

    Without a mark only the page itself tells whether it is another one.
    """

    address: str
    make: Callable[[], Page]
    mark: Callable[[], str] | None = None


def pages(insights: Insights) -> Iterator[Page]:
    """Every page of the site, always in the same order."""
    return (recipe.make() for recipe in recipes(context(insights)))


_HIDE = ("navigation", "toc")
_FIXED: Mapping[str, tuple[str, Callable[[Context], Page]]] = {
    "index": ("Today", today_page),
    "follow-ups": ("Follow-ups", follow_ups_page),
    "people/index": ("People", people_page),
    "companies/index": ("Companies", companies_page),
    "goals": ("Goals", goals_page),
    "leads": ("Leads", leads_page),
    "network": ("Network", network_page),
    "profile": ("Profile", profile_page),
    "asks": (LEDGERS, ledgers_page),
    "news": ("News", news_page),
    "journal/index": ("Journal", journal_page),
    "cards": ("Cards", cards_page),
    "queries/index": ("Queries", queries_page),
    "review": ("Review", review_page),
    "work-search": ("Work-search log", work_log_page),
    "problems": ("Problems", problems_page),
}


def _fixed(facts: Context, address: str) -> Page:
    return with_ways(_FIXED[address][1](facts))


def head_at(facts: Context, address: str) -> Page | None:
    """The page at an address without its content, None where there is no such page."""
    if address in _FIXED:
        title, _ = _FIXED[address]
        return Page(address, title, (), _HIDE, searchable=address == "goals")
    key, (folder, _, last) = facts.addresses.keys.get(f"{address}/", ""), address.rpartition("/")
    if one := facts.network.people.get(key) or facts.network.companies.get(key):
        return Page(address, one.name, (), _HIDE)
    if folder == "people/list" and last in facts.people_parts:
        return Page(address, people_title(facts.people_parts[last]), (), _HIDE, searchable=False)
    if folder == "companies/list" and last in facts.company_parts:
        return Page(address, companies_title(facts.company_parts[last]), (), _HIDE, searchable=False)
    if folder == "journal" and facts.entries_at(last):
        return Page(address, month_title(last), (), _HIDE, searchable=not facts.is_busy(last))
    if folder == QUERIES and (saved := saved_at(facts).get(address)):
        return query_head(address, saved)
    return None


def recipes(facts: Context, known: Marks | None = None) -> Iterator[Recipe]:
    """Every page of the site, always in the same order; each can be made by itself."""
    known = known or marks(facts)
    found = (recipe_at(facts, known, address) for address in addresses(facts))
    return (recipe for recipe in found if recipe)


def recipe_at(facts: Context, known: Marks, address: str) -> Recipe | None:
    """The recipe of the page at an address, None where there is no such page."""
    if address in _FIXED:
        return Recipe(address, partial(_fixed, facts, address))
    key, (folder, _, last) = facts.addresses.keys.get(f"{address}/", ""), address.rpartition("/")
    network = facts.network
    if (someone := network.people.get(key)) and someone.record:
        return Recipe(address, partial(person_page, facts, someone, someone.record), partial(known.person, someone))
    if employer := network.companies.get(key):
        return Recipe(address, partial(company_page, facts, employer), partial(known.company, employer))
    if folder == "people/list" and (people := facts.people_parts.get(last)):
        return Recipe(address, partial(people_list, facts, people), partial(known.people, people))
    if folder == "companies/list" and (companies := facts.company_parts.get(last)):
        return Recipe(address, partial(companies_list, facts, companies), partial(known.companies, companies))
    if folder == "journal" and facts.entries_at(last):
        return Recipe(address, partial(month_page, facts, last), partial(known.month, last))
    if folder == QUERIES and (saved := saved_at(facts).get(address)):
        return Recipe(address, partial(query_page, facts, address, saved))
    return None


def addresses(facts: Context) -> Iterator[str]:
    """The address of every page, in the order of the recipes."""
    yield from _FIXED
    for places in (facts.addresses.people, facts.addresses.companies):
        yield from (address.removesuffix("/") for address in places.values())
    yield from (f"people/list/{key}" for key in facts.people_parts)
    yield from (f"companies/list/{key}" for key in facts.company_parts)
    yield from (f"journal/{month}" for month in facts.network.months if facts.is_busy(month))
    yield from (f"journal/{key}" for key in facts.told)
    yield from saved_at(facts)


def makers(facts: Context) -> Mapping[str, Callable[[], bytes]]:
    """What makes every file of the site that is no page, by its place."""
    ready = {path: partial(bytes, made) for path, made in assets().items()}
    search = {path: made.make for path, made in search_files(facts).items()}
    return {
        **ready,
        "assets/netfiles-day.js": partial(day_script, facts.insights),
        CSV: partial(work_log_file, facts),
        **search,
    }


def file_marks(facts: Context, known: Marks) -> Mapping[str, Callable[[], str]]:
    """What finds the mark of files that are no pages and that take long to make, by their place."""
    return {path: partial(made.mark, known) for path, made in search_files(facts).items()}


@cache
def assets() -> Mapping[str, bytes]:
    """The style sheet and the script of the pages, by their place in the site."""
    folder = files("netfiles.views") / "assets"
    script = b"\n".join((folder / f"{name}.js").read_bytes() for name in SCRIPTS)
    return {
        "assets/netfiles.css": b"\n".join((folder / f"{name}.css").read_bytes() for name in STYLES),
        "assets/netfiles.js": b'"use strict";\n(() => {\n%s})();\n' % script,
    }


def work_log_file(facts: Context) -> bytes:
    """The work-search log for spreadsheets; its first sign tells them that it is UTF-8."""
    weeks = reversed(facts.insights.work_log)
    return f"\ufeff{as_csv(line for week in weeks for line in week.lines)}".encode("utf-8", "replace")


def day_script(insights: Insights) -> bytes:
    """The day the site is of, for the browser to count from."""
    fixed = insights.network.collection.options.today is not None
    day = json.dumps({"day": insights.today.isoformat(), "fixed": fixed})
    return f"window.netfilesDay = {day};\n".encode()
