"""`netfiles new`: a file from a template, once."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example_vault: Path) -> None:
    monkeypatch.setenv("NETFILES_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("NETFILES_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(example_vault)


Run = Callable[..., Said]


def test_a_person_is_made_from_the_built_in_template(netfiles: Run, example_vault: Path):
    said = netfiles("new", "person", "Jane:", "Doe", "--company", "northlight instruments", "--email", "j@x.example")
    assert said == Said("+ contacts/Jane - Doe.md\n", "", 0)
    text = (example_vault / "contacts" / "Jane - Doe.md").read_text("utf-8")
    assert text.startswith(
        '---\nname: "Jane: Doe"\ntitle:\ncompany: "[[Northlight Instruments]]"\nemails: j@x.example\n'
    )
    assert netfiles("check").err == "0 errors, 0 warnings, 0 hints.\n"
    assert netfiles("show", "Jane: Doe").exit == 0


def test_the_vaults_own_template_comes_first(netfiles: Run, example_vault: Path):
    (example_vault / "templates").mkdir()
    (example_vault / "templates" / "person.md").write_bytes(
        b"\xef\xbb\xbf---\r\nname: {{title}}\r\n---\r\nMet {{date}}.\r\n"
    )
    netfiles("new", "person", "Jane Doe")
    assert (example_vault / "contacts" / "Jane Doe.md").read_text(
        "utf-8"
    ) == "---\nname: Jane Doe\n---\nMet 2026-11-19.\n"


def test_a_faulty_template_is_told_and_nothing_made(netfiles: Run, example_vault: Path):
    (example_vault / "templates").mkdir()
    (example_vault / "templates" / "person.md").write_text("---\nname: {{title}}\nx: {{nothing}}\n---\n")
    said = netfiles("new", "person", "Jane Doe")
    assert said.exit == 2
    assert said.err.startswith("netfiles: Nothing was written: templates/person.md:3: `{{nothing}}` is not understood.")
    assert not (example_vault / "contacts" / "Jane Doe.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
def test_a_template_outside_of_the_vault_is_not_read(netfiles: Run, example_vault: Path, tmp_path: Path):
    (tmp_path / "secret.md").write_text("---\nname: {{title}}\n---\nsecret\n")
    (example_vault / "templates").mkdir()
    (example_vault / "templates" / "person.md").symlink_to(tmp_path / "secret.md")
    assert "templates/person.md: it leads out of the vault" in netfiles("new", "person", "Jane Doe").err


def test_somebody_who_may_be_on_file_is_refused_in_a_script(netfiles: Run, example_vault: Path):
    said = netfiles("new", "person", "Nia Okafr", "--phone", "413 555 0142")
    assert said.exit == 2
    assert said.err == (
        "netfiles: Nothing was written: Nia Okafr may be on file already.\n"
        "  Nia Okafor, Northlight Instruments (contacts/Nia Okafor.md): a similar name, the same phone number\n"
        "If it is another one, say `--anyway`.\n"
    )
    assert netfiles("new", "person", "Nia Okafr", "--anyway").exit == 0


@pytest.mark.parametrize(("answer", "made"), [("y\n", True), ("n\n", False)])
def test_on_a_terminal_it_is_asked(
    netfiles: Run, example_vault: Path, monkeypatch: pytest.MonkeyPatch, answer: str, made: bool
):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", lambda *_, **__: answer == "y\n")
    netfiles("new", "person", "Nia Okafr")
    assert (example_vault / "contacts" / "Nia Okafr.md").exists() is made


def test_a_second_of_a_name_is_no_conflict_copy_of_the_first(netfiles: Run, example_vault: Path):
    netfiles("new", "person", "Jane Doe")
    said = netfiles("new", "person", "Jane Doe", "--anyway")
    assert said.out == "Jane Doe.md is there already; this file is called Jane Doe, 2.md.\n+ contacts/Jane Doe, 2.md\n"
    assert "NF107" not in netfiles("check").out
    assert "Jane Doe  (contacts/Jane Doe, 2.md)" in netfiles("show", "Jane").err


def test_a_dry_run_shows_the_file_and_its_twins_and_makes_nothing(netfiles: Run, example_vault: Path):
    said = netfiles("new", "person", "Nia Okafr", "--dry-run")
    assert '+name: "Nia Okafr"\n' in said.out
    assert "may be on file already" in said.err
    assert not (example_vault / "contacts" / "Nia Okafr.md").exists()


def test_an_entry_is_with_people_named_in_a_hurry(netfiles: Run, example_vault: Path):
    said = netfiles("new", "entry", "Nia O., Grace and Bo Lee", "--on", "2026-11-12", "-f", "channel=call")
    assert said.err == "Bo Lee is not on file yet.\n"
    path = example_vault / "journal/2026/2026-11-12 Call with Nia Okafor, Grace Achieng and Bo Lee.md"
    assert 'with: ["[[Nia Okafor]]", "[[Grace Achieng]]", "[[Bo Lee]]"]\n' in path.read_text("utf-8")


ON = {
    ("person", "Jane Doe", "monday"): "met_on: 2026-11-16",
    ("lead", "Planner", "12 nov"): "heard_on: 2026-11-12",
    ("person", "Jane Doe", "2026-11-12"): "met_on: 2026-11-12",
    ("entry", "Jane Doe", "2026-12-01T09:30"): "date: 2026-12-01T09:30",
    ("goal", "Talks", "2026-12-01"): "start: 2026-12-01",
}


@pytest.mark.parametrize(("words", "line"), ON.items(), ids=map(" ".join, ON))
def test_the_day_of_what_was_is_typed_as_for_log(
    netfiles: Run, example_vault: Path, words: tuple[str, str, str], line: str
):
    kind, name, day = words
    assert f"+{line}\n" in netfiles("new", kind, name, "--on", day, "--dry-run").out.replace('"', "")


WRONG = {
    ("goal", "--on", "1 dec"): "`1 dec` is not a date",
    ("entry", "--on", "monday"): "`monday` is not a date",
    ("goal", "--email", "a@x.example"): "--email says nothing of a goal.",
    ("company", "--on", "2026-11-12"): "--on says nothing of a company.",
    ("person", "-f", "x"): "`x` is not a field with a value",
    ("person", "--on", "soon"): "--on: 'soon' is not a day",
    ("person", "--email", "nobody"): "`emails[1]`: `nobody` is not an e-mail address",
    ("lead", "-f", "stage=hoped"): "`stage`: `hoped` is not one of the words",
}


@pytest.mark.parametrize(("words", "said"), WRONG.items())
def test_what_cannot_be_is_refused(netfiles: Run, words: tuple[str, ...], said: str):
    ended = netfiles("new", words[0], "Jane Doe", *words[1:])
    assert ended.exit == 2
    assert said in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="the editor is a shell script")
def test_the_editor_gets_the_file_and_no_shell_the_name(
    netfiles: Run, example_vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    editor = tmp_path / "my editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/opened"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(editor))
    assert netfiles("new", "company", "$(touch pwned) `id`", "--edit").exit == 0
    assert (tmp_path / "opened").read_text() == str(example_vault / "career/companies/$(touch pwned) `id`.md")
    assert "pwned" not in os.listdir(example_vault)  # noqa: PTH208


def test_without_an_editor_the_file_is_named(netfiles: Run, monkeypatch: pytest.MonkeyPatch):
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert "Set VISUAL or EDITOR; the file is " in netfiles("new", "company", "Acme", "--edit").err
