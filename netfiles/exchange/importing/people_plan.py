"""What an import does to people: whom it adds, whom it finds on file, and what it does to their files."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal, NamedTuple

from netfiles.exchange.importing.field_by_field import FieldChange, edits_of, field_changes
from netfiles.exchange.importing.ledger import Ledger, Said
from netfiles.exchange.importing.matching import Match, OnFile, Unsure, keys_of
from netfiles.exchange.importing.one_of_two import one_of_two
from netfiles.exchange.incoming import IncomingPerson, Values
from netfiles.model import Person
from netfiles.model.options import Folders
from netfiles.records.plan import Copied, Created, Edited, Step
from netfiles.records.read import known_fields
from netfiles.text.edits import Append, Edit, Set
from netfiles.text.stems import alike, stem_of, unused
from netfiles.text.written import Plain, Value, written

Outcome = Literal["new", "changed", "same", "unsure", "removed", "locked"]


class PersonOutcome(NamedTuple):
    """What becomes of somebody: `path` is their file, `why` what proves that it is theirs, or why it is not sure.

    `removed`: their file was made by an import and is gone since; it does not come back. `locked`: their file cannot be
    changed, and is left.
    """

    person: IncomingPerson
    outcome: Outcome
    path: str
    why: str = ""
    fields: tuple[FieldChange, ...] = ()
    others: tuple[str, ...] = ()
    """The files that somebody may belong to."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What people are planned upon: who is on file, how links are written, which names of files are taken."""

    records: Mapping[str, Person]
    on_file: OnFile
    ledger: Ledger
    folders: Folders
    source: str
    """What stands in the field `source` of a new file: `linkedin, 2026-11-30`."""
    company: Callable[[str], str]
    """A company as it is written: as a link where there is a file of it."""
    taken: Collection[str] = ()
    """The stems of contacts/, as `alike` gives them."""
    pictures: Collection[str] = ()
    unreadable: Mapping[str, str] = field(default_factory=dict)
    """Files of contacts/ that are no records, by their stems as `alike` gives them."""
    again: bool = False
    """Whether those come back whose files were removed."""


Same = Literal["match", "new", "skip"]
"""What somebody is who only bears the name of one on file: the same, another, or left out."""
Settle = Callable[[IncomingPerson, Unsure], str | Literal["new", "skip"]]
"""Answers for one of whom it is not sure: the path of their file, or one of the words."""


def outcomes(people: Iterable[IncomingPerson], ground: Ground, settle: Settle) -> Iterator[PersonOutcome]:
    """What becomes of everybody, in their order."""
    taken = {*ground.taken}
    decided = [_decided(person, ground, settle) for person in map(_named, people)]
    for path, meant in _by_path(decided).items():
        decided[meant[0]] = _matched([decided[n] for n in meant], path, ground)
    for one in decided:
        if one.outcome != "new":
            yield one
        elif unreadable := ground.unreadable.get(alike(stem_of(one.person.name))):
            why = f"{unreadable} cannot be read: `netfiles check` says why, mend it first"
            yield one._replace(outcome="unsure", why=why, others=(unreadable,))
        else:
            yield one._replace(path=_path(one.person, ground.folders, taken))


def _decided(person: IncomingPerson, ground: Ground, settle: Settle) -> PersonOutcome:
    """Whose file it is; what is done to it is not decided yet."""
    said = _said(person, ground)
    found = ground.on_file.match(person)
    if not isinstance(found, Match) and said and said.file in ground.records:
        found = Match(said.file, "imported into it before")
    if isinstance(found, Unsure):
        answer = settle(person, found)
        if answer == "skip":
            return PersonOutcome(person, "unsure", "", found.why, (), found.paths)
        found = None if answer == "new" else Match(answer, f"{found.why}; so it was answered")
    if found is not None:
        return PersonOutcome(person, "same", found.path, found.why)
    if said is not None and not ground.again:
        return PersonOutcome(person, "removed", said.file, "you removed the file after an import")
    return PersonOutcome(person, "new", "")


def _said(person: IncomingPerson, ground: Ground) -> Said | None:
    return next((ground.ledger[key] for key in keys_of(person) if key in ground.ledger), None)


def _by_path(decided: Sequence[PersonOutcome]) -> dict[str, list[int]]:
    """The places of those who have a file, by its path."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(decided):
        if one.outcome == "same":
            found.setdefault(one.path, []).append(number)
    return found


def _named(person: IncomingPerson) -> IncomingPerson:
    """Somebody with a name that a file can bear: who has none is called by what there is."""
    others = (value for field in ("emails", "phones", "links", "company") for value in person.values.get(field, ()))
    return person if stem_of(person.name) else replace(person, name=next(others, person.name) or "Somebody")


def _matched(cards: Sequence[PersonOutcome], path: str, ground: Ground) -> PersonOutcome:
    """What all that a source says of one person, on one card or several, does to their file."""
    record = ground.records[path]
    person = reduce(one_of_two, (card.person for card in cards))
    said = [said for card in cards if (said := _said(card.person, ground))]
    before = reduce(_both, (one.values for one in said)) if said else None
    changes = field_changes(record, person.values, before)
    if person.photo and not (record.photo or said):
        changes.append(FieldChange("photo", "fill", (), (f"{record.origin.stem}{person.photo.suffix}",)))
    if _notes_are_new(person.notes, before, record.origin.body):
        changes.append(FieldChange("notes", "add", (), (person.notes,)))
    does = any(change.what != "differs" for change in changes)
    first = replace(cards[0].person, photo=person.photo)
    return cards[0]._replace(person=first, fields=tuple(changes), outcome="changed" if does else "same")


def _both(one: Values, two: Values) -> Values:
    """What two lines of a ledger said."""
    known = known_fields("person")
    lists = {name: tuple(dict.fromkeys((*one.get(name, ()), *two[name]))) for name in two if known.get(name)}
    return {**two, **one, **lists}


def _notes_are_new(notes: str, said: Values | None, body: str) -> bool:
    before = (said or {}).get("notes", ("",))[0]
    return bool(notes.strip()) and notes != before and " ".join(notes.split()) not in " ".join(body.split())


def _path(person: IncomingPerson, folders: Folders, taken: set[str]) -> str:
    company = stem_of(next(iter(person.values.get("company", ())), ""))
    stem = unused(stem_of(person.name) or "Somebody", taken, [company] if company else [])
    taken.add(alike(stem))
    return f"{folders.contacts}/{stem}.md"


Theirs = Callable[[PersonOutcome, FieldChange], bool]
"""Answers whether the source is right about a field of somebody, where the file says something else."""


def agreed(outcome: PersonOutcome, theirs: Theirs) -> PersonOutcome:
    """The same with some fields taken from the source where the two differ."""
    fields = tuple(
        one._replace(what="change") if one.what == "differs" and theirs(outcome, one) else one for one in outcome.fields
    )
    changed = outcome.outcome == "changed" or fields != outcome.fields
    return outcome._replace(fields=fields, outcome="changed" if changed else outcome.outcome)


def steps(outcome: PersonOutcome, ground: Ground, picture: str | None) -> Iterator[Step]:
    """What is to be written for somebody; `picture` is the path their photo gets."""
    person = outcome.person
    if person.photo and picture:
        yield Copied(picture, person.photo.content)
    if outcome.outcome == "new":
        yield Created(outcome.path, _file(outcome, ground, picture))
    elif outcome.outcome == "changed":
        record = ground.records[outcome.path]
        yield Edited(outcome.path, record.origin.checksum, tuple(_edits(outcome, ground, picture)))


def wants_picture(outcome: PersonOutcome) -> bool:
    """Whether their photo goes into the vault."""
    new = outcome.outcome == "new" or any(one.field == "photo" for one in outcome.fields)
    return outcome.person.photo is not None and new


def _edits(outcome: PersonOutcome, ground: Ground, picture: str | None) -> Iterator[Edit]:
    plain = [one for one in outcome.fields if one.what != "differs" and one.field not in ("photo", "notes")]
    yield from edits_of(plain, lambda name, value: ground.company(value) if name == "company" else value)
    if picture:
        yield Set("photo", picture.rpartition("/")[2])
    for change in outcome.fields:
        if change.field == "notes":
            yield from (Append(""), Append(f"## From {ground.source}\n\n{change.new[0].strip()}"))


def _file(outcome: PersonOutcome, ground: Ground, picture: str | None) -> str:
    person, stem = outcome.person, outcome.path.rpartition("/")[2].removesuffix(".md")
    known = known_fields("person")
    given = {name: person.values[name] for name in known if person.values.get(name)}
    values: dict[str, Value] = {name: value_of(name, known[name], items) for name, items in given.items()}
    if "company" in given:
        values["company"] = ground.company(given["company"][0])
    own = {"name": person.name if person.name != stem else None}
    photo = {"photo": picture.rpartition("/")[2]} if picture else {}
    return written(own | values | photo | {"uid": person.uid, "source": ground.source}, person.notes)


_TYPED = frozenset(("as_of", "birthday", "keep_in_touch", "met_on", "minutes", "next_on", "they_owe_on", "thanked"))
"""Fields whose type says what a date or a number is, so that it stands without quotes."""


def value_of(name: str, is_list: bool, items: tuple[str, ...]) -> Value:
    """The value of a field as it is written into a new file."""
    return items if is_list else Plain(items[0]) if name in _TYPED else items[0]


def said_of(outcome: PersonOutcome, used: Collection[str]) -> Said:
    """What the source said of somebody, to be remembered by what nobody else in the file is called by."""
    person = outcome.person
    keys = keys_of(person)
    values = dict(person.values) | ({"notes": (person.notes,)} if person.notes else {})
    return Said(next((key for key in keys if key not in used), keys[-1]), outcome.path, values, person.kept)
