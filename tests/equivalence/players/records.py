"""What people write: new notes, fields, bodies, and files for those who had none."""

import re
from pathlib import Path
from random import Random

from netfiles.model import Kind
from tests.equivalence import notes
from tests.equivalence.fields import FIELDS
from tests.equivalence.players.places import FOLDERS, chosen, kind_of, place, read, records, said
from tests.equivalence.players.saving import save
from tests.equivalence.vocabulary import STEMS, vocabulary
from tests.equivalence.world import World


def new(world: World, dice: Random) -> str:
    """A new note of any kind, under a name that may mean something already."""
    kind: Kind = dice.choice(list(FOLDERS))
    words = vocabulary(world.vault, world.day)
    stem = dice.choice(STEMS)
    if kind == "interaction":
        stem = f"{words.near(dice)} {dice.choice(('Call with', 'Coffee with'))} {stem}"
    path = place(world, kind, stem)
    return _write(path, kind, world, dice)


def _write(path: Path, kind: Kind, world: World, dice: Random, text: str = "") -> str:
    save(path, text or notes.note(kind, dice, vocabulary(world.vault, world.day)), dice)
    return f"new {kind} {said(world, path)}"


def field(world: World, dice: Random) -> str:
    """A field written, or written anew."""
    path = chosen(world, dice)
    return "no record" if path is None else write_field(world, path, dice.choice(sorted(FIELDS[kind_of(path)])), dice)


def write_field(world: World, path: Path, name: str, dice: Random) -> str:
    value = FIELDS[kind_of(path)][name](dice, vocabulary(world.vault, world.day))
    save(path, notes.with_field(read(path), name, value), dice)
    return f"{said(world, path)} {name}: {value}"


def unfield(world: World, dice: Random) -> str:
    """A field removed."""
    path = chosen(world, dice)
    written = re.findall(r"^(\w+):", read(path), re.MULTILINE) if path else []
    if path is None or not written:
        return "no field"
    name = dice.choice(written)
    save(path, notes.with_field(read(path), name, None), dice)
    return f"{said(world, path)} without {name}"


def body(world: World, dice: Random) -> str:
    """Something said more, less or otherwise in a body."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    text = notes.with_body(read(path), dice, vocabulary(world.vault, world.day))
    save(path, text, dice)
    return f"{said(world, path)} body: …{text[-60:]!r}"


def person_for_name(world: World, dice: Random) -> str:
    """A file for somebody who was only named so far."""
    return _file_for(world, dice, "person", r"^(?:introduced|knows|with|introduced_by):(?:.*\n(?:[ \t].*\n)*)")


def file_for_company(world: World, dice: Random) -> str:
    """A file for a company that only people's files named so far."""
    return _file_for(world, dice, "company", r"^(?:company|past_companies|companies):(?:.*\n(?:[ \t].*\n)*)")


def _file_for(world: World, dice: Random, kind: Kind, pattern: str) -> str:
    written = "".join("".join(re.findall(pattern, read(path), re.MULTILINE)) for path in records(world))
    named = sorted({n.strip() for n in re.findall(r"[\"\[: -]+([^\W\d][^\"\[\]|#(:\n]+)", written) if n.strip()})
    missing = [name for name in named if "/" not in name and not place(world, kind, name).exists()]
    if not missing:
        return "everybody has a file"
    return _write(place(world, kind, dice.choice(missing)), kind, world, dice)


def followed_rename(world: World, dice: Random) -> str:
    """A file renamed as Obsidian does it: every link to it is written anew, in as many files as it takes."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    to = path.with_name(f"{dice.choice(STEMS)} {dice.randrange(9)}.md")
    path.rename(to)
    followed = 0
    for other in records(world):
        text = read(other)
        if f"[[{path.stem}" in text:
            save(other, text.replace(f"[[{path.stem}", f"[[{to.stem}"), dice)
            followed += 1
    return f"{said(world, path)} renamed to {to.name}, with links in {followed} files"
