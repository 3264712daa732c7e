"""What a folder of pages or attachments holds: everything but hidden files and what lies behind links to folders."""

import os

from netfiles.vault.listing import Ground, Listing, linked
from netfiles.vault.stamp import NO_STAMP, Stamp, stamp_of
from netfiles.vault.walk import MAX_DEPTH, unspeakable


def list_files(ground: Ground, folder: str, depth: int, _: Listing | None = None) -> Listing:
    """What a folder holds, `depth` folders below the top one; what cannot be listed holds nothing."""
    try:
        entries = list(os.scandir(f"{ground.root}/{folder}"))
    except OSError:
        return Listing()
    files: list[str] = []
    folders: list[str] = []
    links: list[str] = []
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(path)
        elif not unspeakable(path):
            if entry.is_symlink():
                links.append(path)
            stamp = ground.known.get(path) or _stamp(ground, path, entry)
            if stamp is not None:
                ground.files[path] = stamp
                files.append(path)
    ordered = tuple(sorted(files))
    return Listing(ordered, ordered, tuple(sorted(folders)) if depth < MAX_DEPTH else (), (), tuple(sorted(links)))


def _stamp(ground: Ground, path: str, entry: os.DirEntry[str]) -> Stamp | None:
    """The state of a file; None for what has vanished, and for a link that leads out of the vault or to a folder."""
    if entry.is_symlink():
        state = linked(ground, path)
        return state if isinstance(state, Stamp) else None
    try:
        return stamp_of(entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return None
    except OSError:
        return NO_STAMP
