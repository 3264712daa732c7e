"""Pictures known by their first bytes, never by what they are said to be."""

from netfiles.exchange.incoming import Picture
from netfiles.model.media import medium_of

LARGEST = 2 << 20
"""Bytes of a picture that is taken in."""


def picture(content: bytes) -> Picture | None:
    """The bytes as a picture; None where they are no JPEG, PNG, WebP or GIF."""
    medium = medium_of(content[:16])
    return Picture(content, medium.suffix) if medium and medium.sort == "image" else None
