"""The plain Markdown tree: planned as a value, then printed, only what changed."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from netfiles.cores import each
from netfiles.errors import NetfilesError
from netfiles.site.markdown import to_markdown
from netfiles.text.markdown import link_wikilinks
from netfiles.views.context import Context
from netfiles.views.site import Recipe, makers, recipes

MARKER = "# netfiles prints this folder anew with every build; nothing in it is yours\n*\n!.gitignore\n"

_CHUNK = 10

Content = bytes | Callable[[], bytes]
"""What a file of the tree holds: bytes, or where to get them (pictures are read only when printed)."""


class NotOurs(NetfilesError):
    """The folder to print into holds files that netfiles did not make."""

    def __init__(self, folder: Path, setting: str = "docs_dir", instead: str = ".netfiles/tree") -> None:
        super().__init__(
            f"{folder} holds files that netfiles did not make, so nothing is printed there. "
            f"In mkdocs.yml, set {setting} to a folder that may be overwritten, such as {instead}."
        )


@dataclass(frozen=True, slots=True)
class Printed:
    """What a refresh did, in files."""

    printed: int
    kept: int
    removed: int


def plan(facts: Context, read_file: Callable[[str], bytes]) -> dict[str, Content]:
    """Every file of the tree by its path. `read_file` gives the bytes of a file of the vault."""
    files: dict[str, Content] = {}
    for printed in each(_printed, tuple(recipes(facts)), _CHUNK):
        files |= printed
    for path, made in data(facts).items():
        files[path] = partial(read_file, made) if isinstance(made, str) else made
    return files | {path: text.encode() for path, text in guide(facts).items()}


def data(facts: Context) -> dict[str, Callable[[], bytes] | str]:
    """Everything of the tree that is no page: what makes its bytes, or the path of the file of the vault that it is."""
    collection, folders = facts.collection, facts.collection.options.folders
    files: dict[str, Callable[[], bytes] | str] = {**makers(facts)}
    files |= {f"attachments/{name}": f"{folders.attachments}/{name}" for name in collection.attachments}
    return files | {f"docs/{name}": f"{folders.docs}/{name}" for name in collection.doc_pictures}


def _printed(recipes: Sequence[Recipe]) -> dict[str, bytes]:
    pages = (recipe.make() for recipe in recipes)
    return {f"{page.address}.md": to_markdown(page).encode() for page in pages}


def guide(facts: Context) -> dict[str, str]:
    """The hand-written pages by their path in the tree: as written, their wikilinks resolved."""
    resolvers = (
        (path, text, facts.bodies.resolver("../" * (path.count("/") + 1))) for path, text in facts.collection.docs
    )
    return {f"docs/{path}": link_wikilinks(text, resolve) for path, text, resolve in resolvers}


def refresh(folder: Path, files: Mapping[str, Content], anew: bool = False) -> Printed:
    """Make `folder` hold exactly `files`; what is already as it should be is not touched, unless all is to be anew.

    Raises NotOurs.
    """
    claim(folder)
    there = {path for path in _listed(folder) if path != ".gitignore"}
    for path in there if anew else ():
        (folder / path).unlink(missing_ok=True)
    printed = sum(_print(folder, path, content) for path, content in files.items())
    gone = there - files.keys()
    for path in sorted(gone):
        (folder / path).unlink(missing_ok=True)
    _remove_empty(folder)
    return Printed(printed, len(files) - printed, len(gone))


def claim(folder: Path) -> None:
    """Make the folder, which MkDocs looks for even where nothing is read from it. Raises NotOurs."""
    marker = folder / ".gitignore"
    ours = marker.is_file() and marker.read_text("utf-8", "replace").startswith(MARKER.partition("\n")[0])
    if folder.is_dir() and any(folder.iterdir()) and not ours:
        raise NotOurs(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not marker.is_file():
        marker.write_text(MARKER, encoding="utf-8")


def _listed(folder: Path) -> Iterator[str]:
    for here, _, names in os.walk(folder):
        for name in names:
            yield (Path(here) / name).relative_to(folder).as_posix()


def _print(folder: Path, path: str, content: Content) -> bool:
    """Write one file, beside and moved into place; False where it holds these bytes already."""
    data = content if isinstance(content, bytes) else content()
    target = folder / path
    try:
        if target.stat().st_size == len(data) and target.read_bytes() == data:
            return False
    except OSError:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(prefix=".netfiles-", dir=target.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(beside).replace(target)
    return True


def _remove_empty(folder: Path) -> None:
    for here, _, names in os.walk(folder, topdown=False):
        if Path(here) != folder and not names and not any(Path(here).iterdir()):
            Path(here).rmdir()
