"""The command beside a reason: one that a shell takes as it is meant, whatever a name holds."""

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.changes.command import command, quoted
from netfiles.changes.matching import fitting
from netfiles.insights.follow_ups.reason import Reason
from netfiles.problems import Place
from tests.conftest import TODAY

EVIL = "$(touch hacked) `touch hacked` ; touch hacked & '\"\\ !x"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Nia", "Nia"),
        ("Nia Okafor", '"Nia Okafor"'),
        ("Zoë", '"Zoë"'),
        ("Pat O'Shea", '"Pat O\'Shea"'),
        ("A $x", "'A $x'"),
        ("So!", "'So!'"),
        ("", "''"),
    ],
)
def test_a_name_is_one_word_of_a_command_line(name: str, word: str) -> None:
    assert quoted(name) == word


@given(st.text())
def test_any_text_comes_back_as_one_word(text: str) -> None:
    assert shlex.split(quoted(text)) == [text]


def test_nothing_in_a_name_is_run_by_a_shell(tmp_path) -> None:
    reason = Reason("thank", f"contacts/{EVIL}.md", TODAY, "", Place("x.md"), closes="thanked: {today}")
    words = command(reason).replace("netfiles", "printf '%s|'", 1)
    out = subprocess.run(["sh", "-c", words], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert out == f"thank|{EVIL}|"
    assert not list(tmp_path.iterdir())


def test_a_name_that_begins_like_an_option_is_its_path() -> None:
    assert command(Reason("hello", "contacts/-x.md", TODAY, "", Place("x.md"))) == "netfiles met contacts/-x"


def test_words_are_added_only_where_several_promises_are_due() -> None:
    one, two, three = (
        Reason("promise", "contacts/Bo.md", TODAY, "", Place(f"journal/{n}.md", n), what=what)
        for n, what in enumerate(("call him", "call", "call"), 1)
    )
    assert command(one, [one]) == "netfiles done Bo"
    assert command(one, [one, two]) == 'netfiles done Bo "call him"'
    assert command(two, [one, two]) == 'netfiles done Bo "call 2"'
    assert command(three, [one, two, three]) == 'netfiles done Bo "call 3"'


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("sheet", [0]),
        ("pall", [0]),
        ("call", [1]),
        ("CALL back", [1]),
        ("send", [0, 2]),
        ("zzz", []),
        ("call bac", [1]),
    ],
)
def test_words_mean_what_has_all_of_them(what: str, found: list[int]) -> None:
    assert fitting(what, ["send the pallet sheet", "call back", "send recalls"]) == found
