"""A real browser on a really served site."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.vault.create import create, skeleton
from netfiles.vault.load import load
from netfiles.views.context import context
from netfiles.views.site import addresses

WIDE = ViewportSize(width=1440, height=900)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
        yield chromium
        chromium.close()


class Served:
    """A vault under `netfiles serve`."""

    def __init__(self, vault: Path, today: str) -> None:
        self.vault = vault
        command = [sys.executable, "-m", "netfiles", "-C", str(vault), "--today", today, "serve", "--port", "0"]
        log = (vault.parent / f"{vault.name}.log").open("w")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, env=os.environ | {"NO_COLOR": "1"}
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, f"no address in {line!r}: {(vault.parent / f'{vault.name}.log').read_text()}"
        self.address = address[0]

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
        if self.process.stdout:
            self.process.stdout.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., Served]]:
    """Serves vaults until the session ends."""
    running: list[Served] = []

    def start(vault: Path, today: str = "2026-11-19") -> Served:
        running.append(Served(vault, today))
        return running[-1]

    yield start
    for served in running:
        served.stop()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Page]:
    """A page of its own, for a test that leaves something behind: a clock, or somebody who listens."""
    context = browser.new_context(viewport=WIDE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def _window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def page(_window: Page) -> Iterator[Page]:
    """One page for all, left as it was found: a new one is a new process, and costs four times what a look does."""
    _window.emulate_media(media="screen", color_scheme="light")
    _window.set_viewport_size(WIDE)
    yield _window
    _window.unroute_all(behavior="ignoreErrors")
    if _window.url.startswith("http"):
        _window.evaluate("localStorage.clear(), sessionStorage.clear()")
    _window.goto("about:blank")


def addresses_of(vault: Path) -> list[str]:
    """The addresses of all pages of a vault, as a browser sees them."""
    facts = context(derive(build_network(load(vault)), date(2026, 11, 19)))
    pages = [f"{address}/".removesuffix("index/") for address in addresses(facts)]
    guide = [f"docs/{path.removesuffix('.md')}/".removesuffix("index/") for path, _ in facts.collection.docs]
    return sorted(pages + guide)


def new_vault(folder: Path, files: dict[str, str]) -> Path:
    """A vault as `netfiles init` makes it, with these files."""
    for path, text in files.items():
        create(folder, path, text.encode())
    for path, content in skeleton().items():
        create(folder, path, content)
    return folder
