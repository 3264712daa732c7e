"""People from tables of each program: each thing in its field, what has none kept, nothing lost."""

from typing import Any

import pytest

from netfiles.exchange.incoming import IncomingPerson
from netfiles.exchange.tables.profile_links import profile_id
from netfiles.records.read import read_record
from tests.exchange.tables import read, said


def one(text: str, **given: Any) -> IncomingPerson:
    [person] = read(text, **given).people
    return person


def table(**cells: str) -> str:
    """A table of one row, by its columns; `_N__` in a name stands for ` N - `."""
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells.values()]
    return ",".join(cells) + "\n" + ",".join(quoted) + "\n"


LINKEDIN = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jane,"Doe, PhD",https://www.linkedin.com/in/Jane-Doe/?trk=x,jane@x.example,"Figma, Inc.",Engineer,05 Mar 2024
🚀 Bo,Lee,https://www.linkedin.com/in/b%C3%B6-lee,,,,6 Mar 2024
,,https://www.linkedin.com/in/gone,,,,
,,,,,,
"""


def test_linkedin() -> None:
    incoming = read(LINKEDIN)
    jane, bo = incoming.people
    assert (incoming.source, jane.name, jane.uid, jane.line) == (
        "linkedin",
        "Jane Doe, PhD",
        "linkedin.com/in/jane-doe",
        5,
    )
    assert jane.values == {
        "links": ("https://www.linkedin.com/in/Jane-Doe/?trk=x",), "emails": ("jane@x.example",),
        "company": ("Figma, Inc.",), "title": ("Engineer",),
    }  # fmt: skip
    assert jane.kept == (("Connected On", "05 Mar 2024"),)
    assert (bo.name, bo.uid) == ("🚀 Bo Lee", "linkedin.com/in/bö-lee")
    assert said(incoming) == [
        (7, "a row without a name, with `https://www.linkedin.com/in/gone`"),
        (1, "1 blank row is passed over"),
    ]


def test_linkedin_without_addresses_and_in_german() -> None:
    old = read("First Name,Last Name,Email Address,Company,Position,Connected On\nJo,Ek,,A,B,01 Jan 2020\n").people[0]
    assert (old.name, old.uid, old.values) == ("Jo Ek", "", {"company": ("A",), "title": ("B",)})
    german = one(
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
        "Hans,Ek,https://www.linkedin.com/in/hans,,X AG,Entwickler,03 Apr 2022\n"
    )
    assert (german.values["company"], german.values["title"], german.uid) == (
        ("X AG",),
        ("Entwickler",),
        "linkedin.com/in/hans",
    )


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("https://www.linkedin.com/in/jane-doe", "linkedin.com/in/jane-doe"),
        ("http://linkedin.com/in/Jane-Doe/?trk=a#b", "linkedin.com/in/jane-doe"),
        ("www.linkedin.com/in/jane-doe/", "linkedin.com/in/jane-doe"),
        ("fr.linkedin.com/in/jane-doe", "linkedin.com/in/jane-doe"),
        ("https://linkedin.com/in/j%C3%B6rg", "linkedin.com/in/jörg"),
        ("https://linkedin.com/in/jörg", "linkedin.com/in/jörg"),
        ("https://linkedin.com", ""), ("javascript:alert(1)", ""), ("x", ""), ("https://linkedin.com/in/%00", ""),
    ],
)  # fmt: skip
def test_a_profile_is_the_same_however_it_was_copied(written: str, compared: str) -> None:
    assert profile_id(written) == compared


GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
    "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,"
    "Address 1 - Label,"
    "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,"
    "Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Relation 1 - Label,Relation 1 - Value,"
    "Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value\n"
    'Ada,M.,Byron,EY-da,Dr.,Jr.,Addy,,Acme,Engineer,Research,--12-10,"line 1\nline 2",https://x.example/p.jpg,'
    "* myContacts ::: Navy ::: Job Search,* Work,ada@x.example ::: ada@y.example,,bad address,Mobile,+1 413 555 0142,"
    'Work Fax,+1 413 555 0199,Home,"1 Elm St\nSpringfield, MA 01101\nUS",'
    "1 Elm St,Springfield,,MA,01101,US,,Spouse,Bill,"
    "Blog,https://ada.example,Anniversary,2009-08-08,Team,Blue\n"
)


def test_google() -> None:
    incoming = read(GOOGLE)
    [ada] = incoming.people
    assert (incoming.source, ada.name, ada.notes) == ("google", "Ada M. Byron Jr.", "line 1\nline 2")
    assert ada.values == {
        "aliases": ("Addy",), "company": ("Acme",), "title": ("Engineer",), "birthday": ("12-10",),
        "tags": ("Navy", "Job-Search"), "emails": ("ada@x.example", "ada@y.example"), "phones": ("+1 413 555 0142",),
        "addresses": ("1 Elm St, Springfield, MA 01101, US",), "links": ("https://ada.example",),
    }  # fmt: skip
    assert ada.kept == (
        ("Name, prefix", "Dr."), ("Phonetic First Name", "EY-da"), ("Organization Department", "Research"),
        ("Photo", "https://x.example/p.jpg"), ("E-mail 2 - Value", "bad address"), ("+1 413 555 0142", "Mobile"),
        ("Work Fax", "+1 413 555 0199"), ("Relation: Spouse", "Bill"), ("https://ada.example", "Blog"),
        ("Event: Anniversary", "2009-08-08"), ("Custom Field: Team", "Blue"),
        ("1 Elm St, Springfield, MA 01101, US", "Home"),
    )  # fmt: skip
    assert said(incoming) == [
        (2, "E-mail 2 - Value: `bad address` is nothing for the field `emails`; it is kept as text")
    ]


def test_google_of_old() -> None:
    bo = one(
        "Name,Given Name,Family Name,Yomi Name,Birthday,Location,Notes,Group Membership,"
        "E-mail 1 - Type,E-mail 1 - Value,"
        "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 2 - Name\n"
        "Bo Lee,Bo,Lee,,1985-04-12,Oslo,,* My Contacts ::: Friends,* Home,bo@x.example,,Acme,CTO,Globex\n"
    )
    assert bo.values == {
        "birthday": ("1985-04-12",), "location": ("Oslo",), "tags": ("Friends",), "emails": ("bo@x.example",),
        "company": ("Acme",), "title": ("CTO",),
    }  # fmt: skip
    assert (bo.name, bo.kept) == ("Bo Lee", (("Organization 2 - Name", "Globex"),))


OUTLOOK = {
    "Title": "Mr.", "First Name": "Cy", "Last Name": "Ek", "Suffix": "", "Company": "Acme", "Department": "R&D",
    "Job Title": "Chemist", "Business Street": "2 High St", "Business Street 2": "Floor 3", "Business City": "Leeds",
    "Business Postal Code": "LS1", "Business Country/Region": "UK", "Home Street": "", "Home City": "",
    "Business Fax": "0113 1", "Business Phone": "0113 2", "Mobile Phone": "07700 3", "Anniversary": "0/0/00",
    "Birthday": "31/12/1980", "Categories": "Friends;Club", "E-mail Address": "cy@x.example", "E-mail Type": "SMTP",
    "E-mail Display Name": "Cy (cy@x.example)", "E-mail 2 Address": "cy@y.example", "Gender": "Unspecified",
    "Manager's Name": "Dee", "Notes": "Met at the fair", "Office Location": "3.14", "Priority": "Normal",
    "Private": "False", "Sensitivity": "Normal", "Spouse": "Eve", "Web Page": "http://cy.example",
}  # fmt: skip


def test_outlook() -> None:
    incoming = read(table(**OUTLOOK))
    [cy] = incoming.people
    assert (incoming.source, incoming.left, cy.name, cy.notes) == ("outlook", (), "Cy Ek", "Met at the fair")
    assert cy.values == {
        "company": ("Acme",), "title": ("Chemist",), "phones": ("0113 2", "07700 3"), "birthday": ("1980-12-31",),
        "tags": ("Friends", "Club"), "emails": ("cy@x.example", "cy@y.example"), "links": ("http://cy.example",),
        "addresses": ("2 High St, Floor 3, Leeds, LS1, UK",),
    }  # fmt: skip
    assert cy.kept == (
        ("Name, prefix", "Mr."), ("Department", "R&D"), ("Business Fax", "0113 1"), ("0113 2", "Business Phone"),
        ("07700 3", "Mobile Phone"), ("Manager's Name", "Dee"), ("Office Location", "3.14"), ("Spouse", "Eve"),
        ("2 High St, Floor 3, Leeds, LS1, UK", "work"),
    )  # fmt: skip


def test_outlook_in_german_in_its_code_page() -> None:
    text = (
        '"Anrede","Vorname","Nachname","Firma","Position","Straße geschäftlich","Ort geschäftlich",'
        '"Postleitzahl geschäftlich","Land/Region geschäftlich","Telefon geschäftlich","Mobiltelefon","E-Mail-Adresse",'
        '"E-Mail-Typ","E-Mail 2: Adresse","Geburtstag","Kategorien","Notizen","Privat","Priorität"\r\n'
        '"Herr","Jörg","Groß","Grün AG","Prokurist","Weg 1","Köln","50667","Deutschland","0221 1","0170 2",'
        '"j@x.example","SMTP","k@x.example","12.4.1985","Freunde","Hallo","Falsch","Normal"\r\n'
    )
    incoming = read(text.encode("cp1252"))
    [person] = incoming.people
    assert (incoming.source, person.name, person.notes) == ("outlook", "Jörg Groß", "Hallo")
    assert person.values == {
        "company": ("Grün AG",), "title": ("Prokurist",), "phones": ("0221 1", "0170 2"), "birthday": ("1985-04-12",),
        "emails": ("j@x.example", "k@x.example"), "tags": ("Freunde",),
        "addresses": ("Weg 1, Köln, 50667, Deutschland",),
    }  # fmt: skip
    assert said(incoming)[0][1].startswith("not UTF-8: read as Windows-1252")


def test_thunderbird() -> None:
    dee = one(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,"
        "Home Address,Home Address 2,Home City,"
        "Home ZipCode,Home Country,Organization,Birth Year,Birth Month,Birth Day,Custom 1,Notes,\n"
        "Dee,Ray,Dee Ray,D,d@x.example,e@x.example,1 Way,,Oslo,0150,Norway,Acme,1970,1,5,blue,,\n"
    )
    assert dee.values == {
        "aliases": ("D",), "emails": ("d@x.example", "e@x.example"), "company": ("Acme",), "birthday": ("1970-01-05",),
        "addresses": ("1 Way, Oslo, 0150, Norway",),
    }  # fmt: skip
    assert dee.kept == (("Custom 1", "blue"), ("1 Way, Oslo, 0150, Norway", "home"))


def test_eight() -> None:
    incoming = read(
        "Eightで生成された名刺リストです。\n合計 1 件\n\n会社名,部署名,役職,氏名,"
        "e-mail,郵便番号,住所,TEL会社,携帯電話,名刺交換日\n"
        "株式会社例,営業部,部長,山田花子,h@x.example,100-0001,東京都千代田区1-1,03-0000-1111,090-2222-3333,2026/4/2\n"
    )
    [person] = incoming.people
    assert (incoming.source, incoming.rows, person.name) == ("eight", 1, "山田花子")
    assert person.values == {
        "company": ("株式会社例",), "title": ("部長",), "emails": ("h@x.example",), "met_on": ("2026-04-02",),
        "phones": ("03-0000-1111", "090-2222-3333"), "addresses": ("東京都千代田区1-1, 100-0001",),
    }  # fmt: skip


def test_a_table_that_netfiles_wrote() -> None:
    ada = one(
        "name,aliases,emails,phones,tags,birthday,met_on,keep_in_touch,can_help,private,notes\n"
        "'=Ada,A; B,a@x.example; b@x.example,'+44 1,x; y,04-12,2026-01-02,6w,\"Go\\; Rust; C\",yes,hm\n"
    )
    assert (ada.name, ada.notes) == ("=Ada", "hm")
    assert ada.values == {
        "aliases": ("A", "B"), "emails": ("a@x.example", "b@x.example"), "phones": ("+44 1",), "tags": ("x", "y"),
        "birthday": ("04-12",), "met_on": ("2026-01-02",), "keep_in_touch": ("6w",),
        "can_help": ("Go; Rust", "C"), "private": ("yes",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("others", "written", "birthday"),
    [
        ("", "1985-04-12", "1985-04-12"), ("", "1985", "1985"), ("", "--04-12", "04-12"),
        ("", "12.4.1985", "1985-04-12"),
        ("", "1985/4/12", "1985-04-12"), ("", "19850412", "1985-04-12"), ("", "12 Apr 1985", "1985-04-12"),
        ("", "April 12, 1985", "1985-04-12"), ("", "12. April 1985", "1985-04-12"), ("", "12 avril 1985", "1985-04-12"),
        ("", "12 de abril de 1985", "1985-04-12"), ("", "1985-04-12T00:00:00", "1985-04-12"),
        ("", "4/4/1985", "1985-04-04"),
        ("", "12.4.", "04-12"),
        ("", "4/13", "04-13"), ("", "04-12", None), ("13/1", "3/4", "04-03"),
        ("", "3/4/1985", None), ("13/1/1985", "3/4/1985", "1985-04-03"), ("1/13/1985", "3/4/1985", "1985-03-04"),
        ("1/13/1985 13/1/1985", "3/4/1985", None), ("", "3/14/85", None), ("", "1985-02-30", None),
        ("", "spring", None),
    ],
)  # fmt: skip
def test_a_birthday_that_could_be_two_days_is_kept_as_text_and_said(
    others: str, written: str, birthday: str | None
) -> None:
    rows = "".join(f"Other {n},{other}\n" for n, other in enumerate(others.split()))
    incoming = read(f'Name,Birthday\n{rows}Ada,"{written}"\n')
    ada = incoming.people[-1]
    assert ada.values == ({"birthday": (birthday,)} if birthday else {})
    assert ada.kept == (() if birthday else (("Birthday", written),))
    assert bool(said(incoming)) is (birthday is None)


@pytest.mark.parametrize(
    ("cells", "values", "kept"),
    [
        ({"Email": "a@x.example, b@x.example; c@x.example"}, {"emails": ("a@x.example", "b@x.example", "c@x.example")},
         ()),
        ({"Email": "Ada <a@x.example>"}, {"emails": ("Ada <a@x.example>",)}, ()),
        ({"Email": "none"}, {}, (("Email", "none"),)),
        ({"Phone": "ask her"}, {}, (("Phone", "ask her"),)),
        ({"Phone": "1 ::: 2\n3"}, {"phones": ("1", "2", "3")}, ()),
        ({"Company": "Acme\nLtd"}, {"company": ("Acme Ltd",)}, ()),
        ({"Company": "Acme ::: Globex"}, {"company": ("Acme",)}, (("Company", "Globex"),)),
        ({"Address": "1 Way\nOslo"}, {"addresses": ("1 Way, Oslo",)}, ()),
        ({"City": "Oslo", "Country": "Norway"}, {"location": ("Oslo, Norway",)}, ()),
        ({"Street": "1 Way", "City": "Oslo"}, {"addresses": ("1 Way, Oslo",)}, ()),
        ({"LinkedIn": "linkedin.com/in/ada"}, {"links": ("linkedin.com/in/ada",)}, ()),
        ({"Tags": "#a, b c"}, {"tags": ("a", "b-c")}, ()),
        ({"Title": "x" * 3000}, {}, (("Title", "x" * 3000),)),
        ({"met_on": "yesterday"}, {}, (("met_on", "yesterday"),)),
        ({"Shoe size": "37\x07"}, {}, (("Shoe size", "37"),)),
    ],
)  # fmt: skip
def test_a_cell_becomes_what_its_field_takes(
    cells: dict[str, str], values: dict[str, Any], kept: tuple[Any, ...]
) -> None:
    ada = one(table(Name="Ada", **cells))
    assert (ada.values, ada.kept) == (values, kept)


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({"Name": "  Ada\n Byron "}, "Ada Byron"), ({"Name": "Ada\x07 Byron"}, "Ada Byron"),
        ({"First Name": "Ada"}, "Ada"), ({"First Name": "花子", "Last Name": "山田"}, "山田花子"),
        ({"First Name": "Mei", "Last Name": "陈"}, "Mei 陈"),
        ({"First Name": "../..", "Last Name": "CON"}, "../.. CON"),
    ],
)  # fmt: skip
def test_a_name_is_made_and_never_rewritten(cells: dict[str, str], name: str) -> None:
    assert one(table(**cells)).name == name


def test_a_uid_is_a_profile_or_what_looks_like_an_identity() -> None:
    assert one(table(Name="Ada", Website="https://www.linkedin.com/in/Ada/")).uid == "linkedin.com/in/ada"
    assert one(table(Name="Ada", Id="5f2b7c1e-0001")).uid == "5f2b7c1e-0001"
    number = one(table(Name="Ada", Id="1"))
    assert (number.uid, number.kept) == ("", (("Id", "1"),))


def test_every_value_is_one_that_a_file_takes() -> None:
    people = [person for text in (LINKEDIN, GOOGLE, table(**OUTLOOK)) for person in read(text).people]
    for person in people:
        lines = "".join(
            f"{field}: [{', '.join(map(repr, texts))}]\n" for field, texts in person.values.items() if len(texts) > 1
        )
        lines += "".join(f"{field}: {texts[0]!r}\n" for field, texts in person.values.items() if len(texts) == 1)
        reading = read_record("person", "contacts/x.md", f"---\nname: {person.name!r}\n{lines}---\n")
        assert reading.record is not None
        assert not reading.problems
