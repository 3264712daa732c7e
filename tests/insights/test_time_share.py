"""Time share: networking minutes of all job-search minutes, by ISO week, estimates apart."""

import re

import pytest

TALK = "with: [[Jane]]; channel: coffee"
MAIL = "with: [[Jane]]; channel: email"


def logged(day: str, minutes: list[int], fields: str = TALK) -> dict[str, str]:
    return {f"{day} {n} old": f"{fields}; minutes: {number}" for n, number in enumerate(minutes)}


@pytest.mark.parametrize(
    ("files", "networking", "search"),
    [
        pytest.param({"2026-11-23 a": f"{TALK}; minutes: 45"}, 45, 0, id="a talk"),
        pytest.param({"2026-11-23 a": f"{MAIL}; minutes: 1h30"}, 90, 0, id="a message of an hour and a half"),
        pytest.param({"2026-11-23 a": "activity: study; minutes: 45m"}, 0, 45, id="an activity"),
        pytest.param({"2026-11-23 a": f"{TALK}; activity: research; minutes: 20"}, 0, 20, id="an activity with people"),
        pytest.param(
            {"2026-11-23 a": "with: [[Jane]]; channel: interview; minutes: 60"},
            0,
            60,
            id="a job interview is job search",
        ),
        pytest.param(
            {"2026-11-23 a": "with: [[Jane]]; channel: interview; purpose: information-interview; minutes: 60"},
            60,
            0,
            id="an information interview",
        ),
        pytest.param(
            {"2026-11-23 a": f"{TALK}; purpose: information-interview; minutes: 60"}, 60, 0, id="one over coffee"
        ),
        pytest.param(
            {"2026-11-23 a": 'with: ["[[Jane]]", "[[Ann]]"]; channel: event; minutes: 60'},
            60,
            0,
            id="many people, once",
        ),
        pytest.param({"2026-11-23 a": f"{TALK}; source: calendar; minutes: 30"}, 30, 0, id="imported, with minutes"),
        pytest.param({"2026-11-22 a": f"{TALK}; minutes: 45"}, 0, 0, id="Sunday is last week"),
        pytest.param({"2026-11-26 a": f"{TALK}; minutes: 45"}, 45, 0, id="today, Thursday"),
        pytest.param({"2026-11-27 a": f"{TALK}; minutes: 45"}, 0, 0, id="tomorrow is planned"),
        pytest.param({"2026-11-27 a": "activity: study; minutes: 45"}, 0, 0, id="tomorrow's study too"),
    ],
)
def test_what_counts_in_the_week_of_thursday_26_november(derived, files, networking, search) -> None:
    week = derived(files, "2026-11-26").share.this_week
    assert (week.networking, week.search, week.networking_estimated, week.search_estimated) == (
        networking,
        search,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("files", "networking", "search"),
    [
        pytest.param({"2026-11-23 a": TALK}, 30, 0, id="a talk: 30"),
        pytest.param({"2026-11-23 a": MAIL}, 5, 0, id="a message: 5"),
        pytest.param({"2026-11-23 a": "with: [[Jane]]; channel: interview"}, 0, 30, id="a job interview: 30"),
        pytest.param({"2026-11-23 a": f"{TALK}; source: calendar"}, 0, 0, id="imported: none"),
        pytest.param(
            {"2026-11-23 a": TALK, **logged("2026-10-01", [10, 12, 60, 90])}, 30, 0, id="four logged: still 30"
        ),
        pytest.param(
            {"2026-11-23 a": TALK, **logged("2026-10-01", [10, 12, 60, 90, 15])}, 15, 0, id="five logged: their median"
        ),
        pytest.param(
            {"2026-11-23 a": TALK, **logged("2026-10-01", [10, 12, 20, 90, 24, 60])}, 22, 0, id="six: the middle of two"
        ),
        pytest.param(
            {"2026-11-23 a": TALK, **logged("2026-10-01", [10, 12, 60, 90]), **logged("2026-11-30", [15])},
            30,
            0,
            id="four logged and one planned: still 30",
        ),
        pytest.param(
            {"2026-11-23 a": MAIL, **logged("2026-10-01", [10, 12, 60, 90, 15])}, 5, 0, id="five of another channel: 5"
        ),
        pytest.param(
            {"2026-11-23 a": MAIL, **logged("2026-10-01", [1, 2, 3, 4, 50], MAIL)}, 3, 0, id="messages have one too"
        ),
        pytest.param(
            {
                "2026-11-23 a": MAIL,
                **logged("2026-10-01", [1, 2, 3], MAIL),
                **logged("2026-10-02", [4, 50], f"{MAIL}; direction: in"),
            },
            3,
            0,
            id="of their channel, whatever the direction",
        ),
        pytest.param({"2026-11-23 a": TALK, "2026-11-24 b": TALK, "2026-11-24 c": MAIL}, 65, 0, id="they add up"),
    ],
)  # fmt: skip
def test_entries_without_minutes_are_estimated_apart(derived, files, networking, search) -> None:
    week = derived(files, "2026-11-26").share.this_week
    assert (week.networking, week.search, week.networking_estimated, week.search_estimated) == (
        0,
        0,
        networking,
        search,
    )


def test_logged_and_estimated_time_never_mix(derived) -> None:
    files = {
        "2026-11-23 a": TALK,
        "2026-11-24 b": f"{TALK}; minutes: 20",
        "2026-11-24 c": "activity: study; minutes: 50",
    }
    week = derived(files, "2026-11-26").share.this_week
    assert (week.networking, week.search, week.networking_estimated) == (20, 50, 30)


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-29", "2026-11-23"),
        ("2026-12-31", "2026-12-28"),
        ("2027-01-03", "2026-12-28"),
        ("2027-01-04", "2027-01-04"),
        ("2028-02-29", "2028-02-28"),
    ],
)
def test_weeks_run_from_monday_to_sunday(derived, today, monday) -> None:
    assert derived({}, today).share.this_week.monday.isoformat() == monday


def test_earlier_weeks_are_kept(derived) -> None:
    files = {f"2026-{day} a": f"{TALK}; minutes: {n}" for n, day in enumerate(("11-08", "11-09", "11-15", "11-16"), 1)}
    weeks = derived(files, "2026-11-26").share.weeks
    assert {week.monday.isoformat(): week.networking for week in weeks if week.networking} == {
        "2026-11-02": 1,
        "2026-11-09": 5,
        "2026-11-16": 4,
    }


@pytest.mark.parametrize(
    ("networking", "search", "goal", "needed"),
    [
        (0, 70, 30, 30),
        (30, 70, 30, 0),
        (29, 70, 30, 1),
        (31, 70, 30, 0),
        (20, 140, 30, 40),
        (0, 100, 30, 43),  # 42.86: forty-two would fall short
        (0, 1, 30, 1),
        (0, 60, 50, 60),
        (10, 60, 50, 50),
        (0, 60, 1, 1),
        (0, 25, 80, 100),
    ],
)
def test_the_pace_says_how_many_minutes_reach_the_goal(derived, networking, search, goal, needed) -> None:
    files = {
        "career/profile.md": f"networking_share: {goal}",
        "2026-11-23 s": f"activity: study; minutes: {search}",
        **({"2026-11-23 n": f"{TALK}; minutes: {networking}"} if networking else {}),
    }
    share = derived(files, "2026-11-26").share
    assert (share.goal, share.needed or 0) == (goal, needed)
    if needed:
        assert str(needed) in re.findall(r"\d+", share.pace)


def test_the_share_is_of_all_job_search_minutes(derived) -> None:
    files = {"2026-11-23 n": f"{TALK}; minutes: 30", "2026-11-23 s": "activity: study; minutes: 90"}
    assert derived(files, "2026-11-26").share.this_week.share == pytest.approx(25)


@pytest.mark.parametrize("goal", [0, 1, 99, 100])
@pytest.mark.parametrize(
    "files", [{}, {"2026-11-23 s": "activity: study; minutes: 60"}, {"2026-11-23 n": TALK}], ids=len
)
def test_any_goal_and_any_week_has_one_sentence(derived, files, goal) -> None:
    share = derived({"career/profile.md": f"networking_share: {goal}", **files}, "2026-11-26").share
    assert share.pace
    assert "\n" not in share.pace


def test_without_a_profile_the_goal_is_30(derived) -> None:
    assert derived({}, "2026-11-26").share.goal == 30
