"""The ledger of promises: what is open both ways, by day, and what was kept."""

import pytest

TODAY = "2026-11-19"


def opened(promises) -> list[tuple[str, str | None, str | None]]:
    return [(p.text, p.on and p.on.isoformat(), p.person) for p in promises]


JANE = "contacts/Jane.md"


@pytest.mark.parametrize(
    ("files", "mine", "theirs"),
    [
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]; next: call her; next_on: 2026-11-20"},
            [("call her", "2026-11-20", JANE)],
            [],
            id="mine",
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]; next_on: 2026-11-20"},
            [("the next step", "2026-11-20", JANE)],
            [],
            id="only a day",
        ),
        pytest.param({"2026-11-05 a": "with: [[Jane]]; next: call her; next_done: 2026-11-06"}, [], [], id="kept"),
        pytest.param(
            {"Jane": "next: write; next_on: 2026-12-01"}, [("write", "2026-12-01", JANE)], [], id="of her file"
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]] // - [ ] send it 📅 2026-11-18\n- [x] done\n- [ ] some day"},
            [("send it", "2026-11-18", JANE), ("some day", None, JANE)],
            [],
            id="tasks, undated last",
        ),
        pytest.param(
            {"career/companies/Acme.md": "target: A // - [ ] read their report"},
            [("read their report", None, None)],
            [],
            id="a task of a company",
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]; they_owe: the list; they_owe_on: 2026-11-06"},
            [],
            [("the list", "2026-11-06", JANE)],
            id="theirs",
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Jane]]; they_owe: the list; they_owe_done: 2026-11-06"}, [], [], id="kept by them"
        ),
        pytest.param({"Jane": "status: closed", "2026-11-05 a": "with: [[Jane]]; next: call"}, [], [], id="closed"),
        pytest.param({"2026-11-05 a": "channel: email; next: write"}, [("write", None, None)], [], id="to nobody"),
        pytest.param(
            {
                "2026-11-05 a": "with: [[Jane]]; next: b",
                "2026-11-04 b": "with: [[Jane]]; next: a; next_on: 2026-12-01",
                "2026-11-03 c": "with: [[Jane]]; next: c; next_on: 2026-11-01",
            },
            [("c", "2026-11-01", JANE), ("a", "2026-12-01", JANE), ("b", None, JANE)],
            [],
            id="late ones first",
        ),
    ],
)
def test_open_promises(derived, files, mine, theirs) -> None:
    ledger = derived({"Jane": "", **files}, TODAY).promises
    assert (opened(ledger.mine), opened(ledger.theirs)) == (mine, theirs)


@pytest.mark.parametrize(("day", "late"), [("2026-11-18", True), ("2026-11-19", False), ("2026-11-20", False)])
def test_a_promise_is_late_the_day_after(derived, day, late) -> None:
    insights = derived({"2026-11-05 a": f"with: [[Jane]]; next: call; next_on: {day}"}, TODAY)
    assert [promise.is_late(insights.today) for promise in insights.promises.mine] == [late]


def test_kept_ones_are_counted_on_both_sides(derived) -> None:
    files = {
        "2026-11-05 a": "with: [[Jane]]; next: call; next_done: 2026-11-06 // - [x] sent",
        "2026-11-06 b": "with: [[Jane]]; they_owe: a list; they_owe_done: 2026-11-07",
    }
    ledger = derived(files, TODAY).promises
    assert (ledger.kept_by_me, ledger.kept_by_them) == (2, 1)


def test_each_names_the_line_that_proves_it(derived) -> None:
    files = {"2026-11-05 a": "with: [[Jane]]; next: call; next_on: 2026-11-20 // Talked.\n- [ ] send it"}
    places = [promise.place for promise in derived(files, TODAY).promises.mine]
    assert [(place.file, place.line) for place in places] == [
        ("journal/2026-11-05 a.md", 4),
        ("journal/2026-11-05 a.md", 7),
    ]
