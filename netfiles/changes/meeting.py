"""Somebody met: an entry, and a file for whoever is new."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from netfiles.changes.entry import Journal, called, new_entry
from netfiles.insights.directory import Listed, bare
from netfiles.model import Person
from netfiles.model.fields import WRITTEN, Channel, Direction
from netfiles.records.plan import Created, Edited, Plan, Step
from netfiles.text.edits import Set
from netfiles.text.stems import stem_of, unused
from netfiles.text.written import link, written


class Met(NamedTuple):
    """A meeting: the channel, the place or event, and what was said."""

    by: Channel
    place: str
    text: str

    @property
    def placed(self) -> str:
        """What was said, with the place before it where no field holds that."""
        return "\n\n".join(filter(None, (f"At {self.place}." if self.place else "", self.text)))


def is_meant(text: str, found: Listed) -> bool:
    """Whether a whole name means somebody found by it: not where it only begins like theirs."""
    words = set(bare(text.strip("[] ")).split())
    return len(words) < 2 or any(words <= set(name.replace(".", " ").split()) for name in found.plain.split("\n"))


def met_known(one: Listed, with_: str, person: Person | None, met: Met, at: Journal) -> Plan:
    """Meet somebody on file; where it is the first time, their file says when and where."""
    edits = []
    first = person is not None and not one.entries and person.met_on is None
    if first:
        edits = [Set("met_on", at.day.isoformat()), *([Set("met_at", met.place)] if met.place else [])]
    entry = _entry(one.name, with_, met, met.text if first else met.placed, at)
    file: tuple[Step, ...] = (Edited(person.path, person.origin.checksum, tuple(edits)),) if person and edits else ()
    return Plan(f"Meet {one.name}", (*file, entry), (f"You met {one.name}.",))


def met_new(name: str, like: Sequence[str], met: Met, files: Collection[str], at: Journal) -> Plan:
    """Meet somebody who is not on file: a file for them too. `files` are the stems taken among people."""
    stem = unused(stem_of(name) or "Somebody", files)
    fields = {"name": name if name != stem else None, "met_on": at.day, "met_at": met.place}
    person = Created(f"{at.folders.contacts}/{stem}.md", written(fields))
    said = [f"You met {name}, who is on file now: {person.path}"]
    said += [f"Much the same name is on file: {' and '.join(like)}. Is it the same person?"] if like else []
    return Plan(f"Meet {name}", (person, _entry(name, link(stem), met, met.text, at)), tuple(said))


def _entry(name: str, with_: str, met: Met, body: str, at: Journal) -> Created:
    way: Direction | None = "both" if met.by in WRITTEN else None
    fields = {"with": (with_,), "channel": met.by, "direction": way}
    return new_entry(at, called(met.by, [name], way), fields, body)
