"""What the file of a name is called: every system can hold it, a link leads to it, and no other is called so."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, count
from typing import Protocol

LONGEST = 200
"""Bytes of a stem: systems allow 255 in a name, and the ending and what sync tools add to it need some."""


class Taken(Protocol):
    """The stems of the files of a folder, as `alike` gives them; of a day those that begin with it."""

    def __call__(self, folder: str, day: str = "", /) -> Collection[str]: ...


_SIGNS = (
    (re.compile(r"\s+[/\\|]+\s+|\s*:\s+"), " - "),
    (re.compile(r"[/\\|:]"), "-"),
    (re.compile(r'[*?"<>#^\[\]]+'), " "),
)
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf", "Cs")
_JOINERS = "\u200c\u200d"
_SAME_IN_ALL_FORMS = "0123456789 -"
_MARK = 60
"""Bytes of a mark in brackets."""


def stem_of(name: str) -> str:
    """A name as the stem of a file: `AC/DC: live?` is `AC-DC - live`; empty where no letter, digit or symbol remains.

    Slashes and colons become dashes, the other signs that have a meaning in links or on Windows go, and so do invisible
    ones; what Windows keeps for itself gets an underscore.
    """
    spaced = (" " if c.isspace() else c for c in name)
    seen = (c for c in spaced if unicodedata.category(c) not in _UNSEEN or c in _JOINERS)
    text = unicodedata.normalize("NFC", "".join(seen)).strip(" :")
    for signs, instead in _SIGNS:
        text = signs.sub(instead, text)
    text = _trimmed(text)
    if reserved := _RESERVED.match(text):
        text = f"{reserved[0]}_{text[reserved.end() :]}"
    return _shortened(text, LONGEST) if any(map(_says_something, text)) else ""


def _says_something(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("S")


def _trimmed(text: str) -> str:
    """With single spaces, and without what hides a file or is lost at its end."""
    return re.sub(r"^[.~\s]+|[.\s]+$", "", " ".join(text.split()))


def _shortened(text: str, most: int) -> str:
    """As many whole letters, with their accents, as fit into so many bytes."""
    encoded = text.encode()
    if len(encoded) <= most:
        return text
    kept = encoded[:most].decode(errors="ignore")
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return _trimmed(kept.rstrip(_JOINERS))


def alike(name: str) -> str:
    """What names have in common that some computers cannot tell apart."""
    return unicodedata.normalize("NFC", name).casefold()


def all_alike(names: Sequence[str]) -> list[str]:
    """The same of many names without line breaks, in any order: as one text, which is many times faster."""
    plain = "\n".join(filter(str.isascii, names)).lower().split("\n")
    other = "\n".join(name for name in names if not name.isascii())
    return [key for key in (*plain, *alike(other).split("\n")) if key]


def same_start(name: str) -> str:
    """What every name begins with that is like this one: signs that no others fold to."""
    return name[: len(name) - len(name.lstrip(_SAME_IN_ALL_FORMS))]


def like(name: str, names: Iterable[str]) -> list[str]:
    """Those names, of some without line breaks, that some computers cannot tell from this one."""
    start, key = same_start(name), alike(name)
    near = [one for one in names if one.startswith(start)]
    return [one for one in near if alike(one) == key] if key in all_alike(near) else []


def unused(stem: str, taken: Collection[str], marks: Iterable[str] = ()) -> str:
    """The stem, or the first of it with one of the marks in brackets, with `, 2`, with `, 3` … that is not taken.

    Never ` 2` or ` (2)`, which is what sync tools call a copy. `taken` are stems as `alike` gives them.
    """
    marked = (f" ({_shortened(mark, _MARK)})" for mark in marks if not mark.isdigit())
    ends = chain(("",), marked, (f", {number}" for number in count(2)))
    return next(one for end in ends if alike(one := _shortened(stem, LONGEST - len(end.encode())) + end) not in taken)
