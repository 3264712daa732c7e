"""The page of asks and thanks: four parts, each with its sentence, its proof, and what to write where it is empty."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.views.context import Here, context
from netfiles.views.ledger_of_giving import passed_between
from netfiles.views.ledgers import ledgers_page
from netfiles.views.page import Page
from netfiles.views.templating import fill

from .made import html, insights, vault
from .reading import read

EVIL = "<script>alert(1)</script>"
PARTS = ["asks", "thanks", "give-and-get", "promises"]
Made = Callable[[dict[str, str]], Page]


@pytest.fixture
def page(tmp_path: Path) -> Made:
    return lambda files: ledgers_page(context(insights(vault(tmp_path, files))))


def entry(*fields: str) -> str:
    return "\n".join(["---", 'with: "[[Jane Doe]]"', *fields, "---", ""])


def part(page: Page, anchor: str) -> str:
    """A part's text without its tags, in single spaces."""
    found = next(section.html for section in page.sections if section.anchor == anchor)
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def test_it_has_four_parts_with_an_anchor_each(page: Made) -> None:
    made = page({})
    assert (made.address, made.title) == ("asks", "Asks & thanks")
    assert [section.anchor for section in made.sections] == [None, *PARTS]
    assert {href.removeprefix("#") for href in read(made).hrefs} == set(PARTS)


@pytest.mark.parametrize(
    ("anchor", "line"),
    [
        ("asks", "asked: contacts"),
        ("asks", "ask: Who at Acme plans the line, and may I write to them?"),
        ("thanks", "got: advice"),
        ("thanks", "thanked: 2026-11-19"),
        ("give-and-get", "gave: help"),
        ("promises", "next_on: 2026-11-26"),
        ("promises", "they_owe: the name of the scheduler"),
    ],
)
def test_an_empty_vault_says_what_to_write(page: Made, anchor: str, line: str) -> None:
    assert line in part(page({}), anchor)


def test_each_part_opens_with_what_it_adds_up_to(page: Made) -> None:
    made = page(
        {
            "journal/2026-11-02 a.md": entry(
                "asked: contacts", "ask: Who plans?", "ask_status: granted", "got: advice"
            ),
            "journal/2026-11-05 b.md": entry("asked: contacts", "ask: Who else plans?"),
            "journal/2026-11-06 c.md": entry("got: lead", "thanked: 2026-11-07", "next: call", "next_on: 2026-11-18"),
        }
    )
    assert "One ask is open, one word of thanks is owed and one promise waits for you." in html(made)
    assert part(made, "asks").startswith("You asked twice; one granted, one still open.")
    assert part(made, "thanks").startswith("You were given something twice; you said thanks for one and owe one.")
    assert part(made, "give-and-get").startswith("Something passed between you and 1 person. From one of them")
    assert part(made, "promises").startswith("You owe one thing, which is late, and are owed nothing.")


def test_every_row_leads_to_its_proof(page: Made) -> None:
    made = page({"journal/2026-11-05 b.md": entry("asked: contacts", "ask: Who plans?", "got: lead", "next: call")})
    told = {
        section.anchor: section.html.count('href="../journal/2026-11/#e-2026-11-05-b"') for section in made.sections
    }
    assert told == {None: 0, **dict.fromkeys(PARTS, 1)}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (["asked: contacts"], "Vague: no sentence. Add the sentence as you said it:"),
        (["ask: Who plans the line?"], "Vague: no kind of ask. Add the line"),
        (["asked: job", "ask: Any openings?"], "Vague: “any openings”. Name one role at one company"),
    ],
)
def test_a_vague_ask_is_marked_with_why_and_how_to_say_it_better(page: Made, fields: list[str], why: str) -> None:
    for status in ("open", "declined"):
        made = page({"journal/2026-11-05 b.md": entry(*fields, f"ask_status: {status}")})
        assert why in part(made, "asks")


def test_a_specific_ask_is_not_marked(page: Made) -> None:
    made = page({"journal/2026-11-05 b.md": entry("asked: contacts", "ask: Who plans the line?")})
    assert "Vague" not in part(made, "asks")


def test_a_table_holds_a_hundred_rows_and_says_how_many_more_there_are(page: Made) -> None:
    made = page(
        {
            f"journal/2026-{n // 25 + 1:02}-{n % 25 + 1:02} a.md": entry("asked: contacts", "ask: Who?", "next: call")
            for n in range(105)
        }
    )
    assert "And 5 asks more that are still open" in part(made, "asks")
    assert "And five more, for later days or for none." in part(made, "promises")
    assert html(made).count("<tr>") == 202


def test_whom_to_give_first_has_what_they_could_use_or_the_line_to_add(page: Made) -> None:
    took = {f"journal/2026-11-0{n} a.md": entry("got: advice") for n in (1, 2)}
    assert "not written; add i_can_help: what you can do for them" in part(page(took), "give-and-get")
    known = {"contacts/Jane Doe.md": "---\ni_can_help: [a ride, spreadsheets]\n---\n", **took}
    assert "a ride and spreadsheets" in part(page(known), "give-and-get")


def test_nothing_from_a_file_becomes_markup(page: Made) -> None:
    made = page(
        {
            "contacts/Jane Doe.md": f'---\nname: "Jane {EVIL}"\ni_can_help: "{EVIL}"\nnext: "{EVIL}"\n---\n',
            "journal/2026-11-01 a.md": entry(f'ask: "{EVIL}"', "got: lead", f'next: "{EVIL}"', f'they_owe: "{EVIL}"'),
            "journal/2026-11-02 b.md": entry(f'ask: "{EVIL}"', "ask_status: granted", "got: lead"),
            f"journal/2026-11-03 {'x' * 100}.md": f'---\nwith: "[[{EVIL}]]"\nasked: job\n---\n',
        }
    )
    assert EVIL not in html(made)
    assert "&lt;script&gt;" in html(made)


def test_a_person_s_page_may_show_what_passed(tmp_path: Path) -> None:
    files = {"contacts/Jane Doe.md": "---\n---\n"}
    files |= {f"journal/2026-11-0{n} a.md": entry("got: [advice, lead]") for n in (1, 2)}
    here = Here(context(insights(vault(tmp_path, files))), "../../")
    someone = here.context.network.people["contacts/Jane Doe.md"]
    shown = fill("give_and_get.html", passed=passed_between(here, someone))
    assert "advice\u00a0×2, lead\u00a0×2" in shown
    assert "last <a" in shown
    assert "only taken: give first" in shown


def test_the_line_of_ways_counts_as_the_sentence_above_it_does(page: Made) -> None:
    made = page(
        {
            "journal/2026-11-05 b.md": entry("got: lead", "next: call", "they_owe: a name"),
            "journal/2026-11-06 c.md": entry("next: write"),
        }
    )
    head = " ".join(re.sub(r"<[^>]+>", "", made.sections[0].html).split())
    assert "One word of thanks is owed and two promises wait for you." in head
    assert "Thanks 1, outcomes 0" in head
    assert "Promises 2 yours, 1 theirs" in head


def test_where_only_others_promised_something_that_is_said(page: Made) -> None:
    made = page({"journal/2026-11-05 b.md": entry("they_owe: a name")})
    assert "Nothing waits for you: only what others promised is open." in made.sections[0].html


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (["active"], "You never asked the one person on file for anything specific."),
        (["active"] * 2, "You never asked any of the two people on file for anything specific."),
        (["active", "closed"], "You never asked the one person on file who is not closed for anything specific."),
        (["active"] * 13 + ["closed"], "You never asked any of the 13 people on file who are not closed for anything"),
    ],
)
def test_the_never_asked_are_of_those_who_are_not_closed(page: Made, people: list[str], words: str) -> None:
    files = {f"contacts/P{n:02}.md": f"---\nstatus: {status}\n---\n" for n, status in enumerate(people)}
    assert words in part(page(files), "asks")


def test_who_was_asked_is_not_among_the_never_asked(page: Made) -> None:
    files = {f"contacts/{name}.md": "---\n---\n" for name in ("Jane Doe", "Bo", "Cy")}
    made = page({**files, "journal/2026-11-05 b.md": entry("asked: contacts", "ask: Who plans?")})
    assert "Of the three people on file, you never asked two for anything specific." in part(made, "asks")


def test_thanks_for_today_are_due_tomorrow(page: Made) -> None:
    thanks = part(page({"journal/2026-11-19 b.md": entry("got: lead")}), "thanks")
    assert "Due 19 Nov 2026" in thanks.replace("\u00a0", " ")
    assert "lead tomorrow" in thanks
