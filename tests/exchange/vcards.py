"""Cards from texts for the tests, and what is read of them."""

from datetime import date
from io import BytesIO

from netfiles.exchange.incoming import Incoming, IncomingPerson, Wishes
from netfiles.exchange.vcards.vcard_in import read_vcards

WISHES = Wishes(date(2026, 11, 20), date(2021, 11, 20), date(2026, 11, 20))


def read(content: bytes) -> Incoming:
    return read_vcards(BytesIO(content), "people.vcf", WISHES, lambda _done, _of: None)


def card(*lines: str, version: str = "3.0") -> bytes:
    """A card of Ada with these lines."""
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", "FN:Ada", *lines, "END:VCARD", "")).encode()


def ada(*lines: str, version: str = "3.0") -> IncomingPerson:
    """Ada, of a card with these lines."""
    return only(card(*lines, version=version))


def only(content: bytes) -> IncomingPerson:
    (person,) = read(content).people
    return person


def remarks(content: bytes) -> list[str]:
    return [one.message for one in read(content).left]
