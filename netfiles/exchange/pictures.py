"""Pictures known by their first bytes, never by what they are said to be."""

from netfiles.exchange.incoming import Picture

LARGEST = 2 << 20
"""Bytes of a picture that is taken in."""


def picture(content: bytes) -> Picture | None:
    """The bytes as a picture; None where they are no JPEG, PNG, WebP or GIF."""
    suffix = _suffix(content[:12])
    return Picture(content, suffix) if suffix else None


def _suffix(start: bytes) -> str | None:
    if start.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return ".gif"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return ".webp"
    return None
