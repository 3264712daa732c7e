"""A goal that cannot be counted is kept as a goal in words, with a problem that says why."""

import pytest

from .reading import read, said

COUNTED = "measure: leads\ntarget: 3\nper: week\n"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        pytest.param("measure: leads\ntarget: 0", 3, id="zero"),
        pytest.param('measure: leads\ntarget: "0"', 3, id="zero in quotes"),
        pytest.param("measure: leads\ntarget: -3", 3, id="negative"),
        pytest.param("measure: leads\ntarget: 2.5", 3, id="no whole number"),
        pytest.param("measure: leads\ntarget: many", 3, id="a word"),
        pytest.param("measure: leads\ntarget: [3, 5]", 3, id="two targets"),
        pytest.param("measure: lead\ntarget: 3", 2, id="an unknown measure"),
        pytest.param("measure: leads\ntarget: 3\nper: fortnight", 4, id="an unknown period"),
        pytest.param("measure: networking-share\ntarget: 101", 3, id="more than all of the time"),
        pytest.param("target: 3\nper: week", 2, id="a target without a measure"),
        pytest.param("measure: leads\nper: week", 2, id="a measure without a target"),
    ],
)
def test_what_keeps_a_goal_from_being_counted_is_a_warning_and_the_goal_stands(fields, line) -> None:
    reading = read("goal", fields)
    assert said(reading) == [("NF331", line)]
    assert reading.problems[0].severity == "warning"
    assert reading.problems[0].advice
    assert reading.record is not None
    assert not reading.record.counted


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param("measure: leads\ntarget: 1", id="one"),
        pytest.param("measure: networking-share\ntarget: 100", id="all of the time"),
    ],
)
def test_what_can_be_counted_is_no_problem(fields) -> None:
    reading = read("goal", fields)
    assert said(reading) == []
    assert reading.record is not None
    assert reading.record.counted


def test_a_goal_in_words_is_no_problem() -> None:
    reading = read("goal", "title: Enjoy it\nper: week")
    assert said(reading) == []
    assert reading.record is not None
    assert not reading.record.counted


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        pytest.param("start: 2026-11-01\ndue: 2026-10-31", [("NF307", 5)], id="due before it starts"),
        pytest.param("start: 2026-11-01\ndue: 2026-11-01", [], id="on one day"),
        pytest.param("due: 2026-11-01", [], id="no start"),
    ],
)
def test_a_goal_is_due_no_earlier_than_it_starts(days, wrong) -> None:
    reading = read("goal", f"measure: leads\ntarget: 3\n{days}")
    assert said(reading) == wrong
    assert reading.record is not None


def test_another_fault_still_leaves_the_goal_out() -> None:
    reading = read("goal", "measure: leads\ntarget: 0\nstart: 2026-02-30")
    assert sorted(said(reading)) == [("NF302", 4), ("NF331", 3)]
    assert reading.record is None
