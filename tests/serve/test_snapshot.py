"""What a look at the vault sees, and what it passes over."""

import os
import time
from pathlib import Path

import pytest

from netfiles.serve.relevance import Relevance, relevance
from netfiles.serve.snapshot import changed, look, scan


@pytest.fixture
def rule(vault: Path) -> Relevance:
    past = time.time() - 60
    os.utime(vault / "ada.md", (past, past))
    return relevance(vault, [Path("site"), vault / "deep" / "tree", vault.parent / "elsewhere"])


@pytest.mark.parametrize(
    "name",
    [
        "4913",
        ".ada.md.swp",
        "ada.md.swp",
        "ada.md~",
        ".#ada.md",
        "#ada.md#",
        "ada.md.tmp",
        "photo.jpg.crdownload",
        ".ada.md.f9njny",
        ".git/index",
        ".obsidian/workspace.json",
        ".trash/ada.md",
        "contacts/.hidden/ada.md",
        "site/index.html",
        "site/assets/x.css",
        "deep/tree/index.md",
    ],
)
def test_what_never_counts_is_not_seen(vault: Path, rule: Relevance, name: str) -> None:
    before = scan(rule)
    path = vault / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert changed(before, scan(rule)) == frozenset()
    assert not rule.counts_path(str(rule.root / name))


@pytest.mark.parametrize("name", ["bob.md", "contacts/Zoë.md", "sites/x.md", "deep/x.md", "mkdocs.yml", "a/site/x.md"])
def test_what_counts_is_seen(vault: Path, rule: Relevance, name: str) -> None:
    before = scan(rule)
    path = vault / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert changed(before, scan(rule)) == {Path(name).parts}
    assert rule.counts_path(str(rule.root / name))


def test_a_change_of_the_same_size_and_time_is_seen(vault: Path, rule: Relevance) -> None:
    before, found = scan(rule), (vault / "ada.md").stat()
    (vault / "ada.md").write_text("FIRST")
    os.utime(vault / "ada.md", ns=(found.st_atime_ns, found.st_mtime_ns))
    assert changed(before, scan(rule)) == {("ada.md",)}


def test_a_file_written_just_before_the_look_is_seen_as_changed_by_the_next(vault: Path) -> None:
    rule = relevance(vault, [])
    (vault / "ada.md").write_text("again")
    before = scan(rule)
    time.sleep(0.05)
    assert changed(before, scan(rule)) == {("ada.md",)}
    (vault / "ada.md").write_text("again")
    assert changed(look(rule), look(rule)) == frozenset()


def test_links_are_not_followed_and_what_is_no_file_is_passed_over(vault: Path, rule: Relevance) -> None:
    outside = vault.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("x")
    (vault / "out").symlink_to(outside)
    (vault / "ring").symlink_to(vault)
    (vault / "nowhere.md").symlink_to(vault / "none")
    if hasattr(os, "mkfifo"):
        os.mkfifo(vault / "pipe.md")
    assert set(scan(rule).files) == {("ada.md",), ("out",), ("ring",), ("nowhere.md",)}


def test_a_vault_that_is_not_there_is_told_from_an_empty_one(vault: Path, rule: Relevance) -> None:
    (vault / "ada.md").unlink()
    assert scan(rule).root is not None
    vault.rmdir()
    assert scan(rule).root is None
