"""What each source said when it was last imported: a file per source in the vault, a line of JSON per person or talk.

By it a later import of the same source tells what the source changed from what the owner did. What there is no field
for stands here as well.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Values
from netfiles.text.stems import stem_of

_FOLDER = "imports"


class Said(NamedTuple):
    """What a source said of somebody or of a talk, by what it calls them; `file` is where that went."""

    key: str
    file: str
    values: Values
    kept: tuple[tuple[str, str], ...] = ()


Ledger = Mapping[str, Said]
"""What a source said, by its keys."""


def path_of(label: str) -> str:
    """Where the ledger of a source lies in the vault."""
    return f"{_FOLDER}/{label}.jsonl"


_SPEAKING = frozenset(("linkedin", "google", "outlook", "thunderbird", "eight"))
"""Sources of which people have one: of all others each file name is one of its own."""
_OF_A_DAY = re.compile(r"\d{4}[-_.]?\d\d[-_.]?\d\d|\d\d[-_.]\d\d[-_.]\d{4}|\(\d+\)")


def label_of(source: str, name: str) -> str:
    """What tells a source from others of its format: `linkedin`, `vcard-phone` for `Phone 2026-11-30 (1).vcf`."""
    stem = stem_of(_OF_A_DAY.sub(" ", name.rpartition(".")[0] or name)).lower()
    words = "-".join(re.findall(r"[^\W_]+", stem))[:60]
    return source if source in _SPEAKING or words in ("", source) else f"{source}-{words}"


def parsed(content: bytes, path: str) -> dict[str, Said]:
    """The ledger in the bytes of a file. Raises CannotRead at the first line that is none: it would be lost else."""
    found = {}
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.strip():
            said = _said(line)
            if said is None:
                advice = "Mend the line or take it out; git may have left marks of a conflict there."
                raise CannotRead(path, "this is no line as an import writes it", advice, number)
            found[said.key] = said
    return found


def _said(line: bytes) -> Said | None:
    try:
        told = json.loads(line)
        values = {str(name): tuple(map(str, items)) for name, items in told["values"].items()}
        kept = tuple((str(name), str(value)) for name, value in told.get("kept", ()))
        return Said(str(told["key"]), str(told["file"]), values, kept)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def written(said: Iterable[Said]) -> str:
    """A ledger as text, in the order of its keys."""
    return "".join(_line(one) for one in sorted(said))


def _line(said: Said) -> str:
    told = {"key": said.key, "file": said.file, "values": dict(sorted(said.values.items()))}
    return json.dumps(told | ({"kept": said.kept} if said.kept else {}), ensure_ascii=False) + "\n"
