"""Promise: files change together or not at all, and no byte that was in the way is lost."""

import multiprocessing
import os
import signal
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from netfiles.errors import Busy, CannotUndo, Meanwhile, NetfilesError, NotWritable, NotWritten
from netfiles.vault import swap, write
from netfiles.vault.carry_out import carry_out, recover, undo
from netfiles.vault.lock import locked
from netfiles.vault.state_folder import state_folder
from netfiles.vault.undo_store import Change, Write, changes
from tests.soak_report import figure

fork = multiprocessing.get_context("fork")
OLD, NEW = b"---\nname: Ada\n---\nold \xf0\x9f\x99\x82\r\n", b"---\nname: Ada\n---\nnew\n"


def nothing(_: str) -> None:
    """Nobody listens."""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault with two people."""
    (tmp_path / "contacts").mkdir()
    for name in ("Ada", "Bo"):
        (tmp_path / "contacts" / f"{name}.md").write_bytes(OLD)
    return tmp_path


THREE = (
    Write("contacts/Ada.md", OLD, NEW),
    Write("contacts/Bo.md", OLD, None),
    Write("journal/2026/2026-11-20 Coffee with Ada.md", None, NEW),
)


def state(vault: Path) -> dict[str, bytes]:
    """All files of a vault, temporary ones too."""
    return {str(p.relative_to(vault)): p.read_bytes() for p in sorted(vault.rglob("*")) if p.is_file()}


BEFORE = {"contacts/Ada.md": OLD, "contacts/Bo.md": OLD}
AFTER = {"contacts/Ada.md": NEW, "journal/2026/2026-11-20 Coffee with Ada.md": NEW}


def test_files_change_together_and_can_be_taken_back(vault: Path) -> None:
    change = carry_out(vault, "Try", THREE, nothing)
    assert state(vault) == AFTER
    assert change is not None
    assert undo(vault, nothing).title == "Try"
    assert state(vault) == BEFORE
    with pytest.raises(CannotUndo, match="no change"):
        undo(vault, nothing)


def test_many_files_change_together_or_not_at_all(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(60):
        (vault / "contacts" / f"{n}.md").write_bytes(OLD)
    before = state(vault)
    writes = [Write(f"contacts/{n}.md", OLD, NEW) for n in range(60)]
    real = os.fsync
    done: list[int] = []

    def failing(handle: int) -> None:
        done.append(handle)
        if len(done) == 40:
            raise OSError(5, "Input/output error")
        real(handle)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(NotWritten, match="Input/output error"):
        carry_out(vault, "Try", writes, nothing)
    monkeypatch.undo()
    assert state(vault) == before
    carry_out(vault, "Try", writes, nothing)
    assert set(state(vault).values()) == {NEW, OLD}
    undo(vault, nothing)
    assert state(vault) == before


def test_what_is_so_already_is_no_change(vault: Path) -> None:
    assert carry_out(vault, "Try", [Write("contacts/Ada.md", OLD, OLD)], nothing) is None
    assert not list(changes(state_folder(vault) / "changes"))


def test_permissions_and_links_stay(vault: Path) -> None:
    (vault / "contacts" / "Ada.md").chmod(0o640)
    (vault / "contacts" / "Cy.md").symlink_to("../elsewhere.md")
    (vault / "elsewhere.md").write_bytes(OLD)
    carry_out(vault, "Try", [Write("contacts/Ada.md", OLD, NEW), Write("contacts/Cy.md", OLD, NEW)], nothing)
    assert stat.S_IMODE((vault / "contacts" / "Ada.md").stat().st_mode) == 0o640
    assert (vault / "contacts" / "Cy.md").is_symlink()
    assert (vault / "elsewhere.md").read_bytes() == NEW


def test_what_is_kept_can_be_read_by_the_owner_alone(vault: Path, state: Path) -> None:
    os.umask(old := os.umask(0))
    os.umask(0)
    try:
        carry_out(vault, "Try", THREE, nothing)
    finally:
        os.umask(old)
    assert {
        stat.S_IMODE(p.stat().st_mode) & 0o077 for p in (state / "netfiles").rglob("*") if "aside" not in p.name
    } == {0}


@pytest.mark.parametrize(
    ("write", "why"),
    [
        (Write("contacts/Ada.md", b"other", NEW), "changed by another program"),
        (Write("contacts/Ada.md", None, NEW), "changed by another program"),
        (Write("contacts/Cy.md", OLD, NEW), "changed by another program"),
        (Write("contacts/ADA.md", None, NEW), "only in case or accents"),
        (Write("contacts/a:b.md", None, NEW), "Windows cannot hold"),
        (Write("contacts/CON.md", None, NEW), "Windows cannot hold"),
        (Write(f"contacts/{'é' * 130}.md", None, NEW), "longer than 255 bytes"),
        (Write("contacts/a\x07.md", None, NEW), "control characters"),
        (Write("../outside.md", None, NEW), "leads out of the vault"),
        (Write("contacts/Ada.md/x.md", None, NEW), "Ada.md is a file"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_touched(vault: Path, write: Write, why: str) -> None:
    with pytest.raises(NetfilesError, match=why):
        carry_out(vault, "Try", [Write("contacts/Bo.md", OLD, NEW), write], nothing)
    assert state(vault) == BEFORE


def test_a_read_only_file_stays(vault: Path) -> None:
    (vault / "contacts" / "Ada.md").chmod(0o444)
    with pytest.raises(NotWritable, match="read-only"):
        carry_out(vault, "Try", THREE, nothing)
    assert state(vault) == BEFORE


def test_undo_leaves_alone_what_was_changed_since(vault: Path) -> None:
    carry_out(vault, "Try", THREE, nothing)
    (vault / "contacts" / "Ada.md").write_bytes(b"mine")
    with pytest.raises(CannotUndo, match=r"Ada\.md was changed after it"):
        undo(vault, nothing)
    assert state(vault) == AFTER | {"contacts/Ada.md": b"mine"}


def test_a_second_command_waits_and_then_says_so(vault: Path) -> None:
    carry_out(vault, "Try", THREE, nothing)
    lock = state_folder(vault) / "lock"
    with locked(lock), pytest.raises(Busy), locked(lock, patience=0.05):
        pass


CALLS = ("open", "write", "fsync", "rename", "replace", "link", "unlink", "mkdir", "close", "scandir", "fchmod")


close = os.close


class Faulty:
    """The calls to the system, of which the n-th does something else."""

    def __init__(self, patch: pytest.MonkeyPatch, n: int, fault: Callable[[], object]) -> None:
        self.left, self.fault = n, fault
        for name in CALLS:
            patch.setattr(os, name, self._counted(getattr(os, name)))
        patch.setattr(write, "swap", self._counted(swap.swap))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **more: object) -> object:
            self.left -= 1
            if self.left == 0 and call is close:  # a close that fails closes all the same
                call(*args, **more)
            if self.left == 0:
                self.fault()
            return call(*args, **more)

        return counted


def _fail(error: BaseException) -> Callable[[], object]:
    def fail() -> None:
        raise error

    return fail


FAULTS = {
    "full disk": OSError(28, "No space left on device"),
    "I/O error": OSError(5, "Input/output error"),
    "interrupt": KeyboardInterrupt(),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_call_leaves_all_files_as_they_were_or_as_they_should_be(vault: Path, fault: str) -> None:
    n, ended = 0, False
    while not ended:
        n += 1
        with pytest.MonkeyPatch.context() as patch:
            faulty = Faulty(patch, n, _fail(FAULTS[fault]))
            try:
                carry_out(vault, "Try", THREE, nothing)
                said_done = True
            except (NetfilesError, KeyboardInterrupt, OSError):
                said_done = False
            ended = faulty.left > 0
        recover(vault, nothing)
        now = state(vault)
        assert now in (BEFORE, AFTER), (fault, n)
        assert not said_done or now == AFTER, (fault, n)
        if now == AFTER:
            undo(vault, nothing)
        assert state(vault) == BEFORE, (fault, n)
    assert n > 40


def test_a_process_that_dies_at_any_call_leaves_nothing_half_done(vault: Path) -> None:
    n, code = 0, 9
    while code == 9:
        n += 1
        code = _in_child(lambda n=n: _dying(vault, n))
        said: list[str] = []
        recover(vault, said.append)
        assert state(vault) in (BEFORE, AFTER), n
        if state(vault) == AFTER:
            undo(vault, nothing)
        assert state(vault) == BEFORE, n
    assert n > 40


def _in_child(work: Callable[[], object]) -> int | None:
    child = fork.Process(target=work)
    child.start()
    child.join()
    return child.exitcode


def _dying(vault: Path, n: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        Faulty(patch, n, lambda: os._exit(9))
        carry_out(vault, "Try", THREE, nothing)
    os._exit(0)


def kill_at_random(vault: Path, chance: Random, longest: float) -> None:
    """Kill a process that writes, at a random moment."""
    child = fork.Process(target=carry_out, args=(vault, "Try", THREE, nothing))
    child.start()
    time.sleep(chance.random() * longest)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    recover(vault, nothing)
    now = state(vault)
    assert now in (BEFORE, AFTER)
    if now == AFTER:
        undo(vault, nothing)


def _kills(vault: Path, times: int) -> None:
    chance = Random(times)
    start = time.perf_counter()
    carry_out(vault, "Try", THREE, nothing)
    longest = 1.5 * (time.perf_counter() - start) + 0.02
    undo(vault, nothing)
    for _ in range(times):
        kill_at_random(vault, chance, longest)


def test_a_process_killed_at_random_leaves_nothing_half_done(vault: Path) -> None:
    _kills(vault, 15)


@pytest.mark.soak
def test_many_processes_killed_at_random_leave_nothing_half_done(vault: Path) -> None:
    _kills(vault, 500)
    figure("Files change together or not at all", "500 changes of three files ended by SIGKILL: all old or all new")


MANY = tuple(Write(f"contacts/{n}.md", OLD, NEW) for n in range(40))


def _kills_of_many(vault: Path, times: int) -> None:
    """Kill a process that writes so many files that it writes them side by side."""
    for one in MANY:
        (vault / one.path).write_bytes(OLD)
    before, chance = state(vault), Random(times)
    start = time.perf_counter()
    carry_out(vault, "Try", MANY, nothing)
    longest = 1.5 * (time.perf_counter() - start) + 0.02
    undo(vault, nothing)
    for _ in range(times):
        child = fork.Process(target=carry_out, args=(vault, "Try", MANY, nothing))
        child.start()
        time.sleep(chance.random() * longest)
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        recover(vault, nothing)
        if state(vault) != before:
            assert {path: NEW if path in {w.path for w in MANY} else OLD for path in before} == state(vault)
            undo(vault, nothing)
        assert state(vault) == before


def test_a_process_that_writes_many_files_can_be_killed(vault: Path) -> None:
    _kills_of_many(vault, 8)


@pytest.mark.soak
def test_processes_that_write_many_files_can_be_killed(vault: Path) -> None:
    _kills_of_many(vault, 150)
    figure("Files change together or not at all", "150 changes of 40 files ended by SIGKILL: all old or all new")


def test_writers_at_once_lose_nothing(vault: Path) -> None:
    file = vault / "contacts" / "Ada.md"

    def add(who: int) -> None:
        for n in range(15):
            while True:
                now = file.read_bytes()
                try:
                    carry_out(vault, "Add", [Write("contacts/Ada.md", now, now + f"{who} {n}\n".encode())], nothing)
                    break
                except Meanwhile:
                    continue

    children = [fork.Process(target=add, args=(who,)) for who in range(4)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    lines = file.read_bytes().removeprefix(OLD).decode().split()
    assert len(lines) == 4 * 15 * 2


def _races(vault: Path, times: int) -> int:
    """An editor saves while we write: what it wrote is in the file or in the store; how often it was in the way."""
    chance, met = Random(times), 0
    file, store = vault / "contacts" / "Ada.md", state_folder(vault) / "changes"
    for n in range(times):
        now = file.read_bytes()
        text = f"---\nname: Ada\n---\neditor {n}\n".encode()
        editor = threading.Thread(target=_save, args=(file, text, chance.random() * 0.004, chance.random() < 0.5))
        editor.start()
        try:
            carry_out(vault, "Try", [Write("contacts/Ada.md", now, f"ours {n}\n".encode())], nothing)
        except Meanwhile:
            met += 1
        editor.join()
        kept = {p.read_bytes() for p in store.glob("*/*") if p.is_file()} if store.exists() else set()
        assert text in kept | {file.read_bytes()}, n
        assert file.read_bytes() in (text, f"ours {n}\n".encode())
    return met


def _save(file: Path, text: bytes, wait: float, atomic: bool) -> None:
    time.sleep(wait)
    if atomic:
        new = file.with_name(".editor.tmp")
        new.write_bytes(text)
        new.replace(file)
        return
    handle = os.open(file, os.O_WRONLY | os.O_CREAT)
    os.write(handle, text)
    os.ftruncate(handle, len(text))
    os.close(handle)


def test_an_editor_that_saves_meanwhile_loses_nothing(vault: Path) -> None:
    _races(vault, 100)


@pytest.mark.soak
def test_an_editor_that_saves_meanwhile_again_and_again_loses_nothing(vault: Path) -> None:
    met = _races(vault, 1_500)
    figure("No byte is lost to a race", "1,500 saves by an editor during a write: all in the file or in the undo store")
    assert met


def test_what_an_editor_wrote_after_its_file_had_made_way_is_said_once(vault: Path) -> None:
    with (vault / "contacts" / "Ada.md").open("r+b") as editor:
        change = carry_out(vault, "Try", THREE, nothing)
        editor.write(b"late")
    assert change is not None
    said: list[str] = []
    recover(vault, said.append)
    recover(vault, said.append)
    assert len(said) == 1
    assert "wrote to contacts/Ada.md while it was replaced" in said[0]
    assert (change.folder / "0.aside").read_bytes().startswith(b"late")
    assert str(change.folder / "0.aside") in said[0]


def test_without_a_swap_files_change_as_well(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "swap", lambda *_: False)
    carry_out(vault, "Try", THREE, nothing)
    assert state(vault) == AFTER
    undo(vault, nothing)
    assert state(vault) == BEFORE


def test_on_a_disk_that_is_full_nothing_changes(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _raise_full)
    with pytest.raises(NotWritten, match="No space left"):
        carry_out(vault, "Try", THREE, nothing)
    monkeypatch.undo()
    assert state(vault) == BEFORE


def _raise_full(_: int) -> None:
    raise OSError(28, "No space left on device")


def _torn(change: Change) -> None:
    """Let the bytes that are kept of a change be those of a bad disk."""
    kept = change.folder / "change.zip"
    kept.write_bytes(kept.read_bytes()[:100])


def test_a_change_that_is_kept_and_damaged_is_not_passed_over(vault: Path) -> None:
    carry_out(vault, "First", [Write("contacts/Bo.md", OLD, NEW)], nothing)
    second = carry_out(vault, "Second", [Write("contacts/Ada.md", OLD, NEW)], nothing)
    assert second is not None
    _torn(second)
    with pytest.raises(CannotUndo, match="damaged"):
        undo(vault, nothing)
    assert carry_out(vault, "Third", [Write("contacts/Ada.md", NEW, OLD)], nothing) is not None
    assert undo(vault, nothing).title == "Third"


def test_a_plan_that_is_damaged_before_its_end_is_said_once(vault: Path) -> None:
    change = carry_out(vault, "Try", [Write("contacts/Ada.md", OLD, NEW)], nothing)
    assert change is not None
    (change.folder / "done").unlink()
    _torn(change)
    said: list[str] = []
    recover(vault, said.append)
    recover(vault, said.append)
    assert [one.partition(":")[0] for one in said] == ["A change had been broken off and cannot be finished"]


def test_a_change_that_cannot_be_finished_is_said_once_and_blocks_nothing(vault: Path) -> None:
    change = carry_out(vault, "Try", [Write("contacts/Ada.md", OLD, NEW)], nothing)
    assert change is not None
    (change.folder / "done").unlink()
    kept = (change.folder / "change.zip").read_bytes()
    (change.folder / "change.zip").write_bytes(kept.replace(NEW, NEW[::-1]))
    said: list[str] = []
    recover(vault, said.append)
    recover(vault, said.append)
    assert len(said) == 1
    assert "“Try” had been broken off and cannot be finished" in said[0]
    assert state(vault) == {"contacts/Ada.md": NEW, "contacts/Bo.md": OLD}


_OPEN = Path("/proc/self/fd")
linux = pytest.mark.skipif(not _OPEN.exists(), reason="only Linux tells which files are open")


@linux
def test_a_folder_that_cannot_be_seen_to_be_on_the_disk_keeps_the_change(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def failing(handle: int) -> None:
        if _OPEN.joinpath(str(handle)).readlink() == vault / "contacts":
            raise OSError(5, "Input/output error")
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(NotWritten, match=r"contacts/Bo\.md"):
            carry_out(vault, "Try", THREE, nothing)
    assert state(vault) == BEFORE
    assert list(changes(state_folder(vault) / "changes"))
    said: list[str] = []
    recover(vault, said.append)
    assert said == ["“Try” had been broken off and was taken back."]
    assert state(vault) == BEFORE


@linux
def test_a_new_folder_is_seen_to_be_in_the_one_above(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, synced = os.fsync, []

    def watching(handle: int) -> None:
        synced.append(_OPEN.joinpath(str(handle)).readlink())
        real(handle)

    monkeypatch.setattr(os, "fsync", watching)
    carry_out(vault, "Try", THREE, nothing)
    assert {vault, vault / "journal", vault / "journal" / "2026"} <= set(synced)
