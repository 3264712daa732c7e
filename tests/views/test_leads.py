"""The page of leads: the board, each lead with its anchor, the counts and what they count, the chain of help."""

import re
from pathlib import Path

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.vault.load import load
from netfiles.views.addresses import MOST_LEADS
from netfiles.views.context import context
from netfiles.views.marks import marks

from .made import TODAY, all_pages, html, insights, vault
from .reading import read

EVIL = "<img src=x onerror=alert(1)>"
LEAD = "career/leads/{}.md"


def lead(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", ""))


STORY = {
    "contacts/Nia.md": lead('introduced_by: "[[Gus]]"'),
    "contacts/Gus.md": lead("company: Globex"),
    "journal/2026-10-01 Call.md": lead('with: "[[Nia]]"', "channel: call", "got: lead"),
    LEAD.format("Planner"): lead(
        "title: Supply Planner",
        'company: "[[Acme]]"',
        "stage: applied",
        'heard_from: "[[Nia]]"',
        'heard_via: "[[2026-10-01 Call]]"',
        "heard_on: 2026-10-01",
        "posted_on: 2026-10-12",
        "applied_on: 2026-11-09",
        "next: ask Nia",
        "next_on: 2026-11-24",
    ),
    LEAD.format("Analyst"): lead("title: Analyst", "stage: rejected", "closed_on: 2026-11-02", "result: second of two"),
    "career/companies/Acme.md": lead("target: A"),
}


def text_of(markup: str) -> str:
    """What a reader sees."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:a|b|code|i|span)\b[^>]*>", "", markup)))


def page_of(root: Path, files: dict[str, str]) -> str:
    return html(all_pages(vault(root, files))["leads"])


def test_without_a_lead_it_says_which_file_to_write(tmp_path: Path) -> None:
    page = page_of(tmp_path, {})
    assert "career/leads/Planning Analyst at Acme.md" in page
    assert "heard_on: 2026-11-19" in page
    assert "next_on: 2026-11-26" in page


def test_it_tells_each_lead_and_whose_help_led_to_it(tmp_path: Path) -> None:
    page = page_of(tmp_path, STORY)
    words = text_of(page)
    assert "One lead is open, one is closed." in words
    assert "Next Tue 24 Nov 2026, Supply Planner, Acme: ask Nia." in words
    assert "Applied 1 Supply Planner Acme 10 days, next step 24 Nov" in words
    assert "applied since Mon 9 Nov 2026, 10 days" in words
    assert "Thanks to Nia (told you, 1 Oct 2026); Gus (introduced Nia)" in words
    assert 'href="../journal/2026-10/#e-2026-10-01-call">told you' in page
    assert 'href="../people/nia/">introduced Nia' in page
    assert "The head start was 11 days." in words
    assert "rejected on Mon 2 Nov 2026" in words
    assert "second of two" in words


def test_what_is_open_stands_before_what_is_folded(tmp_path: Path) -> None:
    page = page_of(tmp_path, STORY)
    open_one, fold, closed = (page.index(text) for text in ('id="lead-planner"', "nf-folded", 'id="lead-analyst"'))
    assert open_one < fold < closed


def test_a_number_leads_to_what_it_counts(tmp_path: Path) -> None:
    page = all_pages(vault(tmp_path, STORY))["leads"]
    found = read(page)
    ways = {href for href in found.hrefs if re.match(r"#(at|seen|from)-", href)}
    assert {"#at-applied", "#seen-before", "#seen-unknown", "#from-person", "#from-unknown"} <= ways
    assert {way.removeprefix("#") for way in ways} <= set(found.ids)


def test_pictures_have_a_title_and_a_table(tmp_path: Path) -> None:
    page = page_of(tmp_path, STORY)
    for picture in re.findall(r"<svg.*?</svg>", page):
        assert re.search(r'role="(?:img|group)" aria-label="[^"]{10,}"', picture)
        for bar in re.findall(r"<g>(.*?)</g>", picture):
            assert bar.startswith("<title>")
    assert page.count("<svg") == 2
    assert page.count("<table") >= 3


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(9, "No source has 10 leads yet. Of fewer a rate says nothing, so none is ranked.", id="nine"),
        pytest.param(10, "Only one source has 10 leads or more", id="ten of one"),
    ],
)
def test_below_ten_leads_no_rate_is_ranked(tmp_path: Path, count: int, said: str) -> None:
    files = {LEAD.format(n): lead('heard_from: "[[Nia]]"', "interviews: 2026-10-01") for n in range(count)}
    page = page_of(tmp_path, files)
    assert said in page
    assert ("100 %" in page) is (count == 10)


def test_two_sources_of_ten_are_ranked_by_their_interviews(tmp_path: Path) -> None:
    files = {
        LEAD.format(f"a{n}"): lead('heard_from: "[[Nia]]"', *["interviews: 2026-10-01"] * (n < 5)) for n in range(10)
    }
    files |= {
        LEAD.format(f"b{n}"): lead("posted_on: 2026-10-01", *["interviews: 2026-10-01"] * (n < 2)) for n in range(20)
    }
    files[LEAD.format("c")] = lead('heard_via: "[[2026-10-01 Fair]]"')
    files["journal/2026-10-01 Fair.md"] = lead("channel: event")
    words = text_of(page_of(tmp_path, files))
    assert "Led to an interview: from a person 50 % and from a posting 10 %." in words
    assert "Sources with fewer than 10 leads are not ranked." in words


def test_a_lead_that_contradicts_itself_is_shown_by_its_stage_or_its_newest_date(tmp_path: Path) -> None:
    files = {
        LEAD.format("Two"): lead("stage: [heard, applied]", "heard_on: 2026-11-10", "applied_on: 2026-11-12"),
        LEAD.format("Back"): lead("stage: applied", "heard_on: 2026-11-10", "applied_on: 2026-11-01"),
        LEAD.format("Both"): lead("stage: offer", "offer_on: 2026-11-10", "closed_on: 2026-11-12"),
    }
    words = text_of(page_of(tmp_path, files))
    assert "applied since Thu 12 Nov 2026" in words
    assert "applied since Sun 1 Nov 2026" in words
    assert "offer since Tue 10 Nov 2026" in words
    assert "Three leads are open." in words


def test_names_are_escaped_and_only_web_addresses_are_linked(tmp_path: Path) -> None:
    fields = ("title", "company", "url", "next", "result", "method", "salary")
    lines = [f'{field}: "{EVIL}"' for field in fields]
    files = {
        LEAD.format("One"): lead(*lines, f'heard_from: "[[{EVIL}]]"', "stage: heard", "heard_on: 2026-11-01"),
        LEAD.format("Two"): lead("url: javascript:alert(1)", f'title: "{"x" * 500}"', f'company: "{EVIL}"'),
    }
    page = all_pages(vault(tmp_path, files))["leads"]
    for tag, attributes in read(page).tags:
        assert attributes.get("src") != "x", tag
        assert "onerror" not in attributes
        assert not (attributes.get("href") or "").startswith("javascript")


def test_links_to_a_lead_lead_to_its_place_on_the_page(tmp_path: Path) -> None:
    files = {**STORY, "journal/2026-11-10 Note.md": lead('leads: "[[Planner]]"') + "See [[Analyst]].\n"}
    pages = all_pages(vault(tmp_path, files))
    entry = html(pages["journal/2026-11"])
    assert 'href="../../leads/#lead-planner"' in entry
    assert 'href="../../leads/#lead-analyst"' in entry


def test_of_very_many_leads_the_oldest_closed_have_their_place_with_their_company(tmp_path: Path) -> None:
    files = {
        LEAD.format(n): lead("company: Acme", "stage: rejected", f"closed_on: {2020 + n // 300}-01-{1 + n % 28:02}")
        for n in range(MOST_LEADS + 5)
    }
    files |= {LEAD.format("open"): lead("company: Acme", "stage: heard", "heard_on: 2010-01-01")}
    found = insights(vault(tmp_path, files))
    places = context(found).addresses.others
    assert places[LEAD.format("open")] == "leads/#lead-open"
    assert sorted(places.values()).count("companies/acme/") == 6
    page = html(all_pages(tmp_path)["leads"])
    assert page.count('id="lead-') == MOST_LEADS
    assert "And 6 more, each on the page of its company." in text_of(page)


def test_a_page_that_links_to_a_lead_is_made_again_when_the_lead_moves(tmp_path: Path) -> None:
    note = lead('leads: "[[Analyst at Acme]]"')
    files = {LEAD.format("Analyst at Acme"): lead("title: Analyst"), "journal/2026-11-10 Note.md": note}
    root = vault(tmp_path, files)
    before = build_network(load(root))
    first = marks(context(derive(before, TODAY)))
    vault(root, {LEAD.format("Analyst & at Acme"): lead("title: Another")})
    second = marks(context(derive(build_network(load(root), before), TODAY)))
    path = LEAD.format("Analyst at Acme")
    assert first.context.addresses.others[path] != second.context.addresses.others[path]
    assert first.month("2026-11") != second.month("2026-11")


LANDED = {
    **STORY,
    "career/profile.md": lead("status: landed"),
    LEAD.format("Analyst"): lead("title: Analyst", "stage: accepted", "closed_on: 2026-11-12", 'heard_from: "[[Nia]]"'),
}


def test_once_landed_it_says_what_is_left_to_do(tmp_path: Path) -> None:
    words = text_of(page_of(tmp_path, LANDED))
    assert "Analyst, accepted on Thu 12 Nov 2026" in words
    assert "Gus introduced Nia; not thanked since" in words
    assert "Save career/news/I have landed.md" in words
    assert "One lead is still open" in words


def test_once_landed_it_says_who_was_thanked_and_told(tmp_path: Path) -> None:
    files = {
        **LANDED,
        "journal/2026-11-13 Thanks.md": lead(
            'with: "[[Nia]]"', "channel: email", "purpose: thanks", 'told: "[[Hired]]"'
        ),
        "career/news/Hired.md": lead("title: Hired", "date: 2026-11-12"),
    }
    words = text_of(page_of(tmp_path, files))
    assert "Nia told you; thanked on Fri 13 Nov 2026" in words
    assert "One person has not heard Hired: Gus." in words
    assert "I have landed.md" not in words


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param({}, "Three things are left to do; then", id="thank, tell, withdraw"),
        pytest.param(
            {LEAD.format("Planner"): lead("title: Supply Planner", "stage: withdrawn", "closed_on: 2026-11-12")},
            "Two things are left to do; then", id="nothing to withdraw",
        ),
        pytest.param(
            {
                LEAD.format("Planner"): lead("title: Supply Planner", "stage: withdrawn", "closed_on: 2026-11-12"),
                "career/news/Hired.md": lead("title: Hired", "date: 2026-11-12", "until: 2026-11-15"),
            },
            "One thing is left to do; then", id="the news is over",
        ),
        pytest.param(
            {
                LEAD.format("Planner"): lead("title: Supply Planner", "stage: withdrawn", "closed_on: 2026-11-12"),
                "career/news/Hired.md": lead("title: Hired", "date: 2026-11-12", "until: 2026-11-15"),
                "journal/2026-11-13 Thanks.md": lead(
                    'with: ["[[Nia]]", "[[Gus]]"]', "channel: email", "purpose: thanks"
                ),
            },
            "Nothing is left to do: the queue only keeps you in touch.", id="nothing",
        ),
    ],
)  # fmt: skip
def test_once_landed_it_counts_what_is_left(tmp_path: Path, files: dict[str, str], said: str) -> None:
    words = text_of(page_of(tmp_path, {**LANDED, **files}))
    assert said in words
    assert "Hired was to be told until Sun 15 Nov 2026." in words or "career/news/Hired.md" not in files


def test_without_the_day_of_the_landing_none_is_claimed(tmp_path: Path) -> None:
    won = lead("title: Analyst", "stage: accepted", "heard_on: 2026-10-01", 'heard_from: "[[Nia]]"')
    words = text_of(page_of(tmp_path, {**LANDED, LEAD.format("Analyst"): won}))
    assert "Analyst: accepted, and the day is not known. Write closed_on into its file." in words
    assert "accepted on" not in words
    assert "Nia told you, 1 Oct 2026; not thanked yet" in words


def test_the_queue_gives_the_files_that_close_what_is_left(tmp_path: Path) -> None:
    today = html(all_pages(vault(tmp_path, LANDED))["index"])
    assert "purpose: thanks" in today
    assert "title: I have landed" in today
    assert "stage: withdrawn" in today


def test_the_leads_of_a_company_lead_to_the_page_of_leads_and_to_the_posting(tmp_path: Path) -> None:
    lead = "---\ntitle: Planner\ncompany: Acme\nstage: applied\nurl: https://acme.example/jobs/1\n---\n"
    page = all_pages(vault(tmp_path, {"career/leads/Planner.md": lead}))["companies/acme"]
    assert '<b><a href="../../leads/#lead-planner">Planner</a></b>' in html(page)
    assert '<a href="https://acme.example/jobs/1">the posting</a>' in html(page)
    assert "../../leads/#lead-planner" in read(page).hrefs
