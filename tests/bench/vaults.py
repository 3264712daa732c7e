"""The made-up vaults that are measured: the same files on every computer."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from netfiles.vault.create import skeleton

HERE = Path(__file__).resolve().parents[2]
FOLDER = HERE / ".bench"
SIZES = {"S": (1_000, 5_000), "L": (10_000, 50_000)}
TODAY = "2026-11-19"


def vault(size: str) -> Path:
    """The vault of a size, made where it is not there yet, with the mkdocs.yml that `init` writes."""
    folder = FOLDER / size
    people, entries = map(str, SIZES[size])
    if not folder.is_dir():
        command = ("--today", TODAY, "-q", "example", str(folder), "--people", people, "--entries", entries)
        subprocess.run([sys.executable, "-m", "netfiles", *command], check=True)
    (folder / "mkdocs.yml").write_bytes(skeleton()["mkdocs.yml"])
    return folder


def cache(size: str) -> Path:
    return FOLDER / f"cache-{size}"


def environment(size: str) -> dict[str, str]:
    """What the measured processes run in: their own cache, and the day of the vault."""
    own = {"NO_MKDOCS_2_WARNING": "1", "NETFILES_TODAY": TODAY, "XDG_CACHE_HOME": str(cache(size))}
    return os.environ | own


def forget(*folders: Path) -> None:
    """Remove what earlier builds left."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def an_entry(folder: Path) -> Path:
    """An entry with people, from the middle of the journal."""
    entries = sorted(path for path in (folder / "journal").rglob("*.md") if "\nwith:" in path.read_text("utf-8"))
    return entries[len(entries) // 2]
