"""A vault that is read again and again gives at any time what reading it for the first time would give."""

import os
import pickle
import sys
from pathlib import Path

import pytest

from netfiles.errors import VaultGone
from netfiles.model.collection import Collection
from netfiles.vault import reading, stamp
from netfiles.vault.load import load
from netfiles.vault.look import Look
from netfiles.vault.shelf import Shelf
from tests.vault.made import ADA, paths, put, told, vault
from tests.vault.playing import Player

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="needs the file system of Linux")
PNG = b"\x89PNG\r\n\x1a\n"
FILES = {
    **{f"contacts/Person {n}.md": f"---\nname: Person {n}\n---\nSee [[Person {n + 1}]].\n" for n in range(9)},
    "contacts/Broken.md": "---\nname: 'x\n---\n",
    "contacts/Doubtful.md": "---\nphone: x\n---\n",
    "journal/2026/2026-11-20 Call.md": "---\nwith: '[[Person 1]]'\n---\n- [ ] x\n",
    "career/profile.md": "---\nroles: cook\n---\n",
    "career/companies/Acme.md": "---\n---\n",
    "docs/index.md": "# Hello",
    "attachments/a.png": PNG,
    "mkdocs.yml": "site_name: x\n",
}
BROKEN = "---\nname: 'Person\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return vault(tmp_path / "vault", FILES)


class Kept:
    """What one process leaves to the next."""

    def __init__(self) -> None:
        self._data = b""

    def keep(self, shelf: Shelf, seen: Look) -> None:
        self._data = pickle.dumps(shelf.remember(seen), 5)

    def begin(self, root: Path) -> Shelf:
        shelf = Shelf(root)
        if self._data:
            shelf.recall(pickle.loads(self._data))
        return shelf


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose text is made into records from here on, here and not in other processes."""
    made: list[str] = []
    real = reading.read_record

    def counted(kind, path, *rest):
        made.append(path)
        return real(kind, path, *rest)

    monkeypatch.setattr(reading, "read_record", counted)
    return made


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file counts as written this very moment."""
    monkeypatch.setattr("netfiles.vault.stamp._TICK", 0)
    monkeypatch.setattr("netfiles.vault.stamp._COARSE_TICK", 0)


def now(root: Path, kept: Kept) -> Collection:
    """What a new process finds, which then keeps it."""
    shelf = kept.begin(root)
    seen = shelf.look()
    collection = shelf.load(seen)
    kept.keep(shelf, seen)
    return collection


def test_what_is_kept_is_neither_read_again_nor_different(root, kept, settled, read):
    clean = now(root, kept)
    assert len(read) == 14
    assert now(root, kept) == clean
    assert len(read) == 14
    assert (clean.attachments, clean.docs) == ({"a.png": "image"}, (("index.md", "# Hello"),))
    assert told(clean) == [("NF206", "contacts/Broken.md"), ("NF305", "contacts/Doubtful.md")]


def test_what_is_remembered_stays_as_it_was(root, settled):
    shelf, path = Shelf(root), "contacts/Person 3.md"
    collection = shelf.load(seen := shelf.look())
    remembered = shelf.remember(seen)
    other = Shelf(root)
    other.recall(remembered)
    (root / path).unlink()
    for one in (shelf, other):
        assert path not in paths(one.load(one.look(), collection))
    assert path in {record.path for record in remembered.known["person"].plain}
    assert path in remembered.parts["person"].paths


def test_a_shelf_that_recalls_another_moment_gives_what_is_there_now(root, settled):
    shelf, path = Shelf(root), "contacts/Person 3.md"
    collection = shelf.load(seen := shelf.look())
    remembered = shelf.remember(seen)
    put(root, path, ADA)
    assert shelf.load(shelf.look([path]), collection).people[4].name == "Ada"
    shelf.recall(remembered)
    assert shelf.load(shelf.look([]), collection) == load(root)


def test_one_changed_file_is_read_and_all_other_records_are_the_same_objects(root, settled, read):
    shelf = Shelf(root)
    before = shelf.load(shelf.look())
    put(root, "contacts/Person 3.md", ADA)
    read.clear()
    after = shelf.load(shelf.look(["contacts/Person 3.md"]), before)
    assert read == ["contacts/Person 3.md"]
    changed = [new.path for old, new in zip(before.people, after.people, strict=True) if old is not new]
    assert changed == ["contacts/Person 3.md"]
    for part in ("interactions", "companies", "profile", "docs", "attachments", "options", "problems"):
        assert getattr(after, part) is getattr(before, part)


@pytest.mark.parametrize("hints", [None, ["contacts/Person 3.md", "site/index.html"]])
def test_where_nothing_has_changed_the_collection_is_the_same_object(root, settled, hints):
    shelf = Shelf(root)
    before = shelf.load(shelf.look())
    assert shelf.load(shelf.look(hints), before) is before
    put(root, "contacts/Person 3.md", FILES["contacts/Person 3.md"])
    assert shelf.load(shelf.look(hints), before) is before


def test_a_file_with_another_time_and_the_same_text_is_not_made_anew(root, kept, settled, read):
    now(root, kept)
    for full in root.rglob("*.md"):
        os.utime(full, (1, 1))
    read.clear()
    now(root, kept)
    now(root, kept)
    assert read == []


@pytest.mark.parametrize("change", ["same length", "time set back", "time ahead"])
def test_an_edit_is_seen_whatever_the_clock_says(root, kept, settled, change):
    full = root / "contacts/Person 3.md"
    os.utime(full, (1_000, 1_000))
    now(root, kept)
    text = full.read_text(encoding="utf-8")
    put(root, "contacts/Person 3.md", text.replace("name: P", "name: Q"))
    if change != "same length":
        os.utime(full, (1_000, 1_000) if change == "time set back" else (2**32, 2**32))
    assert "Qerson 3" in [person.name for person in now(root, kept).people]


@pytest.fixture
def slow_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the file system ticks 25 times a second."""
    real, tick = stamp._made, 40_000_000
    monkeypatch.setattr(stamp, "_made", lambda v: real((v[0], v[1] // tick * tick, v[2] // tick * tick, v[3])))


def test_a_file_saved_twice_before_the_clock_ticks_is_read_twice(root, kept, slow_clock):
    path = "contacts/Person 3.md"
    shelf = Shelf(root)
    for n in range(40):
        put(root, path, f"---\nname: A{n:03}\n---\n")
        assert now(root, kept).people[4].name == f"A{n:03}"
        shelf.load(shelf.look([path] if n % 2 else None))
        put(root, path, f"---\nname: B{n:03}\n---\n")
        assert shelf.load(shelf.look([path] if n % 2 else None)).people[4].name == f"B{n:03}"
        assert {f"B{n:03}"} == {p.name for p in now(root, kept).people if p.path == path}


def test_a_file_saved_while_it_is_read_is_read_again(root, kept, settled, monkeypatch):
    real = os.read

    def saved_meanwhile(handle, size):
        data = real(handle, size)
        if b"Person 3" in data and b"Person 4" in data:
            put(root, "contacts/Person 3.md", ADA)
        return data

    monkeypatch.setattr("netfiles.vault.read.os.read", saved_meanwhile)
    now(root, kept)
    monkeypatch.undo()
    assert "Ada" in [person.name for person in now(root, kept).people]


def test_the_last_good_record_of_a_broken_file_is_never_left_to_the_next_process(root, kept, settled):
    shelf = Shelf(root)
    before = shelf.load(shelf.look())
    put(root, "contacts/Person 3.md", BROKEN)
    broken = shelf.load(seen := shelf.look(["contacts/Person 3.md"]), before)
    assert broken.stale == {"contacts/Person 3.md"}
    assert before.people[4] is broken.people[4]
    kept.keep(shelf, seen)
    clean = now(root, kept)
    assert (clean, clean.stale) == (load(root), frozenset())
    put(root, "contacts/Person 3.md", FILES["contacts/Person 3.md"])
    assert shelf.load(shelf.look(["contacts/Person 3.md"]), broken).stale == frozenset()


def test_a_broken_profile_keeps_its_last_good_record(root, settled):
    shelf = Shelf(root)
    before = shelf.load(shelf.look())
    put(root, "career/profile.md", BROKEN)
    after = shelf.load(shelf.look(["career/profile.md"]), before)
    assert (after.profile, after.stale) == (before.profile, {"career/profile.md"})


def test_when_the_folders_of_the_kinds_change_nothing_of_another_kind_is_used(root, kept, settled):
    now(root, kept)
    (root / "contacts").rename(root / "people")
    (root / "career/companies").rename(root / "contacts")
    put(root, "mkdocs.yml", "plugins:\n  - netfiles:\n      folders: {contacts: people, companies: contacts}\n")
    after = now(root, kept)
    assert after == load(root)
    assert (len(after.people), len(after.companies)) == (10, 1)


def test_a_file_of_two_kinds_is_read_as_both(root, kept, settled):
    put(root, "mkdocs.yml", "plugins:\n  - netfiles:\n      folders: {profile: contacts/Person 1.md}\n")
    for _ in range(2):
        after = now(root, kept)
        assert after.profile
        assert after.profile.path in paths(after)
        assert after == load(root)
    put(root, "contacts/Person 1.md", "---\nroles: baker\n---\n")
    assert now(root, kept) == load(root)


def test_a_vault_that_moved_and_another_in_its_place_are_what_they_are(root, tmp_path, kept, settled):
    now(root, kept)
    root.rename(tmp_path / "moved")
    vault(root, {"contacts/Person 3.md": ADA})
    assert now(root, kept) == load(root)
    assert now(tmp_path / "moved", kept) == load(tmp_path / "moved")


def test_a_vault_that_is_gone_is_told_and_comes_back(root, tmp_path, settled):
    shelf = Shelf(root)
    before = shelf.load(shelf.look())
    root.rename(tmp_path / "away")
    with pytest.raises(VaultGone):
        shelf.load(shelf.look(["contacts/Person 3.md"]), before)
    (tmp_path / "away").rename(root)
    assert shelf.load(shelf.look(), before) is before


def test_what_could_not_be_read_is_asked_again(root, kept, settled, monkeypatch):
    monkeypatch.setattr(reading, "read_stamped", lambda *_: (_problem(), None))
    assert now(root, kept).people == ()
    monkeypatch.undo()
    assert now(root, kept) == load(root)


def _problem():
    from netfiles.problems import Place, Problem

    return Problem("NF101", Place("contacts/Ada.md"), "no", "no")


def test_thousands_of_files_come_and_go_at_once(tmp_path, kept, settled):
    root = vault(tmp_path / "vault", {f"contacts/P {n}x.md": ADA for n in range(1_500)})
    shelf = Shelf(root)
    collection = shelf.load(seen := shelf.look())
    kept.keep(shelf, seen)
    assert now(root, kept) == collection
    hints = []
    for n in range(0, 3_000, 2):
        path = f"contacts/P {n}x.md"
        if n < 1_500:
            (root / path).unlink()
        else:
            put(root, path)
        hints.append(path)
    collection = shelf.load(seen := shelf.look(hints), collection)
    assert (len(collection.people), collection) == (1_500, load(root))
    assert now(root, kept) == collection
    kept.keep(shelf, seen)
    assert now(root, kept) == collection


@POSIX
@pytest.mark.parametrize("seed", range(8))
def test_after_any_edits_it_equals_a_first_reading_here_and_in_the_next_process(tmp_path, kept, settled, seed):
    root = tmp_path / "vault"
    player = Player(root, seed)
    shelf = Shelf(root)
    for n in range(25):
        hints: set[str] = set()
        for _ in range(player.random.randint(1, 3)):
            hints |= player.step()
        clean = load(root)
        collection = shelf.load(seen := shelf.look(hints if n else None))
        assert collection == clean
        if player.random.random() < 0.5:
            kept.keep(shelf, seen)
        if player.random.random() < 0.3:
            assert now(root, kept) == clean
