"""Who or what is on file already under the same name, nearly the same, or the same address or number."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from netfiles.index.names import folded
from netfiles.insights.directory import Directory, Listed, address, bare, digits
from netfiles.insights.whom import PARTICLES
from netfiles.model import Kind

_LEGAL = frozenset("ag co company corp corporation gmbh inc kg limited llc llp ltd oy plc sa sarl srl the".split())
_NEAR = 0.84
_LEAST_DIGITS = 7


class Twin(NamedTuple):
    """Somebody or something on file, and in what it is the same."""

    listed: Listed
    why: str


def twins(
    names: Directory, kind: Kind, name: str, emails: Sequence[str] = (), phones: Sequence[str] = ()
) -> list[Twin]:
    """What is on file and may be the same, by name; each once, with all that speaks for it."""
    words = _words(name, kind)
    mails, numbers = frozenset(map(address, emails)), [digits(phone) for phone in phones]
    on_file = (one for one in names.of(kind) if one.file is not None)
    found = [Twin(one, why) for one in on_file if (why := ", ".join(_reasons(one, name, words, mails, numbers)))]
    return sorted(found, key=lambda twin: (twin.listed.name, twin.listed.key))


def _reasons(one: Listed, name: str, words: list[str], mails: frozenset[str], numbers: list[str]) -> Iterator[str]:
    if folded(name) in map(folded, (one.name, one.stem, *one.aliases)):
        yield "the same name"
    elif one.kind in ("person", "company") and _is_near(one, words):
        yield "a similar name"
    if not mails.isdisjoint(one.reached):
        yield "the same e-mail address"
    if any(_same_number(number, other) for number in numbers for other in one.reached):
        yield "the same phone number"


def _words(name: str, kind: Kind) -> list[str]:
    """The words of a name that tell it from others."""
    words = [word.strip('."()“”') for word in re.split(r"[\s,_&-]+", bare(name))]
    small = _LEGAL if kind == "company" else PARTICLES
    return [word for word in words if word and word not in small] or [word for word in words if word]


def _is_near(one: Listed, words: list[str]) -> bool:
    """Whether one of its names is near; only those are compared that share a word, or the beginning of a single one."""
    if not any((word if len(words) > 1 else word[:2]) in one.plain for word in words):
        return False
    return any(_near(words, _words(line, one.kind), one.kind) for line in one.plain.split("\n"))


def _near(mine: list[str], other: list[str], kind: Kind) -> bool:
    """Whether names have the same words in any order, one of them perhaps misspelt or an initial."""
    if kind == "person" and len(mine) != len(other) and min(len(mine), len(other)) > 0:
        return len(mine) > 1 and len(other) > 1 and (set(mine) <= set(other) or set(other) <= set(mine))
    if len(mine) != len(other):
        return False
    return all(_alike(a, b) for a, b in zip(sorted(mine), sorted(other), strict=True)) or all(
        _alike(a, b) for a, b in zip(mine, other, strict=True)
    )


def _alike(a: str, b: str) -> bool:
    if a == b or (1 in (len(a), len(b)) and a[:1] == b[:1]):
        return True
    return min(len(a), len(b)) > 3 and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _NEAR


def _same_number(mine: str, other: str) -> bool:
    """Whether two numbers end alike: one may be written with its country, the other not."""
    mine, other = mine.lstrip("0"), other.lstrip("0")
    shorter, longer = sorted((mine, other), key=len)
    return len(shorter) >= _LEAST_DIGITS and longer.endswith(shorter) and other.isdigit()
