"""From the address in a request to a file of the site, and to nothing else on the disk."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

_HIDDEN_MEANING = re.compile(r"%2f|%5c|%00|[\\\0-\x20\x7f]", re.IGNORECASE)

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
    """A regular file of the site and what the browser is to take it for."""

    path: Path
    media_type: str
    attached: bool  # one of the owner's attachments, not a page and not the theme's


@dataclass(frozen=True)
class Elsewhere:
    """The address is a folder's, and its page has this one."""

    address: str


def find(site: Path, target: str) -> Found | Elsewhere | None:
    """What the target of a request names in a site, whose folder is given resolved; None: no such page."""
    path, question, query = target.partition("#")[0].partition("?")
    parts = _parts(path)
    if parts is None:
        return None
    real = _inside(site, site.joinpath(*parts))
    if real is None or not real.is_dir():
        return _found(real, parts) if real and not path.endswith("/") else None
    page = _inside(site, real / "index.html")
    if page is not None and not path.endswith("/"):
        return Elsewhere("/" + "".join(quote(part, safe="") + "/" for part in parts) + question + query)
    return _found(page, parts)


def _parts(path: str) -> tuple[str, ...] | None:
    """The names in a path, decoded; None where one of them could mean another place."""
    if not path.startswith("/") or _HIDDEN_MEANING.search(path):
        return None
    try:
        names = [unquote_to_bytes(name.encode("latin-1")).decode() for name in path.removesuffix("/").split("/")[1:]]
    except UnicodeError:
        return None
    return None if any(name in ("", ".", "..") for name in names) else tuple(names)


def _inside(site: Path, path: Path) -> Path | None:
    """The real path if it exists below the site."""
    try:
        real = path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # not there, NUL in the name, a ring of links
        return None
    return real if real.is_relative_to(site) else None


def _found(real: Path | None, parts: tuple[str, ...]) -> Found | None:
    if real is None or not real.is_file():
        return None
    attached = parts[:1] == ("attachments",) and len(parts) > 1
    types = _ATTACHED_TYPES if attached else _TYPES | _ATTACHED_TYPES
    return Found(real, types.get(real.suffix.lower(), "application/octet-stream"), attached)
