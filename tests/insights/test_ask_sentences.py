"""Sentences to ask with: specific, from the profile and the targets."""

import pytest

from netfiles.insights.vague import stock_words

PROFILE = """
---
roles: [Supply planning analyst, patient flow analyst]
industries: [Manufacturing, health care, public utilities]
locations: ["Springfield, MA", "Boston, MA (two days a week)"]
---
"""


CALL = "and may I call them for 15 minutes?"


def texts(insights) -> list[str]:
    return [one.text for one in insights.ask_sentences]


def test_one_for_each_target_and_one_for_each_industry(derived) -> None:
    files = {
        "career/profile.md": PROFILE,
        "career/companies/Northlight.md": "target: B",
        "career/companies/Palisade Health.md": "target: A",
        "career/companies/Done.md": "target: A; status: closed",
        "career/leads/Flow.md": "title: Patient Flow Analyst II; company: [[Palisade Health]]; stage: asked",
    }
    assert texts(derived(files, "2026-11-19")) == [
        "Do you know anybody who works as a patient flow analyst at Palisade Health, whom I could ask how they work?",
        "Do you know anybody who works as a supply planning analyst at Northlight, whom I could ask how they work?",
        f"Which supply planning analyst do you know in manufacturing around Springfield, MA, {CALL}",
        f"Which patient flow analyst do you know in health care around Boston, MA, {CALL}",
        f"Which supply planning analyst do you know in public utilities around Springfield, MA, {CALL}",
    ]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("planner", "works as a planner at"),
        ("Operations analyst", "works as an operations analyst at"),
        ("HR partner", "works as an HR partner at"),
        ("SQL developer", "works as an SQL developer at"),
        ("CFO", "works as a CFO at"),
        ("Head of planning, small team", "works as a head of planning at"),
        ("planner (part-time).", "works as a planner at"),
    ],
)
def test_a_role_within_a_sentence(derived, role, words) -> None:
    files = {"career/profile.md": f'roles: ["{role}"]', "career/companies/Acme.md": "target: A"}
    (sentence,) = texts(derived(files, "2026-11-19"))
    assert words in sentence


@pytest.mark.parametrize(
    ("profile", "count"),
    [
        pytest.param(None, 0, id="no profile"),
        pytest.param("industries: retail", 0, id="no role"),
        pytest.param("roles: planner", 1, id="a role and a target"),
        pytest.param("roles: planner; industries: [retail, Retail]", 2, id="the same twice is one"),
        pytest.param("roles: any job; industries: retail", 0, id="a vague role makes no sentence"),
    ],
)
def test_what_there_must_be(derived, profile, count) -> None:
    files = {"career/companies/Acme.md": "target: A"}
    if profile is not None:
        files["career/profile.md"] = profile
    found = texts(derived(files, "2026-11-19"))
    assert len(found) == count
    assert not any(stock_words(text) for text in found)
