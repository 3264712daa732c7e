"""The ledger of thanks: both loops of everything I was given, for as long as they are open."""

import pytest

TODAY = "2026-11-19"
GOT = "with: [[Jane]]; channel: coffee; got: advice"
THANKS = "with: [[Jane]]; channel: email; purpose: thanks"
LEAD = {
    "2026-09-01 a": "with: [[Jane]]; channel: coffee; got: lead; thanked: 2026-09-02",
    "career/leads/Planner.md": (
        "stage: rejected; heard_from: [[Jane]]; heard_via: [[2026-09-01 a]]; heard_on: 2026-09-01;"
        " applied_on: 2026-09-03; closed_on: 2026-10-05"
    ),
}


def owed(insights) -> list[tuple[str, str]]:
    return [
        (insights.network.people[g.person].name, g.entry.record.origin.stem) for g in insights.gratitude.thanks_owed
    ]


def untold(insights) -> list[tuple[str, str]]:
    found = insights.gratitude.outcomes_owed
    return [(insights.network.people[one.person].name, one.end.day.isoformat()) for one in found]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("Jane", "2026-01-05 a")], id="long after it has left the queue"),
        pytest.param({"2026-01-05 a": f"{GOT}; thanked: 2026-01-06"}, [], id="thanked"),
        pytest.param({"2026-03-01 b": f"{THANKS}; thanks_for: [[2026-01-05 a]]"}, [], id="thanks_for later"),
        pytest.param({"2026-03-01 b": THANKS}, [], id="thanks in general, however late"),
        pytest.param({"2026-01-04 b": THANKS}, [("Jane", "2026-01-05 a")], id="thanks before"),
        pytest.param({"2026-11-20 b": THANKS}, [("Jane", "2026-01-05 a")], id="thanks planned"),
        pytest.param({"Jane": "status: closed"}, [], id="nothing is owed to who is closed"),
        pytest.param({"Jane": "status: dormant"}, [("Jane", "2026-01-05 a")], id="a dormant one is owed"),
        pytest.param(
            {"2026-02-01 b": 'with: ["[[Jane]]", "[[Ann]]"]; got: lead'},
            [("Ann", "2026-02-01 b"), ("Jane", "2026-02-01 b"), ("Jane", "2026-01-05 a")],
            id="to each, newest first",
        ),
        pytest.param({"2026-11-20 b": GOT}, [("Jane", "2026-01-05 a")], id="a gift that is planned"),
    ],
)
def test_thanks_for_the_advice_of_5_january(derived, files, expected) -> None:
    assert owed(derived({"2026-01-05 a": GOT, **files}, TODAY)) == expected


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param({"2026-11-05 a": f"{GOT}; thanked: 2026-11-07"}, ("2026-11-07", "2026-11-05 a"), id="thanked"),
        pytest.param({"2026-11-08 c": THANKS, "2026-11-06 b": THANKS}, ("2026-11-06", "2026-11-06 b"), id="the first"),
        pytest.param(
            {"2026-11-08 c": THANKS, "2026-11-06 b": "with: [[Jane]]; channel: call; thanks_for: [[2026-11-05 a]]"},
            ("2026-11-06", "2026-11-06 b"),
            id="the first of both ways",
        ),
        pytest.param(
            {"2026-11-06 b": "channel: letter; thanks_for: [[2026-11-05 a]]"},
            ("2026-11-06", "2026-11-06 b"),
            id="to nobody",
        ),
        pytest.param({"2026-11-06 b": "with: [[Ann]]; thanks_for: [[2026-11-05 a]]"}, None, id="to another"),
    ],
)
def test_when_thanks_were_said_and_what_proves_it(derived, files, said) -> None:
    insights = derived({"2026-11-05 a": GOT, **files}, TODAY)
    gift = next(of.gratitude.gifts[0] for _, of in insights.between.values() if of.gratitude.gifts)
    assert (gift.said and (gift.said.on.isoformat(), gift.said.path)) == (said and (said[0], f"journal/{said[1]}.md"))


def test_the_ledger_and_the_queue_agree_while_the_queue_shows_it(derived, rules_for) -> None:
    files = {"2026-11-05 a": GOT, "2026-11-07 b": f"{GOT}; thanked: 2026-11-08"}
    assert owed(derived(files, TODAY)) == [("Jane", "2026-11-05 a")]
    assert "thank" in rules_for(files, "Jane", TODAY)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("Jane", "2026-10-05")], id="the lead is closed"),
        pytest.param({"2026-10-06 b": "with: [[Jane]]; channel: email; outcome_for: [[2026-09-01 a]]"}, [], id="told"),
        pytest.param({"2026-10-06 b": "with: [[Jane]]; channel: call"}, [], id="a talk since"),
        pytest.param({"2026-10-06 b": "with: [[Jane]]; channel: email; purpose: update"}, [], id="an update since"),
        pytest.param({"2026-10-04 b": "with: [[Jane]]; channel: call"}, [("Jane", "2026-10-05")], id="a talk before"),
        pytest.param({"Jane": "status: closed"}, [], id="closed"),
    ],
)
def test_the_outcome_of_a_lead_that_was_closed_on_5_october(derived, files, expected) -> None:
    assert untold(derived({**LEAD, **files}, TODAY)) == expected


def test_an_outcome_stays_in_the_ledger_when_it_has_left_the_queue(derived, rules_for) -> None:
    assert "outcome" not in rules_for(LEAD, "Jane", "2027-11-19")
    assert untold(derived(LEAD, "2027-11-19")) == [("Jane", "2026-10-05")]


def test_what_is_counted(derived) -> None:
    files = {
        "2026-09-30 a": f"{GOT}; thanked: 2026-10-01",
        "2026-10-07 b": f"{GOT}; thanked: 2026-10-07",
        "2026-11-05 c": f"{GOT}; thanked: 2026-11-06",
        "2026-11-06 d": "with: [[Ann]]; got: help",
    }
    ledger = derived(files, TODAY).gratitude
    assert (ledger.gifts, ledger.said, len(ledger.thanks_owed)) == (4, 3, 1)
    assert ledger.said_by_month == (("2026-11", 1), ("2026-10", 2))
