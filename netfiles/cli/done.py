"""`netfiles done`: close what was promised."""

from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, carry, changing, on_option
from netfiles.cli.choosing import WORDS, chosen, narrowed
from netfiles.cli.completing import PERSON_OR_LEAD
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from datetime import date

    from netfiles.changes.promises import Promised
    from netfiles.cli.desk import Desk
    from netfiles.insights.directory import Listed
    from netfiles.model import Kind
    from netfiles.records.plan import Plan


@click.command()
@click.argument("name", type=PERSON_OR_LEAD)
@click.argument("what", nargs=-1)
@click.option("--theirs", is_flag=True, help="Close what they promised you.")
@click.option("--all", "all_", is_flag=True, help="Close all that count, without asking which.")
@on_option
@changing
@pass_terminal
def done(
    terminal: Terminal, name: str, what: tuple[str, ...], theirs: bool, all_: bool, on: str | None, how: How
) -> None:
    """Close what you promised NAME, a person or a lead; words of WHAT say which of several promises."""
    from netfiles.capture.days import day_of
    from netfiles.changes.promises import closed, foremost
    from netfiles.cli.desk import desk
    from netfiles.records.plan import Plan

    at = desk(terminal)
    day, words = day_of(on, at.today), " ".join(what)
    whom, found, instead = _open(at, name, theirs, day)
    if not found:
        carry(at, instead or Plan(f"Close with {whom}", (), (_nothing(whom, theirs),)), how)
        return
    some = foremost(narrowed(found, words), at.today)
    if not all_:
        said = f"{whom} promised" if theirs else f"Open with {whom} are"
        some = chosen(some, said, f"{WORDS} Or close them all with --all.")
    carry(at, closed(whom, some, day), how)


def _open(at: "Desk", name: str, theirs: bool, day: "date") -> "tuple[str, list[Promised], Plan | None]":
    """Whom or what a name means, what is open there, and what closes a message that needs no answer."""
    from netfiles.changes.promises import no_answer_needed, of_record, open_with, owed_by, owed_in

    record = at.file(name) if name.endswith(".md") else None
    one = None if record else _named(at, name)
    if one and one.kind == "person":
        case = at.case(one)
        if theirs:
            return one.name, owed_by(case, day), None
        found = open_with(case, day)
        return one.name, found, None if found else no_answer_needed(case, day)
    if record is None:
        record = at.record(one or _named(at, name))
    return record.called, list((owed_in if theirs else of_record)(record)), None


def _named(at: "Desk", name: str) -> "Listed":
    """A person or another thing with promises: what is called just so first, else people, else the rest."""
    at.refuse_unread(name, KINDS)
    return at.exactly(name, KINDS) or at.perhaps(name) or at.one(name, KINDS)


KINDS: tuple["Kind", ...] = ("person", "lead", "company", "goal", "news")


def _nothing(whom: str, theirs: bool) -> str:
    return f"{whom} owes you nothing that is written down." if theirs else f"Nothing is open with {whom}."
