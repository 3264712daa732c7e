"""What a file is by its first bytes, and whether a picture says where it was taken."""

import pytest

from netfiles.model.media import medium_of, says_where

KINDS = (
    (b"\x89PNG\r\n\x1a\n\0\0", ".png"),
    (b"\xff\xd8\xff\xe0", ".jpg"),
    (b"GIF89a", ".gif"),
    (b"RIFF\x10\0\0\0WEBPVP8 ", ".webp"),
    (b"%PDF-1.7", ".pdf"),
    (b"RIFF\x10\0\0\0WAVE", None),
    (b"<svg>", None),
    (b"", None),
)


@pytest.mark.parametrize(("content", "suffix"), KINDS)
def test_a_file_is_what_its_first_bytes_say(content: bytes, suffix: str | None) -> None:
    medium = medium_of(content)
    assert (medium.suffix if medium else None) == suffix


def tiff(order: str, tag: int) -> bytes:
    """What a camera says, with one entry."""
    ends = "little" if order == "II" else "big"
    numbers = ((42, 2), (8, 4), (1, 2), (tag, 2), (4, 2), (1, 4), (0, 4))
    return order.encode() + b"".join(number.to_bytes(size, ends) for number, size in numbers)  # type: ignore[arg-type]


POSITIONS = (
    (b"\xff\xd8\xff\xe1\0\x22Exif\0\0" + tiff("MM", 0x8825), True),
    (b"\xff\xd8\xff\xe1\0\x22Exif\0\0" + tiff("II", 0x8825), True),
    (b"\xff\xd8\xff\xe1\0\x22Exif\0\0" + tiff("II", 0x0112), False),
    (b"\x89PNG\r\n\x1a\n\0\0\0\x1aeXIf" + tiff("II", 0x8825), True),
    (b"RIFF\0\0\0\0WEBPEXIF\x1a\0\0\0" + tiff("II", 0x8825), True),
    (b"RIFF\0\0\0\0WEBPEXIF\x1a\0\0\0Exif\0\0" + tiff("II", 0x8825), True),
    (b"\xff\xd8\xffExif\0\0II", False),
    (b"\xff\xd8\xffExif\0\0II*\0\xff\xff\xff\xff", False),
    (b"\xff\xd8\xff", False),
)


@pytest.mark.parametrize(("content", "says"), POSITIONS)
def test_a_picture_says_where_it_was_taken_or_not(content: bytes, says: bool) -> None:
    assert says_where(content) is says
