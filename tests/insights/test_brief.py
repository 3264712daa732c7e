"""The brief: what is told before a talk, and five questions that never speak of what is not known."""

import re

import pytest
from hypothesis import given, settings

from netfiles.insights.brief import brief
from netfiles.insights.derive import derive
from netfiles.insights.questions import COUNT, PURPOSES, QUESTIONS
from tests.insights.random_vaults import TODAY as RANDOM_TODAY
from tests.insights.random_vaults import Files, network_of, vaults

TODAY = "2026-11-19"


@pytest.fixture
def of_jane(derived):
    def make(files, purpose=None):
        insights = derived({"Jane": "title: Planner", **files}, TODAY)
        return brief(insights, insights.network.people["contacts/Jane.md"], purpose)

    return make


@pytest.mark.parametrize(
    ("files", "purpose"),
    [
        pytest.param({}, "information-interview", id="nobody has spoken yet"),
        pytest.param({"2026-11-01 a": "with: [[Jane]]; channel: call"}, "catch-up", id="in contact"),
        pytest.param({"2026-11-24 a": "with: [[Jane]]; purpose: introduction"}, "introduction", id="as planned"),
        pytest.param({"2026-11-24 a": "with: [[Jane]]; channel: interview"}, "interview", id="a planned interview"),
        pytest.param(
            {"2026-11-24 a": "with: [[Jane]]; purpose: to see the ovens"}, "information-interview", id="own words"
        ),
        pytest.param(
            {"2026-11-24 a": "with: [[Jane]]; purpose: thanks", "2026-11-30 b": "with: [[Jane]]; purpose: follow-up"},
            "thanks",
            id="the next one planned",
        ),
    ],
)
def test_the_purpose_that_lies_nearest(of_jane, files, purpose) -> None:
    found = of_jane(files)
    assert found.purpose == purpose
    assert found.why


@pytest.mark.parametrize(
    ("files", "days"),
    [
        pytest.param(
            [("01", "call"), ("02", "coffee"), ("03", "call"), ("04", "call")], ["04", "03", "02"], id="three"
        ),
        pytest.param([("01", "call"), ("02", "email"), ("03", "email")], ["03", "02", "01"], id="messages stand in"),
        pytest.param(
            [("01", "call"), ("02", "call"), ("03", "call"), ("04", "email")], ["03", "02", "01"], id="only talks"
        ),
        pytest.param([("01", "call"), ("24", "call")], ["01"], id="planned ones are none"),
    ],
)
def test_the_last_three_talks(of_jane, files, days) -> None:
    entries = {f"2026-11-{day} a": f"with: [[Jane]]; channel: {channel}" for day, channel in files}
    assert [entry.day.isoformat()[8:] for entry in of_jane(entries).talks] == days


def test_open_loops_both_ways_by_their_day(of_jane) -> None:
    files = {
        "Jane": "next: bring the book // - [ ] return the key\n- [x] done",
        "2026-11-01 a": "with: [[Jane]]; next: send the plan; next_on: 2026-11-30; "
        "they_owe: a name; they_owe_on: 2026-11-20",
        "2026-11-02 b": "with: [[Jane]]; next: old; next_on: 2026-11-03; next_done: 2026-11-04",
        "2026-11-03 c": "with: [[[Ann]], [[Jane]]]; next: for Ann; next_on: 2026-11-05",
    }
    found = of_jane(files)
    assert [(one.mine, one.text) for one in found.open] == [
        (False, "a name"),
        (True, "send the plan"),
        (True, "bring the book"),
        (True, "return the key"),
    ]
    assert all(one.place.line > 1 for one in found.open)


def test_what_the_queue_says_that_i_owe_is_there_too(of_jane) -> None:
    found = of_jane({"2026-11-01 a": "with: [[Jane]]; channel: call; got: advice"})
    assert [reason.rule for reason in found.owed] == ["thank"]


@pytest.mark.parametrize(
    ("may", "said"),
    [
        ("yes", "You may say that Bo sent you."),
        ("ask", "Ask Bo before you use the name."),
        ("no", "Do not use the name of Bo."),
        ("", "Whether you may say so is not written: ask Bo."),
    ],
)
def test_who_sent_me_and_what_i_may_say(of_jane, may, said) -> None:
    bo = {"Bo": f"may_use_name: {may}" if may else "title: x"}
    given = {"2026-10-01 a": "with: [[Bo]]; channel: call; introduced: [[Jane]]"}
    assert [one.may_say for one in of_jane({**bo, **given}).sent] == [said]
    assert [one.may_say for one in of_jane({**bo, "Jane": "introduced_by: [[Bo]]"}).sent] == [said]
    name = any("Bo gave me your name" in text for text in of_jane({**bo, **given}, "introduction").questions)
    assert name is (may == "yes")


@pytest.mark.parametrize(
    ("files", "unheard"),
    [
        pytest.param({}, ["New", "Old win", "Other win"], id="nothing told"),
        pytest.param({"2026-11-01 a": "with: [[Jane]]; told: [[New]]"}, ["Old win", "Other win"], id="the news"),
        pytest.param(
            {"2026-11-01 a": "with: [[Jane]]; told: [[Old]]"}, ["New", "Old win", "Other win"], id="only old news"
        ),
        pytest.param({"2026-11-01 a": "with: [[Jane]]; told: old WIN"}, ["New", "Other win"], id="an accomplishment"),
        pytest.param(
            {"2026-11-01 a": "with: [[Ann]]; told: [[New]]"}, ["New", "Old win", "Other win"], id="somebody else"
        ),
        pytest.param({"2026-11-24 a": "with: [[Jane]]; told: [[New]]"}, ["New", "Old win", "Other win"], id="planned"),
        pytest.param({"Jane": "told_before: [[New]]"}, ["Old win", "Other win"], id="told before"),
        pytest.param(
            {"career/news/New.md": "date: 2026-10-01; audience: relation:alumni", "Jane": "relation: alumni"},
            ["New", "Old", "Old win", "Other win"],
            id="meant for them",
        ),
        pytest.param(
            {"career/news/New.md": "date: 2026-10-01; audience: -relation:recruiter", "Jane": "relation: recruiter"},
            ["Old", "Old win", "Other win"],
            id="not meant for them",
        ),
        pytest.param(
            {"career/news/New.md": "date: 2026-10-01; audience: nosuchfield:x"},
            ["Old", "Old win", "Other win"],
            id="an audience of nobody",
        ),
    ],
)
def test_what_they_have_not_heard(of_jane, files, unheard) -> None:
    known = {
        "career/profile.md": "accomplishments: [Old win, Other win]",
        "career/news/Old.md": "date: 2026-01-01",
        "career/news/New.md": "date: 2026-10-01; supersedes: [[Old]]",
        "career/news/Over.md": "date: 2026-01-01; until: 2026-02-01",
        "career/news/Later.md": "date: 2026-12-01",
    }
    assert [one.text for one in of_jane({**known, **files}).unheard] == unheard


# Questions


@pytest.mark.parametrize("purpose", PURPOSES)
def test_each_purpose_has_enough_questions_that_need_nothing(purpose) -> None:
    texts = QUESTIONS[purpose]
    assert len(texts) == len(set(texts))
    assert sum("{" not in text for text in texts) >= COUNT
    assert "{" not in texts[-1]


def test_questions_speak_of_what_is_known(of_jane) -> None:
    files = {
        "Jane": "title: Planner; company: Acme; past_companies: Globex (2010-2018)",
        "career/profile.md": "roles: analyst",
    }
    assert of_jane(files).questions == (
        "What does a usual week as Planner at Acme look like?",
        "What took you from Globex to Acme?",
        "Where would somebody like me, analyst, fit in at Acme?",
        "What do you look for in somebody who is to work as analyst?",
        "Which two other people should I speak to?",
    )


def test_text_of_the_owner_with_braces_stays_as_it_is(of_jane) -> None:
    found = of_jane({"Jane": "title: '{company} of {0}'; company: Acme"})
    assert found.questions[0] == "What does a usual week as {company} of {0} at Acme look like?"


@settings(deadline=None, max_examples=25)
@given(vaults())
def test_there_are_always_five_questions_without_a_blank(files: Files) -> None:
    insights = derive(network_of(files), RANDOM_TODAY)
    for someone in insights.network.people.values():
        for purpose in (None, *PURPOSES):
            found = brief(insights, someone, purpose).questions
            assert len(found) == len(set(found)) == COUNT
            assert not re.search(r"{\w+}", " ".join(found))
