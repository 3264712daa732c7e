"""What goes out as a card comes in again the same; others can read it."""

from datetime import date

import pytest
import vobject
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from netfiles.exchange.incoming import Picture
from netfiles.exchange.vcards.vcard_out import Version, family_and_given, short_vcard, vcard
from netfiles.model import PartialDate, Person
from netfiles.model.record import Origin
from netfiles.records.read import read_record
from tests.exchange.vcards import only, read

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")


def on_file(text: str) -> Person:
    record = read_record("person", "contacts/Ada Lovelace.md", f"---\n{text}\n---\nA private note.\n").record
    assert isinstance(record, Person)
    return record


ADA = on_file(
    "title: Analyst, first of her kind\ncompany: '[[Acme Ltd|Acme]]'\n"
    "emails: [ada@acme.example, Ada L <a@home.example>]\n"
    "phones: [+44 20 7946 0001, '0113 496 0000']\naddresses: 12 High St, Leeds\nlocation: Leeds, UK\n"
    "links: 'https://ada.example/?a=1,2;3'\nbirthday: 12-10\ntags: [math, old-friend]\n"
    "aliases: [Addie, 'Lady L, the 1st']"
)


def test_a_card_of_version_4_says_what_the_file_says():
    assert vcard(ADA, "Acme").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//netfiles//netfiles//EN",
        "UID:urn:uuid:3f685fff-e720-5a86-aab6-bc5b639d7ec6",
        "FN:Ada Lovelace",
        "N:Lovelace;Ada;;;",
        "NICKNAME:Addie,Lady L\\, the 1st",
        "ORG:Acme",
        "TITLE:Analyst\\, first of her kind",
        "TEL;PREF=1:+44 20 7946 0001",
        "TEL:0113 496 0000",
        "EMAIL;PREF=1:ada@acme.example",
        "EMAIL:a@home.example",
        "ADR:;;;Leeds\\, UK;;;",
        "ADR:;;12 High St\\, Leeds;;;;",
        "URL:https://ada.example/?a=1,2;3",
        "BDAY:--1210",
        "CATEGORIES:math,old-friend",
        "END:VCARD",
        "",
    ]


def test_a_short_card_has_a_name_a_position_and_ways_to_reach_them():
    assert short_vcard(ADA, "Acme").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Ada Lovelace",
        "N:Lovelace;Ada;;;",
        "ORG:Acme",
        "TITLE:Analyst\\, first of her kind",
        "TEL:+44 20 7946 0001",
        "TEL:0113 496 0000",
        "EMAIL:ada@acme.example",
        "EMAIL:a@home.example",
        "END:VCARD",
        "",
    ]


def test_notes_go_out_only_where_they_are_handed_over():
    assert "private" not in vcard(ADA, None)
    assert "NOTE:one\\ntwo\\; three\r\n" in vcard(ADA, None, notes="one\ntwo; three")


BIRTHDAYS = [
    (PartialDate(1815, 12, 10), "BDAY:1815-12-10", "BDAY:18151210"),
    (PartialDate(None, 2, 29), "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "BDAY:--0229"),
    (PartialDate(1815), "BDAY;VALUE=text:1815", "BDAY:1815"),
]


@pytest.mark.parametrize(("born", "old", "new"), BIRTHDAYS)
def test_a_birthday_is_written_as_each_version_wants_it(born: PartialDate, old: str, new: str):
    ada = Person(origin=Origin("contacts/Ada.md"), birthday=born)
    assert f"\r\n{old}\r\n" in vcard(ada, None, version="3.0")
    assert f"\r\n{new}\r\n" in vcard(ada, None, version="4.0")


NAMES = [
    ("Ada Lovelace", ("Lovelace", "Ada")),
    ("Ludwig van Beethoven", ("van Beethoven", "Ludwig")),
    ("Mary J. Blige", ("Blige", "Mary J.")),
    ("Ada", ("", "Ada")),
    ("Jane Doe, PhD", ("", "Jane Doe, PhD")),
    ("Dr. Jane Doe", ("", "Dr. Jane Doe")),
    ("John Smith III", ("", "John Smith III")),
    ("山田 太郎", ("", "山田 太郎")),
    ("Bo (Acme) Lee", ("", "Bo (Acme) Lee")),
]


@pytest.mark.parametrize(("name", "parts"), NAMES)
def test_a_name_is_taken_apart_only_where_that_is_certain(name: str, parts: tuple[str, str]):
    assert family_and_given(name) == parts


PNG = Picture(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), ".png")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_picture_goes_out_and_comes_in(version: Version):
    assert only(vcard(ADA, None, PNG, version).encode()).photo == PNG


LINE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"), exclude_characters="\ufeff"), min_size=1
)
WORDS = st.lists(
    LINE | st.sampled_from(["a,b", "c;d", "e\\n", "\\", ":", "ü" * 40, "END:VCARD"]), min_size=1, max_size=5
)
TEXT = WORDS.map(" ".join)
TEXTS = st.lists(TEXT, max_size=3, unique=True).map(tuple)
MAIL = st.from_regex(r"[a-zé0-9.+'-]{1,20}@[a-z0-9]{1,20}(\.[a-z]{2,8}){1,2}", fullmatch=True)
TAG = st.from_regex(r"[a-zé][a-zé0-9]{0,9}([/-][a-z0-9]{1,9})?", fullmatch=True)
LINK = st.builds("https://{}.example/{}".format, st.from_regex(r"[a-z]{1,9}", fullmatch=True), LINE)
DAY = st.dates(max_value=date(2999, 12, 31)).map(lambda day: PartialDate(day.year, day.month, day.day))
SHORT_DAY = st.dates().map(lambda day: PartialDate(None, day.month, day.day))
YEAR = st.integers(1000, 2999).map(PartialDate)


@st.composite
def people(draw: st.DrawFn) -> Person:
    return Person(
        origin=Origin("contacts/Some One.md"),
        name=draw(TEXT),
        aliases=draw(TEXTS),
        title=draw(st.none() | TEXT),
        emails=draw(st.lists(MAIL, max_size=3, unique=True).map(tuple)),
        phones=draw(TEXTS),
        addresses=draw(TEXTS),
        links=draw(st.lists(LINK, max_size=3, unique=True).map(tuple)),
        location=draw(st.none() | TEXT),
        birthday=draw(st.none() | DAY.filter(lambda born: born.year != 1604) | SHORT_DAY | YEAR),
        tags=draw(st.lists(TAG, max_size=3, unique=True).map(tuple)),
        uid=draw(st.none() | TEXT | st.uuids().map(str)),
    )


def said(person: Person) -> dict[str, tuple[str, ...]]:
    """The values that a card of a person should give."""
    values = {
        field: getattr(person, field)
        for field in ("emails", "phones", "addresses", "links", "tags")
        if getattr(person, field)
    }
    if aliases := tuple(alias for alias in person.aliases if alias != person.called):
        values["aliases"] = aliases
    scalars = {"title": person.title, "location": person.location, "birthday": person.birthday}
    return values | {field: (str(value),) for field, value in scalars.items() if value}


def goes_out_and_comes_in(person: Person, version: Version, employer: str | None, notes: str) -> None:
    assume(all(len(text) <= 500 for texts in said(person).values() for text in texts))
    assume(not any(sign in repr((person, employer)) for sign in ("{{", "<%")))  # no file can hold a template
    written = vcard(person, employer, version=version, notes=notes)
    incoming = read(written.encode())
    (read_back,) = incoming.people
    expected = said(person) | ({"company": (employer,)} if employer else {})
    assert dict(read_back.values) == expected
    assert read_back.name == person.called
    assert read_back.uid == person.uid or person.uid is None
    assert (read_back.kept, incoming.left) == ((), ())
    are_well_made(written.encode().split(b"\r\n"))


def are_well_made(lines: list[bytes]) -> None:
    """Lines are short, no letter is cut apart, and no text ends a line or the card."""
    assert all(len(line) <= 75 and b"\n" not in line and line.decode() for line in lines[:-1])
    assert [line for line in lines if line.startswith((b"BEGIN", b"END"))] == [b"BEGIN:VCARD", b"END:VCARD"]


CARDS = (people(), st.sampled_from(VERSIONS), st.none() | TEXT, st.text())


@settings(deadline=None, max_examples=60)
@given(*CARDS)
def test_what_goes_out_comes_in_again_the_same(
    person: Person, version: Version, employer: str | None, notes: str
) -> None:
    goes_out_and_comes_in(person, version, employer, notes)


@pytest.mark.soak
@settings(deadline=None, max_examples=5_000)
@given(*CARDS)
def test_what_goes_out_comes_in_again_the_same_for_thousands(
    person: Person, version: Version, employer: str | None, notes: str
) -> None:
    goes_out_and_comes_in(person, version, employer, notes)


@settings(deadline=None, max_examples=40)
@given(people(), st.sampled_from(VERSIONS))
def test_an_independent_library_reads_the_same(person: Person, version: Version):
    theirs = vobject.readOne(vcard(person, "Acme", version=version))
    assert theirs.fn.value == person.called
    assert tuple(one.value for one in theirs.contents.get("email", ())) == person.emails
    assert tuple(one.value for one in theirs.contents.get("tel", ())) == person.phones
    assert theirs.org.value == ["Acme"]
    assert (theirs.title.value if person.title else None) == person.title


def test_a_line_that_goes_on_with_the_end_of_a_card_is_no_end() -> None:
    person = Person(origin=Origin("contacts/A.md"), name="Ann", uid=f"{'x' * 70} END:VCARD and more")
    (told,) = read(vcard(person, None).encode()).people
    assert told.uid == person.uid
