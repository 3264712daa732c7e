"""`netfiles link`: names in notes that could be links."""

import sys
from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.changing import How, carry, changing
from netfiles.cli.terminal import Terminal, pass_terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.changes.unlinked import Mention
    from netfiles.cli.desk import Desk
    from netfiles.index.network import Network


@click.command()
@click.option("--yes", is_flag=True, help="Make all links that are certain, without asking.")
@changing
@pass_terminal
def link(terminal: Terminal, yes: bool, how: How) -> None:
    """Find people and companies that notes name without a link, and make the links you say yes to.

    On a terminal each is asked about: y makes the link, n leaves it, a makes all that follow and are certain, q ends.
    """
    from netfiles.changes.unlinked import linking, mentions
    from netfiles.cli.desk import desk

    at = desk(terminal)
    network = terminal.network()
    found = mentions(network)
    if yes:
        carry(at, linking(network, [one for one in found if one.certain]), how)
    elif how.as_json:
        terminal.tell_json([_shape(one) for one in found])
    elif sys.stdin.isatty() and not how.dry and found:
        carry(at, linking(network, _asked(at, network, found)), how)
    else:
        _list(terminal, network, found)


def _list(terminal: Terminal, network: "Network", found: "list[Mention]") -> None:
    for one in found:
        terminal.tell("\n".join(_lines(network, one)))
    sure = sum(one.certain for one in found)
    terminal.say(f"{len(found)} could be links, {sure} of them certain. Nothing was written; --yes makes those.")


def _lines(network: "Network", one: "Mention") -> list[str]:
    record = network.records[one.path]
    line = record.origin.body.split("\n")[one.line - record.origin.body_line]
    before, after = line[: one.column], line[one.column + len(one.words) :]
    shown = f"{before[-60:]}{click.style(one.words, bold=True)}{after[:60]}".strip()
    place = f"{printable(one.path)}:{one.line}:{one.column + 1}"
    sure = "certain: " if one.certain else ""
    return [f"{place}: {printable(one.link)}  ({sure}{printable(one.why)})", f"    {shown}"]


def _asked(at: "Desk", network: "Network", found: "list[Mention]") -> "list[Mention]":
    """Those that the person at the terminal says yes to."""
    chosen: list[Mention] = []
    for number, one in enumerate(found):
        click.echo("\n".join(_lines(network, one)), err=True, color=at.terminal.colored)
        answer = click.prompt("Link it", type=click.Choice(["y", "n", "a", "q"]), default="n", err=True)
        if answer == "q":
            break
        if answer == "a":
            return [*chosen, one, *(other for other in found[number + 1 :] if other.certain)]
        if answer == "y":
            chosen.append(one)
    return chosen


def _shape(one: "Mention") -> dict[str, Any]:
    return {
        "file": one.path,
        "line": one.line,
        "column": one.column + 1,
        "words": one.words,
        "link": one.link,
        "leads_to": one.key,
        "why": one.why,
        "certain": one.certain,
    }
