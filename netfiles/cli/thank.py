"""`netfiles thank`: note that thanks were said, or write them down as an entry."""

from typing import TYPE_CHECKING

import click

from netfiles.cli.changing import How, by_option, carry, changing, on_option
from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, pass_terminal

if TYPE_CHECKING:
    from netfiles.model.fields import Channel


@click.command()
@click.argument("name", type=PERSON)
@by_option("it says thanks, and names what for")
@click.option("--outcome", is_flag=True, help="Tell them what came of their help, as a new entry.")
@on_option
@changing
@pass_terminal
def thank(terminal: Terminal, name: str, by: "Channel | None", outcome: bool, on: str | None, how: How) -> None:
    """Note that you thanked NAME for all that is open, in the entries it was given in; or in an entry of its own."""
    from netfiles.capture.days import day_of
    from netfiles.changes.thanks import outcome_told, said_in_entry, thanked
    from netfiles.cli.desk import desk

    at = desk(terminal)
    day = day_of(on, at.today)
    one = at.one(name)
    case = at.case(one)
    if outcome:
        plan = outcome_told(case, at.link(one), by or "message", at.journal(day))
    elif by:
        plan = said_in_entry(case, at.link(one), by, at.journal(day))
    else:
        plan = thanked(case, day)
    carry(at, plan, how)
