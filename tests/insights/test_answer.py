"""Answer: their written message that has had nothing from me for two business days."""

import pytest

IN = "with: [[Jane]]; channel: email; direction: in"
OUT = "with: [[Jane]]; channel: email; direction: out"


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        pytest.param("2026-11-02", "2026-11-04", "2026-11-16", id="Monday"),
        pytest.param("2026-11-04", "2026-11-06", "2026-11-18", id="Wednesday"),
        pytest.param("2026-11-05", "2026-11-09", "2026-11-19", id="Thursday"),
        pytest.param("2026-11-06", "2026-11-10", "2026-11-20", id="Friday"),
        pytest.param("2026-11-07", "2026-11-10", "2026-11-21", id="Saturday"),
        pytest.param("2026-11-08", "2026-11-10", "2026-11-22", id="Sunday"),
        pytest.param("2026-10-30", "2026-11-03", "2026-11-13", id="month end"),
        pytest.param("2026-12-31", "2027-01-04", "2027-01-14", id="year end"),
        pytest.param("2028-02-28", "2028-03-01", "2028-03-13", id="leap February"),
    ],
)
def test_a_message_waits_from_two_business_days_to_fourteen_days(lives, day, first, last) -> None:
    lives({f"{day} a": IN}, "Jane", "answer", first, last)


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ("channel: email; direction: in", True),
        ("channel: letter; direction: in", True),
        ("channel: message; direction: in", True),
        ("channel: social; direction: in", True),
        ("channel: call; direction: in", False),
        ("channel: video; direction: in", False),
        ("channel: coffee; direction: in", False),
        ("channel: meeting; direction: in", False),
        ("channel: interview; direction: in", False),
        ("channel: event; direction: in", False),
        ("channel: other; direction: in", False),
        ("channel: email; direction: out", False),
        ("channel: email; direction: both", False),
        ("channel: email", False),
        ("channel: email; direction: in; purpose: thanks", False),
        ("channel: email; direction: in; purpose: update", False),
        ("channel: email; direction: in; purpose: follow-up", True),
        ("channel: email; direction: in; purpose: introduction", True),
        ("channel: email; direction: in; purpose: a question about Lisbon", True),
        ("channel: email; direction: in; source: mbox", False),
        ("channel: email; direction: in; next_done: 2026-11-06", False),
        ("channel: email; direction: in; next: Answer her", True),
    ],
    ids=str,
)
def test_which_messages_wait_for_an_answer(rules_for, fields, waits) -> None:
    assert ("answer" in rules_for({"2026-11-05 a": f"with: [[Jane]]; {fields}"}, "Jane", "2026-11-09")) is waits


@pytest.mark.parametrize(
    ("files", "waits"),
    [
        pytest.param({"2026-11-05 a": IN, "2026-11-06 b": OUT}, False, id="out the day after"),
        pytest.param({"2026-11-05 a": IN, "2026-11-09 b": OUT}, False, id="out today"),
        pytest.param({"2026-11-05 a": IN, "2026-11-05 b": OUT}, False, id="out the same day"),
        pytest.param({"2026-11-05 b": IN, "2026-11-05 a": OUT}, False, id="out the same day, earlier by file name"),
        pytest.param({"2026-11-05 a": IN, "2026-11-04 b": OUT}, True, id="out the day before"),
        pytest.param({"2026-11-05 a": IN, "2026-11-10 b": OUT}, True, id="out is only planned"),
        pytest.param(
            {"2026-11-05 a": IN, "2026-11-06 b": "with: [[Jane]]; channel: coffee"}, False, id="coffee, both ways"
        ),
        pytest.param({"2026-11-05 a": IN, "2026-11-06 b": f"{OUT}; purpose: thanks"}, False, id="any entry: thanks"),
        pytest.param({"2026-11-05 a": IN, "2026-11-06 b": f"{OUT}; source: mbox"}, False, id="any entry: imported"),
        pytest.param(
            {"2026-11-05 a": IN, "2026-11-06 b": "with: [[Jane]]; channel: call; direction: out"},
            False,
            id="out by phone",
        ),
        pytest.param(
            {"2026-11-05 a": IN, "2026-11-06 b": "with: [[Jane]]; channel: call; direction: in"},
            True,
            id="they call: in",
        ),
        pytest.param({"2026-11-05 a": IN, "2026-11-06 b": "with: [[Ann]]; channel: email"}, True, id="out to another"),
        pytest.param(
            {"2026-11-05 a": IN, "2026-11-06 b": 'with: ["[[Ann]]", "[[Jane]]"]; channel: email'},
            False,
            id="out to both",
        ),
        pytest.param(
            {"2026-11-05 a": IN, "2026-11-06 b": "with: [[Ann]]; channel: coffee // On [[Jane]]."}, True, id="a mention"
        ),
    ],
)
def test_what_answers_a_message(rules_for, files, waits) -> None:
    assert ("answer" in rules_for(files, "Jane", "2026-11-09")) is waits


@pytest.mark.parametrize(
    ("message", "mine", "waits"),
    [
        pytest.param("2026-11-05T09:00", "2026-11-05T10:00", False, id="mine is later"),
        pytest.param("2026-11-05T10:00", "2026-11-05T09:00", True, id="mine is earlier"),
        pytest.param("2026-11-05 10:00", "2026-11-05", False, id="mine bears no time"),
        pytest.param("2026-11-05", "2026-11-05T09:00", False, id="theirs bears no time"),
    ],
)
def test_on_the_same_day_only_two_times_say_that_mine_came_first(rules_for, message, mine, waits) -> None:
    files = {"2026-11-05 a": f"{IN}; date: {message}", "2026-11-05 b": f"{OUT}; date: {mine}"}
    assert ("answer" in rules_for(files, "Jane", "2026-11-09")) is waits


def test_an_answer_is_owed_to_the_message_after_mine(queue_of) -> None:
    files = {"2026-11-02 a": IN, "2026-11-03 b": OUT, "2026-11-05 c": IN}
    assert queue_of(files, "2026-11-09") == [("Jane", "answer", "2026-11-09")]


def test_two_unanswered_messages_wait_since_the_first(queue_of) -> None:
    rows = queue_of({"2026-11-02 a": IN, "2026-11-05 b": IN}, "2026-11-09")
    assert min(rows) == ("Jane", "answer", "2026-11-04")


def test_a_name_not_on_file_can_wait_for_an_answer(derived) -> None:
    [item] = derived({"2026-11-05 a": "with: [[Ghost]]; channel: email; direction: in"}, "2026-11-09").queue.items
    assert (item.name, item.file, [reason.rule for reason in item.reasons]) == ("Ghost", None, ["answer"])


@pytest.mark.parametrize(
    ("today", "overdue"), [("2026-11-09", 0), ("2026-11-10", 1), ("2026-11-16", 7), ("2026-11-19", 10)]
)
def test_days_overdue_are_calendar_days(derived, today, overdue) -> None:
    insights = derived({"2026-11-05 a": IN}, today)
    assert [reason.days_overdue(insights.today) for reason in insights.queue.items[0].reasons] == [overdue]
