"""Which field a column is taken for, and what the owner says of it."""

import io

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.tables.column_words import FIELDS, field_of
from netfiles.exchange.tables.table_in import read_columns
from tests.exchange.tables import GUESSED, read, said, wishes


def columns(text: str, **said: str) -> dict[str, tuple[str, str]]:
    found = read_columns(io.BytesIO(text.encode()), "people.csv", wishes(columns=said))
    return {one.name: (one.field, one.example) for one in found}


@pytest.mark.parametrize(
    ("names", "field"),
    [
        ("Name, Full Name, Contact Name, display_name, fullName, Anzeigename, 氏名, Nombre completo", "name"),
        ("First Name, Given Name, firstname, Vorname, Prénom, prenom, Voornaam, Primeiro nome", "first"),
        ("Last Name, Surname, Nachname, Nom de famille, Apellidos, Cognome, Achternaam, Sobrenome", "last"),
        ("Company, Organisation, Firma, Société, Empresa, Azienda, Bedrijf, 会社名, Current Company", "company"),
        ("Job Title, Position, Role, Poste, Cargo, Puesto, Ruolo, Functie, 役職", "title"),
        ("Email, E-mail, E-Mail-Adresse, E-mail 2 Address, Courriel, Correo electrónico, Email1, Work Email", "emails"),
        ("Phone, Phone 2, Mobile, Telefon (privat), Téléphone 2 (bureau), Cellulare, Handy, TEL会社", "phones"),
        ("LinkedIn, LinkedIn URL, Website, Web Page, Homepage, Pagina web, Xing", "links"),
        ("Address, Home Address, Anschrift, Dirección, 住所", "addresses"),
        ("Business Street, Straße geschäftlich 2, Weitere Straße, Rue (bureau)", "street"),
        ("Home Postal Code, Home ZipCode, PLZ, Code postal, CEP", "postcode"),
        ("City, Town, Ort privat, Weiterer Ort, Ville, Ciudad, Città, Woonplaats", "city"),
        ("Weiteres/e Land/Region, Business Country/Region, Pays", "country"),
        ("Birthday, Date of Birth, Geburtstag, Date de naissance, Cumpleaños, Verjaardag", "birthday"),
        ("Birth Day", "birth day"),
        ("Notes, Comments, Bemerkungen, Remarques, Observações", "notes"),
        ("Tags, Labels, Categories, Kategorien, Gruppe, Etiquetas", "tags"),
        ("met_on, Met on, 名刺交換日", "met_on"),
        ("keep_in_touch", "keep_in_touch"),
        ("Home Fax, Fax, Pager, Telefax dienstlich", "kept"),
        ("Shoe size, Department, Status, Source, Private, foo", ""),
    ],
)
def test_a_column_is_known_by_its_name(names: str, field: str) -> None:
    expected = {"Woonplaats": "location"}
    assert {name: field_of(name) for name in names.split(", ")} == {
        name: expected.get(name, field) for name in names.split(", ")
    }


def test_a_column_is_known_by_what_stands_in_it() -> None:
    text = "Wer,Wo erreichbar,Im Netz,Draht,Nummer,Tag\n"
    text += "".join(
        f"P{n},p{n}@x.example,https://x.example/{n},+49 30 12345{n},100000{n},2026-01-0{n}\n" for n in "123"
    )
    assert columns(text, wer="name") == {
        "Wer": ("name", "P1"), "Wo erreichbar": ("emails", "p1@x.example"), "Im Netz": ("links", "https://x.example/1"),
        "Draht": ("phones", "+49 30 123451"), "Nummer": ("kept", "1000001"), "Tag": ("tags", "2026-01-01"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Name,Vorname", "last first"), ("Nome,Cognome", "first last"), ("Nom,Prénom", "last first"),
        ("Nombre,Apellidos", "first last"), ("Name,Given Name,Family Name", "name first last"),
        ("Name,Email", "name emails"),
        ("Title,First Name,Job Title", "prefix first title"), ("Title,Name", "title name"),
    ],
)  # fmt: skip
def test_a_name_beside_half_a_name_is_the_other_half(header: str, fields: str) -> None:
    assert " ".join(field for field, _ in columns(f"{header}\n").values()) == fields


def test_what_the_owner_says_of_a_column_counts() -> None:
    text = "Wer,Telefon,Sternzeichen,Bemerkung\nAda,12345,Fische,x\n"
    incoming = read(text, columns={"WER": "Name", "telefon": "-", "Sternzeichen": "met at", "Bemerkung": "kept"})
    assert [(p.name, p.values, p.notes, p.kept) for p in incoming.people] == [
        ("Ada", {"met_at": ("Fische",)}, "", (("Bemerkung", "x"),))
    ]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"Who": "name"}, "it has no column `Who`. Its columns are `Wer`, `Bemerkung`."),
        ({"Wer": "nmae"}, f"`nmae` is no field that column `Wer` could be. Say one of {', '.join(FIELDS)}."),
        (
            {},
            "the columns are `Wer`, `Bemerkung`. Say which one is: --column 'Wer=name'.",
        ),
    ],
)
def test_a_column_or_field_that_there_is_not_is_refused_with_those_there_are(said: dict[str, str], why: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read("Wer,Bemerkung\nAda,x\n", columns=said)
    assert why in str(caught.value)


def test_two_columns_of_one_name_are_both_read_and_said() -> None:
    incoming = read("Name,Name,Email,Email\nAda,Bo,a@x.example,b@x.example\n")
    [person] = incoming.people
    assert (person.name, person.kept) == ("Ada", (("Name (2)", "Bo"),))
    assert person.values == {"emails": ("a@x.example", "b@x.example")}
    assert said(incoming) == [
        (1, "more than one column is called `Name`; each is read"),
        (1, "more than one column is called `Email`; each is read"),
    ]


def test_the_header_is_found_below_other_lines() -> None:
    text = "Notes\nMembers of the club,,\nprinted on,Friday,\n\nName,Email,Phone\nAda,a@x.example,12345\n"
    incoming = read(text)
    assert [(person.name, person.line) for person in incoming.people] == [("Ada", 6)]
    assert (incoming.source, incoming.rows) == ("table", 1)
    assert incoming.left[0].message == GUESSED + "`Name` name, `Email` emails, `Phone` phones"
