"""Goals: every measure over week, month and total, from the records alone, with filters."""

import pytest

TALK = "with: [[Jane]]; channel: coffee"
ENTRIES = {  # today is Thursday 26 November 2026
    "2026-09-30 a": f"{TALK}; minutes: 10",
    "2026-10-31 a": f"{TALK}; minutes: 20; introduced: [[Kim]]",
    "2026-11-01 a": 'with: ["[[Jane]]", "[[Ann]]"]; channel: email; minutes: 5; tags: tech',
    "2026-11-22 a": "with: [[Bob]]; channel: call; minutes: 15; purpose: information-interview",
    "2026-11-23 a": 'with: [[Bob]]; channel: email; minutes: 1; introduced: ["[[Lou]]", "[[Max]]"]',
    "2026-11-23 b": "activity: study; minutes: 99",
    "2026-11-26 a": "with: [[Cy]]; channel: coffee; minutes: 30; purpose: information-interview; tags: tech",
    "2026-11-26 b": "with: [[Cy]]; channel: interview; minutes: 60",
    "2026-11-27 a": "with: [[Dan]]; channel: coffee; minutes: 30; purpose: information-interview; introduced: [[Ned]]",
    "Met": "met_on: 2026-11-24",
    "Met long ago": "met_on: 2026-08-01",
    "Ann": "met_on: 2026-10-05",
    "Never met": "",
    "career/leads/L1.md": "company: [[Acme]]; heard_on: 2026-10-31; applied_on: 2026-11-01; stage: applied",
    "career/leads/L2.md": "company: [[Globex]]; heard_on: 2026-11-22; applied_on: 2026-11-26; stage: applied",
    "career/leads/L3.md": "company: [[Acme]]; heard_on: 2026-11-26; stage: heard",
    "career/leads/L4.md": "company: [[Acme]]; heard_on: 2026-11-27; applied_on: 2026-11-30; stage: applied",
}


def goal(fields: str) -> dict[str, str]:
    return {"career/goals/G.md": f"title: G; target: 10; {fields}"}


@pytest.mark.parametrize(
    ("measure", "week", "month", "total"),
    [
        pytest.param("interactions", 3, 5, 7, id="entries with people, none planned, no activity"),
        pytest.param("new-contacts", 2, 3, 6, id="Met, Cy; and Bob; and Jane, Met long ago, Ann"),
        pytest.param("information-interviews", 1, 2, 2, id="that purpose"),
        pytest.param("introductions", 2, 2, 3, id="names, not entries"),
        pytest.param("applications", 1, 2, 2, id="by applied_on"),
        pytest.param("leads", 1, 2, 3, id="by heard_on"),
        pytest.param("minutes", 31, 51, 81, id="networking minutes, no job interview"),
    ],
)
@pytest.mark.parametrize("per", ["week", "month", "total"])
def test_each_measure_over_each_period(derived, measure, per, week, month, total) -> None:
    [progress] = derived({**ENTRIES, **goal(f"measure: {measure}; per: {per}")}, "2026-11-26").goals
    assert progress.done == {"week": week, "month": month, "total": total}[per]


@pytest.mark.parametrize(
    ("fields", "done"),
    [
        pytest.param("measure: interactions; per: total; start: 2026-11-01", 5, id="from its start on"),
        pytest.param("measure: interactions; per: total; start: 2026-11-02", 4, id="the day after"),
        pytest.param("measure: interactions; per: total; start: 2026-10-31; due: 2026-11-22", 3, id="until it was due"),
        pytest.param("measure: interactions; per: total; start: 2026-12-01", 0, id="not started"),
        pytest.param("measure: interactions; per: total; channel: coffee", 3, id="channel"),
        pytest.param("measure: interactions; per: month; channel: email", 2, id="channel in the month"),
        pytest.param("measure: interactions; per: week; channel: letter", 0, id="a channel unused"),
        pytest.param("measure: minutes; per: total; channel: coffee", 60, id="minutes of a channel"),
        pytest.param("measure: applications; per: total; companies: [[Acme]]", 1, id="applications to a company"),
        pytest.param("measure: leads; per: total; companies: [[Acme]]", 2, id="leads at a company"),
        pytest.param('measure: leads; per: total; companies: ["[[Acme]]", "[[Globex]]"]', 3, id="at either company"),
        pytest.param("measure: leads; per: total; companies: acme", 2, id="the company as text"),
        pytest.param("measure: interactions; per: total; tags: tech", 2, id="tags"),
    ],
)
def test_filters_and_dates(derived, fields, done) -> None:
    [progress] = derived({**ENTRIES, **goal(fields)}, "2026-11-26").goals
    assert progress.done == done


@pytest.mark.parametrize(
    ("measure", "link"),
    [
        ("interactions", "[[acme]]"),
        ("interactions", "[[ACME]]"),
        ("interactions", "[[career/companies/acme]]"),
        ("interactions", "[[acme|the firm]]"),
        ("interactions", "[[Acme GmbH]]"),
        ("interactions", "[[Acme Corp]]"),
        ("interactions", "acme"),
        ("new-contacts", "[[acme]]"),
        ("leads", "[[acme]]"),
    ],
)
def test_a_goals_company_is_found_like_every_link(derived, measure, link) -> None:
    """By file stem, then name, then aliases, whatever the company is called on its page."""
    files = {
        "career/companies/acme.md": "name: Acme GmbH; aliases: Acme Corp",
        "Jane": "company: [[acme]]",
        "2026-11-23 a": TALK,
        "career/leads/L.md": "company: [[acme]]; heard_on: 2026-11-23; stage: heard",
        **goal(f"measure: {measure}; per: week; companies: {link}"),
    }
    assert derived(files, "2026-11-26").goals[0].done == 1


@pytest.mark.parametrize(
    ("today", "per", "done"),
    [
        ("2026-11-22", "week", 1),
        ("2026-11-23", "week", 1),
        ("2026-10-31", "month", 1),
        ("2026-11-01", "month", 1),
        ("2026-11-30", "month", 6),
        ("2026-11-30", "week", 0),
        ("2027-01-01", "month", 0),
    ],
)
def test_a_new_week_and_a_new_month_begin_at_nothing(derived, today, per, done) -> None:
    [progress] = derived({**ENTRIES, **goal(f"measure: interactions; per: {per}")}, today).goals
    assert progress.done == done


@pytest.mark.parametrize(
    ("per", "past"),
    [
        ("week", {"2026-10-26": 2, "2026-11-16": 1, "2026-11-23": 3}),
        ("month", {"2026-09-01": 1, "2026-10-01": 1, "2026-11-01": 5}),
    ],
)
def test_past_periods_are_a_row(derived, per, past) -> None:
    [progress] = derived(
        {**ENTRIES, **goal(f"measure: interactions; per: {per}; start: 2026-09-01")}, "2026-11-26"
    ).goals
    assert {span.first.isoformat(): span.done for span in progress.spans if span.done} == past


@pytest.mark.parametrize(
    ("networking", "search", "share"), [(30, 90, 25), (0, 90, 0), (30, 0, 100), (0, 0, 0), (20, 40, 33)]
)
def test_the_networking_share_is_a_goal_in_percent(derived, networking, search, share) -> None:
    files = {
        **goal("measure: networking-share; per: week"),
        **({"2026-11-23 n": f"{TALK}; minutes: {networking}"} if networking else {}),
        **({"2026-11-23 s": f"activity: study; minutes: {search}"} if search else {}),
    }
    [progress] = derived(files, "2026-11-26").goals
    assert progress.done == pytest.approx(share, abs=0.5)


@pytest.mark.parametrize(
    ("person", "week", "total"),
    [
        pytest.param({"Jane": ""}, 1, 1, id="by first entry"),
        pytest.param({"Jane": "met_on: 2026-11-24"}, 1, 1, id="by the earlier of both, in this week"),
        pytest.param({"Jane": "met_on: 2026-11-20"}, 0, 1, id="met last week, first entry today"),
        pytest.param({"Jane": "met_on: 2026-12-24"}, 1, 1, id="first entry before met_on"),
        pytest.param({"Jane": "", "2026-11-22 b": TALK}, 0, 1, id="first entry last week"),
        pytest.param({"Jane": "", "Ann": "met_on: 2026-11-27"}, 1, 1, id="met tomorrow is not met"),
    ],
)
def test_a_contact_is_new_by_first_entry_or_meeting_whichever_is_earlier(derived, person, week, total) -> None:
    files = {"2026-11-26 a": TALK, **person}
    done = {
        per: derived({**files, **goal(f"measure: new-contacts; per: {per}")}, "2026-11-26").goals[0].done
        for per in ("week", "total")
    }
    assert done == {"week": week, "total": total}


def test_a_goal_in_words_and_one_that_is_dropped_do_no_harm(derived) -> None:
    files = {
        "career/goals/A.md": "title: Learn to listen",
        "career/goals/B.md": "title: B; measure: interactions; target: 3; per: week; status: dropped",
        "career/goals/C.md": "title: C; measure: interactions; target: 2; per: week",
        **ENTRIES,
    }
    by_title = {progress.goal.title: progress for progress in derived(files, "2026-11-26").goals}
    assert by_title["C"].done == 3
    assert by_title["C"].target == 2
    assert by_title["Learn to listen"].done == 0


def test_the_same_numbers_on_another_day_are_another_value(derived) -> None:
    """Each measure is counted from the records alone: yesterday's count does not see today."""
    files = {**ENTRIES, **goal("measure: interactions; per: week")}
    assert [derived(files, f"2026-11-{day}").goals[0].done for day in (23, 25, 26, 27, 29)] == [1, 1, 3, 4, 4]
