"""A way to run the command line as a person does."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from netfiles.cli import main


class Said(NamedTuple):
    """What a command printed, and how it ended."""

    out: str
    err: str
    exit: int


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An undo store and a cache of each test's own."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("NETFILES_STATE", str(folder))
    monkeypatch.setenv("NETFILES_CACHE", str(folder / "cache"))
    return folder


@pytest.fixture
def netfiles(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs `netfiles WORDS` in this process."""
    for variable in ("NETFILES_VAULT", "NETFILES_TODAY", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def run(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["netfiles", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Said(printed.out, printed.err, int(ended.value.code or 0))

    return run
