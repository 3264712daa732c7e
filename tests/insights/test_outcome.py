"""Outcome: what somebody gave came to an end, and they have not been told."""

import pytest

GOT = "with: [[Jane]]; channel: coffee; got: lead"
LEAD = "career/leads/Planner.md"
LEADS = {"2026-10-01 a": f"{GOT}; thanked: 2026-10-01"}
ENDED = "company: Acme; stage: rejected; heard_on: 2026-10-01; closed_on: 2026-11-05"
VIA = f"{ENDED}; heard_via: [[2026-10-01 a]]"
NAMED = "with: [[Jane]]; channel: call; introduced: [[Walt]]"
MET = "with: [[Walt]]; channel: coffee"
NOTE = "with: [[Jane]]; channel: email"


@pytest.mark.parametrize(
    ("files", "owed"),
    [
        pytest.param({LEAD: VIA}, True, id="heard_via"),
        pytest.param({LEAD: f"{ENDED}; heard_from: [[Jane]]"}, True, id="heard_from"),
        pytest.param({LEAD: f"{ENDED}; referred_by: [[Jane]]"}, True, id="referred_by"),
        pytest.param({LEAD: ENDED, "2026-10-01 a": f"{GOT}; thanked: 2026-10-01; leads: [[Planner]]"}, True, id="got"),
        pytest.param({LEAD: ENDED, "2026-10-01 a": "with: [[Jane]]; leads: [[Planner]]"}, False, id="spoke of it only"),
        pytest.param(
            {LEAD: ENDED, "2026-10-01 a": "with: [[Jane]]; channel: interview; got: interview; leads: [[Planner]]"},
            False, id="an interview is their work",
        ),
        pytest.param({LEAD: ENDED}, False, id="nobody's lead"),
        pytest.param({LEAD: f"{ENDED}; heard_via: [[2026-11-12 b]]", "2026-11-12 b": GOT}, False, id="a planned talk"),
        pytest.param({LEAD: VIA.replace("rejected", "accepted")}, True, id="accepted"),
        pytest.param({LEAD: VIA.replace("rejected", "withdrawn")}, True, id="withdrawn"),
        pytest.param({LEAD: VIA.replace("; closed_on: 2026-11-05", "; offer_on: 2026-11-05")}, True, id="newest date"),
        pytest.param({LEAD: VIA.replace("stage: rejected; ", "")}, True, id="closed without a stage"),
        pytest.param({LEAD: VIA.replace("rejected", "applied")}, False, id="open, whatever closed_on says"),
        pytest.param({LEAD: "stage: rejected; heard_from: [[Jane]]"}, False, id="no date at all"),
    ],
)  # fmt: skip
def test_whose_lead_ended_on_5_november(rules_for, files, owed) -> None:
    base = {} if any(name == "2026-10-01 a" for name in files) else LEADS
    assert ("outcome" in rules_for({**base, **files}, "Jane", "2026-11-09")) is owed


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        pytest.param("2026-11-05", "2026-11-08", "2027-01-06", id="three days later, for sixty"),
        pytest.param("2026-12-30", "2027-01-02", "2027-03-02", id="year end"),
        pytest.param("2028-02-27", "2028-03-01", "2028-04-29", id="leap February"),
    ],
)
def test_it_appears_three_days_after_the_end_and_leaves_after_sixty(lives, day, first, last) -> None:
    files = {**LEADS, LEAD: VIA.replace("2026-11-05", day)}
    lives(files, "Jane", "outcome", first, last)


@pytest.mark.parametrize(
    ("files", "owed"),
    [
        pytest.param({"2026-11-06 b": f"{NOTE}; outcome_for: [[2026-10-01 a]]"}, False, id="outcome_for"),
        pytest.param({"2026-10-20 b": f"{NOTE}; outcome_for: [[2026-10-01 a]]"}, False, id="before the end"),
        pytest.param({"2026-11-12 b": f"{NOTE}; outcome_for: [[2026-10-01 a]]"}, True, id="outcome_for only planned"),
        pytest.param({"2026-11-06 b": "channel: email; outcome_for: [[2026-10-01 a]]"}, False, id="to nobody named"),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; outcome_for: [[2026-10-01 a]]"}, True, id="to somebody else"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: call"}, False, id="a talk since"),
        pytest.param({"2026-11-05 b": "with: [[Jane]]; channel: call"}, False, id="a talk that day"),
        pytest.param({"2026-11-04 b": "with: [[Jane]]; channel: call"}, True, id="a talk before"),
        pytest.param({"2026-11-06 b": NOTE}, True, id="a message of no purpose"),
        pytest.param({"2026-11-06 b": f"{NOTE}; purpose: update"}, False, id="an update"),
        pytest.param({"2026-11-06 b": f"{NOTE}; purpose: thanks"}, False, id="thanks"),
        pytest.param({"2026-11-06 b": f"{NOTE}; purpose: update; direction: in"}, True, id="an update from them"),
        pytest.param({"2026-11-04 b": f"{NOTE}; purpose: update"}, True, id="an update before"),
        pytest.param({"Jane": "status: closed"}, False, id="not to be contacted"),
        pytest.param({"Jane": "status: dormant"}, True, id="dormant"),
    ],
)  # fmt: skip
def test_what_tells_the_end_of_5_november(rules_for, files, owed) -> None:
    assert ("outcome" in rules_for({**LEADS, LEAD: VIA, **files}, "Jane", "2026-11-09")) is owed


@pytest.mark.parametrize(
    ("files", "due"),
    [
        pytest.param({"2026-11-04 b": MET}, "2026-11-07", id="a talk"),
        pytest.param({"2026-11-04 b": "with: [[Walt]]; channel: email"}, None, id="only a message"),
        pytest.param({"Walt": "met_on: 2026-11-04"}, "2026-11-07", id="met_on"),
        pytest.param({"Walt": "met_on: 2026-10-04"}, None, id="met before the name was given"),
        pytest.param({"2026-11-12 b": MET}, None, id="only planned"),
        pytest.param({"2026-10-20 b": MET}, None, id="a talk before"),
        pytest.param({}, None, id="not met"),
        pytest.param({"2026-11-04 b": 'with: ["[[Walt]]", "[[Jane]]"]; channel: coffee'}, None, id="Jane was there"),
        pytest.param({"2026-11-04 b": MET, "2026-11-05 c": "with: [[Jane]]; channel: call"}, None, id="told in a talk"),
        pytest.param({"2026-11-04 b": MET, "2026-11-02 c": "with: [[Jane]]; channel: call"}, "2026-11-07", id="before"),
        pytest.param(
            {"2026-11-04 b": f"{MET}; date: 2026-11-04T15:00", "c": "", "2026-11-04 d":
             "with: [[Jane]]; channel: call; date: 2026-11-04T09:00"}, "2026-11-07", id="that morning, before",
        ),
    ],
)  # fmt: skip
def test_an_introduction_of_1_november_that_was_met(queue_of, files, due) -> None:
    rows = queue_of({"2026-11-01 a": NAMED, **files}, "2026-11-09")
    assert [d for name, rule, d in rows if (name, rule) == ("Jane", "outcome")] == ([due] if due else [])


def test_who_is_named_as_introduced_by_in_a_file_is_told_too(rules_for) -> None:
    files = {"Walt": "introduced_by: [[Jane]]", "2026-11-04 b": MET, "Jane": ""}
    assert rules_for(files, "Jane", "2026-11-09") == ["outcome"]


def test_several_ends_are_one_reason_since_the_first(derived) -> None:
    files = {**LEADS, LEAD: f"title: Planner; {VIA}", "2026-11-01 b": NAMED, "2026-11-03 c": MET}
    (item,) = (i for i in derived(files, "2026-11-09").queue.items if i.name == "Jane")
    (reason,) = item.reasons
    assert reason.due.isoformat() == "2026-11-06"
    assert reason.text == "Tell Jane what came of it: you met Walt (3 Nov); Planner was a no (5 Nov)."
    assert reason.place.file == "journal/2026-11-03 c.md"


def test_each_of_those_who_were_in_the_talk_is_told(queue_of) -> None:
    both = {"2026-10-01 a": 'with: ["[[Jane]]", "[[Ann]]"]; got: lead; thanked: 2026-10-02', LEAD: VIA}
    assert {n for n, rule, _ in queue_of(both, "2026-11-09") if rule == "outcome"} == {"Ann", "Jane"}


def test_the_days_are_an_option(rules_for) -> None:
    files = {**LEADS, LEAD: VIA, "mkdocs.yml": "plugins:\n  - netfiles:\n      outcome_days: 10\n"}
    assert "outcome" not in rules_for(files, "Jane", "2026-11-14")
    assert "outcome" in rules_for(files, "Jane", "2026-11-15")
