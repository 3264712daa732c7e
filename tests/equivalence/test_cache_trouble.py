"""A cache that cannot be kept costs time and one line, never the site."""

import os
import pwd
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest

from tests.equivalence.comparing import difference, of_readers
from tests.equivalence.limits import NO_MOUNT, as_anybody, no_long_files, own_disk, unknown_user
from tests.equivalence.players.caches import damaged, files
from tests.equivalence.players.commands import READING
from tests.equivalence.world import World, build_and_compare, clean_site, new_world
from tests.sampling import in_soak
from tests.soak_report import figure

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and limits of Unix")


def read_only(world: World) -> None:
    world.cache.mkdir()
    world.cache.chmod(0o500)


def a_file(world: World) -> None:
    world.cache.write_text("not a folder", "utf-8")


def a_file_in_it(world: World) -> None:
    world.cache.mkdir()
    (world.cache / "netfiles").write_text("not a folder", "utf-8")


def nowhere(world: World) -> None:
    world.environment["XDG_CACHE_HOME"] = "/dev/null/cache"


def relative(world: World) -> None:
    """The specification says that a relative path is to be ignored."""
    world.environment["XDG_CACHE_HOME"] = "cache"


def empty(world: World) -> None:
    world.environment |= {"XDG_CACHE_HOME": "", "HOME": str(world.home)}


def off(world: World) -> None:
    world.environment["NETFILES_CACHE"] = "off"


@pytest.mark.parametrize("trouble", [a_file, *in_soak([off, read_only, a_file_in_it, nowhere, relative, empty])])
def test_a_cache_that_cannot_be_kept_costs_one_line_and_never_the_site(
    world: World, edited: Callable[[str], None], trouble: Callable[[World], None]
):
    _, clean = clean_site(world)
    trouble(world)
    for _ in range(2):
        said = world.build()
        assert said.exit == 0, said.err
        assert len(said.err.splitlines()) <= 1, said.err
        assert difference(clean, of_readers(world.site), ("clean", "site")) is None
    edited("One more sentence.")
    assert world.build().exit == 0
    read = world.run("queue")
    assert read.exit == 0, read.err
    assert len(read.err.splitlines()) <= 1, read.err
    world.environment.clear()
    _, clean = clean_site(world)
    assert difference(clean, of_readers(world.site), ("clean", "site")) is None
    assert not (world.vault / "cache").exists()


@pytest.mark.soak
def test_a_cache_that_becomes_read_only_is_still_right(world: World, edited: Callable[[str], None]):
    assert world.build().exit == 0
    for path in (*files(world), *{path.parent for path in files(world)}):
        path.chmod(0o500)
    edited("One more sentence.")
    build_and_compare(world)
    edited("And another.")
    build_and_compare(world)


@pytest.mark.parametrize("size", [65_536, *in_soak([4_096])])
def test_a_full_disk_under_the_cache_costs_one_line(world: World, size: int):
    _, clean = clean_site(world)
    world.cache.mkdir()
    world.prepare = partial(own_disk, world.cache, size)
    said = world.build()
    if said.exit == NO_MOUNT:
        pytest.skip("this machine lets nobody mount a disk of their own")
    assert said.exit == 0, said.err
    assert len(said.err.splitlines()) <= 1, said.err
    assert difference(clean, of_readers(world.site), ("clean", "site")) is None


@pytest.mark.soak
def test_files_that_may_not_grow_cost_the_cache_and_not_the_site(world: World, edited: Callable[[str], None]):
    """The site is there already; the pages that change are shorter than the cache of the whole vault."""
    assert world.build().exit == 0
    shutil.rmtree(world.cache, ignore_errors=True)
    longest = max(path.stat().st_size for path in world.site.rglob("*") if path.is_file())
    edited("One more sentence.")
    world.prepare = partial(no_long_files, longest + 1_000)
    said = world.build()
    assert said.exit == 0, said.err
    assert len(said.err.splitlines()) <= 1, said.err
    world.prepare = as_anybody
    build_and_compare(world)


@pytest.mark.soak
def test_somebody_without_a_home_can_build():
    """HOME is not set, and where we are root the system does not know the user either."""
    home = Path(mkdtemp())
    try:
        world = new_world(home)
        _, clean = clean_site(world)
        if not os.geteuid():
            stranger = next(number for number in range(54_321, 60_000) if not known(number))
            for path in (home, *home.rglob("*")):
                os.chown(path, stranger, stranger)
            world.prepare = partial(unknown_user, stranger)
        world.environment |= {"HOME": None, "XDG_CACHE_HOME": None}
        for _ in range(2):
            said = world.build()
            assert said.exit == 0, said.err
            assert len(said.err.splitlines()) <= 1, said.err
        assert difference(clean, of_readers(world.site), ("clean", "site")) is None
    finally:
        shutil.rmtree(home)


def known(number: int) -> bool:
    try:
        return bool(pwd.getpwuid(number))
    except KeyError:
        return False


@pytest.mark.parametrize("damage", ["bytes", *in_soak(["cut", "deleted", "emptied", "rubbish", "longer", "folder"])])
def test_a_damaged_cache_changes_nothing(world: World, edited: Callable[[str], None], damage: str):
    assert world.build().exit == 0
    for seed, path in enumerate(files(world)):
        damaged(path, damage, Random(seed))
    edited("One more sentence.")
    said = world.run("queue")
    assert said.exit == 0, said.err
    assert len(said.err.splitlines()) <= 1, said.err
    build_and_compare(world)


@pytest.mark.soak
def test_a_cache_with_any_bytes_in_it_changes_nothing(tmp_path: Path):
    world, dice = new_world(tmp_path), Random(1)
    assert world.build().exit == 0
    whole = world.home / "whole"
    if not world.cache.exists():
        pytest.skip("nothing is kept")
    shutil.copytree(world.cache, whole)
    cold = [world.run(*words, cache=world.fresh("cold"))[::2] for words in READING]
    for _ in range(150):
        shutil.rmtree(world.cache)
        shutil.copytree(whole, world.cache)
        damaged(dice.choice(files(world)), "bytes", dice)
        words = dice.choice(READING)
        assert world.run(*words)[::2] == cold[READING.index(words)]
    figure("A damaged cache changes nothing", "150 caches with random bytes in them: every answer as from a cold start")
