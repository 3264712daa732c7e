"""A table of ten thousand people in a real browser: only what is seen is drawn; sorted, filtered, printed."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from netfiles.views.listing import FIRST, SHORT
from netfiles.views.search_lists import Line, packed
from tests.browser.conftest import new_vault
from tests.browser.test_pages import TWO_LOOKS, violations

pytestmark = pytest.mark.browser

MANY = 10_000
LATE = """alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo
sierra tango uniform victor whiskey xray yankee""".title().split()
NAMES = ["Åsa Ek", *(f"Person {n:05}" for n in range(MANY - 1))]


@cache
def made_up() -> bytes:
    """A list of ten thousand: every tenth at Acme, each with a tie, a day and a place, every other one tagged."""
    return packed(map(made_up_line, range(MANY), NAMES))


def made_up_line(n: int, name: str) -> Line:
    company = "Acme" if n % 10 == 0 else f"Firm {n}"
    own = f"{name}\t\tbPN\t{n % 5}\t{20_000 + n % 700}\t"
    return Line(own, (company, "", "ABCDEFG"[n % 7] + "ville"), ("even",) if n % 2 == 0 else ())


@pytest.fixture(scope="module")
def network(serve: Callable[..., object], tmp_path_factory: pytest.TempPathFactory) -> object:
    files = {f"contacts/Person {n:05}.md": f"---\ncompany: Firm {n:03}\n---\n" for n in range(SHORT)}
    due = "---\ncompany: Firm L\nnext: call back\nnext_on: 2026-11-{:02}\n---\n"
    files |= {f"contacts/Late {name}.md": due.format(max(1, min(day, 18))) for day, name in enumerate(LATE, -5)}
    return serve(new_vault(tmp_path_factory.mktemp("long") / "network", files))


@pytest.fixture
def people(network: object, page: Page) -> Page:
    """The page of people, with a list of ten thousand."""
    page.route("**/search/people.txt", lambda route: route.fulfill(body=made_up(), content_type="text/plain"))
    page.goto(f"{network.address}people/")
    expect(page.locator(".nf-count")).to_have_text("10,000 people")
    return page


def first_row(page: Page) -> str:
    return page.locator("article tbody tr").first.inner_text()


def drawn(page: Page) -> int:
    return page.locator("article tbody tr").count()


def test_of_ten_thousand_rows_those_near_the_window_are_drawn(people: Page):
    assert drawn(people) < 300
    expect(people.get_by_role("table")).to_have_attribute("aria-rowcount", str(MANY + 1))
    people.keyboard.press("End")
    last = people.get_by_role("row", name="Person 09998")
    expect(last).to_be_attached()
    last.scroll_into_view_if_needed()
    expect(last).to_have_attribute("aria-rowindex", str(MANY + 1))
    assert drawn(people) < 300
    people.keyboard.press("Home")
    expect(people.get_by_role("row", name="Åsa Ek")).to_be_in_viewport()


def test_rows_are_where_they_were_after_scrolling_away_and_back(people: Page):
    for top in (40_000, 300_000, 40_000):
        people.evaluate(f"scrollTo(0, {top})")
        expect(people.locator("article tbody tr:below(header)").first).to_be_attached()
        people.wait_for_timeout(200)
        middle = "document.elementFromPoint(400, 400).closest('tr').ariaRowIndex"
        index = int(people.evaluate(middle))
        place = "document.elementFromPoint(400, 400).closest('tr a, tr').innerText"
        assert NAMES[index - 2] in people.evaluate(place)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("person 00042", 1),
        ("asa", 1),
        ("00042 person", 1),
        ("acme", 1000),
        ("bville", 1429),
        ("even acme", 1000),
        ("zzz", 0),
    ],
)
def test_the_field_finds_names_companies_places_and_tags(people: Page, words: str, count: int):
    people.get_by_role("searchbox").fill(words)
    of = f"{count:,} of 10,000 people"
    expect(people.locator(".nf-count")).to_have_text(of)
    expect(people.locator(".nf-none")).to_be_visible(visible=count == 0)
    assert drawn(people) <= max(count, 1) if count < 50 else drawn(people) < 300


def test_the_tag_the_tie_and_the_company_narrow_it_down(people: Page):
    people.get_by_label("Tag").focus()
    people.get_by_label("Tag").select_option("even")
    expect(people.locator(".nf-count")).to_have_text("5,000 of 10,000 people")
    people.get_by_label("Tie").focus()
    people.get_by_label("Tie").select_option("strong")
    expect(people.locator(".nf-count")).to_have_text("1,000 of 10,000 people")
    people.get_by_label("Company").fill("firm")
    expect(people.locator(".nf-count")).to_have_text("0 of 10,000 people")


@pytest.mark.parametrize(
    ("column", "clicks", "order", "first"),
    [
        ("Name", 1, "descending", "Person 09998"),
        ("Company", 1, "ascending", "Åsa Ek"),
        ("Company", 2, "descending", "Person 09998"),
        ("Tie", 1, "ascending", "Åsa Ek"),
        ("Last contact", 1, "descending", "Person 00698"),
        ("Last contact", 2, "ascending", "Åsa Ek"),
    ],
)
def test_every_column_sorts_both_ways(people: Page, column: str, clicks: int, order: str, first: str):
    head = people.get_by_role("columnheader", name=column)
    for _ in range(clicks):
        head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", order)
    assert people.locator("[aria-sort]").count() == 1
    assert first in first_row(people)


def test_what_was_asked_is_still_there_on_coming_back(people: Page):
    people.get_by_role("searchbox").fill("acme")
    people.get_by_role("columnheader", name="Last contact").get_by_role("button").click()
    expect(people).to_have_url(re.compile(r"\?q=acme&sort=5d$"))
    first = first_row(people)
    people.reload()
    expect(people.locator(".nf-count")).to_have_text("1,000 of 10,000 people")
    expect(people.get_by_role("searchbox")).to_have_value("acme")
    assert first_row(people) == first


def test_the_tab_key_goes_from_person_to_person(people: Page):
    people.get_by_role("link", name="Åsa Ek").focus()
    for _ in range(70):
        people.keyboard.press("Tab")
    expect(people.locator("article tr a:focus")).to_have_text(re.compile("Person 00069"))


def test_on_paper_stands_all_that_fits(people: Page):
    people.get_by_role("searchbox").fill("acme")
    expect(people.locator(".nf-count")).to_have_text("1,000 of 10,000 people")
    assert drawn(people) < 300
    people.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert drawn(people) == 1000


@pytest.mark.parametrize(
    ("scheme", "width"), [pytest.param(*look, marks=pytest.mark.soak) for look in TWO_LOOKS], ids=str
)
def test_it_is_well_light_and_dark_wide_and_narrow(page: Page, network: object, scheme: str, width: int):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.route("**/search/people.txt", lambda route: route.fulfill(body=made_up(), content_type="text/plain"))
    for address in ("people/", "people/list/p/", "follow-ups/"):
        page.goto(network.address + address)
        page.wait_for_timeout(300)
        assert violations(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_the_letters_lead_to_everyone(network: object, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{network.address}people/")
    assert page.locator("article tbody tr").count() == FIRST
    assert page.locator(".nf-tools").is_hidden()
    page.get_by_role("navigation", name="By first letter").get_by_role("link", name="P").click()
    expect(page.locator("article tbody tr")).to_have_count(SHORT)
    page.get_by_role("link", name="Person 00007").click()
    expect(page).to_have_title(re.compile("^Person 00007"))
    context.close()


def test_without_its_list_the_page_is_what_it_is_without_javascript(network: object, page: Page):
    page.route("**/search/people.txt", lambda route: route.fulfill(status=404))
    page.goto(f"{network.address}people/")
    expect(page.get_by_role("navigation", name="By first letter")).to_be_visible()
    expect(page.locator(".nf-tools")).to_be_hidden()
    assert drawn(page) == FIRST


def test_nothing_of_a_list_becomes_markup(network: object, page: Page):
    evil = "<img src=x onerror=window.NF95=1>"
    line = Line(f"{evil}\tevil\tb{evil}\t0\t\t{evil}", (evil, evil, evil), (evil,))

    def answer(route: Route) -> None:
        route.fulfill(body=packed([line]), content_type="text/plain")

    page.route("**/search/people.txt", answer)
    page.goto(f"{network.address}people/")
    expect(page.locator("article tbody tr")).to_have_count(1)
    expect(page.get_by_role("link", name=evil)).to_be_visible()
    assert page.locator("article tbody img").count() == 0
    assert page.evaluate("window.NF95") is None


def test_a_long_table_of_companies_sorts_and_filters(network: object, page: Page):
    page.goto(f"{network.address}companies/")
    expect(page.locator(".nf-count")).to_have_text("301 companies")
    page.get_by_role("columnheader", name="There now").get_by_role("button").click()
    assert first_row(page).startswith("Firm L")
    assert drawn(page) < 300
    page.get_by_role("searchbox").fill("firm 07")
    expect(page.locator(".nf-count")).to_have_text("13 of 301 companies")
    page.get_by_role("link", name="Firm 077").click()
    expect(page).to_have_url(f"{network.address}companies/firm-077/")


def test_a_save_changes_the_row_and_leaves_filter_and_place_alone(network: object, page: Page):
    page.goto(f"{network.address}people/")
    page.get_by_role("searchbox").fill("person")
    expect(page.locator(".nf-count")).to_have_text("300 of 325 people")
    page.evaluate("scrollTo(0, 6000)")
    before = page.evaluate("scrollY")
    (network.vault / "contacts/Person 00150.md").write_text("---\ncompany: Globex\n---\n")
    expect(page.get_by_role("row", name="Person 00150")).to_contain_text("Globex", timeout=20_000)
    assert abs(page.evaluate("scrollY") - before) < 100
    expect(page.get_by_role("searchbox")).to_have_value("person")
    expect(page.locator(".nf-count")).to_have_text("300 of 325 people")


def test_follow_ups_are_found_by_their_words(network: object, page: Page):
    page.goto(f"{network.address}follow-ups/")
    page.get_by_role("searchbox").fill("write")  # a word of how to close it, not of what it is about
    expect(page.get_by_role("status").filter(has_text="found")).to_have_text("0 found")
    page.get_by_role("searchbox").fill("late golf")
    expect(page.get_by_role("status").filter(has_text="found")).to_have_text("1 found")
    expect(page.locator("article").get_by_role("link", name="Late Golf", exact=True).first).to_be_visible()
    assert page.locator("article").get_by_role("link", name="Late Hotel", exact=True).first.is_hidden()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("article").get_by_role("link", name="Late Hotel", exact=True).first).to_be_visible()
    assert page.locator("details.nf-more").first.get_attribute("open") is None
