"""Every command: its fixed JSON shape, its exit code, what it says when it cannot work."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.cli import COMMANDS
from netfiles.records.read import known_fields
from tests.sampling import sampled

Netfiles = Callable[..., tuple[str, str, int]]


def test_queue_json_has_the_fixed_shape(netfiles: Netfiles, example_vault: Path):
    out, _, code = netfiles("-C", example_vault, "queue", "--json")
    result = json.loads(out)
    assert code == 0
    assert list(result) == ["today", "items"]
    assert result["today"] == "2026-11-19"
    for item in result["items"]:
        assert list(item) in (["person", "file", "reasons"], ["person", "file", "title", "reasons"])
        for reason in item["reasons"]:
            assert list(reason) == ["rule", "due", "days_overdue", "text", "file", "line", "command"]
            assert reason["due"] <= "2026-11-19"
            assert (example_vault / reason["file"]).is_file()
            assert reason["line"] >= 1


def test_an_item_of_nobody_has_a_title_and_no_person(netfiles: Netfiles, tmp_path: Path):
    (tmp_path / "contacts").mkdir()
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/2026-11-10 Library.md").write_text(
        "---\nactivity: research\nnext: sort it\nnext_on: 2026-11-12\n---\n"
    )
    out, _, _ = netfiles("-C", tmp_path, "--today", "2026-11-19", "queue", "--json")
    (item,) = json.loads(out)["items"]
    assert (item["person"], item["file"], item["title"]) == (None, None, "2026-11-10 Library")


def test_check_json_has_the_fixed_shape_and_exit_1_on_errors(netfiles: Netfiles, example_vault: Path):
    (example_vault / "contacts/Bad.md").write_text("---\nbirthday: 2026-02-30\n---\n")
    out, err, code = netfiles("-C", example_vault, "check", "--json")
    (problem,) = json.loads(out)["problems"]
    assert code == 1
    assert problem == {
        "code": "NF302",
        "severity": "error",
        "file": "contacts/Bad.md",
        "line": 2,
        "column": 1,
        "message": "`birthday`: `2026-02-30` is not a date",
        "advice": "Write a day that exists, like 2026-11-20.",
    }
    assert "1 error" in err


def test_check_of_good_files_exits_0(netfiles: Netfiles, example_vault: Path):
    assert netfiles("-C", example_vault, "check") == ("", "0 errors, 0 warnings, 0 hints.\n", 0)


@pytest.mark.parametrize("shape", ["text", "github", "sarif"])
def test_check_speaks_other_formats(netfiles: Netfiles, example_vault: Path, shape: str):
    (example_vault / "contacts/Bad.md").write_text("---\nname: ''\n---\n")
    out, _, code = netfiles("-C", example_vault, "check", "--format", shape)
    assert code == 1
    expected = {
        "text": "contacts/Bad.md:2:7: error NF304 `name` is empty",
        "github": "::error file=contacts/Bad.md,line=2,col=7,title=NF304::`name` is empty",
        "sarif": '"ruleId": "NF304"',
    }
    assert expected[shape] in out


def test_find_json_has_the_fixed_shape(netfiles: Netfiles, example_vault: Path):
    out, _, code = netfiles("-C", example_vault, "find", "okafor", "--json")
    (found,) = [p for p in json.loads(out) if p["name"] == "Nia Okafor"]
    assert code == 0
    assert found == {
        "name": "Nia Okafor",
        "file": "contacts/Nia Okafor.md",
        "company": "Northlight Instruments",
        "last_contact": "2026-11-18",
        "tie": "strong",
    }


@pytest.mark.parametrize(
    "words", [("TOMAS", "echeverria"), ("echeverría tomás",), ("trần",), ("tran", "huy")], ids=" ".join
)
def test_find_forgives_accents_case_and_order(netfiles: Netfiles, example_vault: Path, words: tuple[str, ...]):
    out, _, _ = netfiles("-C", example_vault, "find", *words, "--json")
    assert json.loads(out)[0]["name"] in ("Tomás Echeverría", "Huy Trần")


def test_nobody_found_is_exit_1(netfiles: Netfiles, example_vault: Path):
    assert netfiles("-C", example_vault, "find", "zzzz", "--json") == ("[]\n", "Nobody is found by: zzzz.\n", 1)
    out, err, code = netfiles("-C", example_vault, "show", "zzzz")
    assert (out, code) == ("", 1)
    assert "Nobody is called zzzz" in err


def test_show_json_has_every_field_of_the_format(netfiles: Netfiles, example_vault: Path):
    out, _, code = netfiles("-C", example_vault, "show", "Nia Okafor", "--json")
    shape = json.loads(out)
    assert code == 0
    assert set(known_fields("person")) <= set(shape)
    assert shape["timeline"][0].keys() == {"date", "channel", "direction", "file", "line"}
    assert shape["next_contact"] == "2026-11-24"
    assert shape["birthday"] == "04-12"
    assert shape["knows"][0] == "Søren Kjær"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Nia O.", "Nia Okafor"), ("oshaughnessy", "Patrick O'Shaughnessy"), ("[[femi adewale]]", "Femi Adewale"),
     ("kafor", "Nia Okafor"), ("joyce", "Joyce Amankwah")],
)  # fmt: skip
def test_show_takes_a_name_as_people_type_it(netfiles: Netfiles, example_vault: Path, text: str, name: str):
    out, _, code = netfiles("-C", example_vault, "show", text, "--json")
    assert (json.loads(out)["name"], code) == (name, 0)


def test_show_of_an_ambiguous_name_lists_the_candidates(netfiles: Netfiles, example_vault: Path):
    out, err, code = netfiles("-C", example_vault, "show", "Nia")
    assert (out, code) == ("", 1)
    assert "Nia Okafor" in err
    assert "Nia Petrakis" in err


def test_stats_json_has_the_fixed_shape(netfiles: Netfiles, example_vault: Path):
    out, _, _ = netfiles("-C", example_vault, "stats", "--json")
    shape = json.loads(out)
    assert {"people", "companies", "interactions", "leads", "goals", "problems", "week"} <= set(shape)
    assert shape["problems"] == {"error": 0, "warning": 0, "hint": 0}
    assert set(shape["week"]) == {"networking_minutes", "search_minutes", "share", "estimated_minutes"}


def test_today_can_be_given_in_three_ways(netfiles: Netfiles, example_vault: Path, monkeypatch: pytest.MonkeyPatch):
    def day(*words: str) -> str:
        return json.loads(netfiles("-C", example_vault, *words, "queue", "--json")[0])["today"]

    assert day() == "2026-11-19"
    monkeypatch.setenv("NETFILES_TODAY", "2026-10-01")
    assert day() == "2026-10-01"
    assert day("--today", "2026-09-01") == "2026-09-01"


def test_the_vault_can_be_named_in_three_ways(netfiles: Netfiles, example_vault: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NETFILES_VAULT", str(example_vault))
    assert netfiles("check")[2] == 0
    monkeypatch.delenv("NETFILES_VAULT")
    monkeypatch.chdir(example_vault / "journal")
    assert netfiles("check")[2] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-C", "/nonexistent-vault", "queue"), "there is no such folder"),
        (("--today", "2026-02-30", "queue"), "'2026-02-30' is not a date"),
        (("nosuch",), "No such command"),
        (("queue", "--nosuch"), "No such option"),
        (("find",), "Missing argument"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, tuple) else "",
)
def test_wrong_usage_is_one_sentence_and_exit_2(
    netfiles: Netfiles, example_vault: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
):
    monkeypatch.chdir(example_vault)
    out, err, code = netfiles(*words)
    assert (out, code) == ("", 2)
    assert said in err
    assert "Traceback" not in err


def test_no_vault_is_said_with_what_to_do(netfiles: Netfiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    _, err, code = netfiles("queue")
    assert code == 2
    assert "netfiles init" in err


def test_init_makes_a_vault_that_has_no_problem_but_emptiness(netfiles: Netfiles, tmp_path: Path):
    assert netfiles("init", tmp_path / "network")[2] == 0
    out, _, code = netfiles("-C", tmp_path / "network", "check", "--json")
    assert (json.loads(out), code) == ({"problems": []}, 0)


def test_init_goes_by_the_vault_that_is_given_before_it(netfiles: Netfiles, tmp_path: Path):
    assert netfiles("-C", tmp_path / "network", "init")[2] == 0
    assert (tmp_path / "network" / "mkdocs.yml").is_file()


def test_init_completes_a_folder_and_overwrites_nothing(netfiles: Netfiles, tmp_path: Path):
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts/Ada.md").write_text("---\n---\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: mine\n")
    _, err, code = netfiles("init", tmp_path)
    assert code == 0
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: mine\n"
    assert "does not name the plugin" in err
    assert (tmp_path / "templates/person.md").is_file()
    assert netfiles("init", tmp_path)[2] == 0


def test_build_prints_the_site_and_a_second_one_prints_nothing(netfiles: Netfiles, example_vault: Path, tmp_path: Path):
    out, _, code = netfiles("-C", example_vault, "build", "--site", tmp_path / "out")
    assert code == 0
    assert (tmp_path / "out/people/nia-okafor/index.html").is_file()
    assert "0 kept, 0 removed" in out
    out, _, _ = netfiles("-C", example_vault, "build", "--site", tmp_path / "out")
    assert out.startswith("0 printed, ")


def test_build_exits_0_whatever_the_files_hold(netfiles: Netfiles, example_vault: Path):
    (example_vault / "contacts/Bad.md").write_text("---\nname: [\n---\n")
    _, err, code = netfiles("-C", example_vault, "build")
    assert code == 0
    assert "1 error" in err


def test_what_is_made_can_be_read_by_the_owner_only(netfiles: Netfiles, example_vault: Path):
    netfiles("-C", example_vault, "build")
    for path in (example_vault / "site").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_example_refuses_a_folder_that_is_not_empty(netfiles: Netfiles, example_vault: Path):
    _, err, code = netfiles("example", example_vault)
    assert code == 2
    assert "is not empty" in err


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(netfiles: Netfiles, command: str):
    out, _, code = netfiles(command, "--help")
    assert code == 0
    assert "Usage: netfiles" in out


def test_colour_only_on_a_terminal(netfiles: Netfiles, example_vault: Path):
    assert "\033[" not in netfiles("-C", example_vault, "queue")[0]


@pytest.mark.parametrize("locale", sampled(["C", "POSIX", "tr_TR.UTF-8"], "C"))
def test_any_locale_gives_the_same_bytes(example_vault: Path, locale: str):
    command = [sys.executable, "-m", "netfiles", "-C", str(example_vault), "queue"]

    def run(env: dict[str, str]) -> bytes:
        return subprocess.run(command, env=env, capture_output=True, check=True).stdout

    plain = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    assert run(plain | {"LC_ALL": locale, "PYTHONUTF8": "0"}) == run(plain | {"LC_ALL": "C.UTF-8"})


def test_a_closed_pipe_ends_quietly(example_vault: Path):
    command = f"'{sys.executable}' -m netfiles -C '{example_vault}' queue | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_light_command_imports_nothing_heavy():
    heavy = "('pydantic', 'mkdocs', 'watchdog', 'jinja2', 'yaml')"
    code = f"import sys, netfiles.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_ctrl_c_says_nothing_and_leaves_nothing(example_vault: Path):
    process = subprocess.Popen(
        [sys.executable, "-m", "netfiles", "-C", str(example_vault), "build"], stderr=subprocess.PIPE, text=True
    )
    time.sleep(0.8)
    process.send_signal(2)
    _, err = process.communicate(timeout=20)
    assert "Traceback" not in err
    assert not list(example_vault.glob(".site-*"))


LOOKING = (
    ("today",),
    ("queue",),
    ("find", "grace"),
    ("show", "gus"),
    ("brief", "gus"),
    ("report",),
    ("report", "log"),
    ("check",),
    ("stats",),
    ("doctor",),
    ("completion", "bash"),
    ("undo", "--list"),
)


def test_commands_that_only_look_touch_nothing(netfiles: Netfiles, example_vault: Path):
    def files() -> dict[Path, tuple[bytes, int]]:
        found = (path for path in example_vault.rglob("*") if path.is_file())
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}

    before = files()
    for words in LOOKING:
        netfiles("-C", example_vault, *words)
        assert files() == before, words
