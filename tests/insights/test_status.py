"""Snooze, dormant, closed: who is left out of the queue, and of which rules."""

import pytest

TODAY = "2026-11-23"
STANDING = {  # one row a rule: Jane's own fields, and what else is needed for that rule to stand today
    "promise": ("next: x; next_on: 2026-11-20", {}),
    "owed-to-me": ("", {"2026-11-10 a": "with: [[Jane]]; purpose: update; they_owe: x; they_owe_on: 2026-11-20"}),
    "answer": ("", {"2026-11-16 a": "with: [[Jane]]; channel: email; direction: in"}),
    "thank": ("", {"2026-11-16 a": "with: [[Jane]]; channel: email; purpose: update; got: advice"}),
    "reply": ("", {"2026-11-05 a": "with: [[Jane]]; channel: email"}),
    "ask": ("", {"2026-11-05 a": "with: [[Jane]]; channel: call; direction: out; asked: advice"}),
    "introduction": ("", {"2026-11-05 a": "with: [[Ann]]; channel: email; purpose: update; introduced: [[Jane]]"}),
    "keep-in-touch": ("keep_in_touch: 4w", {}),
    "hello": ("met_on: 2026-11-10", {}),
    "date": ("birthday: 11-25", {}),
}
MUTED_BY_DORMANT = {"keep-in-touch", "hello", "date"}


@pytest.mark.parametrize("rule", STANDING)
@pytest.mark.parametrize(
    ("field", "hidden"),
    [
        ("", False),
        ("status: active", False),
        ("status: closed", True),
        ("status: dormant", MUTED_BY_DORMANT),
        ("snooze_until: 2026-11-22", False),
        ("snooze_until: 2026-11-23", False),
        ("snooze_until: 2026-11-24", True),
        ("snooze_until: 2027-11-24", True),
    ],
)
def test_who_is_hidden_from_which_rule(rules_for, rule, field, hidden) -> None:
    fields, files = STANDING[rule]
    shows = rules_for({"Jane": "; ".join(filter(None, [fields, field])), **files}, "Jane", TODAY)
    assert (rule not in shows) is (rule in hidden if isinstance(hidden, set) else hidden)


def test_what_was_snoozed_keeps_its_due_day(queue_of) -> None:
    files = {"Jane": "next: x; next_on: 2026-11-10; snooze_until: 2026-11-23"}
    assert (queue_of(files, "2026-11-22"), queue_of(files, TODAY)) == ([], [("Jane", "promise", "2026-11-10")])


def test_a_snoozed_person_hides_nobody_else_of_the_same_entry(queue_of) -> None:
    both = 'with: ["[[Jane]]", "[[Ann]]"]; channel: email; purpose: update; got: advice'
    files = {"Jane": "snooze_until: 2026-12-01", "2026-11-16 a": both}
    assert queue_of(files, TODAY) == [("Ann", "thank", "2026-11-17")]


def test_several_reasons_for_one_person_are_one_item(derived) -> None:
    files = {
        "Jane": "keep_in_touch: 1w; birthday: 11-25; next: x; next_on: 2026-11-20",
        "2026-11-02 a": "with: [[Jane]]",
    }
    items = derived(files, TODAY).queue.items
    assert [(item.name, sorted(reason.rule for reason in item.reasons)) for item in items] == [
        ("Jane", ["date", "keep-in-touch", "promise"])
    ]
