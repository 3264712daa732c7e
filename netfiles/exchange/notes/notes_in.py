"""Another vault of plain notes: people and talks in other people's words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netfiles.exchange.incoming import Incoming, IncomingPerson, IncomingTalk, Left, Progress, Wishes
from netfiles.exchange.notes.note_kinds import sort_of
from netfiles.exchange.notes.note_names import Names
from netfiles.exchange.notes.note_person import Found, person_of
from netfiles.exchange.notes.note_talks import MOST, NoTalk, last_talk, talk_of, talks_of
from netfiles.problems import printable
from netfiles.text.foreign import Note, read_note

_MOST_BYTES = 5 * 1024 * 1024


class _Person(NamedTuple):
    """Somebody whose note was read, and when they were last spoken to, where it says so."""

    path: str
    person: IncomingPerson
    last_contact: str


@dataclass(slots=True)
class _Reading:
    """What one reading collects; `passed` counts by what is said of them in the end."""

    wishes: Wishes
    people: list[_Person] = field(default_factory=list)
    talks: list[IncomingTalk] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    passed: Counter[str] = field(default_factory=Counter)
    names: Names = field(default_factory=Names)


_PASSED = {
    "foreign": ("file{s} that {is} no Markdown note", "Only notes are brought in.", True),
    "other": ("note{s} that {is} on no person", "`type: person`, or a folder People, says that a note is.", True),
    "company": ("note{s} on companies", "The people of a company bear its name.", True),
    "me": ("note{s} on yourself", "Who you are stands in the profile.", True),
    "template": ("template{s} for notes", "", True),
    "alone": ("note{s} on a talk with nobody else", "Name them there: `people`, `attendees`, `with`.", True),
    "early": ("talk{s} from outside the time that was asked for", "Ask for more with --since and --until.", True),
    "undated": ("dated line{s} from outside the time that was asked for", "They stay in the notes.", False),
    "lines": ("dated line{s} in notes became entries of the journal", "They stay in the notes too.", False),
    "last": (
        "date{s} of a last contact became entries of the journal, their channel `other`",
        "How often to be in touch counts from there.",
        False,
    ),
}
"""What is said of what was counted: the words, the advice, and whether they are whole files."""


def read_notes(files: Iterable[tuple[str, bytes]], wishes: Wishes, progress: Progress) -> Incoming:
    """The people and talks in these files, each a path below the vault, its parts parted by `/`, and its bytes."""
    reading = _Reading(wishes)
    rows = 0
    for path, content in files:
        _read(reading, path, content)
        rows += 1
        progress(rows, rows)
    people = tuple(reading.names.with_names(one.path, one.person) for one in reading.people)
    talks = tuple(_settled(reading))
    return Incoming("notes", people, talks, (*reading.left, *_told(reading.passed)), rows)


def _told(passed: Counter[str]) -> Iterator[Left]:
    for sort, (words, advice, whole) in _PASSED.items():
        if count := passed[sort]:
            said = words.format(s="s" * (count != 1), **{"is": "is" if count == 1 else "are"})
            yield Left(1, f"{count} {said}", advice, count if whole else 0)


def _read(reading: _Reading, path: str, content: bytes) -> None:
    if not path.lower().endswith(".md"):
        reading.passed["foreign"] += 1
    elif len(content) > _MOST_BYTES:
        message = f"{printable(path)}: longer than {_MOST_BYTES // 1024 // 1024} MiB"
        reading.left.append(Left(1, message, "Split the note.", 1))
    else:
        _read_note(reading, f"{path[: -len('.md')]}.md", read_note(content))


def _read_note(reading: _Reading, path: str, note: Note) -> None:
    sort = sort_of(path, note)
    if note.guessed and sort in ("person", "talk"):
        said = f"{printable(path)}: not written in UTF-8; read as Windows writes"
        reading.left.append(Left(1, said, "Look whether its letters are right."))
    if note.fault and sort != "template":
        _say_fault(reading, path, note, sort not in ("person", "talk"))
    elif sort in ("template", "other", "company"):
        reading.passed[sort] += 1
    if sort == "person":
        _person(reading, path, person_of(path, note), note)
    elif sort == "company":
        reading.names.company(path, person_of(path, note).person.name)
    elif sort == "talk":
        _talk(reading, path, note)


def _say_fault(reading: _Reading, path: str, note: Note, whole: bool) -> None:
    problem = note.fault
    if problem is not None:
        told = "It is left out: nothing else says that it is on a person." if whole else "All of it is kept as notes."
        said = f"{printable(path)}: {printable(problem.message)}"
        reading.left.append(Left(problem.place.line, said, f"{told} {problem.advice}", int(whole)))


def _person(reading: _Reading, path: str, found: Found, note: Note) -> None:
    person = found.person
    others = (*person.values.get("aliases", ()), *(text for key, text in person.kept if key == "slug"))
    if found.me:
        reading.passed["me"] += 1
        reading.names.me(path, (person.name, *others, *person.values.get("emails", ())))
        return
    reading.names.person(path, person.name, others)
    reading.people.append(_Person(path, person, found.last_contact))
    reading.left.extend(found.left)
    talks = list(talks_of(path, note, person.name, reading.wishes))
    if len(talks) == MOST:
        said = f"{printable(path)}: {MOST:,} dated lines or more; only so many became entries"
        reading.left.append(Left(talks[-1].line, said, "The others stay in the notes."))
    reading.talks.extend(talks)


def _talk(reading: _Reading, path: str, note: Note) -> None:
    try:
        reading.talks.append(talk_of(path, note, reading.wishes.me))
    except NoTalk as why:
        reading.left.append(Left(1, f"{printable(path)}: a note on a talk that {why}", "Add it there.", 1))


def _settled(reading: _Reading) -> Iterator[IncomingTalk]:
    """The talks of the time that was asked for, and the last contacts after them."""
    newest: dict[str, str] = {}
    for talk in map(reading.names.with_parties, reading.talks):
        for party in talk.with_:
            newest[party.name] = max(newest.get(party.name, ""), talk.at[:10])
        if not talk.with_:
            reading.passed["alone"] += talk.rows
        elif not _wanted(reading.wishes, talk):
            reading.passed["early" if talk.rows else "undated"] += 1
        else:
            reading.passed["lines"] += not talk.rows
            yield talk
    for path, person, at in reading.people:
        if not newest.get(person.name, "") < at <= str(reading.wishes.today):
            continue
        last = last_talk(path, person.name, at)
        if _wanted(reading.wishes, last):
            reading.passed["last"] += 1
            yield last


def _wanted(wishes: Wishes, talk: IncomingTalk) -> bool:
    return str(wishes.since) <= talk.at[:10] <= str(wishes.until)
