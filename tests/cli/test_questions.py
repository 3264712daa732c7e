"""The questions of commands at a real terminal: each answer does what it says, and giving up writes nothing."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.changes.made import vault

if sys.platform == "win32":
    pytest.skip("there are no pseudo terminals on Windows", allow_module_level=True)

from tests.cli.screen import CTRL_C, CTRL_D, Talk, talk
from tests.sampling import sampled

MERGE = ("merge", "Bob Miller", "Robert Miller")
NOTE, STAYS, GOES, COOK = "journal/note.md", "contacts/Robert Miller.md", "contacts/Bob Miller.md", "contacts/Cy Ek.md"
FILES = {
    GOES: "emails: bob@x.example; title: Buyer; location: Hull",
    STAYS: "emails: bob@x.example; title: Planner; location: Leeds",
    COOK: "title: Cook; met_on: 2026/11/5",
    "contacts/Jane Doe.md": "company: Acme",
    "contacts/Jane Roe.md": "company: Globex",
    NOTE: "date: 2026-11-01; activity: search // Robert Miller rang. Then Jane Doe and Jane Roe.",
}
Ask = Callable[..., Talk]
Now = Callable[[], dict[str, str]]


@pytest.fixture
def now(tmp_path: Path) -> Now:
    """Reads a vault as it is."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [netfiles]\n", "utf-8")
    vault(tmp_path, FILES)
    (tmp_path / "inbox.md").write_text("- 2026-11-18 call Cy Ek: one\n- 2026-11-18 call Jane: two\n", "utf-8")

    def texts() -> dict[str, str]:
        files = sorted((*tmp_path.rglob("*.md"), *tmp_path.rglob("*.txt")))
        return {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in files}

    return texts


@pytest.fixture
def ask(tmp_path: Path, now: Now) -> Ask:
    """Runs a command in that vault at a terminal, with questions and answers by turns."""

    def run(words: tuple[str, ...], *turns: str) -> Talk:
        answers = list(zip(turns[::2], turns[1::2], strict=True))
        return talk("-C", str(tmp_path), "--today", "2026-11-19", *words, answers=answers)

    return run


def test_merge_asks_of_each_field_in_which_the_two_differ(ask: Ask, now: Now):
    said = ask(MERGE, "Which", "2", "Which", "", "Merge [y/N]", "y")
    assert f"title:\n  1. Planner  ({STAYS})\n  2. Buyer  ({GOES})\nWhich [1]: 2\nlocation:\n" in said.screen
    assert now()[STAYS] == "---\nemails: bob@x.example\ntitle: Buyer\nlocation: Leeds\naliases: [Bob Miller]\n---\n\n"
    assert GOES not in now()


GIVEN_UP = {
    "a merge, in the middle": (MERGE, ("Which", "2", "Which", CTRL_C), 130),
    "a merge, at its end": (MERGE, ("Which", "2", "Which", "2", "Merge [y/N]", CTRL_D), 130),
    "a merge, by a no": (MERGE, ("Which", "2", "Which", "2", "Merge [y/N]", ""), 0),
    "links, after a yes": (("link",), ("Link it", "y", "Link it", CTRL_C), 130),
    "links, by leaving all": (("link",), ("Link it", "n", "Link it", "", "Link it", "n"), 0),
    "links, by quitting": (("link",), ("Link it", "q"), 0),
    "a fix, by a no": (("fix",), ("Mend this [y/N]", "n"), 0),
    "a fix, by Enter": (("fix",), ("Mend this [y/N]", ""), 0),
    "a fix": (("fix",), ("Mend this [y/N]", CTRL_C), 130),
    "the inbox, by quitting": (("inbox",), ("File it?", "q"), 0),
    "the inbox": (("inbox",), ("File it?", CTRL_C), 130),
    "a log, of whom": (("log", "call Jane: one"), ("Which", CTRL_C), 130),
    "a log, after no answer": (("log", "call Jane: one"), ("Which", "", "Which", CTRL_D), 130),
    "a log, of the line": (("log",), ("Line", "", "Line", CTRL_C), 130),
    "dupes, of whom": (("dupes", "--not-same", "Jane", "Bob Miller"), ("Which", CTRL_C), 130),
}


_SAMPLE = ("a merge, in the middle", "links, by quitting", "a fix, by a no", "the inbox", "a log, of whom")


@pytest.mark.parametrize("how", sampled(GIVEN_UP, *_SAMPLE))
def test_who_gives_up_finds_all_files_as_they_were(ask: Ask, now: Now, how: str):
    (words, turns, code), before = GIVEN_UP[how], now()
    said = ask(words, *turns)
    assert (now(), said.exit) == (before, code), said.screen
    assert "Traceback" not in said.screen


def test_a_no_is_told_that_nothing_was_written(ask: Ask):
    assert ask(("fix",), "Mend this [y/N]", "n").screen.endswith("Mend this [y/N]: n\nNothing was written.\n")
    assert ask(("link",), "Link it", "q").screen.endswith("Link it (y, n, a, q) [n]: q\nNothing was linked.\n")


def test_link_makes_those_that_had_a_yes(ask: Ask, now: Now):
    said = ask(("link",), "Link it", "n", "Link it", "y", "Link it", "q")
    assert "1 mention made a link.\n~ journal/note.md\n" in said.screen
    assert "Robert Miller rang. Then [[Jane Doe]] and Jane Roe." in now()[NOTE]


def test_link_makes_all_that_follow_and_are_certain_at_one_word(ask: Ask, now: Now):
    ask(("link",), "Link it", "n", "Link it", "a")
    assert "Robert Miller rang. Then [[Jane Doe]] and [[Jane Roe]]." in now()[NOTE]


def test_fix_shows_the_lines_before_it_asks_and_writes_them_on_yes(ask: Ask, now: Now):
    said = ask(("fix",), "-met_on: 2026/11/5\n+met_on: 2026-11-05\n ---\nMend this [y/N]", "y")
    assert f"mended {COOK}:3" in said.screen
    assert "met_on: 2026-11-05\n" in now()[COOK]


def test_the_inbox_asks_whom_a_line_means_and_a_skipped_line_stays(ask: Ask, now: Now):
    said = ask(("inbox",), "File it?", "skip", "Which", "2", "File it?", "y")
    assert said.screen.endswith("1 filed, 1 left in inbox.md.\n")
    assert now()["inbox.md"] == "- 2026-11-18 call Cy Ek: one\n"
    assert 'with: "[[Jane Roe]]"' in now()["journal/2026/2026-11-18 Call with Jane Roe.md"]


def test_the_inbox_reads_a_line_back_once(ask: Ask):
    said = ask(("inbox",), "File it?", "y", "Which", CTRL_C)
    assert said.screen.count("Wed 18 Nov · call · with Cy Ek") == 1


def test_a_line_of_the_inbox_can_be_written_anew(ask: Ask, now: Now):
    ask(("inbox",), "File it?", "e", "  Line", "2026-11-17 text from Cy Ek", "File it?", "y", "Which", CTRL_C)
    assert "direction: in" in now()["journal/2026/2026-11-17 Message from Cy Ek.md"]
    assert now()["inbox.md"] == "- 2026-11-18 call Jane: two\n"


def test_log_asks_whom_a_first_name_means_until_it_is_told_a_number(ask: Ask, now: Now):
    said = ask(("log", "call Jane: hello"), "2. Jane Roe (Globex", "x", "Which", "3", "Which", "2")
    assert said.screen.count("Error: Write a number from 1 to 2.") == 2
    assert "Thu 19 Nov · call · with Jane Roe (Globex)\n" in said.screen
    assert 'with: "[[Jane Roe]]"' in now()["journal/2026/2026-11-19 Call with Jane Roe.md"]


def test_log_asks_for_a_line_that_the_shell_never_sees(ask: Ask, now: Now):
    ask(("log",), "Line", "call Jane Doe: don't !info >fri send 'it'")
    assert "next: send 'it'" in now()["journal/2026/2026-11-19 Call with Jane Doe.md"]


def test_dupes_asks_who_is_not_the_same_as_somebody(ask: Ask, now: Now):
    said = ask(("dupes", "--not-same", "Jane", "Bob Miller"), "Which", "2")
    assert said.exit == 0, said.screen
    assert "contacts/Jane Roe.md | contacts/Bob Miller.md\n" in now()["not-the-same.txt"]


def test_the_inbox_leaves_a_line_of_whom_the_owner_is_not_sure(ask: Ask, now: Now):
    said = ask(("inbox",), "File it?", "y", "Which, or skip", "S")
    assert said.screen.endswith("1 filed, 1 left in inbox.md.\n")
    assert now()["inbox.md"] == "- 2026-11-18 call Jane: two\n"


CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\n{lines}END:VCARD\n"
    for lines in (
        "FN:Robert Miller\nEMAIL:rob@y.example\n",
        "FN:Cy Ek\nEMAIL:cy@x.example\n",
        "FN:Jane Doe\nORG:Acme\nTITLE:Chief\n",
    )
)
IMPORT = ("import", "phone.vcf")


@pytest.fixture
def cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: Now) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "phone.vcf").write_text(CARDS)
    jane = tmp_path / "contacts/Jane Doe.md"
    jane.write_text(jane.read_text().replace("company: Acme", "company: Acme\ntitle: Buyer"))


def test_an_import_asks_who_is_meant_and_who_is_right_then_for_a_yes(ask: Ask, now: Now, cards: None):
    said = ask(IMPORT, "Which, or skip", "2", "Take theirs? [y/N]", "y", "Write it? [y/N]", "y")
    assert "Robert Miller · rob@y.example may be on file" in said.screen
    assert "Jane Doe, title: Buyer in your file, Chief in theirs." in said.screen
    assert "emails: rob@y.example" in now()["contacts/Robert Miller, 2.md"]
    assert f"Cy Ek: {COOK} cannot be read" in said.screen.replace("\n", "")
    assert "title: Chief" in now()["contacts/Jane Doe.md"]


def test_an_import_without_a_yes_writes_nothing(ask: Ask, now: Now, cards: None):
    before = now()
    ask(IMPORT, "Which, or skip", "s", "Take theirs? [y/N]", "", "Write it? [y/N]", "n")
    assert now() == before


def test_an_import_is_taken_back_after_a_yes(ask: Ask, now: Now, cards: None):
    before = now()
    ask((*IMPORT, "--apply", "--same-name", "new", "--theirs", "title"))
    assert now() != before
    ask(("import", "--take-back"), "files [y/N]", "n")
    assert now() != before
    ask(("import", "--take-back"), "files [y/N]", "y")
    assert now() == before
