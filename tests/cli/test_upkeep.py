"""The commands that keep a vault in order, as a person or a script calls them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.changes.made import vault
from tests.conftest import REPOSITORY

Run = Callable[..., tuple[str, str, int]]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault with two files of one person."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [netfiles]\n", "utf-8")
    files = {
        "contacts/Bob Miller.md": "emails: bob@x.example; title: Buyer",
        "contacts/Robert Miller.md": "emails: bob@x.example; title: Planner",
        "contacts/Cy Ek.md": "title: Cook; met_on: 2026/11/5",
        "contacts/Robert M Miller.md": "title: Nurse",
        "journal/2026-11-01 Call.md": 'with: "[[Bob Miller]]"; channel: call // Robert Miller and [[Bob Miller]].',
    }
    monkeypatch.chdir(vault(tmp_path, files))
    return tmp_path


def test_pairs_are_told_as_json_and_not_after_they_were_kept_apart(netfiles: Run, small: Path) -> None:
    (pair,) = [one for one in json.loads(netfiles("dupes", "--json")[0]) if one["points"] > 40]
    assert pair == {
        "kind": "person",
        "first": {"name": "Bob Miller", "file": "contacts/Bob Miller.md"},
        "second": {"name": "Robert Miller", "file": "contacts/Robert Miller.md"},
        "likely": "almost certain",
        "points": 85,
        "reasons": [
            {"points": 60, "text": "the same address: bob@x.example"},
            {"points": 25, "text": "Bob is short for Robert, or the other way round"},
        ],
    }
    apart = json.loads(netfiles("dupes", "--not-same", "Bob Miller", "contacts/Robert Miller.md", "--json")[0])
    assert apart["files"] == [{"file": "not-the-same.txt", "change": "created"}]
    assert not [one for one in json.loads(netfiles("dupes", "--json")[0]) if one["points"] > 40]
    assert netfiles("rename", "Bob Miller", "Bobby Miller")[2] == 0
    assert "contacts/Bobby Miller.md | contacts/Robert Miller.md\n" in (small / "not-the-same.txt").read_text("utf-8")


def test_a_merge_in_a_script_has_to_be_told_what_counts(netfiles: Run, small: Path) -> None:
    out, err, exit_ = netfiles("merge", "Bob Miller", "contacts/Robert Miller.md")
    assert (out, exit_) == ("", 2)
    assert "title: Planner (this) | Buyer (other)" in err
    assert netfiles("merge", "Bob Miller", "contacts/Robert Miller.md", "--prefer", "other")[2] == 0
    text = (small / "contacts/Robert Miller.md").read_text("utf-8")
    assert "title: Buyer" in text
    assert "aliases: [Bob Miller]" in text
    assert not (small / "contacts/Bob Miller.md").exists()
    assert 'with: "[[Robert Miller]]"' in (small / "journal/2026-11-01 Call.md").read_text("utf-8")


def test_what_is_certain_is_linked_on_yes_only(netfiles: Run, small: Path) -> None:
    before = (small / "journal/2026-11-01 Call.md").read_text("utf-8")
    (one,) = json.loads(netfiles("link", "--json")[0])
    assert (one["words"], one["link"], one["certain"]) == ("Robert Miller", "[[Robert Miller]]", True)
    assert "1 could be links, 1 of them certain. Nothing was written" in netfiles("link")[1]
    assert (small / "journal/2026-11-01 Call.md").read_text("utf-8") == before
    assert netfiles("link", "--yes")[2] == 0
    assert "[[Robert Miller]] and [[Bob Miller]]." in (small / "journal/2026-11-01 Call.md").read_text("utf-8")


def test_check_says_what_fix_can_mend_and_fix_does_so_on_yes_only(netfiles: Run, small: Path) -> None:
    assert "1 error, 0 warnings, 0 hints. `netfiles fix` can mend 1 of them." in netfiles("check")[1]
    out, err, _ = netfiles("fix")
    assert "-met_on: 2026/11/5\n+met_on: 2026-11-05\n" in out
    assert "--yes mends it." in err
    assert json.loads(netfiles("fix", "--json")[0])["written"] is False
    assert "2026/11/5" in (small / "contacts/Cy Ek.md").read_text("utf-8")
    assert "mended contacts/Cy Ek.md:3: NF302" in netfiles("fix", "--yes")[0]
    assert netfiles("check")[1:] == ("0 errors, 0 warnings, 0 hints.\n", 0)
    assert json.loads(netfiles("fix", "--json")[0])["files"] == []


def test_links_in_fields_of_ones_own_are_kept_right(netfiles: Run, small: Path) -> None:
    file = small / "contacts" / "Ann Poe.md"
    file.write_text('---\nmentor: "[[Bob Miller|Bob]]" # mine\nteam:\n  - [[bob miller]]\n  - x\n---\n', "utf-8")
    assert netfiles("rename", "Bob Miller", "Bobby Mills")[2] == 0
    now = '---\nmentor: "[[Bobby Mills|Bob]]" # mine\nteam:\n  - "[[Bobby Mills]]"\n  - x\n---\n'
    assert file.read_text("utf-8") == now


def test_a_file_that_cannot_be_read_is_not_taken_for_another(netfiles: Run, small: Path) -> None:
    file = small / "contacts/Cy Ek.md"
    file.write_text(file.read_text("utf-8").replace("2026/11/5", "soon"), "utf-8")
    (small / "journal/2026-11-02 Lunch.md").write_text('---\nwith: "[[Cy Ek]]"\n---\n', "utf-8")
    before = {path: path.read_bytes() for path in small.rglob("*.md")}
    told = "contacts/Cy Ek.md cannot be read, line 3: `met_on`: `soon` is not a date. Write a day that exists"
    for words in (
        ("rename", "contacts/Cy Ek.md", "Bo"),
        ("rename", "Cy Ek", "Bo"),
        ("rename", "[[cy ek]]", "Bo"),
        ("merge", "contacts/Cy Ek", "Bob Miller"),
        ("merge", "Cy Ek", "contacts/Bob Miller.md"),
        ("snooze", "cy ek", "2w"),
        ("met", "Cy Ek"),
        ("thank", "Cy Ek"),
    ):
        out, err, exit_ = netfiles(*words)
        assert (out, exit_) == ("", 2), words
        assert told in err, words
    assert before == {path: path.read_bytes() for path in small.rglob("*.md")}
    assert netfiles("new", "entry", "Cy Ek")[2] == 0  # needs no more of them than the name


def test_a_file_that_cannot_be_read_is_meant_before_one_that_is_nearly_called_so(netfiles: Run, small: Path) -> None:
    files = {
        "contacts/Ana.md": "private: perhaps; met_on: soon",
        "contacts/Ana Lucia Diaz.md": "title: Cook",
        "contacts/Sam.md": "met_on: soon",
        "career/leads/Sam.md": "company: Acme; next: call; next_on: 2026-11-18",
        "contacts/Empty.md": "",
    }
    vault(small, files)
    (small / "contacts/Empty.md").write_text("", "utf-8")
    before = {path: path.read_bytes() for path in small.rglob("*.md")}
    for words, told in (
        (("snooze", "Ana", "2w"), "contacts/Ana.md cannot be read, line 3: `met_on`"),
        (("met", "ana"), "contacts/Ana.md cannot be read, line 3: `met_on`"),
        (("done", "Sam"), "contacts/Sam.md cannot be read, line 2: `met_on`"),
        (("thank", "Empty"), "contacts/Empty.md cannot be read: The file is empty."),
        (("rename", "contacts/../contacts/Ana.md", "Bo"), "lies in no folder of records"),
    ):
        out, err, exit_ = netfiles(*words)
        assert (out, exit_) == ("", 2), words
        assert told in err, words
    assert before == {path: path.read_bytes() for path in small.rglob("*.md")}
    assert netfiles("snooze", "Ana L.", "2w")[2] == 0


@pytest.mark.parametrize(
    ("path", "why"),
    [("contacts/Nobody.md", "is not there"), ("README.md", "lies in no folder"), ("../x.md", "lies in")],
)
def test_a_path_that_is_no_record_says_why(netfiles: Run, small: Path, path: str, why: str) -> None:
    out, err, exit_ = netfiles("rename", path, "Bo")
    assert (out, exit_) == ("", 2)
    assert f"{path} {why}" in err


def test_a_rename_is_one_commit_where_that_is_asked(netfiles: Run, small: Path) -> None:
    def git(*words: str) -> str:
        name = ("-c", "user.name=x", "-c", "user.email=x@x.example")
        return subprocess.run(["git", *name, *words], cwd=small, check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    git("config", "user.name", "x")
    git("config", "user.email", "x@x.example")
    git("add", ".")
    git("commit", "-qm", "Begin")
    assert netfiles("rename", "Bob Miller", "Bobby Miller", "--commit")[2] == 0
    assert git("log", "-1", "--format=%s").strip() == "Rename Bob Miller to Bobby Miller"
    assert git("status", "--porcelain") == ""


def test_a_name_can_be_written_with_other_letters(netfiles: Run, small: Path) -> None:
    assert netfiles("rename", "Bob Miller", "bob miller")[1:] == ("", 0)
    assert (small / "contacts/bob miller.md").exists()
    assert "[[bob miller]]" in (small / "journal/2026-11-01 Call.md").read_text("utf-8")


def test_the_guide_shows_what_fix_makes_of_the_two_mistakes(
    netfiles: Run, example_vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = example_vault / "contacts" / "Patrick O'Shaughnessy.md"
    file.write_text(file.read_text("utf-8").replace("company:", "compnay:"), "utf-8")
    monkeypatch.chdir(example_vault)
    out, err, _ = netfiles("fix")
    guide = (REPOSITORY / "docs" / "commands.md").read_text("utf-8")
    assert f"…\n{out}{err}" in guide


def test_of_many_files_the_first_are_named(netfiles: Run, small: Path) -> None:
    file = small / "contacts/Cy Ek.md"
    file.write_text("---\ntitle: Cook\n---\n", "utf-8")
    for n in range(30):
        (small / f"journal/2026-11-02 Note {n:02}.md").write_text('---\nwith: "[[Cy Ek]]"\n---\n', "utf-8")
    out = netfiles("rename", "Cy Ek", "Cyrus Ek")[0].splitlines()
    named = [line for line in out if line[:2] in ("~ ", "> ")]
    assert (named[0], len(named)) == ("> contacts/Cyrus Ek.md", 20)
    assert out[-1] == "… and 11 more: `netfiles undo --list --json` names all"
    assert netfiles("undo")[0].splitlines()[-1] == "… and 12 more: `netfiles undo --list --json` names all"
    assert len(json.loads(netfiles("undo", "--list", "--json")[0])[0]["files"]) == 32
