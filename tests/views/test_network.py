"""The network page: who led to whom, names not yet met, new names a talk, who knows whom."""

import re
from datetime import date
from pathlib import Path

import pytest

from netfiles.insights.generations import tree
from netfiles.insights.named import Introduction
from netfiles.model import Person
from netfiles.model.record import Origin
from netfiles.views.arc_picture import arcs, in_line
from netfiles.views.network import network_page
from netfiles.views.tree_picture import MOST, narrow, shown, wide

from .made import all_pages, html, vault
from .reading import read

EVIL = "<img src=x onerror=alert(1)>"
LONG = "Ana " + "Lucía " * 90
VAULT = {
    "contacts/Ann.md": "---\nmay_use_name: ask\nknows: '[[Cy]]'\n---\n",
    "contacts/Bo.md": "---\ntitle: CEO\n---\n",
    "contacts/Cy.md": "---\nintroduced_by: '[[Bo]]'\n---\n",
    "journal/2026-10-05 a.md": "---\nwith: '[[Ann]]'\nchannel: coffee\nintroduced: ['[[Bo]]', '[[Di]]']\n---\n",
    "journal/2026-10-08 b.md": "---\nwith: ['[[Bo]]', '[[Ann]]']\nchannel: call\n---\n",
    "journal/2026-11-09 c.md": "---\nwith: '[[Bo]]'\nchannel: call\nintroduced: '[[Eve]]'\n---\n",
}


def page_of(root: Path, files: dict[str, str]) -> str:
    return html(all_pages(vault(root, files))["network"])


def test_the_page_says_who_led_to_whom_and_who_waits(tmp_path: Path) -> None:
    page = page_of(tmp_path, VAULT)
    assert "Four people came to you through others, up to two steps away; three names wait for a first word." in page
    assert "Bo: through Ann, 2026-10-05; led to 2 people; tie: " in page
    assert "Di: through Ann, 2026-10-05; not met yet" in page
    assert re.search(
        r"<td>.{0,120}Di.{0,200}Ann</a></td><td[^>]*>.{0,200}5 Oct 2026.{0,60}<td[^>]*>ask first</td>", page
    )
    assert "In the last 3 full months 2 talks brought 2 new names." in page
    assert "From a name to the first talk it took 3 days, the one time it came to that." in page


def test_whom_the_owner_met_is_met_everywhere_without_an_entry(tmp_path: Path) -> None:
    files = {
        "contacts/Ma.md": "---\nmet_on: 2026-05-01\nintroduced_by: '[[Xe]]'\n---\n",
        "contacts/Xe.md": "---\n---\n",
        "journal/2026-11-10 Xe.md": "---\nwith: '[[Xe]]'\nchannel: call\n---\n",
    }
    page = page_of(tmp_path, files)
    assert "One person came to you through others, up to one step away; you have met them all." in page
    assert "Ma: through Xe, 2026-05-01; tie: new" in page
    assert "not met yet" not in page
    assert 'class="nf-n-name"' not in page
    assert '<td>1 <span class="nf-soft">first generation</span></td><td>1</td><td>1</td>' in page
    assert "None: you have met or been in contact with everybody" in page


def test_an_empty_vault_is_told_what_to_write(tmp_path: Path) -> None:
    page = page_of(tmp_path, {})
    assert "introduced: &#34;[[Sam Lee]]&#34;" in page
    assert "knows: &#34;[[Sam Lee]]&#34;" in page.replace('"', "&#34;")
    assert "<svg" not in page


def test_pictures_have_titles_links_and_their_facts_as_a_table(tmp_path: Path) -> None:
    page = all_pages(vault(tmp_path, VAULT))["network"]
    found = read(page)
    drawn = [attributes for tag, attributes in found.tags if tag == "svg"]
    assert len(drawn) == 5
    assert all("table below" in (attributes.get("aria-label") or "") for attributes in drawn)
    assert sum(tag == "title" for tag, _ in found.tags) > 20
    assert html(page).count("The same as a table</summary>") == 3
    assert len(found.ids) == len(set(found.ids))
    assert all(href[1:] in found.ids for href in found.hrefs if href.startswith("#"))


def test_names_are_never_markup_and_long_ones_stay_within(tmp_path: Path) -> None:
    files = {
        "contacts/Eve.md": f'---\nname: "{EVIL}"\nknows: "[[Long]]"\n---\n',
        "contacts/Long.md": f'---\nname: "{LONG}"\nintroduced_by: "[[Eve]]"\n---\n',
    }
    page = all_pages(vault(tmp_path, files))["network"]
    assert not [attributes for tag, attributes in read(page).tags if tag == "img" or "onerror" in attributes]
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", html(page))
    assert max(map(len, lines)) < 60


def test_a_circle_is_drawn_as_a_tree(tmp_path: Path) -> None:
    files = {
        f"contacts/P{n}.md": f"---\nintroduced_by: '[[P{(n + 1) % 3}]]'\nmet_on: 2026-01-0{n + 1}\n---\n"
        for n in range(3)
    }
    assert "Two people came to you through others, up to two steps away; you have met them all." in page_of(
        tmp_path, files
    )


def forest(count: int, children: int) -> list[Introduction]:
    record = Person(origin=Origin("contacts/X.md"))
    keys = [f"p{n:05d}" for n in range(count)]
    day = date(2026, 1, 1)
    return [Introduction(keys[n], keys[(n - 1) // children], day, record, "introduced_by") for n in range(1, count)]


@pytest.mark.parametrize("children", [1, 2, 7, 400])
@pytest.mark.parametrize("count", [2, 30, 3000])
def test_a_tree_of_any_size_is_drawn_small_and_counts_everybody(count, children) -> None:
    made = tree(forest(count, children))
    drawn = shown(made)
    assert 1 < len(drawn.branches) <= 2 * MOST
    people = sum(bool(branch.key) for branch in drawn.branches) + sum(branch.more for branch in drawn.branches)
    if not drawn.more_givers:
        assert people == len(made.number)
    names = {key: key for key in made.number}
    for picture in (wide(drawn.branches, names), narrow(drawn.branches, names)):
        places = [(twig.x, twig.y) for twig in picture.twigs]
        assert len(set(places)) == len(places)
        assert all(0 < x < picture.width and 0 < y < picture.height for x, y in places)


@pytest.mark.parametrize("count", [2, 3, 40])
def test_arcs_join_everybody_in_one_line(count) -> None:
    pairs = [(f"p{n:02d}", f"p{(n * 7) % count:02d}") for n in range(count) if n < (n * 7) % count]
    order = in_line(pairs)
    assert sorted(order) == sorted({key for pair in pairs for key in pair})
    assert order == in_line(reversed(pairs))
    drawn = arcs(order, {key: key for key in order}, dict.fromkeys(pairs, 1), 360, 170)
    assert len({knot.y for knot in drawn.knots}) == len(order)
    assert len(drawn.arcs) == len(pairs)
    for arc in drawn.arcs:
        reach = float(re.findall(r"A([\d.]+)", arc.way)[0])
        assert drawn.x + reach <= 360


def test_many_people_are_drawn_by_groups(tmp_path: Path) -> None:
    files = {
        f"contacts/P{n:02d}.md": f"---\ncompany: C{n % 3}\nknows: '[[P{(n + 1) % 60:02d}]]'\n---\n" for n in range(60)
    }
    page = page_of(tmp_path, files)
    assert "60 acquaintances among 60 people: too many to draw one by one, so these are the companies" in page
    assert "C0 and C1: 20 acquaintances" in page
    assert "C2: 20 people, 0 acquaintances among themselves" in page


def test_the_page_is_the_same_every_time(tmp_path: Path) -> None:
    from netfiles.insights.derive import derive
    from netfiles.views.context import context

    from .made import insights

    first = insights(vault(tmp_path, VAULT))
    again = derive(first.network, first.today, first)
    assert network_page(context(first)) == network_page(context(again))
