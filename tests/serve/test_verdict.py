"""When a change is worth a build, told with made-up looks at made-up times."""

from datetime import date

import pytest

from netfiles.serve.hints import due
from netfiles.serve.snapshot import Snapshot, Stamp
from netfiles.serve.verdict import Known, Look, Verdict, judge

DAY = date(2026, 11, 23)
REST, AGAIN, BUILD = Verdict.REST, Verdict.LOOK_AGAIN, Verdict.BUILD


def files(**sizes: int) -> Snapshot:
    return Snapshot((1, 1), {(name,): Stamp(0, size, 0, 0, False) for name, size in sizes.items()})


def verdicts(*looks: Look) -> list[Verdict]:
    known, given = Known(files(ada=5, bob=5), DAY, files(ada=5, bob=5)), []
    for look in looks:
        verdict, known = judge(known, look)
        given.append(verdict)
    return given


@pytest.mark.parametrize(
    ("first", "last", "moment"),
    [(10.0, 10.0, 10.15), (10.0, 10.5, 10.65), (10.0, 10.9, 11.0), (10.0, 30.0, 11.0)],
)
def test_a_look_is_due_when_it_is_quiet_or_a_second_after_the_first_hint(
    first: float, last: float, moment: float
) -> None:
    assert due(first, last) == pytest.approx(moment)


def test_nothing_changed_nothing_built() -> None:
    assert verdicts(Look(files(ada=5, bob=5), 1, DAY)) == [REST]


def test_a_change_is_built_once() -> None:
    assert verdicts(Look(files(ada=6, bob=5), 1, DAY), Look(files(ada=6, bob=5), 2, DAY)) == [BUILD, REST]


def test_a_new_day_is_built_without_a_change() -> None:
    assert verdicts(Look(files(ada=5, bob=5), 1, date(2026, 11, 24), heard=False)) == [BUILD]


def test_a_change_nobody_told_of_is_looked_at_once_more() -> None:
    change = files(ada=6, bob=5)
    assert verdicts(Look(change, 1, DAY, heard=False), Look(change, 1.2, DAY, heard=False)) == [AGAIN, BUILD]


def test_a_file_that_is_empty_for_a_moment_never_counts() -> None:
    assert verdicts(Look(files(ada=0, bob=5), 1, DAY), Look(files(ada=7, bob=5), 1.2, DAY)) == [AGAIN, BUILD]


def test_a_file_that_is_gone_for_a_moment_and_comes_back_the_same_is_no_change() -> None:
    assert verdicts(Look(files(bob=5), 1, DAY), Look(files(ada=5, bob=5), 1.2, DAY)) == [AGAIN, REST]


def test_a_deleted_file_counts_after_half_a_second_of_quiet() -> None:
    gone = files(bob=5)
    assert verdicts(Look(gone, 1, DAY), Look(gone, 1.4, DAY), Look(gone, 1.6, DAY)) == [AGAIN, AGAIN, BUILD]


def test_a_deleted_file_counts_after_two_seconds_of_unrest() -> None:
    looks = [Look(files(bob=size), 1 + size * 0.4, DAY) for size in range(6)]
    assert verdicts(*looks) == [AGAIN] * 5 + [BUILD]


def test_an_empty_new_file_counts_at_once() -> None:
    assert verdicts(Look(files(ada=5, bob=5, cyd=0), 1, DAY)) == [BUILD]


def test_git_at_work_is_waited_for() -> None:
    change = files(ada=6, bob=5)
    assert verdicts(
        Look(change, 1, DAY, git_busy=True), Look(change, 9, DAY, git_busy=True), Look(change, 9.2, DAY)
    ) == [
        AGAIN,
        AGAIN,
        BUILD,
    ]


def test_git_at_work_for_hours_is_waited_for_once() -> None:
    one, two = files(ada=6, bob=5), files(ada=7, bob=5)
    looks = [Look(one, 1, DAY, git_busy=True), Look(one, 11.1, DAY, git_busy=True), Look(two, 900, DAY, git_busy=True)]
    assert verdicts(*looks) == [AGAIN, BUILD, BUILD]


def test_a_vault_that_is_not_there_is_no_reason_to_build() -> None:
    assert verdicts(Look(Snapshot(), 1, DAY), Look(files(ada=5, bob=5), 9, DAY)) == [REST, REST]
