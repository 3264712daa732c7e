"""What a person does with the pages: filter, sort, copy, search, and watch them follow the files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import new_vault

pytestmark = pytest.mark.browser

PERSON = "---\ncompany: Acme\nemails: {mail}\nmet_on: 2026-11-16\n---\n{note}\n"
FILES = {
    "contacts/Jane Doe.md": PERSON.format(mail="jane@acme.example", note="First note."),
    "contacts/Zoë Brandstätter.md": PERSON.format(mail="zoe@acme.example", note=""),
    "journal/2026-11-18 Coffee with Jane Doe.md": (
        '---\nwith: "[[Jane Doe]]"\nchannel: coffee\ngot: advice\n---\nWhat was said.\n'
    ),
}


@pytest.fixture
def network(serve: Callable[..., object], tmp_path: Path) -> object:
    return serve(new_vault(tmp_path / "network", FILES))


def test_two_files_are_seen_on_the_pages(network: object, page: Page):
    page.goto(network.address)
    expect(page.locator("article")).to_contain_text("Thank Jane Doe for the advice")
    page.get_by_role("link", name="Jane Doe").first.click()
    expect(page.locator("article")).to_contain_text("What was said.")
    expect(page.locator("article a[href^='mailto:jane@acme.example']").first).to_be_attached()


def test_a_saved_file_is_seen_without_a_word(network: object, page: Page):
    page.goto(f"{network.address}people/jane-doe/")
    note = network.vault / "contacts/Jane Doe.md"
    note.write_text(note.read_text().replace("First note.", "Second note."))
    expect(page.locator("article")).to_contain_text("Second note.", timeout=20_000)


def test_a_broken_file_shows_its_problem_and_the_last_good_record_stays(network: object, page: Page):
    page.goto(f"{network.address}people/jane-doe/")
    (network.vault / "contacts/Jane Doe.md").write_text("---\ncompany: [Acme\nsecret_line: do not show\n---\n")
    expect(page.locator(".nf-banner, .nf-stale").first).to_be_visible(timeout=20_000)
    expect(page.locator("article")).to_contain_text("First note.")
    page.goto(f"{network.address}problems/")
    expect(page.locator("article")).to_contain_text("contacts/Jane Doe.md")
    expect(page.locator("body")).not_to_contain_text("do not show")


def test_people_are_filtered_without_accents_and_by_keyboard(network: object, page: Page):
    page.goto(f"{network.address}people/")
    page.get_by_role("searchbox", name="Filter").or_(page.locator("article input").first).first.focus()
    page.keyboard.type("brandstatter zoe")
    rows = page.locator("article tbody tr:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Zoë Brandstätter")


def test_a_site_of_another_day_says_so(network: object, new_page: Page):
    new_page.clock.install(time="2027-01-02T10:00:00")
    new_page.goto(network.address)
    expect(new_page.locator("body")).to_contain_text("built for")


def test_dates_say_how_long_ago(network: object, new_page: Page):
    new_page.clock.install(time="2026-11-19T10:00:00")
    new_page.goto(f"{network.address}people/jane-doe/")
    expect(new_page.locator("article")).to_contain_text("3 days ago")


def test_pages_can_be_read_without_javascript(network: object, browser: object):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{network.address}people/")
    assert page.locator("article tbody tr").count() == 2
    page.goto(network.address)
    assert "Thank Jane Doe" in page.locator("article").inner_text()
    context.close()
