"""Work done by all cores is the same work."""

import os
import threading
from collections.abc import Sequence

import pytest

from netfiles.cores import each


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
