"""Paths on the pages: every hop with its proof, what may be said, and what to do where none is known."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from netfiles.views.context import context
from netfiles.views.marks import marks
from netfiles.views.site import recipes

from .made import all_pages, html, insights, vault
from .reading import read

EVIL = "<script>alert(1)</script>"
FILES = {
    "career/companies/Acme.md": "---\ntarget: A\nindustry: paper\n---\n",
    "contacts/Jane Doe.md": "---\ncompany: Acme\npast_companies: Globex\n---\n",
    "contacts/Bo Lee.md": '---\nknows: "[[Jane Doe]]"\nas_of: 2026-05-01\nmay_use_name: ask\n---\n',
    "contacts/Cy Ray.md": "---\npast_companies: Globex (2018-2020)\n---\n",
    "journal/2026-11-10 Call.md": '---\nwith: "[[Bo Lee]]"\nchannel: call\nasked: advice\n---\n',
    "journal/2026-11-11 Call.md": '---\nwith: "[[Cy Ray]]"\nchannel: call\n---\n',
}


def words(page_html: str) -> str:
    """The text of a page, words and signs apart by one space."""
    return re.sub(r" (?=[.,:;)])|(?<=\() ", "", " ".join(read_text(page_html).split()))


def read_text(page_html: str) -> str:
    from html.parser import HTMLParser

    class Text(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.said: list[str] = []

        def handle_data(self, data: str) -> None:
            self.said.append(data)

    parser = Text()
    parser.feed(page_html)
    return " ".join(parser.said)


@pytest.fixture
def pages(tmp_path: Path):
    return lambda files: all_pages(vault(tmp_path / "v", files))


@pytest.mark.parametrize("page", ["companies/acme", "people/jane-doe"])
def test_a_path_tells_every_hop_its_day_its_proof_and_what_may_be_said(pages, page: str) -> None:
    found = pages(FILES)[page]
    said = words(html(found))
    assert "You → Bo Lee → Jane Doe warm" in said
    assert "warm, decides: You and Bo Lee were last in touch on 10 Nov 2026." in said
    assert "You asked Bo Lee for something then." in said
    assert "strong: Bo Lee knows Jane Doe, as of 1 May 2026 (contacts/Bo Lee.md line 2)" in said
    assert "Ask before you use the name of Bo Lee." in said
    assert "../../journal/2026-11/#e-2026-11-10-call" in read(found).hrefs


@pytest.mark.parametrize("page", ["companies/acme", "people/jane-doe"])
def test_what_is_only_possible_is_said_to_be(pages, page: str) -> None:
    said = words(html(pages(FILES)[page]))
    assert "Possible, but no path until you ask:" in said
    assert "Cy Ray may know Jane Doe: both are or were at Globex, and it is not noted when" in said
    assert "(contacts/Cy Ray.md line 2, contacts/Jane Doe.md line 3)" in said


def test_where_no_path_is_known_the_page_says_so_and_who_could_know(pages) -> None:
    files = {
        "career/companies/Acme.md": "---\nindustry: paper\n---\n",
        "career/companies/Globex.md": "---\nindustry: paper\n---\n",
        "contacts/Bo Lee.md": "---\ncompany: Globex\n---\n",
        "contacts/Jane Doe.md": "---\n---\n",
        "journal/2026-11-10 Call.md": '---\nwith: "[[Bo Lee]]"\n---\n',
    }
    found = pages(files)
    said = words(html(found["companies/acme"]))
    assert "Paths None known. Who could know somebody there: Bo Lee works in paper too, at Globex" in said
    assert "Next Ask Bo Lee for a name there" in said
    assert "None known." in words(html(found["people/jane-doe"]))
    assert 'knows: "[[Jane Doe]]"' in words(html(found["people/jane-doe"]))


def test_only_pages_of_those_i_was_never_in_contact_with_tell_the_path(pages) -> None:
    found = pages({**FILES, "contacts/Eve.md": "---\nstatus: closed\n---\n"})
    told = {address for address in found if address.startswith("people/") and "nf_path" in read(found[address]).ids}
    assert told == {"people/jane-doe"}


def test_a_company_where_i_am_in_contact_tells_paths_only_where_it_is_a_target(pages) -> None:
    files = {**FILES, "contacts/Cy Ray.md": "---\ncompany: Globex\n---\n"}
    assert "nf_paths" not in read(pages(files)["companies/globex"]).ids
    assert "nf_paths" in read(pages({**files, "contacts/Bo Lee.md": "---\ncompany: Acme\n---\n"})["companies/acme"]).ids


def test_the_rating_and_what_it_misses_stand_on_the_company_and_on_goals(pages) -> None:
    found = pages(FILES)
    assert "Number 1 of 1 target: motivation not rated, postings not rated, one step to someone inside." in words(
        html(found["companies/acme"])
    )
    assert "add motivation: 1-5 and postings: 1-3" in words(html(found["goals"]))
    assert "Worth adding: motivation: 1-5 postings: 1-3" in words(html(found["companies/acme"]))


def test_names_stay_names(pages) -> None:
    files = {
        f"contacts/{name}.md": f"---\nname: '{name} {EVIL}'\n{line}\n---\n"
        for name, line in (
            ("Jane", f"company: '{EVIL}'\npast_companies: 'G{EVIL}'"),
            ("Bo", "knows: '[[Jane]]'"),
            ("Cy", f"past_companies: 'G{EVIL}'"),
        )
    }
    files |= {
        "career/companies/E.md": f"---\nname: '{EVIL}'\nindustry: '{EVIL}'\nlocation: '{EVIL}'\ntarget: A\n---\n",
        "journal/2026-11-10 a.md": "---\nwith: '[[Bo]]'\nasked: advice\n---\n",
        "journal/2026-11-10 b.md": "---\nwith: '[[Cy]]'\ncompanies: '[[E]]'\nintroduced: '[[<script>x]]'\n---\n",
    }
    for page in pages(files).values():
        assert "<script>" not in html(page), page.address


def test_the_page_does_not_change_with_the_day_until_a_word_does(tmp_path: Path) -> None:
    root = vault(tmp_path, FILES)
    on = [html(all_pages(root, date(2026, 11, day))["people/jane-doe"]) for day in (19, 20)]
    assert on[0] == on[1]
    later = words(html(all_pages(root, date(2026, 12, 20))["people/jane-doe"]))
    assert "You asked Bo Lee" not in later


CHANGES = (
    ("contacts/Bo Lee.md", '---\nknows: "[[Jane Doe]]"\nas_of: 2026-05-01\nmay_use_name: yes\n---\n'),
    ("contacts/Bo Lee.md", '---\nname: Bo Leigh\nknows: "[[Jane Doe]]"\nas_of: 2026-05-01\nmay_use_name: yes\n---\n'),
    ("contacts/Bo Lee.md", '---\nname: Bo Leigh\ntitle: COO\nknows: "[[Jane Doe]]"\n---\n'),
    ("journal/2026-11-12 Talk.md", '---\nwith: "[[Bo Lee]]"\n---\n'),
    ("journal/2026-11-12 Talk.md", '---\nwith: "[[Bo Lee]]"\nasked: advice\n---\n'),
    ("contacts/Cy Ray.md", "---\nname: Cyrus Ray\npast_companies: Globex (2018-2020)\n---\n"),
    ("career/companies/Globex.md", "---\nname: Globex Corporation\naliases: Globex\n---\n"),
    ("contacts/Jane Doe.md", "---\ncompany: Acme\npast_companies: Globex (2019-2021)\n---\n"),
    ("contacts/Cy Ray.md", "---\nname: Cyrus Ray\ntitle: CTO\npast_companies: Globex (2018-2020)\n---\n"),
    ("contacts/Dee.md", '---\nknows: "[[Jane Doe]]"\n---\n'),
    ("journal/2026-11-13 Talk.md", '---\nwith: ["[[Dee]]", "[[Jane Doe]]"]\nchannel: email\n---\n'),
    ("career/companies/Beta.md", "---\ntarget: A\nmotivation: 5\n---\n"),
    ("career/companies/Acme.md", "---\ntarget: A\nmotivation: 5\nindustry: paper\n---\n"),
)


def test_a_page_is_never_another_one_with_the_same_mark_and_the_same_from_the_state_before(tmp_path: Path) -> None:
    from netfiles.index.build import build_network
    from netfiles.insights.derive import derive
    from netfiles.vault.load import load

    root = vault(tmp_path / "v", FILES)
    known, facts = None, None
    before: dict[str, tuple[str, str]] = {}
    for path, text in (("contacts/Jane Doe.md", FILES["contacts/Jane Doe.md"]), *CHANGES):
        (root / path).write_text(text, encoding="utf-8")
        clean = {each.address: html(each.make()) for each in recipes(context(insights(root)))}
        old = facts.insights if facts else None
        network = build_network(load(root), old.network if old else None)
        facts = context(derive(network, date(2026, 11, 19), old), facts)
        known = marks(facts, known)
        found = {each.address: (each.mark(), html(each.make())) for each in recipes(facts, known) if each.mark}
        assert {address: page for address, (_, page) in found.items()} == {each: clean[each] for each in found}, path
        other = {each for each in before.keys() & found.keys() if before[each][1] != found[each][1]}
        assert not {each for each in other if before[each][0] == found[each][0]}, (path, text)
        before = found
    shutil.rmtree(root)


def test_a_path_of_one_step_has_the_word_of_the_tie(pages) -> None:
    files = {
        "career/companies/Acme.md": "---\ntarget: A\n---\n",
        "contacts/Bo Lee.md": "---\ncompany: Acme\n---\n",
        "journal/2026-11-10 Call.md": '---\nwith: "[[Bo Lee]]"\n---\n',
    }
    said = words(html(pages(files)["companies/acme"]))
    assert "You → Bo Lee new" in said
    assert "new, 10 Nov 2026" in said


def test_somebody_there_to_write_to_is_the_way_where_nobody_leads_to_them(pages) -> None:
    said = words(html(pages({"contacts/Jane Doe.md": "---\ncompany: Acme\n---\n"})["companies/acme"]))
    assert "Next Write to Jane Doe" in said
    assert "None through others: the way there is a first message to Jane Doe." in said
    assert "None known." not in said
