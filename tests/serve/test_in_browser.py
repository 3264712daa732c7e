"""What a reader sees in a real browser while notes are saved."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .at_work import at_work, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")]
TALL = '<div style="height:9000px"></div>'


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as driver, driver.chromium.launch(executable_path=CHROMIUM) as launched:
        yield launched


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    with browser.new_page() as opened:
        yield opened


def test_the_page_follows_the_note_and_keeps_its_place_and_tells_of_a_failure(vault: Path, page: "Page") -> None:
    (vault / "ada.md").write_text(f"first{TALL}<script>document.title = 'injected'</script>")
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        assert page.evaluate("typeof __md_hash") == "number"  # the theme's script ran, the note's did not
        assert page.title() == ""
        page.evaluate("scrollTo(0, 4000)")

        (vault / "ada.md").write_text(f"second{TALL}")
        page.get_by_text("second").wait_for()
        until(lambda: page.evaluate("scrollY") == 4000)

        (vault / "ada.md").write_text("FAIL")
        banner = page.get_by_role("status")
        banner.wait_for()
        assert banner.inner_text() == "a note says FAIL, change it"
        page.emulate_media(media="print")
        assert not banner.is_visible()
        page.emulate_media(media="screen")

        (vault / "ada.md").write_text(f"third{TALL}")
        page.get_by_text("third").wait_for()
        assert banner.count() == 0


def test_the_page_finds_the_server_again(vault: Path, page: "Page") -> None:
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        port = work.port
    (vault / "ada.md").write_text("second")
    with at_work(vault, port=port):
        page.get_by_text("second").wait_for()
