"""Who touches the site folder between two builds."""

import os
import shutil
from pathlib import Path
from random import Random

from tests.equivalence.world import World

SIGN = ("assets", "netfiles-day.js")
"""By this file a folder is known to be a site of ours; one without it may be the owner's, and is left alone."""


def tamper(world: World, dice: Random) -> str:
    """A page deleted, edited, truncated or replaced, or something there that is not ours."""
    page = _some(world, dice)
    if page is None:
        return "no site"
    what, do = dice.choice(_WAYS)
    do(page, dice)
    return f"site: {page.relative_to(world.site)}: {what}"


def same_size_and_time(world: World, dice: Random) -> str:
    """One letter of a file is another; its size and time are as before."""
    page = _some(world, dice)
    if page is None:
        return "no site"
    before = page.stat()
    _letter(page, dice)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"site: {page.relative_to(world.site)}: one letter is another, its size and time as before"


def _some(world: World, dice: Random) -> Path | None:
    """A file of the site, most often a page."""
    files = sorted(p for p in world.site.rglob("*") if p.is_file() and not p.is_symlink() and p.parent.name != SIGN[0])
    pages = [p for p in files if p.suffix == ".html"]
    return dice.choice(pages if pages and dice.random() < 0.7 else files) if files else None


def _delete(page: Path, dice: Random) -> None:
    page.unlink()


def _edit(page: Path, dice: Random) -> None:
    page.write_bytes(page.read_bytes() + b"<!-- edited -->")


def _truncate(page: Path, dice: Random) -> None:
    page.write_bytes(page.read_bytes()[: dice.choice((0, 10, page.stat().st_size // 2))])


def _letter(page: Path, dice: Random) -> None:
    data = bytearray(page.read_bytes())
    if data:
        data[dice.randrange(len(data))] ^= 1
    page.write_bytes(data)


def _touch(page: Path, dice: Random) -> None:
    os.utime(page, (0, 0))


def _stray(page: Path, dice: Random) -> None:
    page.with_name(f"stray-{dice.randrange(9)}.html").write_text("mine", "utf-8")


def _stray_folder(page: Path, dice: Random) -> None:
    stray = page.with_name("stray folder")
    stray.mkdir(exist_ok=True)
    (stray / "index.html").write_text("mine", "utf-8")


def _folder(page: Path, dice: Random) -> None:
    page.unlink()
    page.mkdir()


def _lose_folder(page: Path, dice: Random) -> None:
    shutil.rmtree(page.parent) if not (page.parent / SIGN[0]).exists() else page.unlink()


def _swap(page: Path, dice: Random) -> None:
    others = sorted(p for p in page.parent.rglob("*.html") if p != page)
    if others:
        other = dice.choice(others)
        one, two = page.read_bytes(), other.read_bytes()
        page.write_bytes(two)
        other.write_bytes(one)


_WAYS = (
    ("deleted", _delete),
    ("edited", _edit),
    ("truncated", _truncate),
    ("one letter is another", _letter),
    ("touched", _touch),
    ("a stray file beside it", _stray),
    ("a stray folder beside it", _stray_folder),
    ("a folder in its place", _folder),
    ("its folder deleted", _lose_folder),
    ("swapped with another page", _swap),
)


def gone(world: World, dice: Random) -> str:
    """The whole site deleted, or emptied."""
    shutil.rmtree(world.site, ignore_errors=True)
    if dice.random() < 0.3:
        world.site.mkdir()
    return "the site folder is gone"
