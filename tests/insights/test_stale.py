"""Stale: a position last known to be true long ago, beside another reason only."""

import pytest

DUE = "2026-11-01 a"
PROMISED = "with: [[Jane]]; channel: email; purpose: update; next_on: 2026-11-10"
OLD = "2024-03-05 old"
TALK = "with: [[Jane]]; channel: coffee; got: advice; thanked: 2024-03-06"


@pytest.mark.parametrize(
    ("person", "stale"),
    [
        pytest.param("title: Planner; as_of: 2025-11-18", True, id="a day more than a year"),
        pytest.param("title: Planner; as_of: 2025-11-19", False, id="a year to the day"),
        pytest.param("company: Acme; as_of: 2025-01-01", True, id="company"),
        pytest.param("as_of: 2025-01-01", False, id="no position"),
        pytest.param("title: Planner", False, id="the newest entry is young"),
        pytest.param("title: Planner; as_of: 2025-01-01; status: dormant", False, id="dormant"),
        pytest.param("title: Planner; as_of: 2025-01-01; status: closed", False, id="closed"),
        pytest.param("title: Planner; as_of: 2025-01-01; snooze_until: 2026-12-01", False, id="snoozed"),
        pytest.param("title: Planner; as_of: 2024-02-29", True, id="of a leap day"),
    ],
)
def test_beside_a_promise_on_19_november(rules_for, person, stale) -> None:
    rules = rules_for({"Jane": person, DUE: PROMISED}, "Jane", "2026-11-19")
    assert ("stale" in rules) is stale


@pytest.mark.parametrize(
    ("person", "day", "rules"),
    [
        pytest.param("title: Planner; next_on: 2026-11-10", "2026-11-19", ["promise", "stale"], id="newest entry"),
        pytest.param("title: Planner; next_on: 2026-12-10", "2026-11-19", [], id="the other reason is to come"),
        pytest.param("title: Planner", "2026-11-19", [], id="no other reason"),
        pytest.param("title: Planner; next_on: 2025-03-05", "2025-03-05", ["promise"], id="a year to the day"),
        pytest.param("title: Planner; next_on: 2025-03-05", "2025-03-06", ["promise", "stale"], id="the day after"),
    ],
)
def test_without_as_of_the_newest_entry_counts(rules_for, person, day, rules) -> None:
    assert rules_for({"Jane": person, OLD: TALK}, "Jane", day) == rules


def test_never_in_contact_and_no_as_of_says_nothing(rules_for) -> None:
    assert rules_for({"Jane": "title: Planner; next_on: 2026-11-10"}, "Jane", "2026-11-19") == ["promise"]


def test_it_moves_nobody_in_the_order_and_stands_last(derived) -> None:
    files = {
        "Ann": "next_on: 2026-11-18",
        "Jane": "title: Planner; company: Acme; as_of: 2020-01-05; next_on: 2026-11-18",
    }
    first, second = derived(files, "2026-11-19").queue.items
    assert (first.name, second.name) == ("Ann", "Jane")
    assert (first.order[:4], first.minutes) == (second.order[:4], second.minutes)
    assert [reason.rule for reason in second.reasons] == ["promise", "stale"]
    assert second.reasons[1].text == (
        "Jane was last known as Planner at Acme in January 2020: ask whether that still holds."
    )
    assert (second.reasons[1].place.line, second.reasons[1].closes) == (4, "as_of: {today}")


def test_it_is_no_other_reason_for_hello(rules_for) -> None:
    files = {"Jane": "title: Planner; as_of: 2025-01-01; met_on: 2026-11-12"}
    assert rules_for(files, "Jane", "2026-11-19") == ["hello", "stale"]


def test_the_months_are_an_option(rules_for) -> None:
    files = {"Jane": "title: Planner; as_of: 2026-08-01; next_on: 2026-11-10"}
    files["mkdocs.yml"] = "plugins: [netfiles: {stale_months: 3}]"
    assert rules_for(files, "Jane", "2026-11-01") == []
    assert rules_for(files, "Jane", "2026-11-19") == ["promise", "stale"]
