"""The calendar: what stands in it, that other programs read it, and that it stays the same while nothing changes."""

import re
from datetime import date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.calendars.calendar_events import Event, events
from netfiles.exchange.calendars.ics_out import calendar
from netfiles.insights.derive import Insights, derive
from tests.insights.random_vaults import TODAY, Files, network_of, vaults

from .made import FILES, insights_of


def printed(insights: Insights, people: set[str] | None = None) -> str:
    return "".join(calendar(events(insights, people), "My; network", insights.today))


def read(text: str) -> list[dict[str, object]]:
    """The events as another program reads them."""
    return [
        {
            "uid": str(event["UID"]),
            "start": event.decoded("DTSTART"),
            "end": event.end,
            "summary": str(event["SUMMARY"]),
            "rule": sorted(event["RRULE"].to_ical().decode().split(";")) if "RRULE" in event else [],
        }
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]


def days(text: str) -> list[tuple[str, str]]:
    return [(str(event["start"]), str(event["summary"])) for event in read(text)]


def test_it_holds_follow_ups_birthdays_planned_talks_next_steps_and_interviews() -> None:
    assert days(printed(insights_of())) == [
        ("1990-12-01", "Birthday of Cy"),
        ("2000-02-29", "Birthday of Ada Paz"),
        ("2026-11-23", "You met New Name on 10 Nov and nothing has followed: say hello."),
        ("2026-11-23", "Ada Paz and New Name gave you the name of Omar on 10 Nov; no contact since."),
        ("2026-11-23", "Laid off: 2 people have not heard this news of 1 Oct: Cy, Dee."),
        ("2026-11-24", "Ada Paz has not answered your email of 13 Nov (also to Cy)."),
        ("2026-11-24", "Cy has not answered your email of 13 Nov (also to Ada Paz)."),
        ("2026-11-27", "Interview: Planner at Acme"),
        ("2026-11-30 09:30:00", "Call with Ada Paz"),
        ("2026-12-20", "You planned: send the <b>sheet</b>, soon (Ada Paz)"),
        ("2026-12-30", "You planned: write to her (Ada Paz)"),
        ("2027-01-05", "Planner: You planned: ring"),
    ]


def test_a_query_leaves_what_concerns_these_people() -> None:
    assert days(printed(insights_of(), {"name:omar"})) == [
        ("2026-11-23", "Ada Paz and New Name gave you the name of Omar on 10 Nov; no contact since.")
    ]


@pytest.mark.parametrize(
    ("born", "start", "rule"),
    [
        ("1985-04-12", "1985-04-12", ["FREQ=YEARLY"]),
        ("04-12", "2000-04-12", ["FREQ=YEARLY"]),
        ("1988-02-29", "1988-02-29", ["BYMONTH=2", "BYMONTHDAY=-1", "FREQ=YEARLY"]),
        ("02-29", "2000-02-29", ["BYMONTH=2", "BYMONTHDAY=-1", "FREQ=YEARLY"]),
    ],
)
def test_a_birthday_is_of_every_year_and_of_29_february_the_last_day(born: str, start: str, rule: list[str]) -> None:
    found = read(printed(insights_of({"contacts/Ada.md": f"---\nbirthday: {born}\n---\n"})))
    assert [(str(event["start"]), event["rule"]) for event in found] == [(start, rule)]


def test_nobody_who_is_closed_has_a_birthday_nor_a_year_alone() -> None:
    closed = "---\nbirthday: 04-12\nstatus: closed\n---\n"
    assert days(printed(insights_of({"contacts/A.md": closed, "contacts/B.md": "---\nbirthday: 1985\n---\n"}))) == []


def test_a_talk_takes_its_minutes_at_its_own_time_and_stays_through_its_day() -> None:
    files = {
        "contacts/Ada.md": "---\nname: Ada\n---\n",
        "journal/x.md": "---\ndate: 2026-11-23 09:30\nwith: Ada\n---\n",
    }
    (event,) = (event for event in read(printed(insights_of(files))) if event["summary"] == "Talk with Ada")
    assert (event["start"], event["end"]) == (datetime(2026, 11, 23, 9, 30), datetime(2026, 11, 23, 10))  # noqa: DTZ001
    assert "DTSTART:20261123T093000\r\n" in printed(insights_of(files))


def test_an_interview_with_an_entry_of_its_day_is_there_once() -> None:
    entry = '---\nwith: "[[Ada Paz]]"\nchannel: interview\nleads: "[[Planner]]"\n---\n'
    found = days(printed(insights_of({**FILES, "journal/2026-11-27 Panel.md": entry})))
    assert [summary for day, summary in found if day == "2026-11-27"] == ["Interview with Ada Paz"]


def test_what_is_due_stands_on_today_under_the_same_name_as_the_day_before() -> None:
    uids = {}
    for later in (-1, 0, 1, 30):
        today = TODAY + timedelta(later)
        for event in read(printed(derive(network_of(FILES), today))):
            if "name of Omar" in str(event["summary"]):
                assert event["start"] == today
                uids[later] = event["uid"]
    assert len(uids) == 4
    assert len(set(uids.values())) == 1


def test_a_next_step_keeps_its_name_while_it_comes_nearer() -> None:
    found = {
        event["uid"]
        for today in (date(2026, 11, 1), date(2026, 12, 15), date(2026, 12, 20), date(2026, 12, 29))
        for event in read(printed(derive(network_of(FILES), today)))
        if "send the" in str(event["summary"])
    }
    assert len(found) == 1


def test_what_can_wait_is_one_event_that_names_all_of_it() -> None:
    people = {f"contacts/P{n}.md": "---\nkeep_in_touch: 1w\n---\n" for n in range(9)}
    text = printed(insights_of(people))
    (more,) = (event for event in icalendar.Calendar.from_ical(text).walk("VEVENT") if "more" in event["SUMMARY"])
    assert str(more["SUMMARY"]) == "4 more follow-ups are due and can wait"
    assert len(days(text)) == 6
    assert str(more["DESCRIPTION"]).count("\n") == 3


SIGNS = st.text(alphabet='abc;,\\:"\n\r\t\x00\x85\u2028é漢😀=N', max_size=120)


@settings(max_examples=200)
@given(SIGNS, SIGNS)
def test_any_text_comes_back_and_no_line_is_too_long(summary: str, about: str) -> None:
    text = "".join(calendar([Event(("a", summary), TODAY, f"x{summary}", f"x{about}")], "n", TODAY))
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert not re.search(r"(?<!\r)\n|\r(?!\n)|[\x00-\x09\x0b\x0c\x0e-\x1f]", text)
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    for name, written in (("SUMMARY", f"x{summary}"), ("DESCRIPTION", f"x{about}")):
        wanted = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", " ", "\n".join(written.splitlines()))
        assert str(event[name]) == wanted


@settings(max_examples=12)
@given(vaults())
def test_of_any_vault_it_can_be_read_each_event_has_a_name_of_its_own_and_bytes_are_stable(files: Files) -> None:
    sound(files)


@pytest.mark.soak
@settings(max_examples=2_000)
@given(vaults())
def test_of_very_many_vaults_it_can_be_read(files: Files) -> None:
    sound(files)


def sound(files: Files) -> None:
    text = printed(insights_of(files))
    assert text == printed(insights_of(files))
    found = read(text)
    assert len({event["uid"] for event in found}) == len(found) == text.count("BEGIN:VEVENT")
    assert set(re.findall(r"DTSTAMP:(\S+)", text)) <= {"20261123T000000Z"}
    assert all("birthday" in str(event["summary"]).lower() or str(event["start"]) >= "2026-11-23" for event in found)
