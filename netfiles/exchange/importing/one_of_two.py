"""People who stand in a file more than once, as one; and those who only look so, as two."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from netfiles.exchange.importing.matching import agree, apart, keys_of, signs_of, words_of
from netfiles.exchange.incoming import IncomingPerson
from netfiles.records.read import known_fields


def joined(people: Iterable[IncomingPerson]) -> Iterator[IncomingPerson]:
    """Everybody once: one are those with the same uid, with the same name and a sign in common, or alike in all.

    Whose uid is another's as well, though the names do not agree, is somebody else and has none.
    """
    found: dict[int, IncomingPerson] = {}
    at: dict[str, int] = {}
    for person in people:
        whole = repr((person.name, sorted(person.values.items()), person.notes, person.uid))
        keys = [whole, *(key for key in keys_of(person) if not key.startswith("name:"))]
        place = next((at[key] for key in keys if key in at), None)
        if place is not None and not _may_be_one(found[place], person):
            taken = bool(person.uid) and f"uid:{person.uid}" in at
            person = replace(person, uid="") if taken else person  # noqa: PLW2901  # the same without it
            place, keys = None, [key for key in keys_of(person) if not key.startswith("name:") and key not in at]
        place = len(found) if place is None else place
        found[place] = one_of_two(found[place], person) if place in found else person
        at |= dict.fromkeys(keys, place)
    yield from found.values()


def _may_be_one(first: IncomingPerson, second: IncomingPerson) -> bool:
    return agree(words_of(first.name), words_of(second.name)) and not apart(signs_of(first), signs_of(second))


def one_of_two(first: IncomingPerson, second: IncomingPerson) -> IncomingPerson:
    """What two cards say of one person: lists together, of single values the first; nothing is lost."""
    known = known_fields("person")
    values: dict[str, tuple[str, ...]] = dict(first.values)
    kept = [*first.kept, *second.kept]
    for name, items in second.values.items():
        if known.get(name) or not values.get(name):
            values[name] = tuple(dict.fromkeys((*values.get(name, ()), *items)))
        elif values[name] != items:
            kept.append((name, ", ".join(items)))
    if words_of(first.name) != words_of(second.name):
        values["aliases"] = tuple(dict.fromkeys((*values.get("aliases", ()), second.name)))
    notes = "\n\n".join(dict.fromkeys(filter(None, (first.notes, second.notes))))
    photo = first.photo or second.photo
    return replace(first, values=values, kept=tuple(dict.fromkeys(kept)), notes=notes, photo=photo)
