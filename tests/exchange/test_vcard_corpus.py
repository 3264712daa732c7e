"""Real cards that nobody of this project wrote: none is lost, and each says what others read in it.

`NETFILES_CORPUS` names the folder of such files; else it is looked for beside the repository. What a card says is told
by vobject where that can read it, and for every card by a check of its lines that is written here.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import IncomingPerson
from netfiles.exchange.vcards.vcard_in import read_vcards
from netfiles.exchange.vcards.vcard_out import Version, vcard
from netfiles.model import Link, Person
from netfiles.model.record import Origin
from netfiles.records.validate import validator
from tests.exchange.vcard_oracles import FIELDS, as_utf8, by_lines, chunks, lines_say, plain, vobject_says
from tests.exchange.vcards import WISHES, read

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
CORPUS = Path(os.environ.get("NETFILES_CORPUS") or BESIDE) / "vcard"
FILES = sorted(CORPUS.rglob("*.vcf")) if CORPUS.is_dir() else []
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus of real files is not here: NETFILES_CORPUS")


LISTS = "vobject takes a comma that is not escaped for the end of the value"
EXPLAINED = {("John_Doe_GMAIL.vcf", "vobject", "name"): LISTS, ("outlook-2003.vcf", "vobject", "company"): LISTS}
"""File, who says so and field: why we read another thing than they do."""


class Compared(NamedTuple):
    """How many values were compared for each field, by whom, and where we read another thing."""

    counts: Counter[tuple[str, str]]
    differences: list[tuple[str, str, str, str]]


def bare(field: str, text: str) -> str:
    """A value as it is compared: addresses by their words, birthdays by their digits."""
    if field == "addresses":
        return " ".join(sorted(re.findall(r"\w+", text.casefold())))
    if field == "birthday":
        return text.partition("T")[0].replace("-", "")
    return re.sub(r"^(?:tel|mailto):", "", text.replace(";ext=", " ext. "), flags=re.IGNORECASE).strip()


def compare(path: Path) -> Compared:
    """A file card by card: whatever they read, we read as a value or keep; each of our values they read too."""
    counts: Counter[tuple[str, str]] = Counter()
    differences = []
    content = path.read_bytes()
    lines = as_utf8(content).splitlines()
    starts = [n for n, line in enumerate(lines, 1) if line.upper().startswith(b"BEGIN:VCARD")]
    people = {person.line: person for person in read(content).people}
    for start, raw in zip(starts, chunks(content), strict=True):
        person = people.get(start)
        for who, theirs in (("lines", lines_say(raw)), ("vobject", vobject_says(raw))) if person else ():
            counts[who, "cards"] += theirs is not None
            for field in FIELDS if theirs else ():
                counts[who, field] += sum(bool(text.strip(" ;")) for text in theirs[field])
                differences += [
                    (path.name.rpartition("__")[2], who, field, why)
                    for why in unlike(field, theirs[field], person, raw)
                ]
    return Compared(counts, differences)


def unlike(field: str, theirs: list[str], person: IncomingPerson, raw: bytes) -> Iterator[str]:
    """What only one of both has."""
    mine = {bare(field, text) for text in ((person.name,) if field == "name" else person.values.get(field, ()))}
    kept = [bare(field, text) for _, text in person.kept]
    place = {bare(field, text) for text in person.values.get("location", ())} if field == "addresses" else set()
    labels = {bare(field, plain(text)) for text in by_lines(raw).get("LABEL", [])} if field == "addresses" else set()
    read_there = {bare(field, text) for text in theirs if text.strip(" ;")}
    for text in read_there - mine - place:
        if not any(text in other for other in kept):
            yield f"theirs only: {text}"
    if theirs or field != "name":
        yield from (f"ours only: {text}" for text in mine - read_there - labels)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.rpartition("__")[2])
def test_no_card_is_lost_and_each_says_what_others_read(path: Path):
    content = path.read_bytes()
    if b"VCARD" not in content.upper().replace(b"\0", b""):
        with pytest.raises(CannotRead):
            read(content)
        return
    incoming = read(content)
    assert len(incoming.people) + sum(one.rows for one in incoming.left) == incoming.rows == len(chunks(content))
    assert not [d for d in compare(path).differences if d[:3] not in EXPLAINED]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.rpartition("__")[2])
def test_each_goes_out_and_comes_in_the_same(path: Path, version: Version):
    with path.open("rb") as file:
        try:
            people = read_vcards(file, path.name, WISHES, lambda _done, _of: None).people
        except CannotRead:
            return
    for person in people:
        (again,) = read(vcard(*as_record(person), person.photo, version, person.notes).encode()).people
        assert (again.name, again.values, again.notes, again.photo) == (
            person.name,
            person.values,
            person.notes,
            person.photo,
        )


def as_record(person: IncomingPerson) -> tuple[Person, str | None]:
    """Somebody as the file has them that their card is written into, and their employer."""
    lists = {
        name: texts for name, texts in person.values.items() if name not in ("title", "company", "location", "birthday")
    }
    scalars = {name: texts[0] for name, texts in person.values.items() if name not in lists}
    values = validator("person").validate_python({**lists, **scalars, "name": person.name})
    company = values.get("company")
    record = Person(origin=Origin(f"contacts/{person.line}.md"), **values)
    return record, company.text if isinstance(company, Link) else None
