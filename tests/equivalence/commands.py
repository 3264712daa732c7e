"""The command line as a black box: each command in a process of its own, started at once or forked from a warm one."""

import faulthandler
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

from tests.equivalence.limits import as_anybody

LONGEST = 150  # seconds; a command that takes longer hangs

Preparation = Callable[[], None]
"""What a process does to itself before it becomes the command: limits, mounts, rights given up."""


class Said(NamedTuple):
    """What a command printed, and how it ended."""

    out: str
    err: str
    exit: int

    @property
    def last_line(self) -> str:
        return (self.out.strip().splitlines() or [""])[-1]


@dataclass(frozen=True)
class Running:
    """A command at work, in a process forked from one that has imported everything."""

    process: BaseProcess
    notes: Path

    def wait(self) -> Said:
        self.process.join(LONGEST)
        if self.process.exitcode is None:
            raise AssertionError(f"the command hangs: {self._where()}")
        out, err = (self.notes.with_suffix(end).read_text("utf-8", "replace") for end in (".out", ".err"))
        assert "Traceback" not in err, err
        return Said(out, err, self.process.exitcode)

    def _where(self) -> str:
        """Where it hangs; then it is ended."""
        os.kill(self.process.pid or 0, signal.SIGABRT)
        self.process.join(5)
        self.process.kill()
        return self.notes.with_suffix(".err").read_text("utf-8", "replace")

    def kill(self) -> None:
        """End it by SIGKILL, as a power cut would."""
        self.process.kill()
        self.process.join(LONGEST)


def start(
    module: str, words: list[str], environment: Mapping[str, str], notes: Path, prepare: Preparation = as_anybody
) -> Running:
    """`python -m MODULE WORDS`, forked; what it prints goes to files beside `notes`."""
    notes.parent.mkdir(parents=True, exist_ok=True)
    process = _forks().Process(target=_become, args=(module, words, dict(environment), notes, prepare))  # type: ignore[attr-defined]
    process.start()
    return Running(process, notes)


def run_alone(module: str, words: list[str], environment: Mapping[str, str]) -> Said:
    """`python -m MODULE WORDS` as a person starts it: a new interpreter, with a hash seed of its own."""
    command = [sys.executable, "-m", "tests.equivalence.limits", module, *words]
    done = subprocess.run(command, env=environment, cwd="/", capture_output=True, timeout=LONGEST, check=False)
    err = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err, err
    return Said(done.stdout.decode("utf-8", "replace"), err, done.returncode)


def _become(module: str, words: list[str], environment: dict[str, str], notes: Path, prepare: Preparation) -> None:
    for number, end in ((1, ".out"), (2, ".err")):
        os.dup2(os.open(notes.with_suffix(end), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    faulthandler.enable()
    prepare()
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [module, *words]
    name, main = {"netfiles": ("netfiles.cli", "main"), "mkdocs": ("mkdocs.__main__", "cli")}[module]
    getattr(import_module(name), main)()


@cache
def _forks() -> ForkServerContext:
    """A server that has imported what a build needs, so that a command starts in a few milliseconds."""
    context = get_context("forkserver")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    context.set_forkserver_preload([name for name in (*_ours(), *_OTHERS) if find_spec(name)])
    return context


_OTHERS = (
    "tests.equivalence.warm",
    *("mkdocs.__main__", "mkdocs.commands.build", "mkdocs.contrib.search", "material.plugins.search.plugin"),
    *("markdown.extensions.toc", "markdown.extensions.tables", "markdown.extensions.admonition", "pygments.lexers"),
    *("markdown.extensions.attr_list", "markdown.extensions.def_list", "markdown.extensions.footnotes"),
)


def _ours() -> list[str]:
    import netfiles

    names = (found.name for found in walk_packages(netfiles.__path__, "netfiles."))
    return [name for name in names if name != "netfiles.__main__" and not name.startswith("netfiles.serve")]
