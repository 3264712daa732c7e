"""The vault's own templates, for new files and for letters; what it lacks comes with netfiles."""

import os
from importlib.resources import files as package_files
from pathlib import Path

from netfiles.errors import CannotMake
from netfiles.problems import Problem
from netfiles.vault.read import read_source
from netfiles.vault.walk import inside

FOLDER = "templates"
LETTERS = f"{FOLDER}/letters"


def template(vault: Path, name: str) -> tuple[str, str]:
    """Path and text of the template for a new file. Raises CannotMake where the vault's own cannot be read."""
    path = f"{FOLDER}/{name}.md"
    own = _own(vault, path)
    if own is not None:
        return path, own
    text = (package_files("netfiles.vault") / "skeleton" / FOLDER / f"{name}.md").read_text(encoding="utf-8")
    return f"netfiles' own {name}.md", text


def letters(vault: Path) -> dict[str, str]:
    """The texts of the vault's own letters by their path, such as `templates/letters/thanks.md`. Raises CannotMake."""
    try:
        names = sorted(os.listdir(vault / LETTERS))  # noqa: PTH208  # names only
    except OSError:
        return {}
    paths = [f"{LETTERS}/{name}" for name in names if name.endswith(".md") and not name.startswith(".")]
    return {path: text for path in paths if (text := _own(vault, path)) is not None}


def our_letters() -> dict[str, str]:
    """The texts of the letters that come with netfiles, by file name."""
    folder = package_files("netfiles.drafts") / "letters"
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".md")}


def _own(vault: Path, path: str) -> str | None:
    """The text of a file of the vault; None where there is none."""
    if not os.path.lexists(vault / path):
        return None
    if not inside(vault, vault / path):
        raise CannotMake("it leads out of the vault", "Put the template itself there.", path)
    source = read_source(vault, path)
    if isinstance(source, Problem):
        raise CannotMake(source.message, source.advice, path)
    return source.text if source else None
