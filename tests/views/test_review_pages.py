"""The pages Review and Work-search log, the file for spreadsheets, and the part of a person's page for paper."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from netfiles.insights.work_log import log_lines
from netfiles.views.brief_part import brief_part
from netfiles.views.context import Here, context
from netfiles.views.site import makers
from netfiles.views.work_log_csv import HEAD, as_csv

from .made import all_pages, html, insights, vault
from .reading import read

EVIL = "<script>alert(1)</script>"
FILES = {
    "contacts/Jane Doe.md": "---\ncompany: Acme\nphones: '+1 413 555 0100'\n---\n",
    "career/companies/Acme.md": "---\ntarget: A\naddresses: 1 Mill Road\n---\n",
    "career/leads/L.md": "---\ntitle: Planner\ncompany: '[[Acme]]'\nstage: applied\napplied_on: 2026-11-17\n---\n",
    "journal/2026-11-18 Call.md": (
        '---\nwith: "[[Jane Doe]]"\nchannel: call\ncompanies: "[[Acme]]"\ngot: advice\n---\nGood.\n'
    ),
}


def test_the_review_ends_with_three_moves_each_with_its_proof(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, FILES))["review"])
    last = page.rpartition("<h2")[2]
    assert "Three next moves" in last
    assert last.count("<li>") == 3
    assert last.count(", line ") == 2
    assert "career/goals/Three talks a week.md, line" not in " ".join(re.sub(r"<[^>]+>", "", last).split())


def test_an_empty_vault_has_a_review_that_says_what_to_write(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, {}))["review"])
    assert "Nothing is written down for this week yet." in page
    assert "contacts/Jane Doe.md" in page
    assert "target: A" in page


def test_the_log_tells_its_lines_and_what_is_missing(tmp_path: Path) -> None:
    page = html(all_pages(vault(tmp_path, FILES))["work-search"])
    assert "2 efforts." in page
    assert "work_search: Connecticut" in page
    assert "<code>method: …</code>" in page
    assert "career/leads/L.md" in page


def test_a_chosen_place_is_named_with_its_source_and_no_legal_advice(tmp_path: Path) -> None:
    root = vault(tmp_path, FILES)
    (root / "mkdocs.yml").write_text("plugins:\n  - netfiles:\n      work_search: Connecticut\n", encoding="utf-8")
    page = all_pages(root)["work-search"]
    assert "2 of 3 efforts: 1 more effort by 21 Nov." in html(page)
    assert "no legal advice" in html(page)
    assert any(href.startswith("https://portal.ct.gov/") for href in read(page).hrefs)


def test_an_empty_log_says_which_line_to_write(tmp_path: Path) -> None:
    assert "applied_on: 2026-11-19" in html(all_pages(vault(tmp_path, {}))["work-search"])


def test_names_that_hold_markup_stay_text(tmp_path: Path) -> None:
    files = {
        "contacts/Eve.md": f"---\nname: Eve {EVIL}\ncompany: Ev{EVIL}\ntitle: x{EVIL}\ncan_help: a{EVIL}\n---\n",
        "career/leads/L.md": f"---\ntitle: R{EVIL}\ncompany: Ev{EVIL}\nmethod: m{EVIL}\nresult: r{EVIL}\n"
        "stage: rejected\napplied_on: 2026-11-17\nclosed_on: 2026-11-18\n---\n",
        "journal/2026-11-18 Call.md": f'---\ntitle: T{EVIL}\nwith: "[[Eve]]"\nchannel: event\n'
        f"ask: a{EVIL}\nnext: n{EVIL}\n"
        f"next_on: 2026-11-19\nintroduced: Nil{EVIL}\n---\n{EVIL}\n",
        "career/goals/G.md": f"---\ntitle: G{EVIL}\nmeasure: interactions\ntarget: 9\nper: week\n---\n",
    }
    found = insights(vault(tmp_path, files))
    pages = all_pages(tmp_path)
    facts = context(found)
    part = brief_part(Here(facts, "../../"), found.network.people["contacts/Eve.md"])
    for text in (html(pages["review"]), html(pages["work-search"]), part):
        assert "<script" not in text
        assert "&lt;script" in text


def test_long_names_and_many_entries_keep_the_pages_small(tmp_path: Path) -> None:
    name = "N" * 500
    files = {"contacts/Long.md": f"---\nname: {name}\ncompany: Acme\n---\n"}
    for n in range(300):
        files[f"journal/2026-11-17 {n}.md"] = '---\nwith: "[[Long]]"\nchannel: call\ncompanies: "[[Acme]]"\n---\nx\n'
    pages = all_pages(vault(tmp_path, files))
    for address in ("review", "work-search"):
        assert len(html(pages[address]).encode()) < 300_000
    assert "275 lines more" in html(pages["work-search"])


# The file for spreadsheets


def rows(root: Path) -> list[dict[str, str]]:
    lines = log_lines(insights(root).network, date(2026, 11, 1), date(2026, 11, 19), date(2026, 11, 19))
    return list(csv.DictReader(io.StringIO(as_csv(lines), newline="")))


def test_the_file_holds_every_line_with_its_proof(tmp_path: Path) -> None:
    found = rows(vault(tmp_path, FILES))
    assert list(found[0]) == list(HEAD)
    assert [(row["date"], row["employer"], row["missing"], row["file"], row["line"]) for row in found] == [
        ("2026-11-17", "Acme", "phone, person, method", "career/leads/L.md", "5"),
        ("2026-11-18", "Acme", "", "journal/2026-11-18 Call.md", "1"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "  ="])
def test_no_cell_begins_a_formula(tmp_path: Path, start: str) -> None:
    fields = (f'title: "{start}1+1"', f'company: "{start}cmd"', f'method: "{start}x, y"')
    lead = "\n".join(("---", *fields, "applied_on: 2026-11-17", "stage: applied", "---", ""))
    (row,) = rows(vault(tmp_path, {"career/leads/L.md": lead}))
    for column in ("employer", "position", "method"):
        assert row[column].startswith("'")
    assert not [cell for cell in row.values() if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t"))]


def test_the_site_has_the_file(tmp_path: Path) -> None:
    made = makers(context(insights(vault(tmp_path, FILES))))["assets/work-search-log.csv"]()
    assert made.startswith(b"\xef\xbb\xbfdate,what,")
    assert made.count(b"\r\n") == 3


# On paper


def test_the_part_for_paper_has_what_the_screen_does_not(tmp_path: Path) -> None:
    found = insights(vault(tmp_path, FILES))
    part = brief_part(Here(context(found), "../../"), found.network.people["contacts/Jane Doe.md"])
    assert part.startswith('<section class="nf-brief"')
    assert part.count("<li>") == 6  # five questions and a talk
    assert "18\u00a0Nov\u00a02026, Call.</b> Good." in part
