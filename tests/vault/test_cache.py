"""The cache: parts come back whole or not at all, whatever happens to the file, the disk or the process."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from netfiles.vault.cache import Cache
from netfiles.vault.cache_folder import VARIABLE, cache_file, cache_folder

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="needs owners and modes as Linux has them")
PARTS = {"one": b"1" * 10, "two": os.urandom(100_000), "three": b""}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "netfiles" / "vault.sqlite"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def cache(file: Path, said: list[str]) -> Cache:
    return Cache(file, said.append)


def test_parts_come_back_also_in_another_process(cache, file, said):
    assert cache.get("one") is None
    assert cache.put(PARTS)
    assert {name: Cache(file).get(name) for name in PARTS} == PARTS
    assert cache.put({"two": b"new"})
    assert (cache.get("one"), cache.get("two"), said) == (PARTS["one"], b"new", [])


def test_a_piece_of_something_larger_is_a_part(cache):
    assert cache.put({"one": memoryview(b"0123456789")[3:7]})
    assert cache.get("one") == b"3456"


@pytest.mark.parametrize("name", ["", "built /home/z\udcff", "Zoë", "a\nb", "a'b"])
def test_a_part_may_have_any_name(cache, name):
    assert cache.put({name: b"x", f"{name} ": b"y"})
    assert (cache.get(name), cache.get(f"{name} ")) == (b"x", b"y")


def test_a_part_under_the_name_of_another_is_not_there(cache, file):
    cache.put({"one": b"1", "two": b"2"})
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM part WHERE name = 'two'")
        database.execute("UPDATE part SET name = 'two'")
    assert (cache.get("one"), cache.get("two")) == (None, None)


def test_what_another_version_has_made_is_not_there(cache, monkeypatch):
    cache.put({"mine": b"old"})
    monkeypatch.setattr("netfiles.vault.cache.whole_version", lambda: "another")
    assert cache.get("mine") is None
    cache.put({"mine": b"new"})
    assert cache.get("mine") == b"new"


def test_a_cache_that_is_switched_off_keeps_nothing(tmp_path, monkeypatch, said):
    monkeypatch.setenv(VARIABLE, "off")
    cache = Cache.of(tmp_path, said.append)
    assert (cache.put(PARTS), cache.get("one"), said, list(tmp_path.iterdir())) == (False, None, [], [])


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/netfiles"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/x"}, "/x/netfiles"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "x"}, "/home/a/.cache/netfiles"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/netfiles"),
        ("win32", {"LOCALAPPDATA": "/C/a"}, "/C/a/netfiles"),
        ("linux", {"HOME": "/home/a", VARIABLE: "/y"}, "/y/netfiles"),
        ("linux", {"HOME": "/home/a", VARIABLE: "Off"}, None),
        ("linux", {"HOME": "/home/a", VARIABLE: "0"}, None),
        ("linux", {}, None),
    ],
)
def test_the_folder_is_where_the_system_has_its_caches(platform, environment, folder):
    found = cache_folder(environment, platform)
    assert (found and found.as_posix()) == folder


def test_each_vault_has_a_file_of_its_own(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    names = {cache_file(Path("/c"), vault) for vault in (tmp_path, tmp_path / "link", tmp_path / "a", tmp_path / "b")}
    assert len(names) == 3


def test_a_new_cache_removes_those_not_written_for_three_months(tmp_path):
    for name, days in (("old", 91), ("new", 89)):
        Cache(tmp_path / f"{name}.sqlite").put(PARTS)
        os.utime(tmp_path / f"{name}.sqlite", (time.time() - days * 86_400,) * 2)
    Cache(tmp_path / "more.sqlite").put(PARTS)
    assert {file.name for file in tmp_path.iterdir()} == {"new.sqlite", "more.sqlite"}


@POSIX
def test_folder_and_file_are_for_the_user_alone(cache, file):
    old = os.umask(0)
    try:
        cache.put(PARTS)
    finally:
        os.umask(old)
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.parent.chmod(0o755)
    assert cache.get("one") == PARTS["one"]
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@POSIX
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_others_may_have_written_is_neither_read_nor_written(cache, file, said, what):
    cache.put(PARTS)
    (file if what == "file" else file.parent).chmod(0o777)
    assert (cache.get("one"), cache.put({"one": b"x"})) == (None, False)
    (remark,) = said
    assert "others may have written" in remark


@POSIX
def test_what_belongs_to_somebody_else_is_neither_read_nor_written(cache, file, said, monkeypatch):
    cache.put(PARTS)
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    assert (cache.get("one"), cache.put({"one": b"x"})) == (None, False)
    (remark,) = said
    assert "somebody else" in remark


@POSIX
def test_a_link_or_a_folder_in_the_place_of_the_file_is_not_used(cache, file, said, tmp_path):
    file.parent.mkdir(parents=True, mode=0o700)
    Cache(tmp_path / "planted" / "vault.sqlite").put(PARTS)
    file.symlink_to(tmp_path / "planted" / "vault.sqlite")
    assert (cache.get("one"), cache.put(PARTS)) == (None, False)
    file.unlink()
    file.mkdir()
    assert (Cache(file).get("one"), Cache(file).put(PARTS)) == (None, False)
    assert len(said) == 1


def test_one_remark_is_enough(tmp_path, said):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "netfiles" / "vault.sqlite", said.append)
    assert not any(cache.put(PARTS) for _ in range(3))
    assert cache.get("one") is None
    (remark,) = said
    assert remark.endswith("netfiles works without it, only slower.")


@pytest.mark.parametrize("content", [b"garbage", b"\0" * 5_000, b"SQLite format 3\0" + b"x" * 5_000, b""])
def test_a_file_that_is_no_database_is_thrown_away(cache, file, content):
    file.parent.mkdir(parents=True, mode=0o700)
    file.write_bytes(content)
    file.chmod(0o600)
    assert cache.get("one") is None
    assert cache.put(PARTS) or cache.put(PARTS)
    assert cache.get("two") == PARTS["two"]


def test_a_database_of_another_shape_is_thrown_away(cache, file):
    cache.put(PARTS)
    with sqlite3.connect(file) as database:
        database.executescript("DROP TABLE part; CREATE TABLE part (a, b)")
    database.close()
    assert cache.get("one") is None
    assert cache.put(PARTS) or cache.put(PARTS)
    assert cache.get("one") == PARTS["one"]


@pytest.mark.parametrize("seed", range(60))
def test_bytes_that_change_by_chance_never_change_a_part(cache, file, said, seed):
    random, parts = Random(seed), {f"part {n}": bytes([n]) * (n * 700) for n in range(50)}
    cache.put(parts)
    data = bytearray(file.read_bytes())
    if seed % 5 == 0:
        del data[random.randrange(len(data)) :]
    for _ in range(random.randint(1, 20)):
        at = random.randrange(len(data)) if data and seed % 3 else random.randrange(min(100, len(data) or 1))
        data[at : at + 1] = random.randbytes(1)
    file.write_bytes(data)
    found = {name: Cache(file).get(name) for name in parts}
    assert all(data in (None, parts[name]) for name, data in found.items())
    assert cache.put({"new": b"x"}) or cache.put({"new": b"x"})
    assert cache.get("new") == b"x"


LIMITED = """
import resource, signal, sys
from pathlib import Path
from netfiles.vault.cache import Cache
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
cache = Cache(Path(sys.argv[1]), print)
print(cache.put({"big": bytes(1_000_000)}), cache.get("big"), cache.get("small"), cache.put({"small": b"new"}))
"""


@POSIX
def test_on_a_full_disk_what_was_kept_stays(cache, file):
    cache.put({"small": b"old"})
    done = subprocess.run([sys.executable, "-c", LIMITED, file], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    remark, result = done.stdout.splitlines()
    assert "cannot be used" in remark
    assert result == "False None b'old' True"
    assert cache.get("small") == b"new"


def as_nobody(work: Callable[[], object]) -> str:
    """What comes of some work when a user does it who may not write everywhere."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(65534)
            os.setuid(65534)
            os.write(writer, repr(work()).encode())
        except BaseException as error:
            os.write(writer, repr(error).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as answer:
        return answer.read()


@POSIX
@pytest.mark.skipif(sys.platform == "linux" and os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("locked", ["file", "folder", "both"])
def test_a_read_only_cache_is_read(locked):
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        file = Path(place) / "netfiles" / "vault.sqlite"
        Cache(file).put({"small": b"old"})
        os.chown(file, 65534, 65534)
        os.chown(file.parent, 65534, 65534)
        file.chmod(0o400 if locked != "folder" else 0o600)
        file.parent.chmod(0o500 if locked != "file" else 0o700)
        said: list[str] = []
        cache = Cache(file, said.append)
        answer = as_nobody(lambda: (cache.get("small"), cache.put({"small": b"new"}), cache.get("small"), len(said)))
        assert answer == "(b'old', False, b'old', 1)"


PUTTING = """
import sys
from pathlib import Path
from netfiles.vault.cache import Cache
cache = Cache(Path(sys.argv[1]))
for n in range(int(sys.argv[2]), int(sys.argv[3])):
    data = str(n).encode() * 20_000
    print(cache.put({"one": data, "two": data, f"three {n % 7}": data}), flush=True)
"""


def putting(file: Path, first: int, last: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PUTTING, str(file), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@POSIX
@pytest.mark.parametrize("seed", range(10))
def test_after_a_kill_the_parts_are_all_of_one_moment(cache, file, seed):
    cache.put({"one": b"0", "two": b"0"})
    process = putting(file, 1, 100_000)
    assert process.stdout
    process.stdout.readline()
    time.sleep(Random(seed).random() / 10)
    process.send_signal(SIGKILL)
    process.communicate()
    one = cache.get("one")
    assert one
    assert cache.get("two") == one
    assert cache.put({"one": b"new"})
    assert cache.get("one") == b"new"


def at_one_moment(file: Path) -> set[bytes]:
    with closing(sqlite3.connect(file, timeout=5)) as database:
        return {data for (data,) in database.execute("SELECT data FROM part WHERE name IN ('one', 'two')")}


def test_two_processes_put_at_once_and_both_keep_all_or_nothing(cache, file):
    cache.put({"one": b"0", "two": b"0"})
    processes = [putting(file, first, first + 40) for first in (0, 1_000)]
    seen, got = [], []
    while any(process.poll() is None for process in processes):
        seen.append(at_one_moment(file))
        got.append(cache.get("two"))
    told = [process.communicate()[0].split() for process in processes]
    assert told == [["True"] * 40] * 2
    assert {len(found) for found in seen} == {1}
    assert len(set(got)) > 1
    assert all(data and data == data[: len(data) // 20_000] * 20_000 for data in got if data != b"0")
