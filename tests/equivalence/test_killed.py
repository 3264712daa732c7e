"""A build killed at any moment leaves whole pages, and the next build mends everything."""

import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.equivalence.comparing import OURS, difference, of_readers
from tests.equivalence.world import World, clean_site, new_world
from tests.soak_report import figure

Site = Mapping[str, bytes]


@dataclass(frozen=True)
class State:
    """A vault at one time: the files that differ from those at another, and its clean site."""

    files: Mapping[Path, bytes | None]
    site: Site

    def enter(self) -> None:
        for path, data in self.files.items():
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(data)


def states(world: World) -> tuple[State, State]:
    """As it is, and with changes that touch every page: a name, a new, a changed and a deleted file."""
    first, second, *_ = sorted((world.vault / "contacts").glob("*.md"))
    config, new = world.vault / "mkdocs.yml", world.vault / "contacts" / "Somebody New.md"
    before = {path: path.read_bytes() for path in (first, second, config)}
    after = {
        first: before[first] + b"\nOne more sentence about [[Somebody New]].\n",
        second: None,
        config: before[config].replace(b"My network", b"Another name"),
        new: b"---\ncompany: Acme\n---\n",
    }
    made = []
    for files in (after, before | {new: None}):
        State(files, {}).enter()
        said, site = clean_site(world)
        assert said.exit == 0, said.err
        made.append(State(files, site))
    return made[1], made[0]


def whole(old: Site, new: Site, found: Site) -> str | None:
    """None where each page is whole, the old or the new one, and none that both have is missing."""
    for name, data in found.items():
        if name.rsplit("/", 1)[-1].startswith("."):
            continue
        if name not in old and name not in new and not any(n.startswith(name) for n in (*old, *new)):
            return f"{name} is of neither site"
        if data not in (old.get(name), new.get(name)):
            return difference({name: new.get(name, old.get(name, b""))}, {name: data}, ("a whole page", "found"))
    missing = sorted(name for name in old.keys() & new.keys() if name not in found and not name.startswith(OURS))
    return f"missing: {missing[:5]}" if missing else None


def moments(world: World, seconds: float, dice: Random, turn: int) -> Iterator[None]:
    """Wait until it is time to kill: at any moment of the build, or soon after the first page was written."""
    end = time.monotonic() + dice.uniform(0, seconds)
    if turn % 2:
        before, late = _look(world.site), time.monotonic() + seconds
        while _look(world.site) == before and time.monotonic() < late:
            yield
        end = time.monotonic() + dice.uniform(0, 0.03)
    while time.monotonic() < end:
        yield


def _look(site: Path) -> list[tuple[int, int]]:
    pages = (site, site / "index.html", site / "people" / "index.html", site / "404.html")
    return [(page.stat().st_ino, page.stat().st_mtime_ns) for page in pages if page.exists()]


def around(world: World) -> set[str]:
    """What lies in the vault beside the site, whose folder netfiles may use as it likes."""
    return {path.name for path in world.vault.iterdir()} - {"site"}


def killed(world: World, kills: int, seed: int) -> None:
    dice, both = Random(seed), states(world)
    there = around(world) | {".cache"}
    started = time.monotonic()
    assert world.build().exit == 0
    seconds = time.monotonic() - started
    for turn in range(kills):
        cold, state = turn % 4 >= 2, both[(turn + 1) % 2]
        if cold:
            shutil.rmtree(world.site)
            shutil.rmtree(world.cache, ignore_errors=True)
        old: Site = {} if cold else of_readers(world.site)
        state.enter()
        running = world.begin("build")
        for _ in moments(world, seconds, dice, turn):
            time.sleep(0.001)
        running.kill()
        if fault := whole(old, state.site, of_readers(world.site)):
            raise AssertionError(f"seed {seed}, kill {turn}, {'cold' if cold else 'incremental'}: {fault}")
        said = world.build()
        assert said.exit == 0, (seed, turn, said.err)
        fault = difference(state.site, of_readers(world.site), ("clean", "after the kill"))
        assert not fault, (seed, turn, fault)
    assert around(world) <= there


def test_a_build_killed_at_any_moment_leaves_whole_pages_and_the_next_one_is_right(world: World):
    killed(world, 3, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_builds_killed_two_hundred_times_leave_whole_pages(tmp_path: Path, seed: int):
    killed(new_world(tmp_path, seed), 50, seed)
    figure("A killed build leaves whole pages", "50 builds ended by SIGKILL, the next one equals a clean one")
