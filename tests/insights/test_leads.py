"""Leads: stages, dates that contradict each other, the funnel, where leads come from, whose help led to them."""

from datetime import date

import pytest

from netfiles.insights.credit import chain
from netfiles.insights.funnel import funnel
from netfiles.insights.leads import course, courses
from netfiles.insights.sources import head_start, origins, seen, source

TODAY = date(2026, 11, 19)
LEAD = "career/leads/L.md"


@pytest.fixture
def network_of(derived):
    return lambda files: derived(files, TODAY.isoformat()).network


@pytest.fixture
def course_of(network_of):
    def one(files):
        network = network_of(files)
        return course(network, network.collection.leads[0], TODAY)

    return one


@pytest.mark.parametrize(
    ("fields", "stage", "since", "days", "is_open"),
    [
        ("stage: heard; heard_on: 2026-11-09", "heard", "2026-11-09", 10, True),
        ("stage: asked; heard_on: 2026-11-09", "asked", "2026-11-09", 10, True),
        ("stage: applied; applied_on: 2026-11-18", "applied", "2026-11-18", 1, True),
        ("stage: interviewing; interviews: [2026-11-17, 2026-11-03]", "interviewing", "2026-11-03", 16, True),
        ("stage: interviewing; interviews: 2026-11-24", "interviewing", None, None, True),
        ("stage: offer; offer_on: 2026-11-19", "offer", "2026-11-19", 0, True),
        ("stage: rejected; closed_on: 2026-11-09", "rejected", "2026-11-09", 10, False),
        ("stage: applied", "applied", None, None, True),
        ("stage: applied; applied_on: 2026-12-01", "applied", None, None, True),
        ("heard_on: 2026-11-01; applied_on: 2026-11-09", "applied", "2026-11-09", 10, True),
        ("heard_on: 2026-11-09; applied_on: 2026-11-09", "applied", "2026-11-09", 10, True),
        ("heard_on: 2026-11-01; closed_on: 2026-11-09", "closed", "2026-11-09", 10, False),
        ("stage: applied; applied_on: 2026-11-01; closed_on: 2026-11-09", "applied", "2026-11-01", 18, True),
        ("stage: [heard, applied]; heard_on: 2026-11-09", "heard", "2026-11-09", 10, True),
        ("closed_on: 2026-11-01; offer_on: 2026-11-09", "offer", "2026-11-09", 10, True),
        ("closed_on: 2026-11-09; offer_on: 2026-11-09", "closed", "2026-11-09", 10, False),
        ("company: Acme", "heard", None, None, True),
    ],
)  # fmt: skip
def test_the_stage_and_since_when(course_of, fields, stage, since, days, is_open) -> None:
    found = course_of({LEAD: fields})
    came = found.since.isoformat() if found.since else None
    assert (found.stage, came, found.days(TODAY), found.open) == (stage, since, days, is_open)


@pytest.mark.parametrize(
    ("files", "since"),
    [
        pytest.param({LEAD: "stage: heard; heard_via: [[2026-11-09 a]]", "2026-11-09 a": ""}, "2026-11-09", id="via"),
        pytest.param(
            {
                LEAD: "stage: asked; heard_on: 2026-10-01",
                "2026-11-09 a": "with: [[Jane]]; asked: referral; leads: [[L]]",
                "2026-11-12 b": "with: [[Jane]]; asked: referral; leads: [[L]]",
                "2026-11-02 c": "with: [[Jane]]; leads: [[L]]",
            },
            "2026-11-09",
            id="asked since the first entry that asks",
        ),
    ],
)
def test_entries_tell_since_when_where_no_field_does(course_of, files, since) -> None:
    assert course_of(files).since == date.fromisoformat(since)


@pytest.mark.parametrize(
    ("files", "moved"),
    [
        pytest.param({LEAD: "heard_on: 2026-11-01; applied_on: 2026-11-09"}, ("2026-11-09", "applied", 3), id="date"),
        pytest.param(
            {LEAD: "heard_on: 2026-11-01", "2026-11-09 a": "with: [[J]]; channel: call; leads: [[L]]"},
            ("2026-11-09", "call", 4), id="entry",
        ),
        pytest.param({LEAD: "interviews: [2026-11-02, 2026-12-01]"}, ("2026-11-02", "interview", 2), id="none to come"),
        pytest.param({LEAD: "company: Acme"}, None, id="nothing"),
    ],
)  # fmt: skip
def test_what_moved_it_last(course_of, files, moved) -> None:
    found = course_of(files).moved
    assert (found and (found.day.isoformat(), found.what, found.place.line)) == moved


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        pytest.param("heard_on: 2026-11-05; applied_on: 2026-11-01", [("NF321", 3)], id="applied before heard"),
        pytest.param("heard_on: 2026-11-05; closed_on: 2026-11-01", [("NF321", 3)], id="closed before heard"),
        pytest.param("applied_on: 2026-11-05; offer_on: 2026-11-01", [("NF321", 3)], id="offer before applied"),
        pytest.param("applied_on: 2026-11-05; closed_on: 2026-11-01", [("NF321", 3)], id="closed before applied"),
        pytest.param("heard_on: 2026-11-05; interviews: [2026-11-09, 2026-11-01]", [("NF321", 3)], id="interview"),
        pytest.param("closed_on: 2026-11-01; interviews: [2026-10-09, 2026-11-02]", [("NF321", 2)], id="then a talk"),
        pytest.param(
            "heard_on: 2026-11-05; applied_on: 2026-11-06; closed_on: 2026-11-01", [("NF321", 4)], id="each field once"
        ),
        pytest.param("heard_on: 2026-11-05; applied_on: 2026-11-05; closed_on: 2026-11-05", [], id="all on one day"),
        pytest.param("applied_on: 2026-11-05; interviews: 2026-11-01", [], id="an interview before the application"),
        pytest.param("posted_on: 2026-11-09; heard_on: 2026-11-01", [], id="heard before it was posted"),
        pytest.param(
            "stage: applied; applied_on: 2026-11-01; closed_on: 2026-11-05", [("NF322", 4)], id="open, closed"
        ),
        pytest.param("stage: heard; heard_on: 2026-11-01; applied_on: 2026-11-05", [("NF322", 4)], id="heard, applied"),
        pytest.param("stage: asked; applied_on: 2026-11-05", [("NF322", 3)], id="asked, applied"),
        pytest.param(
            "stage: applied; applied_on: 2026-11-01; offer_on: 2026-11-05", [("NF322", 4)], id="applied, with an offer"
        ),
        pytest.param(
            "stage: interviewing; interviews: 2026-11-02; offer_on: 2026-11-05", [("NF322", 4)], id="talks, an offer"
        ),
        pytest.param(
            "stage: applied; applied_on: 2026-11-01; interviews: [2026-11-05, 2026-11-09]; offer_on: 2026-11-12",
            [("NF322", 5)],
            id="the furthest of several",
        ),
        pytest.param(
            "stage: applied; applied_on: 2026-11-01; interviews: 2026-11-05", [("NF322", 4)], id="applied, and talked"
        ),
        pytest.param("stage: applied; applied_on: 2026-11-05; interviews: 2026-11-01", [], id="talked, then applied"),
        pytest.param("stage: applied; applied_on: 2026-11-01; interviews: 2026-11-20", [], id="a talk that is planned"),
        pytest.param("stage: offer; offer_on: 2026-11-05; interviews: 2026-11-09", [], id="a talk after the offer"),
        pytest.param("stage: rejected; offer_on: 2026-11-05; closed_on: 2026-11-09", [], id="an offer, then a no"),
        pytest.param("stage: [heard, applied]; heard_on: 2026-11-01", [("NF322", 2)], id="two stages"),
        pytest.param("stage: heard, applied; heard_on: 2026-11-01", [("NF322", 2)], id="two stages in one text"),
        pytest.param("stage: [heard, heard]; heard_on: 2026-11-01", [("NF301", 2)], id="one stage twice"),
        pytest.param("stage: [heard, bogus]; heard_on: 2026-11-01", [("NF301", 2)], id="a list of something else"),
        pytest.param("stage: accepted", [("NF314", 2)], id="accepted, and no day"),
        pytest.param("heard_on: 2026-11-20", [("NF307", 2)], id="heard of tomorrow"),
        pytest.param("interviews: 2026-11-20", [], id="an interview tomorrow"),
        pytest.param("heard_on: 0001-01-01", [("NF307", 2)], id="long before anybody was born"),
    ],
)
def test_what_contradicts_itself_is_a_problem_with_its_line(derived, fields, wrong) -> None:
    problems = derived({LEAD: fields}, "2026-11-19").problems
    found = [(p.code, p.place.line) for p in problems if p.place.file == LEAD]
    assert found == wrong


@pytest.mark.parametrize(
    ("heard_on", "lines"),
    [("2026-11-03", [3]), ("2026-11-02", []), ("2026-11-01", [])],
    ids=["later than its entry", "that day", "earlier"],
)
def test_a_lead_is_heard_of_no_later_than_in_its_entry(derived, heard_on, lines) -> None:
    files = {
        LEAD: f"stage: applied; heard_on: {heard_on}; heard_via: [[2026-11-02 a]]; applied_on: 2026-11-09",
        "2026-11-02 a": "with: [[J]]; channel: call",
    }
    insights = derived(files, TODAY.isoformat())
    assert [p.place.line for p in insights.problems if p.code == "NF321"] == lines
    steps = funnel(insights.network, courses(insights.network, TODAY), TODAY)
    assert len(steps[0].stays) == (not lines)


@pytest.mark.parametrize(
    ("fields", "stays"),
    [
        pytest.param(
            "heard_on: 2026-11-01; applied_on: 2026-10-30; interviews: [2026-10-25, 2026-11-25]; offer_on: 2026-10-28",
            [(), (), (), (), ()], id="none is sure",
        ),
        pytest.param(
            "heard_on: 2026-10-05; applied_on: 2026-09-10; interviews: 2026-10-20; offer_on: 2026-10-25",
            [(), (), (5,), (), ()], id="what is sure stays",
        ),
        pytest.param(
            "heard_on: 2026-09-01; applied_on: 2026-09-11; offer_on: 2026-09-10; closed_on: 2026-09-21",
            [(20,), (), (), (), ()], id="an offer before the application",
        ),
        pytest.param(
            "heard_on: 2026-09-01; applied_on: 2026-09-11; interviews: [2026-09-04, 2026-09-18]",
            [(10,), (), (), (), ()], id="a talk before the application",
        ),
    ],
)  # fmt: skip
def test_days_that_contradict_each_other_are_in_no_median(network_of, fields, stays) -> None:
    network = network_of({LEAD: f"stage: offer; {fields}"})
    assert [step.stays for step in funnel(network, courses(network, TODAY), TODAY)] == stays


def test_contradictions_stop_nothing(network_of) -> None:
    files = {LEAD: "stage: offer; heard_on: 2099-01-01; applied_on: 0001-01-01; offer_on: 2026-11-01"}
    network = network_of({**files, "career/leads/M.md": "closed_on: 0001-01-01; heard_on: 2026-11-01"})
    found = courses(network, TODAY)
    assert [step.stays for step in funnel(network, found, TODAY)] == [(), (), (), (), ()]
    assert [one.days(TODAY) for one in found] == [18, 18]


STEPS = {
    "career/leads/a.md": "stage: heard; heard_on: 2026-11-01",
    "career/leads/b.md": "stage: asked; heard_on: 2026-11-01",
    "career/leads/c.md": "stage: applied; heard_on: 2026-10-01; applied_on: 2026-10-05",
    "career/leads/d.md": "stage: rejected; heard_on: 2026-10-01; applied_on: 2026-10-11; closed_on: 2026-11-01",
    "career/leads/e.md": "stage: interviewing; heard_on: 2026-10-01; applied_on: 2026-10-03; interviews: 2026-10-13",
    "career/leads/f.md": "stage: offer; offer_on: 2026-11-01",
    "career/leads/g.md": "stage: accepted; interviews: 2026-09-01; offer_on: 2026-09-11; closed_on: 2026-09-12",
    "career/leads/h.md": "stage: withdrawn; closed_on: 2026-09-12",
}


def test_the_funnel_counts_each_lead_up_to_its_furthest_step(network_of) -> None:
    network = network_of(STEPS)
    steps = funnel(network, courses(network, TODAY), TODAY)
    assert [(s.name, len(s.came), len(s.now)) for s in steps] == [
        ("heard", 8, 2),
        ("applied", 5, 1),
        ("interviewing", 3, 1),
        ("offer", 2, 1),
        ("accepted", 1, 0),
    ]


def test_the_time_at_a_step_is_from_one_known_date_to_the_next(network_of) -> None:
    network = network_of(STEPS)
    steps = funnel(network, courses(network, TODAY), TODAY)
    assert [(s.stays, s.days) for s in steps] == [
        ((2, 4, 10), 4),
        ((10, 21), 15.5),
        ((10,), 10),
        ((1,), 1),
        ((), None),
    ]


@pytest.mark.parametrize(
    ("fields", "expected", "start"),
    [
        ("heard_on: 2026-11-01; posted_on: 2026-11-12", "before", 11),
        ("heard_on: 2026-11-01; posted_on: 2026-11-02", "before", 1),
        ("heard_on: 2026-11-01; posted_on: 2026-11-01", "posted", None),
        ("heard_on: 2026-11-02; posted_on: 2026-11-01", "posted", None),
        ("heard_on: 2026-11-01", "never", None),
        ("heard_on: 2026-11-01; url: https://acme.example/1", "unknown", None),
        ("posted_on: 2026-11-01", "unknown", None),
        ("company: Acme", "unknown", None),
    ],
)
def test_hidden_or_posted(network_of, fields, expected, start) -> None:
    network = network_of({LEAD: fields})
    lead = network.collection.leads[0]
    assert (seen(network, lead), head_start(network, lead)) == (expected, start)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({LEAD: "heard_from: [[Jane]]"}, ("person", "", ("name:jane",))),
        ({LEAD: "heard_from: [[Jane]]; heard_via: [[2026-11-01 a]]", "2026-11-01 a": "with: [[Bo]]; channel: coffee"},
         ("person", "coffee", ("name:jane",))),
        ({LEAD: "heard_via: [[2026-11-01 a]]", "2026-11-01 a": 'with: ["[[Bo]]", "[[Cy]]"]; channel: event'},
         ("person", "event", ("name:bo", "name:cy"))),
        ({LEAD: "heard_via: [[2026-11-01 a]]; url: https://a.example", "2026-11-01 a": "activity: search"},
         ("entry", "search", ())),
        ({LEAD: "url: https://a.example; referred_by: [[Jane]]"}, ("posting", "", ())),
        ({LEAD: "posted_on: 2026-11-01"}, ("posting", "", ())),
        ({LEAD: "method: web form"}, ("unknown", "", ())),
    ],
)  # fmt: skip
def test_the_source_of_a_lead(network_of, files, expected) -> None:
    network = network_of(files)
    assert tuple(source(network, network.collection.leads[0])) == expected


def many(kind: str, count: int, interviews: int) -> dict[str, str]:
    talk = "; interviews: 2026-10-01"
    return {f"career/leads/{kind} {n}.md": f"{WAYS[kind]}{talk * (n < interviews)}" for n in range(count)}


WAYS = {"person": "heard_from: [[Jane]]", "posting": "posted_on: 2026-09-01", "unknown": "company: Acme"}


@pytest.mark.parametrize(
    ("files", "order", "ranked"),
    [
        pytest.param(many("person", 9, 9) | many("posting", 9, 0), ["person", "posting"], 0, id="nine are too few"),
        pytest.param(many("person", 9, 9) | many("posting", 10, 0), ["posting", "person"], 1, id="ten count"),
        pytest.param(many("person", 10, 1) | many("posting", 12, 6), ["posting", "person"], 2, id="by their rate"),
        pytest.param(
            many("person", 10, 6) | many("posting", 12, 1), ["person", "posting"], 2, id="not by their number"
        ),
        pytest.param(many("unknown", 30, 30) | many("posting", 1, 0), ["posting", "unknown"], 0, id="unknown is none"),
    ],
)
def test_sources_are_ranked_from_ten_leads_on(network_of, files, order, ranked) -> None:
    network = network_of(files)
    found = origins(network, courses(network, TODAY))
    assert ([one.source.kind for one in found.kinds], found.ranked) == (order, ranked)


def helped(network) -> list[tuple[str, int, tuple[str, ...]]]:
    names = network.people
    found = chain(network, network.collection.leads[0], TODAY)
    return [(names[c.person].name, c.generation, tuple(p.place.file for p in c.proofs)) for c in found]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({LEAD: "company: Acme"}, [], id="nobody"),
        pytest.param({LEAD: "heard_from: [[Nia]]; referred_by: [[Nia]]"}, [("Nia", 1, (LEAD, LEAD))], id="twice"),
        pytest.param(
            {LEAD: "heard_via: [[2026-09-01 a]]", "2026-09-01 a": 'with: ["[[Nia]]", "[[Bo]]"]'},
            [("Nia", 1, ("journal/2026-09-01 a.md",)), ("Bo", 1, ("journal/2026-09-01 a.md",))], id="all of the talk",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]; heard_via: [[2026-09-01 a]]", "2026-09-01 a": 'with: ["[[Bo]]", "[[Nia]]"]'},
            [("Nia", 1, ("journal/2026-09-01 a.md",)), ("Bo", 1, ("journal/2026-09-01 a.md",))], id="told in a talk",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]; heard_via: [[2026-09-01 a]]", "2026-09-01 a": 'with: "[[Bo]]"'},
            [("Nia", 1, (LEAD,)), ("Bo", 1, ("journal/2026-09-01 a.md",))], id="told apart from the talk",
        ),
        pytest.param({LEAD: "heard_via: [[2026-12-01 a]]", "2026-12-01 a": "with: [[Bo]]"}, [], id="a planned talk"),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]", "Nia": "introduced_by: [[Gus]]", "Gus": "introduced_by: [[Joy]]"},
            [("Nia", 1, (LEAD,)), ("Gus", 2, ("contacts/Nia.md",)), ("Joy", 3, ("contacts/Gus.md",))], id="files",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]", "2026-09-01 a": "with: [[Gus]]; introduced: [[Nia]]"},
            [("Nia", 1, (LEAD,)), ("Gus", 2, ("journal/2026-09-01 a.md",))], id="an entry",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]", "Nia": "introduced_by: [[Gus]]",
             "2026-09-01 a": "with: [[Gus]]; introduced: [[Nia]]"},
            [("Nia", 1, (LEAD,)), ("Gus", 2, ("journal/2026-09-01 a.md",))], id="both: the entry proves more",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]", "2026-08-01 b": "with: [[Nia]]; channel: call",
             "2026-09-01 a": "with: [[Gus]]; introduced: [[Nia]]"},
            [("Nia", 1, (LEAD,))], id="known before",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]", "Nia": "introduced_by: [[Gus]]", "Gus": "introduced_by: [[Nia]]"},
            [("Nia", 1, (LEAD,))], id="what closes a circle is no help",
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]", "Nia": "introduced_by: [[Nia]]"}, [("Nia", 1, (LEAD,))], id="themselves"
        ),
        pytest.param(
            {LEAD: "heard_from: [[Nia]]; referred_by: [[Bo]]", "Nia": "introduced_by: [[Gus]]",
             "Bo": "introduced_by: [[Gus]]"},
            [("Nia", 1, (LEAD,)), ("Bo", 1, (LEAD,)), ("Gus", 2, ("contacts/Nia.md", "contacts/Bo.md"))],
            id="led to two",
        ),
    ],
)  # fmt: skip
def test_whose_help_led_to_a_lead(network_of, files, expected) -> None:
    assert helped(network_of(files)) == expected
