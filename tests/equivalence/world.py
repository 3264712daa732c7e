"""A vault with its site, its cache and a day, and what one can ask of the command line there."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from netfiles.example import Size, make
from netfiles.vault.create import create, skeleton
from tests.equivalence.commands import Preparation, Running, Said, run_alone, start
from tests.equivalence.comparing import OURS, difference, of_readers
from tests.equivalence.limits import as_anybody

TODAY = date(2026, 11, 19)
TREE = ".netfiles"


class Unequal(AssertionError):
    """What was built step by step is not what a clean build gives."""


@dataclass
class World:
    """Where everything is; players change `day`, and `vault` when they move it."""

    home: Path
    vault: Path
    day: date = TODAY
    alone: bool = False  # each command in a new interpreter
    loud: bool = False  # without -q
    environment: dict[str, str | None] = field(default_factory=dict)
    prepare: Preparation = as_anybody
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def site(self) -> Path:
        return self.vault / "site"

    @property
    def cache(self) -> Path:
        return self.home / "cache"

    def fresh(self, name: str) -> Path:
        """A path at which there is nothing yet."""
        return self.home / f"{name}-{next(self._numbers)}"

    def variables(self, cache: Path | None = None) -> dict[str, str]:
        """The environment of a command, as the world's own `environment` has it, where None takes a variable away."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        python = {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "NO_MKDOCS_2_WARNING": "1"}
        ours = {"HOME": str(self.home), "XDG_CACHE_HOME": str(cache or self.cache)}
        asked = kept | python | ours | {"NETFILES_TODAY": self.day.isoformat()} | self.environment
        return {name: value for name, value in asked.items() if value is not None}

    def begin(self, *words: str, cache: Path | None = None) -> Running:
        """Start `netfiles WORDS` and go on."""
        return start("netfiles", self._told(words), self.variables(cache), self.fresh("said"), self.prepare)

    def run(self, *words: str, cache: Path | None = None, alone: bool | None = None) -> Said:
        """`netfiles WORDS`, to its end."""
        if self.alone if alone is None else alone:
            return run_alone("netfiles", self._told(words), self.variables(cache))
        return self.begin(*words, cache=cache).wait()

    def _told(self, words: tuple[str, ...]) -> list[str]:
        quiet = [] if self.loud else ["-q"]
        return ["-C", str(self.vault), "--today", self.day.isoformat(), *quiet, *words]

    def build(self, *words: str) -> Said:
        """`netfiles build`, cache and site kept."""
        return self.run("build", *words)


def new_world(home: Path, seed: int = 1, people: int = 12, entries: int = 30) -> World:
    """A made-up vault with the configuration that `init` writes, at TODAY."""
    world = World(home, home / "vault")
    for path, content in (*make(Size(people, entries, seed), TODAY), *skeleton().items()):
        create(world.vault, path, content)
    return world


@contextmanager
def tree_set_aside(vault: Path) -> Iterator[None]:
    """The tree is another's while it is away: nobody leans on what was printed before."""
    tree, aside = vault / TREE, Path(mkdtemp(dir=vault.parent)) / TREE
    if tree.exists():
        tree.rename(aside)
    create(vault, f"{TREE}/tree/.gitignore", skeleton()[f"{TREE}/tree/.gitignore"])
    try:
        yield
    finally:
        shutil.rmtree(tree)
        if aside.exists():
            aside.rename(tree)
        aside.parent.rmdir()


def clean_site(world: World, alone: bool | None = None) -> tuple[Said, dict[str, bytes]]:
    """What a clean build gives now: nothing of the cache, the site or the tree is there."""
    site, cache = world.fresh("clean"), world.fresh("no-cache")
    with tree_set_aside(world.vault):
        said = world.run("build", "--clean", "--site", str(site), cache=cache, alone=alone)
    found = of_readers(site)
    for folder in (site, cache):
        shutil.rmtree(folder, ignore_errors=True)
    return said, found


def same_as_clean(vault: Path, today: date, site: Path) -> str | None:
    """None where `site` holds what a clean build of `vault` as of `today` gives, else the first difference."""
    home = Path(mkdtemp())
    try:
        said, clean = clean_site(World(home, vault, today))
        assert said.exit == 0, said.err
        return difference(clean, of_readers(site), ("clean", "site"))
    finally:
        shutil.rmtree(home)


def stock_site(world: World) -> dict[str, bytes]:
    """What a stock `mkdocs build` gives, its tree printed from nothing."""
    site, cache = world.fresh("stock"), world.fresh("no-cache")
    words = ["build", "-q", "-f", str(world.vault / "mkdocs.yml"), "-d", str(site)]
    with tree_set_aside(world.vault):
        said = start("mkdocs", words, world.variables(cache), world.fresh("said"), world.prepare).wait()
    assert said.exit == 0, said.err
    found = of_readers(site)
    shutil.rmtree(site)
    return found


def build_and_compare(world: World) -> str:
    """An incremental build, which must end as a clean one does and leave the same site; in words what it did."""
    before = of_readers(world.site)
    said = world.build()
    clean_said, clean = clean_site(world)
    if said.exit != clean_said.exit:
        ends = f"the build ends with {said.exit}, a clean one with {clean_said.exit}"
        raise Unequal(f"{ends}\n{said.err}{clean_said.err}")
    if said.exit:
        unequal = difference(before, of_readers(world.site), ("the last good site", "the site now"))
    else:
        unequal = difference(clean, of_readers(world.site), ("clean", "incremental"))
    if unequal:
        raise Unequal(unequal)
    return said.last_line if said.exit == 0 else f"no site: {said.err.strip()[:200]}"


def compare_with_stock(world: World, stock: dict[str, bytes] | None = None) -> None:
    """The site as it is now against stock MkDocs, which knows nothing of what the printer keeps for itself."""
    ours = {name: data for name, data in of_readers(world.site).items() if not name.startswith(OURS)}
    if unequal := difference(stock or stock_site(world), ours, ("stock mkdocs", "netfiles")):
        raise Unequal(unequal)
