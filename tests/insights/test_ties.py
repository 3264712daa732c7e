"""Tie strength: from 0 to 1, never weaker by more, more recent or mutual contact."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netfiles.index.network import Entry, Someone
from netfiles.insights.ties import tie
from netfiles.model.interaction import Interaction
from netfiles.model.record import Origin
from netfiles.model.values import When

TODAY = "2026-11-23"
JANE = "contacts/Jane.md"


@pytest.fixture
def strength(derived):
    def of(entries: Sequence[str], today: str = TODAY) -> float:
        files = {"Jane": "", **{f"{entry.split(' ')[0]} {n}": fields(entry) for n, entry in enumerate(entries)}}
        return derived(files, today).ties[JANE].strength

    return of


def fields(entry: str) -> str:
    """`2026-11-02 email in` as front matter."""
    _, channel, direction = entry.split(" ")
    return f"with: [[Jane]]; channel: {channel}; direction: {direction}"


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        pytest.param([], ["2026-11-02 email out"], id="none, one"),
        pytest.param(["2026-11-02 email both"], ["2026-11-02 email both", "2026-10-02 email both"], id="one, two"),
        pytest.param(["2026-05-02 coffee both"], ["2026-11-02 coffee both"], id="old, recent"),
        pytest.param(["2026-11-01 coffee both"], ["2026-11-23 coffee both"], id="this month, today"),
        pytest.param(["2026-11-02 email out"], ["2026-11-02 email both"], id="one-sided, mutual"),
        pytest.param(
            ["2026-11-02 email out", "2026-11-03 email out"],
            ["2026-11-02 email out", "2026-11-03 email in"],
            id="answered",
        ),
    ],
)
def test_more_recent_more_and_mutual_contact_makes_a_stronger_tie(strength, weaker, stronger) -> None:
    assert strength(weaker) < strength(stronger)


@pytest.mark.parametrize(
    ("before", "added"),
    [
        (["2026-11-02 email in"], "2026-11-03 email out"),
        (["2026-11-02 coffee both"], "2026-11-03 email out"),
        (["2026-11-02 coffee both", "2026-10-02 coffee both"], "2026-11-23 call out"),
        (["2026-11-02 email both"], "2024-11-02 email out"),
        (["2026-11-02 email both"], "2016-11-02 email in"),
        (["2026-11-02 email out"] * 5, "2026-11-02 email out"),
    ],
)
def test_one_more_contact_never_makes_a_tie_weaker(strength, before, added) -> None:
    assert strength([*before, added]) >= strength(before)


@pytest.mark.parametrize("entries", [["2026-11-02 coffee both"], ["2026-11-02 email out", "2026-11-20 email in"]])
def test_a_tie_fades_and_planned_contact_does_not_help(strength, entries) -> None:
    days = ["2026-11-23", "2026-11-30", "2027-02-21", "2027-05-22", "2036-01-01"]
    faded = [strength(entries, day) for day in days]
    assert faded == sorted(faded, reverse=True)
    assert len(set(faded)) == len(days)
    assert strength([*entries, "2026-12-01 coffee both"]) == faded[0]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="on file, never contacted"),
        pytest.param({"2026-11-02 a": "with: [[Ann]] // On [[Jane]]"}, id="a mention"),
        pytest.param({"2026-11-02 a": "activity: research // On [[Jane]]"}, id="an activity"),
        pytest.param({"2026-12-02 a": "with: [[Jane]]"}, id="only planned"),
    ],
)
def test_no_contact_is_no_tie(derived, files) -> None:
    assert derived({"Jane": "", **files}, TODAY).ties[JANE].strength == 0


def test_a_tie_is_a_word(derived) -> None:
    files = {
        "Ann": "",
        **{f"2026-{month:02}-02 a": "with: [[Jane]]; channel: coffee" for month in range(1, 12)},
        "Jane": "",
    }
    ties = derived(files, TODAY).ties
    assert {tie.word for tie in ties.values()} <= {"strong", "warm", "cool", "cold", "new"}
    assert ties[JANE].word == "strong"


# The same for any history, built without files so that many are tried.

NOW = date(2026, 11, 23)
quick = settings(max_examples=60, deadline=None, database=None)
CONTACT = st.tuples(
    st.dates(date(2022, 1, 1), NOW),
    st.sampled_from(["email", "coffee", "call", "social"]),
    st.sampled_from(["in", "out", "both"]),
)
Contact = tuple[date, str, str]


def measured(history: Sequence[Contact]) -> float:
    entries = tuple(
        Entry(Interaction(origin=Origin(f"journal/{n}.md"), date=When(day), channel=channel, direction=way))
        for n, (day, channel, way) in enumerate(sorted(history))
    )
    return tie(Someone("jane", "Jane", None, entries), NOW).strength


@quick
@given(st.lists(CONTACT, max_size=12), CONTACT)
def test_strength_is_from_0_to_1_and_never_weaker_by_one_more_contact(history: list[Contact], more: Contact) -> None:
    assert 0 <= measured(history) <= measured([*history, more]) <= 1


@quick
@given(st.lists(CONTACT, min_size=1, max_size=12), st.integers(0, 2000))
def test_never_weaker_by_a_more_recent_contact(history: list[Contact], days: int) -> None:
    (day, channel, way), *rest = history
    assert measured([(min(day + timedelta(days), NOW), channel, way), *rest]) >= measured(history)


@quick
@example([(NOW, "coffee", "out"), (NOW, "coffee", "in"), (NOW, "coffee", "in")])
@given(st.lists(CONTACT, min_size=1, max_size=12))
def test_never_weaker_by_a_mutual_contact_in_place_of_a_one_sided(history: list[Contact]) -> None:
    (day, channel, _), *rest = history
    assert measured([(day, channel, "both"), *rest]) >= measured(history)


@quick
@given(st.lists(CONTACT, max_size=12))
def test_the_order_of_the_files_does_not_count(history: list[Contact]) -> None:
    assert measured(history) == pytest.approx(measured(history[::-1]), abs=1e-12)
