"""Ledgers that are carried along through edits are those that are made of everything anew."""

from datetime import timedelta

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from tests.insights.test_incremental import TODAY, Files, plain

LEDGERS = ("asks", "gratitude", "give_and_get", "promises", "problems")
LINES = (
    "ask: Who plans the line?",
    "ask: Any openings?",
    "ask_status: granted",
    "ask_status: declined",
    "gave: [help]",
    "got: [lead, advice]",
    "thanked: 2026-11-02",
    "next: call",
    "they_owe: a list",
    "they_owe_done: 2026-11-03",
)


def add_a_line(files: Files) -> None:
    """One of the lines that the ledgers read, into some entry."""
    path = files.rng.choice([path for path in sorted(files.texts) if path.startswith("journal/")])
    line = files.rng.choice(LINES)
    head, dashes, rest = files.texts[path].partition("---\n")
    if dashes and line.split(":")[0] + ":" not in rest:
        files.texts[path] = f"{head}{dashes}{line}\n{rest}"


@pytest.mark.parametrize("seed", range(6))
def test_after_random_edits(seed: int) -> None:
    files, today = Files(seed), TODAY
    insights = derive(build_network(files.collection()), today)
    for _ in range(12):
        told = [files.edit()]
        add_a_line(files)
        if files.rng.random() < 0.2:
            today += timedelta(days=files.rng.randrange(1, 9))
        collection = files.collection()
        clean = derive(build_network(collection), today)
        insights = derive(build_network(collection, insights.network), today, insights)
        for name in LEDGERS:
            assert plain(getattr(insights, name)) == plain(getattr(clean, name)), f"seed {seed}, {name}: {told}"
