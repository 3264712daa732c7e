"""A session of serve on a small vault, with a build that turns each note into a page."""

import http.client
import itertools
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from netfiles.serve import Built, Generations, Settings, Site, Snapshot, run, trusted_scripts
from netfiles.vault.stamp import Stamp, stamp_of

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 20.0  # seconds: the machine may be busy

# The shape of Material's scripts: one differs from page to page only by its way to the root.
SCOPE = '<script>__md_scope=new URL("{}",location),__md_hash=1</script>'
PALETTE = '<script>var palette=__md_get("__palette")</script>'


def page(body: str, base: str = "..") -> str:
    """A page as the theme would print it."""
    content = f'<div data-md-component="container">{body}</div>'
    return f"<html><head>{SCOPE.format(base)}</head><body>{PALETTE}{content}</body></html>"


def pages(notes: Mapping[str, str]) -> dict[str, str]:
    """All files of the site, by path."""
    own = {f"{name}/index.html": page(f"<p>{text}</p>") for name, text in notes.items()}
    return own | {"404.html": page("not here", base="/"), "index.html": page("home", base=".")}


@dataclass(frozen=True)
class LiveSite:
    """A site whose pages are made when they are asked for."""

    name: str
    frame: str
    notes: Mapping[str, str]

    @property
    def trusted(self) -> frozenset[str]:
        return trusted_scripts(pages({})["404.html"].encode())

    def read(self, path: str) -> bytes | None:
        note = self.notes.get(path.removesuffix("/index.html"))
        if note == "BREAK":
            raise ValueError("a page\nbroke")
        found = pages(self.notes).get(path)
        return found.encode() if found else None


@dataclass(frozen=True)
class Response:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: str


class Asking:
    """The ways to ask a server that has announced its address."""

    announced: list[str]

    @property
    def port(self) -> int:
        """The port that was announced."""
        return int(self.announced[0].rstrip("/").rpartition(":")[2])

    def get(self, path: str, method: str = "GET", **headers: str) -> Response:
        """Ask for one page on a connection of its own."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request(method, path, headers={n.replace("_", "-"): v for n, v in headers.items()})
            response = connection.getresponse()
            return Response(response.status, dict(response.getheaders()), response.read().decode())

    def raw(self, request: str) -> bytes:
        """All that the server says to these bytes, the last of a connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(request.format(port=self.port).encode("latin-1"))
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    @contextmanager
    def events(self) -> Iterator[Iterator[str]]:
        """The lines of the event stream."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", "/_netfiles/events")
            with connection.getresponse() as response:
                assert response.headers["Content-Type"].startswith("text/event-stream")
                yield (line.decode().strip() for line in response)

    def shows(self, name: str, text: str) -> bool:
        """Whether the page of a note shows this text now."""
        return f"<p>{text}</p>" in self.get(f"/{name}/").body


@dataclass
class AtWork(Asking):
    """The vault, what was built and said, and the way to ask the server."""

    vault: Path
    live: bool = True  # pages are made when asked for; else whole sites are printed into folders
    day: date = date(2026, 11, 23)
    said: list[str] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)
    builds: list[dict[str, str]] = field(default_factory=list)
    looks: list[Collection[str] | None] = field(default_factory=list)
    while_building: Callable[[Path], None] = lambda folder: None
    stop: threading.Event = field(default_factory=threading.Event)
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _generations: Generations | None = None

    def source(self, generations: Generations) -> "AtWork":
        """Itself as what the session looks at."""
        self._generations = generations
        return self

    def folders(self) -> Iterable[str]:
        """Every folder of the vault that is there, and one that may come."""
        there = next(os.walk(self.vault), (self.vault, [], []))[1]
        return ["contacts/deep", *(name for name in there if name[0] not in ".s")]

    def rest(self) -> None:
        """It leaves nothing to be tidied up."""

    def look(self, before: Snapshot | None, paths: Collection[str] | None) -> Snapshot:
        """Every Markdown file that is not hidden."""
        self.looks.append(paths)
        if before is None or paths is None:
            return Snapshot(dict(self._all()))
        stamps = {path: self._stamp(path) for path in paths}
        found = {**before.files, **{path: stamp for path, stamp in stamps.items() if stamp}}
        return Snapshot({path: stamp for path, stamp in found.items() if stamps.get(path, stamp)})

    def _all(self) -> Iterator[tuple[str, Stamp]]:
        for here, folders, names in os.walk(self.vault, followlinks=True):
            below = Path(here).relative_to(self.vault)
            folders[:] = [name for name in folders if name[0] not in ".s"]
            for path in ((below / name).as_posix() for name in names):
                if stamp := self._stamp(path):
                    yield path, stamp

    def _stamp(self, path: str) -> Stamp | None:
        if not path.endswith(".md") or any(part[0] == "." for part in path.split("/")):
            return None
        try:
            return stamp_of((self.vault / path).stat())
        except OSError:
            return None

    def today(self) -> date:
        return self.day

    def notes(self, paths: Iterable[str] | None = None) -> dict[str, str]:
        """The text of each note now; one that vanishes in the meantime is left out."""
        found = {}
        for path in sorted(dict(self._all()) if paths is None else paths):
            with suppress(FileNotFoundError):
                found[Path(path).stem] = (self.vault / path).read_text().strip()
        return found

    def build(self, snapshot: Snapshot, today: date, tell: Callable[[str], None]) -> Built:
        """The site of the notes; one that says FAIL is more than the build can take."""
        notes = self.notes(snapshot.files)
        self.builds.append(notes)
        if "TELL" in notes.values():
            tell("reading 1 of\n2 files")
            time.sleep(0.5)
        if "FAIL" in notes.values():
            return Built(False, "a note says FAIL,\nchange it")
        if "RAISE" in notes.values():
            raise RuntimeError("the builder\nbroke")
        return Built(True, f"{len(notes)} pages", self._live(notes) if self.live else self._printed(notes))

    def _live(self, notes: dict[str, str]) -> Site:
        self.while_building(self.vault)
        return LiveSite(f"{self._run}-{next(self._numbers)}", notes.get("frame", ""), notes)

    def _printed(self, notes: dict[str, str]) -> Site:
        def print_into(folder: Path) -> None:
            for path, text in pages(notes).items():
                (folder / path).parent.mkdir(exist_ok=True)
                (folder / path).write_text(text)
                if path == "404.html":
                    self.while_building(folder)

        assert self._generations
        return self._generations.make(print_into)


def until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@contextmanager
def at_work(vault: Path, live: bool = True, **settings: Any) -> Iterator[AtWork]:
    """Serve a vault while the block runs; the session must end when it is told to."""
    work = AtWork(vault, live)
    with serving(work, **settings):
        yield work


@contextmanager
def serving(work: AtWork, **settings: Any) -> Iterator[None]:
    """Serve with what was made ready, which the test may have bent before."""
    chosen = Settings(work.vault, **{"port": 0, **settings})
    arguments = (chosen, work.source, work.said.append, work.announced.append, work.stop)
    thread = threading.Thread(target=run, args=arguments)
    thread.start()
    try:
        until(lambda: work.announced or not thread.is_alive())
        yield
    finally:
        work.stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


class Outside(Asking):
    """The same session as a process of its own."""

    def __init__(self, vault: Path, *more: str, before: Collection[str] = ()) -> None:
        command = [*before, sys.executable, "-m", "tests.serve.at_work", str(vault), *more]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=REPOSITORY)
        assert self.process.stdout
        self.announced = [self.process.stdout.readline().strip()]

    def end(self, number: int = signal.SIGTERM) -> str:
        """End the process; the answer is what it said."""
        self.process.send_signal(number)
        return self.process.communicate(timeout=PATIENCE)[1]


def main() -> None:
    """Serve a vault as a program of its own, with whole sites in folders if a second word says so."""
    vault, *more = sys.argv[1:]
    work = AtWork(Path(vault), live=not more)

    def say(sentence: str) -> None:
        sys.stderr.write(f"{sentence}\n")

    def announce(address: str) -> None:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()

    run(Settings(work.vault, port=0), work.source, say, announce)


if __name__ == "__main__":
    main()
