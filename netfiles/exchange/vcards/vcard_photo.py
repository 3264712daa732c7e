"""The picture in a card, taken only where it stands in the card itself and is one."""

import binascii
import re
from typing import NamedTuple

from netfiles.exchange.incoming import Left, Picture
from netfiles.exchange.pictures import LARGEST, picture
from netfiles.exchange.vcards.vcard_properties import Property
from netfiles.exchange.vcards.vcard_values import short

_DATA = re.compile(r"data:[^,]{0,200};base64\\?,", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_LARGEST_WRITTEN = LARGEST * 4 // 3 + 4


class Photo(NamedTuple):
    """The picture, or none, and why others were left out."""

    picture: Picture | None = None
    left: tuple[Left, ...] = ()


def photo_of(said: tuple[Property, ...]) -> Photo:
    """The first picture that can be taken in."""
    found: Picture | None = None
    left: list[Left] = []
    for one in said:
        if not one.value.strip() and not one.cut:
            continue
        taken = _taken(one) if found is None else "it is a second one"
        if isinstance(taken, str):
            left.append(Left(one.line, f"a picture is left out: {taken}", "Put it into attachments/ if you want it."))
        else:
            found = taken
    return Photo(found, tuple(left))


def _taken(one: Property) -> Picture | str:
    """The picture, or why it is not taken in."""
    if one.cut or len(one.value) > 2 * _LARGEST_WRITTEN:
        return _too_large()
    data = _DATA.match(one.value)
    written = one.value[data.end() :] if data else one.value
    if not data and _ADDRESS.match(written):
        return f"it is not in the card but at {short(written)}, and nothing is fetched"
    written = _SPACE.sub("", written)
    if len(written) > _LARGEST_WRITTEN:
        return _too_large()
    try:
        content = binascii.a2b_base64(written + "=" * (-len(written) % 4), strict_mode=True)
    except (binascii.Error, ValueError):
        return "its base64 is damaged"
    if len(content) > LARGEST:
        return _too_large()
    return picture(content) or "its first bytes are not those of a JPEG, PNG, WebP or GIF"


def _too_large() -> str:
    return f"it is larger than {LARGEST >> 20} MiB"
