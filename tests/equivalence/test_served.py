"""Whatever happens to a vault while it is served: what is shown in the end is what a clean build gives."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from time import monotonic, sleep
from urllib.parse import quote

import pytest

from netfiles.vault.create import skeleton
from tests.equivalence.comparing import difference, without_dates
from tests.equivalence.players import PLAYERS
from tests.equivalence.world import World, clean_site, new_world
from tests.soak_report import figure

EDITS = (
    *("field", "field", "field", "unfield", "body", "new", "person-for-name", "followed-rename", "rename", "move"),
    *("turn-into", "delete", "restore", "break", "copy", "swap", "move-folder", "checkout", "same-size", "twice"),
    *("old-time", "touch", "rewrite", "folder-time", "link", "attachment", "lost-attachment", "page", "lost-page"),
    *("page-picture", "option", "folders", "theme", "nav", "extension", "setting"),
)
_PATIENCE = 30.0  # seconds until what is served has to be right
_OURS = re.compile(rb'<script src="/_netfiles/[^"]*" defer[^>]*></script>')
"""What the server adds to a page."""


@contextmanager
def served(world: World) -> Iterator[int]:
    """The port at which a process serves the vault."""
    words = ["-m", "netfiles", "-C", str(world.vault), "--today", world.day.isoformat(), "serve", "--port", "0"]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        [sys.executable, *words], env=world.variables(), stdout=pipe, stderr=quiet, text=True
    ) as process:
        assert process.stdout
        address = re.search(r":(\d+)/", process.stdout.readline())
        assert address
        try:
            yield int(address[1])
        finally:
            process.send_signal(signal.SIGTERM)


def fetched(port: int, places: Iterator[str]) -> dict[str, bytes]:
    """The files of the site that is shown, as far as they are there."""
    found: dict[str, bytes] = {}
    with closing(HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)) as connection:
        for place in places:
            connection.request("GET", "/" + quote(place.removesuffix("index.html"), errors="surrogateescape"))
            answer = connection.getresponse()
            data = answer.read()
            if answer.status == 200 or place == "404.html":
                found[place] = without_dates(place, _OURS.sub(b"", data))
    return found


def mend(world: World) -> None:
    """Take the broken files away: the last good version of such a one stays in what is served, and only there."""
    while broken := {each["file"] for each in _problems(world) if each["severity"] == "error"}:
        for path in broken:
            if path == "mkdocs.yml":
                (world.vault / path).write_bytes(skeleton()[path])
            elif (world.vault / path).is_dir():
                shutil.rmtree(world.vault / path)
            else:
                (world.vault / path).unlink(missing_ok=True)


def _problems(world: World) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(world.run("check", "--json").out)["problems"]
    return found


def follow(world: World, seed: int, rounds: int) -> None:
    """Edits, each round followed by a look at the whole site."""
    dice, told, places = Random(seed), [f"seed {seed}"], set[str]()
    with served(world) as port:
        for _ in range(rounds):
            for name in dice.choices(EDITS, k=dice.choice((1, 1, 2, 5))):
                step = dice.randrange(10**6)
                told.append(f"{name}:{step} {PLAYERS[name][1](world, Random(step))}")
                sleep(dice.choice((0, 0.01, 0.2)))
            mend(world)
            said, clean = clean_site(world)
            assert said.exit == 0, said.err
            right = {place: _OURS.sub(b"", data) for place, data in clean.items() if not place.endswith("/")}
            places |= right.keys()
            until = monotonic() + _PATIENCE
            while (wrong := difference(right, fetched(port, iter(sorted(places))), ("clean", "served"))) is not None:
                assert monotonic() < until, "\n".join((wrong, *told))
                sleep(0.1)


def test_what_is_served_in_the_end_is_a_clean_build(tmp_path: Path):
    follow(new_world(tmp_path, 1), 1, 2)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 6))
def test_what_is_served_through_long_games_is_a_clean_build(tmp_path: Path, seed: int):
    follow(new_world(tmp_path, seed, people=25, entries=80), seed, 60)
    figure("Serve follows the files", "60 rounds of random edits under `serve`: every page is that of a clean build")
