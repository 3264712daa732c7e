"""Reply: my written message without an answer for seven business days; one nudge, never a third time."""

import pytest

OUT = "with: [[Jane]]; channel: email"
IN = "with: [[Jane]]; channel: email; direction: in"
MESSAGE = {"2026-11-05 a": OUT}  # a Thursday: the seventh business day is Monday the 16th


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        pytest.param("2026-11-02", "2026-11-11", "2027-01-01", id="Monday"),
        pytest.param("2026-11-05", "2026-11-16", "2027-01-04", id="Thursday: the Monday of the week after next"),
        pytest.param("2026-11-06", "2026-11-17", "2027-01-05", id="Friday"),
        pytest.param("2026-11-07", "2026-11-17", "2027-01-06", id="Saturday"),
        pytest.param("2026-11-08", "2026-11-17", "2027-01-07", id="Sunday"),
        pytest.param("2026-10-30", "2026-11-10", "2026-12-29", id="month end"),
        pytest.param("2026-12-23", "2027-01-01", "2027-02-21", id="year end"),
        pytest.param("2028-02-25", "2028-03-07", "2028-04-25", id="leap February"),
    ],
)
def test_a_message_waits_from_seven_business_days_to_sixty_days(lives, day, first, last) -> None:
    lives({f"{day} a": OUT}, "Jane", "reply", first, last)


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ("channel: email", True),
        ("channel: letter", True),
        ("channel: message", True),
        ("channel: social; direction: out", True),
        ("channel: email; direction: in", False),
        ("channel: email; direction: both", False),
        ("channel: call; direction: out", False),
        ("channel: video; direction: out", False),
        ("channel: coffee; direction: out", False),
        ("channel: meeting; direction: out", False),
        ("channel: interview; direction: out", False),
        ("channel: event; direction: out", False),
        ("channel: other; direction: out", False),
        ("channel: email; purpose: thanks", False),
        ("channel: email; purpose: update", False),
        ("channel: email; purpose: follow-up", True),
        ("channel: email; purpose: information-interview", True),
        ("channel: email; purpose: a word on Lisbon", True),
        ("channel: email; source: mbox", True),
    ],
    ids=str,
)
def test_which_messages_wait_for_a_reply(rules_for, fields, waits) -> None:
    assert ("reply" in rules_for({"2026-11-05 a": f"with: [[Jane]]; {fields}"}, "Jane", "2026-11-16")) is waits


@pytest.mark.parametrize(
    ("files", "waits"),
    [
        pytest.param({"2026-11-06 b": IN}, False, id="they write"),
        pytest.param({"2026-11-16 b": IN}, False, id="they write today"),
        pytest.param({"2026-11-17 b": IN}, True, id="their answer is only planned"),
        pytest.param({"2026-11-05 b": IN}, False, id="they write the same day"),
        pytest.param({"2026-11-05 0": IN}, False, id="they write the same day, earlier by file name"),
        pytest.param({"2026-11-04 b": IN}, True, id="they wrote the day before"),
        pytest.param({"2026-11-06 b": f"{IN}; purpose: thanks"}, False, id="any entry in: thanks"),
        pytest.param({"2026-11-06 b": f"{IN}; source: mbox"}, False, id="any entry in: imported"),
        pytest.param({"2026-11-06 b": f"{OUT}; direction: both"}, False, id="an exchange"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: coffee"}, False, id="coffee, both ways"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: call; direction: in"}, False, id="they call"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: call; direction: out"}, True, id="I call in vain"),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; channel: email; direction: in"}, True, id="another writes"),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; channel: coffee // On [[Jane]]."}, True, id="a mention"),
        pytest.param({"2026-11-06 b": f"{OUT}; purpose: update"}, True, id="I send news"),
    ],
)
def test_what_answers_a_message_of_mine(rules_for, files, waits) -> None:
    assert ("reply" in rules_for({**MESSAGE, **files}, "Jane", "2026-11-16")) is waits


@pytest.mark.parametrize(
    ("theirs", "waits"),
    [
        pytest.param("2026-11-05T08:00", True, id="before mine"),
        pytest.param("2026-11-05T12:00", False, id="after mine"),
        pytest.param("2026-11-05", False, id="no time"),
    ],
)
def test_on_the_same_day_only_two_times_say_that_theirs_came_first(rules_for, theirs, waits) -> None:
    files = {"2026-11-05 a": f"{OUT}; date: 2026-11-05T10:00", "2026-11-05 b": f"{IN}; date: {theirs}"}
    assert ("reply" in rules_for(files, "Jane", "2026-11-16")) is waits


@pytest.mark.parametrize(
    ("mine", "today", "expected"),
    [
        pytest.param(["2026-11-06"], "2026-11-16", ["2026-11-16"], id="the next day: same attempt"),
        pytest.param(["2026-11-13"], "2026-11-16", ["2026-11-16"], id="6th business day: same attempt"),
        pytest.param(["2026-11-15"], "2026-11-16", ["2026-11-16"], id="Sunday before: same attempt"),
        pytest.param(["2026-11-10", "2026-11-13"], "2026-11-20", ["2026-11-16"], id="three messages, one attempt"),
        pytest.param(["2026-11-16"], "2026-11-16", [], id="nudged on the 7th day"),
        pytest.param(["2026-11-16"], "2026-11-24", [], id="nudged, 6 business days later"),
        pytest.param(["2026-11-16"], "2026-11-25", [], id="nudged, 7 business days later"),
        pytest.param(["2026-11-16"], "2026-11-26", [], id="nudged, 8 business days later"),
        pytest.param(["2026-11-16"], "2027-01-04", [], id="nudged, 60 days after the first"),
        pytest.param(["2026-11-16"], "2027-01-13", [], id="nudged, the nudge is still of the last 60 days"),
        pytest.param(["2026-11-20"], "2026-11-19", ["2026-11-16"], id="the nudge is only planned"),
        pytest.param(["2026-11-20"], "2026-11-20", [], id="a late nudge"),
        pytest.param(["2026-11-20"], "2026-12-01", [], id="a late nudge, 7 business days later"),
        pytest.param(["2026-11-16", "2026-11-30"], "2026-12-09", [], id="a third message: never again"),
        pytest.param(["2026-11-13", "2026-11-24"], "2026-12-03", [], id="nudged after two messages of one attempt"),
    ],
)
def test_one_nudge_and_never_a_third_time(queue_of, mine, today, expected) -> None:
    files = {**MESSAGE, **{f"{day} m": OUT for day in mine}}
    assert [due for _, rule, due in queue_of(files, today) if rule == "reply"] == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"2026-12-10 c": IN, "2026-12-11 d": OUT}, ["2026-12-22"], id="they wrote: a new attempt"),
        pytest.param(
            {"2026-12-10 c": "with: [[Jane]]; channel: coffee", "2026-12-11 d": OUT}, ["2026-12-22"], id="we talked"
        ),
        pytest.param({"2026-12-11 d": OUT}, [], id="they were silent"),
    ],
)
def test_a_nudged_person_is_waited_for_again_once_they_write_or_talk(queue_of, files, expected) -> None:
    rows = queue_of({**MESSAGE, "2026-11-16 b": OUT, **files}, "2026-12-22")
    assert [due for _, rule, due in rows if rule == "reply"] == expected


def test_a_call_in_vain_is_no_nudge(queue_of) -> None:
    files = {**MESSAGE, "2026-11-17 b": "with: [[Jane]]; channel: call; direction: out"}
    assert queue_of(files, "2026-11-18") == [("Jane", "reply", "2026-11-16")]


def test_an_answered_message_does_not_make_the_next_one_a_nudge(queue_of) -> None:
    files = {"2026-10-01 a": OUT, "2026-10-20 b": IN, "2026-11-05 c": OUT}
    assert queue_of(files, "2026-11-16") == [("Jane", "reply", "2026-11-16")]


def test_a_message_after_a_long_silence_is_a_first_one_again(queue_of) -> None:
    """The first was never nudged and has left the window of 60 days: it says nothing about this one."""
    assert queue_of({"2026-09-01 a": OUT, "2026-11-05 b": OUT}, "2026-11-16") == [("Jane", "reply", "2026-11-16")]


def test_a_nudge_within_the_window_is_the_last_word_for_good(queue_of) -> None:
    assert queue_of({"2026-08-01 a": OUT, "2026-09-15 b": OUT, "2026-11-01 c": OUT}, "2026-11-16") == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, ["Ann", "Jane"], id="each"),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; channel: email; direction: in"}, [], id="one answered for all"),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; channel: coffee"}, [], id="one talked for all"),
        pytest.param({"2026-11-16 b": OUT}, ["Ann"], id="one nudged"),
        pytest.param(
            {"2026-11-06 b": "with: [[Zoe]]; channel: email; direction: in"}, ["Ann", "Jane"], id="a stranger"
        ),
    ],
)
def test_of_several_people_each_is_waited_for_until_one_answers(queue_of, files, expected) -> None:
    rows = queue_of({"2026-11-05 a": 'with: ["[[Jane]]", "[[Ann]]"]; channel: email', **files}, "2026-11-16")
    assert sorted(name for name, rule, _ in rows if rule == "reply") == expected


def test_a_name_not_on_file_can_owe_a_reply(derived) -> None:
    [item] = derived({"2026-11-05 a": "with: [[Ghost]]; channel: email"}, "2026-11-16").queue.items
    assert (item.name, item.file, [reason.rule for reason in item.reasons]) == ("Ghost", None, ["reply"])
