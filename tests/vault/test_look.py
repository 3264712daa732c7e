"""A look at the vault: what changes it, what does not, and that a look at a few places sees what a whole one sees."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.vault.glance import look_at
from netfiles.vault.look import Look, look
from netfiles.vault.stamp import Stamp, may_move
from tests.vault.made import ADA, put, vault
from tests.vault.playing import Player

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file counts as written this very moment."""
    monkeypatch.setattr("netfiles.vault.stamp._TICK", 0)
    monkeypatch.setattr("netfiles.vault.stamp._COARSE_TICK", 0)


def state(seen: Look) -> tuple[object, ...]:
    """All that a look says."""
    paths = {area.content: area.paths for area in seen.areas}
    return seen.root, seen.config, dict(seen.files), paths, seen.profile, seen.problems, seen.young, seen.key


FILES = {
    "contacts/Ada.md": ADA,
    "contacts/Ada 2.md": "---\nname: Otto\n---\n",
    "journal/2026/2026-11-20 Call.md": "---\n---\n",
    "career/profile.md": "---\n---\n",
    "elsewhere/Bob.md": ADA,
    "docs/index.md": "# Hello",
    "attachments/a.png": PNG,
    "mkdocs.yml": "site_name: x\n",
}

CHANGES: dict[str, Callable[[Path], object]] = {
    "an edit": lambda root: put(root, "contacts/Ada.md", ADA + "x"),
    "an edit of the same length": lambda root: put(root, "contacts/Ada.md", ADA.replace("N", "M")),
    "an edit, its time set back": lambda root: os.utime(put(root, "contacts/Ada.md", ADA.replace("N", "M")), (1, 1)),
    "another time": lambda root: os.utime(root / "contacts/Ada.md", (1, 1)),
    "the same text in another file": lambda root: put(root, "new", ADA).replace(root / "contacts/Ada.md"),
    "a file more": lambda root: put(root, "contacts/a/Eve.md"),
    "a file less": lambda root: (root / "contacts/Ada.md").unlink(),
    "another name": lambda root: (root / "contacts/Ada.md").rename(root / "contacts/Eve.md"),
    "a copy that is one now": lambda root: put(root, "contacts/Ada 2.md", ADA),
    "a file left in iCloud": lambda root: put(root, "contacts/.Eve.md.icloud"),
    "a link": lambda root: (root / "contacts/Bob.md").symlink_to("../elsewhere/Bob.md"),
    "a link that leads out": lambda root: (root / "contacts/Out.md").symlink_to(root.parent),
    "the profile": lambda root: put(root, "career/profile.md", "---\nroles: cook\n---\n"),
    "no profile": lambda root: (root / "career/profile.md").unlink(),
    "a page": lambda root: put(root, "docs/more.md", "x"),
    "an edited page": lambda root: put(root, "docs/index.md", "# Hi"),
    "a picture": lambda root: put(root, "attachments/b/b.png", PNG),
    "mkdocs.yml": lambda root: put(root, "mkdocs.yml", "site_name: y\n"),
    "no mkdocs.yml": lambda root: (root / "mkdocs.yml").unlink(),
    "a folder that is no folder": lambda root: put(root, "queries", "x"),
}
NOTHING = {
    "inbox.md": "x",
    "site/index.html": "x",
    ".git/index": "x",
    "contacts/.Ada.md.swp": "x",
    "contacts/note.txt": "x",
    "contacts/.hidden/Eve.md": ADA,
    "templates/person.md": ADA,
}


@pytest.mark.parametrize("change", [name for name in CHANGES if name != "a folder that is no folder"])
def test_whatever_changes_the_site_changes_the_key(tmp_path, settled, change):
    root = vault(tmp_path / "vault", FILES)
    before = look(root)
    CHANGES[change](root)
    assert look(root).key != before.key
    assert look(root, before) != before


@pytest.mark.parametrize("path", NOTHING)
def test_what_is_no_part_of_the_site_does_not(tmp_path, settled, path):
    root = vault(tmp_path / "vault", FILES)
    before = look(root)
    put(root, path, NOTHING[path])
    os.utime(root / "mkdocs.yml", (1, 1))
    assert (look(root), look(root).key) == (before, before.key)
    assert look_at(before, [path]) == before


def test_another_vault_of_the_same_files_has_another_key(tmp_path, settled):
    one = look(vault(tmp_path / "one", FILES))
    (tmp_path / "one").rename(tmp_path / "two")
    assert look(tmp_path / "two").key != one.key
    assert look(tmp_path / "one").root is None
    assert look(tmp_path / "one").key != one.key


def test_a_look_at_a_file_being_written_equals_no_other(tmp_path):
    root = vault(tmp_path, FILES)
    first = look(root)
    assert "contacts/Ada.md" in first.young
    assert look(root) != first
    assert look(root).key != first.key
    time.sleep(0.06)
    second = look(root, first)
    assert (second.young, second == first) == (frozenset(), False)
    assert look(root) == second
    assert look(root).key == second.key
    assert look_at(first, []) == second


SECOND = 1_000_000_000
NOW = 1_800_000_000 * SECOND + 123


@pytest.mark.parametrize(
    ("mtime", "ctime", "young"),
    [
        (NOW - SECOND, NOW - SECOND, False),
        (NOW - SECOND, NOW - SECOND // 100, True),
        (NOW - SECOND // 100, NOW - SECOND, True),
        (NOW - SECOND, NOW + 10 * SECOND, True),
        (NOW - SECOND, NOW + 3_600 * SECOND, False),
        (NOW + 10**9 * SECOND, NOW - SECOND, False),
        (NOW - SECOND, (NOW // SECOND - 1) * SECOND, True),
        (NOW - SECOND, (NOW // SECOND - 3) * SECOND, False),
    ],
    ids=str,
)
def test_a_stamp_may_move_while_its_clock_has_not_ticked(mtime, ctime, young):
    assert may_move(Stamp(1, mtime, ctime, 1), NOW) is young


@pytest.mark.parametrize("change", CHANGES)
def test_a_look_at_one_place_sees_what_a_whole_look_sees(tmp_path, settled, change):
    root = vault(tmp_path / "vault", FILES)
    before = look(root)
    paths = {p.relative_to(root).as_posix() for p in root.rglob("*")}
    CHANGES[change](root)
    paths ^= {p.relative_to(root).as_posix() for p in root.rglob("*")}
    hints = {path for path in (*FILES, *paths) if not path.startswith("elsewhere")}
    assert state(look_at(before, hints)) == state(look(root))


@pytest.mark.skipif(sys.platform != "linux", reason="needs the file system of Linux")
@pytest.mark.parametrize("seed", range(25))
def test_looks_at_few_places_see_for_ever_what_whole_looks_see(tmp_path, settled, seed):
    player = Player(tmp_path, seed)
    seen = look(tmp_path)
    for _ in range(40):
        hints: set[str] = set()
        for _ in range(player.random.randint(1, 3)):
            hints |= player.step()
        if player.random.random() < 0.2:
            hints |= {player.place(), "site/index.html", player.random.choice(("contacts", "journal/2026", "docs"))}
        seen = look_at(seen, hints)
        assert state(seen) == state(look(tmp_path)), hints


def test_a_look_at_one_file_asks_for_no_other(tmp_path, settled, monkeypatch):
    root = vault(tmp_path, {f"contacts/P{n}.md": ADA for n in "abcdef"})
    before = look(root)
    put(root, "contacts/Pc.md", ADA + "x")
    monkeypatch.setattr(os, "scandir", lambda _: pytest.fail("a folder was listed"))
    after = look_at(before, ["contacts/Pc.md"])
    changed = {path for path, stamp in after.files.items() if stamp is not before.files[path]}
    assert (changed, after.touched) == ({"contacts/Pc.md"}, {"contacts/Pc.md"})
    put(root, "contacts/Pg.md")
    (root / "contacts/Pa.md").unlink()
    assert [path[9:] for path in look_at(after, ["contacts/Pg.md", "contacts/Pa.md"]).records["person"]] == [
        f"P{n}.md" for n in "bcdefg"
    ]
