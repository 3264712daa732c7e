"""Made-up vaults: netfiles finds no problem in them, and every rule of its queue has somebody to name."""

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from netfiles.example import Size, make

RULES = {"promise", "owed-to-me", "answer", "thank", "reply", "ask", "introduction", "keep-in-touch", "hello", "date"}


def written(root: Path, size: Size, today: date) -> Path:
    for path, data in make(size, today):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def netfiles(root: Path, today: date, *words: str) -> dict[str, list[dict[str, object]]]:
    command = [sys.executable, "-m", "netfiles", "-C", str(root), "--today", str(today), *words, "--json"]
    found = subprocess.run(command, capture_output=True, check=False)
    answer: dict[str, list[dict[str, object]]] = json.loads(found.stdout)
    return answer


@pytest.mark.parametrize(("seed", "today"), [(1, "2026-11-23"), (2, "2026-11-21"), (3, "2027-01-01")])
def test_a_usual_vault_wakes_every_rule_for_a_week_of_people(tmp_path: Path, seed: int, today: str) -> None:
    day = date.fromisoformat(today)
    root = written(tmp_path, Size(seed=seed), day)
    assert netfiles(root, day, "check")["problems"] == []
    due = [item for item in netfiles(root, day, "queue")["items"] if item["person"]]
    rules = Counter(reason["rule"] for item in due for reason in item["reasons"])  # type: ignore[attr-defined]  # parsed JSON
    assert rules.keys() >= RULES
    assert 10 <= len(due) <= 25


@pytest.mark.soak
def test_a_large_vault_keeps_most_loops_closed(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    root = written(tmp_path, Size(1000, 5000), day)
    assert netfiles(root, day, "check")["problems"] == []
    assert 100 <= sum(item["person"] is not None for item in netfiles(root, day, "queue")["items"]) <= 200
