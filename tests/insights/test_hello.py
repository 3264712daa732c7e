"""Hello: the first meeting was 2 to 30 days ago, nothing followed, and no other reason stands."""

import pytest

MET = {"Jane": "met_on: 2026-11-05"}
COFFEE = {"2026-11-05 a": "with: [[Jane]]; channel: coffee"}
GOT = "with: [[Jane]]; channel: coffee; got: advice"
UPDATE = "with: [[Jane]]; channel: email; purpose: update"  # waits for nothing


@pytest.mark.parametrize(
    ("files", "first", "last"),
    [
        pytest.param(MET, "2026-11-07", "2026-12-05", id="met_on"),
        pytest.param({"Jane": "met_on: 2026-11-05; source: vcard"}, "2026-11-07", "2026-12-05", id="met_on, imported"),
        pytest.param({"Jane": "met_on: 2026-01-30"}, "2026-02-01", "2026-03-01", id="month end"),
        pytest.param({"Jane": "met_on: 2028-02-27"}, "2028-02-29", "2028-03-28", id="leap February"),
        pytest.param({"Jane": "met_on: 2026-12-31"}, "2027-01-02", "2027-01-30", id="year end"),
        pytest.param(COFFEE, "2026-11-07", "2026-12-05", id="first entry a talk"),
        pytest.param(
            {**COFFEE, **MET}, "2026-11-07", "2026-12-05", id="the entry of the meeting itself follows nothing"
        ),
        pytest.param(
            {"Jane": "met_on: 2026-11-10", **COFFEE}, "2026-11-12", "2026-12-10", id="met_on stands before entries"
        ),
        pytest.param({**MET, "2026-11-02 a": UPDATE}, "2026-11-07", "2026-12-05", id="written before the meeting"),
        pytest.param(
            {**COFFEE, "2026-12-31 b": UPDATE}, "2026-11-07", "2026-12-05", id="a planned contact is none yet"
        ),
    ],
)
def test_a_new_acquaintance_waits_for_a_hello_from_two_to_thirty_days(lives, files, first, last) -> None:
    lives(files, "Jane", "hello", first, last)


@pytest.mark.parametrize(
    ("channel", "waits"),
    [
        *((talk, True) for talk in ("call", "video", "coffee", "meeting", "interview", "event", "other")),
        *((written, False) for written in ("email", "letter", "message", "social")),
    ],
)
def test_the_first_entry_is_a_meeting_if_it_is_a_talk(rules_for, channel, waits) -> None:
    files = {"2026-11-05 a": f"with: [[Jane]]; channel: {channel}"}
    assert ("hello" in rules_for(files, "Jane", "2026-11-07")) is waits


@pytest.mark.parametrize(
    ("files", "waits"),
    [
        pytest.param({**COFFEE, "2026-11-06 b": UPDATE}, False, id="I wrote"),
        pytest.param({**COFFEE, "2026-11-06 b": f"{UPDATE}; direction: in"}, False, id="they wrote"),
        pytest.param({**COFFEE, "2026-11-10 b": "with: [[Jane]]; channel: call"}, False, id="we talk today"),
        pytest.param({**COFFEE, "2026-11-05 b": UPDATE}, False, id="I wrote the same day"),
        pytest.param({**COFFEE, "2026-11-05 b": "with: [[Jane]]; channel: call"}, False, id="a call the same day"),
        pytest.param({**COFFEE, "2026-11-05 0": UPDATE}, False, id="I wrote the same day, first by file name"),
        pytest.param({**COFFEE, "2026-11-04 b": UPDATE}, False, id="the first entry was no talk"),
        pytest.param({**COFFEE, "2026-11-06 b": "with: [[Ann]]; channel: email // On [[Jane]]."}, True, id="a mention"),
        pytest.param({**COFFEE, "2026-11-11 b": UPDATE}, True, id="only planned"),
        pytest.param({**MET, "2026-11-06 b": UPDATE}, False, id="met_on, then I wrote"),
        pytest.param({**MET, "2026-11-04 b": "with: [[Jane]]; channel: call"}, True, id="met_on, a call before"),
        pytest.param({"Jane": "met_on: 2026-11-20"}, False, id="met_on is to come"),
        pytest.param({"Jane": "met_on: 2026-11-05; status: dormant"}, False, id="dormant"),
        pytest.param({"2026-11-05 a": GOT}, False, id="thanks are due"),
        pytest.param({"2026-11-05 a": f"{GOT}; thanked: 2026-11-09"}, False, id="I thanked them later"),
        pytest.param({"2026-11-05 a": f"{GOT}; thanked: 2026-11-05"}, True, id="I thanked them there and then"),
        pytest.param({**COFFEE, "Jane": "next: x; next_on: 2026-11-10"}, False, id="a promise is due"),
        pytest.param({**COFFEE, "Jane": "next: x; next_on: 2026-11-11"}, True, id="a promise is due tomorrow"),
        pytest.param({**COFFEE, "Jane": "birthday: 11-17"}, False, id="a birthday is near"),
    ],
)
def test_what_makes_a_hello_needless(rules_for, files, waits) -> None:
    assert ("hello" in rules_for(files, "Jane", "2026-11-10")) is waits


def test_a_hello_comes_back_when_the_other_reason_is_done(queue_of) -> None:
    files = {"2026-11-05 a": "with: [[Jane]]; channel: coffee; got: advice; thanked: 2026-11-05"}
    assert queue_of(files, "2026-11-10") == [("Jane", "hello", "2026-11-07")]


def test_of_several_people_met_each_waits(queue_of) -> None:
    files = {"2026-11-05 a": 'with: ["[[Jane]]", "[[Ghost]]"]; channel: event', "Jane": ""}
    assert sorted(queue_of(files, "2026-11-07")) == [("Ghost", "hello", "2026-11-07"), ("Jane", "hello", "2026-11-07")]
