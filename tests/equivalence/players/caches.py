"""Who touches the cache: disks, sync programs, tidy people, other versions."""

import shutil
from pathlib import Path
from random import Random

from tests.equivalence.world import World


def files(world: World) -> list[Path]:
    return sorted(path for path in world.cache.rglob("*") if path.is_file())


DAMAGES = ("bytes", "bytes", "cut", "emptied", "deleted", "rubbish", "longer", "folder")


def tamper(world: World, dice: Random) -> str:
    """A file of the cache with other bytes in it, cut off, emptied, deleted, or rubbish."""
    there = files(world)
    if not there:
        return "no cache"
    path, what = dice.choice(there), dice.choice(DAMAGES)
    damaged(path, what, dice)
    return f"cache: {path.name}: {what}"


def damaged(path: Path, what: str, dice: Random) -> None:
    data = path.read_bytes()
    at, length = dice.randrange(len(data) + 1), dice.choice((1, 16, 400))
    match what:
        case "bytes":
            path.write_bytes(data[:at] + dice.randbytes(len(data[at : at + length])) + data[at + length :])
        case "cut":
            path.write_bytes(data[:at])
        case "emptied":
            path.write_bytes(b"")
        case "rubbish":
            path.write_bytes(dice.randbytes(5_000))
        case "longer":
            path.write_bytes(data + dice.randbytes(100))
        case _:
            path.unlink()
    if what == "folder":
        path.mkdir()


def gone(world: World, dice: Random) -> str:
    """The cache folder deleted, in the middle of a year's work."""
    shutil.rmtree(world.cache, ignore_errors=True)
    return "the cache is gone"


def as_it_was(world: World, dice: Random) -> str:
    """The cache kept for later, or put back as it was long ago."""
    kept = world.home / "cache-before"
    if kept.exists() and dice.random() < 0.7:
        shutil.rmtree(world.cache, ignore_errors=True)
        kept.rename(world.cache)
        return "the cache is as it was some steps ago"
    if world.cache.exists():
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(world.cache, kept)
    return "the cache is kept"
