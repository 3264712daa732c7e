"""Whom a name means that was typed in a hurry: by full name, alias, first name, `Nia O.`, without accents."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from netfiles.index.names import Ambiguous, last_part
from netfiles.insights.directory import Directory, Listed, bare
from netfiles.model import Kind, Link
from netfiles.model.fields import WIKILINK, parse_link
from netfiles.text.letters import flat

PARTICLES = frozenset(
    "al bin da das de del della der di dos du el ibn la le o san st ten ter van vom von zu zum zur".split()
)
"""Small words of names that people leave out."""


class Candidate(NamedTuple):
    """Somebody who may be meant, and what speaks for it."""

    listed: Listed
    why: str


def whom(names: Directory, text: str, kinds: tuple[Kind, ...] = ("person",)) -> list[Listed]:
    """All whom a text may mean, by the closest way of calling somebody in which it means anybody.

    As a link first; then, without regard to accents, case and particles: the whole name; first name and initial; one
    name alone; beginnings of names.
    """
    link, target = WIKILINK.fullmatch(text.strip()), target_of(text)
    asked, longest = _words(last_part(target)), longest_word(target)
    if not longest:
        return []
    near = {one.key: one for one in names.listed.values() if one.kind in kinds and longest in one.plain}
    found = Directory(near).names().find(Link(target), kinds)
    if isinstance(found, Ambiguous):
        return [near[key] for key in found.paths]
    if found is not None:
        return [near[found]]
    if link:
        return [one for one in near.values() if one.file is None and flat(one.name) == flat(target)]
    called = [(one, [_words(name) for name in one.plain.split("\n")]) for one in near.values()]
    for fits in _WAYS:
        if hits := [one for one, all_ in called if any(fits(asked, words) for words in all_)]:
            return hits
    return []


def target_of(text: str) -> str:
    """The name that a text is, or that it links to."""
    link = WIKILINK.fullmatch(text.strip())
    return parse_link(link[1]).target if link else text.strip()


def longest_word(name: str) -> str:
    """The longest word of a name or a link, plain: whoever is meant bears it; empty where there is none."""
    return max(_bare(_words(last_part(target_of(name)))), key=len, default="")


def _words(name: str) -> list[str]:
    """The words of a name, plain; an initial keeps its dot."""
    return [word for word in re.split(r"[\s,_-]+", bare(name)) if word.strip(".")]


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip('."()“”') for word in words if word not in PARTICLES] or list(words)


def _whole(asked: list[str], words: list[str]) -> bool:
    return _bare(asked) == _bare(words)


def _initials(asked: list[str], words: list[str]) -> bool:
    """`Nia O.`, `N. Okafor`, `J P Morgan`: every word, in order, is one of the name or its first letter."""
    asked, words = _bare(asked), _bare(words)
    if len(asked) < 2 or not words or not _stands_for(asked[0], words[0]):
        return False
    rest: Iterator[str] = iter(words[1:])
    return all(any(_stands_for(word, one) for one in rest) for word in asked[1:])


def _stands_for(word: str, one: str) -> bool:
    return one == word or (len(word) == 1 and one.startswith(word))


def _alone(asked: list[str], words: list[str]) -> bool:
    """One or more whole words of the name."""
    return set(_bare(asked)) <= set(_bare(words))


def _begins(asked: list[str], words: list[str]) -> bool:
    return all(len(word) > 1 and any(one.startswith(word) for one in _bare(words)) for word in _bare(asked))


_WAYS: tuple[Callable[[list[str], list[str]], bool], ...] = (_whole, _initials, _alone, _begins)


def weighed(found: Sequence[Listed], with_: Collection[str] = ()) -> list[Candidate]:
    """Those who may be meant, the likeliest first: met together with those `with_`, then by the last contact."""

    def together(one: Listed) -> int:
        return len(frozenset(one.entries) & frozenset(with_))

    ordered = sorted(found, key=lambda one: (one.closed, -together(one), -_age(one), one.name, one.key))
    return [Candidate(one, _why(one, together(one))) for one in ordered]


def _age(one: Listed) -> int:
    return one.last_contact.toordinal() if one.last_contact else 0


def _why(one: Listed, together: int) -> str:
    parts = [one.company] if one.company else []
    if together:
        parts.append(f"in {together} {'entry' if together == 1 else 'entries'} with the others")
    parts.append(_last(one.last_contact) if one.last_contact else "no contact yet")
    return ", ".join([*parts, *(["closed"] if one.closed else []), *([] if one.file else ["not on file"])])


def _last(day: date) -> str:
    return f"last contact {day.day} {day:%b} {day.year}"


def near(names: Directory, text: str, kinds: tuple[Kind, ...] = ("person",)) -> list[str]:
    """Names that are written much like a text."""
    known = {flat(name): one.name for one in names.of(*kinds) for name in (one.name, *one.aliases)}
    return [known[name] for name in get_close_matches(flat(text), known, 3, 0.72)]
