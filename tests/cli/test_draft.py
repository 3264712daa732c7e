"""`netfiles draft`: letters to print, to open, to write into files, and to write down."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cli.conftest import Said

Run = Callable[..., Said]
NEWS = ("update", "--news", "contract done", "--all")


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example_vault: Path) -> None:
    monkeypatch.setenv("NETFILES_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("NETFILES_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(example_vault)


def journal(vault: Path) -> set[str]:
    return {path.name for path in (vault / "journal").rglob("*.md")}


def test_a_letter_goes_to_stdout_and_what_to_know_to_stderr(netfiles: Run):
    said = netfiles("draft", "introduction", "ingrid", "--ask", "Any openings?")
    assert said.out.startswith("Subject: A name that you may know\n\nHello Ingrid,\n")
    assert said.err == (
        "Ask Anders Nyqvist before you use the name. The letter leaves the name out.\n"
        "“any openings” says little. Name one role at one company, or the person you want to meet.\n"
    )


def test_a_mailto_link_holds_the_letter(netfiles: Run):
    parts = urlsplit(netfiles("draft", "thanks", "beatriz", "--mailto").out.strip())
    assert (parts.scheme, parts.path) == ("mailto", "beatriz.nogueira@northlight.example")
    assert parse_qs(parts.query)["body"][0].startswith("Hello Beatriz,\r\n\r\nThank you for ")


def test_a_link_needs_an_address(netfiles: Run):
    said = netfiles("draft", "information", "Walt Sorensen", "--mailto")
    assert (said.out, said.exit) == ("", 2)
    assert "No e-mail address is on file for Walt Sorensen." in said.err


def test_the_mail_program_is_opened_only_on_request(netfiles: Run, monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda link: opened.append(link) or True)
    netfiles("draft", "thanks", "beatriz", "--mailto")
    assert not opened
    assert netfiles("draft", "thanks", "beatriz", "--open").out == ""
    assert opened[0].startswith("mailto:beatriz.nogueira@northlight.example?")


def test_a_file_is_new_and_never_a_record(netfiles: Run, example_vault: Path, tmp_path: Path):
    file = tmp_path / "letter.txt"
    assert netfiles("draft", "thanks", "beatriz", "--to", str(file)) == Said("", f"+ {file}\n", 0)
    assert file.read_text("utf-8").startswith("Subject: Thank you for ")
    assert "is there already" in netfiles("draft", "thanks", "beatriz", "--to", str(file)).err
    assert "lies where records are read from" in netfiles("draft", "thanks", "beatriz", "--to", "contacts/x.md").err
    assert "has no folder to go to" in netfiles("draft", "thanks", "beatriz", "--to", "nowhere/x.txt").err


def test_news_makes_a_letter_for_each_who_has_not_heard_it(netfiles: Run, tmp_path: Path):
    said = netfiles("draft", *NEWS)
    assert said.out.count("Subject: Contract done, looking again\n") == 6
    assert said.out.startswith("To: Zoë Brandstätter <zoe.brandstaetter@greenway-transit.example>\nSubject: ")
    netfiles("draft", *NEWS, "--to", str(tmp_path / "letters"))
    files = sorted(path.name for path in (tmp_path / "letters").iterdir())
    assert len(files) == 6
    assert "Wolfgang Prell.txt" in files
    assert len(netfiles("draft", *NEWS, "--mailto").out.splitlines()) == 6
    assert "is there already" in netfiles("draft", *NEWS, "--to", str(tmp_path / "letters")).err
    assert "Choose another place." in netfiles("draft", *NEWS, "--to", str(tmp_path / "no" / "letters")).err


def test_what_was_sent_is_written_down_and_leaves_the_queue(netfiles: Run, example_vault: Path):
    before = journal(example_vault)
    assert "6 people have not heard this news" in netfiles("queue").out
    said = netfiles("draft", *NEWS, "--sent")
    assert said.out.count("+ journal/2026/2026-11-19 Update to ") == 6
    assert len(journal(example_vault) - before) == 6
    assert "have not heard this news" not in netfiles("queue").out
    assert netfiles("check").err == "0 errors, 0 warnings, 0 hints.\n"
    assert "Everybody who is to hear “Contract done, looking again” has heard it." in netfiles("draft", *NEWS).err


def test_thanks_that_were_sent_leave_the_queue(netfiles: Run, example_vault: Path):
    assert "Thank Patrick" in netfiles("queue").out
    said = netfiles("draft", "thanks", "patrick", "--sent", "--on", "2026-11-18")
    assert said.out == "+ journal/2026/2026-11-18 Thanks to Patrick O'Shaughnessy.md\n"
    assert "Thank Patrick" not in netfiles("queue").out


def test_a_nudge_is_sent_once(netfiles: Run):
    assert netfiles("draft", "nudge", "hiroshi", "--sent").exit == 0
    assert "You nudged Hiroshi Tanabe on 2026-11-19 already." in netfiles("draft", "nudge", "hiroshi").err


def test_a_dry_run_writes_nothing_down(netfiles: Run, example_vault: Path):
    before = journal(example_vault)
    assert "+purpose: thanks\n" in netfiles("draft", "thanks", "patrick", "--sent", "--dry-run").out
    assert journal(example_vault) == before


def test_json_has_the_letter_and_what_was_written(netfiles: Run):
    (one,) = json.loads(netfiles("draft", "thanks", "patrick", "--json").out)
    assert list(one) == ["person", "file", "email", "subject", "body", "mailto", "said"]
    assert one["email"] == "p.oshaughnessy@merriweather-freight.example"
    shape = json.loads(netfiles("draft", "thanks", "patrick", "--json", "--sent").out)
    assert shape["title"] == "Log thanks to Patrick O'Shaughnessy"


def test_the_vaults_own_letter_is_used_and_its_faults_are_told(netfiles: Run, example_vault: Path):
    folder = example_vault / "templates" / "letters"
    folder.mkdir(parents=True)
    (folder / "thanks.md").write_text("Subject: Thanks\n\nDear {{ first_name }},\n{{ frist_name }}\n")
    said = netfiles("draft", "thanks", "patrick")
    assert said.err == (
        "netfiles: templates/letters/thanks.md, line 4: `frist_name` is no word that letters know. "
        "Did you mean `first_name`? The guide lists them under Templates.\n"
    )
    assert said.exit == 2


WRONG = {
    ("thanks",): "Give the name of a person.",
    ("thanks", "patrick", "--all"): "Give either a name or --all.",
    ("thanks", "--all"): "--all goes with `update --news TITLE`.",
    ("thanks", "patrick", "--news", "contract"): "--news goes with `update`.",
    (*NEWS, "--open"): "--open is for one letter",
    ("thanks", "patrick", "--on", "2026-11-18"): "--on goes with --sent.",
    ("thanks", "patrick", "--sent", "--on", "soon"): "--on: 'soon' is not a day.",
    ("thanks", "zzz"): "Nobody is called zzz.",
    ("thanks", "nia"): "nia could be 2:",
    ("update", "patrick", "--news", "corvane closed our office"): "is not to be told now",
}


@pytest.mark.parametrize(("words", "said"), WRONG.items())
def test_what_cannot_be_is_refused(netfiles: Run, words: tuple[str, ...], said: str):
    ended = netfiles("draft", *words)
    assert ended.exit == 2
    assert said in ended.err
