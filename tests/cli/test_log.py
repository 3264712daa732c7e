"""`netfiles log`: a line becomes a file, or nothing is written."""

import io
import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.vault.carry_out import undo

Run = Callable[..., tuple[str, str, int]]


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undo store and a cache of each test's own."""
    monkeypatch.setenv("NETFILES_STATE", str(tmp_path_factory.mktemp("state")))
    monkeypatch.setenv("NETFILES_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def vault(example_vault: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(example_vault)
    return example_vault


def journal(vault: Path) -> set[str]:
    return {path.name for path in (vault / "journal").rglob("*.md")}


def stdin(monkeypatch: pytest.MonkeyPatch, text: str, terminal: bool = False) -> None:
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stdin", stream)


def test_a_line_makes_one_file_and_is_read_back(netfiles: Run, vault: Path):
    before = journal(vault)
    out, err, code = netfiles("log", "yesterday", "lunch", "with", "Deb", "40m:", "we", "tried", "two", "stories")
    assert code == 0, err
    assert out == (
        "Wed 18 Nov · coffee · 40 min · with Deborah Kowalczyk (Kowalczyk Planning)\n"
        "+ journal/2026/2026-11-18 Lunch with Deborah Kowalczyk.md\n"
    )
    (new,) = journal(vault) - before
    assert (vault / "journal/2026" / new).read_text("utf-8") == (
        '---\ndate: 2026-11-18\nwith: "[[Deb Kowalczyk]]"\nchannel: coffee\nminutes: 40\n---\n\nwe tried two stories\n'
    )
    undo(vault, lambda _: None)
    assert journal(vault) == before


def test_the_new_entry_is_found_by_the_next_command(netfiles: Run, vault: Path):
    netfiles("log", "call Huy 20m: the ward model")
    assert "the ward model" in netfiles("show", "Huy Trần")[0]


def test_the_same_line_twice_makes_two_files_that_are_both_read(netfiles: Run, vault: Path):
    for text in ("the first", "the second"):
        netfiles("log", f"call Huy 20m: {text}")
    shown = netfiles("show", "Huy Trần")[0]
    assert "the first" in shown
    assert "the second" in shown
    assert "conflict copy" not in netfiles("check")[0]


def test_several_lines_make_several_files_or_none(netfiles: Run, vault: Path, monkeypatch: pytest.MonkeyPatch):
    before = journal(vault)
    stdin(monkeypatch, "- call Huy 20m\n\n- lunch with somebody\n")
    _, err, code = netfiles("log", "-")
    assert code == 2
    assert "Nothing was written. Line 3, column 9: nobody is named" in err
    assert "\n  - lunch with somebody\n          ^\n" in err
    assert journal(vault) == before
    stdin(monkeypatch, "\ufeff- call Huy 20m\r\n\r\n- call Huy 30m\r\n")
    out, _, code = netfiles("log", "-")
    assert code == 0
    assert journal(vault) - before == {"2026-11-19 Call with Huy Trần, 2.md", "2026-11-19 Call with Huy Trần, 3.md"}
    assert out.count("+ journal") == 2


def test_a_dry_run_writes_nothing(netfiles: Run, vault: Path):
    before = journal(vault)
    out, err, code = netfiles("log", "--dry-run", "call Huy 20m")
    assert "+channel: call" in out
    assert "Nothing was written" in err
    assert (code, journal(vault)) == (0, before)


def test_an_ambiguous_name_is_refused_in_a_script_with_whom_it_may_mean(netfiles: Run, vault: Path):
    _, err, code = netfiles("log", "coffee with Nia")
    assert code == 2
    assert "Nia Okafor (Northlight Instruments, last contact 18 Nov 2026); Nia Petrakis" in err


def test_an_ambiguous_name_is_asked_on_a_terminal_once(netfiles: Run, vault: Path, monkeypatch: pytest.MonkeyPatch):
    stdin(monkeypatch, "2\n", terminal=True)
    out, err, code = netfiles("log", "coffee with Nia\ncall Nia")
    assert code == 0, err
    assert "Nia could be 2:" in err
    assert out.count("with Nia Petrakis") == 2 + 2
    assert err.count("could be") == 1


def test_a_line_is_asked_for_where_none_is_given(netfiles: Run, vault: Path, monkeypatch: pytest.MonkeyPatch):
    stdin(monkeypatch, "call Huy !advice\n", terminal=True)
    assert "got advice" in netfiles("log")[0]


def test_the_day_of_lines_without_one_can_be_given(netfiles: Run, vault: Path):
    assert "Fri 13 Nov · call" in netfiles("log", "--on", "last friday", "call Huy")[0]
    assert "Wed 18 Nov · call" in netfiles("log", "--on", "2026-11-02", "yesterday call Huy")[0]
    _, err, code = netfiles("log", "--on", "soon", "call Huy")
    assert (code, "--on: 'soon' is not a day" in err) == (2, True)


def test_the_file_is_opened_in_the_editor_afterwards(
    netfiles: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "and more" >> "$1"\n', "utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(editor))
    assert netfiles("log", "--edit", "call Pat")[2] == 0
    text = (vault / "journal/2026/2026-11-19 Call with Patrick O'Shaughnessy.md").read_text("utf-8")
    assert text.endswith("---\nand more\n")


def test_the_json_says_what_was_understood(netfiles: Run, vault: Path):
    told = json.loads(netfiles("log", "--json", "coffee with Omar: he knows Wulan !advice")[0])
    assert told["written"]
    assert told["entries"] == [
        {
            "file": "journal/2026/2026-11-19 Coffee with Omar.md",
            "understood": "Thu 19 Nov · coffee · with Omar · got advice",
            "guesses": [],
            "notes": ["Omar is not on file yet: kept as a name."],
        }
    ]


def test_nothing_to_log_is_said(netfiles: Run, vault: Path, monkeypatch: pytest.MonkeyPatch):
    stdin(monkeypatch, "\n\n")
    _, err, code = netfiles("log", "-")
    assert (code, "there is nothing to log" in err) == (2, True)


def test_the_help_alone_tells_all_signs_and_three_examples(netfiles: Run):
    out = netfiles("log", "--help")[0]
    assert not [sign for sign in "@# ! + ? > < !thanks !thanked !told".split() if f"  {sign[:1]}" not in out]
    assert out.count("netfiles log '") + out.count("netfiles log 2h") == 3
    assert max(map(len, out.splitlines())) <= 80


def test_the_examples_of_the_help_are_understood(netfiles: Run, vault: Path):
    out = netfiles("log", "--help")[0]
    lines = [line.strip()[13:].strip("'") for line in out.splitlines() if line.startswith("    netfiles log ")]
    for line in lines:
        _, err, code = netfiles("log", "--dry-run", line)
        assert code == 0, err
