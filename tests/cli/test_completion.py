"""Names completed in the shell."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Complete = Callable[..., list[str]]
CONTRACT = "Contract done, looking again"
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
        ("netfiles show fem", [r"plain,Femi\ Adewale"]),
        ("netfiles show Femi ad", ["plain,Adewale"]),
        ("netfiles brief Ana Lucía f", [r"plain,Fernández\ de\ la\ Reguera\ y\ Goicoechea-Montemayor"]),
        ("netfiles brief Femi x", []),
        ("netfiles brief Fem ade", []),
        ("netfiles draft thanks Femi Adewale z", []),
        ("netfiles draft thanks fem", [r"plain,Femi\ Adewale"]),
        ("netfiles rename kest", [r"plain,Kestrel\ Home\ Goods", r"plain,Planning\ Analyst\ at\ Kestrel"]),
        ("netfiles merge fem kest", [r"plain,Kestrel\ Home\ Goods"]),
        ("netfiles told ray contract done, l", [r"plain,looking\ again"]),
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


@pytest.fixture
def shell(example_vault: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Starts a shell in the vault, in which netfiles is found."""

    def start(*words: str, on: int) -> subprocess.Popen[bytes]:
        path = f"{NETFILES.parent}{os.pathsep}{os.environ['PATH']}"
        env = {**os.environ, "PATH": path, "PS1": "READY>", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
        return subprocess.Popen(words, cwd=example_vault, env=env, stdin=on, stdout=on, stderr=on)

    return start


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
@pytest.mark.parametrize(("begun", "word"), [("done patr", "Patrick O'Shaughnessy"), ("told ray contr", CONTRACT)])
def test_in_zsh_a_name_becomes_one_word(shell: Callable[..., subprocess.Popen[bytes]], begun: str, word: str):
    import pty  # there are none on Windows

    ours, theirs = pty.openpty()
    with shell("zsh", "-f", "-i", on=theirs) as zsh:
        os.close(theirs)
        setup = 'autoload -Uz compinit; compinit -u -D; eval "$(netfiles completion zsh)"; PS1=SET">"'
        screen = _type(ours, "READY>", f"{setup}\n") + _type(ours, "SET>", f"netfiles {begun}\t\x01print -rl -- \n")
        screen += _type(ours, f"\n{word}\r", "exit\n")
        zsh.wait(60)
    os.close(ours)
    assert f"\r\n{word}\r\n" in screen


def _type(terminal: int, awaited: str, keys: str) -> str:
    """Press keys once something is on the screen, which is returned."""
    shown = b""
    while awaited.encode() not in shown:
        assert select.select([terminal], [], [], 60)[0], f"never came: {awaited}\n{shown.decode()}"
        shown += os.read(terminal, 65_536)
    os.write(terminal, keys.encode())
    return shown.decode(errors="replace")


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(("begun", "word"), [("done patr", "Patrick O'Shaughnessy"), ("told ray contr", CONTRACT)])
def test_in_fish_a_name_stays_whole(example_vault: Path, begun: str, word: str):
    script = 'netfiles completion fish | source; complete -C "netfiles $argv[1]"'
    path = f"{NETFILES.parent}{os.pathsep}{os.environ['PATH']}"
    words = ["fish", "--no-config", "-c", script, begun]
    done = subprocess.run(
        words, cwd=example_vault, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{word}\n", done.stderr
