"""Where the notes of a vault lie, and what kind each of them is."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from random import Random

from netfiles.model import Kind
from tests.equivalence.world import World

FOLDERS: Mapping[Kind, str] = {
    "person": "contacts",
    "interaction": "journal",
    "company": "career/companies",
    "lead": "career/leads",
    "goal": "career/goals",
    "news": "career/news",
    "query": "queries",
    "profile": "career",
}
RENAMED = {"contacts": "people"}  # what the option `folders` may call them


def folder_of(world: World, kind: Kind) -> Path:
    folder = FOLDERS[kind]
    other = world.vault / RENAMED.get(folder, folder)
    return other if other.is_dir() else world.vault / folder


def place(world: World, kind: Kind, stem: str) -> Path:
    name = "profile" if kind == "profile" else stem.replace("/", "-").strip()
    return folder_of(world, kind) / f"{name}.md"


def records(world: World) -> list[Path]:
    """Every note that its owner may read."""
    return [path for path in notes(world) if path.stat().st_mode & 0o400]


def notes(world: World) -> list[Path]:
    """Every note, in an order that is the same wherever the vault lies."""
    tops = {*FOLDERS.values(), *RENAMED.values()} - {"career"}
    found = {path for top in tops for path in (world.vault / top).rglob("*.md") if path.is_file()}
    profile = world.vault / "career" / "profile.md"
    found |= {profile} if profile.is_file() else set()
    return sorted(found, key=lambda path: path.relative_to(world.vault).as_posix())


def kind_of(path: Path) -> Kind:
    parts = set(path.parent.parts)
    if path.name == "profile.md" and path.parent.name == "career":
        return "profile"
    ends: dict[str, Kind] = {folder.rsplit("/", 1)[-1]: kind for kind, folder in FOLDERS.items()} | {"people": "person"}
    return next((kind for end, kind in ends.items() if end in parts and end != "career"), "person")


def chosen(world: World, dice: Random) -> Path | None:
    """Some note: people and entries most often, but the few goals are met as well."""
    kinds: dict[Kind, list[Path]] = {}
    for path in records(world):
        kinds.setdefault(kind_of(path), []).append(path)
    weights = {"person": 4, "interaction": 4, "company": 2}
    return dice.choice(kinds[_weighted(sorted(kinds), weights, dice)]) if kinds else None


def _weighted(kinds: list[Kind], weights: Mapping[str, int], dice: Random) -> Kind:
    return dice.choices(kinds, [weights.get(kind, 1) for kind in kinds])[0]


def read(path: Path) -> str:
    """The text of a note; of one that may not be read, none."""
    try:
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def said(world: World, path: Path) -> str:
    return path.relative_to(world.vault).as_posix()


def stash(world: World, path: Path) -> None:
    """Keep a file as it is, time and all, for whoever restores it."""
    kept = world.home / "stash" / path.relative_to(world.vault)
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, kept)
