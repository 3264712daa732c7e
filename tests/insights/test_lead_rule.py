"""Lead: an open lead whose next step has come, or that is quiet."""

import pytest

LEAD = "career/leads/Planner.md"


def of_lead(rows) -> list[tuple[str, str]]:
    return [(title, due) for title, rule, due in rows if rule == "lead"]


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param("stage: heard; heard_on: 2026-01-01; next_on: 2026-11-19", "2026-11-19", id="its day"),
        pytest.param("stage: heard; heard_on: 2026-01-01; next_on: 2026-11-20", None, id="the day before"),
        pytest.param("stage: offer; offer_on: 2026-01-01; next_on: 2026-11-01", "2026-11-01", id="an offer"),
        pytest.param("next_on: 2026-11-01", "2026-11-01", id="without a stage"),
        pytest.param("next_on: 2026-11-01; next_done: 2026-11-02", None, id="done"),
        pytest.param("next: ask", None, id="no day"),
        pytest.param("stage: rejected; closed_on: 2026-11-01; next_on: 2026-11-01", None, id="closed"),
        pytest.param("closed_on: 2026-11-01; next_on: 2026-11-01", None, id="closed without a stage"),
    ],
)
def test_the_next_step_of_a_lead(queue_of, fields, due) -> None:
    rows = queue_of({LEAD: f"title: Planner; {fields}"}, "2026-11-19")
    assert of_lead(rows) == ([("Planner", due)] if due else [])


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param("stage: applied; applied_on: 2026-11-05", "2026-11-19", id="applied, on the fourteenth day"),
        pytest.param("stage: applied; applied_on: 2026-11-06", None, id="on the thirteenth"),
        pytest.param("stage: asked; heard_on: 2026-11-01", "2026-11-15", id="asked"),
        pytest.param("stage: interviewing; interviews: [2026-10-01, 2026-11-01]", "2026-11-15", id="last interview"),
        pytest.param("stage: interviewing; interviews: [2026-10-01, 2026-11-25]", None, id="an interview is coming"),
        pytest.param("stage: heard; heard_on: 2026-01-01", None, id="heard of only"),
        pytest.param("stage: offer; offer_on: 2026-01-01", None, id="an offer"),
        pytest.param("stage: applied", None, id="no date at all"),
        pytest.param("applied_on: 2026-11-01", "2026-11-15", id="stage by its newest date"),
        pytest.param(
            "stage: applied; applied_on: 2026-10-01; posted_on: 2026-11-10", "2026-10-15", id="posted is none"
        ),
        pytest.param("stage: applied; applied_on: 2026-10-01; next_done: 2026-11-10", None, id="a step was done"),
        pytest.param("stage: rejected; closed_on: 2026-01-01", None, id="closed"),
        pytest.param(
            "stage: applied; applied_on: 2026-10-01; next_on: 2026-11-18", "2026-10-15", id="quiet, then a step: one"
        ),
        pytest.param(
            "stage: applied; applied_on: 2026-11-05; next_on: 2026-11-10", "2026-11-10", id="a step, then quiet: one"
        ),
        pytest.param(
            "stage: applied; applied_on: 2026-11-01; next_on: 2026-12-01", "2026-11-15", id="quiet before a step"
        ),
    ],
)
def test_a_quiet_lead(queue_of, fields, due) -> None:
    rows = queue_of({LEAD: f"title: Planner; {fields}"}, "2026-11-19")
    assert of_lead(rows) == ([("Planner", due)] if due else [])


@pytest.mark.parametrize(
    ("files", "due"),
    [
        pytest.param({"2026-11-04 a": "with: [[Jane]]; leads: [[Planner]]"}, "2026-11-18", id="an entry names it"),
        pytest.param({"2026-11-06 a": "with: [[Jane]]; leads: [[Planner]]"}, None, id="a newer one"),
        pytest.param({"2026-11-06 a": "with: [[Jane]] // About [[Planner]]."}, None, id="in its text"),
        pytest.param({"2026-11-06 a": "activity: research; leads: [[Planner]]"}, None, id="work of one's own"),
        pytest.param({"2026-11-24 a": "with: [[Jane]]; leads: [[Planner]]"}, None, id="a planned one"),
        pytest.param({"2026-11-06 a": "with: [[Jane]]"}, "2026-10-15", id="an entry about something else"),
        pytest.param({"career/profile.md": "status: growing"}, None, id="growing: not searching"),
        pytest.param({"career/profile.md": "status: searching"}, "2026-10-15", id="searching"),
    ],
)
def test_what_moves_a_lead_applied_for_on_1_october(queue_of, files, due) -> None:
    files = {LEAD: "title: Planner; stage: applied; applied_on: 2026-10-01", **files}
    assert of_lead(queue_of(files, "2026-11-19")) == ([("Planner", due)] if due else [])


def test_who_is_growing_is_reminded_of_their_own_next_step(queue_of) -> None:
    files = {LEAD: "title: Planner; stage: applied; next_on: 2026-11-10", "career/profile.md": "status: growing"}
    assert of_lead(queue_of(files, "2026-11-19")) == [("Planner", "2026-11-10")]


def test_the_item_is_nobody_s_and_says_why(derived) -> None:
    text = "title: Planner; stage: applied; applied_on: 2026-10-30; next: ask Jane.; next_on: 2026-11-18"
    (item,) = derived({LEAD: text}, "2026-11-19").queue.items
    (reason,) = item.reasons
    assert (item.key, item.name, item.file, item.title) == (None, None, None, "Planner")
    assert reason.text == "You planned: ask Jane. Nothing has moved since 30 Oct (applied)."
    assert (reason.due.isoformat(), reason.closes, reason.allowance) == ("2026-11-13", "next_done: {today}", 14)
    assert (reason.place.file, reason.place.line) == (LEAD, 6)


def test_a_quiet_lead_waits_among_what_is_upcoming(derived) -> None:
    (reason,) = derived({LEAD: "stage: applied; applied_on: 2026-11-10"}, "2026-11-19").queue.upcoming
    assert (reason.rule, reason.due.isoformat()) == ("lead", "2026-11-24")


def test_the_days_are_an_option(queue_of) -> None:
    files = {LEAD: "stage: applied; applied_on: 2026-11-10", "mkdocs.yml": "plugins: [netfiles: {lead_quiet_days: 5}]"}
    assert of_lead(queue_of(files, "2026-11-15")) == [("Planner", "2026-11-15")]
    assert of_lead(queue_of(files, "2026-11-14")) == []
