"""Finding people: by a query, or by what they are called; accents and case are forgiven."""

import re
from collections.abc import Iterable
from datetime import date

from netfiles.index.names import Ambiguous, folded
from netfiles.insights.glance import Glance
from netfiles.insights.in_short import About
from netfiles.model import Link
from netfiles.query.matching import holding, matching
from netfiles.query.terms import Query, Word
from netfiles.text.letters import flat, unaccented


def find_people(people: Iterable[About], query: Query, today: date) -> tuple[About, ...]:
    """Everyone a query asks for: those whose name holds its words first, then by name; an empty one asks for nobody.

    Words alone find people whose status is closed as well.
    """
    if not query.terms:
        return ()
    fits = holding(query, today) if query.only_words else matching(query, today)
    words = [flat(term.text) for term in query.terms if isinstance(term, Word) and not term.no]
    return _ranked([about for about in people if fits(about)], words)


def _ranked(found: Iterable[About], words: list[str]) -> tuple[About, ...]:
    ranked = [(_rank(about, words), about.names.partition("\n")[0], about.key, about) for about in found]
    return tuple(about for *_, about in sorted(ranked, key=lambda row: row[:3]))


def _rank(about: About, words: list[str]) -> int:
    """0 where names hold all words, 1 where names, companies and tags do, else 2."""
    for rank, text in enumerate((about.names, f"{about.names}\n{about.facts}")):
        if all(word in text for word in words):
            return rank
    return 2


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
    if not (wanted := unaccented(name).split()):
        return ()
    held = _ranked((about for about in day.people.values() if all(word in about.names for word in wanted)), wanted)
    begun = [about for about in held if all(_begins_a_word(word, about.names) for word in wanted)]
    return tuple(begun or held)


def _begins_a_word(beginning: str, names: str) -> bool:
    return any(word.startswith(beginning) for word in re.split(r"[\W_]+", names))
