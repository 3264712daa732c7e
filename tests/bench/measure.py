"""Every piece of work once or several times, each in a process of its own, in turn."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.bench.browser import in_a_browser
from tests.bench.importing import importing
from tests.bench.latency import serve_latency
from tests.bench.vaults import an_entry, cache, environment, forget, vault
from tests.bench.writing import writing


class Run(NamedTuple):
    """Wall seconds and peak memory (MB, the largest process) of one command."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Figures:
    """What was measured on one vault, as cells by the name of the work."""

    rows: dict[str, str]
    pages: int
    note: str
    save: float  # seconds, 95 of 100


def run(size: str, *command: str) -> Run:
    """One process of Python from outside, its memory as the system accounts it."""
    return _process((sys.executable, *command), environment(size))


def _process(command: Sequence[str], own: Mapping[str, str]) -> Run:
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=own)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(seconds, usage.ru_maxrss / 1024)


def median(runs: Sequence[Run]) -> Run:
    return sorted(runs)[len(runs) // 2]


def measure(size: str) -> Figures:
    """All rows of the table for one size."""
    folder, rounds = vault(size), 3 if size == "S" else 1
    tree, site = folder / ".netfiles" / "tree", folder / "site"
    netfiles = ("-m", "netfiles", "-C", str(folder), "-q")
    stock: list[Run] = []
    for _ in range(rounds):
        forget(tree, site)
        refresh = run(size, "-m", "tests.bench.refresh", str(folder))
        stock.append(
            Run(refresh.seconds + (built := run(size, "-m", "tests.bench.stock", str(folder))).seconds, built.megabytes)
        )
    pages = sum(1 for _ in tree.rglob("*.md"))
    searching = _with_search(size, folder)
    cold: list[Run] = []
    for _ in range(3):
        forget(site, cache(size))
        _warm(folder)
        cold.append(run(size, *netfiles, "build"))
    again = [run(size, *netfiles, "build") for _ in range(3)]
    changed = [_after_a_change(size, folder, netfiles, n) for n in range(3)]
    os.sync()
    warm = {
        f"`{words[0]}`, warm": median([run(size, *netfiles, *words) for _ in range(5)])
        for words in (("queue",), ("find", "logistics"), ("show", _somebody(folder)))
    }
    saves = serve_latency(folder)
    rows = {
        "stock: the tree from nothing, and `mkdocs build` of it": _cell(one := median(stock)),
        "the same with a search, that of MkDocs": _cell(
            two := Run(refresh.seconds + searching.seconds, searching.megabytes)
        ),
        "`netfiles build`, nothing cached": _beside(median(cold), one, two),
        "`netfiles build`, nothing changed": _beside(median(again), one, two),
        "`netfiles build`, one entry changed": _beside(median(changed), one, two),
        **{name: _cell(one) for name, one in warm.items()},
        **writing(folder, size, lambda command, own: _process(command, own).seconds),
        **importing(size, _process),
        "`serve`: save to new page, median": f"{saves.percentile(50):.3f} s",
        "`serve`: save to new page, 95 of 100": f"{saves.percentile(95):.3f} s",
        "`serve`: memory": f"{saves.megabytes:.0f} MB",
        **in_a_browser(folder),
    }
    return Figures(
        rows, pages, f"stock takes {1000 * median(stock).seconds / pages:.1f} ms a page.", saves.percentile(95)
    )


def _warm(folder: Path) -> None:
    """Have the system hold the files in its memory, as it does for whoever has just written them."""
    for path in folder.rglob("*.md"):
        path.read_bytes()


def _somebody(folder: Path) -> str:
    return sorted(path.stem for path in (folder / "contacts").glob("*.md"))[7]


def _after_a_change(size: str, folder: Path, netfiles: Sequence[str], number: int) -> Run:
    """A build after one entry changed; the entry is put back, and that built as well."""
    entry = an_entry(folder)
    before = entry.read_bytes()
    entry.write_bytes(before + f"\nOne more line, number {number}.\n".encode())
    try:
        time.sleep(0.1)
        return run(size, *netfiles, "build")
    finally:
        entry.write_bytes(before)
        time.sleep(0.1)
        run(size, *netfiles, "build")


def _with_search(size: str, folder: Path) -> Run:
    """`mkdocs build` with the search that MkDocs brings; netfiles has its own, which its build makes as well."""
    config = folder / "mkdocs.yml"
    before = config.read_text(encoding="utf-8")
    config.write_text(before.replace("\nplugins:\n", "\nplugins:\n  - search\n"), encoding="utf-8")
    try:
        return run(size, "-m", "tests.bench.stock", str(folder))
    finally:
        config.write_text(before, encoding="utf-8")


def _cell(one: Run) -> str:
    return f"{one.seconds:.2f} s, {one.megabytes:.0f} MB"


def _beside(one: Run, stock: Run, searching: Run) -> str:
    with_search = searching.seconds / one.seconds
    return f"{_cell(one)}; 1/{stock.seconds / one.seconds:.1f} of stock, 1/{with_search:.1f} of that with a search"
