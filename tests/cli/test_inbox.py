"""`netfiles inbox`: a line leaves the inbox with the entry it makes, and not otherwise."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.vault.carry_out import undo

Run = Callable[..., tuple[str, str, int]]
GOOD = "2026-11-18 Deb wrote from the bus, likes it"
BAD = "card of a man from the water works"


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undo store and a cache of each test's own."""
    monkeypatch.setenv("NETFILES_STATE", str(tmp_path_factory.mktemp("state")))
    monkeypatch.setenv("NETFILES_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def vault(example_vault: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(example_vault)
    stdin(monkeypatch, "")
    return example_vault


def stdin(monkeypatch: pytest.MonkeyPatch, text: str, terminal: bool = False) -> None:
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stdin", stream)


def journal(vault: Path) -> set[str]:
    return {path.name for path in (vault / "journal").rglob("*.md")}


def test_the_example_inbox_comes_out_sensibly(netfiles: Run, vault: Path):
    before = journal(vault)
    out, _, code = netfiles("inbox", "--yes")
    assert code == 0
    assert journal(vault) - before == {
        "2026-11-18 Message from Zoë Brandstätter.md",
        "2026-11-19 Call with Ana Lucía Fernández de la Reguera y Goicoechea-Montemayor.md",
    }
    assert "Line 3 stays: card of a man" in out
    assert "Column 3: nobody is named whom it was with." in out
    assert (vault / "inbox.md").read_text("utf-8").startswith("- card of a man")
    assert (vault / "inbox.md").read_text("utf-8").count("\n") == 1


def test_all_other_bytes_stay(netfiles: Run, vault: Path):
    inbox = vault / "inbox.md"
    inbox.write_bytes(f"\ufeff# Inbox\r\n\r\n- {GOOD}\r\n  and more\r\n{BAD}\t  \r\nlast é".encode())
    assert netfiles("inbox", "--yes")[2] == 0
    assert inbox.read_bytes() == f"\ufeff# Inbox\r\n\r\n{BAD}\t  \r\nlast é".encode()
    text = (vault / "journal/2026/2026-11-18 Message from Deborah Kowalczyk.md").read_text("utf-8")
    assert text.endswith("\n\nDeb wrote from the bus, likes it and more\n")


def test_a_guess_stays_unless_it_is_agreed_to(netfiles: Run, vault: Path, monkeypatch: pytest.MonkeyPatch):
    (vault / "inbox.md").write_text("call Deb\n2026-11-19 call Omar\n", "utf-8")
    out, err, _ = netfiles("inbox", "--yes")
    assert "Guessed: it was today, since the line names no day." in out
    assert "Omar is not on file yet" in out
    assert (vault / "inbox.md").read_text("utf-8") == "call Deb\n2026-11-19 call Omar\n"
    stdin(monkeypatch, "y\ny\n", terminal=True)
    out, err, _ = netfiles("inbox")
    assert "2 filed, 0 left" in err
    assert (vault / "inbox.md").read_bytes() == b""


def test_a_terminal_asks_for_each_line(netfiles: Run, vault: Path, monkeypatch: pytest.MonkeyPatch):
    inbox = vault / "inbox.md"
    inbox.write_text(f"- {BAD}\n- {GOOD}\n- call Nia\n- {GOOD}\n", "utf-8")
    before = journal(vault)
    stdin(monkeypatch, "s\nyes\n2\ne\ncall Bo\nhm\ny\nq\n", terminal=True)
    _, err, code = netfiles("inbox")
    assert code == 0
    assert "2 filed, 2 left in inbox.md." in err
    assert inbox.read_text("utf-8") == f"- {BAD}\n- {GOOD}\n"
    assert journal(vault) - before == {"2026-11-18 Message from Deborah Kowalczyk.md", "2026-11-19 Call with Bo.md"}


def test_a_script_lists_and_files_nothing_without_yes(netfiles: Run, vault: Path):
    before, text = journal(vault), (vault / "inbox.md").read_bytes()
    out, err, code = netfiles("inbox")
    assert "Line 1 is sure: 2026-11-18 Zoë" in out
    assert "Nothing was filed." in err
    assert (code, journal(vault), (vault / "inbox.md").read_bytes()) == (0, before, text)
    out, _, _ = netfiles("inbox", "--yes", "--dry-run")
    assert "-- 2026-11-18 Zoë" in out
    assert (journal(vault), (vault / "inbox.md").read_bytes()) == (before, text)


def test_the_json_says_what_is_filed_and_what_is_left(netfiles: Run, vault: Path):
    told = json.loads(netfiles("inbox", "--yes", "--json")[0])
    assert told["written"]
    assert [one["file"][:10] for one in told["files"]] == ["journal/20", "journal/20", "inbox.md"]
    assert [(one["line"], one["sure"], one["column"]) for one in told["left"]] == [(3, False, 3)]
    told = json.loads(netfiles("inbox", "--json")[0])
    assert (told["written"], told["entries"]) == (False, [])


def test_line_and_entry_come_back_together(netfiles: Run, vault: Path):
    before, text = journal(vault), (vault / "inbox.md").read_bytes()
    netfiles("inbox", "--yes")
    undo(vault, lambda _: None)
    assert (journal(vault), (vault / "inbox.md").read_bytes()) == (before, text)


@pytest.mark.parametrize("content", [None, b"", b"# Inbox\n\n"])
def test_an_empty_inbox_says_what_it_is_for(netfiles: Run, vault: Path, content: bytes | None):
    (vault / "inbox.md").unlink()
    if content is not None:
        (vault / "inbox.md").write_bytes(content)
    out, _, code = netfiles("inbox")
    assert (code, "Nothing is in inbox.md" in out) == (0, True)


def test_an_inbox_that_is_no_text_is_left_alone(netfiles: Run, vault: Path):
    (vault / "inbox.md").write_bytes(b"call Deb \xff\n")
    _, err, code = netfiles("inbox", "--yes")
    assert (code, "not UTF-8" in err) == (2, True)
