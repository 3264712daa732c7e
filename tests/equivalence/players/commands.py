"""Who uses netfiles and MkDocs between two builds, with the same cache."""

import shutil
from pathlib import Path
from random import Random

from tests.equivalence.commands import start
from tests.equivalence.world import World, tree_set_aside

READING = (
    ("queue",),
    ("queue", "--json"),
    ("today",),
    ("today", "--json"),
    ("find", "a"),
    ("find", "acme", "--json"),
    ("show", "Ada"),
    ("show", "Dee", "--json"),
    ("check",),
    ("check", "--json"),
    ("stats",),
    ("stats", "--json"),
    ("report", "review", "--json"),
    ("report", "log", "--csv"),
    ("brief", "Ada"),
)


def command(world: World, dice: Random) -> str:
    """A command that reads."""
    words = dice.choice(READING)
    said = world.run(*words)
    assert said.exit in (0, 1), said.err
    return f"netfiles {' '.join(words)}"


def stock(world: World, dice: Random) -> str:
    """A stock `mkdocs build` to somewhere else; it may fail where the configuration is broken."""
    site = world.fresh("by-stock")
    words = ["build", "-q", "-f", str(world.vault / "mkdocs.yml"), "-d", str(site)]
    with tree_set_aside(world.vault):
        said = start("mkdocs", words, world.variables(), world.fresh("said"), world.prepare).wait()
    shutil.rmtree(site, ignore_errors=True)
    return f"mkdocs build ends with {said.exit}"


def elsewhere(world: World, dice: Random) -> str:
    """A build into a second folder, or of the tree alone."""
    words = dice.choice((("--site", str(world.home / "second-site")), ("--tree",)))
    return f"netfiles build {words[0]} ends with {world.build(*words).exit}"


def vault_moved(world: World, dice: Random) -> str:
    """The vault's folder under another name, or a copy of it that takes its place."""
    to = world.vault.with_name(f"vault-{dice.randrange(3)}")
    if to == world.vault:
        return "the vault stays"
    if to.exists():
        aside = world.fresh("aside")
        to.rename(aside)
        shutil.rmtree(aside)
    if dice.random() < 0.5:
        world.vault.rename(to)
        told = "moved"
    else:
        shutil.copytree(world.vault, to, symlinks=True, ignore=_pipes)
        told = "copied"
    world.vault = to
    return f"the vault is {told} to {to.name}"


def _pipes(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder, name).is_fifo()]
