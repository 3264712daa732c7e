"""What recurs: its times, the exceptions to it, and the bounds of both."""

import time
from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.calendars.calendar_values import Moment, property_of, rule
from netfiles.exchange.calendars.recurring import Effort, starts
from tests.exchange.reading import accounted, calendar, said
from tests.exchange.test_calendar_in import a_calendar, event

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"


def days(*events: str, **wished: object) -> list[str]:
    read = calendar(a_calendar(*events), **wished)
    assert accounted(read) == read.rows
    return [talk.at for talk in sorted(read.talks, key=lambda talk: talk.at)]


def weekly(*lines: str, start: str = "DTSTART;TZID=Europe/Berlin:20261001T180000") -> str:
    return event("SUMMARY:Standup", *lines, start=start)


def test_each_time_is_a_talk_that_a_later_file_knows_again():
    read = calendar(a_calendar(weekly(WEEKLY)))
    assert [(talk.at, talk.uid) for talk in read.talks] == [
        ("2026-10-01T18:00", "e1/2026-10-01T18:00"),
        ("2026-10-08T18:00", "e1/2026-10-08T18:00"),
        ("2026-10-15T18:00", "e1/2026-10-15T18:00"),
        ("2026-10-22T18:00", "e1/2026-10-22T18:00"),
    ]


def test_only_the_days_asked_for_count_and_what_is_to_come_is_not_counted():
    assert days(weekly("RRULE:FREQ=WEEKLY"), since=date(2026, 11, 1)) == [
        "2026-11-05T18:00",
        "2026-11-12T18:00",
        "2026-11-19T18:00",
    ]


EXCEPTIONS = {
    "EXDATE;TZID=Europe/Berlin:20261008T180000": ["2026-10-01T18:00", "2026-10-15T18:00", "2026-10-22T18:00"],
    "EXDATE:20261008T160000Z": ["2026-10-01T18:00", "2026-10-15T18:00", "2026-10-22T18:00"],
    "EXDATE;VALUE=DATE:20261008,20261015": ["2026-10-01T18:00", "2026-10-22T18:00"],
    "EXDATE:nonsense": ["2026-10-01T18:00", "2026-10-08T18:00", "2026-10-15T18:00", "2026-10-22T18:00"],
    "RDATE;TZID=Europe/Berlin:20261010T090000": [
        "2026-10-01T18:00",
        "2026-10-08T18:00",
        "2026-10-10T09:00",
        "2026-10-15T18:00",
        "2026-10-22T18:00",
    ],
}


@pytest.mark.parametrize("line", EXCEPTIONS)
def test_days_taken_out_and_added_are_respected(line: str):
    assert days(weekly(WEEKLY, line)) == EXCEPTIONS[line]


def test_a_time_that_was_moved_keeps_its_identity():
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Berlin:20261008T180000",
        "SUMMARY:Moved",
        start="DTSTART;TZID=Europe/Berlin:20261009T100000",
    )
    for order in ((weekly(WEEKLY), moved), (moved, weekly(WEEKLY))):
        read = calendar(a_calendar(*order))
        (talk,) = [talk for talk in read.talks if talk.values["title"] == ("Moved",)]
        assert (talk.at, talk.uid) == ("2026-10-09T10:00", "e1/2026-10-08T18:00")
        assert len(read.talks) == 4
        assert accounted(read) == read.rows


def test_a_time_that_was_cancelled_is_left_out():
    cancelled = event("RECURRENCE-ID:20261008T160000Z", "STATUS:CANCELLED", start="DTSTART:20261008T160000Z")
    assert days(weekly(WEEKLY), cancelled) == ["2026-10-01T18:00", "2026-10-15T18:00", "2026-10-22T18:00"]


def test_a_change_of_all_that_follow_is_one_of_each():
    later = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261015T180000",
        start="DTSTART;TZID=Europe/Berlin:20261015T173000",
    )
    assert days(weekly(WEEKLY), later) == [
        "2026-10-01T18:00",
        "2026-10-08T18:00",
        "2026-10-15T17:30",
        "2026-10-22T17:30",
    ]


def test_two_rules_of_one_event_count_both():
    both = weekly("RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert days(both) == ["2026-10-01T18:00", "2026-10-02T18:00", "2026-10-08T18:00"]


def test_an_exception_without_its_series_stands_for_itself():
    alone = event("RECURRENCE-ID:20261008T160000Z", start="DTSTART;TZID=Europe/Berlin:20261009T100000")
    assert days(alone) == ["2026-10-09T10:00"]


def test_the_end_in_utc_is_the_end_where_the_event_is():
    until = "RRULE:FREQ=DAILY;UNTIL=20261002T160000Z"
    assert days(weekly(until)) == ["2026-10-01T18:00", "2026-10-02T18:00"]


ONLY_FIRST = {
    "RRULE:FREQ=SECONDLY": "recurs `secondly`, which is no appointment",
    "RRULE:FREQ=HOURLY;COUNT=5": "recurs `hourly`",
    "RRULE:FREQ=YEARLY;BYMONTH=13": "BYMONTH cannot be 13",
    "RRULE:FREQ=DAILY;COUNT=-1": "COUNT cannot be -1",
    "RRULE:FREQ=DAILY;INTERVAL=0": "INTERVAL cannot be 0",
    "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5": "more than 4 times a day",
    "RRULE:FREQ=WEEKLY;BYDAY=XX": "is no rule of recurrence",
    "RRULE:COUNT=2": "it has no FREQ",
    "RRULE:": "it has no FREQ",
}


@pytest.mark.parametrize("line", ONLY_FIRST)
def test_a_rule_that_makes_no_sense_leaves_the_first_time_and_is_remarked(line: str):
    read = calendar(a_calendar(weekly(line)))
    assert [talk.at for talk in read.talks] == ["2026-10-01T18:00"]
    assert ONLY_FIRST[line] in said(read)


def test_of_what_recurs_too_often_the_newest_are_read_and_the_rest_is_counted():
    read = calendar(a_calendar(weekly("RRULE:FREQ=DAILY")), since=date(2020, 1, 1), until=date(2029, 1, 1))
    assert len(read.talks) == 400
    assert read.talks[-1].at == "2029-01-01T18:00"
    assert accounted(read) == read.rows == 824


SLOW = [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
    "FREQ=DAILY;COUNT=999999",
    "FREQ=WEEKLY;INTERVAL=9999",
    "FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=366",
]


@pytest.mark.parametrize("written", SLOW)
@pytest.mark.parametrize("start", ["00010101", "16040101", "20261101"])
def test_a_rule_that_is_never_or_very_often_true_takes_no_time(written: str, start: str):
    began = time.process_time()
    read = calendar(a_calendar(weekly(f"RRULE:{written}", start=f"DTSTART:{start}T120000")), since=date.min)
    assert time.process_time() - began < 1
    assert accounted(read) == read.rows


ODD = ("BYMONTHDAY", "WEEKLY")  # not allowed
MONDAY_TO_SUNDAY = "MO TU WE TH FR SA SU".split()


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules with a few parts, such as calendars write."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}"]
    weekday = st.sampled_from(MONDAY_TO_SUNDAY)
    if freq in ("MONTHLY", "YEARLY") and draw(st.booleans()):  # dateutil knows no days both with a number and without
        weekday = st.tuples(st.sampled_from(["1", "2", "-1", "-2", "5"]), weekday).map("".join)
    many = {
        "BYDAY": st.lists(weekday, min_size=1, max_size=3, unique=True),
        "BYMONTH": st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True),
        "BYMONTHDAY": st.lists(st.sampled_from([1, 13, 29, 31, -1, -5]), min_size=1, max_size=3, unique=True),
        "BYSETPOS": st.lists(st.sampled_from([1, 2, -1]), min_size=1, max_size=2, unique=True),
        "BYHOUR": st.lists(st.integers(0, 23), min_size=1, max_size=3, unique=True),
    }
    names = draw(st.lists(st.sampled_from(sorted(many)), max_size=3, unique=True))
    parts += [f"{name}={','.join(map(str, draw(many[name])))}" for name in names if (name, freq) != ODD]
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    return ";".join(parts)


FIRST = st.datetimes(datetime.fromisoformat("2019-01-01"), datetime.fromisoformat("2026-01-01"))


def as_dateutil_finds(written: str, first: datetime, after: int) -> None:
    first = first.replace(second=0, microsecond=0)
    since = date.fromordinal(first.toordinal() + after)
    until = date.fromordinal(since.toordinal() + 800)
    found = list(starts(rule(property_of(f"RRULE:{written}"), Moment(first)), first, since, until, Effort()))
    ends = datetime.fromisoformat(f"{until}T23:59:59")
    times = int(written.rpartition("COUNT=")[2]) if "COUNT" in written else None
    bounded = written if times else f"{written};UNTIL={ends:%Y%m%dT%H%M%S}"
    expected = [at for at in rrulestr(bounded, dtstart=first) if at <= ends]
    if first not in expected:  # the first time counts though no rule says it
        expected = [first, *expected][:times]
    assert found == [at for at in expected if since <= at.date()]


@settings(max_examples=20, deadline=None)
@given(rules(), FIRST, st.integers(0, 2000))
def test_the_times_of_a_rule_are_those_that_dateutil_finds(written: str, first: datetime, after: int):
    as_dateutil_finds(written, first, after)


@pytest.mark.soak
@settings(max_examples=1_000, deadline=None)
@given(rules(), FIRST, st.integers(0, 2000))
def test_the_times_of_a_thousand_rules_are_those_that_dateutil_finds(written: str, first: datetime, after: int):
    as_dateutil_finds(written, first, after)
