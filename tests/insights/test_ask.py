"""Ask: what I asked for and heard nothing of for seven business days."""

import pytest

ASK = "with: [[Jane]]; channel: coffee; asked: contacts"
WRITTEN = "with: [[Jane]]; channel: email; asked: contacts"
OUT = "with: [[Jane]]; channel: email"
IN = "with: [[Jane]]; channel: email; direction: in"


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        pytest.param("2026-11-02", "2026-11-11", "2027-01-09", id="Monday"),
        pytest.param("2026-11-05", "2026-11-16", "2027-01-14", id="Thursday"),
        pytest.param("2026-11-06", "2026-11-17", "2027-01-15", id="Friday"),
        pytest.param("2026-11-07", "2026-11-17", "2027-01-15", id="Saturday"),
        pytest.param("2026-11-08", "2026-11-17", "2027-01-15", id="Sunday"),
        pytest.param("2028-02-25", "2028-03-07", "2028-05-05", id="leap February"),
    ],
)
def test_an_ask_shows_from_seven_business_days_and_leaves_after_sixty_days(lives, day, first, last) -> None:
    lives({f"{day} a": ASK}, "Jane", "ask", first, last)


@pytest.mark.parametrize(
    ("fields", "open_"),
    [
        *((f"asked: {word}", True) for word in
          ("information", "contacts", "interview", "referral", "advice", "review", "job")),
        ("asked: contacts; ask_status: open", True),
        ("ask: Whom do you know at Acme?; ask_status: open", True),
        ("asked: contacts; ask_status: answered", False),
        ("asked: contacts; ask_status: granted", False),
        ("asked: contacts; ask_status: declined", False),
        ("purpose: catch-up", False),
        ("asked: contacts; channel: call; direction: out", True),
        ("asked: contacts; channel: email; direction: both", True),
        ("asked: contacts; channel: email; purpose: thanks", True),
    ],
    ids=str,
)  # fmt: skip
def test_which_asks_are_open(rules_for, fields, open_) -> None:
    channel = "" if "channel" in fields else "channel: coffee; "
    assert ("ask" in rules_for({"2026-11-05 a": f"with: [[Jane]]; {channel}{fields}"}, "Jane", "2026-11-16")) is open_


@pytest.mark.parametrize(
    ("files", "today", "expected"),
    [
        pytest.param(
            {"2026-11-06 b": "with: [[Jane]]; channel: call; got: lead"}, "2026-11-16", None, id="later with got"
        ),
        pytest.param(
            {"2026-11-05 b": "with: [[Jane]]; channel: call; got: lead"}, "2026-11-16", None, id="same day, got"
        ),
        pytest.param(
            {"2026-11-04 b": "with: [[Jane]]; channel: call; got: lead"}, "2026-11-16", "2026-11-16", id="before"
        ),
        pytest.param(
            {"2026-11-17 b": "with: [[Jane]]; channel: call; got: lead"}, "2026-11-16", "2026-11-16", id="planned"
        ),
        pytest.param(
            {"2026-11-06 b": "with: [[Ann]]; channel: call; got: lead"}, "2026-11-16", "2026-11-16", id="Ann's"
        ),
        pytest.param({"2026-11-09 b": f"{IN}; purpose: thanks"}, "2026-11-17", None, id="a word from them: 6 days ago"),
        pytest.param({"2026-11-09 b": f"{IN}; purpose: thanks"}, "2026-11-18", "2026-11-18", id="a word: 7 days ago"),
        pytest.param({"2026-11-09 b": "with: [[Jane]]; channel: coffee"}, "2026-11-17", None, id="a talk: 6 days ago"),
        pytest.param({"2026-11-09 b": "with: [[Jane]]; channel: coffee"}, "2026-11-18", "2026-11-18", id="a talk: 7"),
        pytest.param(
            {"2026-11-09 b": "with: [[Jane]]; channel: call; direction: out"},
            "2026-11-16",
            "2026-11-16",
            id="call in vain",
        ),
        pytest.param(
            {"2026-11-09 b": "with: [[Ann]]; channel: coffee // [[Jane]]"}, "2026-11-16", "2026-11-16", id="mention"
        ),
    ],
)
def test_what_becomes_of_the_ask_of_5_november(queue_of, files, today, expected) -> None:
    asks = [due for name, rule, due in queue_of({"2026-11-05 a": ASK, **files}, today) if rule == "ask"]
    assert asks == ([expected] if expected else [])


def test_what_the_entry_of_the_ask_got_itself_does_not_close_it(rules_for) -> None:
    assert rules_for({"2026-11-05 a": f"{ASK}; got: advice"}, "Jane", "2026-11-16") == ["ask", "thank"]


@pytest.mark.parametrize(
    ("files", "today", "expected"),
    [
        pytest.param({"2026-11-05 a": WRITTEN}, "2026-11-15", [], id="written: too early"),
        pytest.param({"2026-11-05 a": WRITTEN}, "2026-11-16", ["reply"], id="written: the reply is waited for"),
        pytest.param({"2026-11-05 a": WRITTEN, "2026-11-17 b": IN}, "2026-11-26", ["answer", "ask"], id="they wrote"),
        pytest.param(
            {"2026-11-05 a": WRITTEN, "2026-11-17 b": IN}, "2026-11-25", ["answer"], id="6 days since they wrote"
        ),
        pytest.param({"2026-11-05 a": ASK, "2026-11-09 b": OUT}, "2026-11-16", ["ask"], id="no reply item stands yet"),
        pytest.param({"2026-11-05 a": ASK, "2026-11-09 b": OUT}, "2026-11-17", ["ask"], id="its last day"),
        pytest.param({"2026-11-05 a": ASK, "2026-11-09 b": OUT}, "2026-11-18", ["reply"], id="a reply item stands"),
    ],
)
def test_no_ask_beside_a_reply(rules_for, files, today, expected) -> None:
    assert rules_for(files, "Jane", today) == expected


@pytest.mark.parametrize(
    ("files", "today"),
    [
        pytest.param(
            {"2026-11-05 a": WRITTEN, "2026-11-16 b": OUT}, "2026-11-25", id="7 business days after the nudge"
        ),
        pytest.param({"2026-11-05 a": WRITTEN, "2026-11-16 b": OUT}, "2026-11-26", id="8 after"),
        pytest.param({"2026-11-05 a": WRITTEN, "2026-11-16 b": OUT}, "2027-01-05", id="when the first is 61 days old"),
        pytest.param(
            {"2026-11-05 a": ASK, "2026-11-06 b": OUT, "2026-11-17 c": OUT}, "2026-11-26", id="asked in a talk"
        ),
        pytest.param({"2026-11-05 a": WRITTEN, "2026-11-16 b": WRITTEN}, "2026-11-25", id="the nudge asks too"),
        pytest.param({"2026-11-05 a": OUT, "2026-11-16 b": WRITTEN}, "2026-11-25", id="only the nudge asks"),
    ],
)
def test_after_nudge_and_silence_neither_reply_nor_ask(rules_for, files, today) -> None:
    assert rules_for(files, "Jane", today) == []


def test_on_the_day_of_the_nudge_no_ask_takes_the_place_of_the_reply(rules_for) -> None:
    """The text says what holds seven days after a nudge; that the week between is quiet is its spirit."""
    assert rules_for({"2026-11-05 a": WRITTEN, "2026-11-16 b": OUT}, "Jane", "2026-11-16") == []


def test_a_nudged_person_who_talks_again_can_be_reminded_of_the_ask(rules_for) -> None:
    files = {"2026-11-05 a": WRITTEN, "2026-11-16 b": OUT, "2026-11-30 c": "with: [[Jane]]; channel: call"}
    assert rules_for(files, "Jane", "2026-12-09") == ["ask"]


@pytest.mark.parametrize(
    "fields",
    ['with: ["[[Jane]]", "[[Ann]]"]; channel: coffee; asked: advice', 'with: ["[[Jane]]", "[[Ann]]"]; asked: advice'],
)
def test_of_several_people_the_first_is_asked_and_the_others_named(derived, fields) -> None:
    items = derived({"2026-11-05 a": fields}, "2026-11-16").queue.items
    asks = [(item.name, "Ann" in reason.text) for item in items for reason in item.reasons if reason.rule == "ask"]
    assert asks == [("Jane", True)]


def test_a_name_not_on_file_can_be_asked(rules_for) -> None:
    files = {"2026-11-05 a": "with: [[Ghost]]; channel: call; asked: advice"}
    assert rules_for(files, "Ghost", "2026-11-16") == ["ask"]
