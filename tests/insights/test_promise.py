"""Promise and owed-to-me: what I owe or plan, and what was promised to me."""

import pytest

COFFEE = "with: [[Jane]]; channel: coffee"
BOTH = 'with: ["[[Jane]]", "[[Ann]]"]; channel: coffee'


@pytest.mark.parametrize(
    ("files", "person", "first"),
    [
        pytest.param(
            {"2026-11-05 a": f"{COFFEE}; next: Send CV; next_on: 2026-11-20"}, "Jane", "2026-11-20", id="entry"
        ),
        pytest.param(
            {"2026-11-05 a": f"{COFFEE}; next: Send CV; next_on: 2026-11-22"}, "Jane", "2026-11-22", id="Sunday"
        ),
        pytest.param({"2026-11-05 a": f"{COFFEE}; next_on: 2026-11-30"}, "Jane", "2026-11-30", id="no text, month end"),
        pytest.param({"Jane": "next: Call her; next_on: 2026-12-01"}, "Jane", "2026-12-01", id="person"),
        pytest.param({"Jane": "next: Call her; next_on: 2028-02-29"}, "Jane", "2028-02-29", id="leap day"),
        pytest.param({"Jane": "next: Call her; next_on: 2027-01-01"}, "Jane", "2027-01-01", id="new year"),
        pytest.param({"2026-11-05 a": f"{COFFEE} // - [ ] send CV 📅 2026-12-04"}, "Jane", "2026-12-04", id="task"),
        pytest.param(
            {"2026-11-05 a": f"{COFFEE} // Talk.\n\n* [ ] CV 📅 2026-12-05"}, "Jane", "2026-12-05", id="star task"
        ),
        pytest.param(
            {"2026-11-05 a": f"{BOTH}; next: CV; next_on: 2026-11-20"}, "Jane", "2026-11-20", id="first of two"
        ),
        pytest.param({"Jane": " // - [ ] call her 📅 2026-11-20"}, "Jane", "2026-11-20", id="task in a person's notes"),
        pytest.param(
            {"Jane": "source: vcard; next: x; next_on: 2026-11-20"}, "Jane", "2026-11-20", id="imported person"
        ),
        pytest.param(
            {"Jane": "status: dormant; next: x; next_on: 2026-11-20"}, "Jane", "2026-11-20", id="dormant person"
        ),
        pytest.param(
            {"2026-11-05 a": "with: [[Ghost]]; channel: email; direction: in; purpose: thanks; next_on: 2026-11-20"},
            "Ghost",
            "2026-11-20",
            id="name not on file",
        ),
    ],
)
def test_a_promise_shows_from_its_day_until_it_is_done(lives, files, person, first) -> None:
    lives(files, person, "promise", first, None)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"2026-11-05 a": f"{COFFEE}; next: x; next_on: 2026-11-20; next_done: 2026-11-21"}, id="entry done"
        ),
        pytest.param({"Jane": "next: x; next_on: 2026-11-20; next_done: 2026-11-20"}, id="person done"),
        pytest.param({"2026-11-05 a": f"{COFFEE} // - [x] CV 📅 2026-11-20"}, id="task ticked"),
        pytest.param({"2026-11-05 a": f"{COFFEE} // - [X] CV 📅 2026-11-20"}, id="task ticked with a capital"),
        pytest.param({"2026-11-05 a": f"{COFFEE} // - [ ] CV"}, id="task without a date"),
        pytest.param({"2026-11-05 a": f"{COFFEE} // ```\n- [ ] CV 📅 2026-11-20\n```"}, id="task in a code block"),
        pytest.param({"2026-11-05 a": f"{COFFEE}; next: x"}, id="next without a date"),
        pytest.param({"2026-11-05 a": f"{BOTH}; next: x; next_on: 2026-11-20", "Jane": "status: closed"}, id="closed"),
    ],
)
def test_nothing_is_promised(queue_of, files) -> None:
    assert [row for row in queue_of(files, "2026-11-25") if row[1] == "promise"] == []


def test_of_several_people_the_promise_is_to_the_first_and_names_the_others(derived) -> None:
    [jane, *rest] = derived({"2026-11-05 a": f"{BOTH}; next: CV; next_on: 2026-11-06"}, "2026-11-06").queue.items
    [promise] = jane.reasons
    assert (jane.name, promise.rule, "Ann" in promise.text, rest) == ("Jane", "promise", True, [])


def test_each_dated_task_is_a_promise_of_its_own(queue_of) -> None:
    files = {
        "2026-11-05 a": f"{COFFEE}; next: x; next_on: 2026-11-08 // - [ ] b 📅 2026-11-06\n- [ ] c 📅 2026-11-07\n"
    }
    assert sorted(queue_of(files, "2026-11-07")) == [
        ("Jane", "promise", "2026-11-06"),
        ("Jane", "promise", "2026-11-07"),
    ]


def test_a_promise_in_an_entry_without_people_is_an_item_of_nobody(derived) -> None:
    files = {"2026-11-05 a": "activity: applications; next: Post the form; next_on: 2026-11-06"}
    items = derived(files, "2026-11-06").queue.items
    assert [(item.name, [reason.rule for reason in item.reasons]) for item in items] == [(None, ["promise"])]


def test_a_reason_points_to_the_line_that_proves_it(derived) -> None:
    files = {"2026-11-05 a": f"{COFFEE}; next: x; next_on: 2026-11-06 // Talk.\n\n- [ ] b 📅 2026-11-06"}
    [item] = derived(files, "2026-11-06").queue.items
    assert {(reason.place.file, reason.place.line) for reason in item.reasons} <= {
        ("journal/2026-11-05 a.md", line) for line in (4, 5, 9)
    }


@pytest.mark.parametrize(
    ("promised", "first"),
    [
        pytest.param("2026-11-19", "2026-11-20", id="Thursday"),
        pytest.param("2026-11-20", "2026-11-21", id="Friday: the Saturday"),
        pytest.param("2026-11-30", "2026-12-01", id="month end"),
        pytest.param("2026-12-31", "2027-01-01", id="year end"),
        pytest.param("2027-02-28", "2027-03-01", id="February"),
        pytest.param("2028-02-28", "2028-02-29", id="leap February"),
        pytest.param("2028-02-29", "2028-03-01", id="leap day"),
    ],
)
def test_what_they_owe_shows_from_the_day_after(lives, promised, first) -> None:
    lives({"2026-11-05 a": f"{COFFEE}; they_owe: A name; they_owe_on: {promised}"}, "Jane", "owed-to-me", first, None)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(f"{COFFEE}; they_owe_on: 2026-11-05", ["Jane"], id="no text"),
        pytest.param(f"{BOTH}; they_owe: x; they_owe_on: 2026-11-05", ["Jane"], id="the first of two"),
        pytest.param(
            "with: [[Ghost]]; channel: call; they_owe: x; they_owe_on: 2026-11-05", ["Ghost"], id="not on file"
        ),
        pytest.param(f"{COFFEE}; they_owe: x; they_owe_on: 2026-11-05; they_owe_done: 2026-11-06", [], id="done"),
        pytest.param(f"{COFFEE}; they_owe: x", [], id="no date"),
        pytest.param(
            f"{COFFEE}; they_owe: x; they_owe_on: 2026-11-05; next_done: 2026-11-06", ["Jane"], id="mine is done"
        ),
    ],
)
def test_owed_to_me(queue_of, fields, expected) -> None:
    rows = queue_of({"2026-11-05 a": fields}, "2026-11-06")
    assert [name for name, rule, _ in rows if rule == "owed-to-me"] == expected
