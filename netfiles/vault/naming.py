"""The files of a vault in which some names may stand, told by their words alone: all others need not be understood."""

import os
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from netfiles.cores import each
from netfiles.index.names import folded
from netfiles.vault.look import Look

_CHUNK = 2_000
_LARGE = 65_536
_WHOLE = frozenset(("query", "news", "docs", "attachments"))
"""Areas that are kept whole: there are few files in them, and queries ask for names by other rules than links do."""

_ENCODED = re.compile(rb"%[0-9A-Fa-f]{2}")

_WITH_ASCII = re.compile(
    "|".join(
        "\u00df\u0130\u0149\u017f\u01f0\u1e96\u1e97\u1e98\u1e99\u1e9a\u1e9e\u212a\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
    ).encode()
)
"""All letters that are, or begin with, letters of ASCII when case does not count."""


def naming(seen: Look, names: Collection[str]) -> Look:
    """What was seen without the files in which none of the names can stand, whatever their case and Unicode form."""
    wanted = frozenset(tuple(re.findall(r"\w+", folded(name))) for name in names)
    areas = [area for area in seen.areas if area.content not in _WHOLE]
    paths = [path for area in areas for path in area.paths]
    found = frozenset(chain.from_iterable(each(partial(_naming, seen.place, wanted), paths, _CHUNK)))
    narrow = {area.content: tuple(path for path in area.paths if path in found) for area in areas}
    return replace(seen, areas=tuple(replace(a, paths=narrow.get(a.content, a.paths)) for a in seen.areas))


def _naming(root: Path, wanted: Collection[Sequence[str]], paths: Sequence[str]) -> list[str]:
    plain = all(word.isascii() for words in wanted for word in words)
    encoded = [[word.encode() for word in words] for words in wanted]
    return [path for path in paths if _may_name(f"{root}/{path}", path, encoded, plain)]


def _may_name(full: str, path: str, wanted: Sequence[Sequence[bytes]], plain: bool) -> bool:
    """Whether all words of a name stand in a file or its path; True where the file cannot be read."""
    data = _read(full)
    if data is None or _spelt_otherwise(data):
        return True
    data += path.encode(errors="replace")
    if plain and (data.isascii() or not _WITH_ASCII.search(data)):
        text = data.lower()
    else:
        text = unicodedata.normalize("NFC", data.decode(errors="replace")).casefold().encode()
    for words in wanted:
        for word in words:
            if word not in text:
                break
        else:
            return True
    return False


def _spelt_otherwise(data: bytes) -> bool:
    """Whether a name may stand in a file in another spelling than its letters."""
    return b"\\" in data or b"\0" in data or (b"%" in data and _ENCODED.search(data) is not None)


def _read(path: str) -> bytes | None:
    """What is in a file, with a third of the calls to the system that a file object takes; None for a large one too."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        data, more = os.read(handle, _LARGE), os.read(handle, 1)
    except OSError:
        return None
    finally:
        os.close(handle)
    return None if more else data
