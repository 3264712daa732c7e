"""Landing: `status: landed` turns the queue into thanks, news, withdrawals; then keeping in touch."""

import pytest

from netfiles.insights.brief import brief

LANDED = {"career/profile.md": "status: landed"}
WON = {
    **LANDED,
    "career/leads/Planner.md": "title: Planner; company: Acme; stage: accepted; closed_on: 2026-11-10; "
    "heard_from: [[Nia]]; heard_via: [[2026-09-24 call]]; referred_by: [[Ray]]",
    "2026-09-24 call": 'with: ["[[Nia]]", "[[Tom]]"]; channel: call',
    "Nia": "introduced_by: [[Gus]]",
    "Gus": "status: active",
    "2026-03-01 old": "with: [[Joy]]; channel: coffee; introduced: [[Gus]]",
    "Joy": "status: active",
    "Ray": "status: active",
    "Tom": "status: active",
    "career/news/Landed.md": "title: Landed; date: 2026-11-10; until: 2026-11-09",
}
OPEN = {"career/leads/Analyst.md": "title: Analyst; company: Globex; stage: applied; applied_on: 2026-10-01"}


def shown(rows) -> list[tuple[str, str]]:
    return sorted((name, rule) for name, rule, _ in rows)


def test_everyone_of_the_chain_is_thanked_from_the_day_after(queue_of) -> None:
    chain = [(name, "thank") for name in ("Gus", "Joy", "Nia", "Ray", "Tom")]
    assert queue_of(WON, "2026-11-10") == []
    assert shown(queue_of(WON, "2026-11-11")) == chain
    assert {due for _, _, due in queue_of(WON, "2026-12-31")} == {"2026-11-11"}
    assert shown(queue_of(WON, "2027-01-09")) == chain
    assert queue_of(WON, "2027-01-10") == []


def test_while_searching_the_same_files_ask_for_no_thanks(queue_of) -> None:
    files = {**WON, "career/profile.md": "status: searching"}
    assert "thank" not in {rule for _, rule, _ in queue_of(files, "2026-11-19")}


@pytest.mark.parametrize(
    ("entry", "thanked"),
    [
        pytest.param({"2026-11-12 t": "with: [[Nia]]; channel: email; purpose: thanks"}, True, id="thanks since"),
        pytest.param({"2026-11-10 t": "with: [[Nia]]; channel: email; purpose: thanks"}, True, id="that day"),
        pytest.param({"2026-11-09 t": "with: [[Nia]]; channel: email; purpose: thanks"}, False, id="before"),
        pytest.param({"2026-11-12 t": "with: [[Nia]]; channel: call"}, False, id="a talk without thanks"),
        pytest.param({"2026-11-12 t": "with: [[Ray]]; channel: email; purpose: thanks"}, False, id="to another"),
        pytest.param(
            {"2026-11-12 t": "with: [[Nia]]; channel: email; purpose: thanks; direction: in"}, False, id="they thank me"
        ),
    ],
)
def test_what_thanks_nia_for_her_part(rules_for, entry, thanked) -> None:
    assert rules_for({**WON, **entry}, "Nia", "2026-11-19") == ([] if thanked else ["thank"])


def test_the_sentence_says_which_part_and_leads_to_what_proves_it(derived) -> None:
    found = {i.name: i.reasons[0] for i in derived(WON, "2026-11-19").queue.items}
    assert found["Nia"].text == "Thank Nia for the lead: it led to Planner."
    assert found["Ray"].text == "Thank Ray for the referral: it led to Planner."
    assert found["Gus"].text == "Thank Gus for the introduction to Nia: it led to Planner."
    assert found["Joy"].text == "Thank Joy for the introduction to Gus: it led to Planner."
    assert [found[name].place.file for name in ("Nia", "Tom", "Ray", "Gus", "Joy")] == [
        "journal/2026-09-24 call.md",
        "journal/2026-09-24 call.md",
        "career/leads/Planner.md",
        "contacts/Nia.md",
        "journal/2026-03-01 old.md",
    ]


def test_other_thanks_wait_for_these_and_come_back(queue_of) -> None:
    files = {**WON, "2026-11-15 help": "with: [[Nia]]; channel: call; got: help"}
    assert ("Nia", "thank", "2026-11-11") in queue_of(files, "2026-11-19")
    files["2026-11-14 t"] = "with: [[Nia]]; channel: email; purpose: thanks"
    assert ("Nia", "thank", "2026-11-16") in queue_of(files, "2026-11-19")


def test_of_several_accepted_leads_the_last_counts(queue_of) -> None:
    old = "title: Old; stage: accepted; closed_on: 2026-03-10; heard_from: [[Ann]]"
    files = {**WON, "career/leads/Old.md": old, "Ann": ""}
    assert "Ann" not in {name for name, _, _ in queue_of(files, "2026-11-19")}


@pytest.mark.parametrize(
    ("news", "titles"),
    [
        pytest.param({}, ["Tell everyone that you have landed"], id="none: write it"),
        pytest.param({"career/news/N.md": "title: Hired; date: 2026-11-12"}, ["Hired"], id="the news since"),
        pytest.param(
            {"career/news/N.md": "title: Looking; date: 2026-09-01"}, ["Tell everyone that you have landed"],
            id="that of the search is over",
        ),
    ],
)  # fmt: skip
def test_everyone_is_told(derived, news, titles) -> None:
    lead = "title: Planner; stage: accepted; closed_on: 2026-11-10"
    files = {**LANDED, "career/leads/Planner.md": lead, "Ann": "status: active", **news}
    items = derived(files, "2026-11-19").queue.items
    assert [item.title for item in items] == titles
    assert {reason.rule for item in items for reason in item.reasons} == {"news"}


def test_the_news_to_write_names_its_file(derived) -> None:
    (item,) = derived({**LANDED, "Ann": "", "Bo": ""}, "2026-11-19").queue.items
    assert "2 people on file" in item.reasons[0].text
    assert "career/news/I have landed.md" in item.reasons[0].text
    assert item.reasons[0].place == ("career/profile.md", 2, 1)


@pytest.mark.parametrize("today", ["2026-11-10", "2027-01-08", "2027-01-09", "2028-01-01"])
def test_that_everyone_is_to_be_told_stays_until_there_is_news(queue_of, today) -> None:
    lead = {"career/leads/Planner.md": "title: Planner; stage: accepted; closed_on: 2026-11-10"}
    tell = ("Tell everyone that you have landed", "news", "2026-11-10")
    assert queue_of({**LANDED, **lead}, today) == [tell]
    assert queue_of({**LANDED, **lead, "career/news/N.md": "title: Hired; date: 2026-11-10"}, today) == []


NO_DAY = {**WON, "career/leads/Planner.md": "stage: accepted; heard_on: 2026-09-24; heard_from: [[Nia]]"}


def test_without_its_day_the_landing_claims_none_and_thanks_are_due_from_today(derived, queue_of) -> None:
    found = derived(NO_DAY, "2026-11-19").landing
    assert (found.lead.path, found.day) == ("career/leads/Planner.md", None)
    for today in ("2026-11-19", "2027-06-01"):
        assert ("Nia", "thank", today) in queue_of(NO_DAY, today)


@pytest.mark.parametrize(
    ("entry", "thanked"),
    [
        pytest.param({"2026-11-12 t": "with: [[Nia]]; channel: email; purpose: thanks"}, True, id="since it was heard"),
        pytest.param({"2026-09-23 t": "with: [[Nia]]; channel: email; purpose: thanks"}, False, id="before that"),
    ],
)
def test_without_its_day_thanks_count_from_the_last_day_of_the_lead(rules_for, entry, thanked) -> None:
    assert ("thank" in rules_for({**NO_DAY, **entry}, "Nia", "2026-11-19")) is not thanked


def test_an_end_without_a_day_is_told_of_without_one(derived) -> None:
    files = {"career/leads/Planner.md": NO_DAY["career/leads/Planner.md"]}
    (item,) = derived(files, "2026-10-19").queue.items
    assert [reason.text for reason in item.reasons] == ["Tell Nia what came of it: you accepted Planner."]


@pytest.mark.parametrize(
    ("lead", "news", "titles", "states"),
    [
        pytest.param(
            "stage: accepted; closed_on: 2026-11-10",
            {"Old": "date: 2026-09-01", "New": "date: 2026-11-10"},
            ["New"],
            {"Old": "of the search", "New": "to tell"},
            id="the day is known",
        ),
        pytest.param(
            "stage: accepted; heard_on: 2026-08-01",
            {"Old": "date: 2026-09-01", "Any": "title: x"},
            ["Tell everyone that you have landed"],
            {"Old": "of the search", "x": "of the search"},
            id="the day is not known: none of it says that you have landed",
        ),
        pytest.param(
            "stage: accepted; heard_on: 2026-08-01",
            {"Old": "date: 2026-09-01", "I have landed": "date: 2026-11-15"},
            ["I have landed"],
            {"Old": "of the search", "I have landed": "to tell"},
            id="the day is not known, and there is the file",
        ),
        pytest.param(
            "stage: heard; heard_on: 2026-08-01; closed_on: 2026-08-02",
            {"Old": "date: 2026-09-01"},
            ["Tell everyone that you have landed", "L"],
            {"Old": "of the search"},
            id="no lead is accepted",
        ),
    ],
)
def test_news_of_the_search_is_over(derived, lead, news, titles, states) -> None:
    files = {**LANDED, "career/leads/L.md": lead, "Ann": "", **{f"career/news/{n}.md": t for n, t in news.items()}}
    insights = derived(files, "2026-11-19")
    assert sorted(item.title for item in insights.queue.items) == sorted(titles)
    assert {one.news.called: one.state for one in insights.news} == states
    unheard = brief(insights, insights.network.people["contacts/Ann.md"]).unheard
    assert {one.text for one in unheard} == {name for name, state in states.items() if state == "to tell"}


def test_each_open_lead_is_to_be_withdrawn(derived) -> None:
    items = [i for i in derived({**WON, **OPEN}, "2026-11-19").queue.items if i.key is None]
    (reason,) = items[0].reasons
    assert [item.title for item in items] == ["Analyst"]
    assert (reason.rule, reason.due.isoformat(), reason.closes) == ("lead", "2026-11-10", "stage: withdrawn")
    assert "Globex" in reason.text
    assert (reason.place.file, reason.place.line) == ("career/leads/Analyst.md", 4)


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        ("reply", {"2026-11-02 m": "with: [[Ann]]; channel: email"}),
        ("ask", {"2026-11-02 m": "with: [[Ann]]; channel: call; asked: advice"}),
        ("introduction", {"2026-11-02 m": "with: [[Bo]]; channel: call; introduced: [[Ann]]"}),
        ("hello", {"Ann": "met_on: 2026-11-10"}),
    ],
)
def test_what_is_for_the_search_goes(rules_for, rule, files) -> None:
    assert rules_for(files, "Ann", "2026-11-19") == [rule]
    assert rules_for({**files, **LANDED}, "Ann", "2026-11-19") == []


@pytest.mark.parametrize(
    ("rule", "files"),
    [
        ("promise", {"Ann": "next_on: 2026-11-10"}),
        ("answer", {"2026-11-16 m": "with: [[Ann]]; channel: email; direction: in"}),
        ("thank", {"2026-11-02 m": "with: [[Ann]]; channel: call; got: advice"}),
        ("owed-to-me", {"2026-11-02 m": "with: [[Ann]]; channel: call; they_owe_on: 2026-11-10"}),
        ("keep-in-touch", {"Ann": "keep_in_touch: 1w", "2026-11-02 m": "with: [[Ann]]; channel: call"}),
        ("date", {"Ann": "birthday: 11-20"}),
    ],
)
def test_what_keeps_a_network_alive_stays(rules_for, rule, files) -> None:
    assert rules_for({**files, **LANDED}, "Ann", "2026-11-19") == [rule]


def test_whose_part_is_to_be_thanked_for_is_not_told_of_the_same_end_as_well(rules_for) -> None:
    assert rules_for(WON, "Nia", "2026-11-19") == ["thank"]
    assert "outcome" in rules_for({**WON, "career/profile.md": "status: searching"}, "Nia", "2026-11-19")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(LANDED, "no lead is accepted", id="no lead"),
        pytest.param({**LANDED, **OPEN}, "no lead is accepted", id="none accepted"),
        pytest.param({**LANDED, "career/leads/P.md": "stage: accepted"}, "no `closed_on`", id="no day at all"),
        pytest.param(
            {**LANDED, "career/leads/P.md": "stage: accepted; heard_on: 2026-10-01"}, "no `closed_on`", id="no such day"
        ),
        pytest.param(WON, None, id="all there"),
        pytest.param(OPEN, None, id="not landed"),
    ],
)
def test_a_landing_whose_lead_is_not_known_is_a_hint(derived, files, said) -> None:
    found = [p for p in derived(files, "2026-11-19").problems if p.code == "NF323"]
    assert [said in p.message for p in found] == ([True] if said else [])
    assert all(p.place.file == "career/profile.md" and p.place.line == 2 for p in found)
