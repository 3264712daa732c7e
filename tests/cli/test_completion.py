"""Names completed in the shell."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Complete = Callable[..., list[str]]
NETFILES = Path(sys.executable).with_name("netfiles")


@pytest.fixture
def complete(netfiles: Callable[..., tuple[str, str, int]], example_vault: Path, monkeypatch) -> Complete:
    """What is offered for a line whose last word has begun."""

    def run(line: str, shell: str = "bash", at: int | None = None) -> list[str]:
        words = line.split(" ")
        monkeypatch.chdir(example_vault)
        monkeypatch.setenv("_NETFILES_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1 if at is None else at))
        out, _, code = netfiles()
        assert code == 0
        return list(filter(None, out.splitlines()))

    return run


@pytest.mark.parametrize("warm", [False, True], ids=["no cache", "kept"])
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("netfiles done fem", [r"plain,Femi\ Adewale"]),
        ("netfiles snooze HORAK", [r"plain,Ludmila\ Horáková"]),
        ("netfiles thank oshau", [r"plain,Patrick\ O\'Shaughnessy"]),
        ("netfiles done supply", [r"plain,Supply\ Planning\ Analyst\ at\ Northlight"]),
        ("netfiles snooze supply", []),
        ("netfiles told ray contract", [r"plain,Contract\ done,\ looking\ again"]),
        ("netfiles told ray contract --and zo", [r"plain,Zoë\ Brandstätter"]),
        ('netfiles done "fem', ["plain,Femi Adewale"]),
        ("netfiles cad", ["plain,cadence"]),
        ("netfiles done fem --th", ["plain,--theirs"]),
        ("netfiles -C /nowhere done fem", []),
    ],
)
def test_names_are_completed_whatever_their_case_and_accents(
    complete: Complete, netfiles, example_vault: Path, warm: bool, line: str, offered: list[str]
):
    if warm:
        netfiles("-C", example_vault, "today")
    assert complete(line) == offered


def test_names_that_begin_so_come_before_those_of_which_a_word_does(complete: Complete):
    assert complete("netfiles met ma") == [
        r"plain,Malik\ Johnson-Reyes",
        r"plain,Marisol\ Vega\ Santana",
    ]
    assert complete("netfiles met pa", "zsh")[1::3] == ["Patrick O'Shaughnessy", "Eleni Papadakis", "Gus Papadakis"]


def test_the_vault_is_not_read(complete: Complete, netfiles, example_vault: Path):
    netfiles("-C", example_vault, "today")
    shutil.rmtree(example_vault / "journal")
    (example_vault / "contacts" / "Femi Adewale.md").unlink()
    assert complete("netfiles done fem") == [r"plain,Femi\ Adewale"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(netfiles, shell: str):
    out, _, code = netfiles("completion", shell)
    assert code == 0
    assert f"_NETFILES_COMPLETE={shell}_complete" in out


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_in_bash_a_name_of_two_words_becomes_one_word(example_vault: Path):
    script = """
        eval "$(netfiles completion bash)"
        COMP_WORDS=(netfiles done "$1"); COMP_CWORD=2; COMPREPLY=()
        _netfiles_completion netfiles "$1" netfiles
        printf '%s' "${COMPREPLY[0]}"
    """
    path = f"{NETFILES.parent}{os.pathsep}{os.environ['PATH']}"
    for begun, word in (("patr", r"Patrick\ O\'Shaughnessy"), ('"patr', "Patrick O'Shaughnessy")):
        words = ["bash", "-c", script, "bash", begun]
        done = subprocess.run(
            words, cwd=example_vault, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True
        )
        assert done.stdout == word, done.stderr
