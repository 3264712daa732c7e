"""A session of serve on a small vault, with a build that turns each note into a page."""

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from netfiles.serve import Built, Settings, run

PATIENCE = 20.0  # seconds: the machine may be busy

# The shape of Material's scripts: one differs from page to page only by its way to the root.
SCOPE = '<script>__md_scope=new URL("{}",location),__md_hash=1</script>'
PALETTE = '<script>var palette=__md_get("__palette")</script>'


def page(body: str, base: str = "..") -> str:
    """A page as the theme would print it."""
    return f"<html><head>{SCOPE.format(base)}</head><body>{PALETTE}{body}</body></html>"


@dataclass(frozen=True)
class Response:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass
class AtWork:
    """The vault, what was built and said, and the way to ask the server."""

    vault: Path
    day: date = date(2026, 11, 23)
    said: list[str] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)
    builds: list[dict[str, str]] = field(default_factory=list)
    while_building: Callable[[Path], None] = lambda folder: None
    stop: threading.Event = field(default_factory=threading.Event)

    def notes(self) -> dict[str, str]:
        """The text of each note now; one that vanishes in the meantime is left out."""
        found = {}
        for path in sorted(self.vault.rglob("*.md")):
            with suppress(FileNotFoundError):
                found[path.stem] = path.read_text().strip()
        return found

    def build(self, folder: Path) -> Built:
        """Print each note as a page; a note that says FAIL is more than the build can take."""
        notes = self.notes()
        self.builds.append(notes)
        for name, text in notes.items():
            (folder / name).mkdir(exist_ok=True)
            (folder / name / "index.html").write_text(page(f"<p>{text}</p>"))
        self.while_building(folder)
        (folder / "404.html").write_text(page("not here", base="/"))
        (folder / "index.html").write_text(page("home", base="."))
        if "FAIL" in notes.values():
            return Built(False, "a note says FAIL,\nchange it")
        if "RAISE" in notes.values():
            raise RuntimeError("the builder\nbroke")
        return Built(True, f"{len(notes)} pages")

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


def until(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@contextmanager
def at_work(vault: Path, **settings: Any) -> Iterator[AtWork]:
    """Serve a vault while the block runs; the session must end when it is told to."""
    work = AtWork(vault)
    with serving(work, **settings):
        yield work


@contextmanager
def serving(work: AtWork, **settings: Any) -> Iterator[None]:
    """Serve with what was made ready, which the test may have bent before."""
    chosen = Settings(work.vault, **{"port": 0, **settings})
    arguments = (chosen, work.build, lambda: work.day, work.said.append, work.announced.append, work.stop)
    thread = threading.Thread(target=run, args=arguments)
    thread.start()
    try:
        until(lambda: work.announced or not thread.is_alive())
        yield
    finally:
        work.stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()
