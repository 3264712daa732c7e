"""Work done by other cores: the same on many things, or some beside what goes on here."""

import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 1_000
_MOST = 8


def each(work: Callable[[Sequence[T]], R], items: Sequence[T], chunk: int) -> Iterator[R]:
    """`work` done on all items, `chunk` of them at a time, in order; many are done in processes, one a core.

    The processes are forked, so that `work` and what it knows need not be copied, but only its results. That is safe
    only where there are no other threads; there, and for few items, all is done here.
    """
    starts = range(0, len(items), chunk)
    if len(items) < _WORTH_IT or not _may_fork():
        yield from (work(items[start : start + chunk]) for start in starts)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # a command that reads little starts sooner
    from multiprocessing import get_context  # noqa: PLC0415  # as above

    cores = min(os.cpu_count() or 1, _MOST)
    begin = (lambda start: work(items[start : start + chunk]),)
    with ProcessPoolExecutor(cores, get_context("fork"), _begin, begin) as pool:
        yield from pool.map(_go_on, starts)


def beside(work: Callable[[], R]) -> Callable[[], R]:
    """Begin some work in a process of its own; what is returned waits for its outcome.

    Where there can be no such process, or it ends without an outcome, the work is done here when it is asked for.
    """
    if not _may_fork() or (os.cpu_count() or 1) < 2:
        return work
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        _hand_over(work, writable)
    os.close(writable)

    def outcome() -> R:
        with os.fdopen(readable, "rb") as told:
            data = told.read()
        os.waitpid(child, 0)
        with suppress(Exception):  # a process that was killed may have told anything
            made: R = pickle.loads(data)  # noqa: S301  # from our own child
            return made
        return work()

    return outcome


def _hand_over(work: Callable[[], object], writable: int) -> NoReturn:
    """Do the work, tell what came of it, and end."""
    with suppress(BaseException):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with os.fdopen(writable, "wb") as told:
            pickle.dump(work(), told, 5)
    os._exit(0)


def _may_fork() -> bool:
    return threading.active_count() == 1 and hasattr(os, "fork")


_work: Callable[[int], Any]


def _begin(work: Callable[[int], Any]) -> None:
    """Remember the work in a process of its own, and leave interrupts to the one that asked."""
    global _work  # noqa: PLW0603  # one process, one work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _go_on(start: int) -> Any:
    return _work(start)
