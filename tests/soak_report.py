"""Writes what `make soak` measured into docs/promises.md."""

import os
import platform
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
FIGURES = HERE / "build" / "soak.txt"
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"


def figure(promise: str, what: str) -> None:
    """Note what a long test did; called by soak tests."""
    FIGURES.parent.mkdir(exist_ok=True)
    with FIGURES.open("a", encoding="utf-8") as file:
        file.write(f"{promise}\t{what}\n")


def main() -> None:
    noted = Counter(FIGURES.read_text("utf-8").splitlines() if FIGURES.is_file() else [])
    rows = [(*row.split("\t"), f"{times} × " if times > 1 else "") for row, times in sorted(noted.items())]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    lines = [f"By `make soak` on {machine}:", "", "| promise | what was done, without a failure |", "|---|---|"]
    lines += [f"| {promise} | {times}{what} |" for promise, what, times in rows]
    text = BEGIN + "\n" + "\n".join(lines) + "\n\n" + END
    sys.stdout.write(text)
    page = HERE / "docs" / "promises.md"
    head, mark, rest = page.read_text("utf-8").partition(BEGIN)
    if mark:
        page.write_text(head + text + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
