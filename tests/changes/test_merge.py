"""Promise: when two files become one, nothing that either says is lost, and every link leads to the one."""

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from netfiles.changes.merge import Half, Side, merged, proposal
from netfiles.changes.merge_unfiled import merged_unfiled
from netfiles.errors import CannotMerge, CannotRename
from netfiles.index.network import Network
from netfiles.insights.directory import Listed
from netfiles.records.plan import Plan
from netfiles.text.document import Scalar
from netfiles.text.frontmatter import split
from netfiles.text.layout import normal
from tests.changes import random_links
from tests.changes.made import Files, carried_out, network, text_of, vault
from tests.conftest import TODAY
from tests.soak_report import figure


def planned(root: Path, of: Network, goes: str, stays: str, chosen: Mapping[str, Side] | Side = "this") -> Plan:
    """The plan of a merge of two files."""
    halves = [Half(of.records[path], normal((root / path).read_bytes().decode())) for path in (goes, stays)]
    found = proposal(of, halves[0], halves[1])
    sides = {c.name: chosen for c in found.conflicts} if isinstance(chosen, str) else chosen
    return merged(found, sides, of, TODAY)


def after(root: Path, files: Files, chosen: Mapping[str, Side] | Side = "this") -> dict[str, str]:
    """The files after `contacts/J Doe.md` has been merged into `contacts/Jane Doe.md`."""
    of = network(vault(root, files))
    return carried_out(root, planned(root, of, "contacts/J Doe.md", "contacts/Jane Doe.md", chosen))


JANE, JD = "contacts/Jane Doe.md", "contacts/J Doe.md"


@pytest.mark.parametrize(
    ("this", "other", "wanted"),
    [
        ("x: 1", "emails: j@acme.example", "x: 1; emails: j@acme.example; aliases: [J Doe]"),
        ("emails: J@acme.example", "emails: [j@acme.example, k@acme.example]",
         "emails: [J@acme.example, k@acme.example]; aliases: [J Doe]"),
        ("phones: +1 413 555 0142", "phones: (+1) 413-555-0142", "phones: +1 413 555 0142; aliases: [J Doe]"),
        ("company: Acme", 'company: "[[acme]]"', "company: Acme; aliases: [J Doe]"),
        ("keep_in_touch: monthly", "keep_in_touch: 1m", "keep_in_touch: monthly; aliases: [J Doe]"),
        ("knows: Bo", "knows: [Jane Doe, Cy]", "knows: [Bo, Cy]; aliases: [J Doe]"),
        ("knows: [J Doe, Bo]", "x: 1", "knows: [Bo]; x: 1; aliases: [J Doe]"),
        ("uid: a", "uid: a", "uid: a; aliases: [J Doe]"),
        ("x: 1", "private: yes", "x: 1; private: yes; aliases: [J Doe]"),
        ("private: phones", "private: [emails]", "private: [phones, emails]; aliases: [J Doe]"),
        ("private: yes", "private: no", "private: yes; aliases: [J Doe]"),
        ("mine: a", "mine: a", "mine: a; aliases: [J Doe]"),
        ("x: 1", "name: Jonny; aliases: [JD, Jane Doe]", "x: 1; aliases: [Jonny, J Doe, JD]"),
    ],
)  # fmt: skip
def test_what_one_says_the_one_says(tmp_path: Path, this: str, other: str, wanted: str) -> None:
    assert after(tmp_path, {JANE: this, JD: other}, {}) == {JANE: text_of(wanted)}


def test_what_the_two_say_differently_is_asked(tmp_path: Path) -> None:
    files = {JANE: "title: Buyer; next: call; met_at: fair", JD: "title: Planner; company: Acme; next_done: 2026-11-01"}
    of = network(vault(tmp_path, files))
    with pytest.raises(CannotMerge) as raised:
        planned(tmp_path, of, JD, JANE, {})
    assert "  next: call (this) | next_done 2026-11-01 (other)" in str(raised.value)
    assert "  title: Buyer (this) | Planner, company Acme (other)" in str(raised.value)
    found = carried_out(tmp_path, planned(tmp_path, of, JD, JANE, {"next": "this", "title": "other"}))
    assert found == {JANE: text_of("title: Planner; next: call; met_at: fair; company: Acme; aliases: [J Doe]")}


def test_what_fits_into_no_field_stands_in_the_body(tmp_path: Path) -> None:
    files = {
        JANE: "uid: a // Tea.",
        JD: "uid: b; home:\n  - town: Lyon\n    zip: 1 // # Jonny\n\nCoffee with [[J Doe|her]].",
    }
    found = after(tmp_path, files)[JANE]
    note = "## From contacts/J Doe.md, merged on 2026-11-19\n\nuid: b\n\n```yaml\nhome:\n"
    assert found.startswith("---\nuid: a\naliases: [Jonny, J Doe]\nname: Jane Doe\n---\nTea.\n" + note)
    for part in ("uid: b", "town: Lyon", "# Jonny", "[[Jane Doe|her]]", "Tea."):
        assert part in found


def test_links_to_either_lead_to_the_one(tmp_path: Path) -> None:
    files = {
        JANE: "x: 1",
        JD: "x: 1",
        "journal/2026-11-01 a.md": 'with: [J Doe, "[[Jane Doe]]", Bo]; channel: call // [[J Doe|Jonny]]',
        "journal/2026-11-02 b.md": 'with: "[[J Doe|Jonny]]"; channel: call',
    }
    found = after(tmp_path, files)
    assert 'with: ["[[Jane Doe]]", Bo]' in found["journal/2026-11-01 a.md"]
    assert "[[Jane Doe|Jonny]]" in found["journal/2026-11-01 a.md"]
    assert 'with: "[[Jane Doe|Jonny]]"' in found["journal/2026-11-02 b.md"]


def test_a_name_without_a_file_becomes_an_alias(tmp_path: Path) -> None:
    files = {JANE: "knows: [Jonny, Bo]", "journal/2026-11-01 a.md": "with: [Jonny]; channel: call"}
    of = network(vault(tmp_path, files))
    found = carried_out(tmp_path, merged_unfiled(of, Listed("person", "name:jonny", "Jonny", None), of.records[JANE]))
    assert found[JANE] == text_of("knows: [Bo]; aliases: [Jonny]")
    assert "with: [Jane Doe]" in found["journal/2026-11-01 a.md"]


def test_what_is_not_two_of_a_kind_is_refused(tmp_path: Path) -> None:
    of = network(vault(tmp_path, {JANE: "x: 1", "career/companies/Acme.md": "target: A"}))
    with pytest.raises(CannotMerge, match="no two people or companies"):
        planned(tmp_path, of, "career/companies/Acme.md", JANE)
    with pytest.raises(CannotMerge, match="one record already"):
        planned(tmp_path, of, JANE, JANE)


FIELDS = {
    "title": ("Buyer", "Planner"), "emails": ("a@x.example", "[a@x.example, b@x.example]", "c@x.example"),
    "phones": ("+1 413 555 0142", "'+1 413 555 0143'"), "location": ("Lyon", "Paris"), "tags": ("[a, b]", "c"),
    "birthday": ("04-12", "1985"), "can_help": ("[x, y]", "z"), "next": ("call", "write"), "next_done": ("2026-11-01",),
    "as_of": ("2026-01-01", "2026-02-01"), "uid": ("u1", "u2"), "source": ("vcard",), "met_at": ('"a: b"', "fair"),
    "mine": ("m1", "[m2, m3]"), "deep": ("{a: 1}", "[[a], b]", "flat"), "photo": ("a.png",), "status": ("dormant",),
    "private": ("yes", "[emails]", "no"), "relation": ("|\n  two\n  lines", "alumni"),
}  # fmt: skip


def _half(chance: Random) -> str:
    names = chance.sample(sorted(FIELDS), chance.randint(0, 9))
    fields = [f"{name}: {chance.choice(FIELDS[name])}" for name in names]
    fields += random_links._some(chance, "company", random_links.COMPANIES) if "title" not in names else []
    fields += random_links._several(chance, "knows", ("Jane Doe", "J Doe", "Bo Lee", "Cy"))
    return random_links._text(chance, fields)


def values(path: str, text: str) -> tuple[set[str], str]:
    """All texts that the fields of a file hold, and its body."""
    document = split(path, normal(text))
    fields = (f for name, f in document.fields.items() if name not in ("knows", "company", "private"))
    return {i.text for f in fields for i in f.items if isinstance(i, Scalar) and not i.empty}, document.body


def _named(key: str) -> str:
    """A key, without telling a person that has no file from a company: one is asked for where the two differ."""
    return key.partition(":")[2] if key.startswith(("name:", "company:")) else key


def edges(of: Network, moved: dict[str, str], own: str) -> set[tuple[str, str, str]]:
    """What every link of other files means, each once for a file and a field."""
    return {
        (path, field, moved.get(key or "", _named(key or "")))
        for path, linked in (*of.fields.items(), *of.bodies.items())
        for field, keys in linked.keys.items()
        for key in keys
        if path not in (own, *moved)
    }


def play(root: Path, chance: Random) -> str:
    """One random merge; what came of it."""
    files = random_links.vault(chance) | {JANE: _half(chance), JD: _half(chance)}
    for path in list(files):
        if path.startswith("journal/") and chance.random() < 0.7:
            files[path] = files[path].replace("Ada Poe", "J Doe").replace("Bo Lee", "Jane Doe")
    vault(root, files)
    of = network(root)
    if not {JANE, JD} <= of.records.keys():
        return "refused"
    halves = [Half(of.records[path], normal(files[path])) for path in (JD, JANE)]
    try:
        found = proposal(of, halves[0], halves[1])
    except CannotRename:
        return "refused"
    chosen: dict[str, Side] = {c.name: chance.choice(("this", "other")) for c in found.conflicts}
    asked = {value for c in found.conflicts for side in (c.this, c.other) for value in side.values()}
    now = carried_out(root, merged(found, chosen, of, TODAY))
    assert JD not in now
    have, body = values(JANE, now[JANE])
    have = {value.lower() for value in have}
    for path in (JANE, JD):
        said, was = values(path, files[path])
        lost = {v for v in said - asked if v.lower() not in have and v not in body}
        assert not lost, (path, lost, now[JANE])
        for line in was.split("\n"):
            kept = re.sub("J Doe", "Jane Doe", line, flags=re.IGNORECASE)
            assert line in body or kept.lower() in re.sub("J Doe", "Jane Doe", body, flags=re.IGNORECASE).lower()
    after = network(root)
    unnamed = {_named(key) for key in of.claims.keys() - after.claims.keys()}
    forgone = {name for name in unnamed if any(name in value.lower() for value in asked)}
    led = {(path, field, "" if key in forgone else key) for path, field, key in edges(of, {JD: JANE}, JANE)}
    assert led == edges(after, {JD: JANE}, JANE)
    knew = {key for path in (JANE, JD) for key in of.people[path].knows} - {JANE, JD}
    assert set(after.people[JANE].knows) - {JANE} == knew
    return "merged"


def test_nothing_of_either_is_lost(tmp_path: Path) -> None:
    outcomes = [play(tmp_path / str(seed), Random(seed)) for seed in range(60)]
    assert outcomes.count("merged") > 30


@pytest.mark.soak
def test_nothing_of_any_two_is_lost(tmp_path: Path) -> None:
    outcomes = [play(tmp_path / str(seed), Random(seed)) for seed in range(1_000, 4_000)]
    figure("A merge loses nothing", f"{outcomes.count('merged'):,} merges: every value stands or was asked about")
