"""Lists of people for print and paste: tables, labels, a line of addresses; nothing in them runs or breaks out."""

import re
from email.utils import getaddresses
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.outgoing.emails_out import email_line
from netfiles.exchange.outgoing.html_out import html_page
from netfiles.exchange.outgoing.labels_out import PAPERS, SHEETS, labels_page, labels_text
from netfiles.exchange.outgoing.listed import Listed, listed, one_line
from netfiles.exchange.outgoing.markdown_out import markdown_table

from .made import FILES, insights_of

EVIL = "<script>alert(1)</script> | [x](javascript:1) `a` & \"b\" 'c'"


def person(name: str = "Ada Paz", **more: object) -> Listed:
    """Somebody, with nothing but what is given."""
    empty = {"title": "", "company": "", "email": "", "phone": "", "last_contact": "", "address": ()}
    return Listed(name=name, **{**empty, **more})  # type: ignore[arg-type]


def all_listed() -> dict[str, Listed]:
    insights = insights_of({**FILES, "contacts/Ed.md": "---\naddresses: |\n  1 Road\n  Graz\n---\n"})
    people = insights.network.people
    return {p.called: listed(insights.people[p.path], p) for p in (people[key].record for key in people) if p}


def test_a_line_of_a_list_has_the_first_way_of_each() -> None:
    insights = insights_of()
    ada = insights.network.collection.people[0]
    assert listed(insights.people[ada.path], ada) == Listed(
        "Ada Paz",
        'Head; of "things", mostly',
        "Acme",
        "ada@acme.example",
        "+43 1 234567",
        "2026-11-13",
        ("1 Long Road", "Graz, AB 8010"),
    )


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("1 Long Road, Graz, AB 8010", ("1 Long Road", "Graz, AB 8010")),
        ("31 Quarry Hill Road, South Hadley, MA", ("31 Quarry Hill Road", "South Hadley, MA")),
        ("1 Road, Flat 2, 8010 Graz, Austria", ("1 Road", "Flat 2", "8010 Graz", "Austria")),
        ("1 Road, London, SW1A 1AA", ("1 Road", "London", "SW1A 1AA")),
        ("Hof 3", ("Hof 3",)),
        ("'1 Road\\nGraz, Austria'", ("1 Road\\nGraz", "Austria")),
        ('"1 Road\\nGraz, Austria\\n"', ("1 Road", "Graz, Austria")),
        ("'1 Road, '", ("1 Road",)),
    ],
)
def test_an_address_is_written_line_by_line(address: str, lines: tuple[str, ...]) -> None:
    insights = insights_of({"contacts/Ada.md": f"---\naddresses:\n  - {address}\n---\n"})
    (ada,) = insights.network.collection.people
    assert listed(insights.people[ada.path], ada).address == lines


@pytest.mark.parametrize(
    ("people", "line"),
    [
        ([person(email="ada@acme.example")], "Ada Paz <ada@acme.example>"),
        ([person("Paz, Ada", email="a@x.example")], '"Paz, Ada" <a@x.example>'),
        ([person('A "B" \\C', email="a@x.example")], '"A \\"B\\" \\\\C" <a@x.example>'),
        ([person("Søren Kjær", email="s@x.example")], "Søren Kjær <s@x.example>"),
        ([person("J. Doe", email="j@x.example")], '"J. Doe" <j@x.example>'),
        ([person(), person("Bo", email="b@x.example")], "Bo <b@x.example>"),
        ([person("A", email="x@x.example"), person("B", email="X@x.example")], "A <x@x.example>"),
        ([person("A", email="a@x.example"), person("B", email="b@x.example")], "A <a@x.example>, B <b@x.example>"),
    ],
)
def test_addresses_are_one_line_to_paste(people: list[Listed], line: str) -> None:
    assert email_line(people) == line


def test_a_mail_program_reads_the_names_back() -> None:
    names = ["Paz, Ada", 'A "B" \\C', "J. Doe", "O'Neil", "<b>", "a@b", "Jr. (x)"]
    line = email_line([person(name, email=f"p{n}@x.example") for n, name in enumerate(names)])
    assert getaddresses([line]) == [(name, f"p{n}@x.example") for n, name in enumerate(names)]


def test_a_table_in_markdown_holds_signs_as_text() -> None:
    rows = list(markdown_table([person(EVIL)]))
    assert rows[:2] == [
        "| Name | Title | Company | E-mail | Phone | Last contact |\n",
        "| --- | --- | --- | --- | --- | --- |\n",
    ]
    assert len(re.findall(r"(?<!\\)\|", rows[2])) == 7
    assert "<script" not in rows[2].replace("\\<", "")
    assert "\\[x\\]\\(javascript" in rows[2]


class _Page(HTMLParser):
    """What a browser finds in a page: its elements, and its texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


KNOWN = frozenset("html head meta title style body h1 table thead tbody tr th td div p span br".split())
PAGES = {
    "table": lambda people: html_page(f"People: {EVIL}", people),
    "labels": lambda people: labels_page(SHEETS["5160"], people),
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_needs_no_other_runs_nothing_and_holds_signs_as_text(kind: str) -> None:
    text = "".join(PAGES[kind]([person(EVIL, company=EVIL, address=(EVIL,))]))
    page = _Page(text)
    assert set(page.tags) <= KNOWN
    assert page.texts.count(EVIL) >= 2
    assert page.attributes <= {"lang", "charset", "name", "content", "http-equiv", "scope", "class"}
    assert not re.search(r"url\(|@import", text)
    assert "default-src 'none'" in text


@settings(max_examples=50)
@given(st.text(max_size=20), st.text(max_size=20))
def test_whatever_somebody_is_called_stays_text_on_one_line(name: str, company: str) -> None:
    ada = person(one_line(name), company=one_line(company), email="ada@acme.example")
    assert getaddresses([email_line([ada])])[0][1] == "ada@acme.example"
    assert email_line([ada]).splitlines() == [email_line([ada])]
    assert "".join(markdown_table([ada])).count("\n") == 3
    for pieces in (html_page("x", [ada]), labels_page(SHEETS["5160"], [ada])):
        assert set(_Page("".join(pieces)).tags) <= KNOWN


@pytest.mark.parametrize("number", SHEETS)
def test_the_labels_of_a_sheet_fit_its_paper_and_stand_in_the_middle(number: str) -> None:
    sheet = SHEETS[number]
    width, height = PAPERS[sheet.paper]
    right = width - sheet.left - sheet.across * sheet.width - (sheet.across - 1) * sheet.gap
    bottom = height - sheet.top - sheet.down * sheet.height
    assert right == pytest.approx(sheet.left, abs=0.05)
    assert bottom == pytest.approx(sheet.top, abs=0.05)


def test_labels_go_sheet_by_sheet_after_those_that_are_used() -> None:
    people = [person(f"P{n}", address=("Road",)) for n in range(30)]
    text = "".join(labels_page(SHEETS["L7160"], people, skip=2))
    sheets = text.split('<div class="sheet">')[1:]
    assert [sheet.count("<p>") for sheet in sheets] == [21, 11]
    assert sheets[0].startswith("\n<p><span></span></p>\n<p><span></span></p>\n<p><span>P0<br>Road</span></p>\n")


def test_labels_as_text_have_an_empty_line_between_them() -> None:
    people = all_listed()
    text = "".join(labels_text([people["Ada Paz"], people["Ed"]]))
    assert text == "Ada Paz\nAcme\n1 Long Road\nGraz, AB 8010\n\nEd\n1 Road\nGraz\n"
