"""The pages of saved queries: whom they find, in which columns and order, and what they say of a fault."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from netfiles.views.context import context
from netfiles.views.page import Page
from netfiles.views.queries import MOST
from netfiles.views.site import addresses, head_at, marks, recipe_at

from .made import all_pages, html, insights, vault
from .reading import read

FILES = {
    "contacts/Ana Paz.md": '---\ncompany: Acme\ntags: close\nemails: ana@acme.example\nknows: "[[Bo]]"\n---\n',
    "contacts/Bo.md": "---\ncompany: Globex\nbirthday: 04-12\nlocation: Graz\n---\n",
    "contacts/Cy <b>.md": "---\ncompany: <i>Initech</i>\nstatus: closed\n---\n",
    "journal/2026-11-10 Coffee.md": '---\nwith: ["[[Bo]]", "[[New Name]]"]\nchannel: coffee\ngot: advice\n---\n',
    "career/companies/Acme.md": "---\ntarget: A\n---\n",
}


def site(root: Path, **queries: str) -> dict[str, Page]:
    """The pages of a vault with these queries by the name of their file."""
    return all_pages(vault(root, {**FILES, **{f"queries/{name}.md": text for name, text in queries.items()}}))


def cells(page: Page) -> list[list[str]]:
    """The rows of the table, as texts."""
    body = html(page).partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [row.split("</td>")[:-1] for row in body.split("</tr>")[:-1]]
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: str) -> str:
    """What a cell says, without the face."""
    return Markup(re.sub(r"<i class.*?</i>", "", cell)).striptags()


def test_a_query_is_a_page_with_its_people_in_its_columns_and_order(tmp_path: Path) -> None:
    text = (
        "---\ntitle: All of them\nquery: is:filed\ncolumns: [name, company, location, last_contact]\nsort: -name\n---\n"
    )
    page = site(tmp_path, One=f"{text}Whom I know, [[Ana Paz]] first.")["queries/all-of-them"]
    assert page.title == "All of them"
    assert cells(page) == [["Bo", "Globex", "Graz", "10 Nov 2026"], ["Ana Paz", "Acme", "", ""]]
    assert "2 people for <code>is:filed</code>" in html(page)
    assert "../../people/ana-paz/" in read(page).hrefs


def test_without_columns_name_company_last_contact_and_tie_are_shown(tmp_path: Path) -> None:
    page = site(tmp_path, One="---\nquery: target:A\n---\n")["queries/one"]
    assert [part.partition("<")[0] for part in html(page).split("<th>")[1:]] == [
        "Name",
        "Company",
        "Last contact",
        "Tie",
    ]
    assert cells(page) == [["Ana Paz", "Acme", "", "new"]]


def test_every_field_can_be_a_column(tmp_path: Path) -> None:
    from netfiles.query.fields import COLUMNS
    from netfiles.views.query_cells import CELLS

    assert CELLS.keys() == {field.name for field in COLUMNS.values()}
    columns = ", ".join(CELLS)
    page = site(tmp_path, One=f"---\nquery: status:active,closed\ncolumns: [{columns}]\n---\n")["queries/one"]
    assert len(cells(page)) == 3
    assert "<b>" not in html(page)
    assert "<i>Initech" not in html(page)


def test_the_list_has_every_query_with_its_count(tmp_path: Path) -> None:
    found = site(tmp_path, B="---\nquery: is:filed\n---\n", A="---\ntitle: Z\nquery: is:fild\n---\n", C="---\n---\n")
    assert cells(found["queries/index"]) == [
        ["B", "is:filed", "2"],
        ["C", "", "–"],
        ["Z", "is:fild", "not understood"],
    ]


def test_without_queries_the_list_says_what_to_write_and_that_works(tmp_path: Path) -> None:
    text = html(site(tmp_path)["queries/index"])
    assert "queries/Going quiet.md" in text
    written = text.partition("<pre>")[2].partition("</pre>")[0].replace("&gt;", ">").replace("&#34;", '"')
    page = site(tmp_path / "again", Quiet=written)["queries/going-quiet"]
    assert "not understood" not in html(page)
    assert "left out" not in html(page)
    assert "0 people" in html(page)


def test_a_query_that_is_not_understood_is_quoted_with_a_mark(tmp_path: Path) -> None:
    text = html(site(tmp_path, One='---\nquery: "is:filed tgt:A"\n---\n')["queries/one"])
    assert "<code>tgt</code> is no field" in text
    assert "<pre>is:filed tgt:A\n         ^</pre>" in text
    assert "Did you mean target:A?" in text


def test_columns_and_sort_that_are_not_known_are_left_out_and_told(tmp_path: Path) -> None:
    page = site(tmp_path, One="---\nquery: is:filed\ncolumns: [tie, compny]\nsort: nme\n---\n")["queries/one"]
    assert cells(page) == [["Ana Paz", "new"], ["Bo", "new"]]
    assert "Did you mean <code>company</code>?" in html(page)
    assert "Did you mean <code>name</code>?" in html(page)


def test_a_file_without_a_query_asks_for_one(tmp_path: Path) -> None:
    page = site(tmp_path, One="---\ntitle: One\n---\n")["queries/one"]
    assert "Write a query" in html(page)
    assert "<table" not in html(page)


@pytest.mark.parametrize(
    ("query", "command"),
    [("company:many", "netfiles find company:many"), ("many", "netfiles find &#39;many -is:closed&#39;")],
)
def test_a_long_table_is_cut_and_says_how_to_see_all(tmp_path: Path, query: str, command: str) -> None:
    many = {f"contacts/P {n}.md": "---\ncompany: Many\n---\n" for n in range(MOST + 7)}
    page = all_pages(vault(tmp_path, {**many, "queries/One.md": f"---\nquery: {query}\n---\n"}))["queries/one"]
    assert len(cells(page)) == MOST
    assert f"And 7 more. All of them, by name: <code>{command}</code>" in html(page)
    assert len(html(page)) < 300_000


def test_pages_of_queries_are_found_by_address_and_by_link(tmp_path: Path) -> None:
    files = {
        **FILES,
        "queries/One.md": "---\ntitle: index\nquery: bo\n---\n",
        "queries/sub/One.md": "---\ntitle: Index\nquery: bo\n---\nSee [[One|the other]] and [[Two]].",
        "queries/Two.md": "---\ntitle: Number two\nquery: bo\n---\n",
    }
    facts = context(insights(vault(tmp_path, files)))
    own = [address for address in addresses(facts) if address.startswith("queries/")]
    assert len(own) == len(set(own)) == 4
    for address in own:
        recipe, head = recipe_at(facts, marks(facts), address), head_at(facts, address)
        assert recipe
        assert head
        page = recipe.make()
        assert (page.address, page.title, page.hide, page.searchable) == (
            (head.address, head.title, head.hide, head.searchable)
        )
    assert recipe_at(facts, marks(facts), "queries/nothing") is None
    assert any("queries/number-two/" in str(recipe_at(facts, marks(facts), address).make()) for address in own)  # type: ignore[union-attr]
