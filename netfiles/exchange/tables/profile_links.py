"""The address of a profile as it is compared: however it was copied, it is the same text for the same person."""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from netfiles.model.fields import web_address

_PERSON = re.compile(r"linkedin\.com/(?:in|pub)/[^/]+")


@lru_cache(100_000)
def profile_id(text: str) -> str:
    """Without scheme, www, land, query and last slash, in small letters, `%C3%A9` as `é`; empty for no address."""
    address = web_address(text.replace(" ", "%20"))
    if address is None:
        return ""
    parts = urlsplit(address)
    host = re.sub(r"^(?:www|m|[a-z]{2})\.(?=.*\..)", "", (parts.hostname or "").casefold())
    path = unquote(parts.path).rstrip("/").casefold()
    return f"{host}{path}" if path.strip("/") and path.isprintable() else ""


def person_id(text: str) -> str:
    """The same, if it is the page of one person; empty otherwise."""
    found = profile_id(text)
    return found if _PERSON.match(found) else ""
