"""The queue's order: promises and answers, thanks, then lateness, tie, what they lead to, name."""

import pytest


def given(name: str) -> str:
    """An entry of Ann's that gives one name and asks for nothing else."""
    return f"with: [[Ann]]; channel: email; purpose: update; introduced: [[{name}]]"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param(
            {
                "Zoe": "next: x; next_on: 2026-11-23",
                "2026-11-02 a": "with: [[Yan]]; channel: coffee; got: advice",
                "2026-11-02 b": "with: [[Abe]]; channel: email",
                "2026-11-16 c": "with: [[Xia]]; channel: email; direction: in",
            },
            ["Xia", "Zoe", "Yan", "Abe"],
            id="promises and answers, then thanks, then the rest",
        ),
        pytest.param(
            {"Abe": "next: x; next_on: 2026-11-23", "Zoe": "next: x; next_on: 2026-11-22"},
            ["Zoe", "Abe"],
            id="promises by lateness",
        ),
        pytest.param(
            {"Abe": "next: x; next_on: 2026-11-20", "Zoe": "next: x; next_on: 2026-11-10"},
            ["Abe", "Zoe"],
            id="lateness counts for three allowances at most: both promises at three or more, so by name",
        ),
        pytest.param(
            {"Abe": "next: x; next_on: 2026-11-21", "Zoe": "next: x; next_on: 2026-11-20"},
            ["Zoe", "Abe"],
            id="two days late and three days late still differ",
        ),
        pytest.param(
            {"Zoe": "", "2026-11-13 z": given("Zoe"), "2026-11-17 a": given("Abe")},
            ["Zoe", "Abe"],
            id="the introduction that is later first",
        ),
        pytest.param(
            {"2026-10-26 z": given("Zoe"), "2026-11-02 a": given("Abe")},
            ["Abe", "Zoe"],
            id="introductions due 29 October and 5 November are three allowances late, both: by name",
        ),
        pytest.param(
            {"2026-11-06 z": given("Zoe"), "2026-11-16 a": given("Abe")},
            ["Zoe", "Abe"],
            id="due 11 and 19 November: 12 and 4 days late, three allowances against one and a third",
        ),
        pytest.param(
            {
                "Abe": "keep_in_touch: 30d",
                "Zoe": "keep_in_touch: 5d",
                "2026-10-14 a": "with: [[Abe]]; channel: coffee",
                "2026-11-08 z": "with: [[Zoe]]; channel: coffee",
            },
            ["Zoe", "Abe"],
            id="ten days late of five is later than ten of thirty",
        ),
        pytest.param(
            {
                "Abe": "birthday: 11-25",
                "Zoe": "birthday: 11-25",
                "2026-11-10 a": "with: [[Zoe]]; channel: coffee; purpose: update",
            },
            ["Zoe", "Abe"],
            id="equally late: the stronger tie first",
        ),
        pytest.param(
            {
                "Abe": "birthday: 11-25",
                "Zoe": "birthday: 11-25; company: Acme",
                "career/companies/Acme.md": "target: A",
            },
            ["Zoe", "Abe"],
            id="equal ties: a target company first",
        ),
        pytest.param(
            {
                "Abe": "birthday: 11-25",
                "Zoe": "birthday: 11-25; company: Acme",
                "career/companies/Acme.md": "target: no",
            },
            ["Abe", "Zoe"],
            id="not a target: by name",
        ),
        pytest.param(
            {
                "Abe": "birthday: 11-25",
                "Zoe": "birthday: 11-25; company: Acme",
                "career/goals/Acme.md": "title: Into Acme; status: active; companies: [[Acme]]",
            },
            ["Zoe", "Abe"],
            id="equal ties: an active goal first",
        ),
        pytest.param(
            {
                "Abe": "birthday: 11-25",
                "Zoe": "birthday: 11-25; company: [[acme]]",
                "career/companies/acme.md": "name: Acme GmbH",
                "career/goals/Acme.md": "title: Into Acme; status: active; companies: [[acme]]",
            },
            ["Zoe", "Abe"],
            id="an active goal whose company bears another name than its file",
        ),
        pytest.param(
            {
                "Abe": "birthday: 11-25",
                "Zoe": "birthday: 11-25; company: Acme",
                "career/goals/Acme.md": "title: Into Acme; status: done; companies: [[Acme]]",
            },
            ["Abe", "Zoe"],
            id="a goal that is done leads nowhere: by name",
        ),
        pytest.param(
            {"abe": "birthday: 11-25", "Zoe": "birthday: 11-25", "Bea": "birthday: 11-25"},
            ["abe", "Bea", "Zoe"],
            id="all equal: by name",
        ),
    ],
)
def test_the_order_of_23_november(queue_of, files, names) -> None:
    assert [name for name, *_ in queue_of(files, "2026-11-23")] == names


def test_reply_lateness_counts_business_days(queue_of) -> None:
    """Due Monday 9 and Thursday 19 November: 10 of 7 business days late against at most 4 of 3 days."""
    files = {"2026-10-29 a": "with: [[Zoe]]; channel: email", "2026-11-16 b": given("Abe")}
    assert [name for name, *_ in queue_of(files, "2026-11-23")] == ["Zoe", "Abe"]


def test_a_weekend_makes_no_reply_later(queue_of) -> None:
    """Zoe's reply fell due on Tuesday 10 November: on Sunday the 15th it is 3 of 7 business days late.

    Bea's birthday fell due on Friday: 2 of 1; Dan's two days of cadence on Saturday: 1 of 2; Cal's four days: 1 of 4.
    """
    files = {
        "2026-10-30 a": "with: [[Zoe]]; channel: email",
        "Bea": "birthday: 11-20",
        "Cal": "keep_in_touch: 4d",
        "2026-11-10 b": "with: [[Cal]]; channel: coffee",
        "Dan": "keep_in_touch: 2d",
        "2026-11-12 d": "with: [[Dan]]; channel: coffee",
    }
    assert [name for name, *_ in queue_of(files, "2026-11-15")] == ["Bea", "Dan", "Zoe", "Cal"]


def test_an_introductions_allowance_is_three_days(queue_of) -> None:
    """Both were due on Friday the 13th, two days before Sunday: 2 of 3 days against 2 of 4.

    "thank 7 days, …, reply and ask 7 business days, introduction 3, all others 1": if business days, it is 0 of 3.
    """
    files = {"2026-11-10 a": given("Zoe"), "Abe": "keep_in_touch: 4d", "2026-11-09 b": "with: [[Abe]]; channel: coffee"}
    assert [name for name, *_ in queue_of(files, "2026-11-15")] == ["Zoe", "Abe"]
