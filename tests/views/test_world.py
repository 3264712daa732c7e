"""The map by place: what is in sight, marks that do not overlap, and what is said where there is no gazetteer."""

from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest

from netfiles.insights import located
from netfiles.places.gazetteer import Town
from netfiles.views.places import PlaceFacts
from netfiles.views.places_map import pictures
from netfiles.views.world import borders, land, window
from tests.places.book import BOOK

from .made import all_pages, html, insights, vault
from .reading import read

VAULT = {
    "contacts/Ann.md": "---\nlocation: Springfield, MA\n---\n",
    "contacts/Bo.md": "---\nlocation: Springfield, Massachusetts\n---\n",
    "contacts/Cy.md": "---\nlocation: Hatfield, MA\n---\n",
    "contacts/Di.md": "---\nlocation: Springfield\n---\n",
    "contacts/Ed.md": "---\ntitle: CEO\nlocation: Atlantis\n---\n",
    "contacts/Flo.md": "---\nlocation: Atlantis\n---\n",
    "contacts/Gus.md": "---\nlocation: Remote\n---\n",
    "career/companies/Acme.md": "---\nlocation: Boston\ntarget: A\n---\n",
}


@pytest.fixture
def with_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "gazetteer", lambda: BOOK)


@pytest.fixture
def without_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "gazetteer", lambda: None)
    monkeypatch.setattr("netfiles.views.by_place.is_there", lambda: False)


@pytest.mark.parametrize(
    ("points", "inside"),
    [
        pytest.param([(-72.6, 42.1)], True, id="one town"),
        pytest.param([(-72.6, 42.1), (151.2, -33.9)], True, id="both ends of the world"),
        pytest.param([(10.7, 59.9), (18.9, 69.6)], True, id="the north"),
        pytest.param([(179.9, -17.0), (-179.9, 65.0)], True, id="beside the line of the date"),
        pytest.param([(-68.3, -54.8)], True, id="the south of America"),
    ],
)
@pytest.mark.parametrize("shape", [(1080, 540), (360, 400)])
def test_every_place_is_in_sight_and_so_is_land(points, inside, shape) -> None:
    seen = window(points, *shape)
    for x, y in map(seen.at, points):
        assert (0 <= x <= shape[0] and 0 <= y <= shape[1]) is inside
    assert land(seen).startswith("M")


def test_only_what_is_in_sight_is_drawn() -> None:
    world, town = (window(points, 1080, 540) for points in ([(-160.0, 60.0), (170.0, -40.0)], [(-72.6, 42.1)]))
    assert len(land(town)) < 1_500 < len(land(world)) < 40_000
    assert len(borders(town)) < 1_000


def places(count: int) -> list[PlaceFacts]:
    towns = (Town(f"T{n}", (n * 37) % 60, (n * 53) % 170, "US", "MA", 1) for n in range(count))
    return [PlaceFacts(t.name, f"place-t{n}", count - n, (), "warm", t, "") for n, t in enumerate(towns)]


@pytest.mark.parametrize("count", [1, 2, 30, 300])
def test_marks_and_names_do_not_overlap_and_count_everybody(count) -> None:
    found = places(count)
    for picture in pictures(found):
        spots = picture.spots
        for n, one in enumerate(spots):
            assert all(hypot(one.x - s.x, one.y - s.y) > 0.85 * (one.radius + s.radius) for s in spots[:n])
        people = sum(int(spot.title.split(": ")[1].split()[0].replace(",", "")) for spot in spots)
        assert people == sum(place.people for place in found)
        rows = sorted((name.y, name.x, name.x + len(name.text) * 6) for name in picture.names)
        assert not [(a, b) for a, b in pairwise(rows) if a[0] == b[0] and b[1] < a[2]]


def test_towns_near_each_other_on_a_line_each_have_a_name() -> None:
    towns = [Town(f"Middletown {n}", 42.0, -72.0 + 8.0 * n, "US", "MA", 1) for n in range(4)]
    narrow = pictures([PlaceFacts(t.name, f"place-t{n}", 5, (), "warm", t, "") for n, t in enumerate(towns)])[1]
    assert {name.text for name in narrow.names} == {town.name for town in towns}
    assert any(name.way for name in narrow.names)
    assert narrow.height < 200


def test_no_places_no_picture() -> None:
    assert pictures([]) == ()
    assert pictures([PlaceFacts("Atlantis", "place-atlantis", 1, (), "", None, "not known")]) == ()


def test_texts_that_mean_one_town_are_one_place(tmp_path: Path, with_book: None) -> None:
    page = all_pages(vault(tmp_path, VAULT))["companies/index"]
    found = read(page)
    assert [i for i in found.ids if i.startswith("place-")] == [
        "place-atlantis",
        "place-springfield-ma",
        "place-hatfield-ma",
        "place-remote",
        "place-springfield",
        "place-boston",
    ]
    assert "Springfield, MA and 1 place near it: 3 people, tie: new" in html(page)
    assert "Boston: 1 company, 1 target" in html(page)
    assert "there are several of this name" in html(page)
    assert "pip install" not in html(page)
    assert all(href.removeprefix("#") in found.ids for href in found.hrefs if href.startswith("#place"))


def test_what_cannot_be_placed_is_a_hint_once(tmp_path: Path, with_book: None) -> None:
    found = [p for p in insights(vault(tmp_path, VAULT)).problems if p.code in ("NF406", "NF407")]
    assert [(p.code, p.severity, p.place.file, p.place.line) for p in found] == [
        ("NF407", "hint", "contacts/Di.md", 2),
        ("NF406", "hint", "contacts/Ed.md", 3),
    ]
    assert "`Springfield, MO`" in found[0].advice


def test_what_the_profile_looks_at_is_a_hint_at_its_line(tmp_path: Path, with_book: None) -> None:
    files = {"career/profile.md": "---\nlocations:\n  - Boston\n  - Springfield, XX\n  - remote\n  - Atlantis\n---\n"}
    found = [p for p in insights(vault(tmp_path, files)).problems if p.code in ("NF406", "NF407")]
    assert [(p.code, p.place.file, p.place.line) for p in found] == [
        ("NF406", "career/profile.md", 4),
        ("NF406", "career/profile.md", 6),
    ]
    assert found[0].message == "The gazetteer knows no place called `Springfield, XX`"
    assert found[0].advice == "Write which one, like `Springfield, MO`."


def test_hints_are_few(tmp_path: Path, with_book: None) -> None:
    files = {
        f"contacts/P{n:02d}.md": f"---\nlocation: Nowhere {chr(97 + n % 26)}{chr(97 + n // 26)}\n---\n"
        for n in range(60)
    }
    assert sum(p.code == "NF406" for p in insights(vault(tmp_path, files)).problems) == 20


def test_without_a_gazetteer_the_table_stands_and_nothing_is_a_problem(tmp_path: Path, without_book: None) -> None:
    made = vault(tmp_path, VAULT)
    page = all_pages(made)["companies/index"]
    assert 'pip install "netfiles[places]"' in html(page).replace("&#34;", '"')
    assert "nf-world" not in html(page)
    assert "Springfield, Massachusetts" in html(page)
    assert not [p for p in insights(made).problems if p.code in ("NF406", "NF407")]


def test_places_are_found_again_only_where_they_are_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(located, "gazetteer", lambda: BOOK)
    network = insights(vault(tmp_path, VAULT)).network
    first = located.located(network, {})
    asked: list[list[str]] = []
    monkeypatch.setattr(located, "locate", lambda texts, book: asked.append(list(texts)) or {})
    assert located.located(network, first) == first
    assert located.located(network, {**first, "Gone": first["Boston"]}) == first
    assert asked == []
