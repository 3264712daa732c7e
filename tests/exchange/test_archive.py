"""Zips: LinkedIn's whole export, others, and those that mean harm."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming
from netfiles.exchange.tables import archive_in
from netfiles.exchange.tables.archive_in import read_archive
from tests.exchange.tables import accounted, quiet, said, wishes

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Byron,,a@x.example,Acme,CTO,1 May 2020\n"
)
MESSAGES = "CONVERSATION ID,FROM,TO,DATE,CONTENT\nc1,Ada Byron,Me Myself,2026-01-01 10:00:00 UTC,x\n"
PROFILE = "First Name,Last Name,Headline\nMe,Myself,x\n"
INVITATIONS = "From,To,Sent At,Message,Direction\nMe Myself,Ada Byron,7/8/26,Hi,OUTGOING\n"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def read(content: bytes, name: str = "export.zip") -> Incoming:
    incoming = read_archive(io.BytesIO(content), name, wishes(), quiet)
    assert accounted(incoming) == incoming.rows
    return incoming


EXPORT = {
    "Basic/Connections.csv": CONNECTIONS, "Basic/messages.csv": MESSAGES, "Basic/Invitations.csv": INVITATIONS,
    "Basic/Profile.csv": PROFILE, "Basic/Skills.csv": "Name\nPython\n", "Basic/Ad_Targeting.csv": "x\n",
}  # fmt: skip


def test_linkedins_export_is_read_at_once() -> None:
    incoming = read(zipped(EXPORT), "Basic_LinkedInDataExport_11-29-2026.zip")
    assert incoming.source == "linkedin"
    assert [(person.name, person.values["as_of"]) for person in incoming.people] == [("Ada Byron", ("2026-11-29",))]
    assert [(talk.at, talk.values["direction"][0]) for talk in incoming.talks] == [
        ("2026-01-01", "in"),
        ("2026-07-08", "out"),
    ]
    assert said(incoming)[-1] == (1, "not needed, and left out: Profile.csv, Skills.csv, Ad_Targeting.csv")


def test_progress_goes_on_from_file_to_file() -> None:
    told: list[tuple[int, int]] = []
    read_archive(io.BytesIO(zipped(EXPORT)), "export.zip", wishes(), lambda *done: told.append(done))
    whole = len(CONNECTIONS) + len(MESSAGES) + len(INVITATIONS)
    assert told == [(len(CONNECTIONS), whole), (len(CONNECTIONS) + len(MESSAGES), whole), (whole, whole)]


@pytest.mark.parametrize(
    "name", ["export.zip", "LinkedInDataExport_11-29-2036.zip", "LinkedInDataExport_13-40-2020.zip"]
)
def test_the_day_of_an_export_is_what_its_name_says_or_none(name: str) -> None:
    assert "as_of" not in read(zipped(EXPORT), name).people[0].values


def test_another_zip_is_read_table_by_table_and_card_by_card() -> None:
    files = {
        "a.csv": "Name,Email\nAda,a@x.example\n,b@x.example\n",
        "b.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Lee\nEND:VCARD\n",
        "c.csv": "foo,bar\n1,2\n",
        "d.txt": "x",
        "__MACOSX/._a.csv": "x",
    }
    incoming = read(zipped(files))
    assert [person.name for person in incoming.people] == ["Ada", "Bo Lee"]
    messages = [message for _, message in said(incoming)]
    assert "a.csv: a row without a name, with `b@x.example`" in messages
    assert messages[-2].startswith("Nothing was read from c.csv, line 1: no column is the name of a person")
    assert messages[-1] == "not needed, and left out: d.txt, ._a.csv"


def test_what_leads_out_of_a_zip_or_is_a_link_or_encrypted_is_not_read() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("ok.csv", "Name\nAda\n")
        for name in ("../up.csv", "/abs.csv", "C:\\x.csv", "a/../../b.csv", "~/x.csv"):
            archive.writestr(name, "Name\nEve\n")
        link = zipfile.ZipInfo("link.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        locked = zipfile.ZipInfo("locked.csv")
        archive.writestr(locked, "Name\nEve\n")
    data = bytearray(content.getvalue())
    at = data.rindex(b"locked.csv") - 46
    data[at + 8] |= 1
    incoming = read(bytes(data))
    assert [person.name for person in incoming.people] == ["Ada"]
    assert [message for _, message in said(incoming)][1:] == [
        "../up.csv is not read: its name leads out of the zip", "/abs.csv is not read: its name leads out of the zip",
        "C:\\x.csv is not read: its name leads out of the zip",
        "a/../../b.csv is not read: its name leads out of the zip",
        "~/x.csv is not read: its name leads out of the zip", "link.csv is not read: it is a link to another file",
        "locked.csv is not read: it is encrypted",
    ]  # fmt: skip


def test_a_bomb_is_stopped_by_what_comes_out_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_in, "MAX_READ", 2**16)
    with pytest.raises(CannotRead, match="come out of it"):
        read(zipped({"Connections.csv": "First Name,Last Name,Connected On\n" + "Ada,Byron,x\n" * 10_000}))
    incoming = read(zipped({"a.csv": "Name\nAda\n", "b.csv": "Name\n" + "Ada\n" * 20_000}))
    assert [person.name for person in incoming.people] == ["Ada"]
    assert "more than 0.0625 MiB come out of it" in incoming.left[-1].message


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04 and no more", "it is no zip, or a damaged one"), (b"", "it is no zip, or a damaged one"),
        (zipped({}), "there is no table of people in it. It holds no file that may be read"),
        (zipped({"x.txt": "x", "y/z.pdf": "x"}), "there is no table of people in it. It holds x.txt, z.pdf"),
        (zipped({"a.csv": "foo\n"}), "a.csv, line 1: no column is the name of a person"),
        (zipped({f"{n}": "" for n in range(20_001)}), "there are more than 20000 files in it"),
    ],
)  # fmt: skip
def test_a_zip_of_which_nothing_can_be_read_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(CannotRead, match=why.replace(".", r"\.")):
        read(content)


def test_a_zip_damaged_anywhere_is_read_or_refused() -> None:
    whole = zipped(EXPORT)
    for place in range(0, len(whole), 7):
        for broken in (whole[:place], whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]):
            try:
                read(broken)
            except CannotRead:
                continue
