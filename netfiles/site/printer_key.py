"""A sum over everything that the bytes of pages depend on besides the pages, taken without MkDocs."""

import importlib.util
import os
import re
import sys
import uuid
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import netfiles
from netfiles.site.outline import digest
from netfiles.site.settings import config_files
from netfiles.vault.options import CONFIG
from netfiles.vault.version import installed

_READ_FILES = re.compile(rb"\bsnippets\b|markdown_include|mdx_include|!relative")
_TELLS_THE_DAY = re.compile(rb"\b(?:build_date_utc|update_date)\b")
_ENVIRONMENT = re.compile(rb"!ENV\s+(\[[^\]]*\]|\S+)")
_MODULE = re.compile(rb"!!python/[\w/]+:([A-Za-z_]\w*)")


def printer_key(vault: Path, today: date) -> str:
    """The sum; a new one each time where pages depend on files that cannot be known. Raises OSError or ValueError."""
    files = list(config_files(vault / CONFIG))
    theme = _theme([settings for _, _, settings in files])
    custom = vault / str(theme["custom_dir"]) if theme.get("custom_dir") else None
    parts = [data.decode(errors="replace") for _, data, _ in files]
    parts += [part for _, data, settings in files for part in _elsewhere(data, settings)]
    parts += _contents_below(custom) if custom else [uuid.uuid4().hex] * ("custom_dir" in theme)
    parts += [netfiles.__version__, sys.version, *installed()]
    parts += map(_stamp, _files_below(Path(__file__).parent, "*.py"))
    if theme.get("name") != "material" or (custom and _tells_the_day(custom)):
        parts.append(os.environ.get("SOURCE_DATE_EPOCH") or today.isoformat())
    return digest(*parts)


def custom_folder(vault: Path) -> str | None:
    """The folder of the owner's own templates, as mkdocs.yml names it; None where there is none, or no telling."""
    try:
        folder = _theme([settings for _, _, settings in config_files(vault / CONFIG)]).get("custom_dir")
    except (OSError, ValueError):
        return None
    return str(folder) if folder else None


def _theme(settings: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The theme with what a file inherits from its parents."""
    theme: dict[str, Any] = {}
    for one in reversed(settings):
        said = one.get("theme")
        theme = {**theme, **said} if isinstance(said, dict) else {"name": said} if said else theme
    return theme


def _elsewhere(data: bytes, settings: Mapping[str, Any]) -> Iterator[str]:
    """What a mkdocs.yml takes from outside of it."""
    for name in re.findall(r"\w+", b" ".join(_ENVIRONMENT.findall(data)).decode(errors="replace")):
        yield f"{name}={os.environ.get(name)}"
    if _READ_FILES.search(data):
        yield uuid.uuid4().hex
    modules = {match.decode() for match in _MODULE.findall(data)} | set(_extensions(settings))
    yield from map(_source, sorted(modules))


def _extensions(settings: Mapping[str, Any]) -> Iterator[str]:
    """The packages that Markdown extensions come from, where their names tell."""
    listed = settings.get("markdown_extensions") or ()
    for entry in listed if isinstance(listed, list | dict) else ():
        for name in entry if isinstance(entry, dict) else (entry,):
            if isinstance(name, str) and re.match(r"\w+[.:]", name):
                yield re.split(r"[.:]", name)[0]


def _source(module: str) -> str:
    """What is in a module that is not installed; the version says it of those that are."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return module
    origin = Path(spec.origin) if spec and spec.origin else None
    if origin is None or "site-packages" in origin.parts or not origin.is_file():
        return module
    return "\n".join(_contents_below(origin.parent, "*.py") if origin.name == "__init__.py" else [_content(origin)])


def _files_below(folder: Path, pattern: str) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob(pattern)) if path.is_file())


def _contents_below(folder: Path, pattern: str = "*") -> Iterator[str]:
    return map(_content, _files_below(folder, pattern))


def _content(path: Path) -> str:
    """The owner's own files are few, and their times can be set back."""
    return f"{path} {blake2b(path.read_bytes()).hexdigest()}"


def _stamp(path: Path) -> str:
    state = path.stat()
    return f"{path} {state.st_size} {state.st_mtime_ns}"


def _tells_the_day(folder: Path) -> bool:
    return any(_TELLS_THE_DAY.search(path.read_bytes()) for path in folder.rglob("*.html"))
