"""What the pages count: the same on each of them, and in one way within a sentence."""

import re
from html import unescape
from pathlib import Path

import pytest

from netfiles.views.words import in_words, number, people_and_things

from .made import all_pages, html, vault

LEAD = {"career/leads/Planner.md": "---\ntitle: Planner\nstage: applied\napplied_on: 2026-10-01\n---\n"}


def owed(count: int) -> dict[str, str]:
    """So many people who are owed thanks."""
    return {
        f"journal/2026-11-10 {n}.md": f'---\nwith: "[[Person {n:02}]]"\nchannel: call\ngot: advice\n---\n'
        for n in range(count)
    }


def said(root: Path, address: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html(all_pages(root)[address]))).split())


@pytest.mark.parametrize(
    ("people", "things", "words"),
    [
        (0, 0, ""),
        (1, 0, "one person"),
        (0, 2, "two things"),
        (12, 1, "twelve people and one other thing"),
        (13, 2, "13 people and 2 other things"),
    ],
)
def test_one_number_above_twelve_gives_all_of_a_sentence_digits(people: int, things: int, words: str) -> None:
    assert people_and_things(people, things, in_words(people, things)) == words


def test_numbers_are_spelt_up_to_twelve() -> None:
    assert [number(0), number(12), number(13), number(1083)] == ["no", "twelve", "13", "1,083"]
    assert number(2, spelt=False) == "2"


def test_follow_ups_count_people_and_other_things_as_today_does(tmp_path: Path) -> None:
    root = vault(tmp_path, {**owed(2), **LEAD})
    assert "two people and one other thing, about" in said(root, "index")
    assert "Two people and one other thing to get back to." in said(root, "follow-ups")


def test_follow_ups_say_how_much_of_it_fits(tmp_path: Path) -> None:
    names = {f"contacts/P{n:02}.md": "---\nkeep_in_touch: 1w\n---\n" for n in range(14)}
    text = said(vault(tmp_path, names), "follow-ups")
    assert "14 people to get back to; 5 people fit this week." in text
    profile = {"career/profile.md": "---\nweekly_minutes: 60\nnetworking_share: 30\n---\n"}
    assert "14 people to get back to; 1 person fits this week." in said(
        vault(tmp_path, {**names, **profile}), "follow-ups"
    )


def test_minutes_are_written_alike_on_every_page(tmp_path: Path) -> None:
    files = {
        f"journal/2026-11-{16 + n} {n}.md": f'---\nwith: "[[Jane]]"\nchannel: call\nminutes: {361 + n}\n---\n'
        for n in range(3)
    }
    root = vault(tmp_path, files)
    assert "1,086 minutes of networking" in said(root, "index")
    assert "Three talks, no messages and 1,086 minutes for people." in said(root, "review")
    assert "1,086 minutes logged" in said(root, "journal/2026-11")
    for address, page in all_pages(root).items():
        assert not re.search(r"\d min\b", html(page)), address


def test_a_week_s_talks_and_messages_are_counted_alike(tmp_path: Path) -> None:
    files = {
        f"journal/2026-11-17 {n}.md": f'---\nwith: "[[P{n}]]"\nchannel: {"call" if n < 13 else "email"}\n---\n'
        for n in range(15)
    }
    assert "13 talks, 2 messages and 0 minutes for people." in said(vault(tmp_path, files), "review")
