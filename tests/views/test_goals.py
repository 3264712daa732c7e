"""The page of goals: what is settled is not drawn as if it were under way, and time runs one way."""

import re
from pathlib import Path

import pytest

from .made import all_pages, html, vault

GOAL = "---\ntitle: Talks\nmeasure: interactions\ntarget: 1\nper: month\nstatus: {}\n---\n"
TALKS = {f"journal/2026-{month}-05 a.md": '---\nwith: "[[Jane]]"\nchannel: call\n---\n' for month in ("09", "10", "11")}


def goal(root: Path, text: str) -> str:
    page = html(all_pages(vault(root, {"career/goals/Talks.md": text, **TALKS}))["goals"])
    return page.partition("<article")[2].partition("</article>")[0]


@pytest.mark.parametrize(("status", "bars"), [("active", 2), ("done", 0), ("dropped", 0)])
def test_a_goal_that_is_settled_has_no_bar(tmp_path: Path, status: str, bars: int) -> None:
    assert goal(tmp_path, GOAL.format(status)).count("<svg") == bars


def test_the_bars_and_the_words_below_them_run_from_old_to_new(tmp_path: Path) -> None:
    found = goal(tmp_path, GOAL.format("active"))
    drawn = re.findall(r"<title>(\w+): \d", found)
    told = re.findall(r"(\w+) \d", re.sub(r"<[^>]+>", "", found).partition("Before: ")[2])
    assert drawn == told[:5]
    assert drawn[-1] == "October"


@pytest.mark.parametrize(("status", "words"), [("active", "Active, without"), ("done", "Done, without")])
def test_a_goal_without_a_number_says_so(tmp_path: Path, status: str, words: str) -> None:
    assert f"{words} a number." in goal(tmp_path, f"---\ntitle: Talks\nstatus: {status}\n---\n")


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
