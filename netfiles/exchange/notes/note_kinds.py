"""What a note of another vault is about: a person, a talk, a template, or something else."""

import re
from collections.abc import Iterator
from typing import Literal

from netfiles.exchange.notes.note_values import parts, plain
from netfiles.exchange.notes.note_words import (
    COMPANIES,
    KINDS,
    NO_PEOPLE,
    OTHER,
    PEOPLE,
    PEOPLES_FOLDERS,
    PERSON,
    TALK,
    TALKS,
    TELLING,
    TEMPLATES,
    word,
)
from netfiles.text.foreign import Note

Sort = Literal["person", "talk", "company", "template", "other"]

DAY_FIRST = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)(?:[T ]\d{2}:?\d{2}(?!\d))?[\s_.,:–—-]*")
"""A name that begins with a day."""


def sort_of(path: str, note: Note) -> Sort:
    """What a note is about: by what it says it is, then its folder, then what only people have."""
    *folders, name = map(_bare, path.split("/"))
    kinds, tags = set(_kinds(note)), set(_tags(note))
    dated = DAY_FIRST.match(path.rpartition("/")[2]) is not None
    in_people = not PEOPLES_FOLDERS.isdisjoint(folders) and name not in NO_PEOPLE and name not in folders
    in_talks = not TALKS.isdisjoint(folders) and (dated or _has(note, "date"))
    unfilled = note.fault is not None and note.fault.code == "NF210"
    rules: tuple[tuple[bool, Sort], ...] = (
        (unfilled or not TEMPLATES.isdisjoint(folders), "template"),
        (not kinds.isdisjoint(PEOPLE), "person"),
        (not kinds.isdisjoint(TALKS), "talk"),
        (not kinds.isdisjoint(COMPANIES) or (not kinds and name in COMPANIES), "company"),
        (not kinds.isdisjoint(OTHER), "other"),
        (not tags.isdisjoint(PEOPLE), "person"),
        (not tags.isdisjoint(TALKS) and _has(note, "with"), "talk"),
        (in_people and not dated, "person"),
        (in_talks and _has(note, "with"), "talk"),
        (not dated and any(_has_person(note)), "person"),
    )
    return next((sort for holds, sort in rules if holds), "other")


def _bare(part: str) -> str:
    """A folder or file as it stands in the tables: `03 👥 People` is `people`."""
    return re.sub(r"^[\d_]+(?=[^\d_])", "", word(part.removesuffix(".md"))) or word(part)


def _kinds(note: Note) -> Iterator[str]:
    for said in note.said:
        if word(said.keys[-1]) in KINDS:
            yield from (word(part) for text in said.texts for part in parts(plain(text)))


def _tags(note: Note) -> Iterator[str]:
    """The tags, and the first part of those with several: `people/friend`."""
    for said in note.said:
        if PERSON.get(word(said.keys[-1])) == "tags":
            for tag in (part.lstrip("#") for text in said.texts for part in re.split(r"[,\s]+", plain(text))):
                yield from (word(tag), word(tag.partition("/")[0]))


def _has(note: Note, field: str) -> bool:
    return any(TALK.get(word(said.keys[0])) == field for said in note.said)


def _has_person(note: Note) -> Iterator[bool]:
    for said in note.said:
        yield PERSON.get(word(said.keys[-1])) in TELLING
