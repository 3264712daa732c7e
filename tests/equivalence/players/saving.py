"""The ways of saving a file, and what clocks, times, permissions and links do to it."""

import os
from pathlib import Path
from random import Random

from tests.equivalence import notes
from tests.equivalence.players import places
from tests.equivalence.players.places import chosen, read, said
from tests.equivalence.vocabulary import PEOPLE, vocabulary
from tests.equivalence.world import World

_TIMES = (0, 915_148_800, 1_600_000_000, 2_208_988_800)  # the epoch, 1999, 2020, 2040


def save(path: Path, text: str, dice: Random) -> None:
    save_bytes(path, text.encode("utf-8", "replace"), dice)


def save_bytes(path: Path, data: bytes, dice: Random) -> None:
    """As editors do: in place, beside and moved into place, with the old one as a backup, or removed and made anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        path.chmod(0o600)
    if path.is_fifo():  # nobody reads at its other end
        path.unlink()
    beside = path.with_name(f".{path.name[:60]}.tmp")
    match dice.choice(("place", "place", "beside", "backup", "anew")):
        case "beside":
            beside.write_bytes(data)
            beside.replace(path)
        case "backup" if path.exists():
            path.rename(beside)
            path.write_bytes(data)
            beside.unlink()
        case "anew":
            path.unlink(missing_ok=True)
            path.write_bytes(data)
        case _:
            path.write_bytes(data)


def same_size_and_time(world: World, dice: Random) -> str:
    """One letter changed in place: size, name and time of the file stay as they were."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    before = path.stat()
    data = notes.same_size(path.read_bytes().decode("latin-1"), dice).encode("latin-1")
    if dice.random() < 0.5:
        save_bytes(path, data, dice)
    else:
        with path.open("r+b") as file:
            file.write(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"{said(world, path)}: one letter is another, size and time as before"


def twice(world: World, dice: Random) -> str:
    """Two edits of one file within one tick of the clock, both of one size."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    first = read(path) + f"\nSaid {dice.randrange(10, 99)} times.\n"
    path.write_bytes(first.encode())
    path.write_bytes(notes.same_size(first, dice).encode())
    return f"{said(world, path)} saved twice at once"


def old_time(world: World, dice: Random) -> str:
    """A body edited, and the file's time set to some other year."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    save(path, notes.with_body(read(path), dice, vocabulary(world.vault, world.day)), dice)
    seconds = dice.choice(_TIMES)
    os.utime(path, (seconds, seconds))
    return f"{said(world, path)} edited, its time is {seconds}"


def touch(world: World, dice: Random) -> str:
    """Another time and the same bytes."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    if dice.random() < 0.5:
        path.touch()
    else:
        os.utime(path, (dice.choice(_TIMES), dice.choice(_TIMES)))
    return f"{said(world, path)} touched"


def rewrite(world: World, dice: Random) -> str:
    """The same bytes saved again."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    save_bytes(path, path.read_bytes(), dice)
    return f"{said(world, path)} saved without a change"


def folder_time(world: World, dice: Random) -> str:
    """A file more or less in a folder, whose own time stays as it was."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    before = path.parent.stat()
    if dice.random() < 0.5:
        path.unlink()
        told = f"{said(world, path)} deleted"
    else:
        made = path.with_name(f"{dice.choice(PEOPLE)}.md")
        save_bytes(made, path.read_bytes(), dice)
        told = f"{said(world, made)} made"
    os.utime(path.parent, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"{told}, and the folder's time is as before"


def unreadable(world: World, dice: Random) -> str:
    """A file that may not be read, or one that may be read again."""
    path = dice.choice(places.notes(world) or [world.vault / "mkdocs.yml"])
    closed = bool(path.stat().st_mode & 0o400)
    path.chmod(0o000 if closed else 0o600)
    return f"{said(world, path)} may {'not be read' if closed else 'be read'}"


def link(world: World, dice: Random) -> str:
    """A file that is a link to one elsewhere in the vault, soft or hard."""
    path = chosen(world, dice)
    if path is None or path.is_symlink():
        return "no record, or a link already"
    behind = world.vault / "shared" / path.name
    behind.parent.mkdir(exist_ok=True)
    behind.unlink(missing_ok=True)
    path.chmod(0o600)
    path.replace(behind)
    if dice.random() < 0.5:
        path.symlink_to(os.path.relpath(behind, path.parent))
    else:
        path.hardlink_to(behind)
    return f"{said(world, path)} links to shared/"


def behind_link(world: World, dice: Random) -> str:
    """The file behind a link edited, deleted or made anew."""
    files = sorted((world.vault / "shared").glob("*.md"))
    if not files:
        return "no link"
    path = dice.choice(files)
    if dice.random() < 0.2:
        path.unlink()
        return f"{said(world, path)} deleted"
    save(path, notes.with_body(read(path), dice, vocabulary(world.vault, world.day)), dice)
    return f"{said(world, path)} edited behind its link"
