"""Several at once: builds, editors, readers, on one vault with one cache."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import sleep

import pytest

from tests.equivalence.players import PLAYERS
from tests.equivalence.watching import CLOSED, OPENED, Ear
from tests.equivalence.world import World, build_and_compare, new_world
from tests.sampling import in_soak
from tests.soak_report import figure

EDITS = ("field", "field", "body", "new", "rename", "delete", "restore", "break", "same-size", "swap", "move")
EDITS += ("attachment", "lost-attachment", "page", "lost-page", "page-picture", "checkout", "touch")


def builds_at_once(world: World, number: int) -> None:
    running = [world.begin("build") for _ in range(number)]
    for said in [build.wait() for build in running]:
        assert said.exit == 0, said.err
        assert "Traceback" not in said.err


def test_two_builds_at_once_end_well_and_as_a_clean_one(world: World, edited: Callable[[str], None]):
    builds_at_once(world, 2)
    build_and_compare(world)
    edited("Something to print.")
    builds_at_once(world, 2)
    build_and_compare(world)


def test_the_site_that_two_builds_leave_is_complete_before_a_third(world: World):
    builds_at_once(world, 2)
    before = {p.relative_to(world.site) for p in world.site.rglob("*.html")}
    world.build()
    assert {p.relative_to(world.site) for p in world.site.rglob("*.html")} == before


@contextmanager
def edited_meanwhile(world: World, seed: int) -> Iterator[list[str]]:
    """Somebody works in the vault all the while; what they did, in words."""
    done, told, dice = threading.Event(), list[str](), Random(seed)

    def work() -> None:
        while not done.is_set():
            told.append(PLAYERS[dice.choice(EDITS)][1](world, dice))
            sleep(dice.choice((0, 0.001, 0.01)))

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield told
    finally:
        done.set()
        worker.join()


def build_under_edits(world: World, seed: int, builds: int) -> None:
    assert world.build().exit == 0
    with edited_meanwhile(world, seed) as told:
        for _ in range(builds):
            said = world.build()
            assert said.exit == 0, (said.err, told[-20:])
    assert told
    build_and_compare(world)


@pytest.mark.soak
def test_a_vault_edited_while_it_is_built_ends_well(world: World):
    build_under_edits(world, seed=1, builds=3)


@pytest.mark.skipif(sys.platform != "linux", reason="the file is watched by inotify")
@pytest.mark.parametrize("command", ["build", *in_soak(["queue"])])
def test_a_file_saved_again_at_the_moment_it_was_read_is_read_again(world: World, command: str):
    """Both saves fall into one tick of a coarse clock: size and times are the same."""
    path = min((world.vault / "contacts").glob("*.md"))
    path.write_text("---\ncompany: Firm 0000000\n---\n", "utf-8")
    spot, ear, saves = path.read_bytes().index(b"0000000"), Ear(path), 0
    handle = os.open(path, os.O_WRONLY)
    running = world.begin(command)
    while running.process.is_alive():
        heard = ear.heard(0.0)
        if heard & CLOSED or not (heard & OPENED or saves > 10_000):
            os.pwrite(handle, b"%07d" % (saves := saves + 1), spot)
    os.close(handle)
    ear.close()
    assert running.wait().exit == 0
    assert saves > 10
    shown = world.run("show", path.stem, "--json")
    assert f"Firm {saves:07d}" in shown.out
    build_and_compare(world)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
def test_many_builds_at_once_and_under_edits(tmp_path: Path, seed: int):
    world = new_world(tmp_path, seed)
    for turn in range(10):
        builds_at_once(world, 2 + turn % 3)
        build_and_compare(world)
        build_under_edits(world, seed * 100 + turn, 3)
        if turn % 3 == 0:
            shutil.rmtree(world.cache, ignore_errors=True)
    figure("Builds at once", "10 × up to 4 at once, 30 while files changed: all end well, the next equals clean")
