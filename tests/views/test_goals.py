"""The page of goals: what cannot be counted stands there all the same."""

from pathlib import Path

import pytest

from .made import all_pages, html, insights, vault

GOAL = "career/goals/Ten calls.md"


def page_of(root: Path, text: str) -> str:
    return html(all_pages(vault(root, {GOAL: text}))["goals"])


@pytest.mark.parametrize("target", ["0", "-10", "many"])
def test_a_goal_that_cannot_be_counted_stands_with_what_is_wrong(tmp_path: Path, target: str) -> None:
    page = page_of(tmp_path, f"---\nmeasure: interactions\ntarget: {target}\nper: week\n---\nCall more.\n")
    assert "One goal under way." in page
    assert "Ten calls</h3>" in page
    assert f"It cannot be counted. <code>target</code>: <code>{target}</code> is not a whole number from 1 on" in page
    assert 'href="../problems/">NF331</a>' in page
    assert "Call more." in page
    assert "No goals yet" not in page
    assert "reached" not in page


def test_a_goal_that_cannot_be_read_is_not_forgotten(tmp_path: Path) -> None:
    page = page_of(tmp_path, "---\nstart: 2026-02-30\n---\n")
    assert "One goal cannot be read: " in page
    assert GOAL in page
    assert "No goals yet" not in page


@pytest.mark.parametrize(
    ("files", "first"),
    [
        pytest.param({}, True, id="none"),
        pytest.param({GOAL: "---\nmeasure: interactions\ntarget: -10\n---\n"}, False, id="not to be counted"),
        pytest.param({GOAL: "---\nstart: 2026-02-30\n---\n"}, False, id="not to be read"),
    ],
)
def test_only_without_any_goal_the_review_asks_for_a_first_one(tmp_path: Path, files, first) -> None:
    sorts = [move.sort for move in insights(vault(tmp_path, files)).review.moves]
    assert ("first goal" in sorts) is first
