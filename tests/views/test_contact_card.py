"""The contact card on the page of a person."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from .made import all_pages, html, vault

JANE = """---
company: "[[Acme Ltd|Acme]]"
emails: jane@acme.example
phones: '+44 20 7946 0001"><script>alert(1)</script>'
birthday: 04-12
---
A secret of hers.
"""


def cards(root: Path, text: str) -> list[str]:
    """What stands in the fold with the card: the address to save it, its file's name, the card of the QR code."""
    page = html(all_pages(vault(root, {"contacts/Jane Doe.md": text}))["people/jane-doe"])
    found = re.search(r'<a href="([^"]*)" download="([^"]*)">.*?data-card="([^"]*)"', page, re.DOTALL)
    return [unquote(unescape(part)) for part in found.groups()] if found else []


def test_it_is_what_the_file_says_without_the_notes(tmp_path: Path) -> None:
    address, file, short = cards(tmp_path, JANE)
    assert file == "Jane Doe.vcf"
    assert address.startswith("data:text/vcard;charset=utf-8,BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert "ORG:Acme Ltd\r\n" in address
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r\n" in address
    assert short.split("\r\n")[2:5] == ["FN:Jane Doe", "N:Doe;Jane;;;", "ORG:Acme Ltd"]
    assert "BDAY" not in short
    assert "secret" not in address + short


def test_it_is_folded_away_and_its_code_is_not_yet_drawn(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, {"contacts/Jane Doe.md": JANE}))["people/jane-doe"])
    assert '<details class="nf-log nf-vcard"><summary>Contact card</summary>' in page
    assert "<svg" not in page.partition("nf-vcard")[2].partition("</details>")[0]


def test_no_text_of_a_card_ends_an_attribute(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, {"contacts/Jane Doe.md": JANE}))["people/jane-doe"])
    assert "<script" not in page.lower()
    assert 'TEL:+44 20 7946 0001"><script>alert(1)</script>\r\n' in cards(tmp_path, JANE)[2]


@pytest.mark.parametrize(
    "field", ["emails: j@acme.example", "phones: '1234567'", "links: acme.example", "addresses: 1 High St"]
)
def test_whoever_can_be_reached_has_one(tmp_path: Path, field: str) -> None:
    assert cards(tmp_path, f"---\n{field}\n---\n")


def test_nobody_else_has_one(tmp_path: Path) -> None:
    assert cards(tmp_path, "---\ncompany: Acme\n---\n") == []
