"""The card of somebody for an address book or a phone: to download, and as a QR code that the browser draws."""

from typing import NamedTuple
from urllib.parse import quote

from netfiles.exchange.vcards.vcard_out import short_vcard, vcard
from netfiles.model import Person

_AS_WRITTEN = ":;,@/+=?&!$'()*~"


class ContactCard(NamedTuple):
    """A card as an address that a browser saves under `file`, and the shorter one of the QR code, both quoted."""

    address: str
    file: str
    short: str


def contact_card(record: Person, employer: str | None) -> ContactCard | None:
    """The card of somebody, where there is a way to reach them."""
    if not (record.phones or record.emails or record.links or record.addresses):
        return None
    whole = quote(vcard(record, employer, version="3.0"), safe=_AS_WRITTEN)
    short = quote(short_vcard(record, employer), safe=_AS_WRITTEN)
    return ContactCard(f"data:text/vcard;charset=utf-8,{whole}", f"{record.origin.stem}.vcf", short)
