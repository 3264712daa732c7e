"""Whom a name on the command line means: one person, or the command ends with a word on why not."""

from typing import TYPE_CHECKING

import click

from netfiles.cli.terminal import Terminal

if TYPE_CHECKING:
    from netfiles.insights.glance import Glance
    from netfiles.insights.in_short import About

_MOST = 20


def only_one(terminal: Terminal, day: "Glance", name: str) -> "About":
    """The person a name means; ends the command with 1 where it is nobody or several."""
    from netfiles.insights.finding import named

    found = named(day.people, name)
    if len(found) == 1:
        return found[0]
    if found:
        terminal.say(f"{name} could be {len(found)} people; name one of them:")
        for about in found[:_MOST]:
            terminal.say(f"  {about.name}  ({about.file or 'not on file'})")
    else:
        terminal.say(f"Nobody is called {name}. `netfiles find` looks into companies, tags and notes too.")
    raise click.exceptions.Exit(1)
