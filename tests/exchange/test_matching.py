"""Who somebody of another program is, and what proves it."""

from pathlib import Path

import pytest

from netfiles.exchange.importing.matching import Match, Unsure, keys_of, on_file
from netfiles.exchange.incoming import IncomingPerson
from tests.changes.made import network, vault
from tests.exchange.importing import somebody

FILES = {
    "contacts/Nia Okafor.md": "emails: nia@brightwater.example; company: Brightwater",
    "contacts/Bo Lee.md": "phones: +1 413 555 0142; links: https://www.linkedin.example/in/bo-lee/",
    "contacts/Ann Poe.md": "company: Acme Inc.; aliases: Annie Poe",
    "contacts/Ann Poe (Globex).md": "name: Ann Poe; company: Globex",
    "contacts/Cy Ek.md": "emails: info@ek.example",
    "contacts/Di Ek.md": "emails: info@ek.example",
    "contacts/Jo.md": "company: Globex",
    "contacts/Ed Roe.md": "links: https://acme.example/team",
    "contacts/Flo Roe.md": "links: https://acme.example/team",
    "contacts/Gil Fox.md": "uid: urn:uuid:1",
    "contacts/Wei Wang.md": "company: Acme; links: https://www.linkedin.com/in/wei1",
    "contacts/Hal Dow.md": "phones: +1 413 555 0188",
    "contacts/Ida Dow.md": "phones: +1 413 555 0188",
}
NIA, BO, ANN, GIL, WEI = (f"contacts/{n}.md" for n in ("Nia Okafor", "Bo Lee", "Ann Poe", "Gil Fox", "Wei Wang"))


@pytest.mark.parametrize(
    ("person", "path", "why"),
    [
        (somebody("Nia", emails="NIA@Brightwater.example"), NIA, "the same address: nia@brightwater.example"),
        (somebody("Nia Okafor-Smith", emails="nia@brightwater.example"), NIA, "the same address"),
        (somebody("B. Lee", phones="+1 (413) 555-0142"), BO, "the same phone number"),
        (somebody("Quite Another", links="linkedin.example/in/bo-lee?trk=x"), BO, "the same profile"),
        (somebody("Quite Another", uid="urn:uuid:1"), GIL, "the same uid"),
        (somebody("ANN POE", company="ACME"), ANN, "the same name, both at ACME"),
        (somebody("Annie Poe", company="Acme, Inc"), ANN, "the same name, both at"),
        (somebody("Ida Dow", phones="+1 413 555 0188"), "contacts/Ida Dow.md", "the same phone number"),
        (somebody("Jo", company="Globex"), "contacts/Jo.md", "the same name, both at Globex"),
    ],
)
def test_who_is_on_file_is_found_by_what_proves_it(tmp_path: Path, person: IncomingPerson, path: str, why: str) -> None:
    found = on_file(network(vault(tmp_path, FILES))).match(person)
    assert isinstance(found, Match)
    assert found.path == path
    assert found.why.startswith(why)


@pytest.mark.parametrize(
    ("person", "paths", "why"),
    [
        (somebody("Max Muster", emails="nia@brightwater.example"), [NIA], "another name"),
        (somebody("Max Muster", phones="+1 413 555 0142"), [BO], "another name"),
        (somebody("Sue Lee", phones="+1 413 555 0142"), [BO], "another name"),
        (somebody("Wei Wang", company="Acme", links="linkedin.com/in/wei2"), [WEI], "but another profile"),
        (somebody("Nia Okafor"), [NIA], "nothing else that proves it"),
        (somebody("Nia Okafor", company="Globex"), [NIA], "nothing else that proves it"),
        (somebody("Ann Poe", company="Initech"), [ANN, "contacts/Ann Poe (Globex).md"], "nothing else"),
    ],
)
def test_what_is_not_proved_is_not_sure(tmp_path: Path, person: IncomingPerson, paths: list[str], why: str) -> None:
    found = on_file(network(vault(tmp_path, FILES))).match(person)
    assert isinstance(found, Unsure)
    assert sorted(found.paths) == sorted(paths)
    assert why in found.why


@pytest.mark.parametrize(
    "person",
    [
        somebody("Max Muster"),
        somebody("Max Muster", emails="max@x.example", phones="+1 413 555 0199"),
        somebody("Max Muster", emails="info@ek.example"),
        somebody("Max Muster", links="https://acme.example/team"),
        somebody("Jo", company="Acme"),
        somebody("Okafor"),
    ],
)
def test_who_shares_a_mailbox_a_page_or_one_word_is_somebody_else(tmp_path: Path, person: IncomingPerson) -> None:
    assert on_file(network(vault(tmp_path, FILES))).match(person) is None


def test_somebody_is_remembered_by_what_a_source_calls_them_first() -> None:
    person = somebody("Ann Poe", uid="7", emails="a@x.example", company="Acme Inc.")
    assert keys_of(person) == ["uid:7", "mail:a@x.example, ann poe", "name:ann poe, acme"]
    assert keys_of(somebody("Ann Poe")) == ["name:ann poe"]
    assert keys_of(somebody("Ann Poe", emails="a@x.example")) == ["mail:a@x.example, ann poe"]
