"""Measures netfiles side by side with stock MkDocs and writes the figures into docs/performance.md."""

import os
import platform
import sys
from pathlib import Path

from tests.bench.measure import Figures, measure
from tests.bench.vaults import SIZES

HERE = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"


def table(results: dict[str, Figures]) -> str:
    """The figures as Markdown: seconds and memory, beside stock, beside what was promised."""
    names = [f"{size}: {SIZES[size][0]:,} people, {SIZES[size][1]:,} entries" for size in results]
    lines = [f"| work | {' | '.join(names)} |", "|---|" + "---|" * len(names)]
    works = list(next(iter(results.values())).rows)
    lines += [f"| {work} | {' | '.join(results[size].rows[work] for size in results)} |" for work in works]
    for size, figures in results.items():
        lines.append(f"\n{size}: {figures.pages:,} pages; {figures.note}")
    if set(results) == set(SIZES):
        growth = results["L"].save / results["S"].save
        lines.append(f"\nA save at ten times the size takes {growth:.1f} times as long (95 of 100).")
    return "\n".join(lines) + "\n"


def main() -> None:
    sizes = sys.argv[1:] or list(SIZES)
    results = {size: measure(size) for size in sizes}
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}."
    text = f"{BEGIN}\nWhole processes on a warm disk, the median of several; {machine}\n\n{table(results)}\n{END}"
    sys.stdout.write(text)
    page = HERE / "docs" / "performance.md"
    before = page.read_text(encoding="utf-8") if page.is_file() else ""
    if BEGIN in before and set(sizes) == set(SIZES):
        head, _, rest = before.partition(BEGIN)
        page.write_text(head + text + rest.partition(END)[2], encoding="utf-8")


main()
