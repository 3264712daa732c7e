"""Never told, never asked: three a week, the same all week, everybody in turn, with what speaks for them."""

from datetime import date, timedelta
from zlib import crc32

import pytest

from netfiles.insights.draw import turn

NEWS = {"career/news/News.md": "date: 2026-01-01"}
MONDAY, SUNDAY = "2026-11-16", "2026-11-22"


def drawn(insights) -> list[str]:
    return [insights.network.people[one.key].name for one in insights.draw.three]


@pytest.mark.parametrize(
    ("files", "candidate"),
    [
        pytest.param({}, True, id="no entry at all"),
        pytest.param({"2026-11-10 a": "with: [[Jane]]; channel: call"}, True, id="only a talk"),
        pytest.param({"Jane": "source: vcard"}, True, id="imported"),
        pytest.param({"2026-11-10 a": 'with: [[Jane]]; told: "[[News]]"'}, False, id="told"),
        pytest.param({"2026-11-10 a": "with: [[Jane]]; told: the weather"}, True, id="told no news"),
        pytest.param({"Jane": 'told_before: "[[News]]"'}, False, id="told before"),
        pytest.param({"2026-11-10 a": "with: [[Jane]]; asked: advice"}, False, id="asked"),
        pytest.param({"2026-11-10 a": "with: [[Jane]]; ask: Who plans there?"}, False, id="asked in a sentence"),
        pytest.param({"2026-11-10 a": 'with: ["[[Bo]]", "[[Jane]]"]; asked: advice'}, True, id="somebody else asked"),
        pytest.param({"2026-11-16 a": "with: [[Jane]]; asked: advice"}, True, id="asked this week: still of the three"),
        pytest.param({"2026-11-25 a": "with: [[Jane]]; asked: advice"}, True, id="only planned"),
        pytest.param({"Jane": "status: dormant"}, False, id="dormant"),
        pytest.param({"Jane": "status: closed"}, False, id="closed"),
        pytest.param({"Jane": "snooze_until: 2026-11-20"}, False, id="snoozed"),
        pytest.param({"Jane": "snooze_until: 2026-11-19"}, True, id="until today"),
    ],
)
def test_who_can_be_drawn(derived, files, candidate) -> None:
    insights = derived({**NEWS, "Jane": "", **files}, "2026-11-19")
    assert ("Jane" in drawn(insights)) is candidate
    assert insights.draw.among == (1 if candidate else 0)


def test_a_name_without_a_file_is_nobody_s_turn(derived) -> None:
    assert drawn(derived({"2026-11-10 a": "with: [[Ghost]]; channel: call"}, "2026-11-19")) == []


TWENTY = {f"Person {n}": "" for n in range(20)}


def test_three_from_monday_to_sunday_and_others_in_the_next_week(derived) -> None:
    weeks = [drawn(derived(TWENTY, day)) for day in (MONDAY, "2026-11-19", SUNDAY, "2026-11-23")]
    assert weeks[0] == weeks[1] == weeks[2]
    assert len(weeks[0]) == 3
    assert not set(weeks[0]) & set(weeks[3])


def test_who_is_asked_in_the_week_stays_and_is_done(derived) -> None:
    first, *others = drawn(derived(TWENTY, MONDAY))
    files = {**TWENTY, "2026-11-17 a": f"with: [[{first}]]; asked: advice"}
    insights = derived(files, "2026-11-19")
    assert drawn(insights) == [first, *others]
    assert [one.done.path if one.done else None for one in insights.draw.three] == [
        "journal/2026-11-17 a.md",
        None,
        None,
    ]
    assert first not in drawn(derived(files, "2026-11-23"))


def test_everybody_comes_within_seven_weeks_of_twenty(derived) -> None:
    start = date(2026, 10, 5)
    found = [drawn(derived(TWENTY, (start + timedelta(weeks=n)).isoformat())) for n in range(7)]
    assert {name for week in found for name in week} == set(TWENTY)


def lot(key: str) -> int:
    return crc32(key.encode())


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 20, 155, 156])
def test_up_to_156_everybody_comes_within_a_year(count) -> None:
    order = [f"p{n}" for n in range(count)]
    weeks = [turn(order, lot, week) for week in range(1, 53)]
    assert {key for week in weeks for key in week} == set(order)
    assert all(len(week) == len(set(week)) == min(3, count) for week in weeks)
    assert len(turn(order, lot, 53)) == min(3, count)


def test_of_more_two_are_of_the_first_and_one_of_the_others() -> None:
    order = [f"p{n}" for n in range(10_000)]
    weeks = [turn(order, lot, week) for week in range(1, 53)]
    assert [key for week in weeks for key in week[:2]] == order[:104]
    others = [week[2] for week in weeks]
    assert len(set(others)) == 52
    assert not set(others) & set(order[:104])
    assert [turn(order, lambda key: lot(f"2027 {key}"), week)[2] for week in (1, 2)] != others[:2]


LOOK = {
    "career/profile.md": "industries: health care; locations: [Springfield MA, 'Northampton, MA']",
    "career/companies/Acme.md": "target: A; industry: tools",
    "career/companies/Clinic.md": "industry: Health Care",
    "Ann": "company: Acme",
}


@pytest.mark.parametrize(
    ("person", "fact", "place"),
    [
        pytest.param("company: Acme", "works at Acme, a target", ("Jane", 2), id="works at a target"),
        pytest.param(
            "past_companies: [Other, Acme (2018-2020)]", "worked at Acme, a target", ("Jane", 2), id="worked there"
        ),
        pytest.param(
            "company: Clinic", "works at Clinic (Health Care, an industry you look at)", ("Jane", 2), id="industry"
        ),
        pytest.param("knows: [[Ann]]", "knows Ann at Acme, a target", ("Jane", 2), id="knows somebody there"),
        pytest.param(
            "location: Northampton", "lives in Northampton, where you look for work", ("Jane", 2), id="the town"
        ),
        pytest.param("can_help: names in planning", "can help with: names in planning", ("Jane", 2), id="an offer"),
        pytest.param("title: x; tags: [close, Alumni]", "alumni, as you are", ("Jane", 3), id="a tag"),
        pytest.param("relation: alumni", "alumni, as you are", ("Jane", 2), id="a relation"),
        pytest.param("company: Other; location: Boston; tags: close", None, None, id="nothing"),
        pytest.param("company: Other; knows: [[Bo]]", None, None, id="knows somebody elsewhere"),
    ],
)
def test_what_speaks_for_somebody(derived, person, fact, place) -> None:
    insights = derived({**LOOK, "Jane": person}, "2026-11-19")
    one = next(one for one in insights.draw.three if one.key == "contacts/Jane.md")
    assert [found.text for found in one.facts] == ([fact] if fact else [])
    if place:
        assert (one.facts[0].place.file, one.facts[0].place.line) == (f"contacts/{place[0]}.md", place[1])


def test_what_others_say_of_them_speaks_too(derived) -> None:
    insights = derived({**LOOK, "Ann": "company: Acme; knows: [[Jane]]", "Jane": ""}, "2026-11-19")
    one = next(one for one in insights.draw.three if one.key == "contacts/Jane.md")
    assert [(fact.text, fact.place.file) for fact in one.facts] == [("knows Ann at Acme, a target", "contacts/Ann.md")]


def test_a_strong_tie_speaks_for_somebody(derived) -> None:
    talks = {f"2026-{month}-10 a": "with: [[Jane]]; channel: coffee" for month in ("09", "10", "11")}
    (one,) = derived({"Jane": "", **talks}, "2026-11-19").draw.three
    assert [fact.text for fact in one.facts] == ["a strong tie"]


def test_colleagues_at_the_target_do_not_speak_for_each_other(derived) -> None:
    insights = derived({**LOOK, "Jane": "company: Acme; knows: [[Ann]]"}, "2026-11-19")
    one = next(one for one in insights.draw.three if one.key == "contacts/Jane.md")
    assert [fact.text for fact in one.facts] == ["works at Acme, a target"]


def test_those_for_whom_most_speaks_come_first_in_the_year(derived) -> None:
    rest = {f"P{n:02}": "" for n in range(30)}
    files = {**LOOK, **rest, "Bo": "company: Acme; location: Springfield", "Cy": "company: Acme"}
    first_week = drawn(derived(files, "2026-01-01"))
    assert (first_week[0], sorted(first_week[1:])) == ("Bo", ["Ann", "Cy"])


def test_the_worked_example_of_the_rules(example_vault, insights_of) -> None:
    """docs/rules.md, Never told, never asked: whose turn it is in week 47."""
    insights = insights_of(example_vault)
    people, (_, found) = insights.network.people, insights.speaking
    order = sorted(found.values(), key=lambda one: (-one.facts, one.lot))
    assert [(people[one.standing.someone.key].name.split()[0], one.facts) for one in order] == [
        ("Ingrid", 3),
        ("Zoë", 1),
        ("Wolfgang", 1),
        ("Ludmila", 1),
        ("Oluwaseun", 0),
    ]
    assert sorted(name.split()[0] for name in drawn(insights)) == ["Ingrid", "Ludmila", "Oluwaseun"]
