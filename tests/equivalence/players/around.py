"""What else changes in a vault: attachments, files that do not count, and the day."""

import os
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.equivalence.players.places import said
from tests.equivalence.players.saving import save, save_bytes
from tests.equivalence.vocabulary import PICTURES
from tests.equivalence.world import World

PICTURE_STARTS = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".pdf": b"%PDF-1.4\n",
    ".gif": b"GIF89a",
    ".jpg": b"\xff\xd8\xff\xe0",
}


def attachment(world: World, dice: Random) -> str:
    """A picture or PDF new, otherwise, of the same size, no picture any more, or under another name."""
    folder = world.vault / "attachments"
    there = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in PICTURE_STARTS)
    path = dice.choice([*there, *(folder / name for name in PICTURES)])
    what = dice.choice(("new", "new", "same size", "no picture", "named"))
    if what == "same size" and path in there:
        before = path.stat()
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([dice.randrange(256)]))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    elif what == "named" and path in there:
        path.rename(path.with_name(f"renamed-{dice.randrange(9)}{path.suffix}"))
    elif what == "no picture":
        save_bytes(path, b"only text", dice)
    else:
        save_bytes(path, PICTURE_STARTS[path.suffix] + dice.randbytes(dice.choice((1, 300))), dice)
    return f"{said(world, path)}: {what}"


def lost_attachment(world: World, dice: Random) -> str:
    there = sorted(p for p in (world.vault / "attachments").rglob("*") if p.is_file())
    if not there:
        return "no attachment"
    path = dice.choice(there)
    path.unlink()
    return f"{said(world, path)} deleted"


def ignored(world: World, dice: Random) -> str:
    """Files that are no records, whatever is in them."""
    name = dice.choice(
        (".DS_Store", "contacts/#Ada.md#", "contacts/.hidden.md", "journal/~x.md", "notes.txt", "inbox.md")
    )
    path: Path = world.vault / name
    save(path, f"---\nname: nobody {dice.random()}\n---\n", dice)
    return f"{name} written"


def day(world: World, dice: Random) -> str:
    """Today moves on, now and then far, now and then back."""
    if dice.random() < 0.1:
        world.day = date(world.day.year, 12, 31)
    else:
        world.day += timedelta(days=dice.choice((1, 1, 1, 2, 7, 7, 30, 61, 365, -1, -10)))
    return f"today is {world.day}"
