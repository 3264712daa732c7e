"""Files that the site may show, known by their first bytes; and whether one of them says where it was taken."""

from typing import Literal, NamedTuple


class Medium(NamedTuple):
    """A kind of file: `start` are its first bytes, `then` those from the eighth on where they matter."""

    start: bytes
    suffix: str
    then: bytes = b""
    sort: Literal["image", "pdf"] = "image"


MEDIA = (
    Medium(b"\x89PNG\r\n\x1a\n", ".png"),
    Medium(b"\xff\xd8\xff", ".jpg"),
    Medium(b"GIF87a", ".gif"),
    Medium(b"GIF89a", ".gif"),
    Medium(b"RIFF", ".webp", b"WEBP"),
    Medium(b"%PDF-", ".pdf", sort="pdf"),
)


def medium_of(content: bytes) -> Medium | None:
    """What the first 16 bytes of a file say it is; None for what is not shown."""
    return next((one for one in MEDIA if content.startswith(one.start) and content[8:].startswith(one.then)), None)


_EXIF = b"Exif\0\0"
_POSITION = 0x8825
_MOST_ENTRIES = 1_000


def says_where(content: bytes) -> bool:
    """Whether a picture says where it was taken, in the way that cameras write it."""
    for mark, skip in ((_EXIF, len(_EXIF)), (b"eXIf", 4), (b"EXIF", 8)):
        at = content.find(mark)
        if at >= 0 and _has_position(content[at + skip :]):
            return True
    return False


def _has_position(tiff: bytes) -> bool:
    """Whether the first directory of what a camera says leads to one of a position."""
    order: Literal["little", "big"] | None = {b"II": "little", b"MM": "big"}.get(tiff[:2])  # type: ignore[assignment]
    if order is None:
        return False
    at = int.from_bytes(tiff[4:8], order)
    count = min(int.from_bytes(tiff[at : at + 2], order), _MOST_ENTRIES)
    tags = (tiff[at + 2 + 12 * n : at + 4 + 12 * n] for n in range(count))
    return any(int.from_bytes(tag, order) == _POSITION for tag in tags if tag)
