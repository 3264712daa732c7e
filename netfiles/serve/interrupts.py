"""Ctrl-C and the signals that end a program, turned into an orderly end."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # Windows has no SIGHUP, the others no SIGBREAK


class Interrupted(BaseException):
    """The owner or the system wants an end; no `except Exception` of a build swallows it."""


class Ending:
    """Whether a signal came, and the work that the first one breaks off."""

    def __init__(self) -> None:
        self.came = False
        self._breaks_off = False

    def run(self, work: Callable[[], None]) -> None:
        """Do the work until it is done or a signal comes."""
        with suppress(Interrupted):
            try:
                self._breaks_off = True
                if not self.came:
                    work()
            finally:
                self._breaks_off = False

    def signalled(self, _number: int, _frame: FrameType | None) -> None:
        """Break off the work, once: what tidies up is left in peace."""
        self.came = True
        if self._breaks_off:
            self._breaks_off = False
            raise Interrupted


@contextmanager
def ending_by_signals() -> Iterator[Ending]:
    """Listen to the signals while the block runs; only the main thread can, and an ignored signal stays ignored."""
    ending = Ending()
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    ours = [n for n in numbers if signal.getsignal(n) not in (signal.SIG_IGN, None)]
    before = {n: signal.signal(n, ending.signalled) for n in ours if _in_main_thread()}
    try:
        yield ending
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
