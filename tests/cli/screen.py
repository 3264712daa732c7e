"""A command at a real terminal: what it shows there, and what it is answered."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
from typing import NamedTuple

CTRL_C, CTRL_D = "\x03", "\x04"
_PATIENCE, _SILENCE = 60, 2
"""Seconds."""
_BEGIN = (
    "import fcntl, runpy, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "runpy.run_module('netfiles', run_name='__main__', alter_sys=True)"
)
"""The program, with the terminal as its own, so that Ctrl-C reaches it."""


class Talk(NamedTuple):
    """What stood on the screen in the end, the answers too, and how the command ended."""

    screen: str
    exit: int


def talk(*words: str, answers: list[tuple[str, str]]) -> Talk:
    """Run `netfiles WORDS` at a terminal; each answer is typed once its question is on the screen."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, b"\x32\x00\xa0\x00" + bytes(4))  # 50 lines of 160 signs
    with subprocess.Popen(
        [sys.executable, "-c", _BEGIN, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env=os.environ | {"NO_COLOR": "1", "TERM": "dumb"},
    ) as process:
        os.close(theirs)
        try:
            screen = _spoken(ours, answers)
        except BaseException:
            process.kill()
            raise
        finally:
            os.close(ours)
    return Talk(screen, process.returncode)


def _spoken(terminal: int, answers: list[tuple[str, str]]) -> str:
    """The whole screen, once the command has ended."""
    shown, seen, last = "", 0, ""
    for question, answer in answers:
        while question not in shown[seen:]:
            more = _more(terminal, shown, last)
            assert more, f"never asked: {question}\n{shown}"
            shown += more
        seen, last = len(shown), answer
        os.write(terminal, (answer if answer in (CTRL_C, CTRL_D) else f"{answer}\n").encode())
    while more := _more(terminal, shown, last):
        shown += more
    return shown


def _more(terminal: int, shown: str, last: str) -> str:
    """What comes next on the screen; nothing where the command has ended.

    Python does not see a Ctrl-C between its question and its waiting: after some silence it is pressed again.
    """
    for _ in range(_PATIENCE // _SILENCE):
        if select.select([terminal], [], [], _SILENCE)[0]:
            try:
                return os.read(terminal, 65_536).decode(errors="replace").replace("\r\n", "\n")
            except OSError:  # Linux says so where the other side is closed
                return ""
        if last == CTRL_C:
            os.write(terminal, CTRL_C.encode())
    raise AssertionError(f"waits for something that was not expected:\n{shown}")
