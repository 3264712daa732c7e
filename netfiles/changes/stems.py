"""What a file is called after a name: as Obsidian would, without the signs that some computers or links cannot hold."""

import re
import unicodedata

_LONGEST = 251
"""Bytes, so that `.md` still fits into the 255 that file systems allow."""

_PARTING = re.compile(r"\s*[\\/|]+\s*")
_COLON = re.compile(r"\s*:\s*(?=\S)")
_GONE = re.compile(r'[*?"<>#^\[\]:\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)


def stem_of(name: str) -> str:
    """The name of a file without its ending; empty where nothing is left of the name.

    `AC/DC` is `AC-DC`, `Nia: the panel` is `Nia - the panel`, `Acme Inc.` is `Acme Inc`.
    """
    text = unicodedata.normalize("NFC", name)
    text = _GONE.sub("", _COLON.sub(" - ", _PARTING.sub("-", text)))
    text = " ".join(text.split()).lstrip(".~ ").rstrip(". ")
    while len(text.encode()) > _LONGEST:
        text = text[:-1].rstrip(". ")
    return f"{text} -" if _RESERVED.fullmatch(text) else text
