"""Files of other programs, read: which reader takes which, and what it needs to be told."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from netfiles.errors import CannotRead

if TYPE_CHECKING:
    from netfiles.exchange.formats import Format
    from netfiles.exchange.incoming import Incoming, Progress, Reader, Wishes
    from netfiles.index.network import Network

_MOST_NOTES = 100_000
_NOTE = 5 * 1024 * 1024


def incoming(path: Path, wishes: "Wishes", progress: "Progress") -> "Incoming":
    """All that a file, or a folder of notes, says. Raises CannotRead."""
    from netfiles.exchange.formats import HEAD, format_of

    if path.is_dir():
        from netfiles.exchange.notes.notes_in import read_notes

        return read_notes(_notes(path), wishes, progress)
    try:
        with path.open("rb") as file:
            told = format_of(file.read(HEAD), path.name)
            file.seek(0)
            return _reader(told)(file, path.name, wishes, progress)
    except OSError as error:
        raise CannotRead(path.name, error.strerror or str(error), "Check that the file is there, and yours.") from None


_READERS: "Mapping[Format, str]" = {
    "vcard": "vcards.vcard_in.read_vcards",
    "calendar": "calendars.calendar_in.read_calendar",
    "mailbox": "mail.mail_in.read_mailbox",
    "message": "mail.mail_in.read_message",
    "table": "tables.table_in.read_table",
    "workbook": "tables.workbook_in.read_workbook",
    "archive": "tables.archive_in.read_archive",
}


def _reader(told: "Format") -> "Reader":
    module, _, name = _READERS[told].rpartition(".")
    reader: Reader = getattr(import_module(f"netfiles.exchange.{module}"), name)
    return reader


def _notes(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The notes of a folder by their paths in it, in order; nothing outside of it, nothing hidden."""
    found = sorted(path for path in folder.rglob("*.md") if path.is_file() and not path.is_symlink())
    for path in found[:_MOST_NOTES]:
        within = path.relative_to(folder)
        if not any(part.startswith(".") for part in within.parts) and path.stat().st_size <= _NOTE:
            yield within.as_posix(), path.read_bytes()


def told_of_me(network: "Network") -> frozenset[str]:
    """The owner's names, addresses and profiles, as their profile has them."""
    profile = network.collection.profile
    if profile is None:
        return frozenset()
    return frozenset(filter(None, (profile.name, *profile.emails, *profile.links)))


def window(since: date | None, until: date | None, today: date) -> tuple[date, date]:
    """The days that count: what is not said is the last two years, until today."""
    return since or today.replace(year=today.year - 2, day=min(today.day, 28)), until or today
