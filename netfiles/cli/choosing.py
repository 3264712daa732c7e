"""Which of several open things is meant: asked on a terminal, refused in a script with the list."""

import sys
from collections.abc import Sequence
from typing import Protocol, TypeVar

import click

from netfiles.errors import NothingFits, Several
from netfiles.problems import printable


class Choice(Protocol):
    """Something open: as it is shown, and the words that tell it from others."""

    @property
    def listed(self) -> str: ...

    @property
    def words(self) -> str: ...


T = TypeVar("T", bound=Choice)
_MOST = 20
WORDS = "Add words of the one you mean."


def narrowed(found: Sequence[T], what: str) -> list[T]:
    """Those that have the words; all where there are none. Raises NothingFits."""
    from netfiles.changes.matching import fitting

    some = [found[n] for n in fitting(what, [one.words for one in found])] if what else list(found)
    if found and not some:
        raise NothingFits(what, "Open: " + "; ".join(printable(one.listed) for one in found[:_MOST]) + ".")
    return some


def chosen(found: Sequence[T], said: str, advice: str = WORDS) -> list[T]:
    """One of what was found. Raises Several."""
    if len(found) < 2:
        return list(found)
    lines = [f"  {n}. {printable(one.listed)}" for n, one in enumerate(found[:_MOST], 1)]
    more = [f"  and {len(found) - _MOST} more"] if len(found) > _MOST else []
    text = "\n".join((f"{printable(said)} {len(found)}:", *lines, *more))
    if not sys.stdin.isatty():
        raise Several(text, advice)
    click.echo(text, err=True)
    return [found[number_of(min(len(found), _MOST)) - 1]]


class Skipped(Exception):
    """What was asked is left open."""


def number_of(most: int, default: int | None = None, skips: bool = False) -> int:
    """The number of a line that is chosen at the terminal; asked again until there is such a line.

    Raises Skipped where that may be the answer.
    """

    def read(typed: str) -> int:
        if skips and str(typed).strip().lower() in ("s", "skip"):
            raise Skipped
        if str(typed).strip() not in map(str, range(1, most + 1)):
            raise click.BadParameter(f"Write a number from 1 to {most}.")
        return int(typed)

    asked = "Which, or skip" if skips else "Which"
    found: int = click.prompt(asked, default=default, value_proc=read, err=True)
    return found
