"""When it is time to look, and where."""

import pytest

from netfiles.serve.hints import MOST_PATHS, Heard, Hints, due


@pytest.mark.parametrize(
    ("first", "last", "moment"),
    [(10.0, 10.0, 10.15), (10.0, 10.5, 10.65), (10.0, 10.9, 11.0), (10.0, 30.0, 11.0)],
)
def test_a_look_is_due_when_it_is_quiet_or_a_second_after_the_first_hint(
    first: float, last: float, moment: float
) -> None:
    assert due(first, last, 1, still_open=True) == pytest.approx(moment)


@pytest.mark.parametrize(("files", "quiet"), [(1, 0.025), (2, 0.025), (3, 0.05), (10, 0.225), (2000, 0.4)])
def test_a_single_save_is_looked_at_at_once_and_many_wait_for_each_other(files: int, quiet: float) -> None:
    assert due(10.0, 10.5, files, still_open=False) == pytest.approx(10.5 + quiet)


def test_a_flood_of_changes_is_waited_for_longer() -> None:
    assert due(10.0, 30.0, 100, still_open=False) == pytest.approx(12.0)
    assert due(10.0, 30.0, 100_000, still_open=False) == pytest.approx(20.0)


def test_a_file_is_open_until_it_is_closed() -> None:
    hints = Hints()
    hints.hear("ada.md", closed=False)
    open_until = hints.due()
    hints.hear("ada.md", closed=True)
    closed_until = hints.due()
    assert open_until
    assert closed_until
    assert closed_until < open_until


def test_what_was_heard_is_where_to_look_once() -> None:
    hints = Hints()
    assert not hints.take()
    hints.hear("ada.md", closed=True)
    hints.hear("bob.md", closed=False)
    assert hints.take() == Heard(frozenset(["ada.md", "bob.md"]))
    assert not hints.take()
    assert hints.due() is None


def test_too_many_files_are_everywhere_and_take_no_more_room() -> None:
    hints = Hints()
    for number in range(3 * MOST_PATHS):
        hints.hear(f"n{number}.md", closed=True)
    heard = hints.take()
    assert heard.everywhere
    assert len(heard.paths) == MOST_PATHS
