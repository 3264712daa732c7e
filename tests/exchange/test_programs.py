"""Files made up in the manner of well-known calendars and mail programs, read as their owners would expect."""

from netfiles.exchange.incoming import Party
from tests.exchange.reading import accounted, calendar, mailbox, message, said, the_talk

GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:me@own.example
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
DTSTART:20261105T130000Z
DTEND:20261105T134500Z
DTSTAMP:20261120T080000Z
ORGANIZER;CN=me@own.example:mailto:me@own.example
UID:4qk2@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Nia Oka
 for;X-NUM-GUESTS=0:mailto:nia@acme.example
ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Aalto:ma
 ilto:c_188@resource.calendar.google.com
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
CREATED:20261101T080000Z
DESCRIPTION:-::~:~::~:~:~\\nJoin with Google Meet: https://meet.google.com/ab
 c-defg-hij
LAST-MODIFIED:20261101T080000Z
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:Portfolio review
TRANSP:OPAQUE
END:VEVENT
END:VCALENDAR
"""

APPLE = """BEGIN:VCALENDAR
METHOD:PUBLISH
VERSION:2.0
X-WR-CALNAME:Home
PRODID:-//Apple Inc.//macOS 15.1//EN
X-APPLE-CALENDAR-COLOR:#1BADF8
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
DTSTART:19810329T020000
TZNAME:GMT+2
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;CN="Bo Lee";CUTYPE=INDIVIDUAL;EMAIL="bo@lee.example";PARTSTAT=NEED
 S-ACTION;ROLE=REQ-PARTICIPANT:/aMTk/principal/
ATTENDEE;CUTYPE=INDIVIDUAL;EMAIL="me@own.example";PARTSTAT=ACCEPTED:mailto:
 me@own.example
DTEND;TZID=Europe/Berlin:20261104T131500
DTSTART;TZID=Europe/Berlin:20261104T121500
ORGANIZER;CN="Mo Owner":mailto:me@own.example
SUMMARY:Lunch
LOCATION:Rosa\\nHauptstr. 1\\, Berlin
UID:9D2F
URL;VALUE=URI:
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=49.9;X-TITLE="Rosa
 ":geo:52.5,13.4
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
END:VALARM
END:VEVENT
END:VCALENDAR
"""

EXCHANGE = """BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ORGANIZER;CN=Okafor\\, Nia:mailto:nia@acme.example
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Mo Owner:mailto:me@own.example
DESCRIPTION;LANGUAGE=en-US:\\n________\\nJoin: https://teams.microsoft.com/l/meetup-join/19%3ameeting
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=en-US:Weekly sync
DTSTART;TZID=W. Europe Standard Time:20261102T090000
DTEND;TZID=W. Europe Standard Time:20261102T093000
RRULE:FREQ=WEEKLY;UNTIL=20261116T080000Z;INTERVAL=1;BYDAY=MO;WKST=MO
EXDATE;TZID=W. Europe Standard Time:20261109T090000
CLASS:PUBLIC
PRIORITY:5
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
END:VEVENT
END:VCALENDAR
"""

TAKEOUT = """From 1717171717@xxx Thu Nov 05 10:00:00 +0000 2026
X-GM-THRID: 1717171717
X-Gmail-Labels: Inbox,Important,Opened
Delivered-To: me@own.example
Received: by 2002:a05:6000 with SMTP id x;
        Thu, 5 Nov 2026 02:00:00 -0800 (PST)
MIME-Version: 1.0
References: <a@own.example>
In-Reply-To: <a@own.example>
From: =?UTF-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@mueller.example>
Date: Thu, 5 Nov 2026 10:59:48 +0100
Message-ID: <CAB+x@mail.gmail.example>
Subject: =?UTF-8?Q?Re=3A_The_data_role_=E2=80=93_?=
\t=?UTF-8?Q?question?=
To: Mo Owner <me@own.example>
Content-Type: multipart/alternative; boundary="0000"

--0000
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

Sure =E2=80=93 Tuesday?

>From my phone
--0000
Content-Type: text/html; charset="UTF-8"

<div dir=3D"ltr">Sure</div>
--0000--

From 1717171718@xxx Thu Nov 05 11:00:00 +0000 2026
X-Gmail-Labels: Spam
From: win@prize.example
To: me@own.example
Date: Thu, 5 Nov 2026 11:00:00 +0000

You won
"""


def test_google():
    talk = the_talk(calendar(GOOGLE.replace("\n", "\r\n")))
    assert (talk.at, talk.with_) == ("2026-11-05T14:00", (Party("Nia Okafor", "nia@acme.example"),))
    assert talk.values == {"channel": ("video",), "title": ("Portfolio review",), "minutes": ("45",)}


def test_apple():
    read = calendar(APPLE)
    talk = the_talk(read)
    assert (talk.at, talk.with_) == ("2026-11-04T12:15", (Party("Bo Lee", "bo@lee.example"),))
    assert talk.values == {"channel": ("coffee",), "title": ("Lunch",), "minutes": ("60",)}
    assert talk.kept == (("location", "Rosa Hauptstr. 1, Berlin"),)
    assert not read.left


def test_exchange():
    read = calendar(EXCHANGE)
    assert [(talk.at, talk.values["channel"], talk.with_[0].email) for talk in read.talks] == [
        ("2026-11-02T09:00", ("video",), "nia@acme.example"),
        ("2026-11-16T09:00", ("video",), "nia@acme.example"),
    ]
    assert not read.left


def test_google_takeout_of_mail():
    read = mailbox(TAKEOUT, bodies=True)
    talk = the_talk(read)
    assert (talk.at, talk.with_) == ("2026-11-05T10:59", (Party("Zoë Müller", "zoe@mueller.example"),))
    assert talk.values["title"] == ("Re: The data role – question",)
    assert talk.body == "Sure – Tuesday?\n\nFrom my phone"
    assert talk.kept == (("in-reply-to", "a@own.example"),)
    assert "1 message of bin, spam or drafts" in said(read)
    assert accounted(read) == read.rows == 2


def test_a_message_saved_by_itself():
    text = TAKEOUT.partition("\nFrom 1717171718")[0]
    assert the_talk(message(text)).uid == the_talk(message(text.partition("\n")[2])).uid == "CAB+x@mail.gmail.example"
