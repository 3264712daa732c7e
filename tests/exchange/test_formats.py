"""What kind of file it is, by its beginning and its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.exchange.formats import Format, format_of


@pytest.mark.parametrize(
    ("head", "name", "told"),
    [
        ("BEGIN:VCARD\r\nVERSION:3.0", "x", "vcard"),
        ("\ufeff\n begin:vcard", "x.txt", "vcard"),
        ("some words\nBEGIN:VCARD", "x", "vcard"),
        ("", "phone.VCF", "vcard"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT", "x", "calendar"),
        ("From nia@x.example Mon Nov 30 09:00:00 2026\nFrom: nia@x.example", "x", "mailbox"),
        ("Received: by x\n\tfor y\nSubject: z\n\nText", "x", "message"),
        ("Subject: z\nFrom: nia@x.example\n", "x", "message"),
        ("Subject: z\nTo: Nia", "x", "table"),
        ("First Name,Last Name\nNia,Okafor", "Connections.csv", "table"),
        ('Notes:\n"When exporting your connection data"\n\nFirst Name', "Connections.csv", "table"),
        ("a" * 60_000 + ":", "x", "table"),
        ("", "x.xlsx", "workbook"),
    ],
)
def test_a_file_is_known_by_how_it_begins_then_by_its_name(head: str, name: str, told: Format) -> None:
    assert format_of(head.encode(), name) == told


@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(code: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(code, b"")
    assert format_of(mark + "BEGIN:VCARD".encode(code), "x") == "vcard"


@pytest.mark.parametrize(
    ("member", "name", "told"),
    [(b"xl/workbook.xml", "x", "workbook"), (b"Connections.csv", "x.zip", "archive"), (b"a", "x.ods", "workbook")],
)
def test_a_zip_is_a_workbook_or_an_archive(member: bytes, name: str, told: Format) -> None:
    assert format_of(b"PK\x03\x04" + bytes(26) + member, name) == told


@given(st.binary(max_size=300), st.sampled_from(["x", "a.eml", "a.csv"]))
def test_any_bytes_are_something(head: bytes, name: str) -> None:
    assert format_of(head * 200, name)


def test_a_card_within_another_file_does_not_make_it_one() -> None:
    mail = b"From x Mon Nov 30 09:00:00 2026\nFrom: nia@x.example\n\nBEGIN:VCARD\nEND:VCARD\n"
    assert (format_of(mail, "i.mbox"), format_of(b'Name,Notes\nNia,"x\nBEGIN:VCARD"', "x.csv")) == ("mailbox", "table")
