"""What is served while builds run, fail and follow each other, and how a session begins and ends."""

import gc
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from netfiles.serve import Built, ServeError, Settings, Site, Snapshot, run

from .at_work import PATIENCE, AtWork, at_work, serving, until

GONE = "the vault's folder is not there, the last good site stays"


def test_a_request_during_a_build_is_answered_at_once_from_the_last_good_site(vault: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait(folder: Path) -> None:
        begun.set()
        go_on.wait(PATIENCE)

    work = AtWork(vault)
    with serving(work):
        work.while_building = wait
        (vault / "ada.md").write_text("last")
        try:
            assert begun.wait(PATIENCE)
            start = time.monotonic()
            for _ in range(20):
                assert work.shows("ada", "first")
            assert work.get("/none/").status == 404
            assert time.monotonic() - start < 30
        finally:
            go_on.set()
        until(lambda: work.shows("ada", "last"))


@pytest.mark.parametrize("live", [True, False])
def test_a_half_built_site_is_never_seen(vault: Path, live: bool) -> None:
    for number in range(20):
        (vault / f"n{number}.md").write_text("first")
    work = AtWork(vault, live, while_building=lambda folder: time.sleep(0.2))
    with serving(work):
        for round_ in range(2):
            (vault / "n7.md").write_text(f"round {round_}")
            while not work.shows("n7", f"round {round_}"):
                assert all(work.get(f"/n{number}/").status == 200 for number in (0, 7, 19))
                assert "not here" in work.get("/none/").body


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("FAIL", "not built: a note says FAIL, change it; the last good site stays"),
        ("RAISE", "not built: the build broke off with RuntimeError: the builder broke; the last good site stays"),
    ],
)
@pytest.mark.parametrize("live", [True, False])
def test_a_build_that_fails_leaves_the_last_good_site(vault: Path, how: str, sentence: str, live: bool) -> None:
    with at_work(vault, live) as work:
        (vault / "ada.md").write_text(how)
        until(lambda: sentence in work.said)
        assert work.shows("ada", "first")
        (vault / "ada.md").write_text("mended")
        until(lambda: work.shows("ada", "mended"))


def test_a_first_build_that_fails_is_a_plain_page_until_it_is_mended(vault: Path) -> None:
    (vault / "ada.md").write_text("FAIL")
    with at_work(vault) as work:
        answer = work.get("/ada/")
        assert answer.status == 503
        assert "a note says FAIL, change it" in answer.body
        assert "/_netfiles/reload.js" in answer.body
        assert work.said == ["not built: a note says FAIL, change it"]
        (vault / "ada.md").write_text("mended")
        until(lambda: work.shows("ada", "mended"))


def test_what_failed_is_shown_as_text(vault: Path) -> None:
    def broken(folder: Path) -> None:
        raise SystemExit("<img src=x onerror=alert(1)>\x1b[31m")

    work = AtWork(vault, while_building=broken)
    with serving(work):
        assert "&lt;img src=x onerror=alert(1)&gt;\ufffd[31m" in work.get("/").body


def test_only_the_last_two_generations_are_kept(vault: Path) -> None:
    folders: list[Path] = []
    work = AtWork(vault, live=False, while_building=folders.append)
    with serving(work):
        for number in range(3):
            (vault / "ada.md").write_text(f"text {number}")
            until(partial(work.shows, "ada", f"text {number}"))
        until(lambda: not folders[-3].exists())
        assert [folder.exists() for folder in folders[-3:]] == [False, True, True]
        assert len(set(folders)) == len(folders)
        if os.name == "posix":
            assert folders[0].parent.stat().st_mode & 0o777 == 0o700
    assert not folders[0].parent.exists()


def test_a_new_day_is_a_new_build(vault: Path) -> None:
    with at_work(vault) as work:
        work.day = date(2026, 11, 24)
        until(lambda: len(work.builds) == 2)
        time.sleep(0.3)
    assert len(work.builds) == 2


def test_only_the_site_that_is_shown_is_kept_in_memory(vault: Path) -> None:
    made: list[weakref.ref[Site]] = []
    work = AtWork(vault)
    build = work.build

    def remember(snapshot: Snapshot, today: date, tell: Callable[[str], None]) -> Built:
        built = build(snapshot, today, tell)
        assert built.site
        made.append(weakref.ref(built.site))
        return built

    work.build = remember  # type: ignore[method-assign]
    with serving(work):
        for number in range(3):
            (vault / "ada.md").write_text(f"text {number}")
            until(partial(work.shows, "ada", f"text {number}"))
        gc.collect()
        until(lambda: [site() is not None for site in made] == [False, False, False, True])


def test_a_vault_that_goes_and_comes_back(vault: Path) -> None:
    with at_work(vault) as work:
        away = vault.rename(vault.with_name("away"))
        until(lambda: GONE in work.said)
        assert work.shows("ada", "first")
        shutil.copytree(away, vault)
        (vault / "ada.md").write_text("back")
        until(lambda: work.shows("ada", "back"), 40)
        (vault / "ada.md").write_text("heard")
        until(lambda: work.shows("ada", "heard"))


def test_a_vault_that_is_renamed_and_renamed_back_is_followed_again(vault: Path) -> None:
    with at_work(vault) as work:
        for number in range(2):
            away = vault.rename(vault.with_name("away"))
            until(lambda n=number: work.said.count(GONE) == n + 1)
            (away / "ada.md").write_text(f"away {number}")
            away.rename(vault)
            until(partial(work.shows, "ada", f"away {number}"))
            (vault / "ada.md").write_text(f"heard {number}")
            until(partial(work.shows, "ada", f"heard {number}"), 5)
        assert all(build for build in work.builds)


def test_an_empty_folder_in_place_of_the_vault_leaves_the_last_good_site(vault: Path) -> None:
    with at_work(vault) as work:
        away = vault.rename(vault.with_name("away"))
        vault.mkdir()  # as it is when a disk is unmounted
        until(lambda: "the vault's folder is empty, the last good site stays" in work.said)
        time.sleep(0.5)
        assert work.shows("ada", "first")
        vault.rmdir()
        away.rename(vault)
        (vault / "ada.md").write_text("back")
        until(lambda: work.shows("ada", "back"))
    assert [build["ada"] for build in work.builds] == ["first", "back"]


def test_what_is_built_while_the_vault_goes_away_is_not_shown(vault: Path) -> None:
    def go(folder: Path) -> None:
        if work.builds[-1]["ada"] == "half":
            vault.rename(vault.with_name("away"))
            work.while_building = lambda folder: None

    work = AtWork(vault, while_building=go)
    with serving(work):
        (vault / "ada.md").write_text("half")
        until(lambda: GONE in work.said)
        assert work.shows("ada", "first")
        vault.with_name("away").rename(vault)
        until(lambda: work.shows("ada", "half"))
    assert "not built" not in " ".join(work.said)


def test_a_page_that_cannot_be_made_is_said_and_the_others_are_well(vault: Path) -> None:
    (vault / "bob.md").write_text("BREAK")
    with at_work(vault) as work:
        answer = work.get("/bob/")
        assert (answer.status, "ValueError: a page broke" in answer.body) == (500, True)
        assert (
            f'data-site="{answer.body.partition("data-site=")[2][1:].partition(chr(34))[0]}"' in work.get("/ada/").body
        )
        assert "/bob/ could not be made: ValueError: a page broke" in work.said
        assert work.shows("ada", "first")


def test_two_sessions_on_one_vault_both_follow_it(vault: Path) -> None:
    with at_work(vault) as one, at_work(vault, port=one.port) as other:
        assert one.port < other.port <= one.port + 20
        (vault / "ada.md").write_text("last")
        until(lambda: one.shows("ada", "last") and other.shows("ada", "last"))


def test_folders_left_behind_by_a_killed_session_go_at_the_next_start(
    vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary" / "netfiles-serve-other").mkdir(parents=True)
    folders: list[Path] = []
    running = AtWork(vault, live=False, while_building=folders.append)
    with serving(running):
        left = tmp_path / "temporary" / "netfiles-serve-killed"
        (left / "1").mkdir(parents=True)
        (left / "in-use").touch()
        with at_work(vault, live=False):
            assert not left.exists()
        assert folders[0].exists()
        assert running.shows("ada", "first")
    assert [f.name for f in (tmp_path / "temporary").iterdir()] == ["netfiles-serve-other"]


@contextmanager
def taken_port() -> Iterator[int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def test_a_taken_port_gives_way_to_the_next_free_one_with_a_word(vault: Path) -> None:
    with taken_port() as port, at_work(vault, port=port) as work:
        assert port < work.port <= port + 20
        assert work.said[0] == f"port {port} is taken, this is on {work.port}"
        assert work.announced == [f"http://127.0.0.1:{work.port}/"]
        assert work.shows("ada", "first")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"host": "0.0.0.0"}, "serves only to this machine: on '0.0.0.0'"),
        ({"host": "192.168.1.2"}, "serves only to this machine"),
        ({"host": "::"}, "serves only to this machine"),
        ({"host": "example.org"}, "serves only to this machine"),
        ({"host": ""}, "serves only to this machine"),
        ({"port": 70_000}, "Port 70000 on 127.0.0.1 cannot be used"),
        ({"port": -1}, "Port -1 on 127.0.0.1 cannot be used"),
    ],
)
def test_what_cannot_be_served_on_is_an_error_that_says_why(
    vault: Path, settings: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ServeError, match=re.escape(sentence)):
        run(Settings(vault, **settings), AtWork(vault).source, print, print)


def test_a_port_the_owner_chose_is_not_exchanged(vault: Path) -> None:
    with taken_port() as port:
        settings = Settings(vault, port=port, port_fixed=True)
        with pytest.raises(ServeError, match=f"port {port} is taken"):
            run(settings, AtWork(vault).source, print, print)


def test_a_vault_that_is_no_folder_is_an_error(vault: Path) -> None:
    with pytest.raises(ServeError, match="is not a folder"):
        run(Settings(vault / "none"), AtWork(vault).source, print, print)


@pytest.mark.parametrize("host", ["localhost", "::1"])
def test_the_other_names_of_this_machine_can_be_served_on(vault: Path, host: str) -> None:
    try:
        socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError:
        pytest.skip(f"there is no {host} here")
    work = AtWork(vault)
    with serving(work, host=host):
        assert work.announced == [f"http://{'[::1]' if host == '::1' else '127.0.0.1'}:{work.port}/"]
        with socket.create_connection((host if ":" in host else "127.0.0.1", work.port), PATIENCE) as connection:
            connection.sendall(f"GET / HTTP/1.0\r\nHost: [::1]:{work.port}\r\n\r\n".encode())
            assert connection.recv(100).startswith(b"HTTP/1.1 200")


def test_a_hundred_idle_connections_do_not_keep_pages_waiting(vault: Path) -> None:
    with at_work(vault) as work, ExitStack() as idle:
        for number in range(100):
            connection = idle.enter_context(socket.create_connection(("127.0.0.1", work.port), PATIENCE))
            connection.sendall(b"GET / HT" if number % 2 else b"")
        start = time.monotonic()
        assert work.shows("ada", "first")
        assert time.monotonic() - start < 30
        (vault / "ada.md").write_text("last")
        until(lambda: work.shows("ada", "last"))


def test_a_browser_that_goes_away_in_the_middle_is_nothing_to_speak_of(
    vault: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def large(folder: Path) -> None:
        (folder / "large.bin").write_bytes(bytes(20_000_000))

    work = AtWork(vault, live=False, while_building=large)
    with serving(work):
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", work.port), PATIENCE) as connection:
                connection.sendall(f"GET /large.bin HTTP/1.1\r\nHost: localhost:{work.port}\r\n\r\n".encode())
                connection.recv(1000)
        assert work.shows("ada", "first")
        assert len(work.get("/large.bin").body) == 20_000_000
    assert work.said == ["1 pages"]
    assert capfd.readouterr() == ("", "")


PROGRAM = """
import signal, sys, time
from datetime import date
from pathlib import Path
from netfiles.serve import Built, Settings, Snapshot, run

signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever started the tests by nohup ignores it, and so would this

class Source:
    def __init__(self, generations):
        self.generations = generations

    def folders(self):
        return []

    def look(self, before, paths):
        return Snapshot({})

    def rest(self):
        pass

    def today(self):
        return date.today()

    def build(self, snapshot, today, tell):
        return Built(True, "built", self.generations.make(self.print_into))

    def print_into(self, folder):
        (folder / "index.html").write_text("<body>built</body>")
        if "slow" in sys.argv:
            print("building", flush=True)
            time.sleep(60)

run(Settings(Path(sys.argv[1]), port=0), Source, lambda s: print(s, file=sys.stderr), lambda s: print(s, flush=True))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
@pytest.mark.parametrize(
    ("name", "when"), [("SIGTERM", "serving"), ("SIGTERM", "slow"), ("SIGINT", "slow"), ("SIGHUP", "serving")]
)
def test_a_signal_ends_it_quietly_and_leaves_nothing_behind(vault: Path, name: str, when: str) -> None:
    temporary = vault.parent / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, "-c", PROGRAM, str(vault), when]
    pipe = subprocess.PIPE
    with subprocess.Popen(arguments, env=environment, text=True, stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        first_line = process.stdout.readline()
        assert first_line.startswith("building" if when == "slow" else "http://127.0.0.1:")
        assert list(temporary.iterdir())
        process.send_signal(signal.Signals[name])
        start = time.monotonic()
        out, error = process.communicate(timeout=PATIENCE)
        took = time.monotonic() - start
    assert (process.returncode, out, error) == (0, "", "" if when == "slow" else "built\n")
    assert list(temporary.iterdir()) == []
    assert took < 20  # 2 on a machine of one's own
