"""Vague: an ask that nobody can act on says why, and how to say it better."""

import pytest

from netfiles.insights.vague import STOCK, stock_words, vague
from netfiles.records.read import read_record
from tests.conftest import REPOSITORY

ASK = "Who at Acme plans the line?"


def lacks(fields: str) -> list[str]:
    text = "\n".join(["---", "date: 2026-11-05", *fields.split("; "), "---", ""])
    record = read_record("interaction", "journal/a.md", text, "").record
    return [found.lack for found in vague(record)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(f"asked: contacts; ask: {ASK}", [], id="specific"),
        pytest.param("asked: contacts", ["sentence"], id="no sentence"),
        pytest.param("asked: contacts; ask:", ["sentence"], id="an empty sentence"),
        pytest.param(f"ask: {ASK}", ["kind"], id="no kind"),
        pytest.param("ask: Any openings?", ["kind", "words"], id="no kind, and stock words"),
        pytest.param("asked: job; ask: Keep me in mind for any jobs", ["words", "words"], id="two rows of the table"),
        pytest.param("asked: job; ask: Any jobs or any openings?", ["words"], id="two of one row are one"),
    ],
)
def test_what_makes_an_ask_vague(fields, expected) -> None:
    assert lacks(fields) == expected


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Do you have any openings?", "any openings"),
        ("ANY OPENINGS", "any openings"),
        ("Ány  ópenings, perhaps?", "any openings"),
        ("Please keep me in mind.", "keep me in mind"),
        ("Could I pick your brain?", "pick your brain"),
        ("I'd take anything you hear of", "anything you hear of"),
        ("Anything you’ve heard of", "anything you've heard of"),
        ("anything youve heard of", "anything you've heard of"),
        ("Do you know anyone who´s hiring?", "anyone who's hiring"),
        ("Let me know if\nsomething opens", "let me know if"),
        ("Let-me-know-if", "let me know if"),
        ("How many openings does the mill have?", None),
        ("Keep me in mindful company", None),
        ("Do you know anyone at Larkmeadow, in whatever department?", None),
        ("¿Quién planea la línea?", None),
        ("", None),
        ("?" * 5_000, None),
        ("any " * 3_000, None),
    ],
    ids=lambda value: str(value)[:40],
)
def test_stock_words_are_found_as_words(sentence, phrase) -> None:
    assert [found.why for found in stock_words(sentence)] == ([f"“{phrase}”"] if phrase else [])


@pytest.mark.parametrize("phrase", [phrase for _, phrases in STOCK for phrase in phrases])
def test_every_stock_phrase_is_known_and_documented(phrase) -> None:
    assert stock_words(f"Well: {phrase}!")
    assert f"“{phrase}”" in (REPOSITORY / "docs" / "rules.md").read_text("utf-8")


def test_every_doubt_says_how_to_say_it_better() -> None:
    assert all(better.endswith(".") for better, _ in STOCK)
    assert len({better for better, _ in STOCK}) == len(STOCK)
