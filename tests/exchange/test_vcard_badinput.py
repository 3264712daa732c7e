"""The cards in the catalogue of bad input, each with the outcome it should have.

`NETFILES_BADINPUT` names its folder; else it is looked for beside the repository.
"""

import csv
import os
from pathlib import Path

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.vcards.vcard_out import vcard
from netfiles.model import Person
from netfiles.model.record import Origin
from tests.exchange.vcards import only, read, remarks

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "badinput"
CATALOGUE = Path(os.environ.get("NETFILES_BADINPUT") or BESIDE)
INDEX = CATALOGUE / "index.tsv"
pytestmark = pytest.mark.skipif(not INDEX.is_file(), reason="the catalogue of bad input is not here: NETFILES_BADINPUT")

NO_CARD = None
BIRTHDAYS = ["birthday `1990-05`", "birthday `circa 1800`", "birthday `1990-02-30`"]
XSS = ["`javascript:window.NF55=1` is no address of a web page", "is no value for `emails`"]
OUTCOMES: dict[str, tuple[list[str], list[str]] | None] = {
    "bare-lf": (["Ada"], []),
    "bday-forms": (["A", "B", "C", "D", "E", "F"], BIRTHDAYS),
    "charset-latin1": (["Zoë"], []),
    "crlf-injection": (["Ada"], []),
    "empty": NO_CARD,
    "escapes": (["Ada, Countess; of \\ Lovelace"], []),
    "fn-missing": (["Ada Lovelace"], []),
    "folded-in-utf8": (["Zoë M"], []),
    "folded": (["Ada"], []),
    "garbage": NO_CARD,
    "group-apple": (["Ada"], []),
    "nested": (["A"], ["another card stands within"]),
    "no-end": (["Ada"], ["no END:VCARD"]),
    "photo-bad-base64": (["Ada"], ["its base64 is damaged"]),
    "photo-file-uri": (["Ada"], ["nothing is fetched"]),
    "photo-lies": (["Ada"], ["its first bytes are not those"]),
    "photo-svg": (["Ada"], ["its first bytes are not those"]),
    "photo-url": (["Ada"], ["nothing is fetched"]),
    "uid-same-twice": (["Ada", "Ada B"], ["the card has the UID of that on line 1 (Ada)"]),
    "uid-traversal": (["Ada"], []),
    "unknown-version": (["Ada"], ["version `9.9` is not known"]),
    "xss": (["<script>window.NF53=1</script>"], XSS),
}
"""For each file the people and the beginnings of what is said."""


def content(name: str) -> bytes:
    return (CATALOGUE / "vcard" / f"{name}.vcf").read_bytes()


@pytest.mark.parametrize("name", OUTCOMES)
def test_each_card_has_the_outcome_it_should_have(name: str):
    outcome = OUTCOMES[name]
    if outcome is None:
        with pytest.raises(CannotRead, match="no card is found"):
            read(content(name))
        return
    names, said = outcome
    assert [person.name for person in read(content(name)).people] == names
    assert len(remarks(content(name))) == len(said)
    assert all(part in one for part, one in zip(said, remarks(content(name)), strict=True))


def test_every_card_of_the_catalogue_is_in_the_table():
    with INDEX.open(encoding="utf-8", newline="") as file:
        listed = [row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert {Path(name).stem for name in listed if name.startswith("vcard/")} == {*OUTCOMES}


def test_a_long_note_is_unfolded():
    assert only(content("folded")).notes == "This is a long line that is folded"


def test_a_label_of_apple_is_read():
    assert only(content("group-apple")).kept == (("kinds of phones", "+44 1 (HomePage)"),)


def test_a_year_that_apple_makes_up_is_left_out():
    assert [person.values.get("birthday") for person in read(content("bday-forms")).people] == [
        ("1990-05-17",),
        ("05-17",),
        ("1990",),
        None,
        None,
        ("05-17",),
    ]


def test_a_card_within_a_note_stays_there_when_it_goes_out():
    person = only(content("crlf-injection"))
    ada = Person(origin=Origin("contacts/Ada.md"))
    again = read(vcard(ada, None, notes=person.notes).encode())
    assert [(one.name, one.notes) for one in again.people] == [("Ada", person.notes)]
    assert again.rows == 1
