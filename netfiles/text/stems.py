"""What the file of a name is called: without the signs that Obsidian or some computer refuses, and like no other."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from netfiles.text.moment import ordinal

LONGEST = 250
"""Bytes of a stem, so that with its ending it is a name on every computer."""

_SLASH = re.compile(r"[/\\|]")
_APART = re.compile(r"\s+[/\\|]+\s+")
_COLON = re.compile(r"\s*:\s+")
_GONE = re.compile(r'[*?"<>#^\[\]]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = frozenset("\u200c\u200d")


def stem_of(name: str) -> str:
    """A name as the stem of a file: `AC/DC: live?` is `AC-DC - live`. Raises ValueError where nothing remains.

    Slashes and colons become dashes, the other signs that have a meaning in links or on Windows go, and so do invisible
    ones; what Windows keeps for itself gets an underscore.
    """
    seen = (c if unicodedata.category(c) not in _UNSEEN or c in _JOINERS else " " for c in name)
    text = _COLON.sub(" - ", unicodedata.normalize("NFC", "".join(seen)) + " ")
    text = _GONE.sub(" ", _SLASH.sub("-", _APART.sub(" - ", text)).replace(":", "-"))
    text = _shortened(_trimmed(_RESERVED.sub(r"\1_", _trimmed(text))), LONGEST)
    if not any(c.isalnum() or unicodedata.category(c).startswith("S") for c in text):
        raise ValueError(name)
    return text


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
    return _trimmed(kept.rstrip("\u200c\u200d"))


def alike(name: str) -> str:
    """What names have in common that some computers cannot tell apart."""
    return unicodedata.normalize("NFC", name).casefold()


def unused(stem: str, taken: Collection[str], marks: Iterable[str] = ()) -> str:
    """The stem, or with one of the marks in brackets, or with a number in words; `taken` are stems as `alike` gives.

    A bare number would not do: `Jane Doe 2` is what sync tools call a copy.
    """
    return next(one for one in _tries(stem, marks) if alike(one) not in taken)


def _tries(stem: str, marks: Iterable[str]) -> Iterator[str]:
    yield stem
    for mark in (*marks, *_LATER):
        yield f"{_shortened(stem, LONGEST - len(mark.encode()) - 3)} ({mark})"
    number = len(_LATER) + 2
    while True:
        yield f"{_shortened(stem, LONGEST - 20)} ({ordinal(number)})"
        number += 1


_LATER = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
