"""What happens to whole files: renamed, moved, deleted, broken, mended, copied, swapped."""

import os
import shutil
from pathlib import Path
from random import Random

from tests.equivalence import notes
from tests.equivalence.players.places import FOLDERS, chosen, folder_of, place, read, records, said, stash
from tests.equivalence.players.saving import save, save_bytes
from tests.equivalence.vocabulary import STEMS, vocabulary
from tests.equivalence.world import World


def rename(world: World, dice: Random) -> str:
    """A file under another name, and nobody's links follow; over one that is there as it may be."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    stem = dice.choice((dice.choice(STEMS), path.stem.swapcase(), f"{path.stem}.", f"{path.stem} 2", path.stem[:3]))
    to = path.with_name(f"{stem.replace('/', '-') or 'x'}.md")
    path.rename(to)
    return f"{said(world, path)} renamed to {to.name}"


def move(world: World, dice: Random) -> str:
    """A file in another folder of its kind."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    to = (path.parent / dice.choice((".", "..", "2027", "Archive/old"))).resolve() / path.name
    if world.vault not in to.parents:
        return "nowhere to go"
    to.parent.mkdir(parents=True, exist_ok=True)
    path.replace(to)
    return f"{said(world, path)} moved to {said(world, to)}"


def turn_into(world: World, dice: Random) -> str:
    """A file put among those of another kind."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    to = place(world, dice.choice(list(FOLDERS)), path.stem)
    to.parent.mkdir(parents=True, exist_ok=True)
    path.replace(to)
    return f"{said(world, path)} is {said(world, to)} now"


def delete(world: World, dice: Random) -> str:
    path = chosen(world, dice)
    if path is None:
        return "no record"
    stash(world, path)
    path.unlink()
    return f"{said(world, path)} deleted"


def restore(world: World, dice: Random) -> str:
    """A file that was deleted or broken comes back as it was, with its old time."""
    kept = sorted(path for path in (world.home / "stash").rglob("*") if path.is_file())
    if not kept:
        return "nothing to restore"
    source = dice.choice(kept)
    to = world.vault / source.relative_to(world.home / "stash")
    to.parent.mkdir(parents=True, exist_ok=True)
    if to.is_dir() and not any(to.iterdir()):
        to.rmdir()
    elif to.is_symlink() or to.is_fifo():
        to.unlink()
    if not to.is_dir():
        shutil.copy2(source, to)
    return f"{said(world, to)} restored"


_BROKEN = (
    b"",
    b"---\nname: [unclosed\n---\n",
    b"---\nname: x\nname: y\n---\n",
    b"---\nnever: closed\n",
    b"no front matter, [[Ada]]\n",
    b"---\nname: \xff\xfe\n---\n",
    b"\0\0\0\0",
    b"---\nname: {{title}}\n---\n",
    b"---\n- a\n- b\n---\n",
    b"---\nname: &a x\nprivate: yes\n---\n",
    b"---\nname: ''\ntitle: a\n---\n",
    b"---\n? [a]\n: b\n---\n",
    b"---\nown: " + b"[" * 30 + b"]" * 30 + b"\n---\n",
    b"---\ntags: {a: b}\n---\n",
    b"---\ntitle: a\n---\n---\ntitle: b\n---\n",
    b"---\ntitle: a\n---\n<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n",
    b"---\nPrivat: no\nphoto: ../secret.png\nmet_on: 1066-10-14\nheard_on: 1066-10-14\n---\n",
    b"---\nphoto: https://x.example/a.png\ndate: 1066-10-14\nlogo: x\n---\n[[../../etc/passwd]] [[/etc/passwd]]\n",
    b"---\ntitle: long\n---\n" + b"[[Ada]] " * 70_000,
    b"---\nmade: " + b"up " * 90_000 + b"\n---\n",
    b"---\n---\n" + b"x" * (5 * 1024 * 1024),
    (
        b"---\nemial: a@x.example\nuid: twice\nstage: [applied, offer]\nask_status: granted\nthanks_for: '[[Ada]]'\n"
        b"links: ftp://x.example\nlocation: Springfield\n---\n"
    ),
    (
        b"---\nquery: tag:nobody\ncolumns: [nonsense]\nsort: nonsense\naudience: tag:nobody\n"
        b"date: 2026-11-01\nuid: twice\nstage: interviewing\n---\n"
    ),
    b"\xef\xbb\xbf---\r\ntitle: with a mark\r\n---\r\nand the ends of Windows\r\n",
)


def break_(world: World, dice: Random) -> str:
    """A file that cannot be read as a record; its text is kept for whoever mends it."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    stash(world, path)
    data = dice.choice((*_BROKEN, path.read_bytes()[: path.stat().st_size // 2]))
    save_bytes(path, data, dice)
    return f"{said(world, path)} broken: {data[:60]!r} ({len(data)} bytes)"


def copy(world: World, dice: Random) -> str:
    """A second file like the first: by hand, by a sync program, or with another's uid."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    end = dice.choice((" 2", " (1)", " copy", ".sync-conflict-20261119-101010-ABCDEFG", " (conflicted copy)"))
    to = path.with_name(f"{path.stem}{end}.md")
    shutil.copy2(path, to)
    return f"{said(world, path)} copied to {to.name}"


def swap(world: World, dice: Random) -> str:
    """Two files change names; sizes and times may be equal."""
    one, two = chosen(world, dice), chosen(world, dice)
    if one is None or two is None or one == two:
        return "nothing to swap"
    aside = world.vault / ".swap"
    one.rename(aside)
    two.rename(one)
    aside.rename(two)
    return f"{said(world, one)} and {said(world, two)} swapped"


def move_folder(world: World, dice: Random) -> str:
    """A folder of notes under another name, or away and later back."""
    aside = sorted((world.home / "folders").glob("*"))
    if aside and dice.random() < 0.6:
        kind = aside[0].name
        to = folder_of(world, kind)  # type: ignore[arg-type]
        if not to.exists():
            aside[0].rename(to)
            return f"{said(world, to)}/ is back"
    kind = dice.choice([kind for kind in FOLDERS if kind not in ("profile", "person", "interaction")])
    folder = folder_of(world, kind)
    if not folder.is_dir() or (world.home / "folders" / kind).exists():
        return "no folder to move"
    (world.home / "folders").mkdir(exist_ok=True)
    folder.rename(world.home / "folders" / kind)
    return f"{said(world, folder)}/ taken away"


def odd(world: World, dice: Random) -> str:
    """Something that is no file of the owner's, under the name of one; what was there before is gone."""
    path = chosen(world, dice)
    if path is None:
        return "no record"
    stash(world, path)
    what, do = dice.choice(_ODD)
    do(path)
    return f"{said(world, path)}: {what}"


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("not there.md")


def _outward(path: Path) -> None:
    """To a file beside the vault, which is there; later players may write through the link."""
    vault = next(folder for folder in path.parents if (folder / "mkdocs.yml").exists())
    outside = vault.parent / "outside.md"
    outside.write_text("# Outside\n", encoding="utf-8")
    path.unlink()
    path.symlink_to(outside)


def _icloud(path: Path) -> None:
    path.rename(path.with_name(f".{path.name}.icloud"))


def _two_cases(path: Path) -> None:
    path.with_name(f"{path.stem.swapcase()}.md").write_bytes(path.read_bytes())


def _control(path: Path) -> None:
    path.rename(path.with_name("bell\a.md"))


def _deep(path: Path) -> None:
    folder = path.parent.joinpath(*"abcdefghijklmnopqrstuvwxyzabcdefg")
    folder.mkdir(parents=True, exist_ok=True)
    path.rename(folder / path.name)


def _vault(path: Path) -> None:
    folder = path.parent / "a vault of its own"
    (folder / "contacts").mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    path.rename(folder / path.name)


_ODD = (
    ("a pipe", _pipe),
    ("a folder", _folder),
    ("a link to nothing", _dangling),
    ("a link out of the vault", _outward),
    ("not downloaded", _icloud),
    ("another beside it that differs in case", _two_cases),
    ("a control character in its name", _control),
    ("deep below", _deep),
    ("in a vault within the vault", _vault),
)


def checkout(world: World, dice: Random) -> str:
    """Many files at once, as when git goes to another branch."""
    words = vocabulary(world.vault, world.day)
    files = dice.sample(records(world), min(len(records(world)), 12))
    for path in files:
        save(path, notes.with_body(read(path), dice, words), dice)
    return f"{len(files)} bodies changed at once"
