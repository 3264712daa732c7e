"""Promise: after a rename every link leads to what it led to, and nothing else is other."""

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from netfiles.changes.rename import names_touched, renamed, renamed_unfiled
from netfiles.cli.desk import Desk
from netfiles.cli.terminal import Terminal
from netfiles.errors import CannotRename
from netfiles.index.network import Network
from netfiles.model import Profile, Record
from netfiles.model.options import Options
from netfiles.records.plan import Plan
from netfiles.text.stems import stem_of
from tests.changes import random_links
from tests.changes.made import Files, carried_out, network, texts, vault
from tests.soak_report import figure

DAY = date(2026, 11, 23)


def after(root: Path, files: Files, path: str, name: str, alias: bool = True) -> dict[str, str]:
    """The files of a small vault after the rename of one of them."""
    of = network(vault(root, files))
    return carried_out(root, renamed(of, of.records[path], name, alias))


NIA = {"contacts/Nia Okafor.md": "company: Northlight"}


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("journal/2026-11-01 a.md", 'with: "[[Nia Okafor|Nia]]"; channel: call', 'with: "[[Nia Hall|Nia]]"'),
        ("journal/2026-11-01 a.md", "with: [[Nia Okafor]]; channel: call", 'with: "[[Nia Hall]]"'),
        ("journal/2026-11-01 a.md", "with: [Bo, 'Nia Okafor']; channel: call", "with: [Bo, 'Nia Hall']"),
        ("contacts/Bo.md", 'knows: "[[contacts/nia okafor#Part|her]]"', 'knows: "[[Nia Hall#Part|her]]"'),
        ("contacts/Bo.md", 'next: "see [[Nia Okafor]]\'s book"', 'next: "see [[Nia Hall]]\'s book"'),
        ("contacts/Bo.md", "x: 1 // ![[Nia Okafor]] `[[Nia Okafor]]`", "![[Nia Hall]] `[[Nia Okafor]]`"),
        ("contacts/Bo.md", "x: 1 // |a|\n|-|\n| [[Nia Okafor\\|N]] |", "| [[Nia Hall\\|N]] |"),
        (
            "contacts/Bo.md",
            "x: 1 // [N](Nia%20Okafor.md#Part) [N](<Nia Okafor> 'n')",
            "[N](Nia%20Hall.md#Part) [N](<Nia Hall> 'n')",
        ),
        (
            "contacts/Bo.md",
            "x: 1 // `[N](Nia%20Okafor.md)` ![N](Nia%20Okafor.md)",
            "`[N](Nia%20Okafor.md)` ![N](Nia%20Okafor.md)",
        ),
        (
            "contacts/Bo.md",
            "x: 1 // [N](https://x.org/Nia%20Okafor.md) [[Nia Okafor]]",
            "[N](https://x.org/Nia%20Okafor.md) [[Nia Hall]]",
        ),
        ("contacts/a/Bo.md", "x: 1 // [N](../Nia%20Okafor.md)", "[N](../Nia%20Hall.md)"),
        (
            "journal/2026/a.md",
            "date: 2026-11-01 // [N](../../contacts/Nia%20Okafor.md)",
            "[N](../../contacts/Nia%20Hall.md)",
        ),
        ("contacts/Bo.md", "x: 1 // [N](contacts/nia%20okafor)", "[N](Nia%20Hall)"),
        ("docs/page.md", "# Page\n\nSee [[Nia Okafor]].\n", "See [[Nia Hall]]."),
        ("queries/q.md", "query: 'knows:\"[[Nia Okafor]]\" nia'", "query: 'knows:\"[[Nia Hall]]\" nia'"),
    ],
)
def test_a_link_is_kept_right(tmp_path: Path, path: str, text: str, line: str) -> None:
    assert line in after(tmp_path, {**NIA, path: text}, "contacts/Nia Okafor.md", "Nia Hall")[path].splitlines()


def test_the_old_name_stays_as_an_alias_unless_it_should_not(tmp_path: Path) -> None:
    assert after(tmp_path, NIA, "contacts/Nia Okafor.md", "Nia Hall") == {
        "contacts/Nia Hall.md": "---\ncompany: Northlight\naliases: [Nia Okafor]\n---\n\n"
    }
    assert after(tmp_path, {}, "contacts/Nia Hall.md", "Nia O'Hall", alias=False) == {
        "contacts/Nia O'Hall.md": "---\ncompany: Northlight\naliases: [Nia Okafor]\n---\n\n"
    }


def test_a_name_that_no_file_can_bear_is_kept_in_the_file(tmp_path: Path) -> None:
    files = {"career/companies/Acme.md": "target: A", "contacts/Bo.md": "company: Acme; past_companies: Acme (2018-)"}
    assert after(tmp_path, files, "career/companies/Acme.md", "AC/DC: Inc.") == {
        "career/companies/AC-DC - Inc.md": '---\ntarget: A\nname: "AC/DC: Inc."\naliases: [Acme]\n---\n\n',
        "contacts/Bo.md": '---\ncompany: "AC/DC: Inc."\npast_companies: "AC/DC: Inc. (2018-)"\n---\n\n',
    }


def test_a_title_or_a_heading_does_not_outlive_its_file(tmp_path: Path) -> None:
    files = {"career/leads/Planner.md": "title: Planner", "contacts/Bo.md": "x: 1 // # Bo Lee"}
    assert "title: Buyer" in after(tmp_path, files, "career/leads/Planner.md", "Buyer")["career/leads/Buyer.md"]
    assert "name: Bob Lee\n" in after(tmp_path, {}, "contacts/Bo.md", "Bob Lee")["contacts/Bob Lee.md"]


def test_an_entry_keeps_its_day(tmp_path: Path) -> None:
    files = {"journal/2026-11-01 Call.md": "channel: call", "contacts/Bo.md": "x: 1 // [[2026-11-01 Call]]"}
    found = after(tmp_path, files, "journal/2026-11-01 Call.md", "Long call")
    assert "[[2026-11-01 Long call]]" in found["contacts/Bo.md"]
    of = network(tmp_path)
    with pytest.raises(CannotRename, match="the entry is of 2026-11-01"):
        renamed(of, of.records["journal/2026-11-01 Long call.md"], "2026-11-02 Call")


def test_a_name_that_others_bear_is_refused_where_links_would_lead_elsewhere(tmp_path: Path) -> None:
    files = {
        "contacts/Ann Poe.md": "aliases: [Annie]",
        "contacts/Bo Lee.md": "company: Acme",
        "journal/2026-11-01 a.md": 'with: "[[Annie]]"',
    }
    of = network(vault(tmp_path, files))
    bo = of.records["contacts/Bo Lee.md"]
    with pytest.raises(CannotRename, match=r"`\[\[Annie\]\]` in journal/2026-11-01 a.md .* would lead elsewhere"):
        renamed(of, bo, "Annie")
    with pytest.raises(CannotRename, match=r'is there already\. .* netfiles merge "Bo Lee" "Ann Poe"'):
        renamed(of, bo, "Ann Poe")


def test_of_two_files_of_one_name_links_bear_the_path(tmp_path: Path) -> None:
    files = {
        "contacts/a/Jo.md": "x: 1",
        "contacts/b/Bo.md": "x: 1",
        "journal/2026-11-01 a.md": 'with: ["[[Bo|B]]", "[[a/Jo]]"]',
    }
    found = after(tmp_path, files, "contacts/b/Bo.md", "Jo")
    assert 'with: ["[[b/Jo|B]]", "[[a/Jo]]"]' in found["journal/2026-11-01 a.md"]


def test_a_name_without_a_file_is_changed_wherever_it_stands(tmp_path: Path) -> None:
    files = {
        "contacts/Bo.md": "knows: [Walt Sorenson, Cy]; company: Globx",
        "contacts/Cy.md": "past_companies: [Globx (2018-2022), Acme]",
        "journal/2026-11-01 a.md": 'with: "[[walt sorenson|Walt]]" // [[Walt Sorenson]]',
    }
    of = network(vault(tmp_path, files))
    plan = renamed_unfiled(of, "person", "name:walt sorenson", "Walt Sorenson", "Walt Sorensen")
    assert plan.said == ("Walt Sorenson is called Walt Sorensen now.", "3 links to it; 2 files changed for that.")
    carried_out(tmp_path, plan)
    found = carried_out(tmp_path, renamed_unfiled(network(tmp_path), "company", "company:globx", "Globx", "Globex"))
    assert "knows: [Walt Sorensen, Cy]\ncompany: Globex" in found["contacts/Bo.md"]
    assert "[Globex (2018-2022), Acme]" in found["contacts/Cy.md"]
    assert 'with: "[[Walt Sorensen|Walt]]"\n---\n[[Walt Sorensen]]' in found["journal/2026-11-01 a.md"]


def edges(of: Network, moved: dict[str, str]) -> list[tuple[str, str, str | None]]:
    """What every link means: the file, the field, and the key it leads to; `moved` tells other keys."""
    found = []
    for path, linked in (*of.fields.items(), *of.bodies.items()):
        for field, keys in linked.keys.items():
            found += [(moved.get(path, path), field, moved.get(key or "", key)) for key in keys]
    return sorted(found, key=str)


def _without(names: re.Pattern[str], text: str) -> str:
    """A text with a sign for each of the names, and without quotes around links, which may be new."""
    return names.sub("§", re.sub(r'"(\[\[[^"\n]*\]\])"', r"\1", text.replace("''", "'")))


def planned(of: Network, record: Record, name: str, alias: bool) -> Plan | None:
    """The plan of a rename; None where it is refused."""
    try:
        return renamed(of, record, name, alias)
    except CannotRename:
        return None


def of_few_files(root: Path, record: Record, name: str, alias: bool) -> Plan | None:
    """The same, made of the files alone in which one of the names may stand."""
    try:
        touched = names_touched(record, name)
    except CannotRename:
        return None
    narrow = Desk(Terminal(str(root)), root, Options(), DAY).network_naming(touched)
    return planned(narrow, narrow.records[record.path], name, alias)


def play(root: Path, chance: Random) -> str:
    """One random rename in a random vault; what came of it."""
    vault(root, random_links.vault(chance))
    of, before = network(root), texts(root)
    record = chance.choice([r for r in of.records.values() if not isinstance(r, Profile)])
    name = chance.choice(random_links.NEW)
    alias = chance.random() < 0.8
    plan = planned(of, record, name, alias)
    assert of_few_files(root, record, name, alias) == plan
    if plan is None:
        return "refused"
    now = carried_out(root, plan)
    to = next(step.to for step in plan.steps if step.path == record.path) or record.path
    kept = network(root)
    moved = {record.path: to, f"name:{name.casefold()}": to, f"company:{name.casefold()}": to}
    if any("led nowhere" in line for line in plan.said):
        return "found"
    joined = {key: to for key in moved if any("not on file" in line for line in plan.said)}
    assert edges(of, {record.path: to, **joined}) == edges(kept, joined), plan
    assert kept.records[to].called == (name if record.kind != "interaction" else kept.records[to].called)
    spellings = (record.called, record.origin.stem, name, stem_of(name), to.rpartition("/")[2][:-3])
    names = "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))
    any_name = re.compile(rf"""["']?((contacts|old|career|companies|news)/)*({names})["']?""", re.IGNORECASE)
    for path, text in before.items():
        if path != record.path:
            assert _without(any_name, text) == _without(any_name, now[path]), path
    return "renamed"


def test_after_a_rename_every_link_leads_where_it_led(tmp_path: Path) -> None:
    outcomes = [play(tmp_path / str(seed), Random(seed)) for seed in range(60)]
    assert outcomes.count("renamed") > 40


@pytest.mark.soak
def test_after_any_rename_every_link_leads_where_it_led(tmp_path: Path) -> None:
    outcomes = [play(tmp_path / str(seed), Random(seed)) for seed in range(1_000, 6_000)]
    done = outcomes.count("renamed")
    figure(
        "A rename keeps every link right", f"{done:,} renames in random vaults: the same network, no other byte changed"
    )
