"""Promise: for each rule of the queue, the command shown beside a reason takes that reason away."""

import json
import shlex
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netfiles.cli.shapes import item_shape
from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.insights.follow_ups.rules import RULES
from netfiles.vault.load import load
from tests.insights.conftest import write

Netfiles = Callable[..., tuple[str, str, int]]
TODAY = "2026-11-19"
BY_HAND = {"stale"}
"""Rules that are closed by a line alone."""

FILES = {
    "mkdocs.yml": "plugins:\n  - netfiles\n",
    # promise
    "Prom One": "",
    "2026-11-10 one": "with: '[[Prom One]]'; next: call him; next_on: 2026-11-18",
    "Prom $(Two) O'Shea": "next: call; next_on: 2026-11-17 // - [ ] call 📅 2026-11-17\n- [ ] call again 📅 2026-11-17",
    "2026-11-09 two": "with: '[[Prom $(Two) O''Shea]]'; next: -call; next_on: 2026-11-18",
    "2026-11-10 two": "with: '[[Prom $(Two) O''Shea]]'; next: call; next_on: 2026-12-18",
    "2026-11-11 Library": "activity: research; next: sort it; next_on: 2026-11-12",
    "career/companies/Acme.md": "target: A // - [ ] look 📅 2026-11-12\n- [ ] look at it 📅 2026-11-12",
    "career/profile.md": "pitch: I plan. // - [ ] write it 📅 2026-11-12",
    # answer and reply
    "Ann Swer": "",
    "2026-11-11 in": "with: '[[Ann Swer]]'; channel: email; direction: in",
    "Rep Ly": "",
    "2026-11-02 out": "with: '[[Rep Ly]]'; channel: email",
    # thank
    "Than Ks": "",
    "2026-11-05 got": "with: '[[Than Ks]]'; got: advice",
    "2026-11-06 got": "with: '[[Than Ks]]'; got: [help, lead]",
    # outcome, introduction
    "Out Come": "",
    "2026-10-01 names": "with: '[[Out Come]]'; channel: email; introduced: ['[[Met Since]]', '[[Walt O''Brien]]']",
    "Met Since": "",
    "2026-11-01 coffee": "with: '[[Met Since]]'; channel: coffee",
    # owed-to-me
    "Owed Two": "",
    "2026-11-03 owed": "with: '[[Owed Two]]'; they_owe: the list; they_owe_on: 2026-11-10",
    "2026-11-04 owed": "with: '[[Owed Two]]'; they_owe: the list; they_owe_on: 2026-11-11",
    "2026-11-12 owed": "activity: other; they_owe: the letter; they_owe_on: 2026-11-13",
    # ask
    "Ask One": "",
    "2026-10-30 ask": "with: '[[Ask One]]'; channel: call; asked: contacts; ask: Whom do you know?",
    "2026-10-31 ask": "with: '[[Ask One]]'; channel: call; asked: contacts; ask: Whom do you know?",
    # keep-in-touch, date, hello
    "-Kit": "name: Keep In Touch; keep_in_touch: 4w",
    "2026-09-01 call": "with: '[[-Kit]]'; channel: call",
    "Birth Day": "birthday: 1980-11-25; title: Planner; as_of: 2025-01-01",
    "Hel Lo": "met_on: 2026-11-12",
    # lead, news
    "career/leads/Quiet.md": "title: Planner; stage: applied; applied_on: 2026-10-01 // - [ ] press 📅 2026-11-12",
    "career/leads/Step.md": "stage: heard; next: write; next_on: 2026-11-12",
    "career/news/Free, at last.md": "title: I am free; date: 2026-11-01; audience: name:rep",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


Known = dict[tuple[Any, ...], str | None]


def reasons(vault: Path) -> Known:
    """All reasons of the queue with their commands: known by the rule, whom they concern, the file and the words."""
    items = derive(build_network(load(vault)), date.fromisoformat(TODAY)).queue.items
    return {
        (why["rule"], item.called, why["file"], why["text"]): why["command"]
        for item in items
        for why in item_shape(item, date.fromisoformat(TODAY))["reasons"]
    }


def texts(vault: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in vault.rglob("*.md")}


@pytest.fixture
def each(netfiles: Netfiles, vault: Path) -> Callable[[], Iterator[tuple[tuple[Any, ...], Known]]]:
    """Runs the command of each reason, as shown, in the same vault: the reason, and those that stand after it."""

    def run() -> Iterator[tuple[tuple[Any, ...], Known]]:
        files = texts(vault)
        for reason, command in reasons(vault).items():
            if command is None:
                continue
            name, *words = shlex.split(command)
            assert name == "netfiles"
            out, err, code = netfiles("-C", vault, "--today", TODAY, *words)
            assert (code, err) == (0, ""), (command, out, err)
            yield reason, reasons(vault)
            for path in texts(vault).keys() - files.keys():
                path.unlink()
            for path, content in files.items():
                path.write_bytes(content)

    return run


def test_every_rule_stands_in_the_queue_and_offers_its_command(netfiles: Netfiles, vault: Path):
    found = reasons(vault)
    assert {rule for rule, *_ in found} == {rule.name for rule in RULES}
    assert {rule for (rule, *_), command in found.items() if not command} == BY_HAND
    items = json.loads(netfiles("-C", vault, "--today", TODAY, "queue", "--json")[0])["items"]
    assert [why["command"] for item in items for why in item["reasons"]] == list(found.values())


def test_the_command_beside_a_reason_takes_it_away_and_no_other_of_its_rule(each, vault: Path):
    before = reasons(vault)
    assert len(before) > 25
    played = 0
    for reason, after in each():
        assert reason not in after
        others = {one for one in before if one[0] == reason[0] and one != reason}
        assert others <= after.keys(), (before[reason], others - after.keys())
        played += 1
    assert played == sum(command is not None for command in before.values())


def test_thanks_for_a_landing_are_an_entry(netfiles: Netfiles, tmp_path: Path):
    files = {
        "mkdocs.yml": "plugins:\n  - netfiles\n",
        "Jane": "",
        "career/profile.md": "status: landed",
        "career/leads/L.md": "stage: accepted; heard_from: '[[Jane]]'; closed_on: 2026-11-10",
    }
    vault = write(tmp_path, files)
    (vault / "journal").mkdir()
    found = {reason[0]: command for reason, command in reasons(vault).items()}
    assert found["thank"] == "netfiles thank Jane --by email"
    netfiles("-C", vault, "--today", TODAY, *shlex.split(found["thank"] or "")[1:])
    assert "thank" not in {reason[0] for reason in reasons(vault)}
