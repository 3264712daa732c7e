"""Every link of every page leads somewhere, every address and every id is there once."""

from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest

from netfiles.views.page import Page
from netfiles.views.work_log_csv import CSV

from .made import all_pages, insights, vault
from .reading import read

EXAMPLE = Path(__file__).parents[2]

TANGLED = {
    "contacts/Ada Lee.md": '---\ncompany: Acme\nknows: ["[[Bo Cy]]", "[[Nobody]]"]\ntags: [a b, c&d]\n---\n[[Acme]]',
    "contacts/ada-lee.md": "---\ncompany: acme!\n---\n",
    "contacts/Bo Cy.md": '---\npast_companies: ["Acme (2018-2020)", "[[Globex]]"]\nintroduced_by: "[[Ada Lee]]"\n---\n',
    "contacts/名前.md": "---\ncompany: 会社\n---\n[[Bo Cy]] and [[2026-11-18 Talk]] and [[Find work]]",
    "contacts/open.md": "---\ncompany: Leads\n---\n",
    "journal/2026-11-18 Talk.md": '---\nwith: ["[[Ada Lee]]", "[[Somebody New]]"]\ngot: advice\n---\nSee [[Lead one]].',
    "journal/a/2026-11-18 Talk.md": '---\nwith: "[[Bo Cy]]"\nleads: "[[Lead one]]"\n---\nA note[^1].\n\n[^1]: Here.\n',
    "journal/b/2026-11-18 Talk.md": '---\nwith: "[[Bo Cy]]"\nthanks_for: "[[a/2026-11-18 Talk]]"\n---\n[^1]\n\n[^1]: B',
    "journal/day-18.md": '---\ndate: 2026-11-18\nwith: "[[open]]"\ncompanies: "[[Globex]]"\n---\n',
    "career/companies/Globex.md": "---\ntarget: A\nindustry: things\n---\n[[Ada Lee|Ada]]",
    "career/companies/Nobody There.md": "---\ntarget: B\n---\n",
    "career/leads/Lead one.md": "---\ncompany: Initech\nstage: heard\nheard_on: 2026-11-01\n---\n",
    "career/goals/Find work.md": "---\nmeasure: interactions\ntarget: 3\nper: week\n---\n[[Globex]]",
    "career/goals/find work.md": "---\ntitle: In words\n---\n",
    "career/profile.md": "---\nroles: planner\nweekly_minutes: 600\n---\n[[Ada Lee]]",
}


THANKS = '---\nwith: "[[Person {n}]]"\nthanks_for: "[[2026-10-{day:02} Call 1]]"\n---\n'
MANY = {f"contacts/Person {n}.md": f'---\ncompany: "Firm {n}"\n---\n' for n in range(310)} | {
    f"journal/2026-10-{day:02} Call {n}.md": THANKS.format(n=n, day=day) for day in range(1, 32) for n in range(10)
}


@pytest.fixture(params=["tangled", "many", "example"], scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Page], set[str]]:
    """All pages of a vault, and the addresses of its attachments and of the file for spreadsheets."""
    if request.param == "example":
        if not (EXAMPLE / "contacts").is_dir():
            pytest.skip("no example vault")
        root = EXAMPLE
    else:
        files = {"tangled": TANGLED, "many": MANY}[request.param]
        root = vault(tmp_path_factory.mktemp(request.param), files)
    attachments = {f"attachments/{name}" for name in insights(root).network.collection.attachments}
    return all_pages(root), {*attachments, CSV}


def test_every_internal_link_leads_to_a_page_and_an_anchor(site: tuple[dict[str, Page], set[str]]) -> None:
    by_url = {page.url: page for page in site[0].values()}
    read_pages = {url: read(page) for url, page in by_url.items()}
    missing = []
    for url, reader in read_pages.items():
        for href in reader.hrefs:
            parts = urlsplit(href)
            if parts.scheme:
                known = parts.scheme in ("http", "https", "mailto", "tel", "obsidian", "vscode")
                assert known or href.startswith("data:text/vcard;charset=utf-8,BEGIN:VCARD%0D%0A"), href
                continue
            path = unquote(parts.path)
            target = url if not path else normpath(f"{url}{path}").removeprefix("./")
            target = "" if target == "." else target
            if target.startswith(("attachments/", "assets/")):
                if target not in site[1]:
                    missing.append((url, href))
                continue
            if target.startswith("docs/"):
                continue
            address = f"{target}/" if target and not target.endswith("/") else target
            if address not in read_pages or (parts.fragment and parts.fragment not in read_pages[address].ids):
                missing.append((url, href))
    assert not missing


def test_every_id_is_there_once_on_its_page(site: tuple[dict[str, Page], set[str]]) -> None:
    for page in site[0].values():
        ids = read(page).ids
        assert sorted(ids) == sorted(set(ids)), page.address


def test_no_page_runs_anything_inline(site: tuple[dict[str, Page], set[str]]) -> None:
    for page in site[0].values():
        for tag, attributes in read(page).tags:
            assert tag not in ("script", "style", "iframe", "form")
            assert not any(name.startswith("on") for name in attributes)


def test_addresses_are_distinct(tmp_path: Path) -> None:
    from netfiles.views.site import pages

    addresses = [page.address for page in pages(insights(vault(tmp_path, TANGLED)))]
    assert len({address.casefold() for address in addresses}) == len(addresses)
