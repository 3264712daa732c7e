"""`netfiles merge`: one file of two that are of one person or company."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, agree, carry, changing
from netfiles.cli.choosing import number_of
from netfiles.cli.completing import PERSON_OR_COMPANY
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.changes.merge import Half, Proposal, Side
    from netfiles.cli.desk import Desk
    from netfiles.model import Record


@click.command()
@click.argument("name", type=PERSON_OR_COMPANY)
@click.argument("into", type=PERSON_OR_COMPANY)
@click.option(
    "--prefer",
    type=click.Choice(["this", "other"]),
    help="What counts where the two differ: this (INTO) or other (NAME). Left out: asked on a terminal.",
)
@changing
@pass_terminal
def merge(terminal: Terminal, name: str, into: str, prefer: "Side | None", how: How) -> None:
    """Make NAME and INTO one: all that NAME's file says goes into INTO's, and all links lead there."""
    from netfiles.changes.merge import merged, proposal
    from netfiles.changes.merge_unfiled import merged_unfiled
    from netfiles.cli.apart import following
    from netfiles.cli.desk import desk
    from netfiles.cli.meant import in_network, record_meant
    from netfiles.cli.own_fields import own_texts
    from netfiles.errors import CannotMerge
    from netfiles.insights.directory import Listed

    at = desk(terminal)
    network = terminal.network()
    stays = in_network(network, record_meant(at, into, ("person", "company")))
    if isinstance(stays, Listed):
        raise CannotMerge(f"{stays.name} has no file", "Name the one that has a file last.")
    goes = in_network(network, record_meant(at, name, (stays.kind,)))
    if isinstance(goes, Listed):
        carry(at, merged_unfiled(network, goes, stays, own_texts(at.vault, network)), how)
        return
    found = proposal(network, _half(at, goes), _half(at, stays), own_texts(at.vault, network))
    chosen: dict[str, Side] = {c.name: prefer for c in found.conflicts} if prefer else _asked(found)
    plan = following(at.vault, merged(found, chosen, network, at.today), goes.path, stays.path)
    if sys.stdin.isatty() and not (how.dry or how.as_json):
        click.echo("\n".join(map(printable, (plan.title, *plan.said))), err=True)
        agree(terminal, "Merge")
        plan = replace(plan, said=())
    carry(at, plan, how)


def _half(at: "Desk", record: "Record") -> "Half":
    from netfiles.changes.merge import Half
    from netfiles.errors import Meanwhile
    from netfiles.vault.read import Source, read_source

    source = read_source(at.vault, record.path)
    if not isinstance(source, Source) or source.checksum != record.origin.checksum:
        raise Meanwhile(printable(record.path))
    return Half(record, source.text)


def _asked(found: "Proposal") -> "dict[str, Side]":
    """What the person at the terminal says of each field in which the two differ."""
    if not sys.stdin.isatty():
        return {}
    stays, goes = (printable(half.record.path) for half in (found.stays, found.goes))
    chosen: dict[str, Side] = {}
    for conflict in found.conflicts:
        lines = (f"  1. {conflict.shown('this')}  ({stays})", f"  2. {conflict.shown('other')}  ({goes})")
        click.echo("\n".join((f"{conflict.name}:", *lines)), err=True)
        chosen[conflict.name] = "this" if number_of(2, default=1) == 1 else "other"
    return chosen
