"""The search as a person uses it: by keyboard, without accents, in names, companies, tags and notes."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from netfiles.text.letters import unaccented
from tests.browser.conftest import new_vault
from tests.browser.test_nothing_runs import NAME, flags
from tests.browser.test_pages import TWO_LOOKS, violations

pytestmark = pytest.mark.browser

AWKWARD = ("Søren Kjær", "Łukasz Żółć", "Jürgen Großmann", "Þór Đặng", "İpek Işık", "Σίσυφος Ωμέγα", "名前 太郎")
FILES = {
    "contacts/Zoë Brandstätter.md": "---\ntitle: Network planner\ncompany: Greenway Transit\n"
    "tags: [alumni, choir/alto]\nphones: +1 (413) 555-0142\n---\nGrows quinces behind the house.\n",
    "contacts/Zoltan Zoe.md": "---\ncompany: Elsewhere\naliases: Zed\n---\n",
    "contacts/Evil.md": f"---\nname: {NAME}\ntitle: {NAME}\ncompany: {NAME}\ntags: [{NAME}]\n---\n{NAME} is quoted\n",
    "journal/2026-11-18 Coffee with Zoë.md": '---\nwith: "[[Zoë Brandstätter]]"\nchannel: coffee\n---\n'
    "She **drew** the [[Greenway Transit|night map]] on a napkin.\n",
    "journal/2026-11-17 Call.md": '---\nwith: "[[Terrence Whitlow]]"\nchannel: call\n---\nA napkin again.\n',
    "career/companies/Greenway Transit.md": "---\ntarget: A\nindustry: transport\n---\nBuses at night.\n",
    "docs/plan.md": "# My plan\n\n## The second step\n\nAsk for marmalade.\n",
} | {f"contacts/{name}.md": "---\n---\n" for name in AWKWARD}


@pytest.fixture(scope="module")
def network(serve: Callable[..., object], tmp_path_factory: pytest.TempPathFactory) -> object:
    return serve(new_vault(tmp_path_factory.mktemp("search") / "network", FILES))


def search(page: Page, address: str, words: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(words)


def options(page: Page) -> list[str]:
    return page.get_by_role("option").all_inner_texts()


@pytest.mark.parametrize("keys", ["/", "s", "Control+k", "Meta+k"])
def test_a_person_is_found_by_keyboard_alone_from_any_page(network: object, page: Page, keys: str):
    page.goto(f"{network.address}companies/greenway-transit/")
    page.keyboard.press(keys)
    page.keyboard.type("brandst")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{network.address}people/zoe-brandstatter/")


@pytest.mark.parametrize("words", ["zoe brand", "BRANDSTATTER zoe", "brandstätter z", "planner greenway", "#alto"])
def test_accents_case_and_order_are_forgiven(network: object, page: Page, words: str):
    search(page, network.address, words)
    expect(page.get_by_role("option").first).to_contain_text("Zoë Brandstätter")


@pytest.mark.parametrize("name", AWKWARD)
def test_letters_are_folded_as_the_command_line_folds_them(network: object, page: Page, name: str):
    search(page, network.address, unaccented(name))
    expect(page.get_by_role("option").first).to_contain_text(name)


@pytest.mark.parametrize(
    ("words", "marked"), [("gross", "Groß"), ("jurg", "Jürg"), ("zolc", "Żółć"), ("ωμεγα", "Ωμέγα")]
)
def test_what_was_looked_for_is_marked_as_it_is_written(network: object, page: Page, words: str, marked: str):
    search(page, network.address, words)
    expect(page.get_by_role("option").first.locator("mark")).to_have_text(marked)


def test_names_that_begin_so_stand_before_those_that_hold_it(network: object, page: Page):
    search(page, network.address, "zo")
    expect(page.get_by_role("option").first).to_contain_text("Zo")
    names = page.locator(".nf-found-name").all_inner_texts()
    assert names.index("Zoltan Zoe") < names.index("Łukasz Żółć")


def test_a_company_and_a_tag_are_found_and_the_arrows_lead_to_them(network: object, page: Page):
    search(page, network.address, "greenway")
    company = page.get_by_role("group", name="Companies").get_by_role("option")
    expect(company).to_contain_text("1 person there · target A")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{network.address}companies/greenway-transit/")
    search(page, network.address, "alumni")
    page.get_by_role("group", name="Tags").get_by_role("option").click()
    expect(page).to_have_url(f"{network.address}people/?tag=alumni")
    expect(page.locator("article tbody tr:visible")).to_have_count(1)


def test_notes_are_found_newest_first_and_lead_to_their_entry(network: object, page: Page):
    search(page, network.address, "Napkin")
    notes = page.get_by_role("group", name="Notes").get_by_role("option")
    expect(notes).to_have_count(2)
    expect(notes.first).to_contain_text("Coffee with Zoë")
    expect(notes.first).to_contain_text("18 Nov 2026 · She drew the night map on a napkin.")
    expect(notes.first.locator("mark")).to_have_text("napkin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"journal/2026-11/#e-2026-11-18-coffee-with-zoe$"))


def test_who_is_found_by_name_is_not_found_again_in_the_notes(network: object, page: Page):
    search(page, network.address, "brandst")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text("1 person, 1 note.")
    expect(page.get_by_role("group", name="Notes")).to_contain_text("Coffee with Zoë")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("quinces", "Zoë Brandstätter"),
        ("413 555", "Zoë Brandstätter"),
        ("14135550142", "Zoë Brandstätter"),
        ("buses", "Greenway Transit"),
        ("marmalade", "My plan: The second step"),
        ("whitlow call", "Call"),
        ("zed", "Zoltan Zoe"),
        ("terrence", "Terrence Whitlow"),
    ],
)
def test_whatever_is_written_somewhere_is_found(network: object, page: Page, words: str, title: str):
    search(page, network.address, words)
    expect(page.get_by_role("option").first).to_contain_text(title)


def test_what_is_not_there_is_told_with_a_hint(network: object, page: Page):
    search(page, network.address, "xyzzy")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(
        "Nothing found: xyzzy. Fewer letters find more."
    )
    assert page.get_by_role("listbox").is_hidden()


def test_nothing_of_a_name_or_a_note_runs(network: object, page: Page):
    evil = NAME.strip('"')
    search(page, network.address, "img")
    for group in ("People", "Companies", "Tags"):
        expect(page.get_by_role("group", name=group)).to_contain_text(evil)
    page.get_by_role("combobox").fill("quoted")
    expect(page.get_by_role("group", name="Notes")).to_contain_text(f"{NAME} is quoted")
    page.wait_for_timeout(200)
    assert flags(page) == []
    assert page.locator(".nf-search img[src$='x']").count() == 0


def test_a_page_loads_nothing_of_the_search_before_it_is_used(network: object, new_page: Page):
    asked: list[str] = []
    new_page.on("request", lambda request: asked.append(request.url))
    new_page.goto(f"{network.address}people/")
    new_page.wait_for_timeout(300)
    assert not [url for url in asked if "/search/" in url]
    new_page.keyboard.press("/")
    new_page.wait_for_timeout(300)
    assert sorted(url.rpartition("/")[2] for url in asked if "/search/" in url) == ["companies.txt", "people.txt"]


def test_escape_empties_then_closes_and_gives_the_focus_back(network: object, page: Page):
    page.goto(network.address)
    page.get_by_role("link", name="People").first.focus()
    page.keyboard.press("/")
    page.keyboard.type("zoe")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert page.locator(f"#{box.get_attribute('aria-activedescendant')}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    assert page.locator(".nf-search-panel").is_hidden()
    expect(page.get_by_role("link", name="People").first).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(network: object, page: Page):
    page.goto(f"{network.address}people/")
    page.locator("article input").first.click()
    page.keyboard.type("/s")
    expect(page.locator("article input").first).to_have_value("/s")


@pytest.mark.parametrize(("scheme", "width"), TWO_LOOKS, ids=str)
def test_the_open_search_is_well_light_and_dark_wide_and_narrow(page: Page, network: object, scheme: str, width: int):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(network.address)
    if width == 360:
        page.get_by_role("button", name="Search").click()
    else:
        page.get_by_role("combobox").click()
    assert violations(page) == []
    page.keyboard.type("zo")
    expect(page.get_by_role("group", name="People")).to_be_visible()
    assert violations(page) == []
    box = page.get_by_role("combobox").bounding_box()
    assert box
    assert box["width"] > (250 if width == 360 else 200)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width == 360:
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("combobox")).to_be_hidden()


def test_a_list_that_cannot_be_read_is_told(network: object, page: Page):
    page.route("**/assets/search/**", lambda route: route.abort())
    search(page, network.address, "zoe")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("could not be read")


def test_a_person_is_shown_that_was_saved_while_the_page_was_open(network: object, page: Page):
    search(page, f"{network.address}people/", "Quirin")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("Nothing found")
    (network.vault / "contacts/Quirin Abend.md").write_text("---\n---\n")
    expect(page.locator("article")).to_contain_text("Quirin Abend", timeout=20_000)
    page.keyboard.type(" ab")
    expect(page.get_by_role("option").first).to_contain_text("Quirin Abend")


def test_without_javascript_there_is_no_box_that_does_nothing(network: object, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(network.address)
    assert page.get_by_role("search").count() == 0
    context.close()


@pytest.fixture
def below(network: object, tmp_path: Path) -> Iterator[str]:
    """The site built and put below a path of a plain web server."""
    command = [sys.executable, "-m", "netfiles", "-C", str(network.vault), "build", "--site", str(tmp_path / "a" / "b")]
    subprocess.run(command, check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()
    thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """A web server that does not say what it does."""

    def log_message(self, *_: object) -> None:
        pass


def test_the_search_works_below_any_path(below: str, page: Page):
    search(page, f"{below}people/zoltan-zoe/", "brandst")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{below}people/zoe-brandstatter/")
    search(page, f"{below}people/zoltan-zoe/", "quinces")
    expect(page.get_by_role("option").first).to_contain_text("Zoë")


def test_the_owner_who_asks_for_the_theme_s_search_gets_it(network: object, page: Page, tmp_path: Path):
    vault = tmp_path / "theirs"
    shutil.copytree(network.vault, vault, ignore=shutil.ignore_patterns("site"))
    config = vault / "mkdocs.yml"
    config.write_text(config.read_text().replace("plugins:\n", "plugins:\n  - search\n"))
    subprocess.run([sys.executable, "-m", "netfiles", "-C", str(vault), "build"], check=True, capture_output=True)
    page.route("**/*", partial(from_folder, vault / "site"))
    page.goto("http://theirs.example/")
    expect(page.locator(".md-search__form")).to_have_count(1)
    assert page.locator(".nf-search").count() == 0


def from_folder(folder: Path, route: Route) -> None:
    path = route.request.url.removeprefix("http://theirs.example/").partition("?")[0]
    file = folder / (path or "index.html")
    route.fulfill(path=file) if file.is_file() else route.abort()
