"""The site: every page in a fixed order, and the files that go with them."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files

from netfiles.insights.derive import Insights
from netfiles.views.cards import cards_page
from netfiles.views.companies import companies_page
from netfiles.views.company import company_page
from netfiles.views.context import Context, context
from netfiles.views.follow_ups import follow_ups_page
from netfiles.views.goals import goals_page
from netfiles.views.journal import journal_page, month_name, month_page
from netfiles.views.marks import Marks, marks
from netfiles.views.page import Page
from netfiles.views.people import people_page
from netfiles.views.person import person_page
from netfiles.views.problems import problems_page
from netfiles.views.today import today_page

STYLES = ("base.css", "people.css", "pictures.css", "print.css")


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
    "journal/index": ("Journal", journal_page),
    "cards": ("Cards", cards_page),
    "problems": ("Problems", problems_page),
}


def head_at(facts: Context, address: str) -> Page | None:
    """The page at an address without its content, None where there is no such page."""
    if address in _FIXED:
        title, _ = _FIXED[address]
        return Page(address, title, (), _HIDE, searchable=address == "goals")
    key, month = facts.keys.get(f"{address}/", ""), address.removeprefix("journal/")
    if one := facts.network.people.get(key) or facts.network.companies.get(key):
        return Page(address, one.name, (), _HIDE)
    return (
        Page(address, month_name(month), (), _HIDE)
        if f"journal/{month}" == address and month in facts.network.months
        else None
    )


def recipes(facts: Context, known: Marks | None = None) -> Iterator[Recipe]:
    """Every page of the site, always in the same order; each can be made by itself."""
    known = known or marks(facts)
    places = facts.addresses
    for address, (_, page) in _FIXED.items():
        yield Recipe(address, partial(page, facts))
    for address in (*places.people.values(), *places.companies.values()):
        yield from _recipe(facts, known, address.removesuffix("/"))
    for month in facts.network.months:
        yield from _recipe(facts, known, f"journal/{month}")


def recipe_at(facts: Context, known: Marks, address: str) -> Recipe | None:
    """The recipe of the page at an address, None where there is no such page."""
    if address in _FIXED:
        return Recipe(address, partial(_FIXED[address][1], facts))
    return next(_recipe(facts, known, address), None)


def _recipe(facts: Context, known: Marks, address: str) -> Iterator[Recipe]:
    """The page of a person, a company or a month, if it is one."""
    network, key = facts.network, facts.keys.get(f"{address}/", address.removeprefix("journal/"))
    if (someone := network.people.get(key)) and someone.record:
        yield Recipe(address, partial(person_page, facts, someone, someone.record), partial(known.person, someone))
    elif employer := network.companies.get(key):
        yield Recipe(address, partial(company_page, facts, employer), partial(known.company, employer))
    elif key in network.months and address == f"journal/{key}":
        yield Recipe(address, partial(month_page, facts, key), partial(known.month, key))


def addresses(facts: Context) -> Iterator[str]:
    """The address of every page, in the order of the recipes."""
    yield from _FIXED
    for places in (facts.addresses.people, facts.addresses.companies):
        yield from (address.removesuffix("/") for address in places.values())
    yield from (f"journal/{month}" for month in facts.network.months)


def makers(facts: Context) -> Mapping[str, Callable[[], bytes]]:
    """What makes every file of the site that is no page, by its place."""
    ready = {path: partial(bytes, made) for path, made in assets().items()}
    return {**ready, "assets/netfiles-day.js": partial(day_script, facts.insights)}


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
