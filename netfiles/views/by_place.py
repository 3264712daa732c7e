"""The part of the page of companies that says where people and companies are: a map, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from netfiles.places.gazetteer import is_there
from netfiles.views.context import Here, anchor
from netfiles.views.employers import Facts
from netfiles.views.page import Section
from netfiles.views.places import PlaceFacts, places
from netfiles.views.places_map import pictures
from netfiles.views.templating import fill
from netfiles.views.words import listed

MOST_ROWS = 100
MOST_COMPANIES = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the table; `more` companies are left out."""

    place: PlaceFacts
    people: str
    companies: Markup
    more: int


def by_place(here: Here, companies: Sequence[Facts]) -> Section:
    """Where everybody and everything is, as far as it is written."""
    found = places(here.context, companies)
    html = fill(
        "by_place.html",
        pictures=pictures(found),
        rows=[_row(here, place) for place in found[:MOST_ROWS]],
        more=len(found) - MOST_ROWS,
        count=len(found),
        shown=sum(1 for place in found if place.town),
        is_there=is_there(),
        folder=here.context.collection.options.folders.contacts,
    )
    return Section(html, "By place", "by-place")


def _row(here: Here, place: PlaceFacts) -> Row:
    links = listed(anchor(company.href, company.name) for company in place.companies[:MOST_COMPANIES])
    people = here.to(f"people/?q={quote(place.name, errors='replace')}")
    return Row(place, people, links, len(place.companies) - MOST_COMPANIES)
