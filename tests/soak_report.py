"""Writes what `make soak` measured into docs/promises.md."""

import os
import platform
import sys
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
    rows = sorted(set(FIGURES.read_text("utf-8").splitlines())) if FIGURES.is_file() else []
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}"
    lines = [f"By `make soak` on {machine}:", "", "| promise | what was done, without a failure |", "|---|---|"]
    lines += [f"| {promise} | {what} |" for promise, what in (row.split("\t") for row in rows)]
    text = BEGIN + "\n" + "\n".join(lines) + "\n\n" + END
    sys.stdout.write(text)
    page = HERE / "docs" / "promises.md"
    head, mark, rest = page.read_text("utf-8").partition(BEGIN)
    if mark:
        page.write_text(head + text + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()
