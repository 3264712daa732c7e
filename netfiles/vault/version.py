"""Which code it is that reads and answers: what another code has made is not used."""

import os
import sys
import uuid
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import netfiles

_PACKAGE = Path(netfiles.__file__).parent
_LIBRARIES = ("frontmatter", "markdown_it", "mdit_py_plugins", "mkdocs", "pydantic_core", "yaml")


@cache
def whole_version() -> str:
    """What tells the package, Python and everything installed from any other state of them."""
    facts = "\n".join((netfiles.__version__, sys.version, *installed(), *_files(_PACKAGE)))
    return blake2b(facts.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _files(top: Path) -> Iterator[str]:
    """Size and time of each file; where the package is no folder, something that was never said before."""
    if not top.exists():
        yield uuid.uuid4().hex
    waiting: list[str | Path] = [top] if top.exists() else []
    while waiting:
        with os.scandir(waiting.pop()) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        waiting += [entry.path for entry in entries if entry.is_dir() and entry.name != "__pycache__"]
        yield from map(_stamp, (entry for entry in entries if entry.is_file()))


def _stamp(file: os.DirEntry[str]) -> str:
    found = file.stat()
    return f"{file.path} {found.st_size} {found.st_mtime_ns}"


@cache
def installed() -> tuple[str, ...]:
    """The names and versions of everything that lies where the libraries lie that read."""
    specs = filter(None, map(find_spec, _LIBRARIES))
    folders = {Path(spec.origin).parents[1] for spec in specs if spec.origin}
    names = (entry.name for folder in folders for entry in os.scandir(folder))
    return tuple(sorted(name for name in names if name.endswith((".dist-info", ".egg-info"))))
