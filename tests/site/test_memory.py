"""What one process keeps of a vault and the next takes up: as it was, or not at all."""

import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from netfiles.insights.glance import glance
from netfiles.model.collection import Collection
from netfiles.site.memory import Memory
from netfiles.site.state import State
from netfiles.vault import reading
from netfiles.vault.cache import Cache
from netfiles.vault.load import load
from tests.vault.made import put, vault

TODAY = date(2026, 11, 19)
FILES = {
    **{f"contacts/Person {n}.md": f"---\nnext: 2026-11-1{n}\n---\nSee [[Person {n + 1}]].\n" for n in range(9)},
    "contacts/Broken.md": "---\nname: 'x\n---\n",
    "journal/2026/2026-11-10 Call.md": "---\nwith: '[[Person 1]]'\n---\n- [ ] x\n",
    "docs/index.md": "# Hello",
}
BROKEN = "---\nname: 'Person\n---\n"

Begin = Callable[[], Memory]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return vault(tmp_path / "vault", FILES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vault.sqlite"


@pytest.fixture
def begin(root: Path, file: Path) -> Begin:
    """Begins another process."""
    return lambda: Memory(root, Cache(file))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file counts as written this very moment."""
    monkeypatch.setattr("netfiles.vault.stamp._TICK", 0)
    monkeypatch.setattr("netfiles.vault.stamp._COARSE_TICK", 0)


def state(memory: Memory, last: Collection | None = None) -> State:
    """The state now, which is kept where that is worth it."""
    found = memory.state(memory.look(), TODAY, last=last)
    memory.keep()()
    return found


def same(one: State, other: State) -> bool:
    both = [(each.facts.collection, glance(each.insights)) for each in (one, other)]
    return both[0] == both[1]


@pytest.mark.parametrize("key", ["", "1 2026-11-19", "/home/zoë", "/home/z\udcff"])
def test_a_part_comes_back_by_its_own_key_only(begin, key):
    begin().put({"part": (key, [1, {"a": b"\n"}])})
    memory = begin()
    assert (memory.get("part", key), memory.get("gone", key)) == ([1, {"a": b"\n"}], None)
    assert [memory.get("part", other) for other in (f"{key} ", key[:-1] or "x", f"{key[:-1]}?")] == [None] * 3


@pytest.mark.parametrize("data", [b"", b"\n", b"\n\x80\x05", b"\nrubbish", b"\ncnowhere\nThing\n.", b"rubbish"])
def test_what_cannot_be_unpickled_is_not_there(begin, file, data):
    assert Cache(file).put({"part": data})
    assert begin().get("part", "") is None


def peak(work: Callable[[], object]) -> int:
    """How many bytes some work has held at the same time."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_large_part_is_kept_and_taken_up_without_a_copy_of_its_pickle(begin):
    memory, part = begin(), bytes(20_000_000)
    memory.put({"small": ("", 1)})  # what is imported and worked out once is not counted
    assert peak(lambda: memory.put({"large": ("key", part)})) < 1.2 * len(part)
    assert peak(lambda: memory.get("large", "key")) < 2.2 * len(part)  # the pickle, and what is made of it
    assert memory.get("large", "key") == part


def test_the_next_process_takes_up_the_state_and_reads_no_file(begin, root, settled, monkeypatch):
    first, clean = state(begin()), load(root)
    monkeypatch.setattr(reading, "read_all", lambda *_: pytest.fail("a file is read"))
    second = state(begin())
    assert same(first, second)
    assert second.facts.collection == clean


def test_the_next_process_sees_what_has_changed_since(begin, root):
    state(begin())
    put(root, "contacts/Person 3.md", "---\nname: Ada\n---\n")
    (root / "contacts/Person 4.md").unlink()
    put(root, "contacts/Person 9.md", "---\n---\n")
    assert same(state(begin()), Memory(root, Cache(None)).state(begin().look(), TODAY))


def test_the_state_of_another_vault_is_not_taken_up(begin, root, file, tmp_path):
    state(begin())
    other = vault(tmp_path / "other", {"contacts/Ada.md": "---\n---\n"})
    assert state(Memory(other, Cache(file))).facts.collection == load(other)


def test_the_last_good_record_of_a_broken_file_is_not_left_to_the_next_process(begin, root):
    memory = begin()
    before = memory.state(memory.look(), TODAY).facts.collection
    put(root, "contacts/Person 3.md", BROKEN)
    assert state(memory, before).facts.collection.stale == {"contacts/Person 3.md"}
    after = state(begin())
    assert (after.facts.collection, after.facts.collection.stale) == (load(root), frozenset())
    assert same(after, state(Memory(root, Cache(None))))


@pytest.mark.parametrize("seed", range(20))
def test_a_cache_with_changed_bytes_gives_the_right_state(begin, file, settled, seed):
    random, clean = Random(seed), state(begin())
    data = bytearray(file.read_bytes())
    if seed % 4 == 0:
        del data[random.randrange(len(data)) :]
    for _ in range(random.choice((1, 10, 300)) if data else 0):
        data[random.randrange(len(data))] = random.randrange(256)
    file.write_bytes(data)
    for _ in range(3):
        assert same(state(begin()), clean)
