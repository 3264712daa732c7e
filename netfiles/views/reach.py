"""How to reach somebody: links to call, to write and to visit, from checked values only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from netfiles.model import Company, Person, Profile
from netfiles.model.fields import email_address as bare_address
from netfiles.model.fields import web_address
from netfiles.records.plausible import dialled_phone, shown_phone


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody: what it is, what is shown, and where it leads (None: shown as text)."""

    verb: str
    shown: str
    href: str | None


def phones(written: Iterable[str]) -> Iterator[Way]:
    for phone in written:
        digits = dialled_phone(phone)
        yield Way("Call", shown_phone(phone), f"tel:{digits}" if len(digits) > 2 else None)


def emails(written: Iterable[str]) -> Iterator[Way]:
    for email in written:
        address = bare_address(email)
        yield Way("Write", address, f"mailto:{quote(address, safe='@+', errors='replace')}")


def web(written: Iterable[str]) -> Iterator[Way]:
    for text in written:
        href = web_address(text)
        yield Way("Visit", _without_scheme(text) if href else text, href)


def _without_scheme(text: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", text.strip(), flags=re.IGNORECASE).rstrip("/")


def ways(record: Person | Company | Profile) -> tuple[Way, ...]:
    """Every way to reach somebody, in the order of the file."""
    links = (record.website,) if isinstance(record, Company) else record.links
    return (*phones(record.phones), *emails(record.emails), *web(link for link in links if link))


def first_ways(record: Person) -> tuple[Way, ...]:
    """The first phone, address and link that lead somewhere."""
    return tuple({way.verb: way for way in reversed(ways(record)) if way.href}.values())[::-1]
