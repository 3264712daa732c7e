"""The page of goals: what cannot be counted stands there all the same, and what is settled is not drawn."""

import re
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


TALKING = "---\ntitle: Talks\nmeasure: interactions\ntarget: 1\nper: month\nstatus: {}\n---\n"
TALKS = {f"journal/2026-{month}-05 a.md": '---\nwith: "[[Jane]]"\nchannel: call\n---\n' for month in ("09", "10", "11")}


def talking(root: Path, text: str) -> str:
    page = html(all_pages(vault(root, {"career/goals/Talks.md": text, **TALKS}))["goals"])
    return page.partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize(("status", "bars"), [("active", 2), ("done", 0), ("dropped", 0)])
def test_a_goal_that_is_settled_has_no_bar(tmp_path: Path, status: str, bars: int) -> None:
    assert talking(tmp_path, TALKING.format(status)).count("<svg") == bars


def test_the_bars_and_the_words_below_them_run_from_old_to_new(tmp_path: Path) -> None:
    found = talking(tmp_path, TALKING.format("active"))
    drawn = re.findall(r"<title>(\w+): \d", found)
    told = re.findall(r"(\w+) \d", re.sub(r"<[^>]+>", "", found).partition("Before: ")[2])
    assert drawn == told[:5]
    assert drawn[-1] == "October"


@pytest.mark.parametrize(("status", "words"), [("active", "Active, without"), ("done", "Done, without")])
def test_a_goal_without_a_number_says_so(tmp_path: Path, status: str, words: str) -> None:
    assert f"{words} a number." in talking(tmp_path, f"---\ntitle: Talks\nstatus: {status}\n---\n")


def test_many_minutes_are_as_readable_as_few(tmp_path: Path) -> None:
    measured = "---\nmeasure: minutes\ntarget: 1500\n---\n"
    talk = {"journal/2026-11-06 b.md": '---\nwith: "[[Jane]]"\nchannel: call\nminutes: 1083\n---\n'}
    page = all_pages(vault(tmp_path, {"career/goals/Talks.md": measured, **talk}))["goals"]
    assert "1,083 of 1,500 minutes of networking" in html(page)


def test_the_order_of_targets_says_where_a_plain_yes_stands(tmp_path: Path) -> None:
    files = {f"career/companies/{name}.md": f"---\ntarget: {name}\n---\n" for name in ("A", "yes", "B")}
    targets = html(all_pages(vault(tmp_path, files))["goals"]).partition("nf-cover")
    assert "A, then <code>yes</code>, then B and C" in targets[0]
    assert re.findall(r'companies/(\w+)/"', targets[2])[:3] == ["a", "yes", "b"]
