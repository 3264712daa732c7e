"""A business card beside a person: its pictures as they are, and of what it says what the file does not hold yet."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from netfiles.model import Person
from netfiles.records.plan import Copied, Created, Edited, Plan
from netfiles.records.validate import list_fields
from netfiles.text.edits import Add, Edit, Set
from netfiles.text.stems import alike, stem_of, unused


class Side(NamedTuple):
    """A picture of one side of a card, with the ending that its kind of file has."""

    content: bytes
    suffix: str


def pictures(called: str, sides: Sequence[Side], folder: str, taken: Collection[str]) -> tuple[Copied, ...]:
    """The pictures under the name of whose card it is; `taken` are the names of the folder, as `alike` gives them."""
    used = {name.rpartition(".")[0] or name for name in taken}
    stem = stem_of(called) or "Business card"
    made = []
    for side in sides:
        name = unused(stem if "card" in alike(stem).split() else f"{stem} card", used)
        used.add(alike(name))
        made.append(Copied(f"{folder}/{name}{side.suffix}", side.content))
    return tuple(made)


def names_of(made: Sequence[Copied]) -> tuple[str, ...]:
    """The names of pictures as `cards` bears them."""
    return tuple(one.path.rpartition("/")[2] for one in made)


def with_pictures(plan: Plan, made: Sequence[Copied]) -> Plan:
    """The plan of a new file, with the pictures that it names."""
    whose = next((one.path for one in plan.steps if isinstance(one, Created)), "").rpartition("/")[2]
    return Plan(f"Add {whose.removesuffix('.md')} by their card", (*made, *plan.steps), plan.said)


def card_for(person: Person, made: Sequence[Copied], read: Mapping[str, tuple[str, ...]]) -> Plan:
    """Put a card to somebody who is on file, and into empty fields what it says."""
    edits: list[Edit] = [Add("cards", names_of(made))]
    said = []
    for field, values in read.items():
        if field == "name":
            if all(alike(name) not in map(alike, (person.called, *person.aliases)) for name in values):
                said.append(f"The card says the name {values[0]}; the file keeps {person.called}.")
            continue
        more, word = _more(person, field, values)
        edits += more
        said += word
    title = f"Add a card to {person.called}"
    return Plan(title, (*made, Edited(person.path, person.origin.checksum, tuple(edits))), tuple(said))


def _more(person: Person, field: str, values: tuple[str, ...]) -> tuple[list[Edit], list[str]]:
    """The edits that a field needs; a word where it says something else."""
    now = getattr(person, field)
    if list_fields("person")[field]:
        known = {_bare(field, str(one)) for one in now}
        new = tuple(value for value in values if _bare(field, value) not in known)
        return ([Add(field, new)] if new else []), []
    if not now:
        return [Set(field, values[0])], []
    there = now if isinstance(now, str) else now.label or now.target
    if alike(there) == alike(values[0]):
        return [], []
    return [], [f"The card says {field}: {values[0]}; the file keeps {there}."]


def _bare(field: str, value: str) -> str:
    """A value as it is compared: digits of a number, an address without its scheme."""
    if field == "phones":
        return re.sub(r"\D", "", value)
    return re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", value.casefold()).strip()
