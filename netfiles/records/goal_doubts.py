"""What is doubtful about a goal; one that cannot be counted stands as a goal in words, with a problem that says why."""

from collections.abc import Iterator, Mapping
from typing import Any

from netfiles.model import Goal
from netfiles.problems import Place, Problem

COUNTING = frozenset(("measure", "target", "per"))
"""The fields that say what is counted: where one of them cannot be read, none of them counts."""


def in_words(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a goal without what is counted."""
    return {name: value for name, value in values.items() if name not in COUNTING}


def not_counted(place: Place, why: str, advice: str) -> Problem:
    """The problem of a goal that is kept as one in words."""
    return Problem("NF331", place, f"{why}; until it is mended this is a goal in words", advice)


def goal_doubts(goal: Goal) -> Iterator[Problem]:
    """Warnings about one goal."""
    if goal.start and goal.due and goal.due < goal.start:
        said = f"`due`: {goal.due} is before `start`: {goal.start}, so no day counts"
        yield Problem("NF307", goal.origin.place("due"), said, "Check both dates.")
    if goal.measure and goal.target is None:
        advice = "Add how many, such as `target: 3`, or remove `measure`."
        yield not_counted(goal.origin.place("measure"), "`measure` is written, and `target` is not", advice)
    elif goal.target and goal.measure is None:
        advice = "Add what is counted, such as `measure: interactions`, or remove `target`."
        yield not_counted(goal.origin.place("target"), "`target` is written, and `measure` is not", advice)
    elif not goal.counted and goal.measure:
        said = f"`target`: {goal.target} % of the time cannot be reached"
        yield not_counted(goal.origin.place("target"), said, "Write a share from 1 to 100, such as 30.")
