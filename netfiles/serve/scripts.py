"""The inline scripts of a page, and the policy that lets only the theme's own ones run."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_OPENING = re.compile(rb"<script(\s[^>]{0,300})?>")
_SRC_OR_DATA = re.compile(rb"""\ssrc\s*=|\stype\s*=\s*["']?(?!text/javascript|module)""", re.IGNORECASE)
# Material writes each page's way to the site's root into one script: ".", "../..", or "/" on the 404 page.
_BASE = re.compile(r'\bnew URL\("(?:\.{1,2}(?:/\.\.)*/?|/(?:[\w.~-]+/?)*)",location\)')

_POLICY = (
    "default-src 'none'",
    "script-src {}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
)


@dataclass(frozen=True)
class InlineScript:
    """A script's text as the browser hashes it, and with the page's base taken out."""

    text: str
    normal: str


def inline_scripts(page: bytes) -> Iterator[InlineScript]:
    """The scripts that stand in a page itself; what the browser does not run (JSON) is left out."""
    start = 0
    while (opening := _OPENING.search(page, start)) and (end := page.find(b"</script", opening.end())) >= 0:
        start = end
        if not _SRC_OR_DATA.search(opening[1] or b""):
            text = page[opening.end() : end].decode("utf-8", "replace").replace("\r\n", "\n")
            yield InlineScript(text, _BASE.sub('new URL("",location)', text))


def trusted_scripts(page: bytes) -> frozenset[str]:
    """The inline scripts of a page that holds nothing of the notes, like the 404 page: those of the theme."""
    return frozenset(script.normal for script in inline_scripts(page))


def trusted_hashes(page: bytes, trusted: frozenset[str]) -> list[str]:
    """The hashes of those inline scripts of a page that are the theme's own, each once."""
    texts = (script.text for script in inline_scripts(page) if script.normal in trusted)
    return list(dict.fromkeys(f"'sha256-{_sha256(text)}'" for text in texts))


def policy(hashes: Iterable[str] = ()) -> str:
    """The content security policy of a response, with the scripts it may run besides the site's files."""
    return "; ".join(_POLICY).format(" ".join(("'self'", *hashes)))


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
