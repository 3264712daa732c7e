"""Promise: what `fix` mends is gone, nothing else is wrong then, and the file means what it meant."""

import re
from pathlib import Path

import pytest

from netfiles.changes.fix import MENDS, mended, mending
from netfiles.model import Kind
from netfiles.records.read import read_record
from tests.changes.made import carried_out, network, vault
from tests.conftest import REPOSITORY

CASES: list[tuple[str, Kind, str, str]] = [
    ("NF206", "person", "title: Supply Chain: Manager", 'title: "Supply Chain: Manager"'),
    ("NF206", "person", "title: @home", 'title: "@home"'),
    ("NF206", "person", "can_help:\n  - tea: and more\n  - `code`", 'can_help:\n  - "tea: and more"\n  - "`code`"'),
    ("NF206", "person", "title: a: b\nmet_at: c: d", 'title: "a: b"\nmet_at: "c: d"'),
    ("NF206", "interaction", "with: [[A]], [[B|b]]", 'with: ["[[A]]", "[[B|b]]"]'),
    ("NF301", "person", "can_help:\n  - tea: green\n  - b", 'can_help:\n  - "tea: green"\n  - b'),
    ("NF302", "person", "met_on: 2026/11/5 # first", "met_on: 2026-11-05 # first"),
    ("NF302", "person", "met_on: 20 November 2026", "met_on: 2026-11-20"),
    ("NF302", "person", "met_on: Nov 20th, 2026", "met_on: 2026-11-20"),
    ("NF302", "person", "met_on: 11/20/2026", "met_on: 2026-11-20"),
    ("NF302", "person", "birthday: 2026.1.2", "birthday: 2026-01-02"),
    ("NF302", "person", "emails: a@x.example, b@x.example", "emails: [a@x.example, b@x.example]"),
    ("NF302", "person", "emails: [a@x.example, 'b @x.example']", "emails: [a@x.example, 'b@x.example']"),
    ("NF302", "person", "keep_in_touch: every 6 weeks", "keep_in_touch: 6w"),
    ("NF302", "interaction", "minutes: 45 mins", "minutes: 45"),
    ("NF302", "interaction", "minutes: 1.5 hours", "minutes: 90"),
    ("NF302", "interaction", 'channel: "phone call"', 'channel: "call"'),
    ("NF302", "interaction", "got: [intro, info]", "got: [introduction, information]"),
    ("NF302", "company", "motivation: 4/5", "motivation: 4"),
    ("NF304", "person", "name:\ntitle: x", "title: x"),
    ("NF305", "person", "compnay: Acme # since May", "company: Acme # since May"),
    ("NF306", "person", "private: y", "private: yes"),
    ("NF308", "interaction", "with: [[Nia Okafor]] # tea", 'with: "[[Nia Okafor]]" # tea'),
    ("NF308", "person", "knows:\n  - [[A]]\n  - '[[B]]'", "knows:\n  - \"[[A]]\"\n  - '[[B]]'"),
    ("NF316", "person", "privat: yes", "private: yes"),
]


@pytest.mark.parametrize(("code", "kind", "before", "after"), CASES)
def test_it_is_mended_and_nothing_else_is_wrong(tmp_path: Path, code: str, kind: Kind, before: str, after: str) -> None:
    day = "date: 2026-11-01\n" if kind == "interaction" else ""
    text, wanted = (f"---\n{day}{part}\n---\nBody: @ [[x]]  \n" for part in (before, after))
    folder = {"person": "contacts", "interaction": "journal", "company": "career/companies"}[kind]
    path = f"{folder}/a.md"
    assert code in {p.code for p in read_record(kind, path, text).problems}
    found = mended(kind, path, text)
    assert found is not None
    assert code in {p.code for p in found.gone}
    vault(tmp_path, {path: text})
    assert carried_out(tmp_path, mending([found]))[path] == wanted
    assert not read_record(kind, path, wanted).problems
    assert not network(tmp_path).collection.problems


def test_every_repair_has_a_case() -> None:
    assert {code for code, *_ in CASES} == MENDS.keys()


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("person", "birthday: 2026-02-30"), ("person", "met_on: 05/11/2026"), ("person", "privat: no"),
        ("person", "private: perhaps"), ("person", "title: &a x\nrelation: *a"), ("person", "compnay: A\ncompany: B"),
        ("person", "emails: jane at acme"), ("person", "name: ''\ntitle: 'it's'"), ("lead", "stage: applied"),
        ("person", "private: [phone]"), ("person", "tags: a\ntags: a"), ("interaction", "minutes: a while"),
        ("person", "title: {a: b"), ("person", "mine: whatever"), ("person", "met_onn: sometime"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_left(kind: Kind, fields: str) -> None:
    assert mended(kind, "contacts/a.md", f"---\ndate: 2026-11-01\n{fields}\n---\n") is None


def test_several_problems_of_one_file_are_mended_and_the_others_stay() -> None:
    text = "---\ncompnay: [[Acme]]\nmet_on: 2026/1/2\nbirthday: 02-30\n---\n"
    found = mended("person", "contacts/a.md", text)
    assert found is not None
    assert [p.code for p in found.gone] == ["NF305", "NF308", "NF302"]


def test_line_ends_stay(tmp_path: Path) -> None:
    text = "---\r\ncompnay: a\r\nknows: [[B]]\r\n---\r\n"
    found = mended("person", "contacts/a.md", text)
    assert found is not None
    vault(tmp_path, {"contacts/a.md": text})
    now = carried_out(tmp_path, mending([found]))["contacts/a.md"]
    assert now == '---\r\ncompany: a\r\nknows: "[[B]]"\r\n---\r\n'


def test_the_guide_says_which_problems_are_mended() -> None:
    text = (REPOSITORY / "docs" / "problems.md").read_text("utf-8")
    told = {part[:5] for part in re.split(r"^## (?=NF)", text, flags=re.MULTILINE)[1:] if "`netfiles fix`" in part}
    assert told == MENDS.keys()
