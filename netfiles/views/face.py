"""A person's face: the photo, else initials on a colour that depends on the name alone."""

import unicodedata
from collections.abc import Sequence
from urllib.parse import quote
from zlib import crc32

from markupsafe import Markup, escape

from netfiles.index.network import Someone
from netfiles.views.bodies import Bodies

COLOURS = 12


def face(someone: Someone, bodies: Bodies, root: str) -> Markup:
    """The face of somebody, decoration beside the name."""
    if address := photo(someone, bodies):
        return Markup('<img class="nf-f" src="%s" alt="" width="40" height="40" loading="lazy">') % (root + address)
    return letters(someone.name)


def photo(someone: Someone, bodies: Bodies) -> str | None:
    """The address of somebody's photo below the site's root, where there is one."""
    name = someone.record.photo if someone.record else None
    return quote(bodies.attachment(name) or "", errors="replace") if name and bodies.is_picture(name) else None


def letters(name: str) -> Markup:
    """Initials on their colour."""
    shown = escape(initials(name))
    return Markup(f'<i class="nf-f nf-h{colour(name)}" aria-hidden="true">{shown}</i>')  # noqa: S704  # escaped above


def colour(name: str) -> int:
    return crc32(unicodedata.normalize("NFC", name).encode("utf-8", "surrogatepass")) % COLOURS


def initials(name: str) -> str:
    """`JD` of Jane Doe, `W` of Wulandari, `?` where there is no letter."""
    words = [word for part in name.split() if (word := part.strip("\"'([{‘“.,")) and word[0].isalnum()]
    chosen: Sequence[str] = (words[0], words[-1]) if len(words) > 1 else words
    return "".join(unicodedata.normalize("NFC", word)[0].upper()[0] for word in chosen) or "?"
