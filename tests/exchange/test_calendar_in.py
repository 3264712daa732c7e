"""Calendars: which meetings become talks, when and with whom they were, and what is left out."""

from datetime import date

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Party
from tests.exchange.reading import accounted, calendar, said, the_talk

NIA = "ATTENDEE;CN=Nia Okafor:mailto:nia@acme.example"


def event(*lines: str, start: str = "DTSTART:20261102T093000", who: str = NIA, uid: str = "e1") -> str:
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", start, who, *lines, "END:VEVENT", ""))


def a_calendar(*events: str, head: str = "") -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(events)}END:VCALENDAR\n"


def test_a_meeting_is_a_talk_with_all_that_there_is_a_field_for():
    talk = the_talk(
        calendar(
            a_calendar(
                event(
                    "DTEND:20261102T101500",
                    "SUMMARY:Data role\\, next steps",
                    "ORGANIZER;CN=Mo Owner:MAILTO:me@own.example",
                    "LOCATION:Northlight\\, 3rd floor",
                    "DESCRIPTION:Bring the\\nportfolio",
                )
            )
        )
    )
    assert talk.at == "2026-11-02T09:30"
    assert talk.with_ == (Party("Nia Okafor", "nia@acme.example"),)
    assert talk.values == {"channel": ("meeting",), "title": ("Data role, next steps",), "minutes": ("45",)}
    assert talk.kept == (("location", "Northlight, 3rd floor"), ("description", "Bring the\nportfolio"))
    assert (talk.uid, talk.line, talk.may_change, talk.body) == ("e1", 3, True, "")


def test_the_description_is_the_body_where_bodies_are_wanted():
    assert the_talk(calendar(a_calendar(event("DESCRIPTION:Bring it")), bodies=True)).body == "Bring it"


STARTS = {
    "DTSTART;VALUE=DATE:20261102": "2026-11-02",
    "DTSTART;TZID=America/New_York:20261102T093000": "2026-11-02T09:30",
    'DTSTART;TZID="Pacific Standard Time":20261102T093000': "2026-11-02T09:30",
    "DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20261102T093000": "2026-11-02T09:30",
    "DTSTART;TZID=Mars/Olympus:20261102T093000": "2026-11-02T09:30",
    "DTSTART;TZID=Europe/London:20260329T013000": "2026-03-29T01:30",  # a time that clocks left out
    "DTSTART:20261102T093000Z": "2026-11-02T09:30",
    "DTSTART;;VALUE=DATE-TIME:20261102T093000": "2026-11-02T09:30",
}


@pytest.mark.parametrize("start", STARTS)
def test_a_time_is_kept_as_the_event_has_it(start: str):
    assert the_talk(calendar(a_calendar(event(start=start)))).at == STARTS[start]


def test_a_time_in_utc_is_shown_as_the_clocks_of_its_calendar_show_it():
    read = calendar(a_calendar(event(start="DTSTART:20261102T233000Z"), head="X-WR-TIMEZONE:Asia/Tokyo\n"))
    assert the_talk(read).at == "2026-11-03T08:30"
    assert not read.left


def test_a_time_in_utc_of_a_calendar_that_is_nowhere_is_kept_and_remarked_once():
    read = calendar(a_calendar(*(event(start=f"DTSTART:2026110{n}T093000Z", uid=f"e{n}") for n in (1, 2, 3))))
    assert [talk.at for talk in read.talks] == ["2026-11-01T09:30", "2026-11-02T09:30", "2026-11-03T09:30"]
    assert said(read).count("UTC, and") == 1


LENGTHS = {
    "DTEND:20261102T100000": ("30", None),
    "DURATION:PT1H30M": ("90", None),
    "DTEND:20261102T093000": (None, None),
    "DTEND:20261101T100000": (None, None),
    "DTEND:20261104T180000": (None, "2026-11-04T18:00"),
    "DTEND;TZID=Mars/Olympus:20261102T100000": ("30", None),
    "DURATION:P99999999999W": (None, None),
    "DTEND:tomorrow": (None, None),
}


@pytest.mark.parametrize("line", LENGTHS)
def test_minutes_are_what_the_end_says_if_it_is_within_a_day(line: str):
    talk = the_talk(calendar(a_calendar(event(line))))
    assert (talk.values.get("minutes", (None,))[0], dict(talk.kept).get("until")) == LENGTHS[line]


def test_an_all_day_event_has_no_minutes_and_says_its_last_day():
    talk = the_talk(calendar(a_calendar(event("DTEND;VALUE=DATE:20261105", start="DTSTART;VALUE=DATE:20261102"))))
    assert "minutes" not in talk.values
    assert talk.kept == (("until", "2026-11-04"),)


PEOPLE = {
    'ATTENDEE;CN="Okafor, Nia":mailto:nia@acme.example': (Party("Okafor, Nia", "nia@acme.example"),),
    "ORGANIZER:Mailto:nia@acme.example": (Party("", "nia@acme.example"),),
    "ATTENDEE;CN=nia@acme.example:mailto:nia@acme.example": (Party("", "nia@acme.example"),),
    "ATTENDEE;CN=Nia;EMAIL=nia@acme.example:urn:uuid:1": (Party("Nia", "nia@acme.example"),),
    "ATTENDEE;CN=Nia Okafor:invalid:nomail": (Party("Nia Okafor", ""),),
    "ATTENDEE;CN=Nia^'s:mailto:nia@acme.example": (Party('Nia"s', "nia@acme.example"),),
    'ATTENDEE;CN="[[ada]]\\n---":mailto:"><img src=x>@example.org': (Party("[[ada]]\\n---", ""),),
    "ATTENDEE;CN=Nia;PARTSTAT=DECLINED:mailto:nia@acme.example": None,
    "ATTENDEE;CN=Aalto;CUTYPE=ROOM:mailto:room@acme.example": None,
    "ATTENDEE;CN=Aalto:mailto:acme_1@resource.calendar.google.com": None,
    "ATTENDEE:mailto:ME@own.example": None,
    "ATTENDEE;CN=Mo Owner:mailto:mo@elsewhere.example": None,
    "ATTENDEE:mailto:": None,
}


@pytest.mark.parametrize("who", PEOPLE)
def test_who_was_there_is_everybody_but_the_owner_rooms_and_those_who_declined(who: str):
    read = calendar(a_calendar(event(who=who)))
    if PEOPLE[who] is None:
        assert "1 event without other people" in said(read)
    else:
        assert the_talk(read).with_ == PEOPLE[who]


CHANNELS = {
    "SUMMARY:Catch up|LOCATION:https://us02web.zoom.us/j/123": "video",
    "SUMMARY:Catch up|DESCRIPTION:Join: https://teams.microsoft.com/l/meetup-join/19": "video",
    "SUMMARY:Catch up|X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij": "video",
    "SUMMARY:Catch up|URL:https://zoom.us.evil.example/j/1": "meeting",
    "SUMMARY:Catch up|LOCATION:https://notzoom.us/j/1": "meeting",
    "SUMMARY:Zoom with Nia": "video",
    "SUMMARY:Call Nia|LOCATION:https://meet.google.com/abc-defg-hij": "video",
    "SUMMARY:Call Nia": "call",
    "SUMMARY:Phone call|X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij": "call",
    "SUMMARY:Coffee|X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij": "coffee",
    "SUMMARY:Lunch at Rosa's": "coffee",
    "SUMMARY:Interview: Acme": "interview",
    "SUMMARY:Scallops": "meeting",
    "SUMMARY:": "meeting",
}


@pytest.mark.parametrize("lines", CHANNELS)
def test_how_it_was_held_follows_from_the_title_and_a_conference_address(lines: str):
    assert the_talk(calendar(a_calendar(event(*lines.split("|"))))).values["channel"] == (CHANNELS[lines],)


LEFT = {
    "cancelled": (a_calendar(event("STATUS:CANCELLED")), "1 event that was cancelled"),
    "cancelled by method": (a_calendar(event(), head="METHOD:CANCEL\n"), "1 event that was cancelled"),
    "declined": (
        a_calendar(event("ATTENDEE;PARTSTAT=DECLINED:mailto:me@own.example")),
        "1 event that you declined",
    ),
    "to come": (a_calendar(event(start="DTSTART:20261121T090000")), "1 event after 2026-11-20, still to come"),
    "long ago": (a_calendar(event(start="DTSTART:20251231T090000")), "1 event before 2026-01-01"),
    "tasks": (a_calendar("BEGIN:VTODO\nUID:t\nEND:VTODO\nBEGIN:VTODO\nUID:u\nEND:VTODO\n"), "2 tasks, which are no"),
    "no time": (a_calendar(event(start="X-NO:1")), "an event without a time"),
    "year 0": (a_calendar(event(start="DTSTART:00000101T000000Z")), "`00000101T000000Z` is no day or time"),
    "29 February": (a_calendar(event(start="DTSTART;VALUE=DATE:20260229")), "`20260229` is no day or time"),
    "far future": (a_calendar(event(start="DTSTART;VALUE=DATE:99991231")), "`99991231` is no day or time"),
    "a time of day": (a_calendar(event(start="DTSTART:093000")), "`093000` is no day or time"),
    "a length": (a_calendar(event(start="DTSTART:PT1H")), "`PT1H` is no day or time"),
}


@pytest.mark.parametrize("what", LEFT)
def test_what_is_left_out_says_why_and_takes_nothing_else_with_it(what: str):
    text, why = LEFT[what]
    good = event(uid="good")
    read = calendar(text.replace("END:VCALENDAR\n", f"END:VCALENDAR\nBEGIN:VCALENDAR\n{good}END:VCALENDAR\n"))
    assert why in said(read)
    assert the_talk(read).uid == "good"
    assert accounted(read) == read.rows


def test_an_event_without_its_end_is_left_out_alone():
    broken = event(uid="broken").replace("END:VEVENT\n", "")
    read = calendar(a_calendar(event(uid="first"), broken, event(uid="last")))
    assert [talk.uid for talk in read.talks] == ["first", "last"]
    assert "8: an event that has no END:VEVENT" in said(read)
    assert accounted(read) == read.rows == 3


def test_alarms_in_an_event_are_not_taken_for_it():
    alarm = "BEGIN:VALARM\nSUMMARY:Wake up\nDESCRIPTION:Now\nATTENDEE:mailto:alarm@x.example\nEND:VALARM"
    talk = the_talk(calendar(a_calendar(event("SUMMARY:Talk", alarm))))
    assert talk.values["title"] == ("Talk",)
    assert talk.with_ == (Party("Nia Okafor", "nia@acme.example"),)


def test_a_fold_may_split_a_letter():
    text = a_calendar(event("SUMMARY:Café")).encode().replace(b"Caf\xc3\xa9", b"Caf\xc3\r\n \xa9")
    assert the_talk(calendar(text)).values["title"] == ("Café",)


def test_letters_of_windows_are_read_and_remarked():
    read = calendar(a_calendar(event("SUMMARY:Café")).encode("cp1252"))
    assert the_talk(read).values["title"] == ("Café",)
    assert "7: the file is not UTF-8" in said(read)


def test_control_characters_do_not_survive():
    talk = the_talk(calendar(a_calendar(event("SUMMARY:a\x00b\x1b[31m\\nc", "DESCRIPTION:x\x07y\\nz")), bodies=True))
    assert talk.values["title"] == ("ab[31m c",)
    assert talk.body == "xy\nz"


def test_attachments_by_address_are_kept_as_text():
    talk = the_talk(calendar(a_calendar(event("ATTACH:file:///etc/passwd", "ATTACH:http://127.0.0.1:22/"))))
    assert talk.kept == (("attachment", "file:///etc/passwd"), ("attachment", "http://127.0.0.1:22/"))


def test_a_private_event_is_a_private_entry():
    assert the_talk(calendar(a_calendar(event("CLASS:PRIVATE")))).values["private"] == ("yes",)


def test_of_two_events_with_one_identity_the_newer_counts():
    older, newer = event("SUMMARY:Old", "SEQUENCE:1"), event("SUMMARY:New", "SEQUENCE:2")
    for pair in ((older, newer), (newer, older)):
        read = calendar(a_calendar(*pair))
        assert the_talk(read).values["title"] == ("New",)
        assert accounted(read) == read.rows == 2


def test_an_event_without_identity_has_the_same_one_each_time():
    text = a_calendar(event("SUMMARY:x")).replace("UID:e1\n", "")
    assert the_talk(calendar(text)).uid == the_talk(calendar(text)).uid != ""


def test_the_same_remark_a_thousand_times_is_told_twenty_times_and_counted():
    read = calendar(a_calendar(*(event(start="DTSTART:nonsense") for _ in range(1000))))
    assert len(read.left) == 21
    assert "980 more events at no time" in said(read)
    assert accounted(read) == read.rows == 1000


REFUSED = {
    "hello": "it holds no calendar",
    "": "it holds no calendar",
    "BEGIN:VCARD\nFN:x\n": "it is cut off",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:e1\nDTSTAMP:2026": "it is cut off: VEVENT of line 2 has no END:VEVENT",
    f"BEGIN:VCALENDAR\n{event()}": "it is cut off: VCALENDAR of line 1",
    "BEGIN:V\n" * 200: "nested more than 100 deep",
}


@pytest.mark.parametrize("text", REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_whole_calendar_is_refused(text: str):
    with pytest.raises(CannotRead, match=REFUSED[text]):
        calendar(text)


def test_events_of_one_day_are_within_it_wherever_the_calendar_is():
    text = a_calendar(event(start="DTSTART:20261120T200000Z"), head="X-WR-TIMEZONE:Asia/Tokyo\n")
    assert "still to come" in said(calendar(text))
    assert the_talk(calendar(text, until=date(2026, 11, 21))).at == "2026-11-21T05:00"
