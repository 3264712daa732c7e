"""Measures the commands on made-up vaults and writes the figures into docs/performance.md."""

import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parents[2]
VAULTS = HERE / ".bench"
SIZES = {"S": (1_000, 5_000), "L": (10_000, 50_000)}
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"
TODAY = "2026-11-19"


class Run(NamedTuple):
    """Wall seconds and peak memory (MB) of one process."""

    seconds: float
    megabytes: float


def run(*command: str) -> Run:
    """One process from outside, its memory as the system accounts it."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(seconds, usage.ru_maxrss / 1024)


def _environment() -> dict[str, str]:
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "NETFILES_TODAY": TODAY}


def median(runs: list[Run]) -> Run:
    return sorted(runs)[len(runs) // 2]


def python(*words: str) -> tuple[str, ...]:
    return (sys.executable, *words)


def vault(size: str) -> Path:
    folder = VAULTS / size
    people, entries = SIZES[size]
    if not folder.is_dir():
        subprocess.run(
            python(
                "-m",
                "netfiles",
                "--today",
                TODAY,
                "-q",
                "example",
                str(folder),
                "--people",
                str(people),
                "--entries",
                str(entries),
            ),
            check=True,
        )
    return folder


def measure(size: str, rounds: int) -> tuple[dict[str, Run], int]:
    """Each piece of work `rounds` times, in turn, and the number of pages."""
    folder = vault(size)
    netfiles = python("-m", "netfiles", "-C", str(folder), "-q")
    tree, site = folder / ".netfiles" / "tree", folder / "site"
    work: dict[str, list[Run]] = {}
    for _ in range(rounds):
        work.setdefault("`netfiles check`", []).append(run(*netfiles, "check"))
        work.setdefault("`netfiles queue`", []).append(run(*netfiles, "queue"))
        shutil.rmtree(tree, ignore_errors=True)
        refresh = python("-m", "tests.bench.refresh", str(folder))
        work.setdefault("refreshing the tree from nothing", []).append(run(*refresh))
        work.setdefault("refreshing the tree, nothing changed", []).append(run(*refresh))
        shutil.rmtree(site, ignore_errors=True)
        stock = python("-m", "tests.bench.stock", str(folder))
        work.setdefault("stock `mkdocs build` of the tree", []).append(run(*stock))
    pages = sum(1 for _ in tree.rglob("*.md"))
    return {name: median(runs) for name, runs in work.items()}, pages


def table(results: dict[str, tuple[dict[str, Run], int]]) -> str:
    """The figures as Markdown."""
    sizes = list(results)
    lines = [
        "| work | "
        + " | ".join(f"{size}: {SIZES[size][0]:,} people, {SIZES[size][1]:,} entries" for size in sizes)
        + " | L ÷ S |"
    ]
    lines.append("|---|" + "---|" * (len(sizes) + 1))
    for name in results[sizes[0]][0]:
        cells = [f"{r.seconds:.2f} s, {r.megabytes:.0f} MB" for r in (results[size][0][name] for size in sizes)]
        ratio = results[sizes[-1]][0][name].seconds / results[sizes[0]][0][name].seconds if len(sizes) > 1 else None
        lines.append(f"| {name} | {' | '.join(cells)} | {f'{ratio:.1f}' if ratio else '-'} |")
    for size in sizes:
        work, pages = results[size]
        each = 1000 * work["stock `mkdocs build` of the tree"].seconds / pages
        lines.append(f"\n{size}: {pages:,} pages, {each:.1f} ms a page in the stock build.")
    return "\n".join(lines) + "\n"


def main() -> None:
    sizes = sys.argv[1:] or list(SIZES)
    results = {size: measure(size, 3 if size == "S" else 1) for size in sizes}
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}."
    text = f"{BEGIN}\nMedians of whole processes, reading from a warm disk; {machine}\n\n{table(results)}\n{END}"
    sys.stdout.write(text)
    page = HERE / "docs" / "performance.md"
    before = page.read_text(encoding="utf-8") if page.is_file() else ""
    if BEGIN in before and set(sizes) == set(SIZES):
        head, _, rest = before.partition(BEGIN)
        page.write_text(head + text + rest.partition(END)[2], encoding="utf-8")


main()
