"""Pictures: each says what it is, to those who see it and to those who hear it."""

import re
from pathlib import Path

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.vault.load import load
from netfiles.views.site import pages
from tests.conftest import REPOSITORY, TODAY

from .made import all_pages, html, vault

PICTURE = re.compile(r"<svg\b([^>]*)>(<title>(.*?)</title>)?")
ONES = {
    "career/goals/G.md": "---\nmeasure: interactions\ntarget: 1\nper: week\n---\n",
    "career/goals/H.md": "---\nmeasure: networking-share\ntarget: 30\nper: week\n---\n",
    "career/news/N.md": "---\ndate: 2026-11-01\n---\n",
    "career/companies/A & B.md": "---\ntarget: A\n---\n",
    "contacts/Ada.md": '---\ncompany: A & B\nknows: "[[Bo]]"\n---\n',
    "contacts/Bo.md": '---\nintroduced_by: "[[Ada]]"\n---\n',
    "journal/2026-11-17 a.md": '---\nwith: "[[Ada]]"\nchannel: call\nintroduced: "[[Cy]]"\nminutes: 5\n---\n',
}


def untitled(text: str) -> list[str]:
    """The pictures whose first child is no title, or one that says other than their label."""
    found = PICTURE.finditer(text)
    return [one[0] for one in found if one[3] is None or f'aria-label="{one[3]}"' not in one[1]]


def test_every_picture_of_the_example_carries_its_title() -> None:
    texts = [html(page) for page in pages(derive(build_network(load(REPOSITORY)), TODAY))]
    assert sum(text.count("<svg") for text in texts) > 20
    assert [one for text in texts for one in untitled(text)] == []


def test_every_picture_of_a_small_vault_carries_its_title(tmp_path: Path) -> None:
    texts = [html(page) for page in all_pages(vault(tmp_path, ONES)).values()]
    assert [one for text in texts for one in untitled(text)] == []
