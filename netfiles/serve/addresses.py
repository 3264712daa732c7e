"""From the address in a request to a file of the site, and to nothing else."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote_to_bytes

from netfiles.serve.source import Site

_HIDDEN_MEANING = re.compile(r"%2f|%5c|%00|[\\\0-\x20\x7f]", re.IGNORECASE)
_SEPARATING = re.compile(r"[/\\\0-\x1f\x7f]")

# Fixed here, because the system's own table may call a script plain text, which the browser then refuses.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".gz": "application/gzip",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_ATTACHED_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


@dataclass(frozen=True)
class Found:
    """A file of the site and what the browser is to take it for."""

    content: bytes | Path  # a path is a resolved one
    media_type: str
    attached: bool  # one of the owner's attachments, not a page and not the theme's


@dataclass(frozen=True)
class Elsewhere:
    """The address is a folder's, and its page has this one."""

    address: str


def find(site: Site, target: str) -> Found | Elsewhere | None:
    """What the target of a request names in a site; None: no such page."""
    path, question, query = target.partition("#")[0].partition("?")
    parts = _parts(path)
    if parts is None:
        return None
    if path.endswith("/"):
        return _read(site, (*parts, "index.html"))
    found = _read(site, parts)
    if found is None and _read(site, (*parts, "index.html")):
        return Elsewhere("/" + "".join(quote(part, safe="") + "/" for part in parts) + question + query)
    return found


def _parts(path: str) -> tuple[str, ...] | None:
    """The names in a path, decoded; None where one of them could mean another place."""
    if not path.startswith("/") or _HIDDEN_MEANING.search(path):
        return None
    try:
        names = [unquote_to_bytes(name.encode("latin-1")).decode() for name in path.removesuffix("/").split("/")[1:]]
    except UnicodeError:
        return None
    return None if any(_means_elsewhere(name) for name in names) else tuple(names)


def _means_elsewhere(name: str) -> bool:
    return name in ("", ".", "..") or _SEPARATING.search(name) is not None


def _read(site: Site, parts: tuple[str, ...]) -> Found | None:
    content = site.read("/".join(parts))
    if content is None or (isinstance(content, Path) and not _stays(content)):
        return None
    attached = parts[:1] == ("attachments",) and len(parts) > 1
    types = _ATTACHED_TYPES if attached else _TYPES | _ATTACHED_TYPES
    return Found(content, types.get(PurePosixPath(parts[-1]).suffix.lower(), "application/octet-stream"), attached)


def _stays(path: Path) -> bool:
    """Whether a path is a regular file, and no link put there meanwhile leads anywhere else."""
    try:
        return path.is_file() and path.resolve(strict=True) == path
    except (OSError, ValueError, RuntimeError):  # gone, a name no system takes, a ring of links
        return False
