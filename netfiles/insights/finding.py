"""Finding people: by a query, or by what they are called; accents and case are forgiven."""

from collections.abc import Iterable, Mapping
from datetime import date

from netfiles.insights.directory import Directory, bare, person
from netfiles.insights.in_short import About
from netfiles.insights.whom import longest_word, whom
from netfiles.query.matching import holding, matching
from netfiles.query.terms import Query, Word
from netfiles.text.letters import flat


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


def named(people: Mapping[str, About], name: str) -> tuple[About, ...]:
    """Whom a name means, as `whom` tells; where it means nobody, everyone whose name holds its letters."""
    longest, wanted = longest_word(name), bare(name).split()
    near = [about for about in people.values() if longest and longest in _bare(about)]
    meant = whom(Directory({about.key: person(about) for about in near}), name)
    found = [people[one.key] for one in meant]
    if not found and wanted:
        found = [about for about in people.values() if all(word in _bare(about) for word in wanted)]
    return tuple(sorted(found, key=lambda about: (about.names.partition("\n")[0], about.key)))


def _bare(about: About) -> str:
    """All that somebody can be called, without apostrophes."""
    return f"{about.names}\n{flat(about.file or '')}".replace("'", "").replace("’", "")
