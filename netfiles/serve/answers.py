"""From a request and what is shown to the whole response, as a value."""

import hashlib
import html
import os
from dataclasses import dataclass, field
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from netfiles.serve.addresses import Elsewhere, Found, find
from netfiles.serve.gate import Refusal, Request
from netfiles.serve.scripts import policy, trusted_hashes
from netfiles.serve.settings import one_line
from netfiles.serve.source import Site
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
    if shown.site is None:
        return _not_yet(shown)
    return _from_site(shown.site, request)


def refused(reason: Refusal) -> Answer:
    """The response to a request that is not answered."""
    allow = {"Allow": "GET, HEAD"} if reason.status == 405 else {}
    return _whole(reason.status, _TEXT, f"{reason.sentence}\n".encode(), allow)


def broken(error: Exception, shown: Shown) -> Answer:
    """The response where making a page came to nothing."""
    sentence = f"{type(error).__name__}: {error}"
    return _own_page(500, "This page could not be made", sentence, "Other pages may be well.", shown.site)


def _from_site(site: Site, request: Request) -> Answer:
    try:
        found = find(site, request.target)
        if isinstance(found, Elsewhere):
            return _whole(302, _TEXT, b"", {"Location": found.address})
        if found:
            return _page(site, found.content, 200, request) if found.media_type == _HTML else _file(found)
        missing = find(site, "/404.html")
        if isinstance(missing, Found):
            return _page(site, missing.content, 404, request)
    except OSError:  # it went away just now
        pass
    return _whole(404, _TEXT, _PAGE_MISSING.encode())


def _page(site: Site, content: bytes | Path, status: int, request: Request) -> Answer:
    page = content if isinstance(content, bytes) else content.read_bytes()
    version = hashlib.blake2b(page, digest_size=12).hexdigest()
    tag = {"ETag": f'W/"{version}"'}  # a weak one, because the script at the end speaks of the whole site
    if request.header("if-none-match") == tag["ETag"]:
        return _whole(304, _HTML, b"", tag)
    csp = policy(trusted_hashes(page, site.trusted))
    return _whole(status, _HTML, _with_reload(page, site, version), {"Content-Security-Policy": csp, **tag})


def _file(found: Found) -> Answer:
    headers = {"Content-Security-Policy": policy() + ("; sandbox" if found.attached else "")}
    if isinstance(found.content, bytes):
        return _whole(200, found.media_type, found.content, headers)
    body = found.content.open("rb")
    return Answer(200, found.media_type, body, os.fstat(body.fileno()).st_size, headers)


def _not_yet(shown: Shown) -> Answer:
    """A plain page for the time without any site, which gives way to the site by itself."""
    title = "The site could not be built yet" if shown.failure else "The site is being built"
    sentence = shown.failure or shown.progress or "This takes a moment."
    return _own_page(503, title, sentence, "This page gives way to the site as soon as there is one.")


def _own_page(status: int, title: str, sentence: str, last: str, site: Site | None = None) -> Answer:
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        "<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}</style>"
        f"</head><body><h1>{title}</h1><p>{html.escape(one_line(sentence))}</p><p>{last}</p></body></html>"
    )
    return _whole(status, _HTML, _with_reload(page.encode(), site, ""), {"Retry-After": "1"})


def _with_reload(page: bytes, site: Site | None, version: str) -> bytes:
    """The page with the script that keeps it up to date, which knows from which site and of which version it is."""
    name, frame = (html.escape(site.name), html.escape(site.frame)) if site else ("", "")
    data = f'data-site="{name}" data-frame="{frame}" data-version="{version}"'
    script = f'<script src="{RELOAD}" defer {data}></script>'.encode()
    end = page.rfind(b"</body>")
    return page + script if end < 0 else page[:end] + script + page[end:]


def _whole(status: int, media_type: str, body: bytes, headers: dict[str, str] | None = None) -> Answer:
    return Answer(
        status, media_type, BytesIO(body), len(body), {"Content-Security-Policy": policy(), **(headers or {})}
    )
