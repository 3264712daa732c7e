"""A vault of others as a table of paths and texts, read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from netfiles.exchange.incoming import Incoming, Wishes
from netfiles.exchange.notes.notes_in import read_notes

TODAY = date(2026, 11, 20)
WISHES = Wishes(TODAY, date(2000, 1, 1), TODAY)


def note(text: str) -> bytes:
    """A text as it is, or front matter with `; ` between its lines and the body after ` // `."""
    if text.startswith(("---", "#", "\ufeff")) or " // " not in text:
        return text.encode()
    fields, _, body = text.partition(" // ")
    return "\n".join(("---", *fields.split("; "), "---", body)).encode()


def read(files: Mapping[str, str | bytes], wishes: Wishes = WISHES, **more: object) -> Incoming:
    """What a vault of these notes says."""
    wishes = replace(wishes, **more)  # type: ignore[arg-type]
    pairs = ((path, text if isinstance(text, bytes) else note(text)) for path, text in files.items())
    return read_notes(pairs, wishes, lambda *_: None)
