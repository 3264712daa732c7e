"""The command beside each reason, on the pages that show reasons."""

import shlex
from html import unescape
from pathlib import Path

from netfiles.changes.command import command
from netfiles.views.page import Page

from .made import all_pages, html, insights, vault
from .reading import read

EVIL = 'Pat <b>$(touch x)</b> & "O\'Shea"'
FILES = {
    f"contacts/{EVIL.replace('/', '')}.md": f"---\nname: >-\n  {EVIL}\nnext: call\nnext_on: 2026-11-18\n---\n",
    "contacts/Jane Doe.md": "---\ncompany: Acme\nkeep_in_touch: 2w\n---\n",
    "journal/2026-10-18 Call.md": '---\nwith: "[[Jane Doe]]"\nchannel: call\nasked: advice\n---\n',
    "career/leads/L.md": "---\ntitle: Planner\nstage: applied\napplied_on: 2026-10-17\n---\n",
}


def copied(page: Page) -> list[str]:
    """What the buttons of a page copy."""
    found = [attributes["data-copy"] for tag, attributes in read(page).tags if tag == "button"]
    return [unescape(text or "") for text in found]


def test_each_reason_offers_its_command_to_copy_on_every_page_that_shows_it(tmp_path: Path) -> None:
    root = vault(tmp_path, FILES)
    known, pages = insights(root), all_pages(root)
    shown = [(item, command(one, item.reasons)) for item in known.queue.items for one in item.reasons]
    assert len(shown) >= 4
    for item, words in shown:
        assert shlex.split(words)[0] == "netfiles"
        for address in ("index", "follow-ups", *(["people/jane-doe"] if item.name == "Jane Doe" else [])):
            assert words in copied(pages[address]), address
    assert shown[0][1] in copied(pages["review"])


def test_the_line_by_hand_stands_second(tmp_path: Path) -> None:
    text = html(all_pages(vault(tmp_path, FILES))["index"])
    after = text[text.index("netfiles done L<") :]
    assert after.index("<summary>Or by hand</summary>") < after.index("next_done: 2026-11-19")


def test_a_name_is_escaped_where_its_command_is_shown(tmp_path: Path) -> None:
    text = html(all_pages(vault(tmp_path, FILES))["index"])
    assert "<b>$(touch" not in text
    assert "&lt;b&gt;$(touch" in text
