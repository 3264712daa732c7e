"""When a change is worth a build, told with made-up looks at made-up times."""

from datetime import date
from typing import Any

from netfiles.serve.source import Snapshot
from netfiles.serve.verdict import Known, Seen, Verdict, judge
from netfiles.vault.stamp import Stamp

DAY = date(2026, 11, 23)
REST, AGAIN, BUILD = Verdict.REST, Verdict.LOOK_AGAIN, Verdict.BUILD
NOON = 1_800_000_000_000_000_000  # ns


def files(*, rest: str = "", written: int = 0, **sizes: int) -> Snapshot:
    return Snapshot({name: Stamp(size, written, written, 0) for name, size in sizes.items()}, rest)


def look(snapshot: Snapshot, at: float, day: date = DAY, **more: Any) -> Seen:
    return Seen(snapshot, at, NOON + int(at * 1e9), day, **more)


def verdicts(*looks: Seen, **more: Any) -> list[Verdict]:
    known, given = Known(files(ada=5, bob=5), DAY, **more), []
    for seen in looks:
        verdict, known = judge(known, seen)
        given.append(verdict)
    return given


def test_nothing_changed_nothing_built() -> None:
    assert verdicts(look(files(ada=5, bob=5), 1)) == [REST]


def test_a_change_is_built_once() -> None:
    assert verdicts(look(files(ada=6, bob=5), 1), look(files(ada=6, bob=5), 2)) == [BUILD, REST]


def test_a_new_day_is_built_without_a_change() -> None:
    assert verdicts(look(files(ada=5, bob=5), 1, date(2026, 11, 24), heard=False)) == [BUILD]


def test_a_change_nobody_told_of_is_looked_at_once_more() -> None:
    change = files(ada=6, bob=5)
    assert verdicts(look(change, 1, heard=False), look(change, 1.2, heard=False)) == [AGAIN, BUILD]


def test_a_file_that_is_empty_for_a_moment_never_counts() -> None:
    assert verdicts(look(files(ada=0, bob=5), 1), look(files(ada=7, bob=5), 1.2)) == [AGAIN, BUILD]


def test_a_file_that_is_gone_for_a_moment_and_comes_back_the_same_is_no_change() -> None:
    assert verdicts(look(files(bob=5), 1), look(files(ada=5, bob=5), 1.2)) == [AGAIN, REST]


def test_a_deleted_file_counts_after_half_a_second_of_quiet() -> None:
    gone = files(bob=5)
    assert verdicts(look(gone, 1), look(gone, 1.4), look(gone, 1.6)) == [AGAIN, AGAIN, BUILD]


def test_a_deleted_file_counts_after_two_seconds_of_unrest() -> None:
    looks = [look(files(bob=size), 1 + size * 0.4) for size in range(6)]
    assert verdicts(*looks) == [AGAIN] * 5 + [BUILD]


def test_an_empty_new_file_counts_at_once() -> None:
    assert verdicts(look(files(ada=5, bob=5, cyd=0), 1)) == [BUILD]


def test_a_vault_that_is_not_there_or_empty_is_no_reason_to_build() -> None:
    assert verdicts(look(files(), 1), look(files(), 60), look(files(ada=5, bob=5), 90)) == [REST, REST, REST]


def test_what_is_no_file_counts_too() -> None:
    assert verdicts(look(files(ada=5, bob=5, rest="a folder came"), 1)) == [BUILD]


def test_a_build_that_was_not_shown_is_owed() -> None:
    assert verdicts(look(files(ada=5, bob=5), 1), owed=True) == [BUILD]


def test_what_was_built_while_it_was_written_is_built_again_when_it_may_have_changed_under_the_same_stamp() -> None:
    young = files(ada=6, bob=5, written=NOON + 990_000_001)
    assert verdicts(look(young, 1), look(young, 9), look(young, 19)) == [BUILD, BUILD, REST]
    assert verdicts(look(young, 1), look(young, 2, paths=frozenset(["cyd"]))) == [BUILD, REST]
    assert verdicts(look(young, 1), look(young, 2, paths=frozenset(["ada"]))) == [BUILD, BUILD]


def test_times_in_whole_seconds_may_stand_still_for_two() -> None:
    coarse = files(ada=6, bob=5, written=NOON)
    assert verdicts(look(coarse, 2), look(coarse, 9)) == [BUILD, BUILD]
    assert verdicts(look(coarse, 3), look(coarse, 9)) == [BUILD, REST]
