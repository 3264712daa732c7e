"""What holds for every vault, tried on random ones."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.index.network import Network
from netfiles.insights.derive import Insights, derive

from .conftest import rows
from .random_vaults import NAMES, TODAY, Files, network_of, vaults

quick = settings(max_examples=15, deadline=None, database=None)


def today_of(files: Files) -> Insights:
    return derive(network_of(files), TODAY)


@quick
@given(vaults())
def test_everything_can_be_derived_twice_and_is_equal(files: Files) -> None:
    one, two = today_of(files), today_of(files)
    assert rows(one) == rows(two)
    assert [item.reasons for item in one.queue.items] == [item.reasons for item in two.queue.items]
    assert (one.ties, one.share, one.queue.minutes_left) == (two.ties, two.share, two.queue.minutes_left)
    assert [(p.done, p.sentence) for p in one.goals] == [(p.done, p.sentence) for p in two.goals]
    assert [(c.now, c.before, c.one_step, c.move) for c in one.coverage] == [
        (c.now, c.before, c.one_step, c.move) for c in two.coverage
    ]
    assert one.problems == two.problems


@quick
@given(vaults(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_files(files: Files, random) -> None:
    paths = list(files)
    random.shuffle(paths)
    shuffled = today_of({path: files[path] for path in paths})
    assert rows(shuffled) == rows(today_of(files))
    assert [item.name for item in shuffled.queue.fitting] == [item.name for item in today_of(files).queue.fitting]


@quick
@given(vaults())
def test_what_is_shown_is_due_and_has_a_reason_in_words_and_a_place(files: Files) -> None:
    insights = today_of(files)
    for item in insights.queue.items:
        assert item.reasons
        for reason in item.reasons:
            assert reason.due <= TODAY
            assert reason.days_overdue(TODAY) == (TODAY - reason.due).days
            assert reason.text.strip()
            assert reason.place.file in files
            assert 1 <= reason.place.line <= files[reason.place.file].count("\n") + 1


@quick
@given(vaults())
def test_nobody_has_two_items_and_no_rule_but_promises_and_debts_two_reasons(files: Files) -> None:
    insights = today_of(files)
    keys = [item.key for item in insights.queue.items if item.key]
    assert len(keys) == len(set(keys))
    for item in insights.queue.items:
        rules = [reason.rule for reason in item.reasons]
        assert {"thank", "reply", "keep-in-touch", "hello", "date"} & {r for r in rules if rules.count(r) > 1} == set()
        assert not {"ask", "reply"} <= set(rules)
        assert rules in (["hello"], ["hello", "stale"]) or "hello" not in rules
        assert rules != ["stale"]


@quick
@given(vaults())
def test_the_snoozed_and_the_closed_never_show_and_the_dormant_are_left_in_peace(files: Files) -> None:
    insights = today_of(files)
    for item in insights.queue.items:
        record = insights.network.people[item.key].record if item.key else None
        if record is None:
            continue
        assert record.status != "closed"
        assert record.snooze_until is None or record.snooze_until <= TODAY
        if record.status == "dormant":
            assert not {"keep-in-touch", "hello", "date"} & {reason.rule for reason in item.reasons}


@quick
@given(vaults())
def test_what_fits_and_what_waits_are_the_queue_and_the_urgent_never_waits(files: Files) -> None:
    queue = today_of(files).queue
    assert sorted(map(id, (*queue.fitting, *queue.waiting))) == sorted(map(id, queue.items))
    assert list(queue.fitting) == [item for item in queue.items if item in queue.fitting]
    for item in queue.waiting:
        assert not {"promise", "answer", "thank"} & {reason.rule for reason in item.reasons}


def planned(path: str, text: str) -> bool:
    return path.startswith("journal/") and text.split("date: ")[1][:10] > TODAY.isoformat()


@quick
@given(vaults())
def test_planned_entries_change_nothing_but_keep_in_touch(files: Files) -> None:
    past = {path: text for path, text in files.items() if not planned(path, text)}
    hide = {
        "keep-in-touch",
        "hello",
        "promise",
        "owed-to-me",
        "lead",
        "stale",
    }  # hello and stale look at others; promises bear dates of their own; what is planned moves a lead
    with_plans, without = today_of(files), today_of(past)
    assert [row for row in sorted(rows(with_plans), key=str) if row[1] not in hide] == [
        row for row in sorted(rows(without), key=str) if row[1] not in hide
    ]
    assert with_plans.share.this_week == without.share.this_week
    assert [p.done for p in with_plans.goals] == [p.done for p in without.goals]
    assert {key: tie for key, tie in with_plans.ties.items() if key in without.ties} == dict(without.ties)


STEADY = {"answer", "thank", "introduction", "keep-in-touch", "date"}  # hello and ask wait for other reasons to go


@quick
@given(vaults())
def test_what_is_shown_showed_since_its_due_day(files: Files) -> None:
    """Unless snoozed, and unless there never was a contact to count from."""
    network = network_of({path: without_snooze(text) for path, text in files.items()})
    for person, rule, due in rows(derive(network, TODAY)):
        someone = next(one for one in network.people.values() if one.name == person) if person in NAMES else None
        if rule in STEADY and not (rule == "keep-in-touch" and not someone.until(TODAY)):
            assert (person, rule) in shown_on(network, due), (person, rule, due)


def without_snooze(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("snooze_until"))


def shown_on(network: Network, day: str) -> set[tuple[str | None, str]]:
    return {(name, rule) for name, rule, _ in rows(derive(network, TODAY - (TODAY - TODAY.fromisoformat(day))))}


@quick
@given(vaults(), st.integers(0, 400))
def test_any_day_can_be_asked_for(files: Files, days: int) -> None:
    network = network_of(files)
    for today in (TODAY - timedelta(days), TODAY + timedelta(days)):
        insights = derive(network, today)
        assert all(reason.due <= today for item in insights.queue.items for reason in item.reasons)
        assert all(0 <= tie.strength <= 1 for tie in insights.ties.values())
