"""Facts that are worked out from what they were: once, only when asked for, and never from what is older than that."""

from functools import cached_property
from typing import Any

from netfiles.insights.carried import carried, known_to


class Day:
    def __init__(self, number: int, known: dict[str, Any] | None = None) -> None:
        self.number = number
        self.known = known or {}
        self.asked: list[str] = []

    @carried
    def sum(self, before: int | None) -> int:
        """All numbers so far."""
        self.asked.append("sum")
        return (before or 0) + self.number

    @cached_property
    def other(self) -> int:
        return self.number

    def next(self, number: int) -> "Day":
        return Day(number, known_to(self))


def test_it_is_made_of_what_was_before_and_once():
    first = Day(1)
    assert first.sum == first.sum == 1
    second = first.next(2)
    assert second.asked == []
    assert second.sum == second.sum == 3
    assert second.asked == ["sum"]


def test_what_nobody_asked_for_on_a_day_is_carried_over_it():
    first = Day(1)
    assert first.sum == 1
    assert first.next(2).next(3).sum == 4


def test_what_was_before_is_given_away_with_it():
    first = Day(1)
    assert first.sum == 1
    second = first.next(2)
    assert second.known == {"sum": 1}
    assert second.sum == 3
    assert second.known == {}
    assert second.next(3).known == {"sum": 3}


def test_other_facts_are_not_carried():
    first = Day(1)
    assert first.other == 1
    assert first.next(2).known == {}


def test_it_keeps_its_words():
    assert Day.sum.__doc__ == "All numbers so far."
