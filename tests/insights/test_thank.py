"""Thank: from the day after I got something until I said so."""

import pytest

GOT = "with: [[Jane]]; channel: coffee; got: advice"
TWO = 'with: ["[[Jane]]", "[[Ann]]"]; channel: coffee; got: advice'
THANKS = "with: [[Jane]]; channel: email; purpose: thanks"
NOTE = "with: [[Jane]]; channel: email; purpose: update"  # a message that waits for nothing


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        pytest.param("2026-11-05", "2026-11-06", "2027-01-04", id="Thursday"),
        pytest.param("2026-11-06", "2026-11-07", "2027-01-05", id="Friday: the Saturday"),
        pytest.param("2026-10-31", "2026-11-01", "2026-12-30", id="month end"),
        pytest.param("2026-12-31", "2027-01-01", "2027-03-01", id="year end"),
        pytest.param("2028-02-28", "2028-02-29", "2028-04-28", id="leap February"),
    ],
)
def test_thanks_are_due_from_the_day_after_and_leave_after_sixty_days(lives, day, first, last) -> None:
    lives({f"{day} a": GOT}, "Jane", "thank", first, last)


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        *((f"got: {word}", True) for word in
          ("information", "introduction", "referral", "interview", "advice", "lead", "offer", "help")),
        ("got: [advice, lead]", True),
        ("gave: advice", False),
        ("got: advice; thanked: 2026-11-05", False),
        ("got: advice; thanked: 2026-11-06", False),
        ("got: advice; source: import", True),
        ("got: advice; direction: in; channel: email; purpose: update", True),
    ],
    ids=str,
)  # fmt: skip
def test_what_asks_for_thanks(rules_for, fields, owed) -> None:
    channel = "" if "channel" in fields else "channel: coffee; "
    assert ("thank" in rules_for({"2026-11-05 a": f"with: [[Jane]]; {channel}{fields}"}, "Jane", "2026-11-06")) is owed


@pytest.mark.parametrize(
    ("files", "owed"),
    [
        pytest.param({"2026-11-06 b": f"{NOTE}; thanks_for: [[2026-11-05 a]]"}, False, id="thanks_for later"),
        pytest.param({"2026-11-05 b": f"{NOTE}; thanks_for: [[2026-11-05 a]]"}, False, id="thanks_for that day"),
        pytest.param({"2026-11-04 b": f"{NOTE}; thanks_for: [[2026-11-05 a]]"}, True, id="thanks_for before"),
        pytest.param({"2026-11-10 b": f"{NOTE}; thanks_for: [[2026-11-05 a]]"}, True, id="thanks_for only planned"),
        pytest.param(
            {"2026-11-06 b": f"{NOTE}; thanks_for: [[2026-11-02 c]]", "2026-11-02 c": GOT}, True, id="another's"
        ),
        pytest.param({"2026-11-06 b": THANKS}, False, id="purpose thanks later"),
        pytest.param({"2026-11-05 b": THANKS}, False, id="purpose thanks that day"),
        pytest.param({"2026-11-04 b": THANKS}, True, id="purpose thanks before"),
        pytest.param({"2026-11-10 b": THANKS}, True, id="purpose thanks only planned"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: call; purpose: thanks"}, False, id="thanks by phone"),
        pytest.param({"2026-11-06 b": f"{THANKS}; direction: in"}, True, id="they thank me"),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; channel: email; purpose: thanks"}, True, id="thanks to another"),
        pytest.param({"2026-11-06 b": NOTE}, True, id="a message without thanks"),
        pytest.param({"2026-11-06 b": f"{THANKS}; got: lead"}, False, id="thanks that got more: the earlier is closed"),
    ],
)
def test_what_closes_the_thanks_of_5_november(queue_of, files, owed) -> None:
    dues = [due for name, rule, due in queue_of({"2026-11-05 a": GOT, **files}, "2026-11-09") if rule == "thank"]
    assert bool({"2026-11-06", "2026-11-03"} & set(dues)) is owed


def test_an_entry_of_thanks_does_not_close_what_it_got_itself(queue_of) -> None:
    assert queue_of({"2026-11-05 a": f"{THANKS}; got: lead"}, "2026-11-06") == [("Jane", "thank", "2026-11-06")]


@pytest.mark.parametrize(
    ("mine", "owed"), [("2026-11-05T09:00", True), ("2026-11-05T18:00", False), ("2026-11-05", False)]
)
def test_thanks_in_the_morning_are_not_for_the_afternoon(rules_for, mine, owed) -> None:
    files = {"2026-11-05 a": f"{GOT}; date: 2026-11-05T14:00", "2026-11-05 b": f"{THANKS}; date: {mine}"}
    assert ("thank" in rules_for(files, "Jane", "2026-11-06")) is owed


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("Jane", "thank", "2026-11-03")], id="one reason, since the first"),
        pytest.param({"2026-11-06 c": THANKS}, [], id="one thanks closes all earlier ones"),
        pytest.param({"2026-11-04 c": THANKS}, [("Jane", "thank", "2026-11-06")], id="but not later ones"),
        pytest.param(
            {"2026-11-06 c": f"{NOTE}; thanks_for: [[2026-11-02 a]]"},
            [("Jane", "thank", "2026-11-06")],
            id="one of two",
        ),
        pytest.param(
            {"2026-11-06 c": f'{NOTE}; thanks_for: ["[[2026-11-02 a]]", "[[2026-11-05 b]]"]'},
            [],
            id="both by thanks_for",
        ),
    ],
)
def test_several_open_thanks_to_one_person_are_one_reason(queue_of, files, expected) -> None:
    assert queue_of({"2026-11-02 a": GOT, "2026-11-05 b": GOT, **files}, "2026-11-09") == expected


def test_when_the_older_of_two_thanks_has_left_the_younger_stands(queue_of) -> None:
    files = {"2026-09-01 a": GOT, "2026-10-01 b": GOT}
    assert queue_of(files, "2026-11-02") == [("Jane", "thank", "2026-10-02")]


@pytest.mark.parametrize(
    ("files", "owed"),
    [
        pytest.param({}, ["Ann", "Jane"], id="each"),
        pytest.param({"2026-11-06 b": THANKS}, ["Ann"], id="one thanked by purpose"),
        pytest.param({"2026-11-06 b": 'with: ["[[Jane]]", "[[Ann]]"]; channel: email; purpose: thanks'}, [], id="both"),
    ],
)
def test_of_several_people_each_is_owed_thanks(queue_of, files, owed) -> None:
    rows = queue_of({"2026-11-05 a": TWO, **files}, "2026-11-09")
    assert sorted(name for name, rule, _ in rows if rule == "thank") == owed


def test_what_a_planned_entry_will_get_is_owed_no_thanks(queue_of) -> None:
    assert queue_of({"2026-11-12 a": GOT}, "2026-11-09") == []
