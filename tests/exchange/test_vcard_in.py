"""What each way of writing a card is read as."""

import tracemalloc
from base64 import b64encode
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.errors import CannotRead
from netfiles.exchange.vcards.vcard_in import read_vcards
from netfiles.records.read import read_record
from tests.exchange.vcards import WISHES, ada, card, only, read, remarks

VALUES = [
    ("EMAIL;TYPE=INTERNET:ada@acme.example", "3.0", {"emails": ("ada@acme.example",)}),
    ("EMAIL:mailto:ada@acme.example", "4.0", {"emails": ("ada@acme.example",)}),
    ("EMAIL:a@acme.example\r\nEMAIL;TYPE=pref:b@acme.example", "3.0", {"emails": ("b@acme.example", "a@acme.example")}),
    (
        "EMAIL;PREF=2:a@acme.example\r\nEMAIL;PREF=1:b@acme.example",
        "4.0",
        {"emails": ("b@acme.example", "a@acme.example")},
    ),
    ("TEL;CELL;PREF:+44 20 7946 0001", "2.1", {"phones": ("+44 20 7946 0001",)}),
    ("TEL;VALUE=uri:tel:+1-418-656-9254;ext=102", "4.0", {"phones": ("+1-418-656-9254 ext. 102",)}),
    ('TEL;TYPE="voice,home":1234567', "4.0", {"phones": ("1234567",)}),
    ("TEL;TYPE=work,fax:1234567", "3.0", {}),
    ("ORG:Acme\\, Inc.;Research", "3.0", {"company": ("Acme, Inc.",)}),
    ("TITLE:CTO\r\nROLE:Engineer", "3.0", {"title": ("CTO",)}),
    ("ROLE:Engineer", "3.0", {"title": ("Engineer",)}),
    (
        "ADR;TYPE=home:;;12 High St;Leeds;;LS1 1AA;UK",
        "3.0",
        {"addresses": ("12 High St, Leeds, LS1 1AA, UK",), "location": ("Leeds, UK",)},
    ),
    ("ADR:;;;Leeds;;;UK", "3.0", {"location": ("Leeds, UK",)}),
    (
        "ADR:;;12 High St;Leeds;;;\r\nADR:;;;York;;;",
        "3.0",
        {"addresses": ("12 High St, Leeds",), "location": ("York",)},
    ),
    (
        "LABEL;WORK;ENCODING=QUOTED-PRINTABLE:12 High St=0D=0A=\r\nLeeds",
        "2.1",
        {"addresses": ("12 High St, Leeds",)},
    ),
    (
        "ADR;WORK:;;12 High St;Leeds;;;\r\nLABEL;WORK;ENCODING=QUOTED-PRINTABLE:12 High St=0D=0ALeeds",
        "2.1",
        {"addresses": ("12 High St, Leeds",), "location": ("Leeds",)},
    ),
    ("URL:www.ada.example", "3.0", {"links": ("www.ada.example",)}),
    ("URL:http\\://ada.example/a?b=1\\,2", "3.0", {"links": ("http://ada.example/a?b=1,2",)}),
    (
        "X-SOCIALPROFILE;type=linkedin:http://linkedin.example/in/ada",
        "3.0",
        {"links": ("http://linkedin.example/in/ada",)},
    ),
    ("URL:javascript:alert(1)", "3.0", {}),
    ("NICKNAME:Addie,Lady L\\, the first,Ada", "3.0", {"aliases": ("Addie", "Lady L, the first")}),
    ("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Addie;1;;;;;;;;;;;;;", "2.1", {"aliases": ("Addie",)}),
    ("CATEGORIES:Old friends,#math,2024,myContacts", "3.0", {"tags": ("Old-friends", "math", "tag-2024")}),
    ("NOTE:Likes bees", "3.0", {}),
    ("BDAY:", "3.0", {}),
]


@pytest.mark.parametrize(("lines", "version", "values"), VALUES)
def test_a_property_gives_values_that_its_field_takes(lines: str, version: str, values: dict[str, tuple[str, ...]]):
    assert ada(lines, version=version).values == values


BIRTHDAYS = [
    ("BDAY:19800322", "1980-03-22"),
    ("BDAY:1980-03-22T23:00:00Z", "1980-03-22"),
    ("BDAY;VALUE=date-and-or-time:19531015T231000Z", "1953-10-15"),
    ("BDAY:1980-3-2", "1980-03-02"),
    ("BDAY:--0203", "02-03"),
    ("BDAY:--02-29", "02-29"),
    ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17", "05-17"),
    ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-05-17", "05-17"),
    ("BDAY:1604-05-17", "05-17"),
    ("BDAY:0000-05-17", "05-17"),
    ("BDAY:1980", "1980"),
    ("BDAY;VALUE=text:1980", "1980"),
]


@pytest.mark.parametrize(("line", "birthday"), BIRTHDAYS)
def test_a_birthday_is_read_in_each_way_of_writing_it(line: str, birthday: str):
    person = ada(line)
    assert (person.values, person.kept) == ({"birthday": (birthday,)}, ())


@pytest.mark.parametrize(
    "text", ["circa 1800", "19723101", "1990-02-30", "---17", "0000-00-00", "22.03.80", "9999-01-01"]
)
def test_a_birthday_that_is_none_is_kept_and_said(text: str):
    (said,) = remarks(card(f"BDAY:{text}"))
    assert ada(f"BDAY:{text}").kept == (("birthday", text),)
    assert said == f"Ada: the birthday `{text}` is not a whole date and is kept as text"


KEPT = [
    ("TEL;TYPE=work,fax:1234567", ("work, fax", "1234567")),
    ("ORG:Acme;Research;Lab 3", ("department", "Research; Lab 3")),
    ("TITLE:CTO\r\nROLE:Engineer", ("role", "Engineer")),
    ("GENDER:F", ("gender", "F")),
    ("GEO:geo:53.8,-1.5", ("position", "geo:53.8,-1.5")),
    ("ANNIVERSARY:20090808T1430-0500", ("anniversary", "20090808T1430-0500")),
    ("RELATED;TYPE=spouse;VALUE=text:William", ("related (spouse)", "William")),
    ("IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:ada.l", ("skype (home)", "skype:ada.l")),
    ("X-AIM:ada99", ("aim", "ada99")),
    ("X-messaging/irc-All:ada", ("messaging/irc all", "ada")),
    ("X-KADDRESSBOOK-X-SpousesName:William", ("spousesname", "William")),
    ("item1.X-ABDATE:2009-08-08\r\nitem1.X-ABLabel:_$!<Anniversary>!$_", ("Anniversary", "2009-08-08")),
    ("item2.X-ABRELATEDNAMES:Byron\r\nitem2.X-ABLabel:_$!<Father>!$_", ("Father", "Byron")),
    ("item1.TEL:+44 1234\r\nitem1.X-ABLabel:_$!<HomePage>!$_", ("kinds of phones", "+44 1234 (HomePage)")),
    ("EMAIL:not an address", ("emails", "not an address")),
    ("URL:javascript:alert(1)", ("url", "javascript:alert(1)")),
    ("CATEGORIES:Friends & Family", ("category", "Friends & Family")),
    ("N:King;Augusta;;;", ("other name", "Augusta King")),
    ("TITLE:{{title}}", ("role", "{{title}}")),
    ("no property at all", ("unreadable line", "no property at all")),
    ("AGENT:BEGIN:VCARD\\nFN:Bo\\nEND:VCARD\\n", ("agent", "BEGIN:VCARD\nFN:Bo\nEND:VCARD")),
    (f"TITLE:{'x' * 501}", ("role", "x" * 501)),
]


@pytest.mark.parametrize(("lines", "kept"), KEPT)
def test_what_has_no_field_is_kept(lines: str, kept: tuple[str, str]):
    assert kept in ada(lines).kept


TECHNICAL = [
    "REV:20200101T000000Z",
    "PRODID:-//X//Y",
    "X-ABADR:gb",
    "X-MS-OL-DESIGN;CHARSET=utf-8:<card/>",
    "N:;Ada;;;",
]


@pytest.mark.parametrize("line", TECHNICAL)
def test_what_only_programs_need_is_not_kept(line: str):
    person = ada(line)
    assert (person.values, person.kept, remarks(card(line))) == ({}, (), [])


LETTERS = [
    (b"FN:Zo\xc3\xab", "Zoë"),
    (b"FN:Zo\xc3\r\n \xab", "Zoë"),
    (b"FN;CHARSET=ISO-8859-1:Zo\xeb", "Zoë"),
    (b"FN:Zo\xeb", "Zoë"),
    (b"FN;CHARSET=Nonsense:Zo\xeb", "Zoë"),
    (b"FN;CHARSET=unicode_escape:Zo\\\\u00eb", "Zo\\u00eb"),
    (b"FN:\xc2\xe1\xe3\nX-A;CHARSET=windows-1253:\xe8", "Βαγ"),
    (b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", "Zoë"),
    (b"FN;CHARSET=UTF-8;QUOTED-PRINTABLE:Zo=C3=\r\n=AB", "Zoë"),
    (b"FN;ENCODING=QUOTED-PRINTABLE:Ada=\r\n Lovelace", "Ada Lovelace"),
    (b"FN;ENCODING=QUOTED-PRINTABLE:Ada=\r\nORG:Acme", "Ada"),
    (b"FN:Ada\\, Lady\\; of \\\\ Love\\\r\n nlace", "Ada, Lady; of \\ Love lace"),
    (b"fn:Ada", "Ada"),
    (b'item1.FN;LANGUAGE=en;X-A="b;c:d":Ada', "Ada"),
    (b"FN:A\x00d\x07a\xe2\x80\xa8L", "Ada L"),
    (b"N:Lovelace;Ada;King,Noel;Lady;", "Lady Ada King Noel Lovelace"),
    (b"N:Lovelace;Ada", "Ada Lovelace"),
    (b"FN:\nORG:Acme;Lab", "Acme"),
    (b"EMAIL:ada@acme.example", "ada@acme.example"),
    (b"TEL;VALUE=uri:tel:+441234", "+441234"),
    (b"ADR:;;1 High St;Leeds;;;", "1 High St, Leeds"),
    (b"LABEL:1 High St\\nLeeds", "1 High St Leeds"),
]


@pytest.mark.parametrize(("line", "name"), LETTERS)
@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_a_name_is_read_in_each_way_of_writing_it(line: bytes, name: str, end: bytes):
    lines = b"\n".join((b"BEGIN:VCARD", b"VERSION:3.0", line.replace(b"\r\n", b"\n"), b"END:VCARD", b""))
    assert only(lines.replace(b"\n", end)).name == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_another_unicode_is_read(encoding: str):
    assert only("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë 😀\r\nEND:VCARD\r\n".encode(encoding)).name == "Zoë 😀"


def test_the_space_of_a_fold_belongs_to_the_text_in_the_oldest_version_only():
    assert ada("NOTE:one\r\n\ttwo", version="2.1").notes == "one two"
    assert ada("NOTE:one\r\n\ttwo", version="3.0").notes == "onetwo"


def test_notes_keep_their_lines():
    assert ada("NOTE:one\\ntwo", "NOTE:three").notes == "one\ntwo\n\nthree"


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 50
WRITTEN = b64encode(PNG).decode()
PHOTOS = [
    f"PHOTO;ENCODING=b;TYPE=JPEG:{WRITTEN}",
    f"PHOTO;BASE64;PNG:\r\n  {WRITTEN[:20]}\r\n  {WRITTEN[20:]}\r\n",
    f"PHOTO;ENCODING=BASE64:{WRITTEN[:20]}\r\n{WRITTEN[20:]}\r\n",
    f"PHOTO:data:image/png;base64,{WRITTEN}",
    f"PHOTO:data:image/png;base64\\,{WRITTEN.rstrip('=')}",
]


@pytest.mark.parametrize("line", PHOTOS)
def test_a_picture_in_the_card_is_taken_for_what_its_bytes_say(line: str):
    photo = ada(line).photo
    assert photo is not None
    assert (photo.content, photo.suffix) == (PNG, ".png")


NO_PHOTOS = [
    ("PHOTO;ENCODING=b;TYPE=JPEG:!!!", "its base64 is damaged"),
    (f"PHOTO;ENCODING=b;TYPE=JPEG:{WRITTEN[:21]}", "its base64 is damaged"),
    ("PHOTO;ENCODING=b;TYPE=JPEG:PHN2Zy8+", "its first bytes are not those of a JPEG, PNG, WebP or GIF"),
    ("PHOTO;VALUE=uri:http://127.0.0.1/a", "it is not in the card but at http://127.0.0.1/a, and nothing is fetched"),
    ("PHOTO:file:///etc/passwd", "it is not in the card but at file:///etc/passwd, and nothing is fetched"),
    ("PHOTO;ENCODING=b:" + b64encode(PNG + b"\0" * (2 << 20)).decode(), "it is larger than 2 MiB"),
    ("PHOTO;ENCODING=b:" + "A" * (20 << 20), "it is larger than 2 MiB"),
    ("PHOTO;ENCODING=b:" + ("A" * 16 + "\r\n ") * (300 << 10), "it is larger than 2 MiB"),
]


@pytest.mark.parametrize(("line", "why"), NO_PHOTOS, ids=[line[:40] for line, _ in NO_PHOTOS])
def test_what_is_no_picture_is_left_out_and_said(line: str, why: str):
    incoming = read(card(line, "TEL:1234567"))
    assert [one.message for one in incoming.left] == [f"Ada: a picture is left out: {why}"]
    assert [(one.photo, one.values) for one in incoming.people] == [(None, {"phones": ("1234567",)})]


ODD = [
    (b"BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n", ["Ada", "Bo"], "Ada: the card has no END:VCARD"),
    (b"BEGIN:VCARD\nFN:Ada\n", ["Ada"], "Ada: the card has no END:VCARD"),
    (b"hello\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\nbye\n", ["Ada"], "outside of every card: 2 lines"),
    (b"BEGIN:VCARD\nVERSION:9.9\nFN:Ada\nEND:VCARD\n", ["Ada"], "Ada: version `9.9` is not known"),
    (b"BEGIN:VCARD\nFN:Ada\nKIND:org\nEND:VCARD\n", ["Ada"], "Ada: the card is one of a `org`"),
    (
        b"BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n",
        ["A"],
        "A: another card stands within",
    ),
    (b"BEGIN:VCARD\nNOTE:\nEND:VCARD\n", [], "a card without a name"),
    (b"begin:vcard \nfn:Ada\nend:vcard\t\n\xef\xbb\xbfBEGIN:VCARD\nFN:Bo\nEND:VCARD", ["Ada", "Bo"], None),
    (
        b"BEGIN:VCARD\nFN:A\nUID:u\nEND:VCARD\nBEGIN:VCARD\nFN:B\nUID:u\nEND:VCARD\n",
        ["A", "B"],
        "B: the card has the UID of",
    ),
]


@pytest.mark.parametrize(("content", "names", "remark"), ODD)
def test_an_odd_card_loses_no_other(content: bytes, names: list[str], remark: str | None):
    assert [person.name for person in read(content).people] == names
    said = remarks(content)
    assert len(said) == (remark is not None)
    assert all(one.startswith(remark or "") for one in said)


def test_a_group_makes_a_tag_of_its_members():
    group = b"BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Book club\nMEMBER:urn:uuid:u-1\nMEMBER:urn:uuid:u-9\nEND:VCARD\n"
    incoming = read(card("UID:u-1", "CATEGORIES:friends") + group + card("UID:u-2"))
    assert [person.values.get("tags") for person in incoming.people] == [("friends", "Book-club"), None]
    assert [(one.line, one.rows) for one in incoming.left] == [(7, 1)]
    assert incoming.rows == 3


def test_thousands_of_agents_within_each_other_are_kept():
    deep = 3_000
    lines = [f"AGENT:\nBEGIN:VCARD\nFN:Agent {n}" for n in range(deep)] + ["END:VCARD"] * deep
    incoming = read(f"BEGIN:VCARD\nFN:Ada\n{chr(10).join(lines)}\nEND:VCARD\n".encode())
    assert [person.name for person in incoming.people] == ["Ada"]
    assert incoming.people[0].kept[0][1].endswith(f"FN: Agent {deep - 1}")


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", b"[]", "ß".encode("utf-16")])
def test_a_file_without_a_card_is_refused(content: bytes):
    with pytest.raises(CannotRead, match="no card is found"):
        read(content)


def test_an_endless_line_takes_no_endless_memory():
    class Endless(BytesIO):
        left = 300

        def read(self, size: int | None = -1) -> bytes:
            self.left -= 1
            return b"BEGIN:VCARD\nFN:Ada\nNOTE:" if self.left == 299 else b"x" * (1 << 18) if self.left > 0 else b""

    tracemalloc.start()
    incoming = read_vcards(Endless(), "people.vcf", WISHES, lambda _done, _of: None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [person.name for person in incoming.people] == ["Ada"]
    assert peak < 60 << 20
    assert "larger than 1 MiB" in incoming.left[0].message or "larger than 1 MiB" in incoming.left[1].message


@pytest.mark.parametrize("many", [1_000, pytest.param(50_000, marks=pytest.mark.soak)])
def test_many_cards_are_read_in_little_time(many: int):
    lines = "\r\n".join(
        (
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:Zoë Number {n}",
            "N:Number;Zoë;;;",
            "ORG:Acme {n};Sales",
            "TITLE:Engineer",
            "EMAIL;TYPE=INTERNET,WORK:zoe{n}@acme.example",
            "TEL;TYPE=CELL:+44 20 7946 {n}",
            "ADR;TYPE=WORK:;;{n} High St;Leeds;;LS1;UK",
            "BDAY:1980-02-03",
            "item1.URL:https://acme.example/{n}",
            "item1.X-ABLabel:_$!<HomePage>!$_",
            "NOTE:Met in {n}\\nand again",
            "CATEGORIES:friends,work",
            "UID:u{n}",
            "END:VCARD",
            "",
        )
    )
    content = "".join(lines.replace("{n}", str(n)) for n in range(many)).encode()
    start = process_time()
    incoming = read(content)
    assert len(incoming.people) == many
    assert (process_time() - start) / many < 0.002


TIRING = [
    b"TITLE:a\\nb" + b" " * 900_000 + b"c",
    b"ORG:" + b"\\" * 900_000,
    b'A;"' + b'"' * 900_000 + b":x",
    b"EMAIL:" + b"<" * 900_000,
    b"NOTE;QUOTED-PRINTABLE:" + b"=\n" * 100_000,
    b"\n".join(b"A%d:1" % n for n in range(20_000)),
    b"BEGIN:VCARD\n" * 10_000,
    b"AGENT:\nBEGIN:VCARD\n" * 10_000,
]


@pytest.mark.parametrize("lines", TIRING, ids=lambda lines: lines[:12])
def test_no_card_takes_long(lines: bytes):
    start = process_time()
    assert read(b"BEGIN:VCARD\nFN:Ada\n" + lines + b"\nEND:VCARD\n").people[0].name == "Ada"
    assert process_time() - start < 5


PIECES = [
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:4.0", b"FN:Ada", b"N:;", b"TEL;", b"EMAIL", b":", b";",
    b",", b"\\", b"AGENT:", b"PHOTO;ENCODING=b:", b"QUOTED-PRINTABLE", b"CHARSET=", b"=", b'"', b" ", b"\t", b"\r",
    b"\n", b"\r\n", b"item1.", b"BDAY:", b"1980-02-30", b"KIND:group", b"\xff", b"\xc3", b"\x00", b"x" * 80,
    b"ADR:;;;a;", b"\xfe\xff", b"^n", b"X-ABLabel:",
]  # fmt: skip


BYTES = st.lists(st.sampled_from(PIECES) | st.binary(max_size=4), max_size=60).map(b"".join)


def is_accounted_for(content: bytes) -> None:
    """Every card is a person or left out, and values are single lines."""
    incoming = read(b"BEGIN:VCARD\n" + content)
    assert len(incoming.people) + sum(one.rows for one in incoming.left) == incoming.rows
    for person in incoming.people:
        assert person.name.strip()
        texts = [person.name, person.uid, *(text for texts in person.values.values() for text in texts)]
        assert not any(sign in text for text in texts for sign in "\n\r\0")


@settings(deadline=None, max_examples=200)
@given(BYTES)
def test_no_bytes_give_a_traceback_and_every_card_is_accounted_for(content: bytes) -> None:
    is_accounted_for(content)


@pytest.mark.soak
@settings(deadline=None, max_examples=20_000)
@given(BYTES)
def test_no_bytes_of_thousands_give_a_traceback(content: bytes) -> None:
    is_accounted_for(content)


def test_values_of_a_card_make_a_file_without_a_problem():
    person = ada("EMAIL:ada@acme.example", "TEL:+44 20 7946 0001", "BDAY:--0212", "CATEGORIES:a b,2024", "ORG:[[]]")
    lines = [f"{field}: {texts[0] if field == 'birthday' else [*texts]}" for field, texts in person.values.items()]
    assert read_record("person", "contacts/Ada.md", "---\n" + "\n".join(lines) + "\n---\n").problems == ()
    assert ("organisation", "[[]]") in person.kept
