"""The same work on many things, by all cores."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

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
    if len(items) < _WORTH_IT or threading.active_count() > 1 or not hasattr(os, "fork"):
        yield from (work(items[start : start + chunk]) for start in starts)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # a command that reads little starts sooner
    from multiprocessing import get_context  # noqa: PLC0415  # as above

    cores = min(os.cpu_count() or 1, _MOST)
    begin = (lambda start: work(items[start : start + chunk]),)
    with ProcessPoolExecutor(cores, get_context("fork"), _begin, begin) as pool:
        yield from pool.map(_go_on, starts)


_work: Callable[[int], Any]


def _begin(work: Callable[[int], Any]) -> None:
    """Remember the work in a process of its own, and leave interrupts to the one that asked."""
    global _work  # noqa: PLW0603  # one process, one work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _go_on(start: int) -> Any:
    return _work(start)
