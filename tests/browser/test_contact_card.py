"""The contact card on the page of a person: saved as a file, and scanned from the screen."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netfiles.exchange.vcards.vcard_out import short_vcard, vcard
from netfiles.model import Person
from netfiles.records.read import read_record
from tests.browser.conftest import new_vault
from tests.browser.qr_codes import read_qr
from tests.browser.test_pages import violations
from tests.sampling import sampled

pytestmark = pytest.mark.browser

ZOE = """---
title: Head of R&D, "Optics"
company: Acme <Ltd>
emails: [zoe@acme.example, z@home.example]
phones: +44 20 7946 0001
---
Secret note.
"""
FILES = {"contacts/Zoë O'Neil.md": ZOE, "contacts/Bo.md": "---\ncompany: Acme\n---\n"}


@pytest.fixture(scope="module")
def network(serve: Callable[..., object], tmp_path_factory: pytest.TempPathFactory) -> object:
    return serve(new_vault(tmp_path_factory.mktemp("contact card") / "network", FILES))


def zoe() -> Person:
    record = read_record("person", "contacts/Zoë O'Neil.md", ZOE).record
    assert isinstance(record, Person)
    return record


def drawn(page: Page) -> str:
    """The text of the QR code on the page."""
    picture = page.locator(".nf-qr svg")
    expect(picture).to_be_visible()
    size = int(picture.get_attribute("viewBox").split()[2]) - 8
    return read_qr(size, picture.locator("path").get_attribute("d"))


def test_the_code_is_drawn_when_its_fold_is_opened_and_says_the_card(network: object, page: Page):
    page.goto(f"{network.address}people/zoe-o-neil/")
    expect(page.locator(".nf-qr svg")).to_have_count(0)
    page.get_by_text("Contact card").click()
    assert drawn(page) == short_vcard(zoe(), "Acme <Ltd>")
    expect(page.get_by_role("img", name="QR code of the contact card of Zoë O'Neil")).to_be_visible()
    expect(page.get_by_text("Scan it with a phone")).to_be_visible()
    page.get_by_text("Contact card").click()
    page.get_by_text("Contact card").click()
    expect(page.locator(".nf-qr svg")).to_have_count(1)


def test_the_card_is_saved_as_a_file(network: object, page: Page):
    page.goto(f"{network.address}people/zoe-o-neil/")
    page.get_by_text("Contact card").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as vCard").click()
    assert download.value.suggested_filename == "Zoë O'Neil.vcf"
    saved = Path(download.value.path()).read_bytes().decode()
    assert saved == vcard(zoe(), "Acme <Ltd>", version="3.0")
    assert "Secret" not in saved


def test_who_cannot_be_reached_has_no_card(network: object, page: Page):
    page.goto(f"{network.address}people/bo/")
    expect(page.locator("article")).to_contain_text("Acme")
    expect(page.get_by_text("Contact card")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_card_can_be_read_by_everyone(network: object, page: Page, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{network.address}people/zoe-o-neil/")
    page.get_by_text("Contact card").click()
    assert drawn(page)
    assert violations(page) == []
    assert page.locator(".nf-qr").evaluate("place => getComputedStyle(place).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


LENGTHS = [*range(1, 60), *range(60, 1273, 9), 1273]


@pytest.mark.parametrize("length", sampled(LENGTHS, 1, 17, 18, 150, 330, 780, 1273))
def test_a_text_of_any_length_is_drawn_as_a_code_that_says_it(page: Page, length: int):
    text = ("Zoë; \r\n:é€😀{}" * length).encode()[:length].decode(errors="ignore")
    code = drawn_by_script(page, text + "." * (length - len(text.encode())))
    assert code is not None
    assert read_qr(*code) == text + "." * (length - len(text.encode()))


def test_a_text_too_long_for_a_code_is_not_drawn(page: Page):
    assert drawn_by_script(page, "x" * 1274) is None


def drawn_by_script(page: Page, text: str) -> tuple[int, str] | None:
    """The size and the path of a code, drawn by the scripts of the pages alone."""
    assets = files("netfiles.views") / "assets"
    for name in ("qr.js", "card.js"):
        page.add_script_tag(content=(assets / name).read_text(encoding="utf-8"))
    draw = """text => {
      const code = qrCode(text);
      return code && [code.size, codePicture(code, "").firstChild.getAttribute("d")];
    }"""
    found = page.evaluate(draw, text)
    return None if found is None else (found[0], found[1])
