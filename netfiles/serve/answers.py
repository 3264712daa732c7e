"""From a request and what is shown to the whole response, as a value."""

import html
import os
from dataclasses import dataclass, field
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from netfiles.serve.addresses import Elsewhere, Found, find
from netfiles.serve.gate import Refusal, Request
from netfiles.serve.generations import Generation
from netfiles.serve.scripts import policy, trusted_hashes
from netfiles.serve.stage import Shown

OWN = "/_netfiles/"
EVENTS = OWN + "events"
RELOAD = OWN + "reload.js"
_HTML = "text/html; charset=utf-8"
_TEXT = "text/plain; charset=utf-8"
_SCRIPT = files(__package__).joinpath("reload.js").read_bytes()
_PAGE_MISSING = "There is no such page."

ALWAYS = {
    "Cache-Control": "no-store",  # private pages leave nothing in the browser's cache
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True)
class Answer:
    """A response; its body is open, and closed by whoever sends it."""

    status: int
    media_type: str
    body: BinaryIO
    length: int
    headers: dict[str, str] = field(default_factory=dict)


def answer(request: Request, shown: Shown) -> Answer:
    """The response to a request that may be answered; events are not its business."""
    path = request.target.partition("?")[0]
    if path == RELOAD:
        return _whole(200, "text/javascript; charset=utf-8", _SCRIPT)
    if path.startswith(OWN):
        return _whole(404, _TEXT, _PAGE_MISSING.encode())
    if shown.generation is None:
        return _not_yet(shown.failure)
    return _from_site(shown.generation, request.target)


def refused(reason: Refusal) -> Answer:
    """The response to a request that is not answered."""
    allow = {"Allow": "GET, HEAD"} if reason.status == 405 else {}
    return _whole(reason.status, _TEXT, f"{reason.sentence}\n".encode(), allow)


def _from_site(generation: Generation, target: str) -> Answer:
    found = find(generation.folder, target)
    if isinstance(found, Elsewhere):
        return _whole(302, _TEXT, b"", {"Location": found.address})
    if found is None:
        return _missing(generation)
    try:
        return _page(generation, found.path, 200) if found.media_type == _HTML else _file(found)
    except OSError:
        return _missing(generation)


def _page(generation: Generation, path: Path, status: int) -> Answer:
    page = path.read_bytes()
    csp = policy(trusted_hashes(page, generation.trusted))
    return _whole(status, _HTML, with_reload(page, generation.name), {"Content-Security-Policy": csp})


def _file(found: Found) -> Answer:
    body = found.path.open("rb")
    csp = policy() + ("; sandbox" if found.attached else "")
    size = os.fstat(body.fileno()).st_size
    return Answer(200, found.media_type, body, size, {"Content-Security-Policy": csp})


def _missing(generation: Generation) -> Answer:
    try:
        return _page(generation, generation.folder / "404.html", 404)
    except OSError:
        return _whole(404, _TEXT, _PAGE_MISSING.encode())


def _not_yet(failure: str) -> Answer:
    """A plain page for the time without any site, which gives way to the site by itself."""
    title = "The site could not be built yet" if failure else "The site is being built"
    sentence = failure or "This takes a moment."
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}</style>"
        f"</head><body><h1>{title}</h1><p>{html.escape(sentence)}</p>"
        "<p>This page gives way to the site as soon as there is one.</p></body></html>"
    )
    return _whole(503, _HTML, with_reload(page.encode(), ""), {"Retry-After": "1"})


def with_reload(page: bytes, generation: str) -> bytes:
    """The page with the script that reloads it, which knows from which generation it came."""
    script = f'<script src="{RELOAD}" defer data-generation="{generation}"></script>'.encode()
    end = page.rfind(b"</body>")
    return page + script if end < 0 else page[:end] + script + page[end:]


def _whole(status: int, media_type: str, body: bytes, headers: dict[str, str] | None = None) -> Answer:
    return Answer(
        status, media_type, BytesIO(body), len(body), {"Content-Security-Policy": policy(), **(headers or {})}
    )
