"""The queue fits the week: what Today shows, by minutes left or by five people."""

import pytest

TOUCH = "keep_in_touch: 1w"  # 15 minutes
BIRTHDAY = "birthday: 11-25"  # 5 minutes
PROMISE = "next: x; next_on: 2026-11-23"
MESSAGE = "with: [[{}]]; channel: email; direction: in"
THANK = "with: [[{}]]; channel: email; purpose: update; got: advice"


def people(fields: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, fields)


def profile(fields: str) -> dict[str, str]:
    return {"career/profile.md": fields}


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        pytest.param(people(TOUCH, *"abcdefg"), "abcde", id="without weekly_minutes, five people"),
        pytest.param(people(TOUCH, *"abcd"), "abcd", id="four are four"),
        pytest.param(people(PROMISE, *"abcdefg"), "abcdefg", id="promises always"),
        pytest.param({**people(PROMISE, *"abc"), **people(TOUCH, *"defgh")}, "abcde", id="promises are of the five"),
        pytest.param(
            {**profile("weekly_minutes: 100"), **people(TOUCH, *"abc")}, "ab", id="30 minutes: two of 15, exactly"
        ),
        pytest.param({**profile("weekly_minutes: 99"), **people(TOUCH, *"abc")}, "a", id="29.7 minutes: one of 15"),
        pytest.param(
            {**profile("weekly_minutes: 60; networking_share: 50"), **people(TOUCH, *"abc")}, "ab", id="half of an hour"
        ),
        pytest.param(
            {**profile("weekly_minutes: 1h40"), **people(BIRTHDAY, *"abcdefg")}, "abcdef", id="30 minutes: six of 5"
        ),
        pytest.param({**profile("weekly_minutes: 600"), **people(TOUCH, *"abcdefg")}, "abcdefg", id="180 minutes: all"),
        pytest.param(
            {**profile("weekly_minutes: 100"), **people(PROMISE, *"abcdefgh")},
            "abcdefgh",
            id="promises beyond the week",
        ),
        pytest.param(
            {**profile("weekly_minutes: 100"), **people(PROMISE, "a", "b"), **people(TOUCH, "c", "d", "e")},
            "abc",
            id="promises take their ten minutes of the thirty",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 100"),
                **people(TOUCH, "b", "c"),
                "2026-11-23 m": "with: [[z]]; channel: email; minutes: 30; purpose: update",
            },
            "",
            id="this week's minutes are spent",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 100"),
                **people(TOUCH, "b", "c"),
                "2026-11-23 m": "with: [[z]]; channel: email; minutes: 15; purpose: update",
            },
            "b",
            id="this week's minutes are half spent",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 100"),
                **people(TOUCH, "b", "c"),
                "2026-11-22 m": "with: [[z]]; channel: email; minutes: 30; purpose: update",
            },
            "bc",
            id="last Sunday's minutes do not count",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 100"),
                **people(TOUCH, "b", "c"),
                "2026-11-23 m": "with: [[z]]; channel: email; purpose: update",
            },
            "bc",
            id="minutes that are not logged do not count",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 100"),
                **people(TOUCH, "b", "c"),
                "2026-11-23 m": "activity: study; minutes: 30",
            },
            "bc",
            id="search minutes do not count",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 100"),
                **people(TOUCH, "b", "c"),
                "2026-11-24 m": "with: [[z]]; channel: email; minutes: 30; purpose: update",
            },
            "bc",
            id="tomorrow's minutes do not count",
        ),
        pytest.param(
            {
                **profile("weekly_minutes: 10"),
                "2026-11-16 a": MESSAGE.format("a"),
                "2026-11-16 b": THANK.format("b"),
                **people(PROMISE, "c"),
                **people(TOUCH, "d"),
            },
            "abc",
            id="promises, answers and thanks always, though the week is over",
        ),
    ],
)
def test_what_fits_on_23_november(derived, files, shown) -> None:
    queue = derived(files, "2026-11-23").queue
    assert "".join(sorted(item.name for item in queue.fitting)) == shown


@pytest.mark.parametrize(
    ("files", "minutes"),
    [
        pytest.param(people(BIRTHDAY, "a"), 5, id="birthday"),
        pytest.param(people(TOUCH, "a"), 15, id="keep-in-touch"),
        pytest.param(people("met_on: 2026-11-20", "a"), 15, id="hello"),
        pytest.param({"2026-11-05 a": "with: [[a]]; channel: coffee; asked: advice"}, 15, id="ask"),
        pytest.param({"2026-11-05 a": "with: [[a]]; channel: email"}, 5, id="reply"),
        pytest.param({"2026-11-16 a": MESSAGE.format("a")}, 5, id="answer"),
        pytest.param({"2026-11-16 a": THANK.format("a")}, 5, id="thank"),
        pytest.param(people(PROMISE, "a"), 5, id="promise"),
    ],
)
def test_what_an_item_costs(derived, files, minutes) -> None:
    assert [item.minutes for item in derived(files, "2026-11-23").queue.items] == [minutes]


def test_what_waits_is_what_does_not_fit(derived) -> None:
    queue = derived(people(TOUCH, *"abcdefg"), "2026-11-23").queue
    assert ([item.name for item in queue.fitting], [item.name for item in queue.waiting]) == (list("abcde"), list("fg"))
