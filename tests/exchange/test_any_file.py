"""Whatever a calendar or mailbox holds: no traceback, every row accounted for, the good ones read, little memory."""

import csv
import io
import os
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.errors import CannotRead
from netfiles.exchange.calendars.calendar_in import read_calendar
from netfiles.exchange.incoming import Incoming
from netfiles.exchange.mail.mail_in import read_mailbox
from netfiles.model.fields import parse_email
from tests.exchange.reading import WISHES, accounted, calendar, mailbox, message, wishes
from tests.exchange.test_calendar_in import a_calendar, event
from tests.exchange.test_mail_in import mail, mbox
from tests.exchange.test_programs import APPLE, EXCHANGE, GOOGLE, TAKEOUT

Read = Callable[..., Incoming]
SEEDS: dict[str, tuple[Read, bytes]] = {
    "google": (calendar, GOOGLE.encode()),
    "apple": (calendar, APPLE.encode()),
    "exchange": (calendar, EXCHANGE.encode()),
    "takeout": (mailbox, TAKEOUT.encode()),
    "message": (message, mail("Subject: =?utf-8?q?=C3=A9?=").encode()),
}
UNFIT = ("Cc", "Cs", "Zl", "Zp")
"""Sorts of signs that no value of one line may hold."""
PIECES = [
    *(
        b"BEGIN:VEVENT\n",
        b"END:VEVENT\n",
        b"END:VCALENDAR\n",
        b"BEGIN:VTIMEZONE\n",
        b"\n ",
        b"\r",
        b"\0",
        b"\xff",
        b'"',
        b";",
    ),
    *(b"RRULE:FREQ=DAILY\n", b"EXDATE:20261102T090000Z\n", b"RECURRENCE-ID:20261102\n", b"DTSTART:00010101T000000Z\n"),
    *(
        b"DTEND;TZID=../../etc:99991231T235959\n",
        b"DURATION:P9999999D\n",
        b"RDATE:20261105/PT1H\n",
        b"\n\nFrom ",
        b"<",
        b",",
    ),
    *(b"=?utf-8?b?", b"Content-Type: multipart/mixed; boundary=\n", b"Date: \n", b"To: <@@>, ((\n", b"UID:\n", b"\n\n"),
]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[Read, bytes]:
    """A file of some program with some of its bytes lost, doubled, or others among them."""
    read, content = SEEDS[draw(st.sampled_from(sorted(SEEDS)))]
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        to = min(len(content), at + draw(st.integers(0, 60)))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8), st.just(content[at:to] * 2)))
        content = content[:at] + piece + content[to:]
    return read, content


def reads_or_refuses(read: Read, content: bytes, bodies: bool) -> None:
    try:
        incoming = read(content, bodies=bodies)
    except CannotRead:
        return
    assert accounted(incoming) == incoming.rows
    assert len({talk.uid for talk in incoming.talks}) == len(incoming.talks)
    for talk in incoming.talks:
        assert str(WISHES.since) <= talk.at[:10] <= str(WISHES.until)
        assert all(party.name or parse_email(party.email) for party in talk.with_)
        assert all(category(sign) not in UNFIT for values in talk.values.values() for sign in "".join(values))


@settings(max_examples=150, deadline=None)
@given(damaged(), st.booleans())
def test_a_damaged_file_is_read_or_refused_and_every_row_is_accounted_for(file: tuple[Read, bytes], bodies: bool):
    reads_or_refuses(*file, bodies)


@pytest.mark.soak
@settings(max_examples=10_000, deadline=None)
@given(damaged(), st.booleans())
def test_ten_thousand_damaged_files_are_read_or_refused(file: tuple[Read, bytes], bodies: bool):
    reads_or_refuses(*file, bodies)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([calendar, mailbox, message]), st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(read: Read, content: bytes):
    reads_or_refuses(read, content, bodies=True)


LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), max_size=40)
NAMES = st.sampled_from(
    ["DTSTART", "DTEND", "ATTENDEE;CN=", "RRULE", "SUMMARY", "RECURRENCE-ID", "EXDATE", "X", "BEGIN"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(NAMES, LINES), max_size=6))
def test_a_bad_event_between_good_ones_takes_none_of_them_with_it(lines: list[tuple[str, str]]):
    bad = "\n".join(("BEGIN:VEVENT", *(f"{name}:{text}" for name, text in lines), "END:VEVENT", ""))
    read = calendar(a_calendar(event(uid="first"), bad, event(uid="last")))
    assert {"first", "last"} <= {talk.uid for talk in read.talks}
    assert accounted(read) == read.rows >= 3


HEADERS = st.sampled_from(["From", "To", "Date", "Subject", "Content-Type", "Message-ID", "X-Mozilla-Status", "Cc"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(HEADERS, LINES), min_size=1, max_size=6), st.lists(LINES, max_size=3))
def test_a_bad_message_between_good_ones_takes_none_of_them_with_it(headers: list[tuple[str, str]], text: list[str]):
    bad = "\n".join((*(f"{name}: {value}" for name, value in headers), "", *text, ""))
    read = mailbox(mbox(mail(uid="first"), bad, mail(uid="last")), bodies=True)
    assert {"first", "last"} <= {talk.uid for talk in read.talks}
    assert accounted(read) == read.rows == 3


HOSTILE = {
    "parameters": (calendar, a_calendar(event("ATTENDEE" + ";X=" * 30_000 + ":mailto:a@x.example"))),
    "quotes": (calendar, a_calendar(event('SUMMARY;X="' * 10_000 + ":x"))),
    "blanks": (calendar, a_calendar(event("SUMMARY" + " " * 100_000 + "x"))),
    "commas": (calendar, a_calendar(event("EXDATE:" + "20261102T090000," * 8_000))),
    "backslashes": (calendar, a_calendar(event("SUMMARY:" + "\\" * 100_000))),
    "conferences": (calendar, a_calendar(event("DESCRIPTION:" + "https://a.a.a.a." * 8_000))),
    "words": (message, mail("Subject: " + "=?a?q?" * 10_000)),
    "comments": (message, mail("Cc: " + "(" * 60_000)),
    "angles": (message, mail("Cc: " + "<" * 60_000)),
    "groups": (message, mail("Cc: " + "a:" * 30_000)),
    "commas of mail": (message, mail("Cc: " + "," * 60_000)),
    "quotes of mail": (message, mail("Cc: " + '"a' * 30_000)),
    "tags": (message, "From: a@x.example\nDate: 2 Nov 2026 09:00\nContent-Type: text/html\n\n" + "<!" * 100_000),
    "open tags": (message, "From: a@x.example\nDate: 2 Nov 2026 09:00\nContent-Type: text/html\n\n" + "<a " * 60_000),
    "ends": (message, "From: a@x.example\nDate: 2 Nov 2026 09:00\nContent-Type: text/html\n\n" + "</script" * 20_000),
    "type": (message, mail("Content-Type: text/plain;" + " a=b;" * 10_000)),
    "starts": (mailbox, mbox(mail()) + "From " * 100_000),
    "separators": (mailbox, mbox(mail()) + "From x Mon 1:11 " * 4_000 + "\n"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_made_to_be_slow_is_not(what: str):
    read, text = HOSTILE[what]
    began = time.process_time()
    incoming = read(text, bodies=True)
    assert time.process_time() - began < 2
    assert accounted(incoming) == incoming.rows


class Endless(io.RawIOBase):
    """A file that begins in some way and repeats a piece until it is as long as was said; nothing of it is held."""

    def __init__(self, begins: bytes, piece: bytes, size: int) -> None:
        self.held, self.piece, self.left = begins, piece, size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while self.left > 0 and len(self.held) < len(buffer):
            self.held += self.piece
        content = self.held[: min(len(buffer), max(0, self.left))]
        self.held = self.held[len(content) :]
        self.left -= len(content)
        buffer[: len(content)] = content
        return len(content)


def peak(read: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_line_of_a_gigabyte_is_refused_without_being_held():
    file = io.BufferedReader(Endless(b"BEGIN:VCALENDAR\nDESCRIPTION:", b"x" * 10_000, 1_000_000_000))

    def read() -> None:
        with pytest.raises(CannotRead, match="larger than 200 MB"):
            read_calendar(file, "work.ics", WISHES, lambda *_: None)

    assert peak(read) < 5_000_000


def a_large_mailbox(size: int) -> io.BufferedReader:
    """One message with an attachment after the other, of one identity."""
    big = mbox(mail() + f"{'QUJD' * 18}\n" * 4_000)
    return io.BufferedReader(Endless(b"", big.encode(), size))


@pytest.mark.parametrize("size", [2_000_000, pytest.param(300_000_000, marks=pytest.mark.soak)])
def test_a_large_mailbox_is_read_message_by_message(size: int):
    file, wished = a_large_mailbox(size), wishes(bodies=True)
    assert peak(lambda: read_mailbox(file, "all.mbox", wished, lambda *_: None)) < 25_000_000


def test_two_thousand_events_and_messages_take_seconds():
    events = "".join(
        event(f"SUMMARY:Talk {n}", "DTEND:20261102T100000", "DESCRIPTION:" + "text " * 50, uid=f"e{n}")
        for n in range(2_000)
    )
    began = time.process_time()
    assert len(calendar(a_calendar(events)).talks) == 2_000
    assert len(mailbox(mbox(*(mail(f"Subject: Talk {n}", uid=f"{n}") for n in range(2_000)))).talks) == 2_000
    assert time.process_time() - began < 8


BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "badinput"
CATALOGUE = Path(os.environ.get("NETFILES_BADINPUT") or BESIDE)
CORPUS = CATALOGUE.parent / "corpus" / "ics"


def catalogue() -> list[tuple[str, str]]:
    if not (CATALOGUE / "index.tsv").is_file():
        return []
    with (CATALOGUE / "index.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row[0], row[2].split(":")[0].split(";")[0]) for row in rows if row[-1] in ("ics", "mbox")]


@pytest.mark.skipif(not catalogue(), reason="the catalogue of bad input is not here: NETFILES_BADINPUT")
@pytest.mark.parametrize(("file", "expected"), catalogue())
def test_each_file_of_the_catalogue_comes_out_as_it_should(file: str, expected: str):
    read = calendar if file.endswith(".ics") else mailbox
    content = (CATALOGUE / file).read_bytes()
    began = time.process_time()
    if expected == "REFUSE":
        with pytest.raises(CannotRead, match=Path(file).name.split(".")[-1]):
            read(content)
    else:
        incoming = read(content, bodies=True)
        assert accounted(incoming) == incoming.rows == 1
        assert incoming.left or expected != "WARN"
    assert time.process_time() - began < 1


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real files are not here")
def test_every_real_calendar_is_read_or_refused_with_a_reason():
    files = sorted(CORPUS.rglob("*.ics"))
    refused = 0
    for file in files:
        try:
            incoming = calendar(file.read_bytes())
        except CannotRead:
            refused += 1
        else:
            assert accounted(incoming) == incoming.rows
    assert refused <= len(files) // 20
