"""Open loops on the page of a person, which names no file of a day."""

from pathlib import Path

import pytest

from .made import all_pages, html, vault

GOT = '---\nwith: "[[Ada]]"\nchannel: call\ngot: advice\n---\n'
ONE = {"contacts/Ada.md": "---\n---\n", "journal/2026-11-01 a.md": GOT}


@pytest.mark.parametrize(
    ("more", "line"),
    [
        pytest.param({}, "Write <code>thanked: YYYY-MM-DD</code> into", id="one thanks"),
        pytest.param(
            {"journal/2026-11-02 b.md": GOT},
            "Write <code>purpose: thanks</code> into a new entry with them",
            id="several, which one entry closes",
        ),
    ],
)
def test_the_page_of_a_person_says_what_closes_thanks(tmp_path: Path, more: dict[str, str], line: str) -> None:
    page = html(all_pages(vault(tmp_path, {**ONE, **more}))["people/ada"])
    for button in page.split('<button class="nf-copy"')[1:]:
        page = page.replace(f'<button class="nf-copy"{button.partition("</button>")[0]}</button>', "")
    assert line in page.replace('<span class="nf-line">', "").replace("</code></span>", "</code>")
