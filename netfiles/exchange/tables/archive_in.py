"""Reads a zip: LinkedIn's whole export, or one of tables and cards; nothing of it is ever written to the disk.

What a zip says of itself is not believed: what is read is bounded by what comes out, and a name that leads out of it
is left alone.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming, IncomingPerson, Left, Progress, Reader, Wishes
from netfiles.exchange.tables.table_dates import day_of
from netfiles.exchange.tables.table_in import read_table
from netfiles.exchange.tables.table_remarks import Remarks, one_line, shown
from netfiles.exchange.tables.table_text import MAX_BYTES
from netfiles.exchange.tables.tables import read_rows
from netfiles.exchange.tables.zip_bounds import Budget, open_zip, sound_members
from netfiles.exchange.vcards.vcard_in import read_vcards

MAX_READ = 2 * MAX_BYTES
_NEEDED = ("connections.csv", "messages.csv", "invitations.csv")
_OWNER = "profile.csv"
_EXPORTED = re.compile(r"LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})")
_READERS: Mapping[str, Reader] = {"csv": read_table, "tsv": read_table, "vcf": read_vcards, "vcard": read_vcards}
_MAX_LISTED = 40


def read_archive(file: BinaryIO, name: str, wishes: Wishes, progress: Progress) -> Incoming:
    """All that the files of a zip say which are of use."""
    budget = Budget(name, MAX_READ)
    with open_zip(file, name) as archive:
        sound, left = sound_members(archive)
        wanted = _wanted(sound)
        if not wanted:
            held = _listed(sound) or "no file that may be read"
            raise CannotRead(name, "there is no table of people in it", f"It holds {held}; see what is meant.")
        wishes = replace(wishes, me=wishes.me | _owner(archive, sound, budget))
        parts, faults = [], []
        for place, member in enumerate(wanted):
            try:
                with budget.open(archive, member) as content:
                    read = _READERS[_suffix(member)](content, _base(member), wishes, _of_whole(progress, wanted, place))
            except CannotRead as fault:
                faults.append(fault)
            else:
                parts.append(_of_member(read, member))
    if not parts:
        raise faults[0]
    left += [Left(1, str(fault), "The other files of the zip are read.") for fault in faults]
    if rest := [member for member in sound if member not in wanted]:
        left.append(Left(1, f"not needed, and left out: {_listed(rest)}"))
    return _together(parts, left, _day_of(name, wishes))


def _of_whole(progress: Progress, members: Sequence[zipfile.ZipInfo], place: int) -> Progress:
    """How much of one file is done, as of all of them by the sizes they say they have."""
    before, whole = (sum(one.file_size for one in some) for some in (members[:place], members))

    def told(done: int, _: int) -> object:
        return progress(before + min(done, members[place].file_size), whole)

    return told


def _wanted(sound: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """The files to read: of LinkedIn's export three, else all tables and cards."""
    named: dict[str, zipfile.ZipInfo] = {}
    for member in sound:
        named.setdefault(_base(member).casefold(), member)
    if linkedin := [named[one] for one in _NEEDED if one in named]:
        return linkedin
    ours = [member for member in sound if not _base(member).startswith(".") and "__MACOSX" not in member.filename]
    return [member for member in ours if _suffix(member) in _READERS]


def _base(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").rsplit("/", 1)[-1]


def _suffix(member: zipfile.ZipInfo) -> str:
    return _base(member).rpartition(".")[2].casefold()


def _listed(members: Sequence[zipfile.ZipInfo]) -> str:
    names = [shown(_base(member)) for member in members[:_MAX_LISTED]]
    more = len(members) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _owner(archive: zipfile.ZipFile, sound: Sequence[zipfile.ZipInfo], budget: Budget) -> frozenset[str]:
    """The name of the owner, which LinkedIn's export says in their profile."""
    profile = next((member for member in sound if _base(member).casefold() == _OWNER), None)
    if profile is None:
        return frozenset()
    try:
        with budget.open(archive, profile) as content:
            rows = list(islice(read_rows(content, _OWNER, Remarks(), lambda *_: None, len), 2))
    except CannotRead:
        return frozenset()
    cells = dict(zip(rows[0].cells, rows[-1].cells, strict=False)) if len(rows) == 2 else {}
    return frozenset(filter(None, [one_line(f"{cells.get('First Name', '')} {cells.get('Last Name', '')}")]))


def _day_of(name: str, wishes: Wishes) -> str:
    """The day of LinkedIn's export, which only its name says."""
    match = _EXPORTED.search(name)
    day = day_of(f"{match[3]}-{match[1]}-{match[2]}") if match else ""
    return day if day and day <= wishes.today.isoformat() else ""


def _of_member(read: Incoming, member: zipfile.ZipInfo) -> Incoming:
    left = tuple(one._replace(message=f"{shown(_base(member))}: {one.message}") for one in read.left)
    return replace(read, left=left)


def _together(parts: Sequence[Incoming], left: Sequence[Left], day: str) -> Incoming:
    sources = {part.source for part in parts}
    return Incoming(
        sources.pop() if len(sources) == 1 else "archive",
        tuple(_as_of(person, day) for part in parts for person in part.people),
        tuple(talk for part in parts for talk in part.talks),
        tuple([one for part in parts for one in part.left] + list(left)),
        sum(part.rows for part in parts),
    )


def _as_of(person: IncomingPerson, day: str) -> IncomingPerson:
    if not day or not person.values.keys() & {"title", "company"}:
        return person
    return replace(person, values={**person.values, "as_of": (day,)})
