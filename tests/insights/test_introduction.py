"""Introduction: a name given to me, and no contact for three business days."""

import unicodedata

import pytest

GIVEN = "with: [[Jane]]; channel: coffee; introduced: [[Sam Lee]]"
SAM = "with: [[Sam Lee]]; channel: email"


@pytest.mark.parametrize("on_file", [{"Sam Lee": ""}, {}], ids=["on file", "not on file"])
@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        pytest.param("2026-11-02", "2026-11-05", "2027-01-03", id="Monday"),
        pytest.param("2026-11-05", "2026-11-10", "2027-01-08", id="Thursday"),
        pytest.param("2026-11-06", "2026-11-11", "2027-01-09", id="Friday"),
        pytest.param("2026-11-07", "2026-11-11", "2027-01-09", id="Saturday"),
        pytest.param("2026-11-08", "2026-11-11", "2027-01-09", id="Sunday"),
        pytest.param("2026-12-30", "2027-01-04", "2027-03-04", id="year end"),
        pytest.param("2028-02-25", "2028-03-01", "2028-04-29", id="leap February"),
    ],
)
def test_a_name_waits_from_three_business_days_and_leaves_after_sixty_days(lives, day, first, last, on_file) -> None:
    lives({f"{day} a": GIVEN, **on_file}, "Sam Lee", "introduction", first, last)


@pytest.mark.parametrize(
    ("files", "waits"),
    [
        pytest.param({"2026-11-06 b": SAM}, False, id="I write"),
        pytest.param({"2026-11-06 b": f"{SAM}; direction: in"}, False, id="they write"),
        pytest.param({"2026-11-06 b": "with: [[Sam Lee]]; channel: call; direction: out"}, False, id="I call in vain"),
        pytest.param({"2026-11-10 b": SAM}, False, id="today"),
        pytest.param({"2026-11-05 b": SAM}, False, id="the same day"),
        pytest.param({"2026-11-04 b": SAM}, True, id="only before"),
        pytest.param({"2026-11-11 b": SAM}, True, id="only planned"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: coffee // On [[Sam Lee]]."}, True, id="a mention"),
        pytest.param({"2026-11-06 b": 'with: ["[[Jane]]", "[[Sam Lee]]"]; channel: coffee'}, False, id="with others"),
        pytest.param({"2026-11-06 b": "with: [[sam lee]]; channel: coffee"}, False, id="case does not count"),
        pytest.param({"Sam Lee": "met_on: 2026-11-05"}, False, id="met that day"),
        pytest.param({"Sam Lee": "met_on: 2026-11-04"}, True, id="met before"),
        pytest.param({"Sam Lee": "met_on: 2026-11-11"}, True, id="to be met"),
        pytest.param({"Sam Lee": "status: closed"}, False, id="closed"),
        pytest.param({"Sam Lee": "status: dormant"}, True, id="dormant"),
        pytest.param({"Sam Lee": "source: vcard"}, True, id="imported"),
        pytest.param({"Jane": "status: closed"}, True, id="the giver is closed"),
        pytest.param({"Jane": "snooze_until: 2027-11-01"}, True, id="the giver is snoozed"),
    ],
)
def test_what_ends_an_introduction(rules_for, files, waits) -> None:
    assert ("introduction" in rules_for({"2026-11-05 a": GIVEN, **files}, "Sam Lee", "2026-11-10")) is waits


def test_who_was_met_at_the_introduction_itself_is_met(rules_for) -> None:
    files = {"2026-11-05 a": 'with: ["[[Jane]]", "[[Sam Lee]]"]; channel: coffee; introduced: [[Sam Lee]]'}
    assert "introduction" not in rules_for(files, "Sam Lee", "2026-11-10")


def test_a_name_not_on_file_is_an_item_with_that_name_and_no_file(derived) -> None:
    items = derived({"2026-11-05 a": GIVEN, "Jane": ""}, "2026-11-10").queue.items
    assert [
        (item.name, item.file, [reason.rule for reason in item.reasons]) for item in items if item.name != "Jane"
    ] == [("Sam Lee", None, ["introduction"])]


def test_every_name_is_an_item(queue_of) -> None:
    given = 'with: [[Jane]]; channel: email; purpose: update; introduced: ["[[Sam Lee]]", "[[Kim]]", "[[Bo|Robert]]"]'
    assert queue_of({"2026-11-05 a": given}, "2026-11-10") == [
        ("Bo", "introduction", "2026-11-10"),
        ("Kim", "introduction", "2026-11-10"),
        ("Sam Lee", "introduction", "2026-11-10"),
    ]


def test_a_name_given_twice_waits_since_the_first_time(queue_of) -> None:
    files = {
        "2026-11-02 a": "with: [[Jane]]; channel: email; purpose: update; introduced: [[Sam Lee]]",
        "2026-11-05 b": "with: [[Ann]]; channel: email; purpose: update; introduced: [[Sam Lee]]",
    }
    assert queue_of(files, "2026-11-10")[0] == ("Sam Lee", "introduction", "2026-11-05")


def test_a_name_given_again_after_contact_waits_since_then(queue_of) -> None:
    files = {
        "2026-11-02 a": "with: [[Jane]]; channel: email; purpose: update; introduced: [[Sam Lee]]",
        "2026-11-03 b": f"{SAM}; purpose: update",
        "2026-11-05 c": "with: [[Ann]]; channel: email; purpose: update; introduced: [[Sam Lee]]",
    }
    assert queue_of(files, "2026-11-10") == [("Sam Lee", "introduction", "2026-11-10")]


def test_one_unicode_form_is_the_other(rules_for) -> None:
    composed, decomposed = (unicodedata.normalize(form, "Zoë Åström") for form in ("NFC", "NFD"))
    files = {
        "2026-11-05 a": f"with: [[Jane]]; channel: coffee; introduced: [[{decomposed}]]",
        "2026-11-06 b": f"with: [[{composed}]]; channel: coffee",
    }
    for name in (composed, decomposed):
        assert "introduction" not in rules_for(files, name, "2026-11-10")


def test_a_name_that_a_planned_entry_will_give_is_not_given_yet(queue_of) -> None:
    assert [row for row in queue_of({"2026-11-20 a": GIVEN}, "2026-11-19") if row[1] == "introduction"] == []
