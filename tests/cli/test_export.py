"""`netfiles export`: whom it prints, where it writes, and what it says beside."""

import csv
import io
import json
import sqlite3
import stat
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from netfiles.cli.export import FORMATS
from tests.exchange.canaries import TODAY, Canaries

Netfiles = Callable[..., Any]
PRIVATE = "What is marked as private is in it too; --no-private leaves it out."


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A small vault."""
    folder = tmp_path / "vault"
    files = {
        "mkdocs.yml": "site_name: My network\nplugins:\n  - netfiles:\n      today: 2026-11-23\n",
        "contacts/Ada Paz.md": (
            "---\nemails: ada@acme.example\naddresses: 1 Road, Graz\ncompany: Acme\naliases: Adi\n---\nKnows Bo Lee.\n"
        ),
        "contacts/Bo Lee.md": "---\nemails: bo@globex.example\ntags: family\n---\n",
        "contacts/Cy.md": "---\nprivate: yes\nemails: cy@secret.example\n---\n",
        "contacts/Dee.md": "---\nstatus: closed\nemails: dee@x.example\naddresses: 2 Road\n---\n",
        "journal/2026-11-10 Coffee.md": '---\nwith: ["[[Ada Paz]]", "[[New Name]]"]\nchannel: coffee\n---\n',
        "journal/2026-11-11 Call.md": "---\nwith: Cy\nchannel: call\n---\n",
    }
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ["Ada Paz", "Bo Lee", "Cy", "Dee"]),
        (("bo lee",), ["Bo Lee"]),
        (("adi",), ["Ada Paz"]),
        (("lee",), ["Bo Lee", "Ada Paz"]),
        (("has:email", "-tag:family"), ["Ada Paz", "Cy"]),
        (("-family", "has:email"), ["Ada Paz", "Cy"]),
        (("-oslo", "is:closed"), ["Dee"]),
        (("--", "-tag:family", "is:filed"), ["Ada Paz", "Cy"]),
    ],
    ids=str,
)
def test_a_whole_name_means_one_person_all_else_is_a_query_and_nothing_is_everybody(
    netfiles: Netfiles, vault: Path, words: tuple[str, ...], names: list[str]
) -> None:
    out, err, code = netfiles("-C", vault, "export", "csv", *words)
    assert [row["name"] for row in csv.DictReader(io.StringIO(out))] == names
    assert (PRIVATE in err, code) == ("Cy" in names, 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("csv", "zzz"), "Nobody is found by: zzz."),
        (("emails", "name:zzz"), "Nobody is found by: name:zzz."),
        (("csv", "new name"), "Left out, since they are not on file: New Name.\nNobody is found by: new name."),
        (("labels", "bo lee"), "Left out, since no postal address is on file: Bo Lee."),
        (("csv", "--what", "leads"), "There are no leads."),
        (
            ("work-log", "--from", "2020-01-01", "--to", "2020-01-02"),
            "No efforts are logged from 2020-01-01 to 2020-01-02.",
        ),
    ],
    ids=str,
)
def test_where_there_is_nothing_a_word_is_said_and_nothing_written(
    netfiles: Netfiles, vault: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    assert netfiles("-C", vault, "export", *words, "-o", tmp_path / "x") == ("", f"{said}\n", 1)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("csv", "--photo"), "--photo goes with vcard."),
        (("vcard", "--from", "2026-01-01"), "--from goes with work-log."),
        (("schema", "--no-private"), "--no-private goes with vcard, csv, ics"),
        (("json", "ada"), "json takes no query."),
        (("sqlite",), "sqlite is no text: name a file with -o FILE."),
        (("csv", "--what", "goals", "ada"), "A query finds people and their interactions, no goals."),
        (("labels", "--sheet", "5163", "--skip", "10"), "--skip 10: a sheet of 5163 has fewer labels."),
        (("csv", "has:emial"), "`emial` is nothing that somebody has"),
        (("work-log", "--from", "soon"), "'soon' is not a date"),
        (("csv", "--nonsense"), "No such option"),
        (("csv", "--redact", "ada"), "--redact takes no query"),
        (("csv", "--redact", "--no-private"), "leave --no-private out"),
    ],
    ids=str,
)
def test_what_does_not_go_together_is_refused(
    netfiles: Netfiles, vault: Path, words: tuple[str, ...], said: str
) -> None:
    out, err, code = netfiles("-C", vault, "export", *words)
    assert (out, code) == ("", 2)
    assert said in err


EVERY = [("emails", "has:email"), *((name,) for name in FORMATS if name not in ("emails", "work-log"))]


@pytest.mark.parametrize("words", EVERY, ids=str)
def test_a_file_is_whole_for_its_owner_alone_and_the_same_the_next_time(
    netfiles: Netfiles, vault: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "out"
    file.write_bytes(b"")
    file.chmod(0o644)
    _, err, code = netfiles("-C", vault, "export", *words, "-o", file)
    assert (err.splitlines()[0] if words[0] != "schema" else err.strip(), code) == (f"+ {file}", 0)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_bytes()
    force = ("--force",) if words[0] == "emails" else ()
    assert netfiles("-C", vault, "export", *words, "-o", file, *force).exit == 0
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".nf-")] == []
    if words[0] != "sqlite":
        assert netfiles("-C", vault, "export", *words).out.encode() == content


@pytest.mark.parametrize("words", EVERY, ids=str)
def test_a_file_that_something_else_made_stays(
    netfiles: Netfiles, vault: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "letter"
    file.write_text("BEGIN:VCALENDAR\nname,phone\n")
    _, err, code = netfiles("-C", vault, "export", *words, "-o", file)
    assert "is there already and was not made by this command" in err
    assert (file.read_text(), code) == ("BEGIN:VCALENDAR\nname,phone\n", 2)
    assert netfiles("-C", vault, "export", *words, "-o", file, "--force").exit == 0


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("contacts/people.csv", "lies in contacts, which the vault is made of"),
        ("contacts/deep/people.csv", "has no folder to go to"),
        ("journal/x.md", "lies in journal, which the vault is made of"),
        ("contacts/../contacts/x", "lies in contacts, which the vault is made of"),
        ("link/x", "lies in contacts, which the vault is made of"),
        ("mkdocs.yml", "lies in mkdocs.yml, which the vault is made of"),
        ("contacts", "is a folder"),
    ],
)
def test_nothing_is_written_among_records_even_by_force(netfiles: Netfiles, vault: Path, where: str, said: str) -> None:
    (vault / "link").symlink_to(vault / "contacts")
    before = {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()}
    _, err, code = netfiles("-C", vault, "export", "csv", "--force", "-o", vault / where)
    assert (said in err, code) == (True, 2)
    assert {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()} == before


def test_a_link_stays_one_and_the_file_behind_it_is_written(netfiles: Netfiles, vault: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    netfiles("-C", vault, "export", "csv", "-o", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes().startswith(b"name,")


def test_a_file_that_git_would_take_is_warned_of(netfiles: Netfiles, vault: Path) -> None:
    def careful(name: str) -> bool:
        return "git does not ignore it" in netfiles("-C", vault, "export", "csv", "-o", vault / name).err

    assert not careful("people.csv")
    subprocess.run(["git", "init", "-q", str(vault)], check=True)
    (vault / ".gitignore").write_text("ignored*\n")
    assert careful("people.csv")
    assert not careful("ignored.csv")
    assert "Careful" not in netfiles("-C", vault, "export", "schema", "-o", vault / "schema.json").err


def test_no_private_leaves_out_what_is_marked(netfiles: Netfiles, vault: Path, tmp_path: Path) -> None:
    for words in EVERY:
        if words[0] in ("schema", "sqlite"):
            continue
        out, err, _ = netfiles("-C", vault, "export", *words, "--no-private")
        assert PRIVATE not in err
        assert "Cy" not in out
        assert "secret" not in out
    netfiles("-C", vault, "export", "sqlite", "--no-private", "-o", tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as base:
        assert base.execute("SELECT called FROM people WHERE file IS NOT NULL ORDER BY 1").fetchall() == [
            ("Ada Paz",),
            ("Bo Lee",),
            ("Dee",),
        ]


def test_who_is_closed_is_written_to_only_where_the_query_asks_for_it(netfiles: Netfiles, vault: Path) -> None:
    assert "dee@" not in netfiles("-C", vault, "export", "emails").out
    assert "Dee" not in netfiles("-C", vault, "export", "labels", "--plain").out
    assert netfiles("-C", vault, "export", "emails", "is:closed").out == "Dee <dee@x.example>\n"
    assert netfiles("-C", vault, "export", "emails", "dee").out == "Dee <dee@x.example>\n"


def test_interactions_are_those_with_the_people_of_the_query(netfiles: Netfiles, vault: Path) -> None:
    out = netfiles("-C", vault, "export", "csv", "--what", "interactions", "new name").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["date"], row["with"]) for row in rows] == [("2026-11-10", "Ada Paz; New Name")]
    assert netfiles("-C", vault, "export", "csv", "--what", "interactions").out.count("\r\n") == 3


REDACTED = [name for name, about in FORMATS.items() if "redact" in about.options]


def test_with_redact_no_word_of_the_vault_is_in_anything(netfiles: Netfiles, tmp_path: Path) -> None:
    canaries = Canaries(Random(6))
    vault, file = tmp_path / "vault", tmp_path / "out"
    (vault / "contacts").mkdir(parents=True)
    (vault / "mkdocs.yml").write_text(f"site_name: {canaries.word()}\nplugins: [netfiles]\n")
    for path, text in canaries.files(3):
        (vault / path).parent.mkdir(parents=True, exist_ok=True)
        (vault / path).write_text(text, "utf-8")
    for name in REDACTED:
        for what in ("people", "interactions", "companies", "leads", "goals") if name == "csv" else ("",):
            words = (*(("--what", what) if what else ()), *(("--from", "2020-01-01") if name == "work-log" else ()))
            said = netfiles("-C", vault, "--today", TODAY, "export", name, *words, "--redact", "--force", "-o", file)
            assert (said.exit, "Names are made up" in said.err) == (0, True), said
            shown = file.read_bytes().decode("utf-8", "replace").casefold()
            assert not [word for word in canaries.words if word.casefold() in shown], name
            assert str(TODAY) not in shown
            assert datetime.fromtimestamp(file.stat().st_mtime, UTC).year < 2026


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in REDACTED])
def test_what_is_for_writing_to_people_cannot_be_redacted(netfiles: Netfiles, vault: Path, name: str) -> None:
    assert netfiles("-C", vault, "export", name, "--redact").exit == 2


def test_the_work_log_is_that_of_the_report(netfiles: Netfiles, example_vault: Path) -> None:
    days = ("--from", "2026-10-01", "--to", "2026-10-31")
    report = netfiles("-C", example_vault, "report", "log", "--csv", *days).out
    assert netfiles("-C", example_vault, "export", "work-log", *days).out == report.replace("\n", "\r\n")


def test_the_schema_needs_no_vault(netfiles: Netfiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    out, _, code = netfiles("export", "schema")
    assert (json.loads(out)["title"], code) == ("Everything in a vault of netfiles", 0)


def test_own_fields_are_in_the_json(netfiles: Netfiles, vault: Path) -> None:
    (vault / "contacts/Bo Lee.md").write_text("---\nshoe_size: 38\n---\n")
    people = json.loads(netfiles("-C", vault, "export", "json").out)["people"]
    assert next(one for one in people if one["called"] == "Bo Lee")["own_fields"] == {"shoe_size": "38"}


@pytest.mark.parametrize(("version", "photo"), [("4.0", "PHOTO:data:image/png;base64,"), ("3.0", "PHOTO;ENCODING=b;")])
def test_a_card_has_the_picture_where_it_is_asked_for(
    netfiles: Netfiles, example_vault: Path, version: str, photo: str
) -> None:
    words = ("-C", example_vault, "export", "vcard", "nia okafor", "--version", version)
    out, _, code = netfiles(*words, "--photo")
    assert (out.count("BEGIN:VCARD"), f"VERSION:{version}" in out, photo in out, code) == (1, True, True, 0)
    assert "PHOTO" not in netfiles(*words).out
    assert "facing desks" in netfiles(*words, "--notes").out.replace("\r\n ", "")
    assert netfiles("-C", example_vault, "export", "vcard").out.count("END:VCARD\r\n") == 41
