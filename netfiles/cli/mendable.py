"""Which files can be mended, of those in which something is wrong."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netfiles.changes.fix import Mended
    from netfiles.model.options import Folders
    from netfiles.problems import Problem


def mendable(vault: Path, folders: "Folders", problems: "Iterable[Problem]") -> "list[Mended]":
    """How each of these files is mended, as far as that is sure."""
    from netfiles.changes.fix import MENDS, mended
    from netfiles.vault.prepare import kind_of
    from netfiles.vault.read import Source, read_source

    found = []
    for path in dict.fromkeys(problem.place.file for problem in problems if problem.code in MENDS):
        kind, source = kind_of(folders, path), read_source(vault, path)
        if kind and isinstance(source, Source) and (one := mended(kind, path, source.text, source.checksum)):
            found.append(one)
    return found
