"""What was known on an earlier day: by the dates in the files, and never more than they say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.example import Size, make
from netfiles.index.build import build_network
from netfiles.index.past import past
from netfiles.model import Lead, Record
from netfiles.model.collection import Collection
from netfiles.records.read import read_record
from tests.insights.random_vaults import Files, network_of, vaults

DAY = date(2026, 6, 1)
ASK = "with: [[Jane]]; date: 2026-05-01; channel: email; asked: advice"


def known_on(network_of, files: dict[str, str], day: date = DAY) -> Collection:
    return past(network_of(files).collection, day)


def paths(collection: Collection) -> set[str]:
    return {record.path for record in collection.records()}


# People, by the first day that speaks of them


@pytest.mark.parametrize(
    ("person", "files", "known"),
    [
        pytest.param("title: x", {}, True, id="no date at all"),
        pytest.param("met_on: 2026-06-01", {}, True, id="met that day"),
        pytest.param("met_on: 2026-06-02", {}, False, id="met the day after"),
        pytest.param("met_on: 2026-06-02", {"journal/a.md": "date: 2026-05-01; with: [[Jane]]"}, True, id="an entry"),
        pytest.param("title: x", {"journal/a.md": "date: 2026-06-02; with: [[Jane]]"}, False, id="a later entry"),
        pytest.param(
            "title: x", {"journal/a.md": "date: 2026-05-01; with: [[Bo]]; introduced: [[Jane]]"}, True, id="name given"
        ),
        pytest.param(
            "title: x", {"journal/a.md": "date: 2026-05-01; with: [[Bo]] // See [[Jane]]."}, True, id="mentioned"
        ),
        pytest.param(
            "title: x", {"journal/a.md": "date: 2026-07-01; with: [[Bo]] // See [[Jane]]."}, False, id="mentioned later"
        ),
        pytest.param(
            "met_on: 2026-07-01",
            {"career/leads/L.md": "company: Acme; heard_from: [[Jane]]; heard_on: 2026-05-01"},
            True,
            id="a lead",
        ),
        pytest.param("as_of: 2026-07-01", {}, False, id="position known later"),
    ],
)
def test_people_are_known_from_their_first_trace(network_of, person, files, known) -> None:
    found = known_on(network_of, {"contacts/Jane.md": person, "contacts/Bo.md": "title: y", **files})
    assert ("contacts/Jane.md" in paths(found)) is known


def test_what_a_file_links_to_and_was_not_known_is_left_out_without_a_problem(network_of) -> None:
    files = {
        "contacts/Jane.md": 'met_on: 2026-05-01; knows: ["[[Late]]", "[[Bo]]"] // See [[Late]].',
        "contacts/Bo.md": "title: y",
        "contacts/Late.md": "met_on: 2026-07-01",
        "journal/a.md": 'date: 2026-05-02; with: [[Jane]]; told: ["[[Moved]]", "a win"]; leads: [[Role]] // [[b]]',
        "journal/b.md": "date: 2026-07-02; with: [[Jane]]; thanks_for: [[a]]",
        "career/leads/Role.md": "company: Acme; stage: heard; heard_on: 2026-07-01; heard_from: [[Late]]",
        "career/news/Moved.md": "date: 2026-07-01",
    }
    found = known_on(network_of, files)
    assert paths(found) == {"contacts/Jane.md", "contacts/Bo.md", "journal/a.md"}
    assert [link.target for link in found.people[1].knows] == ["Bo"]
    assert [link.text for link in found.interactions[0].told] == ["a win"]
    assert build_network(found).problems == ()


# The profile


@pytest.mark.parametrize(
    ("leads", "status"),
    [
        pytest.param(["stage: accepted; closed_on: 2026-06-02"], "searching", id="accepted later"),
        pytest.param(["stage: accepted; closed_on: 2026-06-01"], "landed", id="accepted that day"),
        pytest.param(["stage: accepted; heard_on: 2026-05-01"], "landed", id="accepted on no known day"),
        pytest.param(["stage: rejected; closed_on: 2026-06-02"], "landed", id="not accepted"),
        pytest.param(
            ["stage: accepted; closed_on: 2025-06-02", "stage: accepted; closed_on: 2026-06-02"], "searching",
            id="of two the last one counts",
        ),
    ],
)  # fmt: skip
def test_before_the_day_of_the_landing_the_owner_was_searching(network_of, leads, status) -> None:
    files = {f"career/leads/L{n}.md": lead for n, lead in enumerate(leads)}
    found = known_on(network_of, {"career/profile.md": "status: landed; roles: Planner", **files})
    assert found.profile.status == status
    assert found.profile.roles == ("Planner",)


def test_a_goal_that_is_settled_was_known_as_settled(network_of) -> None:
    found = known_on(network_of, {"career/goals/G.md": "start: 2026-05-01; status: done"})
    assert [goal.status for goal in found.goals] == ["done"]


# Entries


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        pytest.param("got: advice; thanked: 2026-06-02", "thanked", None, id="thanked later"),
        pytest.param("got: advice; thanked: 2026-06-01", "thanked", date(2026, 6, 1), id="thanked by then"),
        pytest.param("next: x; next_on: 2026-05-20; next_done: 2026-06-05", "next_done", None, id="done later"),
        pytest.param("next: x; next_on: 2026-07-20", "next_on", date(2026, 7, 20), id="a plan of the entry stays"),
        pytest.param("they_owe: x; they_owe_done: 2026-06-05", "they_owe_done", None, id="kept later"),
        pytest.param("asked: advice; ask_status: granted; channel: call", "ask_status", "granted", id="in the talk"),
        pytest.param("asked: advice; ask_status: granted; got: advice", "ask_status", "granted", id="with the gift"),
    ],
)
def test_what_was_done_about_an_entry_later_is_undone(network_of, entry, field, value) -> None:
    files = {"journal/a.md": f"date: 2026-05-10; with: [[Jane]]; {entry}"}
    assert getattr(known_on(network_of, files).interactions[0], field) == value


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param("date: 2026-06-05; with: [[Jane]]; channel: email; direction: in", "open", id="answered later"),
        pytest.param("date: 2026-05-05; with: [[Jane]]; channel: email; direction: in", "granted", id="by then"),
        pytest.param("date: 2026-06-05; with: [[Bo]]; channel: email; direction: in", "granted", id="no date tells"),
    ],
)
def test_the_end_of_a_written_ask_came_no_earlier_than_the_next_word_from_them(network_of, answer, status) -> None:
    files = {"journal/a.md": f"{ASK}; ask_status: granted", "journal/b.md": answer}
    assert known_on(network_of, files).interactions[0].ask_status == status


# Leads

LEAD = (
    "company: Acme; heard_on: 2026-03-01; applied_on: 2026-04-01; interviews: [2026-05-01, 2026-05-20]; "
    "offer_on: 2026-06-01; closed_on: 2026-07-01; stage: accepted; result: yes; next: sign; next_on: 2026-06-20"
)


@pytest.mark.parametrize(
    ("day", "stage", "result"),
    [
        ("2026-02-28", None, None),
        ("2026-03-01", "heard", None),
        ("2026-04-01", "applied", None),
        ("2026-05-01", "interviewing", None),
        ("2026-06-01", "offer", None),
        ("2026-07-01", "accepted", "yes"),
    ],
)
def test_a_lead_stands_where_its_dates_had_come(network_of, day, stage, result) -> None:
    found = known_on(network_of, {"career/leads/L.md": LEAD}, date.fromisoformat(day)).leads
    assert [(lead.stage, lead.result) for lead in found] == ([(stage, result)] if stage else [])
    assert all(on <= date.fromisoformat(day) for lead in found for on in days_of(lead))


@pytest.mark.parametrize(
    ("lead", "stage"),
    [
        pytest.param("stage: heard", "heard", id="no date: known, as it is"),
        pytest.param(
            "stage: rejected; closed_on: 2026-04-01; heard_on: 2026-05-01", "rejected", id="closed, then heard"
        ),
        pytest.param("stage: rejected; closed_on: 2026-07-01; heard_on: 2026-07-05", None, id="both later"),
        pytest.param("stage: asked; heard_on: 2026-05-01", "asked", id="a stage without a date stays"),
        pytest.param("stage: heard; posted_on: 2026-05-01; heard_on: 2026-07-01", None, id="posted, not heard of"),
        pytest.param("stage: heard; posted_on: 2026-05-01", "heard", id="only a posting"),
    ],
)
def test_odd_leads(network_of, lead, stage) -> None:
    found = known_on(network_of, {"career/leads/L.md": f"company: Acme; {lead}"}).leads
    assert [lead.stage for lead in found] == ([stage] if stage else [])


# Goals and news


def test_goals_by_start_and_news_by_date(network_of) -> None:
    files = {
        "career/goals/old.md": "measure: interactions; target: 3; start: 2026-05-01; due: 2026-12-31",
        "career/goals/new.md": "measure: interactions; target: 3; start: 2026-06-02",
        "career/goals/always.md": "title: in words",
        "career/news/old.md": "date: 2026-05-01; until: 2026-09-01",
        "career/news/new.md": "date: 2026-06-02; supersedes: [[old]]",
    }
    found = known_on(network_of, files)
    assert [goal.path for goal in found.goals] == ["career/goals/always.md", "career/goals/old.md"]
    assert [news.path for news in found.news] == ["career/news/old.md"]


# Whatever the vault


HAPPENED = ("date", "met_on", "as_of", "thanked", "next_done", "they_owe_done", "heard_on", "posted_on", "applied_on",
            "offer_on", "closed_on", "start")  # fmt: skip


def days_of(record: Record) -> Iterator[date]:
    for name in HAPPENED:
        value = getattr(record, name, None)
        if value is not None:
            yield getattr(value, "day", value) if not isinstance(value, date) else value
    if isinstance(record, Lead):
        yield from record.interviews


def check(collection: Collection, early: date, late: date) -> None:
    first, then = past(collection, early), past(collection, late)
    assert past(collection, date(2999, 1, 1)) is collection
    assert paths(first) <= paths(then) <= paths(collection)
    assert past(then, early) == first
    assert past(first, early) is first
    for record in first.records():
        assert all(day <= early for day in days_of(record)), record
    before, after = build_network(first).all_problems, build_network(collection).all_problems
    assert {(p.code, p.place) for p in before} <= {(p.code, p.place) for p in after}


@settings(deadline=None, max_examples=60)
@given(vaults(), st.integers(0, 90), st.integers(0, 40))
def test_time_travel_knows_less_the_further_back_it_goes(files: Files, days: int, more: int) -> None:
    early = date(2026, 11, 23) - timedelta(days)
    check(network_of(files).collection, early, early + timedelta(more))


KINDS = {"contacts": ("person", "people"), "journal": ("interaction", "interactions")} | {
    f"career/{name}": (kind, name)
    for name, kind in {"companies": "company", "leads": "lead", "goals": "goal", "news": "news"}.items()
}


@pytest.mark.parametrize("seed", range(4))
def test_the_same_for_made_up_vaults(seed: int) -> None:
    today = date(2026, 11, 19)
    parts: dict[str, list[Record]] = {name: [] for _, name in KINDS.values()}
    for path, data in make(Size(people=14, entries=60, seed=seed), today):
        folder = next((one for one in KINDS if path.startswith(f"{one}/") and path.endswith(".md")), None)
        if folder and (record := read_record(KINDS[folder][0], path, data.decode()).record):
            parts[KINDS[folder][1]].append(record)
    collection = replace(Collection(), **{name: tuple(sorted(of, key=lambda r: r.path)) for name, of in parts.items()})
    for back in (1, 20, 90, 400):
        check(collection, today - timedelta(back), today - timedelta(back // 2))
