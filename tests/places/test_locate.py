"""Where places lie: what people write, and which town it means."""

import pytest

from netfiles.places.gazetteer import gazetteer, is_there
from netfiles.places.locate import locate

from .book import BOOK


@pytest.mark.parametrize(
    ("text", "answer", "at"),
    [
        pytest.param("Springfield, MA", "town", (42.1, -72.59), id="town and state"),
        pytest.param("Springfield, Massachusetts", "town", (42.1, -72.59), id="the state by name"),
        pytest.param("Springfield (MA)", "town", (42.1, -72.59), id="in brackets"),
        pytest.param("Springfield, MA 01103, US", "town", (42.1, -72.59), id="with a postal code and the country"),
        pytest.param("springfield, ma", "town", (42.1, -72.59), id="in small letters"),
        pytest.param("Springfield", "several", None, id="three of one name"),
        pytest.param("Springfield, Germany", "unknown", None, id="none of that name there"),
        pytest.param("Springfield, XX", "unknown", None, id="several, and none in a region that is not known"),
        pytest.param("Boston", "town", (42.36, -71.06), id="one ten times as large as the other"),
        pytest.param("Greater Boston", "town", (42.36, -71.06), id="around a town"),
        pytest.param("Boston, UK", "town", (52.98, -0.02), id="the small one by its country"),
        pytest.param("Lyon", "town", (45.75, 4.85), id="one place listed twice"),
        pytest.param("Lyon, Rhône", "town", (45.75, 4.85), id="a region that is not known is passed over"),
        pytest.param("Zürich, Switzerland", "town", (47.37, 8.55), id="with its umlaut"),
        pytest.param("Zurich", "town", (47.37, 8.55), id="by another name"),
        pytest.param("Hamburg, DE", "town", (53.55, 9.99), id="DE is Germany"),
        pytest.param("Georgetown, DE", "town", (38.69, -75.39), id="DE is Delaware"),
        pytest.param("London, CA", "town", (42.98, -81.23), id="CA is Canada, where California has none"),
        pytest.param("London, ON", "town", (42.98, -81.23), id="a province"),
        pytest.param("Atlantis", "unknown", None, id="known to nobody"),
        pytest.param("<script>alert(1)</script>", "unknown", None, id="no name at all"),
        pytest.param("Germany", "area", None, id="a country"),
        pytest.param("MA", "area", None, id="a state"),
        pytest.param("Remote", "area", None, id="remote"),
        pytest.param("remote, US", "area", None, id="remote, in a country"),
        pytest.param("01103", "area", None, id="a postal code"),
        pytest.param(" , ", "area", None, id="nothing"),
    ],
)
def test_where_a_place_lies(text, answer, at) -> None:
    found = locate([text], BOOK)[text]
    assert (found.answer, found.town and (found.town.latitude, found.town.longitude)) == (answer, at)


def test_several_are_told_apart_by_state_largest_first() -> None:
    assert locate(["Springfield"], BOOK)["Springfield"].choices == (
        "Springfield, MO",
        "Springfield, MA",
        "Springfield, IL",
    )


def test_of_a_region_that_is_not_known_the_choices_are_told_all_the_same() -> None:
    assert locate(["Springfield, XX"], BOOK)["Springfield, XX"].choices[0] == "Springfield, MO"


def test_each_text_is_answered_alone_as_among_others() -> None:
    texts = ["Springfield, MA", "Springfield", "Zurich", "zurich", "Lyon", "Atlantis", "Remote", "London"]
    together = locate(texts, BOOK)
    assert {text: locate([text], BOOK)[text] for text in texts} == together


@pytest.mark.skipif(not is_there(), reason="the library with the towns is optional")
@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Turners Falls, MA", (42.6, -72.6)),
        ("Montréal", (45.5, -73.6)),
        ("Montreal, QC", (45.5, -73.6)),
        ("Köln", (50.9, 7.0)),
        ("Cologne, Germany", (50.9, 7.0)),
        ("New York, NY", (40.7, -74.0)),
        ("NEW YORK", (40.7, -74.0)),
        ("Melbourne, VIC", (-37.8, 145.0)),
        ("Edinburgh, Scotland", (56.0, -3.2)),
        ("Toronto, ON", (43.7, -79.4)),
    ],
)
def test_the_library_knows_towns_small_and_by_other_names(text, near) -> None:
    book = gazetteer()
    assert book is not None
    town = locate([text], book)[text].town
    assert town is not None
    assert (round(town.latitude, 1), round(town.longitude, 1)) == near
