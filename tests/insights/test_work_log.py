"""The work-search log: what is an effort, what a line says, what is missing, and what a week comes to."""

from datetime import date

import pytest

from netfiles.insights.efforts import efforts
from netfiles.insights.work_log import log_lines
from netfiles.insights.work_weeks import work_weeks
from netfiles.views.work_log_csv import as_csv

TODAY = "2026-11-19"  # a Thursday
ACME = {"career/companies/Acme.md": "addresses: 1 Mill Road; phones: +1 413 555 0100", "Jane": "company: Acme"}
LEAD = "title: Planner; company: Acme; method: web form; applied_on: 2026-11-17; stage: applied"


def options(*lines: str) -> dict[str, str]:
    return {"mkdocs.yml": "\n".join(["plugins:", "  - netfiles:", *(f"      {line}" for line in lines), ""])}


@pytest.fixture
def told(derived):
    """The lines of the log of a week, each as a tuple of what it says."""

    def tell(files, today=TODAY):
        network = derived({**ACME, **files}, today).network
        return efforts(network, date(2026, 11, 1), date(2026, 11, 30), date.fromisoformat(today))

    return tell


@pytest.mark.parametrize(
    ("entry", "sorts"),
    [
        ("activity: applications", ["application"]),
        ('activity: applications; companies: ["Acme", "Globex"]', ["application", "application"]),
        ("activity: search", ["search"]),
        ("activity: research", ["research"]),
        ("activity: resume", ["resume"]),
        ("activity: study", ["study"]),
        ("activity: other", []),
        ("with: [[Jane]]; channel: call; companies: Acme", ["contact"]),
        ("with: [[Jane]]; channel: call; asked: advice", ["contact"]),
        ("with: [[Jane]]; channel: call; purpose: information-interview", ["contact"]),
        ("with: [[Jane]]; channel: call", []),
        ("with: [[Jane]]; channel: email; companies: Acme; direction: in", []),
        ("with: [[Jane]]; channel: email; companies: Acme; purpose: thanks", []),
        ("with: [[Jane]]; channel: email; companies: Acme; purpose: update", []),
        ("with: [[Jane]]; channel: interview; companies: Acme", ["interview"]),
        ("with: [[Jane]]; channel: interview; purpose: information-interview", ["contact"]),
        ("with: [[Jane]]; channel: event", ["event"]),
        ("channel: call; companies: Acme", []),
    ],
    ids=str,
)
def test_what_an_entry_is_as_an_effort(told, entry, sorts) -> None:
    assert [effort.sort for effort in told({"2026-11-17 a": entry})] == sorts


@pytest.mark.parametrize(
    ("files", "sorts"),
    [
        pytest.param({}, [("application", "career/leads/L.md")], id="a lead alone"),
        pytest.param(
            {"2026-11-17 a": "activity: applications; leads: [[L]]"},
            [("application", "career/leads/L.md")],
            id="an entry of that day tells the same",
        ),
        pytest.param(
            {"2026-11-16 a": "activity: applications; leads: [[L]]"},
            [("application", "journal/2026-11-16 a.md"), ("application", "career/leads/L.md")],
            id="one of another day does not",
        ),
        pytest.param(
            {"2026-11-17 a": "activity: applications; leads: [[L]]; companies: Acme"},
            [("application", "career/leads/L.md")],
            id="the lead's own company is the same",
        ),
        pytest.param(
            {"2026-11-17 a": "activity: applications; leads: [[L]]; companies: Globex"},
            [("application", "career/leads/L.md"), ("application", "journal/2026-11-17 a.md")],
            id="another company is another",
        ),
    ],
)
def test_an_application_is_told_once(told, files, sorts) -> None:
    found = told({"career/leads/L.md": LEAD, **files})
    assert [(effort.sort, effort.proof.file) for effort in found] == sorts


@pytest.mark.parametrize(
    ("entry", "proofs"),
    [
        pytest.param({}, ["career/leads/L.md"], id="the lead's date"),
        pytest.param(
            {"2026-11-18 a": "with: [[Jane]]; channel: interview; leads: [[L]]"},
            ["journal/2026-11-18 a.md"],
            id="the entry of the day",
        ),
        pytest.param(
            {"2026-11-18 a": "with: [[Jane]]; channel: email; leads: [[L]]; purpose: thanks"},
            ["career/leads/L.md"],
            id="thanks are no interview",
        ),
    ],
)
def test_an_interview_is_told_once(told, entry, proofs) -> None:
    lead = {"career/leads/L.md": "title: Planner; company: Acme; interviews: 2026-11-18; stage: interviewing"}
    assert [effort.proof.file for effort in told({**lead, **entry}) if effort.sort == "interview"] == proofs


def test_what_is_still_to_come_is_no_effort(told) -> None:
    files = {
        "career/leads/L.md": "title: x; company: Acme; applied_on: 2026-11-20; interviews: [2026-11-25]",
        "2026-11-20 a": "activity: search",
    }
    assert told(files) == ()


def test_a_line_says_all_that_is_known(told) -> None:
    files = {
        "career/leads/L.md": f"{LEAD}; referred_by: [[Jane]]",
        "2026-11-18 a": "with: [[Jane]]; channel: call; got: [advice, lead]; introduced: [[Bo]]; companies: Acme",
    }
    application, talk = told(files)
    assert application[2:12] == (
        "Application", "Acme", "career/companies/Acme.md", "1 Mill Road", "+1 413 555 0100", "Jane", "web form",
        "Planner", "no answer yet", True,
    )  # fmt: skip
    assert (talk.what, talk.method, talk.result) == (
        "Contact with an employer",
        "by phone",
        "got advice, lead; 1 name given",
    )


@pytest.mark.parametrize(
    ("lead", "result"),
    [
        ("stage: applied", "no answer yet"),
        ("stage: interviewing; interviews: [2026-11-18, 2026-12-01]", "interview 18 Nov 2026"),
        ("stage: offer; offer_on: 2026-11-19", "offer 19 Nov 2026"),
        ("stage: offer; offer_on: 2026-11-20", "no answer yet"),
        ("stage: rejected; closed_on: 2026-11-19; result: too far", "rejected 19 Nov 2026: too far"),
        ("stage: withdrawn; closed_on: 2026-11-10", "no answer yet"),
    ],
)
def test_what_came_of_an_application(told, lead, result) -> None:
    found = told({"career/leads/L.md": f"title: Planner; company: Acme; applied_on: 2026-11-17; {lead}"})
    assert found[0].result == result


def test_what_came_of_it_after_the_week_is_told_too(derived) -> None:
    lead = "title: Planner; company: Acme; applied_on: 2026-10-27; interviews: [2026-11-10]; stage: interviewing"
    week = next(one for one in derived({"career/leads/L.md": lead}, TODAY).work_log if one.first == date(2026, 10, 26))
    assert [line.effort.result for line in week.lines] == ["interview 10 Nov 2026"]


def test_talking_about_an_employer_with_somebody_else_is_no_contact_with_them(told) -> None:
    found = told({"2026-11-17 a": "with: [[Bo]]; channel: call; companies: Acme"})
    assert [(effort.what, effort.direct) for effort in found] == [("Networking", False)]


def test_a_talk_with_somebody_of_no_company_is_networking_and_lacks_no_employer(derived) -> None:
    network = derived({"2026-11-17 a": "with: [[Bo]]; channel: coffee; asked: advice"}, TODAY).network
    (line,) = log_lines(network, date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 19))
    assert (line.effort.what, line.effort.direct, line.missing) == ("Networking", False, ())
    assert "Networking,,,,Bo" in as_csv([line])


# What is missing


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        pytest.param(
            {"2026-11-17 a": "activity: applications"},
            [
                ("employer", 'companies: "[[…]]"', "journal/2026-11-17 a.md"),
                ("address", 'companies: "[[…]]"', "journal/2026-11-17 a.md"),
                ("phone", 'companies: "[[…]]"', "journal/2026-11-17 a.md"),
                ("person", 'with: "[[…]]"', "journal/2026-11-17 a.md"),
                ("method", "channel: …", "journal/2026-11-17 a.md"),
                ("position", 'leads: "[[…]]"', "journal/2026-11-17 a.md"),
            ],
            id="bare applications",
        ),
        pytest.param(
            {"career/leads/L.md": "title: x; company: 'New: Co/Ltd'; applied_on: 2026-11-17"},
            [
                ("address", "addresses: …", "career/companies/New Co Ltd.md"),
                ("phone", "phones: …", "career/companies/New Co Ltd.md"),
                ("person", 'referred_by: "[[…]]"', "career/leads/L.md"),
                ("method", "method: …", "career/leads/L.md"),
            ],
            id="a company without a file",
        ),
        pytest.param({"2026-11-17 a": "with: [[Jane]]; channel: call; companies: Acme"}, [], id="nothing"),
        pytest.param({"2026-11-17 a": "activity: study"}, [], id="nothing is asked of a course"),
    ],
)
def test_what_a_line_lacks_and_what_to_write_where(derived, files, missing) -> None:
    network = derived({**ACME, **files}, TODAY).network
    lines = log_lines(network, date(2026, 11, 16), date(2026, 11, 22), date(2026, 11, 19))
    assert [(one.column, one.line, one.file) for line in lines for one in line.missing] == missing


def test_only_the_columns_that_the_place_asks_for_can_be_missing(derived) -> None:
    files = {**options("work_search:", "  columns: [employer]"), "2026-11-17 a": "activity: applications"}
    lines = log_lines(derived(files, TODAY).network, date(2026, 11, 16), date(2026, 11, 19), date(2026, 11, 19))
    assert [one.column for line in lines for one in line.missing] == ["employer"]


# Weeks

CALL = "with: [[Jane]]; channel: call; companies: Acme"


@pytest.mark.parametrize(
    ("lines", "entries", "sentence"),
    [
        pytest.param([], {"2026-11-17 a": CALL}, "1 effort.", id="no rules"),
        pytest.param(["work_search: Massachusetts"], {}, "0 of 3 efforts: 3 more efforts by 21 Nov.", id="none"),
        pytest.param(
            ["work_search: connecticut"],
            {f"2026-11-1{n} a": "activity: search" for n in (6, 7, 8)},
            "3 efforts: 1 more employer contacted by 21 Nov.",
            id="enough, and no employer",
        ),
        pytest.param(
            ["work_search: Connecticut"],
            {"2026-11-16 a": CALL, "2026-11-17 b": "activity: search", "2026-11-18 c": "activity: resume"},
            "3 efforts, all that is asked for.",
            id="all of it",
        ),
        pytest.param(
            ["work_search: Massachusetts"],
            {"2026-11-16 a": CALL, "2026-11-17 b": CALL, "2026-11-18 c": CALL},
            "1 of 3 efforts: 2 more efforts by 21 Nov.",
            id="the same three times",
        ),
        pytest.param(
            ["work_search: Nebraska"],
            {f"2026-11-1{n} a": "activity: search" for n in (5, 6, 7, 8, 9)},
            "5 efforts: 2 more applications by 21 Nov.",
            id="two applications",
        ),
        pytest.param(
            ["work_search:", "  efforts: 2", "  once: false"],
            {"2026-11-16 a": CALL, "2026-11-17 b": CALL},
            "2 efforts, all that is asked for.",
            id="own numbers",
        ),
        pytest.param(
            ["work_search:", "  efforts: 1", "  counts: application"],
            {"2026-11-16 a": CALL},
            "0 of 1 efforts: 1 more effort by 22 Nov.",
            id="own counting",
        ),
    ],
)
def test_a_week_beside_what_is_asked(derived, lines, entries, sentence) -> None:
    files = {**ACME, **(options(*lines) if lines else {}), **entries}
    assert derived(files, TODAY).work_log[0].sentence == sentence


@pytest.mark.parametrize(
    ("lines", "first"), [([], date(2026, 11, 9)), (["work_search: Connecticut"], date(2026, 11, 15))], ids=str
)
def test_a_week_begins_where_the_place_begins_it(derived, lines, first) -> None:
    weeks = derived({**ACME, **(options(*lines) if lines else {}), "2026-11-15 a": CALL}, TODAY).work_log
    assert [week.first for week in weeks if week.lines] == [first]


def test_a_week_that_is_over_says_what_would_have_been_asked(derived) -> None:
    weeks = derived({**ACME, **options("work_search: Massachusetts"), "2026-11-10 a": CALL}, TODAY).work_log
    assert weeks[1].sentence == "1 of 3 efforts: 2 more efforts would have been asked for."
    assert len(weeks) == 13


def test_weeks_of_the_same_are_the_same_objects_and_others_are_made_anew(derived) -> None:
    files = {**ACME, "2026-11-17 a": CALL, "2026-11-10 b": CALL}
    before = derived(files, TODAY)
    after = derived({**files, "2026-11-18 c": CALL}, TODAY)
    kept = work_weeks(before.network, before.today, before.work_weeks)
    assert [one.week for one in kept.values()] == list(before.work_log)
    assert all(old is new for old, new in zip(before.work_log, (one.week for one in kept.values()), strict=True))
    anew = work_weeks(after.network, after.today, before.work_weeks)
    assert [len(one.week.lines) for one in anew.values()][:2] == [2, 1]
