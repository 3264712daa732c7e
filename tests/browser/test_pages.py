"""What a person sees: each kind of page in a real browser, light and dark, wide and narrow."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, Request

from tests.browser.conftest import addresses_of
from tests.soak_report import figure

REPOSITORY = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.browser

KINDS = (
    "",
    "follow-ups/",
    "people/",
    "people/nia-okafor/",
    "companies/",
    "companies/northlight-instruments/",
    "goals/",
    "journal/",
    "journal/2026-11/",
    "cards/",
    "problems/",
    "docs/",
)
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1440, 360)]
TWO_LOOKS = [("light", 1440), ("dark", 360)]  # each scheme and each width once; the soak looks at all four

# Violations of the theme's own markup, seen on a page without a line of ours; nothing of ours is excused.
OF_THE_THEME = ("#__drawer", "#__search", "#__toc", ".md-", "label[for")


@pytest.fixture(scope="session")
def example(serve: Callable[..., object], tmp_path_factory: pytest.TempPathFactory) -> object:
    vault = tmp_path_factory.mktemp("browser") / "example"
    vault.mkdir()
    for part in ("contacts", "journal", "career", "attachments", "queries", "docs"):
        shutil.copytree(REPOSITORY / part, vault / part)
    shutil.copy(REPOSITORY / "mkdocs.yml", vault)
    return serve(vault)


def look(page: Page, address: str, scheme: str, width: int) -> list[str]:
    """Everything that is wrong with one page at one look."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    faults: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"console: {message.text}")

    def request(asked: Request) -> None:
        if not asked.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            faults.append(f"request: {asked.url}")

    def error(said: Error) -> None:
        faults.append(f"error: {said}")

    listeners = {"console": console, "pageerror": error, "request": request}
    for event, listener in listeners.items():
        page.on(event, listener)
    answer = page.goto(address, wait_until="load")
    if answer is None or answer.status != 200:
        faults.append(f"status {answer and answer.status}")
    page.wait_for_timeout(150)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        faults.append(f"{wide} px of horizontal scrolling")
    faults += violations(page)
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return faults


def violations(page: Page) -> list[str]:
    """What axe finds serious or critical, the theme's own left out."""
    found = Axe().run(page).response["violations"]
    return [
        f"axe {v['id']}: {node['target']}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
        if not str(node["target"][0]).startswith(OF_THE_THEME)
    ]


@pytest.mark.parametrize(("scheme", "width"), TWO_LOOKS, ids=str)
@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k or "today")
def test_each_kind_of_page_is_well(page: Page, example: object, kind: str, scheme: str, width: int):
    assert look(page, example.address + kind, scheme, width) == []


@pytest.mark.soak
@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_every_page_is_well(page: Page, example: object, scheme: str, width: int):
    addresses = addresses_of(example.vault)
    assert len(addresses) > 80
    faults = {a: f for a in addresses if (f := look(page, example.address + a, scheme, width))}
    assert not faults
    figure("Every page is well", f"{len(addresses)} pages, {scheme}, {width} px: axe, console, other hosts, width")
