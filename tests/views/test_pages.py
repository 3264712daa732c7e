"""What the pages promise: all there, the same every time, safe, small, kind when there is nothing."""

from datetime import date
from pathlib import Path

import pytest

from netfiles.views.site import assets, day_script, pages

from .made import TODAY, all_pages, html, insights, vault
from .reading import read

TABS = {
    "index",
    "follow-ups",
    "people/index",
    "companies/index",
    "goals",
    "leads",
    "profile",
    "asks",
    "news",
    "network",
    "queries/index",
    "review",
    "work-search",
    "journal/index",
    "cards",
    "problems",
}
ONE = {
    "contacts/Jane Doe.md": "---\ncompany: Acme\n---\n",
    "journal/2026-11-10 Coffee.md": '---\nwith: "[[Jane Doe]]"\ngot: advice\nchannel: coffee\n---\nGood.\n',
}
EVIL = "<img src=x onerror=alert(1)>"


def test_an_empty_vault_has_every_tab_and_says_what_to_write(tmp_path: Path) -> None:
    found = all_pages(vault(tmp_path, {}))
    assert set(found) == TABS
    assert "contacts/Jane Doe.md" in html(found["index"])
    assert "with: &#34;[[Jane Doe]]&#34;" in html(found["index"])


def test_a_vault_with_one_person_has_a_page_for_her_and_her_company(tmp_path: Path) -> None:
    found = all_pages(vault(tmp_path, ONE))
    assert set(found) == TABS | {"people/jane-doe", "companies/acme", "journal/2026-11"}
    assert "Thursday 19 November: one person, about 5\u00a0minutes." in html(found["index"])
    assert "thanked: 2026-11-19" in html(found["index"])


def test_the_same_vault_gives_the_same_bytes(tmp_path: Path) -> None:
    root = vault(tmp_path, ONE)
    assert list(pages(insights(root))) == list(pages(insights(root)))
    assert assets() == assets()


def test_a_person_s_page_does_not_change_with_the_day(tmp_path: Path) -> None:
    root = vault(tmp_path, ONE)
    on = [all_pages(root, day)["people/jane-doe"] for day in (TODAY, date(2026, 11, 20))]
    assert on[0] == on[1]


def test_nothing_from_a_file_becomes_markup(tmp_path: Path) -> None:
    person = "\n".join(
        f'{field}: "{EVIL}"'
        for field in ("title", "company", "location", "phones", "addresses", "links", "tags", "relation", "met_at")
    )
    person += f'\nname: "Eve {EVIL}"\nnext_on: 2026-11-01\n'
    person += "\n".join(f'{field}: "{EVIL}"' for field in ("can_help", "i_can_help", "source", "aliases", "next"))
    entry = "\n".join(f'{field}: "{EVIL}"' for field in ("title", "purpose", "ask", "next", "they_owe", "told"))
    company = "\n".join(
        f'{f}: "{EVIL}"' for f in ("name", "website", "industry", "location", "size", "why", "addresses")
    )
    profile = "\n".join(
        f'{f}: "{EVIL}"' for f in ("roles", "industries", "strengths", "skills", "pitch", "phones", "links")
    )
    files = {
        "contacts/Eve.md": f"---\n{person}\n---\n{EVIL}\n",
        "journal/2026-11-10 Talk.md": (
            f'---\nwith: "[[Eve]]"\nintroduced: "[[New {EVIL}]]"\n{entry}\nasked: advice\nthey_owe_on: 2026-11-01\n'
            f"next_on: 2026-11-02\n---\n{EVIL}\n- [ ] {EVIL} 📅 2026-11-03\n"
        ),
        "career/companies/C.md": f"---\n{company}\ntarget: A\n---\n{EVIL}\n",
        "career/leads/L.md": f'---\ntitle: "{EVIL}"\ncompany: "[[C]]"\nurl: "{EVIL}"\nheard_from: "[[{EVIL}]]"\n---\n',
        "career/goals/G.md": f'---\ntitle: "{EVIL}"\n---\n{EVIL}\n',
        "career/news/N.md": f'---\ntitle: "{EVIL}"\n---\n',
        "career/profile.md": f"---\n{profile}\n---\n{EVIL}\n",
        "contacts/Bad.md": f'---\nemails: "{EVIL}"\n---\n',
    }
    for page in all_pages(vault(tmp_path, files)).values():
        for tag, attributes in read(page).tags:
            assert attributes.get("src") != "x", page.address
            assert "onerror" not in attributes, (page.address, tag)


def test_a_person_with_seven_short_entries_fits_six_kilobytes(tmp_path: Path) -> None:
    files = {
        "contacts/Jane Doe.md": "---\ntitle: Head of planning\ncompany: Acme\nemails: jane@acme.example\n"
        "phones: '+1 413 555 0142'\nlocation: Springfield\ntags: [planning, close]\nmet_at: a fair\n---\nKind.\n"
    }
    for day in range(1, 8):
        files[f"journal/2026/2026-11-0{day} Call with Jane Doe.md"] = (
            '---\nwith: "[[Jane Doe]]"\nchannel: call\nminutes: 20\n---\nWe spoke about the plan.\n'
        )
    assert len(html(all_pages(vault(tmp_path, files))["people/jane-doe"]).encode()) < 6_000


def test_a_row_of_the_people_table_is_short(tmp_path: Path) -> None:
    files = {
        f"contacts/Person Number {n}.md": "---\ncompany: Acme Corporation\nlocation: Springfield\ntags: planning\n---\n"
        for n in range(50)
    }
    page = html(all_pages(vault(tmp_path, files))["people/index"])
    assert len(page.partition("<tbody>")[2].partition("</tbody>")[0].encode()) / 50 < 300


def test_of_a_file_that_cannot_be_read_only_its_name_and_the_problem_are_shown(tmp_path: Path) -> None:
    root = vault(tmp_path, {"contacts/Secret.md": "---\nname: [unclosed\nprivate: yes\n---\nburied treasure\n"})
    shown = "".join(html(page) for page in all_pages(root).values())
    assert "contacts/Secret.md" in shown
    assert "treasure" not in shown
    assert "unclosed" not in html(all_pages(root)["people/index"])


def test_a_stale_record_says_so(tmp_path: Path) -> None:
    from dataclasses import replace

    from netfiles.index.build import build_network
    from netfiles.insights.derive import derive
    from netfiles.vault.load import load

    collection = replace(load(vault(tmp_path, ONE)), stale=frozenset({"contacts/Jane Doe.md"}))
    found = {page.address: page for page in pages(derive(build_network(collection), TODAY))}
    assert "last good version" in html(found["people/jane-doe"])


@pytest.mark.parametrize(
    ("editor", "start"),
    [("vscode", "vscode://file/"), ("obsidian", "obsidian://open?path=%2F"), ("none", None)],
)
def test_records_open_in_the_editor_that_the_option_names(tmp_path: Path, editor: str, start: str | None) -> None:
    root = vault(tmp_path, ONE)
    (root / "mkdocs.yml").write_text(
        f"site_name: x\nplugins:\n  - netfiles:\n      editor: {editor}\n", encoding="utf-8"
    )
    found = [h for h in read(all_pages(root)["people/jane-doe"]).hrefs if h.startswith(("vscode:", "obsidian:"))]
    assert bool(found) == (start is not None)
    assert all(start and href.startswith(start) for href in found)


def test_the_front_and_the_back_of_a_card_are_one_card(tmp_path: Path) -> None:
    root = vault(tmp_path, {"contacts/Jane Doe.md": "---\ncards: [front.png, back.png]\n---\n"})
    for name in ("front", "back"):
        (root / f"attachments/{name}.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    page = html(all_pages(root)["cards"])
    assert page.count('<p class="nf-who">') == 1
    assert "Card of Jane Doe, picture 1 of 2" in page
    assert "One card, each beside" in page


def test_days_that_are_only_planned_look_and_sound_otherwise_in_the_journal(tmp_path: Path) -> None:
    entry = '---\nwith: "[[Jane Doe]]"\n---\n'
    files = {"journal/2026-11-18 Talk.md": entry, "journal/2026-11-25 Talk.md": entry}
    page = html(all_pages(vault(tmp_path, files))["journal/index"])
    assert "Wed 25 Nov 2026: 1 entry, planned" in page
    assert "Wed 18 Nov 2026: 1 entry, planned" not in page
    assert page.count("nf-ahead") == 1


@pytest.mark.parametrize(
    ("address", "up"),
    [("people/jane-doe", "People"), ("companies/acme", "Companies"), ("journal/2026-11", "Journal")],
)
def test_pages_that_no_tab_names_say_where_they_belong(tmp_path: Path, address: str, up: str) -> None:
    page = html(all_pages(vault(tmp_path, ONE))[address])
    assert page.startswith('<nav class="nf nf-up"')
    assert f'">{up}</a></nav>' in page


def test_the_day_script_tells_the_day_and_whether_it_is_fixed(tmp_path: Path) -> None:
    root = vault(tmp_path, ONE)
    assert day_script(insights(root)) == b'window.netfilesDay = {"day": "2026-11-19", "fixed": false};\n'
