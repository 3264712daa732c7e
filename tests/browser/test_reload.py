"""What a reader sees in a real browser while notes are saved."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from netfiles.serve import progress
from tests.serve.at_work import at_work, until

pytestmark = pytest.mark.browser

TALL = '<div style="height:9000px"></div>'


FORM = (
    "<details><summary>One</summary>1</details><details><summary>Two</summary>2</details>"
    '<label>Filter <input name="filter"></label><select name="kind"><option>all</option><option>some</option></select>'
)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "ada.md").write_text("first")
    return folder


def stays(page: Page) -> bool:
    """Whether the page was not loaded anew since `mark`."""
    return bool(page.evaluate("window.marked === true"))


def loaded_anew(page: Page) -> bool:
    try:
        return not stays(page)
    except Error:  # it is just being loaded
        return False


def mark(page: Page) -> None:
    page.evaluate("window.marked = true")


def test_the_page_follows_the_note_in_place_and_tells_of_a_failure(vault: Path, page: Page) -> None:
    (vault / "ada.md").write_text(f"first{TALL}<script>document.title = 'injected'</script>")
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        mark(page)
        assert page.evaluate("typeof __md_hash") == "number"  # the theme's script ran, the note's did not
        assert page.title() == ""
        page.evaluate("scrollTo(0, 4000)")

        (vault / "ada.md").write_text(f"second{TALL}<script>document.title = 'injected'</script>")
        page.get_by_text("second").wait_for()
        assert page.evaluate("scrollY") == 4000
        assert page.title() == ""
        assert stays(page)

        (vault / "ada.md").write_text("FAIL")
        banner = page.get_by_role("status")
        banner.wait_for()
        assert banner.inner_text() == "a note says FAIL, change it"
        page.emulate_media(media="print")
        assert not banner.is_visible()
        page.emulate_media(media="screen")

        (vault / "ada.md").write_text(f"third{TALL}")
        page.get_by_text("third").wait_for()
        until(lambda: not banner.is_visible())
        assert stays(page)


def test_a_build_that_takes_long_is_told_on_the_page(vault: Path, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.1)
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        (vault / "ada.md").write_text("TELL")
        page.get_by_text("reading 1 of 2 files").wait_for()
        page.get_by_text("TELL").wait_for()
        until(lambda: not page.get_by_role("status").is_visible())


def test_what_the_reader_did_to_the_page_stays(vault: Path, page: Page) -> None:
    (vault / "ada.md").write_text(f"first{FORM}")
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        page.get_by_text("Two").click()
        page.locator("select").select_option("some")
        page.locator("input").fill("jane")
        page.locator("input").evaluate("field => field.setSelectionRange(1, 3)")
        heard = "window.heard = []; addEventListener('input', e => heard.push(e.target.name));"
        page.evaluate(f"{heard} document.addEventListener('netfiles:swapped', () => heard.push('swapped'))")

        (vault / "ada.md").write_text(f"second<details><summary>Zero</summary>0</details>{FORM}")
        page.get_by_text("second").wait_for()
        assert page.evaluate("Array.from(document.querySelectorAll('details'), d => d.open)") == [False, False, True]
        assert page.locator("select").input_value() == "some"
        assert page.locator("input").input_value() == "jane"
        field = "(e => [e.name, e.selectionStart, e.selectionEnd])(document.activeElement)"
        assert page.evaluate(field) == ["filter", 1, 3]
        assert page.evaluate("heard") == ["swapped", "filter", "kind"]


def test_a_page_that_did_not_change_does_not_move(vault: Path, page: Page) -> None:
    (vault / "bob.md").write_text("first")
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        page.evaluate("window.kept = document.querySelector('p')")
        with page.expect_response("**/ada/") as answer:
            (vault / "bob.md").write_text("last")
        assert answer.value.status == 304
        assert page.evaluate("kept.isConnected")
        (vault / "ada.md").write_text("last")
        page.get_by_text("last").wait_for()
        assert not page.evaluate("kept.isConnected")


def test_other_scripts_and_styles_are_loaded_anew_in_the_same_place(vault: Path, page: Page) -> None:
    (vault / "ada.md").write_text(f"first{TALL}")
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        mark(page)
        page.evaluate("scrollTo(0, 4000)")
        (vault / "frame.md").write_text("other")
        until(lambda: loaded_anew(page) and page.evaluate("scrollY") == 4000)
        mark(page)
        (vault / "ada.md").write_text("<i data-md-component='container'>odd</i>")
        page.get_by_text("odd").wait_for()


def test_a_page_that_is_gone_is_the_missing_page_and_comes_back(vault: Path, page: Page) -> None:
    (vault / "bob.md").write_text("first")
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}bob/")
        (vault / "bob.md").unlink()
        page.get_by_text("not here").wait_for()
        (vault / "bob.md").write_text("again")
        page.get_by_text("again").wait_for()


def test_a_hidden_tab_follows_when_it_is_looked_at_again(vault: Path, page: Page) -> None:
    hide = "Object.defineProperty(document, 'visibilityState', {value: '%s', configurable: true});"
    tell = "document.dispatchEvent(new Event('visibilitychange'))"
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        mark(page)
        page.evaluate(hide % "hidden" + tell)
        (vault / "ada.md").write_text("second")
        until(lambda: work.shows("ada", "second"))
        page.wait_for_timeout(500)
        assert page.get_by_text("first").is_visible()
        page.evaluate(hide % "visible" + tell)
        page.get_by_text("second").wait_for()
        assert stays(page)


def test_several_tabs_all_follow(vault: Path, browser: Browser) -> None:
    with at_work(vault) as work, browser.new_context() as context:
        tabs = [context.new_page() for _ in range(5)]
        for tab in tabs:
            tab.goto(f"{work.announced[0]}ada/")
        (vault / "ada.md").write_text("second")
        for tab in tabs:
            tab.bring_to_front()
            tab.get_by_text("second").wait_for()


def test_the_page_finds_the_server_again(vault: Path, page: Page) -> None:
    with at_work(vault) as work:
        page.goto(f"{work.announced[0]}ada/")
        mark(page)
        port = work.port
    (vault / "ada.md").write_text("second")
    with at_work(vault, port=port):
        page.get_by_text("second").wait_for()
    assert stays(page)
