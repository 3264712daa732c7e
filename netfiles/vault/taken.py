"""Which names of files are taken in a folder of a vault."""

import os
from collections.abc import Collection
from pathlib import Path

from netfiles.model.options import Folders
from netfiles.model.record import Kind
from netfiles.text.stems import alike, all_alike
from netfiles.vault.area import areas, walk
from netfiles.vault.listing import Ground


def taken(vault: Path, folder: str, day: str = "") -> frozenset[str]:
    """The stems of the files of a folder that begin with a day, or of all, as they are compared."""
    try:
        names = os.listdir(vault / folder)  # noqa: PTH208  # names only
    except OSError:
        return frozenset()
    return frozenset(all_alike([name.removesuffix(".md") for name in names if name.startswith(day)]))


def called(vault: Path, folders: Folders, kinds: Collection[Kind], stem: str) -> list[str]:
    """The paths of files of some kinds that bear a name, whether they can be read or not."""
    ground, key = Ground(vault, names=True), alike(stem)
    found = (walk(ground, area, None).paths for area in areas(folders) if area.content in kinds)
    return [path for paths in found for path in paths if alike(path.rpartition("/")[2].removesuffix(".md")) == key]
