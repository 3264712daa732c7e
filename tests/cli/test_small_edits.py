"""The small edits that the queue calls for: what each command makes of which files."""

import difflib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.insights.conftest import write

Files = Mapping[str, str]
Netfiles = Callable[..., tuple[str, str, int]]
TODAY = "2026-11-19"
JANE = {"Jane Doe": "company: Acme"}
NEWS = "career/news/Laid off.md"


class Done(NamedTuple):
    """What a command printed, and the lines of each file that are other than before."""

    out: str
    err: str
    exit: int
    changed: dict[str, list[str]]


Play = Callable[..., Done]


def texts(vault: Path) -> dict[str, str]:
    return {path.relative_to(vault).as_posix(): path.read_text("utf-8") for path in sorted(vault.rglob("*.md"))}


@pytest.fixture
def play(netfiles: Netfiles, tmp_path: Path) -> Play:
    """Runs a command in a vault of these files."""

    def run(files: Files, *words: str) -> Done:
        (tmp_path / "journal").mkdir(exist_ok=True)
        vault = write(tmp_path, {"mkdocs.yml": "plugins:\n  - netfiles\n", **files})
        before = texts(vault)
        said = netfiles("-C", vault, "--today", TODAY, *words)
        after = texts(vault)
        found = {}
        for path in sorted(before.keys() | after.keys()):
            old, new = (of.get(path, "").splitlines() for of in (before, after))
            lines = [line for line in difflib.ndiff(old, new) if line[:1] in "+-"]
            if lines or path not in before:
                found[path] = [line[0] + line[2:] for line in lines]
        return Done(*said, found)

    return run


def mail(way: str, day: str = "2026-11-16", more: str = "") -> dict[str, str]:
    return {f"{day} mail": f"with: '[[Jane Doe]]'; channel: email; direction: {way}{more}"}


def entry(day: str, *lines: str, name: str = "a") -> dict[str, str]:
    return {f"{day} {name}": "; ".join(("with: '[[Jane Doe]]'", *lines))}


def new(name: str, *lines: str, body: str = "") -> dict[str, list[str]]:
    """A new entry of today."""
    head = ["---", f"date: {TODAY}", 'with: "[[Jane Doe]]"', *lines, "---", *(["", body] if body else [])]
    return {f"journal/2026/{TODAY} {name}.md": [f"+{line}" for line in head]}


PERSON = "contacts/Jane Doe.md"
ROWS = [
    # snooze and cadence
    ("snooze for a while", JANE, "snooze|jane|2w", {PERSON: ["+snooze_until: 2026-12-03"]}),
    ("snooze until a day", JANE, "snooze|jane|7|dec", {PERSON: ["+snooze_until: 2026-12-07"]}),
    (
        "snooze again",
        {"Jane Doe": "snooze_until: 2026-11-30"},
        "snooze|Jane Doe|monday",
        {PERSON: ["-snooze_until: 2026-11-30", "+snooze_until: 2026-11-23"]},
    ),
    ("wake", {"Jane Doe": "snooze_until: 2026-11-30"}, "snooze|jane|off", {PERSON: ["-snooze_until: 2026-11-30"]}),
    ("wake the awake", JANE, "snooze|jane|off", {}),
    ("cadence", JANE, "cadence|jane|6w", {PERSON: ["+keep_in_touch: 6w"]}),
    ("cadence by word", JANE, "cadence|jane|Monthly", {PERSON: ["+keep_in_touch: monthly"]}),
    ("cadence in words", JANE, "cadence|jane|6 weeks", {PERSON: ["+keep_in_touch: 6w"]}),
    ("no cadence", {"Jane Doe": "keep_in_touch: 6w"}, "cadence|jane|off", {PERSON: ["-keep_in_touch: 6w"]}),
    ("never", JANE, "cadence|jane|never", {PERSON: ["+keep_in_touch: never"]}),
    # done
    (
        "done: the next step of an entry",
        JANE | entry("2026-11-10", "next: call; next_on: 2026-11-18"),
        "done|jane",
        {"journal/2026-11-10 a.md": ["+next_done: 2026-11-19"]},
    ),
    (
        "done on another day",
        JANE | entry("2026-11-10", "next: call; next_on: 2026-11-18"),
        "done|jane|--on|yesterday",
        {"journal/2026-11-10 a.md": ["+next_done: 2026-11-18"]},
    ),
    ("done: without a day", {"Jane Doe": "next: call"}, "done|jane", {PERSON: ["+next_done: 2026-11-19"]}),
    (
        "done: a task",
        JANE | entry("2026-11-10", " // - [ ] send it 📅 2026-11-18"),
        "done|jane",
        {"journal/2026-11-10 a.md": ["-- [ ] send it 📅 2026-11-18", "+- [x] send it 📅 2026-11-18"]},
    ),
    (
        "done: what is due counts first",
        {"Jane Doe": "next: later; next_on: 2026-12-24"} | entry("2026-11-10", "next: call; next_on: 2026-11-18"),
        "done|jane",
        {"journal/2026-11-10 a.md": ["+next_done: 2026-11-19"]},
    ),
    (
        "done: words say which",
        {"Jane Doe": "next: later; next_on: 2026-12-24"} | entry("2026-11-10", "next: call; next_on: 2026-11-18"),
        "done|jane|lat",
        {PERSON: ["+next_done: 2026-11-19"]},
    ),
    (
        "done: all that is due, in one file too",
        {"Jane Doe": "next: x; next_on: 2026-11-18 // - [ ] y 📅 2026-11-18\n- [ ] z 📅 2026-12-24"},
        "done|jane|--all",
        {PERSON: ["+next_done: 2026-11-19", "-- [ ] y 📅 2026-11-18", "+- [x] y 📅 2026-11-18"]},
    ),
    (
        "done: of two people the first is meant",
        {"Bo": "", **JANE, "2026-11-10 a": "with: ['[[Bo]]', '[[Jane Doe]]']; next: call; next_on: 2026-11-18"}
        | entry("2026-11-11", "next: mail; next_on: 2026-11-18", name="b"),
        "done|jane",
        {"journal/2026-11-11 b.md": ["+next_done: 2026-11-19"]},
    ),
    (
        "done: theirs",
        JANE | entry("2026-11-10", "they_owe: the text; they_owe_on: 2026-11-12"),
        "done|jane|--theirs",
        {"journal/2026-11-10 a.md": ["+they_owe_done: 2026-11-19"]},
    ),
    (
        "done: their message needs no answer",
        JANE | mail("in"),
        "done|jane",
        {"journal/2026-11-16 mail.md": ["+next_done: 2026-11-19"]},
    ),
    ("done: nothing is open", JANE, "done|jane", {}),
    (
        "done: a lead that is quiet",
        {"career/leads/Planner.md": "stage: applied; applied_on: 2026-10-01"},
        "done|planner",
        {"career/leads/Planner.md": ["+next_done: 2026-11-19"]},
    ),
    (
        "done: somebody without a file",
        {"2026-11-10 a": "with: '[[Walt]]'; next: call; next_on: 2026-11-18"},
        "done|walt",
        {"journal/2026-11-10 a.md": ["+next_done: 2026-11-19"]},
    ),
    (
        "done: a file by its path",
        {"2026-11-10 Library": "activity: research; next: sort; next_on: 2026-11-12"},
        "done|journal/2026-11-10 Library.md",
        {"journal/2026-11-10 Library.md": ["+next_done: 2026-11-19"]},
    ),
    # thank
    (
        "thank for everything",
        JANE | entry("2026-11-10", "got: advice") | entry("2026-11-12", "got: [help, lead]", name="b"),
        "thank|jane",
        {
            "journal/2026-11-10 a.md": ["+thanked: 2026-11-19"],
            "journal/2026-11-12 b.md": ["+thanked: 2026-11-19"],
        },
    ),
    (
        "thank late",
        JANE | entry("2025-11-10", "got: advice"),
        "thank|jane",
        {"journal/2025-11-10 a.md": ["+thanked: 2026-11-19"]},
    ),
    (
        "thank before the last gift",
        JANE | entry("2026-11-10", "got: advice") | entry("2026-11-12", "got: help", name="b"),
        "thank|jane|--on|2026-11-11",
        {"journal/2026-11-10 a.md": ["+thanked: 2026-11-11"]},
    ),
    ("thank for nothing", JANE | entry("2026-11-10", "got: help; thanked: 2026-11-11"), "thank|jane", {}),
    (
        "thank by letter",
        JANE | entry("2026-11-10", "got: advice"),
        "thank|jane|--by|letter",
        new("Letter to Jane Doe", "channel: letter", "purpose: thanks", 'thanks_for: "[[2026-11-10 a]]"'),
    ),
    (
        "tell what came of it",
        JANE,
        "thank|jane|--outcome|--by|call",
        new("Call with Jane Doe", "channel: call", "purpose: update"),
    ),
    # told
    (
        "told in the entry of the day",
        JANE | {NEWS: "date: 2026-11-01"} | entry(TODAY, "channel: call"),
        "told|jane|laid off",
        {f"journal/{TODAY} a.md": ['+told: "[[Laid off]]"']},
    ),
    (
        "told more",
        JANE | {NEWS: "date: 2026-11-01"} | entry(TODAY, "told: my pitch"),
        "told|jane|laid",
        {f"journal/{TODAY} a.md": ["-told: my pitch", '+told: [my pitch, "[[Laid off]]"]']},
    ),
    (
        "told in a new entry",
        JANE | {NEWS: "date: 2026-11-01"} | entry("2026-11-18", "channel: call"),
        "told|jane|laid off",
        new("Message to Jane Doe", "channel: message", "purpose: update", 'told: "[[Laid off]]"'),
    ),
    (
        "told by another channel",
        JANE | {NEWS: "title: I am free; date: 2026-11-01"} | entry(TODAY, "channel: call"),
        "told|jane|i am free|--by|email",
        new("Email to Jane Doe", "channel: email", "purpose: update", 'told: "[[Laid off]]"'),
    ),
    (
        "told before",
        JANE | {"Bo": ""} | {NEWS: "date: 2026-11-01"},
        "told|jane|--and|bo|laid off|--before",
        {PERSON: ['+told_before: "[[Laid off]]"'], "contacts/Bo.md": ['+told_before: "[[Laid off]]"']},
    ),
    (
        "told already",
        JANE | {NEWS: "date: 2026-11-01"} | entry(TODAY, "told: '[[Laid off]]'"),
        "told|jane|laid off",
        {},
    ),
    # ask
    (
        "ask, the kind guessed",
        JANE,
        "ask|jane|Whom do you know at Acme?",
        new("Message to Jane Doe", "channel: message", "asked: contacts", "ask: Whom do you know at Acme?"),
    ),
    (
        "ask for something",
        JANE,
        "ask|jane|Would you look at it?|--for|review|--by|coffee",
        new("Coffee with Jane Doe", "channel: coffee", "asked: review", "ask: Would you look at it?"),
    ),
    (
        "granted",
        JANE | entry("2026-11-10", "asked: advice; ask: How?"),
        "ask|jane|--granted",
        {"journal/2026-11-10 a.md": ["+ask_status: granted"]},
    ),
    (
        "declined, and which",
        JANE
        | entry("2026-11-10", "asked: advice; ask: How?")
        | entry("2026-11-11", "asked: job; ask: When?", name="b"),
        "ask|jane|when|--declined",
        {"journal/2026-11-11 b.md": ["+ask_status: declined"]},
    ),
    (
        "answered, where the other was settled by what they gave",
        JANE | entry("2026-11-10", "asked: advice") | entry("2026-11-11", "asked: job; got: help", name="b"),
        "ask|jane|--answered",
        {"journal/2026-11-11 b.md": ["+ask_status: answered"]},
    ),
    ("nothing was asked", JANE, "ask|jane|--granted", {}),
    # reply
    (
        "reply to theirs",
        JANE | mail("in"),
        "reply|jane|Yes,|gladly.",
        new("Email to Jane Doe", "channel: email", body="Yes, gladly."),
    ),
    (
        "reply to an old one",
        JANE | mail("in", "2026-06-01"),
        "reply|jane",
        new("Email to Jane Doe", "channel: email"),
    ),
    (
        "their reply to mine",
        JANE | mail("out"),
        "reply|jane",
        new("Email from Jane Doe", "channel: email", "direction: in"),
    ),
    (
        "their reply by phone",
        JANE | mail("out"),
        "reply|jane|--by|call",
        new("Call from Jane Doe", "channel: call", "direction: in"),
    ),
    (
        "mine by phone",
        JANE | mail("in"),
        "reply|jane|--by|call",
        new("Call to Jane Doe", "channel: call", "direction: out"),
    ),
    ("a message out of nothing", JANE, "reply|jane|--out", new("Message to Jane Doe", "channel: message")),
    # met
    ("met again", JANE | entry("2026-11-10"), "met|jane", new("Meeting with Jane Doe", "channel: meeting")),
    (
        "met again somewhere",
        JANE | entry("2026-11-10"),
        "met|jane|Good talk.|--at|the fair",
        {
            f"journal/2026/{TODAY} Meeting with Jane Doe.md": [
                "+---",
                f"+date: {TODAY}",
                '+with: "[[Jane Doe]]"',
                "+channel: meeting",
                "+---",
                "+",
                "+At the fair.",
                "+",
                "+Good talk.",
            ]
        },
    ),
    (
        "met for the first time",
        JANE,
        "met|jane|--at|the fair|--by|event",
        {PERSON: ["+met_on: 2026-11-19", "+met_at: the fair"]} | new("Event with Jane Doe", "channel: event"),
    ),
    (
        "met somebody new",
        {},
        "met|Jane Doe|--at|the fair",
        {PERSON: ["+---", "+met_on: 2026-11-19", "+met_at: the fair", "+---"]}
        | new("Meeting with Jane Doe", "channel: meeting"),
    ),
    (
        "met somebody whose name they gave me",
        {"Bo": "", "2026-11-10 a": "with: '[[Bo]]'; introduced: '[[Jane Doe]]'"},
        "met|jane",
        {PERSON: ["+---", "+met_on: 2026-11-19", "+---"]} | new("Meeting with Jane Doe", "channel: meeting"),
    ),
    (
        "met somebody whose name only begins like another's",
        {"Jane Doerr": ""},
        "met|Jane Doe",
        {PERSON: ["+---", "+met_on: 2026-11-19", "+---"]} | new("Meeting with Jane Doe", "channel: meeting"),
    ),
]


@pytest.mark.parametrize(("files", "command", "changed"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_a_command_changes_just_these_lines(play: Play, files: Files, command: str, changed: dict[str, list[str]]):
    done = play(files, *command.split("|"))
    assert done.changed == changed, done
    assert done.exit == 0
    assert done.out


@pytest.mark.parametrize(("files", "command", "changed"), [pytest.param(*row[1:], id=row[0]) for row in ROWS])
def test_a_dry_run_writes_nothing(play: Play, state: Path, files: Files, command: str, changed: dict[str, list[str]]):
    done = play(files, *command.split("|"), "--dry-run")
    assert done.exit == 0
    assert not done.changed
    assert not list(state.rglob("change.zip"))
    shown = [line for line in done.out.splitlines() if line[:1] in "+-" and not line.startswith(("+++ ", "--- "))]
    assert sorted(shown) == sorted(line for lines in changed.values() for line in lines)


@pytest.mark.parametrize(
    ("files", "command", "said"),
    [
        pytest.param(JANE, "snooze|jane|soon", "'soon' is no day to come.", id="bad when"),
        pytest.param(JANE, "snooze|jane|2026-01-01", "not after today", id="gone by"),
        pytest.param(JANE, "snooze|bob|2w", "Nobody is called bob.", id="nobody"),
        pytest.param(JANE, "snooze|jnae doe|2w", "Did you mean Jane Doe?", id="nearly"),
        pytest.param({"Jane Doe": "", "Jane Roe": ""}, "thank|jane", "jane could be 2", id="two of a name"),
        pytest.param(JANE, "cadence|jane|often", "'often' is not how often.", id="bad cadence"),
        pytest.param(JANE, "done|jane|--on|tomorrow", "--on: 'tomorrow' has not come yet.", id="bad day"),
        pytest.param(JANE, "met|jane|--on|2026-12-01", "has not come yet", id="a day to come"),
        pytest.param(
            {"Jane Doe": "next: x // - [ ] y 📅 2026-11-01\n- [ ] z 📅 2026-11-02"},
            "done|jane",
            "1. y (for 1 Nov 2026), Jane Doe, line 4\n  2. z (for 2 Nov 2026), Jane Doe, line 5\nAdd words",
            id="two promises",
        ),
        pytest.param({"Jane Doe": "next: x"}, "done|jane|zzz", "has the words 'zzz'. Open: x, Jane Doe", id="no such"),
        pytest.param(
            JANE, "reply|jane", "Jane Doe does not wait for a word, nor do you. Say which", id="reply to what"
        ),
        pytest.param(JANE, "ask|jane", "Say what you asked", id="no ask"),
        pytest.param(JANE, "told|jane|something", "Nothing is called something.", id="no news"),
        pytest.param(
            {"2026-11-10 a": "with: '[[Walt]]'"}, "snooze|walt|2w", "Walt has no file yet", id="nobody on file"
        ),
        pytest.param({"Jane Doe": "emails: nope: [", **entry("2026-11-10")}, "snooze|jane|2w", "", id="broken file"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(play: Play, files: Files, command: str, said: str):
    done = play(files, *command.split("|"))
    assert done.exit == 2
    assert said in done.err
    assert not done.changed


@pytest.mark.parametrize(
    ("files", "command", "said"),
    [
        pytest.param(
            JANE,
            "thank|jane",
            'No thanks to Jane Doe are open.\nTo write some down all the same: netfiles thank "Jane Doe" --by message',
            id="thank",
        ),
        pytest.param(JANE, "done|jane", "Nothing is open with Jane Doe.", id="done"),
        pytest.param(JANE, "done|jane|--theirs", "Jane Doe owes you nothing that is written down.", id="theirs"),
        pytest.param(
            JANE | mail("in"),
            "done|jane",
            "Nothing was promised. The email of 16 Nov needs no answer now.",
            id="no answer",
        ),
        pytest.param(
            JANE, "ask|jane|Keep me in mind.", "This is vague: “keep me in mind”. Ask for one thing", id="vague"
        ),
        pytest.param(
            JANE, "ask|jane|Whom do you know?", "Asked Jane Doe for contacts (guessed from the words", id="guess"
        ),
        pytest.param(JANE, "met|Jane Do", "Much the same name is on file: Jane Doe. Is it the same person?", id="like"),
        pytest.param(
            {"Bo": "", **JANE, "2026-11-10 a": "with: ['[[Jane Doe]]', '[[Bo]]']; got: help"},
            "thank|jane",
            "The entry is with Bo as well",
            id="of both",
        ),
        pytest.param(JANE, "snooze|jane|2w", "Jane Doe is left out of the queue until Thu 3 Dec 2026.", id="snooze"),
    ],
)
def test_what_was_understood_is_said(play: Play, files: Files, command: str, said: str):
    done = play(files, *command.split("|"))
    assert done.exit == 0
    assert said in done.out


def test_several_who_hear_news_share_an_entry(play: Play):
    done = play({**JANE, "Bo": "", NEWS: "date: 2026-11-01"}, "told", "jane", "Laid off", "--and", "bo")
    ((path, lines),) = done.changed.items()
    assert path == f"journal/2026/{TODAY} Message to Jane Doe and Bo.md"
    assert lines[2:5] == ["+with:", '+  - "[[Jane Doe]]"', '+  - "[[Bo]]"']


def test_a_second_entry_of_the_same_name_gets_a_number(play: Play):
    play(JANE, "reply", "jane", "--out")
    done = play(JANE, "reply", "jane", "--out")
    assert list(done.changed) == [f"journal/2026/{TODAY} Message to Jane Doe, 2.md"]


def test_a_second_entry_of_the_same_name_is_read_as_well(netfiles, example_vault, monkeypatch):
    monkeypatch.chdir(example_vault)
    for _ in range(2):
        netfiles("--today", "2026-11-19", "reply", "gus", "--out")
    assert netfiles("check").err == "0 errors, 0 warnings, 0 hints.\n"
    shown = json.loads(netfiles("--today", "2026-11-19", "show", "gus", "--json").out)
    assert [entry["date"] for entry in shown["timeline"]].count("2026-11-19") == 2


def test_people_of_one_name_are_linked_by_their_path(play: Play):
    files = {"contacts/a/Jane Doe.md": "aliases: first", "contacts/b/Jane Doe.md": "aliases: second"}
    done = play(files, "reply", "second", "--out")
    assert '+with: "[[contacts/b/Jane Doe]]"' in done.changed[f"journal/2026/{TODAY} Message to Jane Doe.md"]


def test_json_says_what_was_written(play: Play):
    done = play(JANE, "snooze", "jane", "2w", "--json")
    assert json.loads(done.out) == {
        "title": "Snooze Jane Doe until 2026-12-03",
        "written": True,
        "files": [{"file": PERSON, "change": "changed"}],
        "said": ["Jane Doe is left out of the queue until Thu 3 Dec 2026."],
    }


@pytest.mark.parametrize(
    ("command", "answer", "lines"),
    [
        ("done|jane", "2", ["-- [ ] z 📅 2026-11-02", "+- [x] z 📅 2026-11-02"]),
        ("done|jane|y", "", ["-- [ ] y 📅 2026-11-01", "+- [x] y 📅 2026-11-01"]),
    ],
)
def test_on_a_terminal_it_is_asked_which_is_meant(
    play: Play, monkeypatch: pytest.MonkeyPatch, command: str, answer: str, lines: list[str]
):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer)
    done = play({"Jane Doe": "next: x // - [ ] y 📅 2026-11-01\n- [ ] z 📅 2026-11-02"}, *command.split("|"))
    assert done.changed == {PERSON: lines}


def test_on_a_terminal_it_is_asked_who_is_meant(play: Play, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "1")
    files = {"Jane Doe": "", "Jane Roe": "", "2026-11-10 a": "with: '[[Jane Roe]]'"}
    assert list(play(files, "snooze", "jane", "2w").changed) == ["contacts/Jane Roe.md"]
