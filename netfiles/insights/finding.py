"""Finding people by words over names, companies, tags and notes; accents and case are forgiven."""

import re

from netfiles.index.names import Ambiguous, folded
from netfiles.insights.glance import Glance
from netfiles.insights.in_short import About
from netfiles.model import Link
from netfiles.text.letters import unaccented


def find_people(day: Glance, words: str) -> tuple[About, ...]:
    """Everyone in whom all words occur; those whose name holds them first, then by name."""
    wanted = unaccented(words).split()
    if not wanted:
        return ()
    found = [(_rank(about, wanted), about) for about in day.people.values()]
    matches = [(rank, about) for rank, about in found if rank is not None]
    return tuple(
        about for _, about in sorted(matches, key=lambda pair: (pair[0], unaccented(pair[1].name), pair[1].key))
    )


def _rank(about: About, wanted: list[str]) -> int | None:
    """0 where names hold all words, 1 where names, companies and tags do, 2 with notes; None where nothing does."""
    text = ""
    for rank, more in enumerate((about.names, about.facts, about.notes)):
        text = f"{text}\n{more}"
        if all(word in text for word in wanted):
            return rank
    return None


def named(day: Glance, name: str) -> tuple[About, ...]:
    """Whom a name means: by link rules, else as a name not on file, else everyone whose name holds the words.

    Where words begin those of some names, only those count: `nia` is no Rania as long as there is a Nia.
    """
    found = day.named().find(Link(name.strip()), ("person",))
    if isinstance(found, Ambiguous):
        return tuple(day.people[path] for path in sorted(found.paths))
    if found is not None:
        return (day.people[found],)
    if about := day.people.get(f"name:{folded(name)}"):
        return (about,)
    wanted = unaccented(name).split()
    held = [about for about in find_people(day, name) if all(word in about.names for word in wanted)]
    begun = [about for about in held if all(_begins_a_word(word, about.names) for word in wanted)]
    return tuple(begun or held)


def _begins_a_word(beginning: str, names: str) -> bool:
    return any(word.startswith(beginning) for word in re.split(r"[\W_]+", names))
