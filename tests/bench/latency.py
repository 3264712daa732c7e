"""How long a save takes until the page with it is served, as a browser would see it: told by an event, then fetched."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import copytree, ignore_patterns

from netfiles.views.addresses import slug

TODAY = "2026-11-19"
_PATIENCE = 120.0  # seconds
_PAUSE = 0.3  # seconds between two saves: nobody saves faster, and each is to be a change of its own
_ENTRY = '---\nwith: "[[{name}]]"\nchannel: call\n---\n\n{text}\n'


@dataclass(frozen=True)
class Latency:
    """Seconds from the beginning of each save to the whole page with it, and the most memory of the server (MB)."""

    seconds: Sequence[float]
    megabytes: float

    def percentile(self, percent: float) -> float:
        """So many of a hundred saves were served within this time."""
        ordered = sorted(self.seconds)
        return ordered[min(round(len(ordered) * percent / 100), len(ordered) - 1)]


def serve_latency(vault: Path, saves: int = 60) -> Latency:
    """Saves entries in a copy of `vault` that is served by a process of its own."""
    with tempfile.TemporaryDirectory(prefix="netfiles-latency-") as folder:
        copy = Path(folder, "vault")
        copytree(vault, copy, ignore=ignore_patterns(".netfiles", "site", ".git"))
        with served(copy) as (process, port):
            os.sync()  # the copy and the whole site go to the disk now, not in the middle of a save
            seconds = latencies(copy, port, saves)
            return Latency(seconds, _peak(process.pid))


def latencies(vault: Path, port: int, saves: int) -> list[float]:
    """Saves entries of a vault that is being served, in each of the three ways in turn; the vault is changed."""
    names = [p.stem for p in sorted((vault / "contacts").glob("*.md")) if re.fullmatch(r"[A-Za-z]+ [A-Za-z]+", p.stem)]
    chosen = names[:: max(len(names) // 10, 1)][:10]
    folder = max((vault / "journal").rglob("*.md"), key=lambda file: file.name).parent
    with closing(_Browser(port)) as browser:
        seconds = []
        for number in range(saves):
            turn, at = divmod(number, len(chosen))
            save = _replace if turn % 3 == 2 else _write  # the first one of a person makes the entry
            file = folder / f"2026-11-18 Call {turn // 3} with {chosen[at]}.md"
            text = _ENTRY.format(name=chosen[at], text=f"Mark {number}.")
            seconds.append(browser.wait_for(partial(save, file, text), chosen[at], f"Mark {number}."))
            time.sleep(_PAUSE)
        return seconds


def _write(file: Path, text: str) -> None:
    file.write_text(text)


def _replace(file: Path, text: str) -> None:
    temporary = file.with_name(f".{file.name}.tmp")
    temporary.write_text(text)
    temporary.replace(file)


class _Browser:
    """One open page: it hears of changes, and fetches."""

    def __init__(self, port: int) -> None:
        self._pages = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        self._told = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        self._told.request("GET", "/_netfiles/events")
        self._events = self._told.getresponse()
        self._site = ""
        self._next_site()

    def close(self) -> None:
        self._events.close()
        self._told.close()
        self._pages.close()

    def wait_for(self, save: Callable[[], None], name: str, text: str) -> float:
        """The seconds from a save to the page of a person with its text."""
        start = time.perf_counter()
        save()
        while True:
            self._next_site()
            if text.encode() in self._fetch(f"/people/{slug(name)}/"):
                return time.perf_counter() - start

    def _fetch(self, path: str) -> bytes:
        self._pages.request("GET", path)
        answer = self._pages.getresponse()
        page = answer.read()
        assert answer.status == 200, (path, answer.status)
        return page

    def _next_site(self) -> None:
        """Wait until another site is shown."""
        for line in self._events:
            if line.startswith(b"data: ") and (site := json.loads(line[6:])["site"]) != self._site:
                self._site = site
                return
        raise ConnectionError("the server has ended")


@contextmanager
def served(vault: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [sys.executable, "-m", "netfiles", "-C", str(vault), "--today", TODAY, "serve", "--port", "0"]
    log = (vault.parent / "said.txt").open("w+")
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=log, text=True, env=os.environ | {"NO_COLOR": "1"}
    )
    try:
        assert process.stdout
        address = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
        assert address, Path(log.name).read_text()
        yield process, int(address[1])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=_PATIENCE)
        log.close()


def _peak(pid: int) -> float:
    """The most memory a process has held, as the system accounts it (MB)."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024


def main() -> None:
    vault, *saves = sys.argv[1:]
    found = serve_latency(Path(vault), *map(int, saves))
    times = ", ".join(f"p{percent} {1000 * found.percentile(percent):.0f} ms" for percent in (50, 95, 100))
    sys.stdout.write(f"{len(found.seconds)} saves: {times}; {found.megabytes:.0f} MB\n")


if __name__ == "__main__":
    main()
