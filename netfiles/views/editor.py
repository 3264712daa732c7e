"""Links that open a file of the vault in the owner's editor."""

import re
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from netfiles.model.collection import Collection
from netfiles.problems import Place


def editor_link(collection: Collection, place: Place) -> str | None:
    """The address that opens a place, None where the owner named no editor."""
    editor = collection.options.editor
    if editor == "none":
        return None
    path = absolute(collection.root, place.file)
    if editor == "obsidian":
        return f"obsidian://open?path={quote(path, safe='', errors='replace')}"
    forward = path.replace("\\", "/") if _is_windows(collection.root) else path
    return f"vscode://file/{quote(forward.lstrip('/'), safe='/:', errors='replace')}:{place.line}"


def absolute(root: str, path: str) -> str:
    """A path of the vault as the owner's system writes it."""
    if _is_windows(root):
        return str(PureWindowsPath(root) / PureWindowsPath(path))
    return str(PurePosixPath(root or "/") / path)


def _is_windows(root: str) -> bool:
    return re.match(r"[A-Za-z]:[\\/]|\\\\", root) is not None
