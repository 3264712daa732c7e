"""An open page of the real theme follows the files: in place, and as the reader left it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import new_vault

pytestmark = pytest.mark.browser

PERSON = "---\ncompany: {company}\nmet_on: 2026-11-16\n---\n{note}\n"


@pytest.fixture
def network(serve: Callable[..., object], tmp_path: Path) -> object:
    names = ("Ada Byron", "Jane Doe", "Jan Novak", "Zoe Brand")
    files = {f"contacts/{name}.md": PERSON.format(company=f"Acme {name[-1]}", note="First.") for name in names}
    entry = '---\nwith: "[[Jane Doe]]"\nchannel: coffee\ngot: advice\n---\nWhat was said.\n'
    return serve(new_vault(tmp_path / "follow", files | {"journal/2026-11-18 Coffee with Jane Doe.md": entry}))


def save(network: object, name: str, text: str) -> None:
    (network.vault / f"contacts/{name}.md").write_text(PERSON.format(company="Acme", note=text))


def first_names(rows: list[str]) -> list[str]:
    return [found[0] for row in rows if (found := re.search(r"Jan\w*", row))]


def mark(page: Page) -> list[str]:
    """Notice whether the page is loaded anew, and what it complains of."""
    page.evaluate("window.marked = true")
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return faults


def stays(page: Page) -> bool:
    return bool(page.evaluate("window.marked === true"))


def test_a_page_changes_in_place_and_what_netfiles_adds_is_there_again(network: object, new_page: Page):
    new_page.goto(f"{network.address}people/jane-doe/")
    faults = mark(new_page)
    before = new_page.locator(".nf-ago").count()
    copies = new_page.locator(".nf-copy:not([hidden])").count()
    save(network, "Jane Doe", "Second.")
    expect(new_page.locator("article")).to_contain_text("Second.", timeout=20_000)
    assert stays(new_page)
    assert before == new_page.locator(".nf-ago").count() > 0
    assert copies == new_page.locator(".nf-copy:not([hidden])").count()
    assert faults == []


def test_a_table_stays_filtered_and_sorted_under_the_hands_of_the_reader(network: object, new_page: Page):
    new_page.goto(f"{network.address}people/")
    faults = mark(new_page)
    new_page.locator("article th button").first.click()
    field = new_page.locator("article input").first
    field.fill("jan")
    rows = new_page.locator("article tbody tr:visible")
    expect(rows).to_have_count(2)
    before = first_names(rows.all_inner_texts())
    (network.vault / "contacts/Ada Byron.md").rename(network.vault / "contacts/Janet Byron.md")
    expect(rows).to_have_count(3, timeout=20_000)
    assert stays(new_page)
    assert field.input_value() == "jan"
    assert field.evaluate("field => field === document.activeElement")
    names = first_names(rows.all_inner_texts())
    assert sorted(names) in (names, names[::-1])
    assert [name for name in names if name != "Janet"] == before
    assert faults == []


def test_another_day_is_loaded_anew(network: object, new_page: Page):
    new_page.goto(network.address)
    mark(new_page)
    config = network.vault / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_name:", "copyright: Mine\nsite_name:"))
    expect(new_page.locator("footer")).to_contain_text("Mine", timeout=30_000)
