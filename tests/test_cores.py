"""Work done by other cores is the same work."""

import os
import threading
from collections.abc import Sequence

import pytest

from netfiles.cores import beside, each


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("count", [0, 1, 7, 999, 1_000, 2_501])
def test_results_come_whole_and_in_order(count: int):
    found = [number for part in each(squares, range(count), 50) for number in part]
    assert found == [number * number for number in range(count)]


def test_many_items_are_worked_on_by_other_processes_and_few_are_not():
    assert os.getpid() not in each(lambda _: os.getpid(), range(1_000), 50)
    assert set(each(lambda _: os.getpid(), range(999), 50)) == {os.getpid()}


def test_beside_other_threads_nothing_is_forked():
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert set(each(lambda _: os.getpid(), range(1_000), 50)) == {os.getpid()}
    finally:
        over.set()
        other.join()


def test_what_goes_wrong_there_is_raised_here():
    def fail(_: Sequence[int]) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        list(each(fail, range(1_000), 50))


def test_work_beside_gives_what_it_gives_here() -> None:
    begun = beside(os.getpid)
    assert begun() != os.getpid()
    assert beside(lambda: {"a": [1, None, "ß"]})() == {"a": [1, None, "ß"]}


def test_work_beside_that_ends_without_an_outcome_is_done_here() -> None:
    here = os.getpid()
    assert beside(lambda: os._exit(1) if os.getpid() != here else "here")() == "here"
    assert beside(lambda: _cannot_be_told(here))() == "here"


def _cannot_be_told(here: int) -> object:
    return "here" if os.getpid() == here else lambda: None


def test_a_fault_of_the_work_is_raised_where_it_is_asked_for() -> None:
    begun = beside(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        begun()


def test_beside_other_threads_the_work_is_done_here() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert beside(os.getpid)() == os.getpid()
    finally:
        stop.set()
        thread.join()
